/* A file with something in it, and ways to find one's way among widgets. */

#include "config.h"

#include <glib/gstdio.h>

#include "store/qd-db.h"
#include "store/qd-edit-close.h"
#include "store/qd-edit.h"
#include "ui-fixture.h"

static void
delete_tree (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      delete_tree (child);
    }
  g_remove (path);
}

/* A board of a team; in a new cycle around today where @cycle is %NULL. */
QdBoard *
ui_add_board (QdStore    *store,
              const char *team,
              QdCycle    *cycle)
{
  const QdDay today = qd_clock_today ();
  g_autoptr (GError) error = NULL;
  QdId id;

  if (cycle != NULL)
    id = qd_edit_new_board (store, team, qd_entity_get_id (QD_ENTITY (cycle)),
                            &error);
  else
    id = qd_edit_new_board_in_new_cycle (store, team, "This quarter",
                                         today - 40, today + 50, &error);
  g_assert_no_error (error);

  return QD_BOARD (qd_store_lookup (store, id));
}

void
ui_add_card (QdStore    *store,
             QdBoard    *board,
             guint       column,
             const char *title)
{
  QdEntity *entity = qd_ordered_list_peek (qd_board_get_columns (board), column);
  g_autoptr (GError) error = NULL;

  qd_edit_new_card (store, qd_entity_get_id (entity), title, QD_ID_NONE, NULL, &error);
  g_assert_no_error (error);
}

/* Before the cycle: so long ago that check-ins of the first cards are overdue. */
static gint64
read_planning_clock (gpointer unused)
{
  return qd_clock_now (NULL) - G_GINT64_CONSTANT (50) * 24 * 3600 * 1000;
}

void
ui_fixture_set_up (UiFixture     *self,
                   gconstpointer  unused)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("quarterdeck-test-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = ui_fixture_name (self, "okrs.db");
  self->store = qd_store_open (self->path, QD_OPEN_DEFAULT, &error);
  g_assert_no_error (error);

  qd_store_set_clock (self->store, read_planning_clock, NULL);
  self->growth = ui_add_board (self->store, "Growth", NULL);
  self->sales = ui_add_board (self->store, "Sales",
                              qd_board_get_cycle (self->growth));
  ui_add_card (self->store, self->growth, 0, "Raise NPS");
  ui_add_card (self->store, self->growth, 0, "Lower churn");
  ui_add_card (self->store, self->growth, 1, "Win ten teams");
  qd_store_set_clock (self->store, qd_clock_now, NULL);
}

/* Whatever was made from the store must be gone by now. */
void
ui_fixture_tear_down (UiFixture     *self,
                      gconstpointer  unused)
{
  ui_assert_finalized (self->store);
  delete_tree (self->folder);
  g_free (self->folder);
  g_free (self->path);
}

/* As a file that a newer program wrote; with the first board loaded. */
void
ui_fixture_make_read_only (UiFixture *self)
{
  const QdId board = qd_entity_get_id (QD_ENTITY (self->growth));
  g_autoptr (GError) error = NULL;
  QdDb *db;

  ui_assert_finalized (self->store);
  db = qd_db_open (self->path, QD_DB_READ_WRITE, &error);
  g_assert_no_error (error);
  g_assert_true (qd_db_exec (db, "PRAGMA user_version=99", &error));
  qd_db_close (db);

  self->store = qd_store_open (self->path, QD_OPEN_DEFAULT, &error);
  g_assert_no_error (error);
  g_assert_true (qd_store_get_read_only (self->store));
  self->growth = QD_BOARD (qd_store_lookup (self->store, board));
  qd_store_load_board (self->store, self->growth, &error);
  g_assert_no_error (error);
}

char *
ui_fixture_name (UiFixture  *self,
                 const char *name)
{
  return g_build_filename (self->folder, name, NULL);
}

/* Closes a board today, with the proposed grades and one decision for all its key results. */
void
ui_close_board (QdStore    *store,
                QdBoard    *board,
                QdDecision  decision)
{
  const QdId id = qd_entity_get_id (QD_ENTITY (board));
  g_autoptr (GError) error = NULL;
  QdOrderedList *columns;

  qd_store_load_board (store, board, &error);
  g_assert_no_error (error);
  columns = qd_board_get_columns (board);
  for (guint i = 0; i < qd_ordered_list_get_length (columns); i++)
    {
      QdOrderedList *cards = qd_column_get_cards (qd_ordered_list_peek (columns, i));

      for (guint j = 0; j < qd_ordered_list_get_length (cards); j++)
        {
          const QdId card = qd_entity_get_id (qd_ordered_list_peek (cards, j));

          qd_edit_set_decision (store, card, decision, &error);
          g_assert_no_error (error);
        }
    }
  qd_edit_accept_grades (store, id, qd_clock_today (), &error);
  g_assert_no_error (error);
  qd_edit_close_board (store, id, qd_clock_today (), &error);
  g_assert_no_error (error);
  ui_settle ();
}

/* Lets everything happen that is due. */
void
ui_settle (void)
{
  while (g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
}

static gboolean
count_tick (GtkWidget     *widget,
            GdkFrameClock *clock,
            gpointer       n)
{
  *(guint *) n += 1;

  return *(guint *) n < 2 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/* Until all has the place that it shall have now: the second frame begins when the first
 * one is laid out.
 */
void
ui_wait_for_layout (GtkWidget *widget)
{
  guint n = 0;

  gtk_widget_add_tick_callback (widget, count_tick, &n, NULL);
  while (n < 2)
    g_main_context_iteration (NULL, TRUE);
  ui_settle ();
}

/* The first descendant of a type that shows, the widget itself included. */
GtkWidget *
ui_find (GtkWidget *widget,
         GType      type)
{
  GtkWidget *child;

  if (!gtk_widget_get_visible (widget) || !gtk_widget_get_child_visible (widget))
    return NULL;
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    return widget;

  for (child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = ui_find (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* The button whose label, without its mnemonic, is @label. */
GtkWidget *
ui_find_button (GtkWidget  *widget,
                const char *label)
{
  GtkWidget *child;

  if (GTK_IS_BUTTON (widget) && gtk_button_get_label (GTK_BUTTON (widget)) != NULL)
    {
      g_auto (GStrv) parts = NULL;
      g_autofree char *plain = NULL;

      parts = g_strsplit (gtk_button_get_label (GTK_BUTTON (widget)), "_", -1);
      plain = g_strjoinv ("", parts);
      if (g_str_equal (plain, label))
        return widget;
    }

  for (child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = ui_find_button (child, label);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* Lets the last reference go, and waits for what GTK still holds on to until the
 * end of a frame. */
void
ui_assert_finalized (gpointer object)
{
  const gint64 end = g_get_monotonic_time () + 5 * G_USEC_PER_SEC;
  gpointer left = object;

  g_object_add_weak_pointer (object, &left);
  g_object_unref (object);
  while (left != NULL && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  if (left != NULL)
    g_error ("A %s is left with %u references", G_OBJECT_TYPE_NAME (left),
             G_OBJECT (left)->ref_count);
}
