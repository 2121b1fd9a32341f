/* The time machine in a window: the way there and back, the slider with its keys, what it
 * says, playing, comparing, copying back, and that nothing in it can be changed.
 */

#include "config.h"

#include "board/qd-board-view.h"
#include "board/qd-column-view.h"
#include "pages/qd-board-page.h"
#include "past/qd-past-page.h"
#include "past/qd-past-slider.h"
#include "past/qd-past-trace.h"
#include "store/qd-comparison.h"
#include "store/qd-edit.h"
#include "store/qd-past-marks.h"
#include "window-fixture.h"

#define DAY (G_GINT64_CONSTANT (24) * 60 * 60 * 1000)

static gint64
read_clock (gpointer now)
{
  return *(gint64 *) now;
}

static QdPastPage *
get_page (WindowFixture *fixture)
{
  return QD_PAST_PAGE (gtk_stack_get_child_by_name (fixture->window->pages, "past"));
}

static QdPastSlider *
get_slider (WindowFixture *fixture)
{
  return QD_PAST_SLIDER (ui_find (GTK_WIDGET (get_page (fixture)), QD_TYPE_PAST_SLIDER));
}

/* Until the state of @day shows. */
static void
wait_for (WindowFixture *fixture,
          QdDay          day)
{
  QdWorkspace *past = qd_store_get_workspace (qd_past_page_get_past (get_page (fixture)));
  const gint64 end = g_get_monotonic_time () + 60 * G_USEC_PER_SEC;

  while (qd_workspace_get_as_of (past) != day && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (qd_workspace_get_as_of (past), ==, day);
  ui_settle ();
}

static void
enter (WindowFixture *fixture)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.past", NULL);
  g_assert_cmpstr (qd_window_get_mode (fixture->window), ==, "past");
  wait_for (fixture, qd_clock_today ());
}

static GtkShortcut *
find_shortcut (GListModel      *shortcuts,
               guint            keyval,
               GdkModifierType  modifiers)
{
  for (guint i = g_list_model_get_n_items (shortcuts); i > 0; i--)
    {
      g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (shortcuts, i - 1);
      GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

      if (GTK_IS_KEYVAL_TRIGGER (trigger) &&
          gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == keyval &&
          gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)) == modifiers)
        return g_steal_pointer (&shortcut);
    }

  return NULL;
}

static void
press (GtkWidget       *widget,
       guint            keyval,
       GdkModifierType  modifiers)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  gboolean done = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !done; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      g_autoptr (GtkShortcut) shortcut = NULL;

      if (GTK_IS_SHORTCUT_CONTROLLER (controller))
        shortcut = find_shortcut (G_LIST_MODEL (controller), keyval, modifiers);
      if (shortcut != NULL)
        done = gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget,
                                             gtk_shortcut_get_arguments (shortcut));
    }
  g_assert_true (done);
}

static char *
dup_title_then (WindowFixture *fixture,
                QdId           card)
{
  QdEntity *entity = qd_store_lookup (qd_past_page_get_past (get_page (fixture)), card);

  return g_strdup (QD_IS_CARD (entity) && qd_entity_get_alive (entity)
                     ? qd_entity_get_title (entity) : "");
}

static QdId
find_card (WindowFixture *fixture)
{
  QdOrderedList *columns = qd_board_get_columns (fixture->file.growth);

  return qd_entity_get_id (qd_ordered_list_peek (
    qd_column_get_cards (qd_ordered_list_peek (columns, 0)), 0));
}

static void
test_way (WindowFixture *fixture,
          gconstpointer  unused)
{
  enter (fixture);
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (get_slider (fixture))));
  g_assert_cmpuint (qd_past_page_get_day (get_page (fixture)), ==, qd_clock_today ());

  press (GTK_WIDGET (get_page (fixture)), GDK_KEY_Escape, 0);
  g_assert_cmpstr (qd_window_get_mode (fixture->window), ==, "board");

  enter (fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.past", NULL);
  g_assert_cmpstr (qd_window_get_mode (fixture->window), ==, "board");
}

