/* A part of the details pane in a window of its own, and what tests ask of it. */

#include "config.h"

#include "details-fixture.h"
#include "store/qd-db.h"
#include "store/qd-undo.h"

static QdKeyResult *
get_card (DetailsFixture *fixture,
          guint           nth)
{
  QdColumn *column = qd_ordered_list_peek (qd_board_get_columns (fixture->file.growth), 0);

  return qd_ordered_list_peek (qd_column_get_cards (column), nth);
}

static void
set_figure (DetailsFixture *fixture,
            QdField         field,
            double          value)
{
  g_autoptr (GError) error = NULL;

  qd_edit_set_figure (fixture->file.store, details_get_id (fixture->nps), field, value, &error);
  g_assert_no_error (error);
}

void
details_fixture_set_up (DetailsFixture *fixture,
                        gconstpointer   unused)
{
  g_autoptr (GError) error = NULL;

  ui_fixture_set_up (&fixture->file, NULL);
  qd_store_load_board (fixture->file.store, fixture->file.growth, &error);
  g_assert_no_error (error);

  fixture->nps = get_card (fixture, 0);
  fixture->churn = get_card (fixture, 1);
  qd_edit_set_metric (fixture->file.store, details_get_id (fixture->nps), QD_METRIC_CHANGE,
                      &error);
  g_assert_no_error (error);
  set_figure (fixture, QD_FIELD_CARD_BASELINE, 20);
  set_figure (fixture, QD_FIELD_CARD_TARGET, 60);
  qd_edit_set_text (fixture->file.store, details_get_id (fixture->nps), QD_FIELD_CARD_UNIT,
                    "points", FALSE, &error);
  g_assert_no_error (error);

  fixture->window = gtk_window_new ();
  fixture->toaster = QD_TOASTER (qd_toaster_new ());
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->toaster));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 420, 640);
}

/* Nothing may hold on to what was tested, nor to the file. */
void
details_fixture_tear_down (DetailsFixture *fixture,
                           gconstpointer   unused)
{
  g_object_ref (fixture->widget);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_settle ();
  ui_assert_finalized (fixture->widget);
  ui_fixture_tear_down (&fixture->file, NULL);
}

void
details_show (DetailsFixture *fixture,
              GtkWidget      *widget)
{
  fixture->widget = widget;
  qd_toaster_set_child (fixture->toaster, widget);
  gtk_window_present (GTK_WINDOW (fixture->window));
  details_wait (fixture);
}

/* Sizes are right after some frames, and what waited for one is done. */
void
details_wait (DetailsFixture *fixture)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (fixture->window);
  const gint64 begin = gdk_frame_clock_get_frame_counter (clock);

  while (gdk_frame_clock_get_frame_counter (clock) < begin + 3)
    {
      gtk_widget_queue_draw (fixture->window);
      g_main_context_iteration (NULL, TRUE);
    }
  ui_settle ();
}

QdId
details_get_id (gpointer entity)
{
  return qd_entity_get_id (QD_ENTITY (entity));
}

QdId
details_check_in (DetailsFixture *fixture,
                  QdKeyResult    *card,
                  QdDay           day,
                  double          value,
                  const char     *blocker,
                  int             confidence)
{
  const QdCheckinDraft draft = {
    .day = day,
    .value = value,
    .blocker = blocker,
    .confidence = confidence,
  };
  g_autoptr (GError) error = NULL;
  QdId id;

  id = qd_edit_check_in (fixture->file.store, details_get_id (card), &draft, &error);
  g_assert_no_error (error);
  ui_settle ();

  return id;
}

void
details_undo (DetailsFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (qd_undo_undo (fixture->file.store, NULL, &error));
  g_assert_no_error (error);
  ui_settle ();
}

/* As another program might, which knows nothing of Quarterdeck. */
void
details_execute (DetailsFixture *fixture,
                 const char     *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QdDb) db = qd_db_open (fixture->file.path, QD_DB_READ_WRITE, &error);

  g_assert_no_error (error);
  qd_db_exec (db, sql, &error);
  g_assert_no_error (error);
}

/* What the first column of all rows says, one a line. */
void
details_assert_file (DetailsFixture *fixture,
                     const char     *sql,
                     const char     *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QdDb) db = qd_db_open (fixture->file.path, QD_DB_READ_ONLY, &error);
  g_autoptr (GString) found = g_string_new (NULL);
  sqlite3_stmt *row;

  g_assert_no_error (error);
  row = qd_db_query (db, &error, sql, "");
  g_assert_no_error (error);
  while (qd_db_next (db, row, &error))
    g_string_append_printf (found, "%s%s", found->len > 0 ? "\n" : "", qd_db_text (row, 0));
  g_assert_no_error (error);

  g_assert_cmpstr (found->str, ==, expected);
}

/* Whether any label that can be seen says @text. */
gboolean
details_says (GtkWidget  *widget,
              const char *text)
{
  if (!gtk_widget_get_visible (widget))
    return FALSE;
  if (GTK_IS_LABEL (widget) &&
      g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (details_says (child, text))
      return TRUE;

  return FALSE;
}
