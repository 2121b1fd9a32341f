/* One card: what it says, how high it is, and what it survives. */

#include "config.h"

#include <gtk/gtk.h>
#include <math.h>

#include "card/qd-card-view.h"
#include "model/qd-card-private.h"
#include "model/qd-column-private.h"
#include "model/qd-entity-private.h"
#include "model/qd-key-result-private.h"
#include "model/qd-objective-private.h"
#include "model/qd-person-private.h"
#include "ui-fixture.h"
#include "widgets/qd-card-text.h"

#define WIDTH 220

typedef struct
{
  QdColumn *column;
  QdObjective *objective;
  QdPerson *owner;
  QdKeyResult *card;
  QdCardView *view;
  GtkWidget *window;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  unused)
{
  fixture->column = qd_column_new (1);
  qd_entity_set_title (QD_ENTITY (fixture->column), "In Progress");
  fixture->objective = qd_objective_new (2);
  qd_entity_set_title (QD_ENTITY (fixture->objective), "Reliability");
  fixture->owner = qd_person_new (3);
  qd_entity_set_title (QD_ENTITY (fixture->owner), "Maria Keller");
  fixture->card = qd_key_result_new (4);
  qd_entity_set_title (QD_ENTITY (fixture->card), "Raise NPS");
  qd_card_set_column (QD_CARD (fixture->card), fixture->column);

  fixture->view = QD_CARD_VIEW (qd_card_view_new (NULL));
  fixture->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->view));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  unused)
{
  g_object_ref (fixture->view);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
  g_assert_finalize_object (fixture->view);
  g_assert_finalize_object (fixture->card);
  g_assert_finalize_object (fixture->owner);
  g_assert_finalize_object (fixture->objective);
  g_assert_finalize_object (fixture->column);
}

static void
take_summary (Fixture   *fixture,
              QdSummary *summary)
{
  qd_key_result_take_summary (fixture->card, summary);
}

/* One check-in that said a value, if it is any. */
static void
set_reading (Fixture *fixture,
             double   value)
{
  QdSummary summary = { .current = value, .confidence = QD_CONFIDENCE_NONE };

  if (!isnan (value))
    {
      summary.readings = g_new (QdPoint, 1);
      summary.readings[0] = (QdPoint) { qd_clock_today (), value };
      summary.n_readings = 1;
      summary.checked = qd_clock_today ();
    }
  take_summary (fixture, &summary);
}

static void
set_figures (Fixture    *fixture,
             double      baseline,
             double      target,
             double      current,
             const char *unit)
{
  qd_key_result_set_metric (fixture->card, QD_METRIC_CHANGE);
  qd_key_result_set_baseline (fixture->card, baseline);
  qd_key_result_set_target (fixture->card, target);
  set_reading (fixture, current);
  qd_key_result_set_unit (fixture->card, unit);
}

static int
measure (Fixture *fixture,
         int      width)
{
  int minimum, natural;

  gtk_widget_measure (GTK_WIDGET (fixture->view), GTK_ORIENTATION_VERTICAL,
                      width, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, ==, natural);

  return natural;
}

/* Draws the card, as a frame would. */
static void
draw (Fixture *fixture)
{
  GtkWidget *widget = GTK_WIDGET (fixture->view);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;

  gtk_window_present (GTK_WINDOW (fixture->window));
  while (gtk_widget_get_width (widget) == 0)
    g_main_context_iteration (NULL, TRUE);

  GTK_WIDGET_GET_CLASS (widget)->snapshot (widget, snapshot);
  node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  g_assert_cmpint (node != NULL, ==, qd_card_view_get_item (fixture->view) != NULL);
}

/* What changed is told together, in a moment, whether or not the card is in sight. */
static void
assert_label (Fixture    *fixture,
              const char *label)
{
  ui_settle ();
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture->view),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, label);
}

