/* A benchmark that starts itself for each of its figures, so that every one comes
 * from a process that did nothing before. The figures come back as lines of a
 * name and a number.
 */

#include "config.h"

#include <stdio.h>

#include "child.h"

/**
 * child_print:
 * @name: a name without spaces
 * @value: its figure
 *
 * For the child: tells a figure, at once.
 */
void
child_print (const char *name,
             double      value)
{
  printf ("%s %.3f\n", name, value);
  fflush (stdout);
}

/**
 * child_resident:
 *
 * Returns: resident memory of this process in KiB, 0 where nobody says
 */
double
child_resident (void)
{
  g_autofree char *text = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &text, NULL, NULL))
    return 0;
  line = strstr (text, "VmRSS:");

  return line != NULL ? g_ascii_strtod (line + strlen ("VmRSS:"), NULL) : 0;
}

/**
 * child_measure:
 * @program: this program
 * @argument: (nullable): what the child is about
 * @figures: what to ask for; each gets its value
 * @n_figures: how many these are, at least 1
 *
 * Starts the program with two arguments, the time of its start in microseconds
 * and @argument, and waits for its figures. A child that fails, or that leaves
 * out the first figure, ends the benchmark.
 */
void
child_measure (const char  *program,
               const char  *argument,
               ChildFigure *figures,
               gsize        n_figures)
{
  g_autofree char *started = g_strdup_printf ("%" G_GINT64_FORMAT, g_get_monotonic_time ());
  const char *arguments[] = { program, started, argument, NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *output = NULL;
  g_auto (GStrv) lines = NULL;
  int status;

  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL,
                &status, &error);
  g_assert_no_error (error);
  g_spawn_check_wait_status (status, &error);
  g_assert_no_error (error);

  lines = g_strsplit (output, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    for (gsize k = 0; k < n_figures; k++)
      {
        const gsize length = strlen (figures[k].name);

        if (strncmp (lines[i], figures[k].name, length) == 0 && lines[i][length] == ' ')
          figures[k].value = g_ascii_strtod (lines[i] + length + 1, NULL);
      }
  g_assert_cmpfloat (figures[0].value, >, 0);
}
