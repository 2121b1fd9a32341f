/* The advice about a board in a window, and what tests ask of it. */

#include "config.h"

#include "coach-fixture.h"
#include "coach/qd-advice-row.h"
#include "store/qd-edit-card.h"
#include "store/qd-edit-checkin.h"

QdBoardHead *
coach_get_head (BoardFixture *fixture)
{
  return QD_BOARD_HEAD (ui_find (GTK_WIDGET (fixture->view), QD_TYPE_BOARD_HEAD));
}

GtkMenuButton *
coach_get_button (BoardFixture *fixture)
{
  return GTK_MENU_BUTTON (ui_find (GTK_WIDGET (coach_get_head (fixture)), GTK_TYPE_MENU_BUTTON));
}

/* The sums are made when nothing else is to be done. */
void
coach_wait (BoardFixture *fixture)
{
  gboolean busy;

  g_object_get (coach_get_head (fixture), "busy", &busy, NULL);
  while (busy)
    {
      g_main_context_iteration (NULL, TRUE);
      g_object_get (coach_get_head (fixture), "busy", &busy, NULL);
    }
  ui_settle ();
}

void
coach_open (BoardFixture *fixture)
{
  coach_wait (fixture);
  gtk_menu_button_popup (coach_get_button (fixture));
  ui_settle ();
}

QdCoachPopover *
coach_get_popover (BoardFixture *fixture)
{
  return QD_COACH_POPOVER (gtk_menu_button_get_popover (coach_get_button (fixture)));
}

static void
collect_rows (GtkWidget *widget,
              GPtrArray *rows)
{
  if (QD_IS_ADVICE_ROW (widget))
    {
      g_ptr_array_add (rows, widget);
      return;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_rows (child, rows);
}

/* The row of an advice, with what it says besides, or whatever it says where that is
 * %NULL; %NULL where there is no such row. */
GtkWidget *
coach_find_row (BoardFixture *fixture,
                const char   *label,
                const char   *description)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  collect_rows (GTK_WIDGET (coach_get_popover (fixture)), rows);
  for (guint i = 0; i < rows->len; i++)
    {
      GtkAccessible *row = g_ptr_array_index (rows, i);
      g_autofree char *other_label = NULL;
      g_autofree char *other_description = NULL;

      other_label = gtk_test_accessible_check_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                                        label);
      if (description != NULL)
        other_description =
          gtk_test_accessible_check_property (row, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                              description);
      if (other_label == NULL && other_description == NULL)
        return GTK_WIDGET (row);
    }

  return NULL;
}

void
coach_click (BoardFixture *fixture,
             GtkWidget    *row,
             const char   *label)
{
  GtkWidget *button = ui_find_button (row, label);

  g_assert_nonnull (button);
  g_assert_true (gtk_widget_get_visible (button));
  g_signal_emit_by_name (button, "clicked");
  ui_settle ();
  coach_wait (fixture);
}

void
coach_measure (BoardFixture *fixture,
               QdCard       *card,
               double        value,
               int           confidence)
{
  const QdCheckinDraft draft = { .day = qd_clock_today (), .value = value,
                                 .confidence = confidence };
  QdId id = qd_entity_get_id (QD_ENTITY (card));
  g_autoptr (GError) error = NULL;

  qd_edit_set_metric (fixture->file.store, id, QD_METRIC_CHANGE, &error);
  g_assert_no_error (error);
  qd_edit_set_figure (fixture->file.store, id, QD_FIELD_CARD_BASELINE, 0, &error);
  g_assert_no_error (error);
  qd_edit_set_figure (fixture->file.store, id, QD_FIELD_CARD_TARGET, 10, &error);
  g_assert_no_error (error);
  qd_edit_check_in (fixture->file.store, id, &draft, &error);
  g_assert_no_error (error);
}
