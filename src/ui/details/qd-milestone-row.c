/* One milestone of a card: ticked, renamed, dated, moved and removed in place.
 *
 * It writes what a person does with it into the file, and shows it when it is told
 * what is there. Its neighbours in the box are the milestones around it.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "store/qd-edit-card.h"
#include "store/qd-edit.h"
#include "widgets/qd-card-state.h"
#include "widgets/qd-day-button.h"
#include "widgets/qd-day-text.h"
#include "widgets/qd-drag.h"
#include "widgets/qd-toaster.h"

#include "qd-milestone-row.h"
#include "qd-title-entry.h"

struct _QdMilestoneRow
{
  GtkWidget parent_instance;

  QdStore *store;
  QdId card;
  QdId id;
  gboolean done;
  QdDay due;

  GtkWidget *handle;
  GtkCheckButton *check;
  GtkWidget *middle;
  QdTitleEntry *title;
  GtkWidget *due_line;
  GtkWidget *overdue;
  GtkLabel *due_label;
  QdDayButton *due_button;
  GtkWidget *remove_button;
};

G_DEFINE_FINAL_TYPE (QdMilestoneRow, qd_milestone_row, GTK_TYPE_WIDGET)

static gboolean
is_overdue (QdMilestoneRow *self)
{
  QdEntity *card = qd_store_lookup (self->store, self->card);

  return !self->done && self->due != QD_DAY_NONE &&
         self->due < qd_card_state_today (QD_IS_CARD (card) ? QD_CARD (card) : NULL);
}

/* Returns (transfer full) (nullable): by when it is due, as a person reads it. */
static char *
describe_due (QdMilestoneRow *self)
{
  g_autofree char *day = qd_day_text_full (self->due);

  if (self->due == QD_DAY_NONE)
    return NULL;
  if (is_overdue (self))
    /* Translators: a milestone that should have been reached by a day. */
    return g_strdup_printf (_("Overdue since %s"), day);

  /* Translators: a milestone that should be reached by a day. */
  return g_strdup_printf (_("Due %s"), day);
}

/* Takes @label. */
static void
take_label (gpointer  widget,
            char     *label)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_free (label);
}

/* What the row says at a glance. */
static char *
describe (const char *title,
          gboolean    done,
          const char *due)
{
  if (done)
    return g_strdup_printf (_("Milestone “%s”, done"), title);
  if (due != NULL)
    /* Translators: the title of a milestone, and "Due …" or "Overdue since …". */
    return g_strdup_printf (_("Milestone “%s”, %s"), title, due);

  return g_strdup_printf (_("Milestone “%s”"), title);
}

static void
name_parts (QdMilestoneRow *self,
            const char     *title,
            const char     *due)
{
  g_autofree char *title_label = g_strdup_printf (_("Title of the milestone “%s”"), title);
  g_autofree char *due_label = g_strdup_printf (_("Due day of “%s”"), title);

  take_label (self, describe (title, self->done, due));
  take_label (self->check, g_strdup_printf (_("Milestone “%s”"), title));
  take_label (self->remove_button, g_strdup_printf (_("Remove the milestone “%s”"), title));
  qd_title_entry_set_label (self->title, title_label);
  qd_day_button_set_label (self->due_button, due_label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  due != NULL ? due : "",
                                  -1);
}

static void
set_css_class (QdMilestoneRow *self,
               const char     *css_class,
               gboolean        is_set)
{
  if (is_set)
    gtk_widget_add_css_class (GTK_WIDGET (self), css_class);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), css_class);
}

static gboolean
on_title_edited (QdMilestoneRow *self,
                 const char     *text)
{
  g_autoptr (GError) error = NULL;

  g_assert (QD_IS_MILESTONE_ROW (self));

  if (qd_edit_rename (self->store, QD_ENTITY_MILESTONE, self->id, text, &error))
    return TRUE;

  qd_title_entry_set_error (self->title, error->message);

  return FALSE;
}