/* A day, a week, and both ends. */
static void
test_slider (WindowFixture *fixture,
             gconstpointer  unused)
{
  const QdDay today = qd_clock_today ();
  GtkWidget *slider;

  enter (fixture);
  slider = GTK_WIDGET (get_slider (fixture));

  press (slider, GDK_KEY_Page_Up, 0);
  g_assert_cmpuint (qd_past_page_get_day (get_page (fixture)), ==, today - 7);
  press (slider, GDK_KEY_Page_Down, 0);
  g_assert_cmpuint (qd_past_page_get_day (get_page (fixture)), ==, today);
  g_signal_emit_by_name (slider, "move-slider", GTK_SCROLL_STEP_LEFT);
  g_assert_cmpuint (qd_past_page_get_day (get_page (fixture)), ==, today - 1);
  g_signal_emit_by_name (slider, "move-slider", GTK_SCROLL_START);
  g_assert_cmpuint (qd_past_page_get_day (get_page (fixture)), ==,
                    qd_past_slider_get_first (QD_PAST_SLIDER (slider)));
  wait_for (fixture, qd_past_slider_get_first (QD_PAST_SLIDER (slider)));
}

static char *
dup_day (QdDay day)
{
  GDate date;
  char text[64];

  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  g_date_strftime (text, sizeof text, "%A, %B %-d, %Y", &date);

  return g_strdup (text);
}

static void
assert_says (QdPastSlider *slider,
             const char   *text)
{
  g_autofree char *wrong = NULL;

  wrong = gtk_test_accessible_check_property (GTK_ACCESSIBLE (slider),
                                              GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text);
  g_assert_cmpstr (wrong, ==, NULL);
}

/* Somebody who does not see the slider hears the day, not its number, and what happened. */
static void
test_words (WindowFixture *fixture,
            gconstpointer  unused)
{
  const QdDay day = qd_day_new (2026, 10, 14);
  QdPastSlider *slider = g_object_ref_sink (g_object_new (QD_TYPE_PAST_SLIDER, NULL));
  g_autoptr (GArray) marks = g_array_new (FALSE, TRUE, sizeof (QdPastMark));
  const QdPastMark mark = { .day = day, .n_moves = 2, .n_checkins = 1 };
  g_autofree char *text = dup_day (day);
  g_autofree char *more = g_strconcat (text, ": 2 moves, 1 check-in", NULL);

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (slider), GTK_ACCESSIBLE_ROLE_SLIDER);
  qd_past_slider_set_span (slider, day, day + 7);
  qd_past_slider_set_day (slider, day + 7);
  qd_past_slider_set_day (slider, day);
  assert_says (slider, text);
  g_array_append_val (marks, mark);
  qd_past_slider_set_marks (slider, marks);
  assert_says (slider, more);
  ui_assert_finalized (slider);
}

static void
test_read_only (WindowFixture *fixture,
                gconstpointer  unused)
{
  QdStore *past;

  enter (fixture);
  past = qd_past_page_get_past (get_page (fixture));
  g_assert_true (qd_store_get_read_only (past));
  g_assert_false (qd_edit_rename (past, QD_ENTITY_CARD, find_card (fixture), "Another", NULL));
}

