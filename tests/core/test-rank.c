/* Ranks: strictly between, short for as long as can be, never made of anything
 * else than their digits.
 */

#include "config.h"

#include <string.h>

#include "store/qd-rank.h"

#define N_RANDOM 100000
#define N_ENDS 20000

static void
assert_between (const char *low,
                const char *rank,
                const char *high)
{
  g_assert_nonnull (rank);
  g_assert_true (qd_rank_is_valid (rank));
  if (low != NULL)
    g_assert_cmpstr (low, <, rank);
  if (high != NULL)
    g_assert_cmpstr (rank, <, high);
}

/* Any gap of a growing list takes another rank. */
static void
test_between (void)
{
  g_autoptr (GPtrArray) ranks = g_ptr_array_new_with_free_func (g_free);
  guint32 seed = (guint32) g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  gsize longest = 0;

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < N_RANDOM; i++)
    {
      const gint32 gap = g_rand_int_range (rand, 0, (gint32) ranks->len + 1);
      const char *low = gap > 0 ? ranks->pdata[gap - 1] : NULL;
      const char *high = (guint) gap < ranks->len ? ranks->pdata[gap] : NULL;
      char *rank = qd_rank_between (low, high);

      assert_between (low, rank, high);
      longest = MAX (longest, strlen (rank));
      g_ptr_array_insert (ranks, gap, rank);
    }
  g_test_message ("%u ranks, the longest of %u letters", ranks->len, (guint) longest);
  g_assert_cmpuint (longest, <=, QD_RANK_MAX_LENGTH);
}

/* Two who use the same gap get different ranks. */
static void
test_random (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < 1000; i++)
    g_hash_table_add (seen, qd_rank_between ("UA", "Uz"));

  g_assert_cmpuint (g_hash_table_size (seen), >, 950);
}

static void
test_append (void)
{
  g_autofree char *last = qd_rank_between (NULL, NULL);

  for (guint i = 0; i < N_ENDS; i++)
    {
      char *rank = qd_rank_between (last, NULL);

      assert_between (last, rank, NULL);
      g_assert_cmpuint (strlen (rank), <=, 6);
      g_free (last);
      last = rank;
    }
}

static void
test_prepend (void)
{
  g_autofree char *first = qd_rank_between (NULL, NULL);

  for (guint i = 0; i < N_ENDS; i++)
    {
      char *rank = qd_rank_between (NULL, first);

      assert_between (NULL, rank, first);
      g_assert_cmpuint (strlen (rank), <=, 6);
      g_free (first);
      first = rank;
    }
}

/* When the counted range is used up, ranks grow, but never stop. */
static void
test_beyond_the_ends (void)
{
  g_autofree char *first = g_strdup ("00011");
  g_autofree char *last = g_strdup ("zzzzzz");

  for (guint i = 0; i < 50; i++)
    {
      char *before = qd_rank_between (NULL, first);
      char *behind = qd_rank_between (last, NULL);

      assert_between (NULL, before, first);
      assert_between (last, behind, NULL);
      g_free (first);
      g_free (last);
      first = before;
      last = behind;
    }
}

/* Always directly behind the same neighbour, or before it: a few dozen times
 * before the rank is too long.
 */
static void
test_same_gap (void)
{
  for (int side = 0; side < 2; side++)
    {
      g_autofree char *low = g_strdup ("Uq8xTd");
      g_autofree char *high = g_strdup ("UqAx11");
      guint n = 0;

      while (strlen (low) <= QD_RANK_MAX_LENGTH && strlen (high) <= QD_RANK_MAX_LENGTH)
        {
          char *rank = qd_rank_between (low, high);

          assert_between (low, rank, high);
          if (side == 0)
            {
              g_free (low);
              low = rank;
            }
          else
            {
              g_free (high);
              high = rank;
            }
          n++;
        }
      g_assert_cmpuint (n, >, 20);
    }
}

static void
test_no_room (void)
{
  static const struct {
    const char *low;
    const char *high;
  } cases[] = {
    { "A", "A" }, { "B", "A" }, { "A1", "A" }, { "", "A" }, { "A", "" }, { "A0", "B" },
    { "A", "B0" }, { "A/", "B" }, { "A", "B\xc3\xa9" }, { "0", NULL }, { NULL, "0" },
    { "a b", NULL }, { NULL, "-1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_null (qd_rank_between (cases[i].low, cases[i].high));
}

static void
test_narrow (void)
{
  static const struct {
    const char *low;
    const char *high;
  } cases[] = {
    { "A", "A1" }, { "A", "A00001" }, { "Az", "B" }, { "Azzzzzzz", "B" }, { "A", "B" },
    { "A1", "A2" }, { "zzzz", NULL }, { NULL, "00001" }, { NULL, "1" }, { "z", NULL },
    { "Az", "B01" }, { "A", "A01" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint j = 0; j < 1000; j++)
      {
        g_autofree char *rank = qd_rank_between (cases[i].low, cases[i].high);

        assert_between (cases[i].low, rank, cases[i].high);
      }
}

static void
test_valid (void)
{
  g_assert_true (qd_rank_is_valid ("1"));
  g_assert_true (qd_rank_is_valid ("0000000001"));
  g_assert_true (qd_rank_is_valid ("AZaz09"));
  g_assert_false (qd_rank_is_valid (""));
  g_assert_false (qd_rank_is_valid ("0"));
  g_assert_false (qd_rank_is_valid ("A0"));
  g_assert_false (qd_rank_is_valid ("A b"));
  g_assert_false (qd_rank_is_valid ("A\n"));
  g_assert_false (qd_rank_is_valid ("\xc3\xa9"));
}

static void
test_ids (void)
{
  gint64 all_ones = 0;
  gint64 all_zeros = G_MAXINT64;

  for (guint i = 0; i < 1000; i++)
    {
      gint64 id = qd_random_id ();

      g_assert_cmpint (id, >, 0);
      all_ones |= id;
      all_zeros &= id;
    }

  /* Every one of the 63 bits is used. */
  g_assert_cmpint (all_ones, ==, G_MAXINT64);
  g_assert_cmpint (all_zeros, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rank/between", test_between);
  g_test_add_func ("/rank/random", test_random);
  g_test_add_func ("/rank/append", test_append);
  g_test_add_func ("/rank/prepend", test_prepend);
  g_test_add_func ("/rank/beyond-the-ends", test_beyond_the_ends);
  g_test_add_func ("/rank/same-gap", test_same_gap);
  g_test_add_func ("/rank/no-room", test_no_room);
  g_test_add_func ("/rank/narrow", test_narrow);
  g_test_add_func ("/rank/valid", test_valid);
  g_test_add_func ("/rank/ids", test_ids);

  return g_test_run ();
}
