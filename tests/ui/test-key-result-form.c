/* The form of a key result: what it refuses and tells, and that it shows what is in
 * the file by now, whoever changed it. */

#include "config.h"

#include <gtk/gtk.h>

#include "details-fixture.h"
#include "details/qd-key-result-form.h"
#include "store/qd-edit.h"
#include "widgets/qd-choice.h"
#include "widgets/qd-text-field.h"

#define LATER "Survey each release"

static void
set_up (DetailsFixture *fixture,
        gconstpointer   unused)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *form;

  details_fixture_set_up (fixture, NULL);
  form = qd_key_result_form_new (fixture->file.store);
  qd_key_result_form_set_card (QD_KEY_RESULT_FORM (form), fixture->nps);

  /* So that one can leave. */
  gtk_box_append (GTK_BOX (box), gtk_button_new_with_label ("Elsewhere"));
  gtk_box_append (GTK_BOX (box), form);
  details_show (fixture, box);
  fixture->widget = form;
}

static void
show_card (DetailsFixture *fixture,
           QdKeyResult    *card)
{
  qd_key_result_form_set_card (QD_KEY_RESULT_FORM (fixture->widget), card);
  ui_settle ();
}

/* Where the person types: in the field that screen readers call @label. */
static GtkWidget *
find_editor (GtkWidget  *widget,
             const char *label)
{
  g_autofree char *other = NULL;

  if (GTK_IS_ENTRY (widget) || GTK_IS_TEXT_VIEW (widget))
    {
      other = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget),
                                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label);
      return other == NULL ? widget : NULL;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *editor = find_editor (child, label);

      if (editor != NULL)
        return editor;
    }

  return NULL;
}

static GtkEditable *
get_entry (DetailsFixture *fixture,
           const char     *label)
{
  GtkWidget *entry = find_editor (fixture->widget, label);

  g_assert_true (GTK_IS_ENTRY (entry));

  return GTK_EDITABLE (entry);
}

static void
type (DetailsFixture *fixture,
      const char     *label,
      const char     *text)
{
  gtk_widget_grab_focus (GTK_WIDGET (get_entry (fixture, label)));
  gtk_editable_set_text (get_entry (fixture, label), text);
  ui_settle ();
}

static void
leave (DetailsFixture *fixture)
{
  gtk_widget_grab_focus (gtk_widget_get_prev_sibling (fixture->widget));
  ui_settle ();
}

static void
assert_typed (DetailsFixture *fixture,
              const char     *label,
              const char     *expected)
{
  g_assert_cmpstr (gtk_editable_get_text (get_entry (fixture, label)), ==, expected);
}

static QdChoice *
find_choice (GtkWidget  *widget,
             const char *label)
{
  g_autofree char *other = NULL;

  if (QD_IS_CHOICE (widget))
    g_object_get (widget, "label", &other, NULL);
  if (g_strcmp0 (other, label) == 0)
    return QD_CHOICE (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      QdChoice *choice = find_choice (child, label);

      if (choice != NULL)
        return choice;
    }

  return NULL;
}

static GtkDropDown *
get_drop_down (DetailsFixture *fixture,
               const char     *label)
{
  GtkWidget *choice = GTK_WIDGET (find_choice (fixture->widget, label));

  return GTK_DROP_DOWN (ui_find (choice, GTK_TYPE_DROP_DOWN));
}

/* What a screen reader says of a choice, and what the eye sees. */
static void
assert_chosen (DetailsFixture *fixture,
               const char     *label,
               const char     *expected)
{
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (get_drop_down (fixture, label)));
  g_autofree char *name = g_strdup_printf ("%s: %s", label, expected);

  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, name);
  g_assert_true (details_says (button, expected));
}

static void
assert_toast (DetailsFixture *fixture,
              const char     *expected)
{
  g_assert_cmpstr (qd_toaster_get_text (fixture->toaster), ==, expected);
}

static QdId
add_objective (DetailsFixture *fixture,
               const char     *title)
{
  g_autoptr (GError) error = NULL;
  QdId id;

  id = qd_edit_new_objective (fixture->file.store, details_get_id (fixture->file.growth), title,
                              NULL, 1, QD_ID_NONE, &error);
  g_assert_no_error (error);
  qd_edit_set_objective (fixture->file.store, details_get_id (fixture->nps), id, &error);
  g_assert_no_error (error);
  ui_settle ();

  return id;
}

