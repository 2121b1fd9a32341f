/* The details pane as a whole: how narrow it can be whatever a card has, what it is
 * in a file that can only be read, and when it follows what. */

#include "config.h"

#include <gtk/gtk.h>
#include <string.h>
#include <time.h>

#include "details-fixture.h"
#include "details/qd-details-pane.h"
#include "details/qd-key-result-form.h"
#include "details/qd-milestone-list.h"
#include "details/qd-timeline-row.h"
#include "store/qd-edit.h"
#include "widgets/qd-day-text.h"
#include "widgets/qd-markdown-view.h"
#include "widgets/qd-text-field.h"

/* What the pane gets beside a board, in application pixels. */
#define WIDTH 380

#define DAY_SECONDS (24 * 60 * 60)

#define LONG_WORD "Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamte"

/* By how many days the clock was put forward. */
static guint n_days_later;

/* What the program asks for the time, in place of GLib's own. */
gint64
g_get_real_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_REALTIME, &now);

  return ((gint64) now.tv_sec + (gint64) n_days_later * DAY_SECONDS) * G_USEC_PER_SEC +
         now.tv_nsec / 1000;
}

/* Widths come from the style, too. */
static void
load_style (void)
{
  g_autoptr (GtkCssProvider) style = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (style, "/org/quarterdeck/Quarterdeck/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (style),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

static void
show (DetailsFixture *fixture)
{
  g_autoptr (QdToday) today = qd_today_new (NULL);
  GtkWidget *pane = qd_details_pane_new (fixture->file.store, today);

  qd_details_pane_set_card (QD_DETAILS_PANE (pane), QD_CARD (fixture->nps));
  details_show (fixture, pane);
}

static int
get_minimum (GtkWidget *widget)
{
  int minimum;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);

  return minimum;
}

/* Says from whom the width comes: always the child that asks for most. */
static void
explain (GtkWidget *widget)
{
  while (widget != NULL)
    {
      GtkWidget *widest = NULL;

      g_test_message ("%s %s wants %d", G_OBJECT_TYPE_NAME (widget),
                      gtk_widget_get_name (widget), get_minimum (widget));
      for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
           child = gtk_widget_get_next_sibling (child))
        {
          if (gtk_widget_get_visible (child) &&
              (widest == NULL || get_minimum (child) > get_minimum (widest)))
            widest = child;
        }
      widget = widest;
    }
}

static void
assert_narrow (DetailsFixture *fixture)
{
  ui_settle ();
  if (get_minimum (fixture->widget) > WIDTH)
    explain (fixture->widget);
  g_assert_cmpint (get_minimum (fixture->widget), <=, WIDTH);
}

static void
set_text (DetailsFixture *fixture,
          QdField         field,
          const char     *text)
{
  g_autoptr (GError) error = NULL;

  qd_edit_set_text (fixture->file.store, details_get_id (fixture->nps), field, text, FALSE,
                    &error);
  g_assert_no_error (error);
}

static void
rename_thing (DetailsFixture *fixture,
              QdEntityKind    kind,
              gpointer        entity)
{
  g_autoptr (GError) error = NULL;

  qd_edit_rename (fixture->file.store, kind, details_get_id (entity), LONG_WORD, &error);
  g_assert_no_error (error);
}

/* Everything that a card can have, in words that cannot be broken. */
static void
fill_words (DetailsFixture *fixture)
{
  const QdId card = details_get_id (fixture->nps);
  QdStore *store = fixture->file.store;
  g_autoptr (GError) error = NULL;
  QdId id;

  qd_store_set_author (store, LONG_WORD);
  rename_thing (fixture, QD_ENTITY_CARD, fixture->nps);
  rename_thing (fixture, QD_ENTITY_COLUMN, qd_card_get_column (QD_CARD (fixture->nps)));
  set_text (fixture, QD_FIELD_CARD_UNIT, "Betriebswerkbauunterbeamtenanwaertertage");
  set_text (fixture, QD_FIELD_CARD_MEASUREMENT, LONG_WORD);
  set_text (fixture, QD_FIELD_CARD_DESCRIPTION,
            "# " LONG_WORD "\n\n" LONG_WORD "\n\n- [" LONG_WORD "](https://example.org/)\n"
            "- `" LONG_WORD "`\n");
  qd_edit_set_owner (store, card, LONG_WORD, &error);
  g_assert_no_error (error);
  id = qd_edit_new_objective (store, details_get_id (fixture->file.growth), LONG_WORD, NULL, 1,
                              QD_ID_NONE, &error);
  g_assert_no_error (error);
  qd_edit_set_objective (store, card, id, &error);
  g_assert_no_error (error);
  qd_edit_new_comment (store, card, LONG_WORD, &error);
  g_assert_no_error (error);
}