static void
on_toggled (QdMilestoneRow *self)
{
  const gboolean done = gtk_check_button_get_active (self->check);
  g_autoptr (GError) error = NULL;

  g_assert (QD_IS_MILESTONE_ROW (self));

  if (done == self->done ||
      qd_edit_set_milestone_done (self->store, self->id, done, &error))
    return;

  gtk_check_button_set_active (self->check, self->done);
  qd_toaster_report (GTK_WIDGET (self), error);
}

static void
on_due_chosen (QdMilestoneRow *self)
{
  const QdDay due = qd_day_button_get_day (self->due_button);
  g_autoptr (GError) error = NULL;

  g_assert (QD_IS_MILESTONE_ROW (self));

  if (due == self->due || qd_edit_set_milestone_due (self->store, self->id, due, &error))
    return;

  qd_day_button_set_day (self->due_button, self->due);
  qd_toaster_report (GTK_WIDGET (self), error);
}

static void
on_remove (GtkWidget  *widget,
           const char *action_name,
           GVariant   *unused)
{
  QdMilestoneRow *self = QD_MILESTONE_ROW (widget);
  g_autoptr (GError) error = NULL;

  if (!qd_edit_archive (self->store, QD_ENTITY_MILESTONE, self->id, TRUE, &error))
    qd_toaster_report (widget, error);
}

static void
on_move (GtkWidget  *widget,
         const char *action_name,
         GVariant   *step)
{
  const gboolean up = g_variant_get_int32 (step) < 0;
  GtkWidget *neighbour = up ? gtk_widget_get_prev_sibling (widget)
                            : gtk_widget_get_next_sibling (widget);

  if (neighbour != NULL)
    qd_milestone_row_move (QD_MILESTONE_ROW (widget), up ? QD_SIDE_BEFORE : QD_SIDE_AFTER,
                           QD_MILESTONE_ROW (neighbour));
  else
    gtk_widget_error_bell (widget);
}

/* In the title it is for letters, and with the calendar it could mean the day. */
static gboolean
on_delete (GtkWidget *widget,
           GVariant  *unused_args,
           gpointer   unused)
{
  QdMilestoneRow *self = QD_MILESTONE_ROW (widget);

  if (!gtk_widget_is_focus (GTK_WIDGET (self->check)) &&
      !gtk_widget_is_focus (self->remove_button))
    return GDK_EVENT_PROPAGATE;

  return gtk_widget_activate_action (widget, "milestone.remove", NULL);
}

static void
qd_milestone_row_dispose (GObject *object)
{
  QdMilestoneRow *self = QD_MILESTONE_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_MILESTONE_ROW);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qd_milestone_row_parent_class)->dispose (object);
}

static void
add_bindings (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, on_delete, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Delete, 0, on_delete, NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK,
                                       "milestone.move", "i", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Up, GDK_ALT_MASK,
                                       "milestone.move", "i", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK,
                                       "milestone.move", "i", 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Down, GDK_ALT_MASK,
                                       "milestone.move", "i", 1);
}

