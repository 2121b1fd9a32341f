/* Says over a board that it is closed, and leads to its grades. Out of sight while the
 * board is open.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "qd-closed-bar.h"
#include "widgets/qd-day-text.h"

struct _QdClosedBar
{
  GtkWidget parent_instance;

  GtkWidget *icon;
  GtkLabel *text;
  GtkWidget *button;
  GSignalGroup *board_signals;
};

G_DEFINE_FINAL_TYPE (QdClosedBar, qd_closed_bar, GTK_TYPE_WIDGET)

static void
update (QdClosedBar *self)
{
  g_autoptr (QdBoard) board = NULL;
  QdDay closed;

  g_assert (QD_IS_CLOSED_BAR (self));

  board = g_signal_group_dup_target (self->board_signals);
  closed = board != NULL ? qd_board_get_closed (board) : QD_DAY_NONE;
  if (closed != QD_DAY_NONE)
    {
      g_autofree char *day = qd_day_text_full (closed);
      g_autofree char *text = NULL;

      /* Translators: a day; said of a board. */
      text = g_strdup_printf (_("Closed on %s. It stays as it was then."), day);
      gtk_label_set_text (self->text, text);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), closed != QD_DAY_NONE);
}

static void
qd_closed_bar_dispose (GObject *object)
{
  QdClosedBar *self = QD_CLOSED_BAR (object);

  g_clear_object (&self->board_signals);
  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_CLOSED_BAR);

  G_OBJECT_CLASS (qd_closed_bar_parent_class)->dispose (object);
}

static void
qd_closed_bar_class_init (QdClosedBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = qd_closed_bar_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/quarterdeck/Quarterdeck/qd-closed-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, QdClosedBar, icon);
  gtk_widget_class_bind_template_child (widget_class, QdClosedBar, text);
  gtk_widget_class_bind_template_child (widget_class, QdClosedBar, button);

  gtk_widget_class_set_css_name (widget_class, "banner");
}

static void
qd_closed_bar_init (QdClosedBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->board_signals = g_signal_group_new (QD_TYPE_BOARD);
  g_signal_group_connect_swapped (self->board_signals, "notify::closed", G_CALLBACK (update),
                                  self);
}

/**
 * qd_closed_bar_set_board:
 * @self: a bar
 * @board: (nullable): the board below
 */
void
qd_closed_bar_set_board (QdClosedBar *self,
                         QdBoard     *board)
{
  g_return_if_fail (QD_IS_CLOSED_BAR (self));
  g_return_if_fail (board == NULL || QD_IS_BOARD (board));

  g_signal_group_set_target (self->board_signals, board);
  update (self);
}
