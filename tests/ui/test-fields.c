/* The fields of a form: what they show, hand on, refuse and keep while somebody
 * types. */

#include "config.h"

#include <gtk/gtk.h>
#include <locale.h>
#include <math.h>

#include "model/qd-entity-private.h"
#include "model/qd-person-private.h"
#include "ui-fixture.h"
#include "widgets/qd-choice.h"
#include "widgets/qd-name-entry.h"
#include "widgets/qd-number-entry.h"
#include "widgets/qd-text-field.h"

/* What a handler of "edited" does, and what it was given last. */
typedef struct
{
  GtkWidget *window;
  GtkWidget *elsewhere;
  GtkWidget *field;

  gboolean keep;
  const char *answer; /* an error to show, or a text to set */
  guint n_edited;
  guint n_edited_at_enter;
  double number;
  int value;
  char *text;
  QdEntity *entity;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  unused)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  fixture->window = gtk_window_new ();
  fixture->elsewhere = gtk_button_new_with_label ("Elsewhere");
  fixture->keep = TRUE;
  gtk_box_append (GTK_BOX (box), fixture->elsewhere);
  gtk_window_set_child (GTK_WINDOW (fixture->window), box);
}

static void
add_field (Fixture   *fixture,
           GtkWidget *field,
           GCallback  on_edited)
{
  GtkWidget *box = gtk_window_get_child (GTK_WINDOW (fixture->window));

  fixture->field = field;
  g_signal_connect (field, "edited", on_edited, fixture);
  gtk_box_append (GTK_BOX (box), field);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_widget_grab_focus (field);
  ui_settle ();
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  unused)
{
  g_object_ref (fixture->field);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_settle ();
  g_assert_finalize_object (fixture->field);
  g_free (fixture->text);
}

static GtkWidget *
get_entry (Fixture *fixture)
{
  return ui_find (fixture->field, GTK_TYPE_ENTRY);
}

static void
type (Fixture    *fixture,
      const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (get_entry (fixture)), text);
  ui_settle ();
}

static void
press_enter (Fixture *fixture)
{
  g_signal_emit_by_name (get_entry (fixture), "activate");
}

/* Offers a key to whoever listens on @widget before its children do. */
static gboolean
offer_key (GtkWidget *widget,
           guint      keyval)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  gboolean handled = GDK_EVENT_PROPAGATE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !handled; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller) &&
          gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, 0, &handled);
    }

  return handled;
}

static gboolean
press (Fixture *fixture,
       guint    keyval)
{
  gboolean handled = offer_key (fixture->field, keyval) ||
                     offer_key (get_entry (fixture), keyval);

  ui_settle ();

  return handled;
}

static void
leave (Fixture *fixture)
{
  gtk_widget_grab_focus (fixture->elsewhere);
  ui_settle ();
}

static const char *
get_typed (Fixture *fixture)
{
  return gtk_editable_get_text (GTK_EDITABLE (get_entry (fixture)));
}

/* The label with @css_class that shows, or %NULL. */
static const char *
find_label (GtkWidget  *widget,
            const char *css_class)
{
  if (!gtk_widget_get_visible (widget))
    return NULL;
  if (GTK_IS_LABEL (widget) && gtk_widget_has_css_class (widget, "caption") &&
      gtk_widget_has_css_class (widget, css_class))
    return gtk_label_get_text (GTK_LABEL (widget));

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      const char *text = find_label (child, css_class);

      if (text != NULL)
        return text;
    }

  return NULL;
}

static void
assert_property (GtkWidget             *widget,
                 GtkAccessibleProperty  property,
                 const char            *text)
{
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (widget), property, text);
}