static void
test_clip (void)
{
  g_autofree char *many = g_strnfill (100000, 'x');
  g_autofree char *clipped = qd_card_text_clip (many);
  const struct
  {
    const char *text;
    const char *clipped;
  } cases[] = {
    { "", "" },
    { "  \n\t ", "" },
    { " one\r\ntwo\t\tthree ", "one two three" },
    { "<b>bold</b> & more", "<b>bold</b> & more" },
    { "a\x01z", "a z" },
    { "a\u2029z", "a z" },
    { "\u202e\u05d0", "\u202e\u05d0" },
  };

  g_assert_cmpint (g_utf8_strlen (clipped, -1), ==, 401);
  g_assert_true (g_str_has_suffix (clipped, "x…"));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = qd_card_text_clip (cases[i].text);

      g_assert_cmpstr (text, ==, cases[i].clipped);
    }
}

static void
test_metric (Fixture       *fixture,
             gconstpointer  unused)
{
  const struct
  {
    double baseline, target, current;
    const char *unit;
    const char *text;
  } cases[] = {
    { NAN, NAN, NAN, "", NULL },
    { NAN, NAN, NAN, "users", NULL },
    { 200, 500, 350, "users", "200 → 500, now 350\u00a0users" },
    { 200, 500, NAN, "users", "200 → 500\u00a0users" },
    { 200, 500, 350, "", "200 → 500, now 350" },
    { 35, 80, 52, "%", "35% → 80%, now 52%" },
    { 120, 80, NAN, "$", "$120 → $80" },
    { NAN, 20, NAN, "talks", "Target 20\u00a0talks" },
    { NAN, 20, 3, "talks", "Target 20, now 3\u00a0talks" },
    { 7, NAN, NAN, "days", "From 7\u00a0days" },
    { 7, NAN, 6.5, "days", "From 7, now 6.5\u00a0days" },
    { NAN, NAN, 6.5, "days", "Now 6.5\u00a0days" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = NULL;

      set_figures (fixture, cases[i].baseline, cases[i].target,
                   cases[i].current, cases[i].unit);
      text = qd_card_text_metric (QD_CARD (fixture->card));
      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_cmpint (qd_card_text_has_metric (QD_CARD (fixture->card)), ==,
                       text != NULL);
    }
}

static void
test_label (Fixture       *fixture,
            gconstpointer  unused)
{
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (fixture->view),
                                   GTK_ACCESSIBLE_ROLE_LIST_ITEM);

  qd_card_view_set_item (fixture->view, QD_CARD (fixture->card));
  qd_card_view_set_place (fixture->view, 1, 5);
  assert_label (fixture, "Raise NPS, key result, In Progress, 2 of 5");

  /* Whatever changes about the card is heard. */
  set_figures (fixture, 200, 500, 350, "users");
  qd_card_set_objective (QD_CARD (fixture->card), fixture->objective);
  qd_card_set_owner (QD_CARD (fixture->card), fixture->owner);
  qd_entity_set_title (QD_ENTITY (fixture->card), "Raise\nNPS");
  assert_label (fixture, "Raise NPS, key result, In Progress, 2 of 5, 50 percent,"
                         " Reliability, Maria Keller");

  qd_entity_set_title (QD_ENTITY (fixture->objective), "Calm nights");
  assert_label (fixture, "Raise NPS, key result, In Progress, 2 of 5, 50 percent,"
                         " Calm nights, Maria Keller");

  qd_entity_set_title (QD_ENTITY (fixture->card), "");
  qd_card_set_objective (QD_CARD (fixture->card), NULL);
  qd_card_set_owner (QD_CARD (fixture->card), NULL);
  set_figures (fixture, 200, 500, NAN, "users");
  assert_label (fixture, "Untitled, key result, In Progress, 2 of 5");
}

static void
test_unbound (Fixture       *fixture,
              gconstpointer  unused)
{
  g_autoptr (QdKeyResult) other = qd_key_result_new (5);

  qd_entity_set_title (QD_ENTITY (other), "Lower churn");
  qd_card_view_set_item (fixture->view, QD_CARD (fixture->card));
  qd_card_view_set_item (fixture->view, QD_CARD (other));
  qd_card_view_set_place (fixture->view, 0, 1);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture->view),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Lower churn, key result, 1 of 1");

  /* The card that was shown before has nothing to say any more. */
  qd_entity_set_title (QD_ENTITY (fixture->card), "Raise NPS further");
  assert_label (fixture, "Lower churn, key result, 1 of 1");

  qd_card_view_set_item (fixture->view, NULL);
  g_assert_null (qd_card_view_get_item (fixture->view));
  draw (fixture);
}

