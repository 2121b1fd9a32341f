/* Figures of several rounds, and how they are told. */

#include "config.h"

#include <stdio.h>

#include "figures.h"

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  const double *one = a;
  const double *other = b;

  return (*one > *other) - (*one < *other);
}

/**
 * figures_cpu_ms:
 * @clock: %CLOCK_THREAD_CPUTIME_ID or %CLOCK_PROCESS_CPUTIME_ID
 *
 * Returns: processor time spent so far, in milliseconds
 */
double
figures_cpu_ms (clockid_t clock)
{
  struct timespec now;

  clock_gettime (clock, &now);

  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

GArray *
figures_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (double));
}

/* Adds how many times its floor a figure is. */
void
figures_add (GArray *ratios,
             double  figure,
             double  floor)
{
  const double ratio = figure / floor;

  g_array_append_val (ratios, ratio);
}

/* Sorts them; 0 where there are none. */
double
figures_median (GArray *figures)
{
  g_array_sort (figures, compare_doubles);

  return figures->len > 0 ? g_array_index (figures, double, figures->len / 2) : 0;
}

/* Tells the median of the ratios of all rounds, and how far they are apart. */
void
figures_report (const char *name,
                GArray     *ratios,
                double      limit,
                const char *note)
{
  const double ratio = figures_median (ratios);

  printf ("bench %s: %.2f (limit %.1f; %.2f to %.2f%s%s)%s\n", name, ratio, limit,
          g_array_index (ratios, double, 0), g_array_index (ratios, double, ratios->len - 1),
          note != NULL ? "; " : "", note != NULL ? note : "",
          ratio <= limit ? "" : " ABOVE ITS LIMIT");
}
