/* What the face of a card shows of its figures, and what its signs say. */

#include "config.h"

#include <gtk/gtk.h>
#include <math.h>

#include "card/qd-card-face.h"
#include "method/qd-honesty.h"
#include "model/qd-key-result.h"
#include "store/qd-edit-card.h"
#include "store/qd-edit-checkin.h"
#include "store/qd-edit.h"
#include "ui-fixture.h"
#include "widgets/qd-card-text.h"
#include "widgets/qd-progress-line.h"

#define WIDTH 360

typedef struct
{
  UiFixture file;
  GtkWidget *window;
  GtkWidget *widget;
  QdCardFace *face;
  QdCard *card; /* "Win ten teams", In Progress, on day 41 of 91 */
  QdId id;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  unused)
{
  g_autoptr (GError) error = NULL;
  QdColumn *column;

  ui_fixture_set_up (&fixture->file, NULL);
  qd_store_load_board (fixture->file.store, fixture->file.growth, &error);
  g_assert_no_error (error);
  column = qd_ordered_list_peek (qd_board_get_columns (fixture->file.growth), 1);
  fixture->card = qd_ordered_list_peek (qd_column_get_cards (column), 0);
  fixture->id = qd_entity_get_id (QD_ENTITY (fixture->card));

  fixture->window = gtk_window_new ();
  fixture->widget = gtk_label_new (NULL);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->widget);
  fixture->face = qd_card_face_new (fixture->widget);
  qd_card_face_set_card (fixture->face, fixture->card);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  unused)
{
  qd_card_face_free (fixture->face);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_fixture_tear_down (&fixture->file, NULL);
}

static void
set_figure (Fixture *fixture,
            QdField  field,
            double   value)
{
  g_autoptr (GError) error = NULL;

  if (!isnan (value))
    qd_edit_set_figure (fixture->file.store, fixture->id, field, value, &error);
  g_assert_no_error (error);
}

static void
set_metric (Fixture      *fixture,
            QdMetricKind  metric,
            double        baseline,
            double        target,
            double        upper,
            const char   *unit)
{
  g_autoptr (GError) error = NULL;

  qd_edit_set_metric (fixture->file.store, fixture->id, metric, &error);
  g_assert_no_error (error);
  set_figure (fixture, QD_FIELD_CARD_BASELINE, baseline);
  set_figure (fixture, QD_FIELD_CARD_TARGET, target);
  set_figure (fixture, QD_FIELD_CARD_UPPER, upper);
  qd_edit_set_text (fixture->file.store, fixture->id, QD_FIELD_CARD_UNIT, unit, FALSE, &error);
  g_assert_no_error (error);
  qd_card_face_forget (fixture->face);
}

static void
check_in (Fixture    *fixture,
          guint       ago,
          double      value,
          int         confidence,
          const char *blocker)
{
  const QdCheckinDraft draft = { .day = qd_clock_today () - ago,
                                 .value = value,
                                 .confidence = confidence,
                                 .blocker = blocker };
  g_autoptr (GError) error = NULL;

  qd_edit_check_in (fixture->file.store, fixture->id, &draft, &error);
  g_assert_no_error (error);
  qd_card_face_forget (fixture->face);
}

static void
add_milestone (Fixture  *fixture,
               gboolean  done)
{
  g_autoptr (GError) error = NULL;
  QdId id = qd_edit_new_milestone (fixture->file.store, fixture->id, "Step", &error);

  g_assert_no_error (error);
  if (done)
    qd_edit_set_milestone_done (fixture->file.store, id, TRUE, &error);
  g_assert_no_error (error);
  qd_card_face_forget (fixture->face);
}

/* What the pointer hears on its way along a line of the face, each once. */
static char *
sweep (Fixture *fixture,
       int      width,
       int      above_end)
{
  int height = qd_card_face_measure (fixture->face, width);
  GString *heard = g_string_new (NULL);
  g_autofree char *last = NULL;

  for (int x = 0; x < width; x++)
    {
      g_autofree char *text = NULL;

      text = qd_card_face_dup_tooltip (fixture->face, fixture->file.store, width, height,
                                       x, height - above_end);
      if (text != NULL && g_strcmp0 (text, last) != 0)
        {
          g_string_append_printf (heard, "%s%s", heard->len > 0 ? " | " : "", text);
          g_free (last);
          last = g_strdup (text);
        }
    }

  return g_string_free (heard, FALSE);
}

static void
assert_foot (Fixture    *fixture,
             int         width,
             const char *expected)
{
  g_autofree char *heard = sweep (fixture, width, 4);

  g_assert_cmpstr (heard, ==, expected);
}