static void
fill_lists (DetailsFixture *fixture)
{
  const QdId card = details_get_id (fixture->nps);
  const QdDay today = qd_clock_today ();
  QdStore *store = fixture->file.store;
  g_autoptr (GError) error = NULL;
  QdId id;

  id = qd_edit_new_milestone (store, card, LONG_WORD, &error);
  qd_edit_set_milestone_due (store, id, today - 1, &error);
  qd_edit_new_phase (store, card, today, 123456789.123, &error);
  qd_edit_new_dependency (store, card, LONG_WORD, LONG_WORD, today - 30, &error);
  id = qd_edit_new_dependency (store, card, "Escalated", LONG_WORD, today - 30, &error);
  qd_edit_escalate_dependency (store, id, today - 20, &error);
  id = qd_edit_new_dependency (store, card, "Resolved", LONG_WORD, today - 30, &error);
  qd_edit_resolve_dependency (store, id, today - 20, &error);
  g_assert_no_error (error);

  details_check_in (fixture, fixture->nps, today - 10, 123456789, LONG_WORD, 2);
  id = details_check_in (fixture, fixture->nps, today - 5, 987654321.5, LONG_WORD, 7);
  qd_edit_resolve_blocker (store, id, today - 3, &error);
  g_assert_no_error (error);
}

/* Whatever is in it, however it is measured, there is room for it. */
static void
test_width (DetailsFixture *fixture,
            gconstpointer   unused)
{
  show (fixture);
  assert_narrow (fixture);
  fill_words (fixture);
  assert_narrow (fixture);
  fill_lists (fixture);
  assert_narrow (fixture);

  for (int metric = QD_METRIC_NONE; metric <= QD_METRIC_YES_NO; metric++)
    {
      g_autoptr (GError) error = NULL;

      qd_edit_set_metric (fixture->file.store, details_get_id (fixture->nps),
                          (QdMetricKind) metric, &error);
      g_assert_no_error (error);
      assert_narrow (fixture);
    }
}

/* Whether it shows or not. */
static GtkWidget *
find_any (GtkWidget *widget,
          GType      type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_any (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkWidget *
find_named (GtkWidget  *widget,
            GType       type,
            const char *name)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    {
      g_autofree char *differs = NULL;

      differs = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget),
                                                    GTK_ACCESSIBLE_PROPERTY_LABEL, name);
      if (differs == NULL)
        return widget;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_named (child, type, name);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* What a screen reader calls so; it must be there. */
static GtkWidget *
get_named (DetailsFixture *fixture,
           GType           type,
           const char     *name)
{
  GtkWidget *found = find_named (fixture->widget, type, name);

  if (found == NULL)
    g_error ("No %s is called “%s”", g_type_name (type), name);

  return found;
}

static void
type (DetailsFixture *fixture,
      const char     *entry,
      const char     *text)
{
  gtk_editable_set_text (GTK_EDITABLE (get_named (fixture, GTK_TYPE_ENTRY, entry)), text);
}

static void
edit_description (DetailsFixture *fixture,
                  gboolean        editing)
{
  gtk_toggle_button_set_active (
    GTK_TOGGLE_BUTTON (get_named (fixture, GTK_TYPE_TOGGLE_BUTTON, "Edit the Description")),
    editing);
}

static void
fill_text_views (GtkWidget  *widget,
                 const char *text,
                 guint      *n)
{
  if (GTK_IS_TEXT_VIEW (widget))
    {
      gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget)), text, -1);
      *n += 1;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    fill_text_views (child, text, n);
}

/* While it is typed, in all that has several lines. */
static void
test_typing_width (DetailsFixture *fixture,
                   gconstpointer   unused)
{
  g_autofree char *word = g_strnfill (3000, 'w');
  g_autoptr (GString) line = g_string_new (NULL);
  guint n = 0;

  while (line->len < 300)
    g_string_append (line, "Several words ");

  show (fixture);
  edit_description (fixture, TRUE);
  details_wait (fixture);
  fill_text_views (fixture->widget, word, &n);
  g_assert_cmpuint (n, >=, 3);
  details_wait (fixture);
  assert_narrow (fixture);
  fill_text_views (fixture->widget, line->str, &n);
  details_wait (fixture);
  assert_narrow (fixture);

  edit_description (fixture, FALSE);
  details_wait (fixture);
  assert_narrow (fixture);
}