static void
test_height (Fixture       *fixture,
             gconstpointer  unused)
{
  g_autofree char *long_title = g_strnfill (300, 'x');
  int one_line, lines, four_lines, with_objective, with_metric, with_bar;

  qd_card_view_set_item (fixture->view, QD_CARD (fixture->card));
  one_line = measure (fixture, WIDTH);

  qd_entity_set_title (QD_ENTITY (fixture->card),
                       "Raise the net promoter score of all teams a lot");
  lines = measure (fixture, WIDTH);
  g_assert_cmpint (lines, >, one_line);
  g_assert_cmpint (measure (fixture, WIDTH / 2), >, lines);
  g_assert_cmpint (measure (fixture, WIDTH * 4), ==, one_line);

  qd_entity_set_title (QD_ENTITY (fixture->card), long_title);
  four_lines = measure (fixture, WIDTH);
  g_assert_cmpint (four_lines, <=, 4 * one_line);
  g_assert_cmpint (four_lines, >, 3 * one_line);

  qd_entity_set_title (QD_ENTITY (fixture->card), "Raise NPS");
  g_assert_cmpint (measure (fixture, WIDTH), ==, one_line);

  qd_card_set_objective (QD_CARD (fixture->card), fixture->objective);
  with_objective = measure (fixture, WIDTH);
  g_assert_cmpint (with_objective, >, one_line);

  set_figures (fixture, 200, 500, NAN, "users");
  with_metric = measure (fixture, WIDTH);
  g_assert_cmpint (with_metric, >, with_objective);

  set_figures (fixture, 200, 500, 350, "users");
  with_bar = measure (fixture, WIDTH);
  g_assert_cmpint (with_bar, >, with_metric);

  /* The initials are in the line of the bar, which is a bit lower. */
  qd_card_set_owner (QD_CARD (fixture->card), fixture->owner);
  g_assert_cmpint (measure (fixture, WIDTH), <=, with_bar + 8);
}

/* A card that shows follows the font of the desktop. */
static void
test_font (Fixture       *fixture,
           gconstpointer  unused)
{
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (fixture->view));
  g_autofree char *font = NULL;
  int height;

  qd_card_view_set_item (fixture->view, QD_CARD (fixture->card));
  draw (fixture);
  height = measure (fixture, WIDTH);

  g_object_get (settings, "gtk-font-name", &font, NULL);
  g_object_set (settings, "gtk-font-name", "Cantarell 24", NULL);
  while (measure (fixture, WIDTH) == height)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (measure (fixture, WIDTH), >, 3 * height / 2);

  g_object_set (settings, "gtk-font-name", font, NULL);
  while (measure (fixture, WIDTH) != height)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_rtl (Fixture       *fixture,
          gconstpointer  unused)
{
  int height;

  qd_card_set_objective (QD_CARD (fixture->card), fixture->objective);
  qd_card_set_owner (QD_CARD (fixture->card), fixture->owner);
  set_figures (fixture, 200, 500, 350, "users");
  qd_card_view_set_item (fixture->view, QD_CARD (fixture->card));
  height = measure (fixture, WIDTH);

  gtk_widget_set_direction (GTK_WIDGET (fixture->view), GTK_TEXT_DIR_RTL);
  g_assert_cmpint (measure (fixture, WIDTH), ==, height);
  draw (fixture);

  qd_entity_set_title (QD_ENTITY (fixture->card), "\u05d0\u05d1\u05d2 100");
  draw (fixture);
}

