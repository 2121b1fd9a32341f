/* A cycle in the sidebar: the heading above its boards.
 *
 * It can have the focus, for the keys and the menu of the sidebar, but there is
 * nothing to open.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "qd-cycle-row.h"
#include "widgets/qd-day-text.h"

struct _QdCycleRow
{
  GtkListBoxRow parent_instance;

  GtkLabel *title;
  GtkLabel *days;

  QdCycle *cycle;
};

G_DEFINE_FINAL_TYPE (QdCycleRow, qd_cycle_row, GTK_TYPE_LIST_BOX_ROW)

static void
update (QdCycleRow *self)
{
  const char *title = qd_entity_get_title (QD_ENTITY (self->cycle));
  g_autofree char *days = NULL;
  g_autofree char *name = NULL;

  days = qd_day_text_range (qd_cycle_get_first_day (self->cycle),
                            qd_cycle_get_last_day (self->cycle));
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->days, days);

  /* Translators: a cycle and its days, for a screen reader. */
  name = g_strdup_printf (_("Cycle %s, %s"), title, days);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
}

static void
on_cycle_changed (QdCycleRow *self)
{
  g_assert (QD_IS_CYCLE_ROW (self));

  update (self);
}

static void
qd_cycle_row_dispose (GObject *object)
{
  QdCycleRow *self = QD_CYCLE_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_CYCLE_ROW);
  g_clear_object (&self->cycle);

  G_OBJECT_CLASS (qd_cycle_row_parent_class)->dispose (object);
}

static void
qd_cycle_row_class_init (QdCycleRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = qd_cycle_row_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/quarterdeck/Quarterdeck/qd-cycle-row.ui");
  gtk_widget_class_bind_template_child (widget_class, QdCycleRow, title);
  gtk_widget_class_bind_template_child (widget_class, QdCycleRow, days);
}

static void
qd_cycle_row_init (QdCycleRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * qd_cycle_row_new:
 * @cycle: the cycle to show
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
qd_cycle_row_new (QdCycle *cycle)
{
  QdCycleRow *self;

  g_return_val_if_fail (QD_IS_CYCLE (cycle), NULL);

  self = g_object_new (QD_TYPE_CYCLE_ROW, NULL);
  self->cycle = g_object_ref (cycle);
  g_signal_connect_object (cycle, "notify",
                           G_CALLBACK (on_cycle_changed), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}

/**
 * qd_cycle_row_get_cycle:
 *
 * Returns: (transfer none): the cycle the row shows
 */
QdCycle *
qd_cycle_row_get_cycle (QdCycleRow *self)
{
  g_return_val_if_fail (QD_IS_CYCLE_ROW (self), NULL);

  return self->cycle;
}
