/* The page that leads through the end of a cycle: what one says goes to the file at once,
 * one can stop at any time, and nothing is lost when the board is opened again.
 */

#include "config.h"

#include <math.h>

#include "closing/qd-closing-form.h"
#include "closing/qd-closing-page.h"
#include "closing/qd-closing-row.h"
#include "closing/qd-closing-summary.h"
#include "details-fixture.h"
#include "store/qd-edit-close.h"
#include "store/qd-edit.h"
#include "widgets/qd-number-entry.h"
#include "widgets/qd-text-field.h"

typedef DetailsFixture Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  unused)
{
  details_fixture_set_up (fixture, NULL);
  details_check_in (fixture, fixture->nps, qd_clock_today (), 40, "", 6);
}

static QdClosingPage *
get_page (Fixture *fixture)
{
  return QD_CLOSING_PAGE (fixture->widget);
}

static QdClosingForm *
get_form (Fixture *fixture)
{
  return QD_CLOSING_FORM (ui_find (fixture->widget, QD_TYPE_CLOSING_FORM));
}

static void
begin (Fixture *fixture)
{
  GtkWidget *page = qd_closing_page_new (fixture->file.store);

  qd_closing_page_set_board (QD_CLOSING_PAGE (page), details_get_id (fixture->file.growth));
  details_show (fixture, page);
  qd_closing_page_focus (get_page (fixture));
}

static gboolean
is_shown (Fixture    *fixture,
          GType       type)
{
  GtkWidget *widget = ui_find (fixture->widget, type);

  return widget != NULL && gtk_widget_get_mapped (widget);
}

static void
activate (Fixture    *fixture,
          const char *action)
{
  g_assert_true (gtk_widget_activate_action (fixture->widget, action, NULL));
  details_wait (fixture);
}

static gboolean
has_focus (Fixture   *fixture,
           GtkWidget *widget)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

static void
assert_grades (Fixture    *fixture,
               const char *expected)
{
  details_assert_file (fixture, "SELECT coalesce(group_concat(title || ' ' || grade, '|'), '')"
                       " FROM (SELECT title, grade FROM card WHERE grade IS NOT NULL"
                       " ORDER BY title)", expected);
}

static QdClosingRow *
focused_row (Fixture *fixture)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  return QD_IS_CLOSING_ROW (focus) ? QD_CLOSING_ROW (focus) : NULL;
}

/* From the first key result to the overview, with the grades that are proposed. */
static void
test_walk (Fixture       *fixture,
           gconstpointer  unused)
{
  begin (fixture);
  g_assert_true (is_shown (fixture, QD_TYPE_CLOSING_FORM));
  g_assert_cmpint (qd_closing_form_get_card (get_form (fixture)), ==,
                   details_get_id (fixture->nps));
  g_assert_nonnull (ui_find_button (fixture->widget, "Take 0.5 and Go On"));
  g_assert_true (has_focus (fixture, ui_find (fixture->widget, QD_TYPE_NUMBER_ENTRY)));

  activate (fixture, "closing.on");
  g_assert_cmpint (qd_closing_form_get_card (get_form (fixture)), ==,
                   details_get_id (fixture->churn));
  activate (fixture, "closing.on");
  activate (fixture, "closing.on");
  g_assert_true (is_shown (fixture, QD_TYPE_CLOSING_SUMMARY));
  g_assert_true (details_says (fixture->widget, "Grade 0.17"));
  details_assert_file (fixture, "SELECT count(*) FROM card WHERE grade IS NOT NULL", "3");

  g_assert_nonnull (focused_row (fixture));
  g_assert_cmpint (qd_closing_row_get_card (focused_row (fixture)), ==,
                   details_get_id (fixture->nps));

  activate (fixture, "closing.back");
  g_assert_true (is_shown (fixture, QD_TYPE_CLOSING_FORM));
}