/* One Tab, or one Shift+Tab, goes in and out. */
static void
assert_tab_leaves (Fixture *fixture)
{
  static const GtkDirectionType directions[] = { GTK_DIR_TAB_FORWARD, GTK_DIR_TAB_BACKWARD };
  GtkRoot *root = GTK_ROOT (fixture->window);

  for (guint i = 0; i < G_N_ELEMENTS (directions); i++)
    {
      gtk_widget_grab_focus (fixture->elsewhere);
      gtk_widget_child_focus (fixture->window, directions[i]);
      g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (root), fixture->field));
      gtk_widget_child_focus (fixture->window, directions[i]);
      g_assert_true (gtk_root_get_focus (root) == fixture->elsewhere);
    }
}

static void
on_activate (GtkWidget *field,
             Fixture   *fixture)
{
  fixture->n_edited_at_enter = fixture->n_edited;
}

/* Who answers Enter finds everything handed on. */
static void
assert_enter_comes_last (Fixture    *fixture,
                         const char *text)
{
  g_signal_connect (fixture->field, "activate", G_CALLBACK (on_activate), fixture);
  type (fixture, text);
  press_enter (fixture);
  g_assert_cmpuint (fixture->n_edited_at_enter, ==, fixture->n_edited);
}

static gboolean
on_number (QdNumberEntry *entry,
           double         value,
           Fixture       *fixture)
{
  fixture->n_edited++;
  fixture->number = value;
  if (fixture->answer != NULL)
    qd_number_entry_set_error (entry, fixture->answer);

  return fixture->keep;
}

static QdNumberEntry *
add_number (Fixture    *fixture,
            const char *unit)
{
  GtkWidget *entry = qd_number_entry_new ("Target");

  qd_number_entry_set_unit (QD_NUMBER_ENTRY (entry), unit);
  add_field (fixture, entry, G_CALLBACK (on_number));

  return QD_NUMBER_ENTRY (entry);
}

static void
test_number_edited (Fixture       *fixture,
                    gconstpointer  unused)
{
  QdNumberEntry *entry = add_number (fixture, "workspaces");

  g_assert_true (isnan (qd_number_entry_get_value (entry)));
  g_assert_cmpstr (get_typed (fixture), ==, "");

  type (fixture, "1.5k");
  g_assert_cmpuint (fixture->n_edited, ==, 0);
  g_assert_cmpstr (find_label (fixture->field, "dim-label"), ==, "= 1500\u00a0workspaces");
  assert_property (get_entry (fixture), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                   "= 1500\u00a0workspaces");

  press_enter (fixture);
  g_assert_cmpuint (fixture->n_edited, ==, 1);
  g_assert_cmpfloat (fixture->number, ==, 1500.0);
  g_assert_cmpfloat (qd_number_entry_get_value (entry), ==, 1500.0);
  g_assert_cmpstr (get_typed (fixture), ==, "1500");
  g_assert_null (find_label (fixture->field, "dim-label"));

  /* Neither what is there already nor a plain number needs a word. */
  press_enter (fixture);
  type (fixture, "1500.0");
  press_enter (fixture);
  g_assert_cmpuint (fixture->n_edited, ==, 1);
  g_assert_cmpstr (get_typed (fixture), ==, "1500");
  type (fixture, "1600");
  g_assert_null (find_label (fixture->field, "dim-label"));

  leave (fixture);
  g_assert_cmpuint (fixture->n_edited, ==, 2);
  g_assert_cmpfloat (fixture->number, ==, 1600.0);

  type (fixture, "");
  g_assert_true (qd_number_entry_finish (entry));
  g_assert_cmpuint (fixture->n_edited, ==, 3);
  g_assert_true (isnan (fixture->number));
  assert_enter_comes_last (fixture, "12");
}

static void
test_number_nonsense (Fixture       *fixture,
                      gconstpointer  unused)
{
  QdNumberEntry *entry = add_number (fixture, "");

  qd_number_entry_set_value (entry, 5.0);
  type (fixture, "abc");
  g_assert_null (find_label (fixture->field, "error"));

  leave (fixture);
  g_assert_cmpuint (fixture->n_edited, ==, 0);
  g_assert_cmpstr (get_typed (fixture), ==, "abc");
  g_assert_true (g_str_has_prefix (find_label (fixture->field, "error"),
                                   "“abc” is no number."));
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (get_entry (fixture)),
                                    GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_TRUE);
  g_assert_false (qd_number_entry_finish (entry));

  type (fixture, "6");
  g_assert_null (find_label (fixture->field, "error"));
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (get_entry (fixture)),
                                    GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_FALSE);
  g_assert_true (qd_number_entry_finish (entry));
  g_assert_cmpfloat (fixture->number, ==, 6.0);
}