/* With the same baseline and target, nothing could move: the choice goes back. */
static void
test_refused_choice (DetailsFixture *fixture,
                     gconstpointer   unused)
{
  const QdId churn = details_get_id (fixture->churn);
  g_autoptr (GError) error = NULL;

  qd_edit_set_figure (fixture->file.store, churn, QD_FIELD_CARD_BASELINE, 5, &error);
  g_assert_no_error (error);
  qd_edit_set_figure (fixture->file.store, churn, QD_FIELD_CARD_TARGET, 5, &error);
  g_assert_no_error (error);
  show_card (fixture, fixture->churn);

  gtk_drop_down_set_selected (get_drop_down (fixture, "Metric"), QD_METRIC_CHANGE);
  ui_settle ();
  assert_toast (fixture, "Baseline and target are the same, so nothing could be seen to move. "
                         "Give one of them another value.");
  g_assert_cmpuint (gtk_drop_down_get_selected (get_drop_down (fixture, "Metric")), ==,
                    QD_METRIC_NONE);
  details_assert_file (fixture, "SELECT coalesce(metric, 0) FROM card WHERE title='Lower churn'",
                       "0");
}

/* What the file did not take is told of, and is not in the fields of another card. */
static void
test_not_kept (DetailsFixture *fixture,
               gconstpointer   unused)
{
  details_execute (fixture, "ALTER TABLE chg RENAME TO gone");
  type (fixture, "Unit", "boxes");
  details_execute (fixture, "ALTER TABLE gone RENAME TO chg");
  g_assert_nonnull (qd_toaster_get_text (fixture->toaster));
  assert_typed (fixture, "Unit", "boxes");
  leave (fixture);

  show_card (fixture, fixture->churn);
  assert_toast (fixture, "What a field had refused was not kept");
  assert_typed (fixture, "Unit", "");
  type (fixture, "Unit", "%");
  details_assert_file (fixture, "SELECT unit FROM card WHERE unit IS NOT NULL ORDER BY title",
                       "%\npoints");

  show_card (fixture, fixture->nps);
  assert_typed (fixture, "Unit", "points");
}

static void
test_many_lines_not_kept (DetailsFixture *fixture,
                          gconstpointer   unused)
{
  GtkTextView *view = GTK_TEXT_VIEW (find_editor (fixture->widget, "How It Is Measured"));
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);

  details_execute (fixture, "ALTER TABLE chg RENAME TO gone");
  gtk_text_buffer_set_text (buffer, LATER, -1);
  details_execute (fixture, "ALTER TABLE gone RENAME TO chg");
  g_assert_cmpint (gtk_text_buffer_get_char_count (buffer), ==, (int) sizeof LATER - 1);

  show_card (fixture, fixture->churn);
  g_assert_cmpint (gtk_text_buffer_get_char_count (buffer), ==, 0);
}

/* There is no card without a title: who leaves sees the one it has, and why. */
static void
test_empty_title (DetailsFixture *fixture,
                  gconstpointer   unused)
{
  const char *reason = "A title cannot be empty. Nothing was changed.";

  type (fixture, "Title", "");
  assert_typed (fixture, "Title", "");
  g_assert_false (details_says (fixture->widget, reason));

  leave (fixture);
  assert_typed (fixture, "Title", "Raise NPS");
  g_assert_true (details_says (fixture->widget, reason));

  type (fixture, "Title", "Raise it");
  g_assert_false (details_says (fixture->widget, reason));
  details_assert_file (fixture, "SELECT title FROM card WHERE unit='points'", "Raise it");
}

/* Undo brings the title back into a field that was emptied. */
static void
test_undo_empty_title (DetailsFixture *fixture,
                       gconstpointer   unused)
{
  type (fixture, "Title", "Quite new");
  type (fixture, "Title", "");
  details_undo (fixture);
  assert_typed (fixture, "Title", "Raise NPS");
  type (fixture, "Title", "Raise NPS more");
  details_assert_file (fixture, "SELECT title FROM card WHERE unit='points'", "Raise NPS more");
}

/* Another word may come after a space, until one leaves: that is one step, too. */
static void
test_tidy_title (DetailsFixture *fixture,
                 gconstpointer   unused)
{
  type (fixture, "Title", "Raise it ");
  assert_typed (fixture, "Title", "Raise it ");
  details_assert_file (fixture, "SELECT title||'|' FROM card WHERE unit='points'", "Raise it |");

  leave (fixture);
  assert_typed (fixture, "Title", "Raise it");
  details_assert_file (fixture, "SELECT title||'|' FROM card WHERE unit='points'", "Raise it|");
  details_undo (fixture);
  assert_typed (fixture, "Title", "Raise NPS");
}

static void
on_store_changed (guint *n_changes)
{
  (*n_changes)++;
}

