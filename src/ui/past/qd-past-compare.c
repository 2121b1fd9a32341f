/* Compares the day that shows with another one, a week before unless somebody chooses,
 * and finds the cards that the list of changes names.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "board/qd-board-view.h"
#include "qd-past-page-private.h"
#include "qd-past-text.h"
#include "store/qd-comparison.h"
#include "store/qd-past-store.h"
#include "together/qd-together-view.h"
#include "widgets/qd-day-text.h"

#define WEEK 7

/* What is to be read in a thread. */
typedef struct
{
  char *path;
  GArray *ids;
  QdDay earlier;
  QdDay later;
} Order;

static void
order_free (gpointer data)
{
  Order *order = data;

  g_array_unref (order->ids);
  g_free (order->path);
  g_free (order);
}

/* Not in the interface's thread. */
static void
read_changes (GTask        *task,
              gpointer      source,
              gpointer      data,
              GCancellable *cancellable)
{
  Order *order = data;
  GError *error = NULL;
  GPtrArray *items;

  items = qd_comparison_read (order->path, (const QdId *) (gpointer) order->ids->data,
                              order->ids->len, qd_past_end_of_day (order->earlier),
                              qd_past_end_of_day (order->later), cancellable, &error);
  if (items != NULL)
    g_task_return_pointer (task, items, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/* Of one board: side by side, the list is enough. */
static void
show_trace (QdPastPage *self,
            GPtrArray  *items)
{
  GtkWidget *view = NULL;

  if (self->board_page != NULL && !self->together && qd_past_page_is_comparing (self))
    view = qd_board_page_get_board_view (self->board_page);
  qd_past_trace_set_items (self->trace, view, items);
}

static void
on_changes_read (QdPastPage *self,
                 GPtrArray  *items,
                 Order      *order)
{
  g_autofree char *from = qd_day_text_full (order->earlier);
  g_autofree char *to = qd_day_text_full (order->later);
  g_autofree char *title = NULL;

  g_assert (QD_IS_PAST_PAGE (self));

  /* Translators: two days between which something changed. */
  title = g_strdup_printf (_("From %s to %s"), from, to);
  qd_past_changes_set_items (self->changes, items, title);
  show_trace (self, items);
  g_ptr_array_unref (items);
}

static void
on_change_activated (QdPastPage *self,
                     gint64      card)
{
  QdEntity *entity = qd_store_lookup (self->past, card);

  g_assert (QD_IS_PAST_PAGE (self));

  if (self->board_page == NULL || !QD_IS_CARD (entity) || !qd_entity_get_alive (entity))
    return;

  if (self->together)
    qd_together_view_reveal (
      QD_TOGETHER_VIEW (qd_board_page_get_together_view (self->board_page)), QD_CARD (entity));
  else
    qd_board_view_reveal (
      QD_BOARD_VIEW (qd_board_page_get_board_view (self->board_page)), card);
}

/* Whether the day is compared with another one. */
gboolean
qd_past_page_is_comparing (QdPastPage *self)
{
  return gtk_widget_get_visible (GTK_WIDGET (self->changes));
}

/* In whichever order the two days come. */
void
qd_past_page_ask_changes (QdPastPage *self)
{
  const QdDay day = qd_past_page_get_day (self);
  const QdDay other = qd_day_button_get_day (self->other_button);
  Order *order;

  if (!qd_past_page_is_comparing (self) || self->ids->len == 0)
    return;

  order = g_new0 (Order, 1);
  order->path = g_strdup (qd_store_get_path (self->store));
  order->ids = g_array_copy (self->ids);
  order->earlier = MIN (day, other);
  order->later = MAX (day, other);
  qd_past_slider_set_other (self->slider, other);
  qd_past_reading_ask (self->comparisons, order, order_free);
}

void
qd_past_page_compare (QdPastPage *self,
                      gboolean    comparing)
{
  const QdDay first = qd_past_slider_get_first (self->slider);
  const QdDay last = qd_past_slider_get_last (self->slider);

  gtk_widget_set_visible (GTK_WIDGET (self->changes), comparing);
  g_object_notify (G_OBJECT (self), "comparing");
  if (!comparing)
    {
      qd_past_slider_set_other (self->slider, QD_DAY_NONE);
      show_trace (self, NULL);
      return;
    }

  qd_day_button_set_range (self->other_button, first, last);
  qd_day_button_set_day (self->other_button, MAX (first, qd_past_page_get_day (self) - WEEK));
  qd_past_page_ask_changes (self);
}

void
qd_past_page_init_compare (QdPastPage *self)
{
  self->changes = QD_PAST_CHANGES (qd_past_changes_new ());
  gtk_widget_set_visible (GTK_WIDGET (self->changes), FALSE);
  gtk_box_prepend (GTK_BOX (self->content), GTK_WIDGET (self->changes));
  g_signal_connect_object (self->changes, "activated", G_CALLBACK (on_change_activated), self,
                           G_CONNECT_SWAPPED);
  self->comparisons = qd_past_page_new_reading (self, read_changes,
                                                G_CALLBACK (on_changes_read));
}