static guint
count_rows (DetailsFixture *fixture)
{
  GtkListBox *list = GTK_LIST_BOX (get_named (fixture, GTK_TYPE_LIST_BOX, "Timeline"));
  guint n = 0;

  while (gtk_list_box_get_row_at_index (list, (int) n) != NULL)
    n++;

  return n;
}

/* A card shows at once, and what happened to it in the next frame. */
static void
test_frames (DetailsFixture *fixture,
             gconstpointer   unused)
{
  guint n;

  fill_lists (fixture);
  show (fixture);
  n = count_rows (fixture);
  g_assert_cmpuint (n, >, 0);

  qd_details_pane_set_card (QD_DETAILS_PANE (fixture->widget), QD_CARD (fixture->churn));
  qd_details_pane_set_card (QD_DETAILS_PANE (fixture->widget), QD_CARD (fixture->nps));
  g_assert_true (details_says (fixture->widget, "0 of 1"));
  g_assert_cmpuint (count_rows (fixture), ==, 0);
  details_wait (fixture);
  g_assert_cmpuint (count_rows (fixture), ==, n);

  /* It may go before the frame, or turn to no card. */
  qd_details_pane_set_card (QD_DETAILS_PANE (fixture->widget), QD_CARD (fixture->churn));
  qd_details_pane_set_card (QD_DETAILS_PANE (fixture->widget), NULL);
  details_wait (fixture);
  g_assert_cmpuint (count_rows (fixture), ==, 0);
  qd_details_pane_set_card (QD_DETAILS_PANE (fixture->widget), QD_CARD (fixture->nps));
}

/* What is out of sight when the pane opens follows in the next frame, each time. */
static void
test_opening (DetailsFixture *fixture,
              gconstpointer   unused)
{
  fill_lists (fixture);
  show (fixture);
  for (guint i = 0; i < 2; i++)
    {
      gtk_widget_set_visible (fixture->widget, FALSE);
      gtk_widget_set_visible (fixture->widget, TRUE);
      g_assert_nonnull (ui_find (fixture->widget, QD_TYPE_KEY_RESULT_FORM));
      g_assert_null (ui_find (fixture->widget, QD_TYPE_MILESTONE_LIST));
      details_wait (fixture);
      g_assert_nonnull (ui_find (fixture->widget, QD_TYPE_MILESTONE_LIST));
      g_assert_true (details_says (fixture->widget, "0 of 1"));
      g_assert_cmpuint (count_rows (fixture), >, 0);
    }
}