static void
test_number_refused (Fixture       *fixture,
                     gconstpointer  unused)
{
  QdNumberEntry *entry = add_number (fixture, "%");

  qd_number_entry_set_value (entry, 5.0);
  fixture->keep = FALSE;
  type (fixture, "7 %");
  press_enter (fixture);
  g_assert_cmpuint (fixture->n_edited, ==, 1);
  g_assert_cmpstr (get_typed (fixture), ==, "7 %");
  g_assert_cmpstr (find_label (fixture->field, "error"), ==, "“7 %” could not be kept.");
  g_assert_cmpfloat (qd_number_entry_get_value (entry), ==, 5.0);

  fixture->answer = "The target must not be the baseline.";
  press_enter (fixture);
  g_assert_cmpstr (find_label (fixture->field, "error"), ==, fixture->answer);
  assert_property (get_entry (fixture), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                   fixture->answer);

  /* Once takes the typing back, twice is for who is around the field. */
  g_assert_true (press (fixture, GDK_KEY_Escape));
  g_assert_cmpstr (get_typed (fixture), ==, "5");
  g_assert_null (find_label (fixture->field, "error"));
  g_assert_false (press (fixture, GDK_KEY_Escape));
}

static void
test_number_from_outside (Fixture       *fixture,
                          gconstpointer  unused)
{
  QdNumberEntry *entry = add_number (fixture, "");

  qd_number_entry_set_value (entry, -0.1);
  g_assert_cmpstr (get_typed (fixture), ==, "\u22120.1");
  qd_number_entry_set_value (entry, 1.0 / 3.0);
  g_assert_cmpstr (get_typed (fixture), ==, "0.333333333333333");
  qd_number_entry_set_value (entry, NAN);
  g_assert_cmpstr (get_typed (fixture), ==, "");

  type (fixture, "4");
  qd_number_entry_set_value (entry, 9.0);
  g_assert_cmpstr (get_typed (fixture), ==, "4");
  press (fixture, GDK_KEY_Escape);
  g_assert_cmpstr (get_typed (fixture), ==, "9");
  g_assert_cmpuint (fixture->n_edited, ==, 0);
}

static void
test_number_names (Fixture       *fixture,
                   gconstpointer  unused)
{
  QdNumberEntry *entry = add_number (fixture, "users");

  assert_property (get_entry (fixture), GTK_ACCESSIBLE_PROPERTY_LABEL, "Target (users)");
  qd_number_entry_set_unit (entry, "");
  assert_property (get_entry (fixture), GTK_ACCESSIBLE_PROPERTY_LABEL, "Target");
  qd_number_entry_set_label (entry, "Limit");
  assert_property (get_entry (fixture), GTK_ACCESSIBLE_PROPERTY_LABEL, "Limit");
  assert_tab_leaves (fixture);
}

static gboolean
on_text (QdTextField *field,
         const char  *text,
         Fixture     *fixture)
{
  fixture->n_edited++;
  g_free (fixture->text);
  fixture->text = g_strdup (text);
  if (fixture->answer != NULL)
    qd_text_field_set_text (field, fixture->answer);

  return fixture->keep;
}

