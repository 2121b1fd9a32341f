/* The phased targets of a key result: what its metric should be on the way.
 *
 * It reads nothing: the pane hands in what belongs to the card whenever the file
 * changed. The next one that it proposes lies in the middle of the longest time
 * without any, on the line that is expected there already; then only what is known
 * better has to be changed.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "method/qd-expected.h"
#include "model/qd-board.h"
#include "store/qd-edit-card.h"
#include "widgets/qd-day-text.h"
#include "widgets/qd-number-format.h"
#include "widgets/qd-toaster.h"

#include "qd-phase-list.h"
#include "qd-phase-row.h"
#include "qd-thing-rows.h"

/* Into how many steps of a round size the way to the target is cut, at least. */
#define MIN_STEPS 100.0

struct _QdPhaseList
{
  GtkWidget parent_instance;

  QdStore *store;
  QdCard *card; /* (nullable) */
  QdDay first_day; /* of its cycle, or QD_DAY_NONE */
  QdDay last_day;
  QdPoint proposal;

  GtkLabel *heading;
  GtkWidget *rows;
  GtkLabel *hint;
  GtkWidget *add_button;
  GtkLabel *proposal_label;
};

G_DEFINE_FINAL_TYPE (QdPhaseList, qd_phase_list, GTK_TYPE_WIDGET)

/* NULL for a card that is none. */
static QdKeyResult *
get_key_result (QdPhaseList *self)
{
  return QD_IS_KEY_RESULT (self->card) ? QD_KEY_RESULT (self->card) : NULL;
}

static const char *
get_unit (QdPhaseList *self)
{
  QdKeyResult *key_result = get_key_result (self);
  const char *unit = key_result != NULL ? qd_key_result_get_unit (key_result) : NULL;

  return unit != NULL ? unit : "";
}

static void
find_cycle (QdPhaseList *self)
{
  QdColumn *column = self->card != NULL ? qd_card_get_column (self->card) : NULL;
  QdBoard *board = column != NULL ? qd_column_get_board (column) : NULL;
  QdCycle *cycle = board != NULL ? qd_board_get_cycle (board) : NULL;

  self->first_day = cycle != NULL ? qd_cycle_get_first_day (cycle) : QD_DAY_NONE;
  self->last_day = cycle != NULL ? qd_cycle_get_last_day (cycle) : QD_DAY_NONE;
}

static GtkWidget *
create_row (gpointer user_data)
{
  QdPhaseList *self = user_data;

  return qd_phase_row_new (self->store);
}

static QdId
get_row_id (GtkWidget *row)
{
  return qd_phase_row_get_id (QD_PHASE_ROW (row));
}

static void
update_row (GtkWidget     *row,
            gconstpointer  thing)
{
  qd_phase_row_update (QD_PHASE_ROW (row), thing);
}

static void
finish_row (GtkWidget *row)
{
  qd_phase_row_finish (QD_PHASE_ROW (row));
}

static const QdThingRowFuncs row_funcs = { create_row, get_row_id, update_row, finish_row };

/* The first and the last day are those of the baseline and of the target. */
static void
update_scope (QdPhaseList *self)
{
  const gboolean has_cycle = self->first_day != QD_DAY_NONE;

  for (GtkWidget *row = gtk_widget_get_first_child (self->rows); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    qd_phase_row_set_scope (QD_PHASE_ROW (row),
                            has_cycle ? self->first_day + 1 : QD_DAY_NONE,
                            has_cycle ? self->last_day - 1 : QD_DAY_NONE,
                            get_unit (self));
}

/* The middle of the longest time between two days that have a value; QD_DAY_NONE
 * where every day has one. */
static QdDay
find_middle (QdPhaseList *self,
             GPtrArray   *phases)
{
  QdDay before = self->first_day;
  QdDay middle = QD_DAY_NONE;
  QdDay longest = 1;

  if (self->first_day == QD_DAY_NONE)
    return QD_DAY_NONE;

  for (guint i = 0; i <= phases->len; i++)
    {
      QdDay day = self->last_day;

      if (i < phases->len)
        day = ((const QdPhase *) g_ptr_array_index (phases, i))->day;
      day = CLAMP (day, before, self->last_day);
      if (day - before > longest)
        {
          longest = day - before;
          middle = before + longest / 2;
        }
      before = day;
    }

  return middle;
}

/* A figure that a person could have said. */
static double
round_to_step (double value,
               double whole)
{
  const double step = pow (10.0, floor (log10 (fabs (whole) / MIN_STEPS)));
  const double rounded = round (value / step) * step;

  return isfinite (rounded) ? rounded : value;
}

static void
find_proposal (QdPhaseList *self,
               GPtrArray   *phases)
{
  QdKeyResult *key_result = get_key_result (self);
  g_autofree QdPoint *points = g_new (QdPoint, phases->len + 1);
  double baseline, target;

  self->proposal = (QdPoint) { QD_DAY_NONE, NAN };
  if (key_result == NULL)
    return;

  for (guint i = 0; i < phases->len; i++)
    {
      const QdPhase *phase = g_ptr_array_index (phases, i);

      points[i] = (QdPoint) { phase->day, phase->value };
    }

  baseline = qd_key_result_get_baseline (key_result);
  target = qd_key_result_get_target (key_result);
  self->proposal.day = find_middle (self, phases);
  self->proposal.value = qd_expected_value (self->first_day, self->last_day, baseline, target,
                                            points, phases->len, self->proposal.day);
  if (!isnan (self->proposal.value))
    self->proposal.value = round_to_step (self->proposal.value, target - baseline);
}

/* Returns (nullable): why none can be added. */
static const char *
get_obstacle (QdPhaseList *self)
{
  if (self->first_day == QD_DAY_NONE)
    return _("Phased targets need a cycle.");
  if (self->proposal.day == QD_DAY_NONE)
    return _("Every day of the cycle has a target.");
  if (isnan (self->proposal.value))
    return _("Give a baseline and a target first.");

  return NULL;
}

static void
show_proposal (QdPhaseList *self,
               gboolean     is_empty)
{
  const char *hint = get_obstacle (self);
  const gboolean possible = hint == NULL;
  g_autofree char *text = NULL;

  if (possible)
    {
      g_autofree char *value = qd_number_format_quantity (self->proposal.value,
                                                          get_unit (self));
      g_autofree char *day = qd_day_text_full (self->proposal.day);

      /* Translators: a button: a figure with its unit, and the day by which the
       * metric should be there. */
      text = g_strdup_printf (_("Add %s by %s"), value, day);
    }
  if (possible && is_empty)
    hint = _("Without any, the expected line runs straight from baseline to target.");

  gtk_label_set_text (self->hint, hint != NULL ? hint : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hint), hint != NULL);
  gtk_label_set_text (self->proposal_label, possible ? text : _("Add a phased target"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_text (self->proposal_label),
                                  -1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "phases.add",
                                 possible && !qd_store_get_read_only (self->store));
}

static void
on_add (GtkWidget  *widget,
        const char *action_name,
        GVariant   *unused)
{
  QdPhaseList *self = QD_PHASE_LIST (widget);
  g_autoptr (GError) error = NULL;
  GtkWidget *row;
  QdId id;

  id = qd_edit_new_phase (self->store, qd_entity_get_id (QD_ENTITY (self->card)),
                          self->proposal.day, self->proposal.value, &error);
  if (id == QD_ID_NONE)
    {
      qd_toaster_report (widget, error);
      return;
    }

  /* The value is what one changes next. */
  row = qd_thing_rows_find (self->rows, &row_funcs, id);
  if (row != NULL)
    gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD);
}