static void
qd_milestone_row_class_init (QdMilestoneRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = qd_milestone_row_dispose;

  /**
   * QdMilestoneRow|milestone.remove:
   *
   * Takes the milestone out of sight.
   */
  gtk_widget_class_install_action (widget_class, "milestone.remove", NULL, on_remove);

  /**
   * QdMilestoneRow|milestone.move:
   * @step: -1 for up, 1 for down
   *
   * Lets it change places with a neighbour.
   */
  gtk_widget_class_install_action (widget_class, "milestone.move", "i", on_move);
  add_bindings (widget_class);

  g_type_ensure (QD_TYPE_TITLE_ENTRY);
  g_type_ensure (QD_TYPE_DAY_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/quarterdeck/Quarterdeck/qd-milestone-row.ui");
  gtk_widget_class_bind_template_child (widget_class, QdMilestoneRow, handle);
  gtk_widget_class_bind_template_child (widget_class, QdMilestoneRow, check);
  gtk_widget_class_bind_template_child (widget_class, QdMilestoneRow, middle);
  gtk_widget_class_bind_template_child (widget_class, QdMilestoneRow, title);
  gtk_widget_class_bind_template_child (widget_class, QdMilestoneRow, due_line);
  gtk_widget_class_bind_template_child (widget_class, QdMilestoneRow, overdue);
  gtk_widget_class_bind_template_child (widget_class, QdMilestoneRow, due_label);
  gtk_widget_class_bind_template_child (widget_class, QdMilestoneRow, due_button);
  gtk_widget_class_bind_template_child (widget_class, QdMilestoneRow, remove_button);
  gtk_widget_class_bind_template_callback (widget_class, on_title_edited);
  gtk_widget_class_bind_template_callback (widget_class, on_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_due_chosen);

  gtk_widget_class_set_css_name (widget_class, "milestonerow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
qd_milestone_row_init (QdMilestoneRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_cursor_from_name (self->handle, "grab");
  qd_drag_attach (self->handle, GTK_WIDGET (self), self);
}

/**
 * qd_milestone_row_new:
 * @store: the file that it is in
 * @card: the card that it belongs to
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
qd_milestone_row_new (QdStore *store,
                      QdId     card)
{
  QdMilestoneRow *self;

  g_return_val_if_fail (QD_IS_STORE (store), NULL);

  self = g_object_new (QD_TYPE_MILESTONE_ROW, NULL);
  self->store = g_object_ref (store);
  self->card = card;

  return GTK_WIDGET (self);
}

/**
 * qd_milestone_row_get_id:
 *
 * Returns: the milestone that it shows
 */
QdId
qd_milestone_row_get_id (QdMilestoneRow *self)
{
  g_return_val_if_fail (QD_IS_MILESTONE_ROW (self), QD_ID_NONE);

  return self->id;
}

/**
 * qd_milestone_row_update:
 * @milestone: the milestone as it is now; always the same one
 *
 * Shows it. A title that is being typed stays.
 */
void
qd_milestone_row_update (QdMilestoneRow    *self,
                         const QdMilestone *milestone)
{
  g_autofree char *due = NULL;

  g_return_if_fail (QD_IS_MILESTONE_ROW (self));
  g_return_if_fail (milestone != NULL);

  self->id = milestone->id;
  self->done = milestone->done;
  self->due = milestone->due;
  due = describe_due (self);

  gtk_check_button_set_active (self->check, self->done);
  qd_title_entry_set_text (self->title, milestone->title);
  qd_day_button_set_day (self->due_button, self->due);
  gtk_label_set_text (self->due_label, due != NULL ? due : "");
  gtk_widget_set_visible (self->due_line, due != NULL);
  gtk_widget_set_visible (self->overdue, is_overdue (self));
  set_css_class (self, "done", self->done);
  set_css_class (self, "overdue", is_overdue (self));
  name_parts (self, milestone->title, due);
}

/**
 * qd_milestone_row_finish:
 *
 * Hands on what was typed, as leaving does; for when the row goes away.
 */
void
qd_milestone_row_finish (QdMilestoneRow *self)
{
  g_return_if_fail (QD_IS_MILESTONE_ROW (self));

  qd_title_entry_finish (self->title);
}

/**
 * qd_milestone_row_move:
 * @side: on which side of @neighbour
 * @neighbour: another milestone of the card
 *
 * Moves the milestone in the file; the rows follow.
 *
 * Returns: whether it stands there; else the person was told why not
 */
gboolean
qd_milestone_row_move (QdMilestoneRow *self,
                       QdSide          side,
                       QdMilestoneRow *neighbour)
{
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (QD_IS_MILESTONE_ROW (self), FALSE);
  g_return_val_if_fail (QD_IS_MILESTONE_ROW (neighbour), FALSE);

  if (qd_edit_move (self->store, QD_ENTITY_MILESTONE, self->id, self->card, side,
                    neighbour->id, &error))
    return TRUE;

  qd_toaster_report (GTK_WIDGET (self), error);

  return FALSE;
}