static void
test_line (Fixture       *fixture,
           gconstpointer  unused)
{
  QdTextField *field;
  GtkEditable *entry;

  add_field (fixture, qd_text_field_new ("Title", FALSE), G_CALLBACK (on_text));
  field = QD_TEXT_FIELD (fixture->field);
  entry = GTK_EDITABLE (get_entry (fixture));
  assert_property (GTK_WIDGET (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, "Title");
  g_assert_false (gtk_editable_get_enable_undo (entry));

  qd_text_field_set_text (field, "Raise NPS");
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "Raise NPS");
  g_assert_cmpuint (fixture->n_edited, ==, 0);

  type (fixture, "Raise NPS to 50");
  g_assert_cmpuint (fixture->n_edited, >=, 1);
  g_assert_cmpstr (fixture->text, ==, "Raise NPS to 50");

  /* The cursor stays in its word when something changes around it. */
  gtk_editable_set_position (entry, 9);
  qd_text_field_set_text (field, "Raise NPS to 60");
  g_assert_cmpint (gtk_editable_get_position (entry), ==, 9);
  qd_text_field_set_text (field, "We raise NPS to 60");
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "We raise NPS to 60");
  g_assert_cmpint (gtk_editable_get_position (entry), ==, 12);

  /* Longer than may be typed, but not cut. */
  qd_text_field_set_max_length (field, 5);
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "We raise NPS to 60");
  qd_text_field_set_text (field, "Short");
  type (fixture, "Too long");
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "Too l");
  assert_enter_comes_last (fixture, "Done");
  assert_tab_leaves (fixture);
}

/* Typing that was not kept is not lost to what comes from outside; what is kept
 * may be kept in another form, and be undone. */
static void
test_unkept (Fixture       *fixture,
             gconstpointer  unused)
{
  QdTextField *field;

  add_field (fixture, qd_text_field_new ("Title", FALSE), G_CALLBACK (on_text));
  field = QD_TEXT_FIELD (fixture->field);
  qd_text_field_set_text (field, "old");

  fixture->keep = FALSE;
  type (fixture, "mine");
  qd_text_field_set_text (field, "theirs");
  g_assert_cmpstr (get_typed (fixture), ==, "mine");

  fixture->keep = TRUE;
  fixture->answer = "trimmed";
  type (fixture, "trimmed ");
  g_assert_cmpstr (get_typed (fixture), ==, "trimmed ");
  fixture->answer = NULL;
  qd_text_field_set_text (field, "old");
  g_assert_cmpstr (get_typed (fixture), ==, "old");
}

static void
test_lines (Fixture       *fixture,
            gconstpointer  unused)
{
  g_autofree char *text = NULL;
  QdTextField *field;
  GtkTextView *view;
  GtkTextBuffer *buffer;

  add_field (fixture, qd_text_field_new ("Description", TRUE), G_CALLBACK (on_text));
  field = QD_TEXT_FIELD (fixture->field);
  view = GTK_TEXT_VIEW (ui_find (fixture->field, GTK_TYPE_TEXT_VIEW));
  buffer = gtk_text_view_get_buffer (view);
  assert_property (GTK_WIDGET (view), GTK_ACCESSIBLE_PROPERTY_LABEL, "Description");
  g_assert_false (gtk_text_buffer_get_enable_undo (buffer));
  g_assert_false (gtk_text_view_get_accepts_tab (view));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == GTK_WIDGET (view));

  qd_text_field_set_text (field, "first\nsecond");
  gtk_text_buffer_insert_at_cursor (buffer, "!", -1);
  g_assert_cmpuint (fixture->n_edited, ==, 1);
  g_assert_cmpstr (fixture->text, ==, "first\nsecond!");

  qd_text_field_set_max_length (field, 15);
  gtk_text_buffer_insert_at_cursor (buffer, "ééé", -1);
  text = qd_text_field_dup_text (field);
  g_assert_cmpstr (text, ==, "first\nsecond!éé");

  assert_tab_leaves (fixture);
}

static gboolean
on_choice (QdChoice *choice,
           int       value,
           Fixture  *fixture)
{
  fixture->n_edited++;
  fixture->value = value;

  return fixture->keep;
}