/* What was renamed yesterday has its old title before, and gets it back. */
static void
test_copy_back (WindowFixture *fixture,
                gconstpointer  unused)
{
  const QdId card = find_card (fixture);
  QdEntity *model = qd_store_lookup (fixture->file.store, card);
  g_autofree char *old = g_strdup (qd_entity_get_title (model));
  gint64 now = qd_clock_now (NULL) + 2 * DAY;
  g_autofree char *then = NULL;
  GtkWidget *button;
  QdBoardPage *boards;

  qd_store_set_clock (fixture->file.store, read_clock, &now);
  g_assert_true (qd_edit_rename (fixture->file.store, QD_ENTITY_CARD, card, "Newer", NULL));
  enter (fixture);
  then = dup_title_then (fixture, card);
  g_assert_cmpstr (then, ==, old);

  boards = QD_BOARD_PAGE (ui_find (GTK_WIDGET (get_page (fixture)), QD_TYPE_BOARD_PAGE));
  qd_board_page_open_card (boards,
                           QD_CARD (qd_store_lookup (
                             qd_past_page_get_past (get_page (fixture)), card)));
  ui_settle ();
  button = ui_find_button (GTK_WIDGET (get_page (fixture)), "Copy Back");
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpstr (qd_entity_get_title (model), ==, old);
  ui_settle ();
  g_assert_null (ui_find_button (GTK_WIDGET (get_page (fixture)), "Copy Back"));
}

static GtkWidget *
find_column (GtkWidget *widget,
             QdId       id)
{
  if (QD_IS_COLUMN_VIEW (widget) &&
      qd_entity_get_id (QD_ENTITY (qd_column_view_get_column (QD_COLUMN_VIEW (widget)))) == id)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_column (child, id);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
assert_inside (WindowFixture          *fixture,
               QdPastTrace            *trace,
               QdId                    column,
               const graphene_point_t *point)
{
  GtkWidget *view = find_column (GTK_WIDGET (get_page (fixture)), column);
  graphene_rect_t bounds;

  g_assert_nonnull (view);
  g_assert_true (gtk_widget_compute_bounds (view, GTK_WIDGET (trace), &bounds));
  g_assert_true (graphene_rect_contains_point (&bounds, point));
}

static guint
count_curves (QdPastTrace *trace)
{
  g_autoptr (GArray) curves = qd_past_trace_dup_curves (trace);

  return curves->len;
}

/* A card that stands in the one column, on the way between both. */
static void
assert_curves (WindowFixture *fixture,
               QdId           from,
               QdId           to,
               QdId           card)
{
  QdComparisonItem items[] = {
    { .kind = QD_COMPARISON_MOVED, .card = card, .from = from, .to = to },
    { .kind = QD_COMPARISON_VALUE, .card = card },
    { .kind = QD_COMPARISON_MOVED, .card = 1 << 20, .from = from, .to = to },
  };
  GtkWidget *page = GTK_WIDGET (get_page (fixture));
  QdPastTrace *trace = QD_PAST_TRACE (ui_find (page, QD_TYPE_PAST_TRACE));
  g_autoptr (GPtrArray) list = g_ptr_array_new ();
  g_autoptr (GArray) curves = NULL;
  const QdPastCurve *curve;

  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    g_ptr_array_add (list, &items[i]);
  qd_past_trace_set_items (trace, ui_find (page, QD_TYPE_BOARD_VIEW), list);
  curves = qd_past_trace_dup_curves (trace);
  g_assert_cmpuint (curves->len, ==, 1);
  curve = &g_array_index (curves, QdPastCurve, 0);
  g_assert_cmpint (curve->card, ==, card);
  assert_inside (fixture, trace, from, &curve->from);
  assert_inside (fixture, trace, to, &curve->to);
  qd_past_trace_set_items (trace, NULL, NULL);
  g_assert_cmpuint (count_curves (trace), ==, 0);
}

/* From where a card was to where it went, whichever of the two days shows; nothing of
 * what is not in sight.
 */
static void
test_trace (WindowFixture *fixture,
            gconstpointer  unused)
{
  QdOrderedList *columns = qd_board_get_columns (fixture->file.growth);
  const QdId first = qd_entity_get_id (qd_ordered_list_peek (columns, 0));
  const QdId second = qd_entity_get_id (qd_ordered_list_peek (columns, 1));

  enter (fixture);
  ui_wait_for_layout (GTK_WIDGET (fixture->window));
  assert_curves (fixture, first, second, find_card (fixture));
  assert_curves (fixture, second, first, find_card (fixture));

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  ui_wait_for_layout (GTK_WIDGET (fixture->window));
  assert_curves (fixture, first, second, find_card (fixture));
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

/* It goes by itself, and stops at the last day. */
static void
test_play (WindowFixture *fixture,
           gconstpointer  unused)
{
  const gint64 end = g_get_monotonic_time () + 30 * G_USEC_PER_SEC;
  gboolean playing = TRUE;

  enter (fixture);
  g_object_set (gtk_widget_get_settings (GTK_WIDGET (fixture->window)),
                "gtk-enable-animations", TRUE, NULL);
  qd_past_slider_set_day (get_slider (fixture), qd_clock_today () - 2);
  gtk_widget_activate_action (GTK_WIDGET (get_page (fixture)), "past.play", NULL);
  g_object_get (get_page (fixture), "playing", &playing, NULL);
  g_assert_true (playing);
  while (playing && g_get_monotonic_time () < end)
    {
      g_main_context_iteration (NULL, TRUE);
      g_object_get (get_page (fixture), "playing", &playing, NULL);
    }
  g_assert_cmpuint (qd_past_page_get_day (get_page (fixture)), ==, qd_clock_today ());
}

/* A look at something else in between, or at the same side by side, is no reason to look for
 * the day again.
 */
static void
test_day_stays (WindowFixture *fixture,
                gconstpointer  unused)
{
  static const char * const ways[] = { "win.together", "win.review", "win.past" };
  const QdDay day = qd_clock_today () - 7;

  enter (fixture);
  press (GTK_WIDGET (get_slider (fixture)), GDK_KEY_Page_Up, 0);
  wait_for (fixture, day);
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (fixture->window), ways[i], NULL);
      g_assert_cmpstr (qd_window_get_mode (fixture->window), !=, "past");
      gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.past", NULL);
      g_assert_cmpstr (qd_window_get_mode (fixture->window), ==, "past");
      g_assert_cmpuint (qd_past_page_get_day (get_page (fixture)), ==, day);
      wait_for (fixture, day);
    }
}