/* A grade of one's own asks why; what was learned is kept while it is typed. */
static void
test_answers (Fixture       *fixture,
              gconstpointer  unused)
{
  GtkWidget *entry;
  g_autofree char *novel = g_strnfill (4001, 'x');
  GtkWidget *fields[3];
  guint n = 0;

  begin (fixture);
  entry = ui_find (ui_find (fixture->widget, QD_TYPE_NUMBER_ENTRY), GTK_TYPE_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "0.8");
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (get_form (fixture)));
       child != NULL; child = gtk_widget_get_next_sibling (child))
    if (QD_IS_TEXT_FIELD (child))
      fields[n++] = child;
  g_assert_cmpuint (n, ==, 2);
  g_assert_false (gtk_widget_get_visible (fields[0]));
  g_signal_emit_by_name (entry, "activate");
  details_wait (fixture);
  assert_grades (fixture, "Raise NPS 0.8");
  g_assert_true (gtk_widget_get_visible (fields[0]));
  g_assert_cmpstr (qd_text_field_get_label (QD_TEXT_FIELD (fields[1])), ==,
                   "What did we learn, if anything?");

  gtk_editable_set_text (GTK_EDITABLE (ui_find (fields[1], GTK_TYPE_TEXT)), novel);
  g_assert_true (details_says (GTK_WIDGET (fixture->toaster),
                               "There is room for 4000 characters. The rest was left out."));
  g_assert_cmpuint (gtk_entry_get_text_length (GTK_ENTRY (ui_find (fields[1], GTK_TYPE_ENTRY))),
                    ==, 4000);
  gtk_editable_set_text (GTK_EDITABLE (ui_find (fields[1], GTK_TYPE_TEXT)), "Ask earlier");
  activate (fixture, "closing.on");
  details_assert_file (fixture, "SELECT learning FROM card WHERE title='Raise NPS'",
                       "Ask earlier");
}

/* What no grade can be holds one back, and stays in its field. */
static void
test_refused (Fixture       *fixture,
              gconstpointer  unused)
{
  GtkWidget *entry;

  begin (fixture);
  entry = ui_find (ui_find (fixture->widget, QD_TYPE_NUMBER_ENTRY), GTK_TYPE_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "good");
  activate (fixture, "closing.on");
  g_assert_true (details_says (fixture->widget, "A grade is a number from 0 to 1, as in 0.7."));
  gtk_editable_set_text (GTK_EDITABLE (entry), "7");
  activate (fixture, "closing.on");
  g_assert_true (details_says (fixture->widget, "A grade is a number from 0 to 1, as in 0.7."));
  g_assert_cmpint (qd_closing_form_get_card (get_form (fixture)), ==,
                   details_get_id (fixture->nps));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "7");
  assert_grades (fixture, "");
}

static void
decide (Fixture    *fixture,
        const char *decision)
{
  GtkWidget *button = ui_find_button (GTK_WIDGET (get_form (fixture)), decision);

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button),
                                !gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)));
  details_wait (fixture);
}

static void
test_decision (Fixture       *fixture,
               gconstpointer  unused)
{
  begin (fixture);
  decide (fixture, "Carry over");
  details_assert_file (fixture, "SELECT decision FROM card WHERE title='Raise NPS'", "2");
  decide (fixture, "Shelf");
  details_assert_file (fixture, "SELECT decision FROM card WHERE title='Raise NPS'", "3");
  g_assert_false (gtk_toggle_button_get_active (
    GTK_TOGGLE_BUTTON (ui_find_button (fixture->widget, "Carry over"))));
  decide (fixture, "Shelf");
  details_assert_file (fixture, "SELECT coalesce(decision, 0) FROM card"
                       " WHERE title='Raise NPS'", "0");
}

/* Who comes back goes on where something is missing. */
static void
test_resume (Fixture       *fixture,
             gconstpointer  unused)
{
  begin (fixture);
  decide (fixture, "Done");
  gtk_editable_set_text (GTK_EDITABLE (ui_find (ui_find (fixture->widget, QD_TYPE_NUMBER_ENTRY),
                                                GTK_TYPE_ENTRY)), "0.9");
  activate (fixture, "closing.on");
  qd_closing_page_set_board (get_page (fixture), details_get_id (fixture->file.growth));
  g_assert_cmpint (qd_closing_form_get_card (get_form (fixture)), ==,
                   details_get_id (fixture->churn));
}