static void
test_choice (Fixture       *fixture,
             gconstpointer  unused)
{
  GtkWidget *widget = qd_choice_new ("Metric");
  QdChoice *choice = QD_CHOICE (widget);
  GtkDropDown *drop_down;
  GtkWidget *button;

  qd_choice_append (choice, 3, "At least");
  qd_choice_append (choice, 7, "At most");
  add_field (fixture, widget, G_CALLBACK (on_choice));
  drop_down = GTK_DROP_DOWN (ui_find (widget, GTK_TYPE_DROP_DOWN));
  button = gtk_widget_get_first_child (GTK_WIDGET (drop_down));

  /* Nothing was chosen, and nobody chose. */
  g_assert_cmpuint (gtk_drop_down_get_selected (drop_down), ==, GTK_INVALID_LIST_POSITION);
  assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL, "Metric");
  qd_choice_set_value (choice, 7);
  g_assert_cmpuint (gtk_drop_down_get_selected (drop_down), ==, 1);
  assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL, "Metric: At most");
  g_assert_cmpuint (fixture->n_edited, ==, 0);

  gtk_drop_down_set_selected (drop_down, 0);
  g_assert_cmpuint (fixture->n_edited, ==, 1);
  g_assert_cmpint (fixture->value, ==, 3);
  g_assert_cmpint (qd_choice_get_value (choice), ==, 3);

  fixture->keep = FALSE;
  gtk_drop_down_set_selected (drop_down, 1);
  g_assert_cmpuint (fixture->n_edited, ==, 2);
  g_assert_cmpint (qd_choice_get_value (choice), ==, 3);
  g_assert_cmpuint (gtk_drop_down_get_selected (drop_down), ==, 0);

  /* From a file that knows more. */
  assert_tab_leaves (fixture);
  qd_choice_set_value (choice, 99);
  g_assert_cmpint (qd_choice_get_value (choice), ==, 99);
  g_assert_cmpuint (gtk_drop_down_get_selected (drop_down), ==, GTK_INVALID_LIST_POSITION);
}

static gboolean
on_name (QdNameEntry *entry,
         const char  *text,
         QdEntity    *entity,
         Fixture     *fixture)
{
  fixture->n_edited++;
  g_free (fixture->text);
  fixture->text = g_strdup (text);
  fixture->entity = entity;

  return fixture->keep;
}

static QdNameEntry *
add_name (Fixture *fixture)
{
  static const char * const names[] = { "Mira Keller", "Jonas Ödegård", "Miriam Roth" };
  g_autoptr (GListStore) people = g_list_store_new (QD_TYPE_ENTITY);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (QdPerson) person = qd_person_new (i + 1);

      qd_entity_set_title (QD_ENTITY (person), names[i]);
      g_list_store_append (people, person);
    }
  add_field (fixture, qd_name_entry_new ("Owner", G_LIST_MODEL (people)),
             G_CALLBACK (on_name));

  return QD_NAME_ENTRY (fixture->field);
}

/* The names that are proposed, or "" where the list is closed. */
static char *
list_names (Fixture *fixture)
{
  GtkWidget *list = ui_find (fixture->field, GTK_TYPE_LIST_BOX);
  GString *names = g_string_new (NULL);

  if (list != NULL && gtk_widget_get_mapped (list))
    for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL;
         row = gtk_widget_get_next_sibling (row))
      {
        GtkWidget *label = gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row));

        if (names->len > 0)
          g_string_append (names, ", ");
        g_string_append (names, gtk_label_get_text (GTK_LABEL (label)));
      }

  return g_string_free (names, FALSE);
}

static void
assert_names (Fixture    *fixture,
              const char *names)
{
  g_autofree char *found = list_names (fixture);

  g_assert_cmpstr (found, ==, names);
}