static void
measure (WindowFixture *fixture,
         int           *width,
         int           *height)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);

  gtk_widget_measure (window, GTK_ORIENTATION_HORIZONTAL, -1, width, NULL, NULL, NULL);
  gtk_widget_measure (window, GTK_ORIENTATION_VERTICAL, *width, height, NULL, NULL, NULL);
}

/* A window that is small enough for a board is so for its past. */
static void
test_room (WindowFixture *fixture,
           gconstpointer  unused)
{
  int width, height, past_width, past_height;

  measure (fixture, &width, &height);
  enter (fixture);
  measure (fixture, &past_width, &past_height);
  g_assert_cmpint (past_width, <=, width);
  g_assert_cmpint (past_height, <=, height + 80);
  gtk_widget_activate_action (GTK_WIDGET (get_page (fixture)), "past.compare", NULL);
  ui_settle ();
  measure (fixture, &past_width, &past_height);
  g_assert_cmpint (past_width, <=, width);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GtkApplication) application = NULL;
  g_autoptr (GError) error = NULL;

  gtk_test_init (&argc, &argv);
  application = gtk_application_new ("org.quarterdeck.Test", G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);

#define ADD(name, function) \
  g_test_add ("/past/" name, WindowFixture, application, window_fixture_set_up, function, \
              window_fixture_tear_down)
  ADD ("room", test_room);
  ADD ("way", test_way);
  ADD ("slider", test_slider);
  ADD ("day-stays", test_day_stays);
  ADD ("words", test_words);
  ADD ("read-only", test_read_only);
  ADD ("copy-back", test_copy_back);
  ADD ("trace", test_trace);
  ADD ("play", test_play);
#undef ADD

  return g_test_run ();
}
