/* Ranks: texts of base-62 digits that order the things in a place bytewise, as
 * if each were a fraction "0.digits". Between any two there is room for another,
 * and it is chosen at random, so that two people who drop a card into the same
 * gap get different ranks and neither undoes the other's order.
 *
 * All randomness of the store comes from getrandom(): never from a seeded
 * generator, never from the clock.
 */

#include "config.h"

#include <errno.h>
#include <string.h>
#include <sys/random.h>

#include "qd-rank.h"

#define BASE 62

/* Ranks at the ends of a list are counted in steps on this many digits, so that
 * appending a thousand times keeps ranks short. */
#define END_DIGITS 4
#define END_RANGE (BASE * BASE * BASE * BASE)
#define END_STEP 125

static const char digits[] =
  "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

static int
digit_value (char digit)
{
  const char *found = digit != '\0' ? strchr (digits, digit) : NULL;

  return found != NULL ? (int) (found - digits) : -1;
}

/* Uniform in [low, high). The modulo's bias, below 2^-48, is of no matter. */
static int
random_range (int low,
              int high)
{
  guint64 number;

  qd_random_bytes (&number, sizeof number);

  return low + (int) (number % (guint64) (high - low));
}

/* Two more random digits, the last never 0 so that there is room below it. */
static void
append_tail (GString *rank)
{
  g_string_append_c (rank, digits[random_range (0, BASE)]);
  g_string_append_c (rank, digits[random_range (1, BASE)]);
}

static int
leading_number (const char *rank)
{
  int number = 0;

  for (int i = 0; i < END_DIGITS; i++)
    {
      number = number * BASE + (*rank != '\0' ? digit_value (*rank) : 0);
      if (*rank != '\0')
        rank++;
    }

  return number;
}

static char *
from_number (int number)
{
  GString *rank = g_string_new (NULL);
  char leading[END_DIGITS + 1] = { 0 };

  for (int i = END_DIGITS - 1; i >= 0; i--)
    {
      leading[i] = digits[number % BASE];
      number /= BASE;
    }
  g_string_append (rank, leading);
  append_tail (rank);

  return g_string_free (rank, FALSE);
}

/* A rank some random steps behind @low, or before @high; %NULL where the
 * counted range is used up on that side. */
static char *
beyond_end (const char *low,
            const char *high)
{
  int number;

  if (low == NULL && high == NULL)
    number = END_RANGE / 2 + random_range (-END_STEP, END_STEP);
  else if (high == NULL)
    number = leading_number (low) + random_range (1, 2 * END_STEP);
  else
    number = leading_number (high) - random_range (1, 2 * END_STEP);

  return number > 0 && number < END_RANGE ? from_number (number) : NULL;
}

/**
 * qd_rank_between:
 * @low: (nullable): rank of the neighbour before; %NULL at the start of a list
 * @high: (nullable): rank of the neighbour behind; %NULL at the end
 *
 * Returns: (transfer full) (nullable): a random rank strictly between the two,
 *   or %NULL where there is none: they are equal, out of order or no ranks
 */
char *
qd_rank_between (const char *low,
                 const char *high)
{
  GString *rank;
  char *end;

  if ((low != NULL && !qd_rank_is_valid (low)) ||
      (high != NULL && !qd_rank_is_valid (high)) ||
      (low != NULL && high != NULL && strcmp (low, high) >= 0))
    return NULL;

  if (low == NULL || high == NULL)
    {
      end = beyond_end (low, high);
      if (end != NULL)
        return end;
    }

  /* Copy digits while the gap is too narrow for one of our own. Once a digit of
   * ours lies below the digit of @high, @high no longer binds. */
  rank = g_string_new (NULL);
  for (;;)
    {
      int below = low != NULL && *low != '\0' ? digit_value (*low++) : 0;
      int above = high != NULL ? (*high != '\0' ? digit_value (*high++) : 0) : BASE;

      if (above - below > 1)
        {
          g_string_append_c (rank, digits[random_range (below + 1, above)]);
          append_tail (rank);
          return g_string_free (rank, FALSE);
        }

      g_string_append_c (rank, digits[below]);
      if (above > below)
        high = NULL;
    }
}

/**
 * qd_rank_is_valid:
 * @rank: a text from a file
 *
 * Returns: whether it is made of base-62 digits and does not end in "0"
 */
gboolean
qd_rank_is_valid (const char *rank)
{
  gsize length = strlen (rank);

  return length > 0 && strspn (rank, digits) == length && rank[length - 1] != '0';
}

/**
 * qd_random_bytes:
 * @bytes: (out caller-allocates): where to
 * @length: how many, at most 256
 *
 * Fills @bytes from the kernel's generator.
 */
void
qd_random_bytes (void  *bytes,
                 gsize  length)
{
  gssize got;

  g_return_if_fail (length <= 256);

  do
    got = getrandom (bytes, length, 0);
  while (got < 0 && errno == EINTR);

  /* Up to 256 bytes come whole, and there is nothing safe to do without. */
  if (got != (gssize) length)
    g_error ("No random bytes from the system: %s", g_strerror (errno));
}

/**
 * qd_random_id:
 *
 * Returns: a random number from 1 to 2^63 - 1
 */
gint64
qd_random_id (void)
{
  gint64 id;

  do
    {
      qd_random_bytes (&id, sizeof id);
      id &= G_MAXINT64;
    }
  while (id == 0);

  return id;
}