static void
assert_line (double   progress,
             double   expected,
             gboolean rtl,
             float    left,
             float    right,
             float    top)
{
  const GdkRGBA opaque = { 1, 1, 1, 1 };
  const QdProgressLook look = { .progress = progress, .expected = expected,
                                .colour = opaque, .trough = opaque,
                                .mark = opaque, .reverse = opaque };
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  graphene_rect_t bounds;

  qd_progress_line_draw (snapshot, &look, 100, rtl);
  node = gtk_snapshot_free_to_node (snapshot);
  gsk_render_node_get_bounds (node, &bounds);
  g_assert_cmpfloat (bounds.origin.x, ==, left);
  g_assert_cmpfloat (bounds.origin.x + bounds.size.width, ==, right);
  g_assert_cmpfloat (bounds.origin.y, ==, top);
}

/* Only what is beyond 0 % and 100 % reaches out of the line. */
static void
test_line (void)
{
  assert_line (NAN, NAN, FALSE, 0, 100, 0);
  assert_line (0.0, NAN, FALSE, 0, 100, 0);
  assert_line (0.5, NAN, FALSE, 0, 100, 0);
  assert_line (1.0, NAN, FALSE, 0, 100, 0);
  assert_line (1.25, NAN, FALSE, 0, 100 + QD_PROGRESS_LINE_REACH, 0);
  assert_line (1.25, NAN, TRUE, -QD_PROGRESS_LINE_REACH, 100, 0);
  assert_line (-0.1, NAN, FALSE, -QD_PROGRESS_LINE_REACH - 2, 100, 0);
  assert_line (-0.1, NAN, TRUE, 0, 100 + QD_PROGRESS_LINE_REACH + 2, 0);

  /* The tick is higher than the line, and stays within it sideways. */
  assert_line (0.5, 0.46, FALSE, 0, 100, -2);
  assert_line (0.5, 1.0, FALSE, 0, 100, -2);
  assert_line (0.5, 3.0, FALSE, 0, 100, -2);
}