static GtkLabel *
find_label (GtkWidget  *widget,
            const char *text)
{
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))
    return GTK_LABEL (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkLabel *found = find_label (child, text);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* Only what happens to the card is read again; out of sight nothing is. */
static void
test_news (DetailsFixture *fixture,
           gconstpointer   unused)
{
  g_autoptr (GError) error = NULL;
  GtkLabel *count;
  guint n;

  fill_lists (fixture);
  show (fixture);
  n = count_rows (fixture);
  count = find_label (fixture->widget, "0 of 1");
  g_assert_nonnull (count);

  gtk_label_set_text (count, "as it was");
  qd_edit_set_text (fixture->file.store, details_get_id (fixture->churn),
                    QD_FIELD_CARD_DESCRIPTION, "Elsewhere", FALSE, &error);
  g_assert_no_error (error);
  details_wait (fixture);
  g_assert_cmpstr (gtk_label_get_text (count), ==, "as it was");

  set_text (fixture, QD_FIELD_CARD_UNIT, "stars");
  g_assert_cmpstr (gtk_label_get_text (count), ==, "0 of 1");
  details_wait (fixture);
  g_assert_cmpuint (count_rows (fixture), ==, n + 1);

  gtk_widget_set_visible (fixture->widget, FALSE);
  qd_edit_new_milestone (fixture->file.store, details_get_id (fixture->nps), "Second", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (gtk_label_get_text (count), ==, "0 of 1");
  gtk_widget_set_visible (fixture->widget, TRUE);
  details_wait (fixture);
  g_assert_cmpstr (gtk_label_get_text (count), ==, "0 of 2");
  g_assert_cmpuint (count_rows (fixture), ==, n + 2);
}

/* While somebody writes nobody sees how it will look. */
static void
test_description (DetailsFixture *fixture,
                  gconstpointer   unused)
{
  QdMarkdownView *view;

  set_text (fixture, QD_FIELD_CARD_DESCRIPTION, "Those who stay");
  show (fixture);
  view = QD_MARKDOWN_VIEW (find_any (fixture->widget, QD_TYPE_MARKDOWN_VIEW));
  g_assert_cmpstr (qd_markdown_view_get_text (view), ==, "Those who stay");

  edit_description (fixture, TRUE);
  set_text (fixture, QD_FIELD_CARD_DESCRIPTION, "Those who come back");
  g_assert_cmpstr (qd_markdown_view_get_text (view), ==, "Those who stay");
  edit_description (fixture, FALSE);
  g_assert_cmpstr (qd_markdown_view_get_text (view), ==, "Those who come back");
}

/* Another day begins while the details are open. */
static void
test_midnight (DetailsFixture *fixture,
               gconstpointer   unused)
{
  g_autoptr (QdToday) today = qd_today_new (NULL);
  GtkWidget *pane = qd_details_pane_new (fixture->file.store, today);
  g_autofree char *late = NULL;
  g_autofree char *day = qd_day_text_full (qd_clock_today ());
  g_autoptr (GError) error = NULL;
  GSource *tick;
  QdId id;

  id = qd_edit_new_milestone (fixture->file.store, details_get_id (fixture->nps), "First",
                              &error);
  g_assert_no_error (error);
  qd_edit_set_milestone_due (fixture->file.store, id, qd_clock_today (), &error);
  g_assert_no_error (error);
  qd_details_pane_set_card (QD_DETAILS_PANE (pane), QD_CARD (fixture->nps));
  details_show (fixture, pane);
  late = g_strdup_printf ("Overdue since %s", day);
  g_assert_false (details_says (pane, late));
  g_assert_true (details_says (pane, "Today"));

  n_days_later = 1;
  tick = g_main_context_find_source_by_user_data (NULL, today);
  g_source_set_ready_time (tick, 0);
  details_wait (fixture);
  g_assert_true (details_says (pane, late));
  g_assert_false (details_says (pane, "Today"));
  g_assert_true (details_says (pane, "Yesterday"));
  n_days_later = 0;
}

/* What was typed for one card is handed on before the pane shows the other, and what
 * comes of that touches nothing of the other. */
static void
test_turning (DetailsFixture *fixture,
              gconstpointer   unused)
{
  g_autoptr (GError) error = NULL;

  qd_edit_new_milestone (fixture->file.store, details_get_id (fixture->nps), "First", &error);
  qd_edit_new_dependency (fixture->file.store, details_get_id (fixture->nps), "Legal", "",
                          qd_clock_today (), &error);
  qd_edit_new_dependency (fixture->file.store, details_get_id (fixture->churn), "Finance", "",
                          qd_clock_today (), &error);
  g_assert_no_error (error);
  show (fixture);

  type (fixture, "Title of the milestone “First”", "First half");
  type (fixture, "Title of the dependency “Legal”", "Legal department");
  qd_details_pane_set_card (QD_DETAILS_PANE (fixture->widget), QD_CARD (fixture->churn));
  details_wait (fixture);

  details_assert_file (fixture, "SELECT title FROM milestone", "First half");
  details_assert_file (fixture, "SELECT title FROM dependency ORDER BY title",
                       "Finance\nLegal department");
  get_named (fixture, GTK_TYPE_ENTRY, "Title of the dependency “Finance”");
  g_assert_null (find_named (fixture->widget, GTK_TYPE_ENTRY, "Title of the dependency “Legal department”"));
}

/* All of what has the focus is in sight. */
static void
assert_focus_in_sight (DetailsFixture *fixture)
{
  GtkWidget *scroller = find_any (fixture->widget, GTK_TYPE_VIEWPORT);
  GtkWidget *focus;
  graphene_rect_t bounds;

  details_wait (fixture);
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_nonnull (focus);
  g_assert_true (gtk_widget_compute_bounds (focus, scroller, &bounds));
  g_assert_cmpfloat (bounds.origin.y, >=, 0);
  g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=,
                     (float) gtk_widget_get_height (scroller));
}

/* Nobody types blindly: not into what has just appeared, nor under what grows. */
static void
test_sight (DetailsFixture *fixture,
            gconstpointer   unused)
{
  GtkWidget *add_entry, *scroller;
  GtkAdjustment *adjustment;

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 400, 300);
  show (fixture);
  edit_description (fixture, TRUE);
  assert_focus_in_sight (fixture);

  add_entry = get_named (fixture, GTK_TYPE_ENTRY, "New milestone");
  gtk_widget_grab_focus (add_entry);
  for (guint i = 0; i < 6; i++)
    {
      gtk_editable_set_text (GTK_EDITABLE (add_entry), "Another one");
      g_signal_emit_by_name (add_entry, "activate");
      assert_focus_in_sight (fixture);
    }

  for (guint i = 0; i < 30; i++)
    {
      gtk_widget_child_focus (fixture->widget, GTK_DIR_TAB_FORWARD);
      assert_focus_in_sight (fixture);
    }

  /* Who scrolls away is left alone. */
  gtk_widget_grab_focus (add_entry);
  assert_focus_in_sight (fixture);
  scroller = gtk_widget_get_ancestor (find_any (fixture->widget, GTK_TYPE_VIEWPORT),
                                      GTK_TYPE_SCROLLED_WINDOW);
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  gtk_adjustment_set_value (adjustment, 0);
  details_wait (fixture);
  fill_lists (fixture);
  details_wait (fixture);
  g_assert_cmpfloat_with_epsilon (gtk_adjustment_get_value (adjustment), 0, 0.1);
}

