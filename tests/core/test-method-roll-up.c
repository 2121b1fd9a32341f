/* Progress of an objective with those aligned to it, case by case: with and without key
 * results of its own, weights, and what cannot be measured.
 *
 * The cases are worked out by hand from the formula.
 */

#include "config.h"

#include "method/qd-roll-up.h"
#include "method-cases.h"

static const struct roll_up
{
  const char *name;
  double own;
  double aligned[3];
  double weights[3];
  gsize n;
  double progress;
} roll_ups[] = {
  { "nothing", NAN, { 0 }, { 0 }, 0, NAN },
  { "own", 0.25, { 0 }, { 0 }, 0, 0.25 },
  { "own/zero", 0, { 0 }, { 0 }, 0, 0 },
  { "one-aligned", NAN, { 0.5 }, { 1 }, 1, 0.5 },
  { "own-and-one", 0.25, { 0.75 }, { 1 }, 1, 0.5 },
  { "own-and-two", 0.3, { 0.6, 0.9 }, { 1, 1 }, 2, 0.6 },
  { "own-and-three", 0, { 0.4, 0.8, 0.8 }, { 1, 1, 1 }, 3, 0.5 },
  { "aligned-alone", NAN, { 0.2, 0.4, 0.9 }, { 1, 1, 1 }, 3, 0.5 },
  { "weights", NAN, { 0.2, 0.8 }, { 3, 1 }, 2, 0.35 },
  { "weights/own-counts-one", 0.2, { 0.8 }, { 3 }, 1, 0.65 },
  { "weights/half", 0.2, { 0.8 }, { 0.5 }, 1, 0.4 },
  { "weights/one-is-none", NAN, { 0.2, 0.8 }, { 0, 1 }, 2, 0.8 },
  { "weights/none-but-own", 0.2, { 0.8, 0.9 }, { 0, 0 }, 2, 0.2 },
  { "weights/all-none", NAN, { 0.2, 0.8 }, { 0, 0 }, 2, 0.5 },
  { "weights/negative", NAN, { 0.2, 0.8 }, { -4, 1 }, 2, 0.8 },
  { "weights/infinite", NAN, { 0.2, 0.8 }, { INFINITY, 1 }, 2, 0.8 },
  { "weights/nan", NAN, { 0.2, 0.8 }, { NAN, 1 }, 2, 0.8 },
  { "unmeasured/all", NAN, { NAN, NAN }, { 1, 1 }, 2, NAN },
  { "unmeasured/first", NAN, { NAN, 0.4 }, { 9, 1 }, 2, 0.4 },
  { "unmeasured/last", 0.2, { 0.4, NAN }, { 1, 9 }, 2, 0.3 },
  { "unmeasured/between", NAN, { 0.2, NAN, 0.8 }, { 3, 9, 1 }, 3, 0.35 },
  { "unmeasured/all-but-own", 0.7, { NAN, NAN, NAN }, { 1, 2, 3 }, 3, 0.7 },
  { "unmeasured/weighs-all", NAN, { NAN, 0.2, 0.6 }, { 1, 0, 0 }, 3, 0.4 },
  { "complete", 1, { 1, 1 }, { 2, 5 }, 2, 1 },
  { "beyond", 1.5, { 0.5 }, { 1 }, 1, 0.75 },
};

static void
test_roll_up (gconstpointer data)
{
  const struct roll_up *c = data;

  assert_figure (qd_roll_up_aligned (c->own, c->aligned, c->weights, c->n), c->progress);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD_CASES ("/method/roll-up/", roll_ups, test_roll_up);

  return g_test_run ();
}