static void
test_metrics (Fixture       *fixture,
              gconstpointer  unused)
{
  const struct
  {
    QdMetricKind metric;
    double baseline, target, upper, current;
    const char *unit;
    const char *words;
    const char *progress;
  } cases[] = {
    { QD_METRIC_CHANGE, 200, 500, NAN, 350, "users",
      "200 → 500, now 350\u00a0users", "Progress 50%, expected 44%" },
    { QD_METRIC_CHANGE, 900, 300, NAN, 600, "ms",
      "900 → 300, now 600\u00a0ms", "Progress 50%, expected 44%" },
    { QD_METRIC_CHANGE, 40, 80, NAN, 90, "",
      "40 → 80, now 90", "Progress 125%, expected 44%" },
    { QD_METRIC_CHANGE, 5, 3, NAN, 5.2, "%",
      "5% → 3%, now 5.2%", "Progress −10%, expected 44%" },
    { QD_METRIC_YES_NO, NAN, NAN, NAN, 1, "",
      "Done", "Progress 100%, expected 44%" },
    { QD_METRIC_YES_NO, NAN, NAN, NAN, 0, "",
      "Not yet", "Progress 0%, expected 44%" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = NULL;
      g_autofree char *progress = NULL;

      set_metric (fixture, cases[i].metric, cases[i].baseline, cases[i].target,
                  cases[i].upper, cases[i].unit);
      check_in (fixture, 1, cases[i].current, QD_CONFIDENCE_NONE, NULL);
      words = qd_card_text_metric (fixture->card);
      g_assert_cmpstr (words, ==, cases[i].words);
      progress = sweep (fixture, WIDTH, 24);
      g_assert_cmpstr (progress, ==, cases[i].progress);
    }
}

/* The share of check-ins inside depends on when they were due. */
static void
test_limits (Fixture       *fixture,
             gconstpointer  unused)
{
  const struct
  {
    QdMetricKind metric;
    double target, upper, current;
    const char *unit;
    const char *words;
  } cases[] = {
    { QD_METRIC_AT_LEAST, 99.9, NAN, NAN, "%", "≥ 99.9%" },
    { QD_METRIC_AT_LEAST, 99.9, NAN, 99.95, "%", "≥ 99.9%, now 99.95%" },
    { QD_METRIC_AT_MOST, 200, NAN, 180, "ms", "≤ 200, now 180\u00a0ms" },
    { QD_METRIC_WITHIN, 10, 40, 22, "tickets", "10 to 40, now 22\u00a0tickets" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = NULL;
      g_autofree char *progress = NULL;

      set_metric (fixture, cases[i].metric, NAN, cases[i].target, cases[i].upper,
                  cases[i].unit);
      if (!isnan (cases[i].current))
        check_in (fixture, 1, cases[i].current, QD_CONFIDENCE_NONE, NULL);
      words = qd_card_text_metric (fixture->card);
      g_assert_cmpstr (words, ==, cases[i].words);

      progress = sweep (fixture, WIDTH, 24);
      if (!isnan (cases[i].current))
        g_assert_true (g_str_has_suffix (progress, ", expected 100%"));
    }
}

static void
test_milestones (Fixture       *fixture,
                 gconstpointer  unused)
{
  g_autofree char *words = NULL;
  g_autofree char *progress = NULL;

  set_metric (fixture, QD_METRIC_MILESTONES, NAN, NAN, NAN, "");
  g_assert_false (qd_card_text_has_metric (fixture->card));
  for (guint i = 0; i < 5; i++)
    add_milestone (fixture, i < 2);

  words = qd_card_text_metric (fixture->card);
  g_assert_cmpstr (words, ==, "2 of 5 milestones");
  progress = sweep (fixture, WIDTH, 24);
  g_assert_cmpstr (progress, ==, "Progress 40%, expected 44%");
}

/* Each sign gives its reason; those without room give way. */
static void
test_signs (Fixture       *fixture,
            gconstpointer  unused)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *few = NULL;

  set_metric (fixture, QD_METRIC_CHANGE, 0, 10, NAN, "");
  check_in (fixture, 0, 1, 2, "Nobody answers");
  add_milestone (fixture, TRUE);
  add_milestone (fixture, FALSE);
  qd_edit_new_comment (fixture->file.store, fixture->id, "Oh.", &error);
  qd_edit_new_dependency (fixture->file.store, fixture->id, "Prices", "Finance",
                          qd_clock_today (), &error);
  g_assert_no_error (error);
  qd_card_face_forget (fixture->face);

  few = sweep (fixture, WIDTH, 4);
  g_assert_true (g_str_has_prefix (few, "At risk: At 10% where 44% is expected by now | "
                                   "In Progress, but at 10% where 44% is expected by now\n"));
  g_assert_nonnull (strstr (few, "\nIn Progress, but confidence is 2 of 10 | "
                                 "A blocker is noted that is not resolved | "
                                 "Waits for 1 thing | 1 of 2 milestones done | 1 comment | "
                                 "Confidence 2 of 10, low | Last check-in on "));

  assert_foot (fixture, 100, "At risk: At 10% where 44% is expected by now | "
               "In Progress, but at 10% where 44% is expected by now\n"
               "At risk, but 1 dependency is not escalated\n"
               "In Progress, but confidence is 2 of 10 | "
               "A blocker is noted that is not resolved | Waits for 1 thing");
}

static char *
dup_label (QdCard *card)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  qd_card_text_get_halves (card, &before, &after);

  return qd_card_text_join (before, after, 0, 1);
}

/* An answer holds until the facts are others. */
static void
test_answered (Fixture       *fixture,
               gconstpointer  unused)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;
  g_autofree char *later = NULL;

  set_metric (fixture, QD_METRIC_CHANGE, 0, 10, NAN, "");
  check_in (fixture, 0, 12, QD_CONFIDENCE_NONE, NULL);
  qd_edit_answer (fixture->file.store, fixture->id, QD_DISAGREEMENT_DONE_ELSEWHERE,
                  "p=120;role=2", "Seasonal,\nexpected",
                  &error);
  g_assert_no_error (error);
  qd_card_face_forget (fixture->face);

  later = sweep (fixture, WIDTH, 4);
  g_assert_nonnull (strstr (later, "At 120%, but not in Complete\n"
                                   "Answer: “Seasonal, expected” | "));
  label = dup_label (fixture->card);
  g_assert_cmpstr (label, ==, "Win ten teams, key result, In Progress, 1 of 1, 120 percent,"
                   " expected 44, Complete, Target reached (answered)");

  check_in (fixture, 0, 13, QD_CONFIDENCE_NONE, NULL);
  g_free (label);
  label = dup_label (fixture->card);
  g_assert_cmpstr (label, ==, "Win ten teams, key result, In Progress, 1 of 1, 130 percent,"
                   " expected 44, Complete, Target reached");
}