/* Typing over what is selected, as GTK does it, is one edit; deleting it is, too. */
static void
test_type_over (DetailsFixture *fixture,
                gconstpointer   unused)
{
  GtkEditable *unit = get_entry (fixture, "Unit");
  GtkTextView *view = GTK_TEXT_VIEW (find_editor (fixture->widget, "How It Is Measured"));
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter start, end;
  guint n_changes = 0;
  int position = 0;

  gtk_text_buffer_set_text (buffer, "Survey", -1);
  g_signal_connect_swapped (fixture->file.store, "changed", G_CALLBACK (on_store_changed),
                            &n_changes);

  gtk_editable_select_region (unit, 0, -1);
  gtk_editable_delete_selection (unit);
  gtk_editable_insert_text (unit, "boxes", -1, &position);
  ui_settle ();
  g_assert_cmpuint (n_changes, ==, 1);
  details_assert_file (fixture, "SELECT unit FROM card WHERE title='Raise NPS'", "boxes");

  gtk_editable_select_region (unit, 0, -1);
  gtk_editable_delete_selection (unit);
  ui_settle ();
  g_assert_cmpuint (n_changes, ==, 2);
  details_assert_file (fixture, "SELECT unit IS NULL FROM card WHERE title='Raise NPS'", "1");

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_select_range (buffer, &start, &end);
  gtk_text_buffer_delete_selection (buffer, TRUE, TRUE);
  gtk_text_buffer_insert_at_cursor (buffer, "Count", -1);
  ui_settle ();
  g_assert_cmpuint (n_changes, ==, 3);
  details_assert_file (fixture, "SELECT measurement FROM card WHERE title='Raise NPS'", "Count");
  g_signal_handlers_disconnect_by_func (fixture->file.store, on_store_changed, &n_changes);
}

/* It is the objective's, which other cards and windows change, too. */
static void
test_commitment (DetailsFixture *fixture,
                 gconstpointer   unused)
{
  const QdId id = add_objective (fixture, "Remote teams");
  g_autoptr (GError) error = NULL;

  assert_chosen (fixture, "Its Objective Is", "Aspirational: 70% Is a Success");
  qd_edit_set_commitment (fixture->file.store, id, QD_COMMITMENT_COMMITTED, &error);
  g_assert_no_error (error);
  ui_settle ();
  assert_chosen (fixture, "Its Objective Is", "Committed: 100% Is Expected");
  details_undo (fixture);
  assert_chosen (fixture, "Its Objective Is", "Aspirational: 70% Is a Success");

  /* Without a card it follows nothing. */
  show_card (fixture, NULL);
  qd_edit_set_commitment (fixture->file.store, id, QD_COMMITMENT_COMMITTED, &error);
  g_assert_no_error (error);
  show_card (fixture, fixture->nps);
  assert_chosen (fixture, "Its Objective Is", "Committed: 100% Is Expected");
}

static void
test_objective_renamed (DetailsFixture *fixture,
                        gconstpointer   unused)
{
  const QdId id = add_objective (fixture, "Remote teams");
  g_autoptr (GError) error = NULL;

  add_objective (fixture, "Reliability");
  assert_chosen (fixture, "Objective", "Reliability");
  gtk_drop_down_set_selected (get_drop_down (fixture, "Objective"), 1);
  ui_settle ();
  assert_chosen (fixture, "Objective", "Remote teams");

  qd_edit_rename (fixture->file.store, QD_ENTITY_OBJECTIVE, id, "Teams anywhere", &error);
  g_assert_no_error (error);
  ui_settle ();
  assert_chosen (fixture, "Objective", "Teams anywhere");
  details_assert_file (fixture, "SELECT o.title FROM card AS c JOIN objective AS o"
                                " ON o.id=c.objective", "Teams anywhere");
}

/* Half a name makes somebody new: that is told, and can be undone. */
static void
test_new_person (DetailsFixture *fixture,
                 gconstpointer   unused)
{
  type (fixture, "Owner", "Anna");
  leave (fixture);
  assert_toast (fixture, "New person: Anna");
  qd_toaster_dismiss (fixture->toaster);

  show_card (fixture, fixture->churn);
  type (fixture, "Owner", "anna");
  leave (fixture);
  assert_toast (fixture, NULL);
  details_assert_file (fixture, "SELECT title FROM person", "Anna");

  type (fixture, "Owner", "An");
  leave (fixture);
  assert_toast (fixture, "New person: An");
  details_undo (fixture);
  assert_typed (fixture, "Owner", "Anna");

  type (fixture, "Owner", "");
  qd_toaster_dismiss (fixture->toaster);
  leave (fixture);
  assert_toast (fixture, NULL);
}

static void
add (const char *name,
     void      (*test) (DetailsFixture *,
                        gconstpointer))
{
  g_autofree char *path = g_strconcat ("/key-result-form/", name, NULL);

  g_test_add (path, DetailsFixture, NULL, set_up, test, details_fixture_tear_down);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  add ("refused-choice", test_refused_choice);
  add ("not-kept", test_not_kept);
  add ("many-lines-not-kept", test_many_lines_not_kept);
  add ("empty-title", test_empty_title);
  add ("undo-empty-title", test_undo_empty_title);
  add ("tidy-title", test_tidy_title);
  add ("type-over", test_type_over);
  add ("commitment", test_commitment);
  add ("objective-renamed", test_objective_renamed);
  add ("new-person", test_new_person);

  return g_test_run ();
}
