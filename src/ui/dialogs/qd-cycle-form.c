/* Name, first day and last day of a cycle, to be filled in.
 *
 * Says at the field what is wrong with it; writes nothing.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "qd-cycle-form.h"
#include "widgets/qd-day-button.h"
#include "widgets/qd-field-error.h"
#include "widgets/qd-focus.h"
#include "widgets/qd-typing.h"

struct _QdCycleForm
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *title;
  GtkLabel *title_error;
  QdDayButton *first_day;
  QdDayButton *last_day;
  GtkWidget *day_error;
};

G_DEFINE_FINAL_TYPE (QdCycleForm, qd_cycle_form, GTK_TYPE_WIDGET)

static gboolean
are_days_in_order (QdCycleForm *self)
{
  return qd_day_button_get_day (self->first_day) <=
         qd_day_button_get_day (self->last_day);
}

static void
on_title_changed (QdCycleForm *self)
{
  g_assert (QD_IS_CYCLE_FORM (self));

  qd_field_error_show (self->title_error, self->title, NULL);
}

static void
on_day_changed (QdCycleForm *self)
{
  g_assert (QD_IS_CYCLE_FORM (self));

  gtk_widget_set_visible (self->day_error, !are_days_in_order (self));
}

static gboolean
qd_cycle_form_grab_focus (GtkWidget *widget)
{
  return !qd_focus_is_inside (widget) &&
         gtk_widget_grab_focus (QD_CYCLE_FORM (widget)->title);
}

static void
qd_cycle_form_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), QD_TYPE_CYCLE_FORM);

  G_OBJECT_CLASS (qd_cycle_form_parent_class)->dispose (object);
}

static void
qd_cycle_form_class_init (QdCycleFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = qd_cycle_form_dispose;

  widget_class->grab_focus = qd_cycle_form_grab_focus;

  g_type_ensure (QD_TYPE_DAY_BUTTON);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/quarterdeck/Quarterdeck/qd-cycle-form.ui");
  gtk_widget_class_bind_template_child (widget_class, QdCycleForm, box);
  gtk_widget_class_bind_template_child (widget_class, QdCycleForm, title);
  gtk_widget_class_bind_template_child (widget_class, QdCycleForm, title_error);
  gtk_widget_class_bind_template_child (widget_class, QdCycleForm, first_day);
  gtk_widget_class_bind_template_child (widget_class, QdCycleForm, last_day);
  gtk_widget_class_bind_template_child (widget_class, QdCycleForm, day_error);
  gtk_widget_class_bind_template_callback (widget_class, on_title_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_day_changed);
}

static void
qd_cycle_form_init (QdCycleForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * qd_cycle_form_fill:
 * @title: name of the cycle
 * @first_day: its first day
 * @last_day: its last day
 *
 * Fills in what the person starts from.
 */
void
qd_cycle_form_fill (QdCycleForm *self,
                    const char  *title,
                    QdDay        first_day,
                    QdDay        last_day)
{
  g_return_if_fail (QD_IS_CYCLE_FORM (self));
  g_return_if_fail (title != NULL);

  gtk_editable_set_text (GTK_EDITABLE (self->title), title);
  qd_typing_forget (GTK_EDITABLE (self->title));
  qd_day_button_set_day (self->first_day, first_day);
  qd_day_button_set_day (self->last_day, last_day);
}

/**
 * qd_cycle_form_dup_title:
 *
 * Returns: (transfer full): the name, without spaces around it
 */
char *
qd_cycle_form_dup_title (QdCycleForm *self)
{
  g_return_val_if_fail (QD_IS_CYCLE_FORM (self), NULL);

  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->title))));
}

/**
 * qd_cycle_form_get_first_day:
 *
 * Returns: the first day
 */
QdDay
qd_cycle_form_get_first_day (QdCycleForm *self)
{
  g_return_val_if_fail (QD_IS_CYCLE_FORM (self), QD_DAY_NONE);

  return qd_day_button_get_day (self->first_day);
}

/**
 * qd_cycle_form_get_last_day:
 *
 * Returns: the last day, which still belongs to the cycle
 */
QdDay
qd_cycle_form_get_last_day (QdCycleForm *self)
{
  g_return_val_if_fail (QD_IS_CYCLE_FORM (self), QD_DAY_NONE);

  return qd_day_button_get_day (self->last_day);
}

/**
 * qd_cycle_form_check:
 *
 * Shows what is wrong, and puts the focus there.
 *
 * Returns: whether all is well
 */
gboolean
qd_cycle_form_check (QdCycleForm *self)
{
  g_autofree char *title = NULL;

  g_return_val_if_fail (QD_IS_CYCLE_FORM (self), FALSE);

  title = qd_cycle_form_dup_title (self);
  if (*title == '\0')
    {
      qd_field_error_show (self->title_error, self->title,
                           _("A cycle needs a name, such as “2026 Q4”."));
      gtk_widget_grab_focus (self->title);
      return FALSE;
    }

  if (!are_days_in_order (self))
    {
      gtk_widget_child_focus (GTK_WIDGET (self->last_day),
                              GTK_DIR_TAB_FORWARD);
      return FALSE;
    }

  return TRUE;
}
