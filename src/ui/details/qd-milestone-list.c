/* The milestones of a card as a checklist that is edited in place.
 *
 * It reads nothing: the pane hands in what belongs to the card whenever the file
 * changed. What was typed for the next milestone is added where the pane turns to
 * another card, so that it is not lost.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "store/qd-edit-card.h"
#include "widgets/qd-field-error.h"
#include "widgets/qd-toaster.h"

#include "qd-milestone-drop.h"
#include "qd-milestone-list.h"
#include "qd-milestone-row.h"
#include "qd-thing-rows.h"

struct _QdMilestoneList
{
  GtkWidget parent_instance;

  QdStore *store;
  QdCard *card; /* (nullable) */

  GtkWidget *head;
  GtkLabel *count;
  GtkWidget *rows;
  GtkWidget *add_entry;
  GtkLabel *add_error;
};

G_DEFINE_FINAL_TYPE (QdMilestoneList, qd_milestone_list, GTK_TYPE_WIDGET)

static GtkWidget *
create_row (gpointer user_data)
{
  QdMilestoneList *self = user_data;

  return qd_milestone_row_new (self->store, qd_entity_get_id (QD_ENTITY (self->card)));
}

static QdId
get_row_id (GtkWidget *row)
{
  return qd_milestone_row_get_id (QD_MILESTONE_ROW (row));
}

static void
update_row (GtkWidget     *row,
            gconstpointer  thing)
{
  qd_milestone_row_update (QD_MILESTONE_ROW (row), thing);
}

static void
finish_row (GtkWidget *row)
{
  qd_milestone_row_finish (QD_MILESTONE_ROW (row));
}

static const QdThingRowFuncs row_funcs = { create_row, get_row_id, update_row, finish_row };

static void
update_count (QdMilestoneList *self,
              GPtrArray       *milestones)
{
  g_autofree char *text = NULL;
  guint n_done = 0;

  for (guint i = 0; i < milestones->len; i++)
    n_done += ((const QdMilestone *) g_ptr_array_index (milestones, i))->done ? 1 : 0;

  if (milestones->len > 0)
    /* Translators: two of five milestones are done. */
    text = g_strdup_printf (C_("milestones", "%u of %u"), n_done, milestones->len);
  gtk_label_set_text (self->count, text != NULL ? text : "");
}

static gboolean
add (QdMilestoneList  *self,
     QdCard           *card,
     GError          **error)
{
  g_autofree char *title =
    g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->add_entry))));

  if (*title != '\0' && card != NULL &&
      qd_edit_new_milestone (self->store, qd_entity_get_id (QD_ENTITY (card)), title,
                             error) == QD_ID_NONE)
    return FALSE;

  gtk_editable_set_text (GTK_EDITABLE (self->add_entry), "");

  return TRUE;
}

static void
on_add (QdMilestoneList *self)
{
  g_autoptr (GError) error = NULL;

  g_assert (QD_IS_MILESTONE_LIST (self));

  if (!add (self, self->card, &error))
    qd_field_error_show (self->add_error, self->add_entry, error->message);
}

static void
on_add_typed (QdMilestoneList *self)
{
  g_assert (QD_IS_MILESTONE_LIST (self));

  qd_field_error_show (self->add_error, self->add_entry, NULL);
}

static void
qd_milestone_list_dispose (GObject *object)
{
  QdMilestoneList *self = QD_MILESTONE_LIST (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_MILESTONE_LIST);
  g_clear_object (&self->card);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qd_milestone_list_parent_class)->dispose (object);
}

static void
qd_milestone_list_class_init (QdMilestoneListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = qd_milestone_list_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/quarterdeck/Quarterdeck/qd-milestone-list.ui");
  gtk_widget_class_bind_template_child (widget_class, QdMilestoneList, head);
  gtk_widget_class_bind_template_child (widget_class, QdMilestoneList, count);
  gtk_widget_class_bind_template_child (widget_class, QdMilestoneList, rows);
  gtk_widget_class_bind_template_child (widget_class, QdMilestoneList, add_entry);
  gtk_widget_class_bind_template_child (widget_class, QdMilestoneList, add_error);
  gtk_widget_class_bind_template_callback (widget_class, on_add);
  gtk_widget_class_bind_template_callback (widget_class, on_add_typed);

  gtk_widget_class_set_css_name (widget_class, "milestonelist");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
qd_milestone_list_init (QdMilestoneList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  qd_milestone_drop_attach (self->rows);
}

/**
 * qd_milestone_list_new:
 * @store: the file
 *
 * Returns: (transfer floating): a checklist without a card
 */
GtkWidget *
qd_milestone_list_new (QdStore *store)
{
  QdMilestoneList *self;

  g_return_val_if_fail (QD_IS_STORE (store), NULL);

  self = g_object_new (QD_TYPE_MILESTONE_LIST, NULL);
  self->store = g_object_ref (store);

  return GTK_WIDGET (self);
}

/**
 * qd_milestone_list_set_card:
 * @card: (nullable): whose milestones to show
 *
 * Hands on what was typed for the card before. Shows nothing of @card until
 * qd_milestone_list_update().
 */
void
qd_milestone_list_set_card (QdMilestoneList *self,
                            QdCard          *card)
{
  g_autoptr (QdCard) left = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (QD_IS_MILESTONE_LIST (self));
  g_return_if_fail (card == NULL || QD_IS_CARD (card));

  if (self->card == card)
    return;

  left = g_steal_pointer (&self->card);
  g_set_object (&self->card, card);
  qd_thing_rows_clear (self->rows, &row_funcs);
  gtk_label_set_text (self->count, "");
  if (!add (self, left, &error))
    qd_toaster_report (GTK_WIDGET (self), error);
}

/**
 * qd_milestone_list_update:
 * @self: a checklist with a card
 * @details: what belongs to the card now
 *
 * Shows the milestones in @details. What is being typed stays, and the focus where
 * it is.
 */
void
qd_milestone_list_update (QdMilestoneList *self,
                          const QdDetails *details)
{
  gboolean editable;

  g_return_if_fail (QD_IS_MILESTONE_LIST (self));
  g_return_if_fail (self->card != NULL);
  g_return_if_fail (details != NULL);

  editable = !qd_store_get_read_only (self->store);
  qd_thing_rows_sync (self->rows, details->milestones, &row_funcs, self);
  gtk_widget_set_visible (self->rows, details->milestones->len > 0);
  gtk_widget_set_sensitive (self->rows, editable);
  gtk_widget_set_sensitive (self->add_entry, editable);
  update_count (self, details->milestones);
}
