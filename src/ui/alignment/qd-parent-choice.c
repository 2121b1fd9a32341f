/* A field for what an objective contributes to: a button that says it, and a list to
 * search below.
 *
 * It writes nothing: who saves asks for the choice. The button is no GtkMenuButton, in
 * which the text would stand in the middle, as wide as it likes.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "qd-parent-choice.h"
#include "qd-parent-list.h"
#include "qd-parent-offer.h"
#include "store/qd-alignment.h"
#include "widgets/qd-tooltip.h"

/* What the button asks for; it takes what it gets. */
#define MAX_CHARS 12

struct _QdParentChoice
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *button;
  GtkLabel *text;
  GtkWidget *popover;
  QdParentList *list;

  QdStore *store;         /* (nullable) */
  QdBoard *board;         /* (nullable): whose objective contributes */
  QdObjective *objective; /* (nullable): which, where it is there already */
  QdObjective *parent;    /* (nullable): to which */
};

G_DEFINE_FINAL_TYPE (QdParentChoice, qd_parent_choice, GTK_TYPE_WIDGET)

static void
update (QdParentChoice *self)
{
  g_autofree char *text = qd_parent_offer_dup_text (self->parent);
  /* Translators: what is chosen, and the choice, for a screen reader. */
  g_autofree char *name = g_strdup_printf (_("%s: %s"), _("Contributes To"), text);

  gtk_label_set_text (self->text, text);
  qd_tooltip_set_text (self->button, self->parent != NULL ? text : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
}

static void
on_clicked (QdParentChoice *self)
{
  g_assert (QD_IS_PARENT_CHOICE (self));

  if (self->board == NULL)
    return;

  qd_parent_list_offer (self->list, self->store, self->board, self->objective, self->parent);
  gtk_popover_popup (GTK_POPOVER (self->popover));
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static void
on_popover_visible (QdParentChoice *self)
{
  g_assert (QD_IS_PARENT_CHOICE (self));

  gtk_accessible_update_state (GTK_ACCESSIBLE (self->button),
                               GTK_ACCESSIBLE_STATE_EXPANDED,
                               gtk_widget_get_visible (self->popover),
                               -1);
}

static void
on_chosen (QdParentChoice *self,
           QdObjective    *parent)
{
  g_assert (QD_IS_PARENT_CHOICE (self));

  g_set_object (&self->parent, parent);
  update (self);
  gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static gboolean
qd_parent_choice_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (QD_PARENT_CHOICE (widget)->button);
}

static void
qd_parent_choice_dispose (GObject *object)
{
  QdParentChoice *self = QD_PARENT_CHOICE (object);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->parent);
  g_clear_object (&self->objective);
  g_clear_object (&self->board);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qd_parent_choice_parent_class)->dispose (object);
}

static void
qd_parent_choice_class_init (QdParentChoiceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = qd_parent_choice_dispose;

  widget_class->grab_focus = qd_parent_choice_grab_focus;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "parentchoice");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
create_popover (QdParentChoice *self)
{
  self->list = QD_PARENT_LIST (qd_parent_list_new ());
  g_signal_connect_swapped (self->list, "chosen", G_CALLBACK (on_chosen), self);

  self->popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->popover), GTK_WIDGET (self->list));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->popover),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Contributes To"),
                                  -1);
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
  g_signal_connect_object (self->popover, "notify::visible", G_CALLBACK (on_popover_visible),
                           self, G_CONNECT_SWAPPED);
}

static void
create_button (QdParentChoice *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->text = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->text, 0.0f);
  gtk_label_set_ellipsize (self->text, PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (self->text, MAX_CHARS);
  gtk_widget_set_hexpand (GTK_WIDGET (self->text), TRUE);
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->text));
  gtk_box_append (GTK_BOX (content), gtk_image_new_from_icon_name ("pan-down-symbolic"));

  self->button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->button), content);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button),
                                  GTK_ACCESSIBLE_PROPERTY_HAS_POPUP, TRUE,
                                  -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->button),
                               GTK_ACCESSIBLE_STATE_EXPANDED, FALSE,
                               -1);
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (on_clicked), self);
}

static void
qd_parent_choice_init (QdParentChoice *self)
{
  GtkWidget *name = gtk_label_new (_("Contributes To"));

  gtk_label_set_xalign (GTK_LABEL (name), 0.0f);
  gtk_widget_add_css_class (name, "field");
  create_button (self);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  gtk_box_append (GTK_BOX (self->box), name);
  gtk_box_append (GTK_BOX (self->box), self->button);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  create_popover (self);
  update (self);
}

/**
 * qd_parent_choice_new:
 *
 * Returns: (transfer floating): a choice among nothing as yet
 */
GtkWidget *
qd_parent_choice_new (void)
{
  return g_object_new (QD_TYPE_PARENT_CHOICE, NULL);
}

/**
 * qd_parent_choice_set_objective:
 * @self: a choice
 * @store: a store
 * @board: one of its boards
 * @objective: (nullable): an objective of the board; %NULL for one that is made only now
 *
 * Lets it be chosen what @objective contributes to; at first that is what it does now.
 */
void
qd_parent_choice_set_objective (QdParentChoice *self,
                                QdStore        *store,
                                QdBoard        *board,
                                QdObjective    *objective)
{
  g_return_if_fail (QD_IS_PARENT_CHOICE (self));
  g_return_if_fail (QD_IS_STORE (store));
  g_return_if_fail (QD_IS_BOARD (board));
  g_return_if_fail (objective == NULL || QD_IS_OBJECTIVE (objective));

  g_set_object (&self->store, store);
  g_set_object (&self->board, board);
  g_set_object (&self->objective, objective);
  g_clear_object (&self->parent);
  if (objective != NULL)
    g_set_object (&self->parent, qd_alignment_get_parent (store, objective));
  update (self);
}

/**
 * qd_parent_choice_get_parent:
 * @self: a choice
 *
 * Returns: what the objective shall contribute to, or %QD_ID_NONE
 */
QdId
qd_parent_choice_get_parent (QdParentChoice *self)
{
  g_return_val_if_fail (QD_IS_PARENT_CHOICE (self), QD_ID_NONE);

  return self->parent != NULL ? qd_entity_get_id (QD_ENTITY (self->parent)) : QD_ID_NONE;
}