static void
qd_phase_list_dispose (GObject *object)
{
  QdPhaseList *self = QD_PHASE_LIST (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_PHASE_LIST);
  g_clear_object (&self->card);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qd_phase_list_parent_class)->dispose (object);
}

static void
qd_phase_list_class_init (QdPhaseListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = qd_phase_list_dispose;

  /**
   * QdPhaseList|phases.add:
   *
   * Adds the phased target that is proposed.
   */
  gtk_widget_class_install_action (widget_class, "phases.add", NULL, on_add);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/quarterdeck/Quarterdeck/qd-phase-list.ui");
  gtk_widget_class_bind_template_child (widget_class, QdPhaseList, heading);
  gtk_widget_class_bind_template_child (widget_class, QdPhaseList, rows);
  gtk_widget_class_bind_template_child (widget_class, QdPhaseList, hint);
  gtk_widget_class_bind_template_child (widget_class, QdPhaseList, add_button);
  gtk_widget_class_bind_template_child (widget_class, QdPhaseList, proposal_label);

  gtk_widget_class_set_css_name (widget_class, "phaselist");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
qd_phase_list_init (QdPhaseList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * qd_phase_list_new:
 * @store: the file
 *
 * Returns: (transfer floating): a list without a card
 */
GtkWidget *
qd_phase_list_new (QdStore *store)
{
  QdPhaseList *self;

  g_return_val_if_fail (QD_IS_STORE (store), NULL);

  self = g_object_new (QD_TYPE_PHASE_LIST, NULL);
  self->store = g_object_ref (store);

  return GTK_WIDGET (self);
}

/**
 * qd_phase_list_set_card:
 * @card: (nullable): whose phased targets to show
 *
 * Hands on what was typed for the card before. Shows nothing of @card until
 * qd_phase_list_update().
 */
void
qd_phase_list_set_card (QdPhaseList *self,
                        QdCard      *card)
{
  g_return_if_fail (QD_IS_PHASE_LIST (self));
  g_return_if_fail (card == NULL || QD_IS_CARD (card));

  if (self->card == card)
    return;

  g_set_object (&self->card, card);
  qd_thing_rows_clear (self->rows, &row_funcs);
}

/**
 * qd_phase_list_update:
 * @self: a list with a card
 * @details: what belongs to the card now
 *
 * Shows the phased targets in @details, which are in the order of their days. What
 * is being typed stays, and the focus where it is.
 */
void
qd_phase_list_update (QdPhaseList     *self,
                      const QdDetails *details)
{
  g_return_if_fail (QD_IS_PHASE_LIST (self));
  g_return_if_fail (self->card != NULL);
  g_return_if_fail (details != NULL);

  find_cycle (self);
  qd_thing_rows_sync (self->rows, details->phases, &row_funcs, self);
  gtk_widget_set_sensitive (self->rows, !qd_store_get_read_only (self->store));
  gtk_widget_set_visible (self->rows, details->phases->len > 0);
  update_scope (self);
  find_proposal (self, details->phases);
  show_proposal (self, details->phases->len == 0);
}