static void
test_name_completion (Fixture       *fixture,
                      gconstpointer  unused)
{
  QdNameEntry *entry = add_name (fixture);

  assert_property (get_entry (fixture), GTK_ACCESSIBLE_PROPERTY_LABEL, "Owner");
  type (fixture, "mir");
  assert_names (fixture, "Mira Keller, Miriam Roth");
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (get_entry (fixture)),
                                    GTK_ACCESSIBLE_STATE_EXPANDED, TRUE);
  type (fixture, "odeg");
  assert_names (fixture, "Jonas Ödegård");
  type (fixture, "x");
  assert_names (fixture, "");

  type (fixture, "m");
  g_assert_true (press (fixture, GDK_KEY_Down));
  assert_property (get_entry (fixture), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Mira Keller");
  g_assert_true (press (fixture, GDK_KEY_Down));
  g_assert_true (press (fixture, GDK_KEY_Down));
  assert_property (get_entry (fixture), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Miriam Roth");
  g_assert_true (press (fixture, GDK_KEY_Return));

  assert_names (fixture, "");
  g_assert_cmpuint (fixture->n_edited, ==, 1);
  g_assert_cmpstr (fixture->text, ==, "Miriam Roth");
  g_assert_nonnull (fixture->entity);
  g_assert_cmpstr (qd_name_entry_get_text (entry), ==, "Miriam Roth");
  g_assert_cmpstr (get_typed (fixture), ==, "Miriam Roth");
  assert_tab_leaves (fixture);
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (get_entry (fixture)),
                                    GTK_ACCESSIBLE_STATE_EXPANDED, FALSE);
}

static void
test_name_free_text (Fixture       *fixture,
                     gconstpointer  unused)
{
  QdNameEntry *entry = add_name (fixture);

  /* In full, but in another case: it is that person. */
  type (fixture, " mira keller ");
  press_enter (fixture);
  g_assert_cmpstr (fixture->text, ==, "Mira Keller");
  g_assert_nonnull (fixture->entity);

  type (fixture, "Somebody new");
  leave (fixture);
  g_assert_cmpuint (fixture->n_edited, ==, 2);
  g_assert_cmpstr (fixture->text, ==, "Somebody new");
  g_assert_null (fixture->entity);

  fixture->keep = FALSE;
  type (fixture, "Another");
  g_assert_false (qd_name_entry_finish (entry));
  g_assert_cmpstr (get_typed (fixture), ==, "Another");
  g_assert_cmpstr (qd_name_entry_get_text (entry), ==, "Somebody new");
  g_assert_cmpstr (find_label (fixture->field, "error"), ==, "“Another” could not be kept.");
}

static void
test_name_escape (Fixture       *fixture,
                  gconstpointer  unused)
{
  QdNameEntry *entry = add_name (fixture);

  qd_name_entry_set_text (entry, "Mira Keller");
  type (fixture, "j");
  qd_name_entry_set_text (entry, "Miriam Roth");
  g_assert_cmpstr (get_typed (fixture), ==, "j");
  assert_names (fixture, "Jonas Ödegård");

  g_assert_true (press (fixture, GDK_KEY_Escape));
  assert_names (fixture, "");
  g_assert_cmpstr (get_typed (fixture), ==, "j");
  g_assert_true (press (fixture, GDK_KEY_Escape));
  g_assert_cmpstr (get_typed (fixture), ==, "Miriam Roth");
  g_assert_false (press (fixture, GDK_KEY_Escape));

  /* Down shows everybody. */
  g_assert_true (press (fixture, GDK_KEY_Down));
  assert_names (fixture, "Mira Keller, Jonas Ödegård, Miriam Roth");
  leave (fixture);
  assert_names (fixture, "");
  g_assert_cmpuint (fixture->n_edited, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/fields/number/edited", test_number_edited);
  ADD ("/fields/number/nonsense", test_number_nonsense);
  ADD ("/fields/number/refused", test_number_refused);
  ADD ("/fields/number/from-outside", test_number_from_outside);
  ADD ("/fields/number/names", test_number_names);
  ADD ("/fields/text/line", test_line);
  ADD ("/fields/text/unkept", test_unkept);
  ADD ("/fields/text/lines", test_lines);
  ADD ("/fields/choice", test_choice);
  ADD ("/fields/name/completion", test_name_completion);
  ADD ("/fields/name/free-text", test_name_free_text);
  ADD ("/fields/name/escape", test_name_escape);
#undef ADD

  return g_test_run ();
}