static void
test_hostile (Fixture       *fixture,
              gconstpointer  unused)
{
  g_autofree char *huge = g_strnfill (100 * 1024, 'W');
  g_autofree char *huge_words = NULL;
  const char *titles[] = {
    "",
    "<span size='99999999'>big</span>",
    "&amp; & <unclosed",
    "one\ntwo\r\nthree\vfour\ffive\u2028six\u2029seven",
    "\u202eevil\u202d \u2066isolated\u2069",
    "e\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301",
    "👩‍👩‍👧‍👦🏳️‍🌈🇩🇪 1️⃣",
    "\u0627\u0644\u0639\u0631\u0628\u064a\u0629 mixed \u05e2\u05d1\u05e8\u05d9\u05ea",
    "%s%n%d %",
    "\u00a0\u200b\u200d\ufeff",
    huge,
    NULL, /* huge words */
  };
  int one_line;

  huge_words = g_strnfill (100 * 1024, 'a');
  for (gsize i = 5; i < 100 * 1024; i += 6)
    huge_words[i] = ' ';
  titles[G_N_ELEMENTS (titles) - 1] = huge_words;

  qd_card_view_set_item (fixture->view, QD_CARD (fixture->card));
  one_line = measure (fixture, WIDTH);

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      qd_entity_set_title (QD_ENTITY (fixture->card), titles[i]);
      qd_entity_set_title (QD_ENTITY (fixture->objective), titles[i]);
      qd_entity_set_title (QD_ENTITY (fixture->owner), titles[i]);
      qd_card_set_objective (QD_CARD (fixture->card), fixture->objective);
      qd_card_set_owner (QD_CARD (fixture->card), fixture->owner);
      set_figures (fixture, -1e300, 1e300, 1e-300, titles[i]);

      /* Title, objective, figures, foot, and no more. */
      g_assert_cmpint (measure (fixture, WIDTH), <, 12 * one_line);
      g_assert_cmpint (measure (fixture, 1), <, 12 * one_line);
      draw (fixture);
    }
}

static void
test_gap (Fixture       *fixture,
          gconstpointer  unused)
{
  GtkWidget *widget = GTK_WIDGET (fixture->view);
  g_autoptr (QdKeyResult) other = qd_key_result_new (5);

  qd_card_view_set_item (fixture->view, QD_CARD (fixture->card));

  qd_card_view_set_gap (fixture->view, 80, 0, FALSE);
  g_assert_true (gtk_widget_has_css_class (widget, "gap"));
  g_assert_cmpint (gtk_widget_get_margin_top (widget), ==, 80);

  qd_card_view_set_gap (fixture->view, 0, 60, FALSE);
  g_assert_true (gtk_widget_has_css_class (widget, "gap"));
  g_assert_cmpint (gtk_widget_get_margin_top (widget), ==, 0);
  g_assert_cmpint (gtk_widget_get_margin_bottom (widget), ==, 60);

  qd_card_view_set_gap (fixture->view, 0, 0, FALSE);
  g_assert_false (gtk_widget_has_css_class (widget, "gap"));
  g_assert_cmpint (gtk_widget_get_margin_bottom (widget), ==, 0);

  /* A recycled row keeps nothing of the card before. */
  qd_card_view_set_gap (fixture->view, 80, 0, TRUE);
  qd_card_view_set_dragging (fixture->view, TRUE);
  qd_card_view_set_item (fixture->view, QD_CARD (other));
  g_assert_false (gtk_widget_has_css_class (widget, "gap"));
  g_assert_false (gtk_widget_has_css_class (widget, "dragging"));
  g_assert_cmpint (gtk_widget_get_margin_top (widget), ==, 0);

  qd_card_view_set_item (fixture->view, NULL);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

#define ADD(name, function) \
  g_test_add ("/card/" name, Fixture, NULL, set_up, function, tear_down)

  g_test_add_func ("/card/clip", test_clip);
  ADD ("metric", test_metric);
  ADD ("label", test_label);
  ADD ("unbound", test_unbound);
  ADD ("height", test_height);
  ADD ("font", test_font);
  ADD ("rtl", test_rtl);
  ADD ("hostile", test_hostile);
  ADD ("gap", test_gap);

  return g_test_run ();
}