/* Lines that have nothing to say take no room. */
static void
test_height (Fixture       *fixture,
             gconstpointer  unused)
{
  const int outdated = qd_card_face_measure (fixture->face, WIDTH);
  int measured, checked;

  set_metric (fixture, QD_METRIC_CHANGE, 0, 10, NAN, "");
  measured = qd_card_face_measure (fixture->face, WIDTH);
  g_assert_cmpint (measured, >, outdated);

  check_in (fixture, 0, 5, 7, NULL);
  checked = qd_card_face_measure (fixture->face, WIDTH);
  g_assert_cmpint (checked, >, measured);
  g_assert_cmpint (checked, <=, measured + 12);

  /* The corner of an objective, and else the line itself, has room for three. */
  check_in (fixture, 0, 6, 7, NULL);
  check_in (fixture, 0, 7, 7, NULL);
  g_assert_cmpint (qd_card_face_measure (fixture->face, WIDTH), <=, checked + 4);
}

/* The whole of a compact face, from its top. */
static char *
dup_compact_tip (Fixture *fixture,
                 int      x,
                 int      above_end)
{
  const int height = qd_card_face_measure (fixture->face, WIDTH);

  return qd_card_face_dup_tooltip (fixture->face, fixture->file.store, WIDTH, height, x,
                                   height - above_end);
}

/* Title, colour and progress; signs only of what is in trouble. */
static void
test_compact (Fixture       *fixture,
              gconstpointer  unused)
{
  g_autofree char *progress = NULL;
  g_autofree char *blocked = NULL;
  g_autofree char *ill = NULL;
  g_autofree char *fine = NULL;
  int whole, low;

  set_metric (fixture, QD_METRIC_CHANGE, 0, 10, NAN, "");
  check_in (fixture, 0, 9, 8, NULL);
  add_milestone (fixture, TRUE);
  whole = qd_card_face_measure (fixture->face, WIDTH);
  g_assert_true (qd_card_face_set_compact (fixture->face, TRUE));
  g_assert_false (qd_card_face_set_compact (fixture->face, TRUE));
  low = qd_card_face_measure (fixture->face, WIDTH);
  g_assert_cmpint (low, <=, whole / 2);
  fine = sweep (fixture, WIDTH, 4);
  g_assert_cmpstr (fine, ==, "Progress 90%, expected 44%");

  check_in (fixture, 0, 1, 8, "Nobody answers");
  g_assert_cmpint (qd_card_face_measure (fixture->face, WIDTH), >, low);
  progress = dup_compact_tip (fixture, 20, 4);
  g_assert_cmpstr (progress, ==, "Progress 10%, expected 44%");
  ill = dup_compact_tip (fixture, WIDTH - 30, 4);
  g_assert_cmpstr (ill, ==, "At risk: At 10% where 44% is expected by now");
  blocked = dup_compact_tip (fixture, WIDTH - 4, 4);
  g_assert_cmpstr (blocked, ==, "A blocker is noted that is not resolved");

  qd_card_face_set_compact (fixture->face, FALSE);
  g_assert_cmpint (qd_card_face_measure (fixture->face, WIDTH), >=, whole);
}

/* Three lines of a long title, and all of it in the tooltip. */
static void
test_compact_title (Fixture       *fixture,
                    gconstpointer  unused)
{
  const char *title = "Win ten teams with more than fifty people each, of which three at least"
                      " stay for longer than a year and tell of it in a story of their own";
  g_autofree char *tip = NULL;
  g_autoptr (GError) error = NULL;
  int before;

  qd_card_face_set_compact (fixture->face, TRUE);
  before = qd_card_face_measure (fixture->face, 120);
  qd_edit_rename (fixture->file.store, QD_ENTITY_CARD, fixture->id, title, &error);
  g_assert_no_error (error);
  qd_card_face_forget (fixture->face);

  g_assert_cmpint (qd_card_face_measure (fixture->face, 120), <, 4 * before);
  tip = qd_card_face_dup_tooltip (fixture->face, fixture->file.store, 120, 40, 20, 4);
  g_assert_cmpstr (tip, ==, title);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

#define ADD(name, function) \
  g_test_add ("/card-face/" name, Fixture, NULL, set_up, function, tear_down)

  g_test_add_func ("/card-face/line", test_line);
  ADD ("metrics", test_metrics);
  ADD ("limits", test_limits);
  ADD ("milestones", test_milestones);
  ADD ("signs", test_signs);
  ADD ("answered", test_answered);
  ADD ("height", test_height);
  ADD ("compact", test_compact);
  ADD ("compact-title", test_compact_title);

  return g_test_run ();
}
