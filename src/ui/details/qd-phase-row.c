/* One phased target of a key result: what the metric should be by a day.
 *
 * It writes what a person does with it into the file, and shows it when it is told
 * what is there.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "store/qd-edit-card.h"
#include "store/qd-edit.h"
#include "widgets/qd-day-button.h"
#include "widgets/qd-day-text.h"
#include "widgets/qd-number-entry.h"
#include "widgets/qd-toaster.h"

#include "qd-phase-row.h"

struct _QdPhaseRow
{
  GtkWidget parent_instance;

  QdStore *store;
  QdPhase phase;

  QdNumberEntry *value;
  QdDayButton *day;
  GtkWidget *remove_button;
};

G_DEFINE_FINAL_TYPE (QdPhaseRow, qd_phase_row, GTK_TYPE_WIDGET)

static gboolean
on_value_edited (QdPhaseRow *self,
                 double      value)
{
  g_autoptr (GError) error = NULL;

  g_assert (QD_IS_PHASE_ROW (self));

  if (qd_edit_change_phase (self->store, self->phase.id, self->phase.day, value, &error))
    return TRUE;

  qd_number_entry_set_error (self->value, error->message);

  return FALSE;
}

/* Of two on one day only one could count. */
static gboolean
check_day (QdPhaseRow  *self,
           QdDay        day,
           GError     **error)
{
  GtkWidget *box = gtk_widget_get_parent (GTK_WIDGET (self));

  for (GtkWidget *row = gtk_widget_get_first_child (box); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      if (QD_PHASE_ROW (row)->phase.day != day)
        continue;

      g_set_error_literal (error, QD_ERROR, QD_ERROR_INVALID,
                           _("There is a phased target for this day already. "
                             "Choose another day."));
      return FALSE;
    }

  return TRUE;
}

static void
on_day_chosen (QdPhaseRow *self)
{
  const QdDay day = qd_day_button_get_day (self->day);
  g_autoptr (GError) error = NULL;

  g_assert (QD_IS_PHASE_ROW (self));

  if (day == self->phase.day)
    return;
  if (check_day (self, day, &error) &&
      qd_edit_change_phase (self->store, self->phase.id, day, self->phase.value, &error))
    return;

  qd_day_button_set_day (self->day, self->phase.day);
  qd_toaster_report (GTK_WIDGET (self), error);
}

static void
on_remove (GtkWidget  *widget,
           const char *action_name,
           GVariant   *unused)
{
  QdPhaseRow *self = QD_PHASE_ROW (widget);
  g_autoptr (GError) error = NULL;

  if (!qd_edit_archive (self->store, QD_ENTITY_PHASE, self->phase.id, TRUE, &error))
    qd_toaster_report (widget, error);
}

static void
qd_phase_row_dispose (GObject *object)
{
  QdPhaseRow *self = QD_PHASE_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_PHASE_ROW);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qd_phase_row_parent_class)->dispose (object);
}

static void
qd_phase_row_class_init (QdPhaseRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = qd_phase_row_dispose;

  /**
   * QdPhaseRow|phase.remove:
   *
   * Takes the phased target out of sight.
   */
  gtk_widget_class_install_action (widget_class, "phase.remove", NULL, on_remove);

  g_type_ensure (QD_TYPE_DAY_BUTTON);
  g_type_ensure (QD_TYPE_NUMBER_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/quarterdeck/Quarterdeck/qd-phase-row.ui");
  gtk_widget_class_bind_template_child (widget_class, QdPhaseRow, value);
  gtk_widget_class_bind_template_child (widget_class, QdPhaseRow, day);
  gtk_widget_class_bind_template_child (widget_class, QdPhaseRow, remove_button);
  gtk_widget_class_bind_template_callback (widget_class, on_value_edited);
  gtk_widget_class_bind_template_callback (widget_class, on_day_chosen);

  gtk_widget_class_set_css_name (widget_class, "phaserow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
qd_phase_row_init (QdPhaseRow *self)
{
  self->phase.value = NAN;

  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * qd_phase_row_new:
 * @store: the file that it is in
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
qd_phase_row_new (QdStore *store)
{
  QdPhaseRow *self;

  g_return_val_if_fail (QD_IS_STORE (store), NULL);

  self = g_object_new (QD_TYPE_PHASE_ROW, NULL);
  self->store = g_object_ref (store);

  return GTK_WIDGET (self);
}

/**
 * qd_phase_row_get_id:
 *
 * Returns: the phased target that it shows
 */
QdId
qd_phase_row_get_id (QdPhaseRow *self)
{
  g_return_val_if_fail (QD_IS_PHASE_ROW (self), QD_ID_NONE);

  return self->phase.id;
}

/**
 * qd_phase_row_set_scope:
 * @first_day: the first day that may be chosen, or %QD_DAY_NONE for any day
 * @last_day: the last one
 * @unit: the unit of the value, or ""
 *
 * What goes for all phased targets of the key result.
 */
void
qd_phase_row_set_scope (QdPhaseRow *self,
                        QdDay       first_day,
                        QdDay       last_day,
                        const char *unit)
{
  g_return_if_fail (QD_IS_PHASE_ROW (self));
  g_return_if_fail (unit != NULL);

  qd_day_button_set_range (self->day, first_day, last_day);
  qd_number_entry_set_unit (self->value, unit);
}

/**
 * qd_phase_row_update:
 * @phase: the phased target as it is now; always the same one
 *
 * Shows it. A number that is being typed stays.
 */
void
qd_phase_row_update (QdPhaseRow    *self,
                     const QdPhase *phase)
{
  g_autofree char *day = qd_day_text_full (phase->day);
  /* Translators: a phased target: its value should be reached by this day. */
  g_autofree char *label = g_strdup_printf (_("By %s"), day);
  g_autofree char *day_label = g_strdup_printf (_("Day of the phased target, %s"), day);
  g_autofree char *remove = g_strdup_printf (_("Remove the phased target by %s"), day);

  g_return_if_fail (QD_IS_PHASE_ROW (self));

  self->phase = *phase;
  qd_number_entry_set_label (self->value, label);
  qd_number_entry_set_value (self->value, phase->value);
  qd_day_button_set_label (self->day, day_label);
  qd_day_button_set_day (self->day, phase->day);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->remove_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, remove,
                                  -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}

/**
 * qd_phase_row_finish:
 *
 * Hands on what was typed, as leaving does; for when the row goes away.
 */
void
qd_phase_row_finish (QdPhaseRow *self)
{
  g_return_if_fail (QD_IS_PHASE_ROW (self));

  qd_number_entry_finish (self->value);
}