/* Where a search leads. */
static void
test_found (DetailsFixture *fixture,
            gconstpointer   unused)
{
  QdDetailsPane *pane;
  g_autoptr (GError) error = NULL;
  GtkWidget *focus, *field;
  QdId id;

  id = qd_edit_new_comment (fixture->file.store, details_get_id (fixture->nps), "Well done",
                            &error);
  g_assert_no_error (error);
  fill_lists (fixture);
  show (fixture);
  pane = QD_DETAILS_PANE (fixture->widget);

  qd_details_pane_focus (pane);
  field = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  qd_details_pane_focus_entry (pane, details_get_id (fixture->nps));
  details_wait (fixture);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == field);

  qd_details_pane_focus_entry (pane, id);
  assert_focus_in_sight (fixture);
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_true (QD_IS_TIMELINE_ROW (focus));
  g_assert_cmpstr (qd_timeline_row_get_entry (QD_TIMELINE_ROW (focus))->text, ==, "Well done");
}

/* What a person could change something with, and is not switched off. */
static GtkWidget *
find_editable (GtkWidget *widget)
{
  const gboolean is_text = GTK_IS_TEXT (widget) || GTK_IS_TEXT_VIEW (widget);
  gboolean editable = TRUE;

  if (!gtk_widget_is_sensitive (widget) || !gtk_widget_get_mapped (widget))
    return NULL;
  /* To save a chart is to change nothing here. */
  if (GTK_IS_MENU_BUTTON (widget) &&
      gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (widget)) != NULL)
    return NULL;
  if (is_text)
    g_object_get (widget, "editable", &editable, NULL);
  if ((is_text && editable) || GTK_IS_CHECK_BUTTON (widget) || GTK_IS_DROP_DOWN (widget) ||
      (GTK_IS_BUTTON (widget) && gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)) == NULL))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_editable (child);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* All of it can be read, and nothing changed. */
static void
test_read_only (DetailsFixture *fixture,
                gconstpointer   unused)
{
  const QdId id = details_get_id (fixture->nps);
  GtkWidget *editable;

  set_text (fixture, QD_FIELD_CARD_DESCRIPTION, "Those who stay");
  fill_lists (fixture);
  ui_fixture_make_read_only (&fixture->file);
  fixture->nps = QD_KEY_RESULT (qd_store_lookup (fixture->file.store, id));
  show (fixture);

  g_assert_true (details_says (fixture->widget, "Raise NPS"));
  g_assert_true (details_says (fixture->widget, "Those who stay"));
  g_assert_true (details_says (fixture->widget, "Escalated"));
  g_assert_true (details_says (fixture->widget, "Confidence 7, high"));

  editable = find_editable (gtk_widget_get_last_child (fixture->widget));
  for (GtkWidget *within = editable; within != NULL; within = gtk_widget_get_parent (within))
    g_test_message ("A %s can be used", gtk_widget_get_name (within));
  g_assert_null (editable);
}

static void
add (const char *name,
     void      (*test) (DetailsFixture *,
                        gconstpointer))
{
  g_autofree char *path = g_strconcat ("/details/", name, NULL);

  g_test_add (path, DetailsFixture, NULL, details_fixture_set_up, test,
              details_fixture_tear_down);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  load_style ();

  add ("width", test_width);
  add ("typing-width", test_typing_width);
  add ("frames", test_frames);
  add ("opening", test_opening);
  add ("news", test_news);
  add ("description", test_description);
  add ("midnight", test_midnight);
  add ("turning", test_turning);
  add ("sight", test_sight);
  add ("found", test_found);
  add ("read-only", test_read_only);

  return g_test_run ();
}