/* A key result that another window takes away does not stay on the page. */
static void
test_gone (Fixture       *fixture,
           gconstpointer  unused)
{
  begin (fixture);
  g_assert_true (qd_edit_archive (fixture->file.store, QD_ENTITY_CARD,
                                  details_get_id (fixture->nps), TRUE, NULL));
  details_wait (fixture);
  g_assert_true (is_shown (fixture, QD_TYPE_CLOSING_SUMMARY));
  g_assert_false (details_says (ui_find (fixture->widget, QD_TYPE_CLOSING_SUMMARY),
                                "Raise NPS"));
}

/* Closed, and opened again: what was said is still there. */
static void
test_close (Fixture       *fixture,
            gconstpointer  unused)
{
  begin (fixture);
  for (guint i = 0; i < 3; i++)
    {
      decide (fixture, "Drop");
      activate (fixture, "closing.on");
    }
  activate (fixture, "closing.close");
  g_assert_cmpuint (qd_board_get_closed (fixture->file.growth), ==, qd_clock_today ());
  g_assert_true (details_says (fixture->widget, "Growth is closed"));
  g_assert_true (has_focus (fixture, ui_find_button (fixture->widget, "Plan the Next Cycle…")));
  g_assert_false (gtk_widget_activate_action (fixture->widget, "closing.back", NULL) &&
                  is_shown (fixture, QD_TYPE_CLOSING_FORM));

  activate (fixture, "closing.reopen");
  g_assert_cmpuint (qd_board_get_closed (fixture->file.growth), ==, QD_DAY_NONE);
  details_assert_file (fixture, "SELECT count(*) FROM card WHERE grade IS NOT NULL"
                       " AND decision=4", "3");
}

/* Not before all is said, and the overview says what is missing. */
static void
test_refusal (Fixture       *fixture,
              gconstpointer  unused)
{
  begin (fixture);
  activate (fixture, "closing.overview");
  activate (fixture, "closing.close");
  g_assert_cmpuint (qd_board_get_closed (fixture->file.growth), ==, QD_DAY_NONE);
  g_assert_true (details_says (fixture->widget, "3 key results are not graded yet."));
  activate (fixture, "closing.accept-all");
  g_assert_false (details_says (fixture->widget, "3 key results are not graded yet."));
  details_undo (fixture);
  details_wait (fixture);
  g_assert_true (details_says (fixture->widget, "3 key results are not graded yet."));
}

static void
test_rows (Fixture       *fixture,
           gconstpointer  unused)
{
  GtkWidget *list;
  GtkWidget *row;

  begin (fixture);
  activate (fixture, "closing.overview");
  list = ui_find (fixture->widget, GTK_TYPE_LIST_BOX);
  row = GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 2));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Lower churn, grade —: Not graded yet");
  g_signal_emit_by_name (list, "row-activated", row);
  details_wait (fixture);
  g_assert_cmpint (qd_closing_form_get_card (get_form (fixture)), ==,
                   qd_closing_row_get_card (QD_CLOSING_ROW (gtk_list_box_get_row_at_index (
                     GTK_LIST_BOX (list), 2))));
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void (* test) (Fixture *fixture, gconstpointer unused);
  } tests[] = {
    { "/closing-page/answers", test_answers },
    { "/closing-page/close", test_close },
    { "/closing-page/decision", test_decision },
    { "/closing-page/gone", test_gone },
    { "/closing-page/refusal", test_refusal },
    { "/closing-page/refused", test_refused },
    { "/closing-page/resume", test_resume },
    { "/closing-page/rows", test_rows },
    { "/closing-page/walk", test_walk },
  };

  gtk_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test,
                details_fixture_tear_down);

  return g_test_run ();
}
