/* What a key result is: title, objective, owner, and the metric that proves it.
 *
 * Each edit goes to the file as it is made; what is refused stays in its field, with
 * the reason. The form shows what the model says, and never what it only hopes for.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "shelf/qd-shelf-ask.h"
#include "store/qd-edit-card.h"
#include "store/qd-edit.h"
#include "widgets/qd-card-text.h"
#include "widgets/qd-choice.h"
#include "widgets/qd-field-error.h"
#include "widgets/qd-focus.h"
#include "widgets/qd-name-entry.h"
#include "widgets/qd-number-entry.h"
#include "widgets/qd-number-format.h"
#include "widgets/qd-text-field.h"
#include "widgets/qd-title-watch.h"
#include "widgets/qd-toaster.h"
#include "widgets/qd-wording-line.h"

#include "qd-key-result-form.h"

struct _QdKeyResultForm
{
  GtkWidget parent_instance;

  QdStore *store;
  QdKeyResult *card;         /* (nullable) */
  GSignalGroup *card_signals;
  GSignalGroup *objective_signals;
  QdTitleWatch *objectives;  /* of its board, which can be chosen */

  GtkWidget *title_place;
  QdTextField *title;
  GtkLabel *title_error;
  QdWordingLine *advice;
  QdChoice *objective;
  GtkBox *owner_place;
  QdNameEntry *owner;
  QdChoice *metric;
  GtkWidget *figures;
  QdNumberEntry *baseline;
  QdNumberEntry *target;
  QdNumberEntry *upper;
  GtkLabel *direction;
  GtkWidget *measures;
  QdTextField *unit;
  QdNumberEntry *weight;
  QdTextField *measurement;
  QdChoice *result;
  QdChoice *commitment;
};

enum
{
  PROP_0,
  PROP_STORE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (QdKeyResultForm, qd_key_result_form, GTK_TYPE_WIDGET)

static QdId
get_id (QdKeyResultForm *self)
{
  return qd_entity_get_id (QD_ENTITY (self->card));
}

/* Returns (nullable): those of the board where the card is. */
static QdOrderedList *
get_objectives (QdKeyResultForm *self)
{
  QdColumn *column = self->card != NULL ? qd_card_get_column (QD_CARD (self->card)) : NULL;
  QdBoard *board = column != NULL ? qd_column_get_board (column) : NULL;

  return board != NULL ? qd_board_get_objectives (board) : NULL;
}

/* Tells the person why an edit was refused where the field itself cannot; returns
 * whether it was kept. */
static gboolean
report (QdKeyResultForm *self,
        const GError    *error)
{
  if (error != NULL)
    qd_toaster_report (GTK_WIDGET (self), error);

  return error == NULL;
}

static void
update_advice (QdKeyResultForm *self,
               const char      *title)
{
  const gboolean measured = qd_key_result_get_metric (self->card) != QD_METRIC_NONE &&
                            !isnan (qd_key_result_get_target (self->card));

  qd_wording_line_judge (self->advice, title, measured);
}

static gboolean
on_title_edited (QdKeyResultForm *self,
                 const char      *text)
{
  g_autoptr (GError) error = NULL;

  g_assert (QD_IS_KEY_RESULT_FORM (self));

  if (self->card == NULL)
    return FALSE;

  qd_field_error_show (self->title_error, NULL, NULL);
  update_advice (self, text);
  qd_edit_type_title (self->store, QD_ENTITY_CARD, get_id (self), text, &error);
  /* It may be empty for a moment, while another is typed. */
  if (g_error_matches (error, QD_ERROR, QD_ERROR_INVALID))
    return FALSE;

  return report (self, error);
}

/* Whoever comes back finds the title of the card, without the space after which
 * another word might have come; returns whether that is what was typed last. */
static gboolean
finish_title (QdKeyResultForm *self)
{
  g_autofree char *text = g_strstrip (qd_text_field_dup_text (self->title));
  g_autoptr (GError) error = NULL;

  if (!qd_text_field_is_kept (self->title) ||
      !g_str_equal (text, qd_entity_get_title (QD_ENTITY (self->card))))
    qd_edit_type_title (self->store, QD_ENTITY_CARD, get_id (self), text, &error);
  if (error != NULL)
    qd_field_error_show (self->title_error, NULL, error->message);
  qd_text_field_discard (self->title);
  update_advice (self, qd_entity_get_title (QD_ENTITY (self->card)));

  return error == NULL;
}

/* To turn to another window is not to leave. */
static void
on_title_leave (QdKeyResultForm *self)
{
  g_assert (QD_IS_KEY_RESULT_FORM (self));

  if (self->card != NULL && !qd_focus_is_inside (GTK_WIDGET (self->title)))
    finish_title (self);
}

static gboolean
on_objective_edited (QdKeyResultForm *self,
                     int              value)
{
  QdOrderedList *objectives = get_objectives (self);
  g_autoptr (GError) error = NULL;
  QdId id = QD_ID_NONE;

  g_assert (QD_IS_KEY_RESULT_FORM (self));

  if (objectives == NULL)
    return FALSE;
  if (value > 0)
    id = qd_entity_get_id (qd_ordered_list_peek (objectives, (guint) value - 1));
  if (qd_edit_set_objective (self->store, get_id (self), id, &error))
    qd_shelf_offer_swap (GTK_WIDGET (self), self->store, id);

  return report (self, error);
}

/* Part of a name is a name: an owner nobody knew may be a slip. */
static void
tell_new_person (QdKeyResultForm *self,
                 const char      *name)
{
  /* Translators: a name that was typed as the owner of a key result. */
  g_autofree char *text = g_strdup_printf (_("New person: %s"), name);

  qd_toaster_say (GTK_WIDGET (self), text, TRUE);
}

static gboolean
on_owner_edited (QdKeyResultForm *self,
                 const char      *text,
                 QdEntity        *person)
{
  g_autoptr (GError) error = NULL;

  g_assert (QD_IS_KEY_RESULT_FORM (self));

  if (self->card == NULL)
    return FALSE;
  if (!qd_edit_set_owner (self->store, get_id (self), text, &error))
    {
      qd_name_entry_set_error (self->owner, error->message);
      return FALSE;
    }

  if (person == NULL && *text != '\0')
    tell_new_person (self, text);

  return TRUE;
}

static gboolean
on_metric_edited (QdKeyResultForm *self,
                  int              value)
{
  g_autoptr (GError) error = NULL;

  g_assert (QD_IS_KEY_RESULT_FORM (self));

  if (self->card == NULL)
    return FALSE;

  qd_edit_set_metric (self->store, get_id (self), (QdMetricKind) value, &error);

  return report (self, error);
}

static QdField
get_field (QdKeyResultForm *self,
           QdNumberEntry   *entry)
{
  if (entry == self->baseline)
    return QD_FIELD_CARD_BASELINE;
  if (entry == self->target)
    return QD_FIELD_CARD_TARGET;
  if (entry == self->upper)
    return QD_FIELD_CARD_UPPER;

  return QD_FIELD_CARD_WEIGHT;
}

static gboolean
on_figure_edited (QdNumberEntry   *entry,
                  double           value,
                  QdKeyResultForm *self)
{
  g_autoptr (GError) error = NULL;

  g_assert (QD_IS_KEY_RESULT_FORM (self));

  if (self->card == NULL)
    return FALSE;
  if (qd_edit_set_figure (self->store, get_id (self), get_field (self, entry), value, &error))
    return TRUE;

  qd_number_entry_set_error (entry, error->message);

  return FALSE;
}

static gboolean
type_text (QdKeyResultForm *self,
           QdField          field,
           const char      *text)
{
  g_autoptr (GError) error = NULL;

  if (self->card == NULL)
    return FALSE;

  qd_edit_set_text (self->store, get_id (self), field, text, TRUE, &error);

  return report (self, error);
}

static gboolean
on_unit_edited (QdKeyResultForm *self,
                const char      *text)
{
  g_assert (QD_IS_KEY_RESULT_FORM (self));

  return type_text (self, QD_FIELD_CARD_UNIT, text);
}

static gboolean
on_measurement_edited (QdKeyResultForm *self,
                       const char      *text)
{
  g_assert (QD_IS_KEY_RESULT_FORM (self));

  return type_text (self, QD_FIELD_CARD_MEASUREMENT, text);
}

static gboolean
on_result_edited (QdKeyResultForm *self,
                  int              value)
{
  g_autoptr (GError) error = NULL;

  g_assert (QD_IS_KEY_RESULT_FORM (self));

  if (self->card == NULL)
    return FALSE;

  qd_edit_set_result (self->store, get_id (self), (QdResultKind) value, &error);

  return report (self, error);
}

static gboolean
on_commitment_edited (QdKeyResultForm *self,
                      int              value)
{
  QdObjective *objective;
  g_autoptr (GError) error = NULL;

  g_assert (QD_IS_KEY_RESULT_FORM (self));

  objective = self->card != NULL ? qd_card_get_objective (QD_CARD (self->card)) : NULL;
  if (objective == NULL)
    return FALSE;

  qd_edit_set_commitment (self->store, qd_entity_get_id (QD_ENTITY (objective)),
                          (QdCommitment) value, &error);

  return report (self, error);
}

/* Before another key result shows in the same fields: nothing of this one may stay
 * in them. */
static void
finish_typing (QdKeyResultForm *self)
{
  QdNumberEntry * const entries[] = {
    self->baseline, self->target, self->upper, self->weight,
  };
  QdTextField * const fields[] = { self->unit, self->measurement };
  gboolean kept = qd_name_entry_finish (self->owner);

  kept &= finish_title (self);
  qd_field_error_show (self->title_error, NULL, NULL);
  qd_name_entry_discard (self->owner);
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      kept &= qd_number_entry_finish (entries[i]);
      qd_number_entry_discard (entries[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      kept &= qd_text_field_is_kept (fields[i]);
      qd_text_field_discard (fields[i]);
    }

  if (!kept)
    qd_toaster_say (GTK_WIDGET (self),
                    _("What a field had refused was not kept"), FALSE);
}

static void
offer_objectives (QdKeyResultForm *self)
{
  QdOrderedList *objectives = get_objectives (self);

  qd_choice_clear (self->objective);
  qd_choice_append (self->objective, 0, _("No Objective"));
  for (guint i = 0; objectives != NULL && i < qd_ordered_list_get_length (objectives); i++)
    {
      QdEntity *objective = qd_ordered_list_peek (objectives, i);
      g_autofree char *title = qd_card_text_clip (qd_entity_get_title (objective));

      qd_choice_append (self->objective, (int) i + 1, title);
    }
}

static int
get_objective_value (QdKeyResultForm *self)
{
  QdObjective *objective = qd_card_get_objective (QD_CARD (self->card));
  QdOrderedList *objectives = get_objectives (self);
  guint position;

  return objective != NULL && objectives != NULL &&
         qd_ordered_list_find (objectives, QD_ENTITY (objective), &position)
           ? (int) position + 1 : 0;
}

static void
on_objectives_changed (QdKeyResultForm *self)
{
  g_assert (QD_IS_KEY_RESULT_FORM (self));

  offer_objectives (self);
  if (self->card != NULL)
    qd_choice_set_value (self->objective, get_objective_value (self));
}

/* The direction follows from the figures, so nobody has to say it. */
static char *
describe_direction (QdKeyResult *card)
{
  const double baseline = qd_key_result_get_baseline (card);
  const double target = qd_key_result_get_target (card);
  const double upper = qd_key_result_get_upper (card);
  const char *unit = qd_key_result_get_unit (card);
  g_autofree char *from = qd_number_format_quantity (baseline, unit);
  g_autofree char *to = qd_number_format_quantity (target, unit);
  g_autofree char *until = qd_number_format_quantity (upper, unit);

  switch (qd_key_result_get_metric (card))
    {
    case QD_METRIC_CHANGE:
      if (isnan (baseline) || isnan (target))
        return NULL;
      /* Translators: two figures. */
      return baseline < target ? g_strdup_printf (_("Goes up from %s to %s"), from, to)
                               : g_strdup_printf (_("Goes down from %s to %s"), from, to);
    case QD_METRIC_AT_LEAST:
      return isnan (target) ? NULL : g_strdup_printf (_("Stays at %s or above"), to);
    case QD_METRIC_AT_MOST:
      return isnan (target) ? NULL : g_strdup_printf (_("Stays at %s or below"), to);
    case QD_METRIC_WITHIN:
      return isnan (target) || isnan (upper)
               ? NULL : g_strdup_printf (_("Stays between %s and %s"), to, until);
    case QD_METRIC_MILESTONES:
      return g_strdup (_("Progress is the part of its milestones that is done"));
    case QD_METRIC_YES_NO:
      return g_strdup (_("Not there yet, or done: is it a task in disguise?"));
    case QD_METRIC_NONE:
    default:
      return NULL;
    }
}

static void
update_figures (QdKeyResultForm *self)
{
  const QdMetricKind metric = qd_key_result_get_metric (self->card);
  const gboolean limited = qd_metric_kind_is_limit (metric);
  const gboolean counted = qd_metric_kind_has_number (metric) || metric == QD_METRIC_NONE;
  const char *unit = qd_key_result_get_unit (self->card);
  g_autofree char *direction = describe_direction (self->card);

  gtk_widget_set_visible (self->figures, counted);
  gtk_widget_set_visible (GTK_WIDGET (self->baseline), !limited);
  gtk_widget_set_visible (GTK_WIDGET (self->upper), metric == QD_METRIC_WITHIN);
  gtk_widget_set_visible (GTK_WIDGET (self->unit), counted);
  qd_number_entry_set_label (self->target, metric == QD_METRIC_WITHIN ? _("Lower Limit")
                                           : limited ? _("Limit") : _("Target"));
  qd_number_entry_set_unit (self->baseline, unit);
  qd_number_entry_set_unit (self->target, unit);
  qd_number_entry_set_unit (self->upper, unit);
  qd_number_entry_set_value (self->baseline, qd_key_result_get_baseline (self->card));
  qd_number_entry_set_value (self->target, qd_key_result_get_target (self->card));
  qd_number_entry_set_value (self->upper, qd_key_result_get_upper (self->card));
  qd_number_entry_set_value (self->weight, qd_key_result_get_weight (self->card));

  gtk_label_set_text (self->direction, direction != NULL ? direction : "");
  gtk_widget_set_visible (GTK_WIDGET (self->direction), direction != NULL);
}

/* Of the objective, which tells of it itself. */
static void
update_commitment (QdKeyResultForm *self)
{
  QdObjective *objective = qd_card_get_objective (QD_CARD (self->card));

  g_signal_group_set_target (self->objective_signals, objective);
  gtk_widget_set_visible (GTK_WIDGET (self->commitment), objective != NULL);
  if (objective != NULL)
    qd_choice_set_value (self->commitment, (int) qd_objective_get_commitment (objective));
}

static void
update (QdKeyResultForm *self)
{
  QdOrderedList *objectives = get_objectives (self);
  QdPerson *owner;

  if (qd_title_watch_set_list (self->objectives,
                               objectives != NULL ? G_LIST_MODEL (objectives) : NULL))
    offer_objectives (self);
  if (self->card == NULL)
    {
      g_signal_group_set_target (self->objective_signals, NULL);
      return;
    }

  owner = qd_card_get_owner (QD_CARD (self->card));

  qd_text_field_set_text (self->title, qd_entity_get_title (QD_ENTITY (self->card)));
  update_advice (self, qd_entity_get_title (QD_ENTITY (self->card)));
  qd_choice_set_value (self->objective, get_objective_value (self));
  qd_name_entry_set_text (self->owner,
                          owner != NULL ? qd_entity_get_title (QD_ENTITY (owner)) : "");
  qd_choice_set_value (self->metric, (int) qd_key_result_get_metric (self->card));
  update_figures (self);
  qd_text_field_set_text (self->unit, qd_key_result_get_unit (self->card));
  qd_text_field_set_text (self->measurement, qd_key_result_get_measurement (self->card));
  qd_choice_set_value (self->result, (int) qd_key_result_get_result (self->card));
  update_commitment (self);
}

static void
offer_choices (QdKeyResultForm *self)
{
  for (int kind = QD_METRIC_NONE; kind <= QD_METRIC_YES_NO; kind++)
    qd_choice_append (self->metric, kind, qd_metric_kind_get_name ((QdMetricKind) kind));

  qd_choice_append (self->result, QD_RESULT_UNSAID, _("Not Said"));
  qd_choice_append (self->result, QD_RESULT_OUTCOME, _("Outcome: What Changes"));
  qd_choice_append (self->result, QD_RESULT_OUTPUT, _("Output: What Is Made"));

  qd_choice_append (self->commitment, QD_COMMITMENT_ASPIRATIONAL,
                    /* xgettext:no-c-format */
                    _("Aspirational: 70% Is a Success"));
  qd_choice_append (self->commitment, QD_COMMITMENT_COMMITTED,
                    /* xgettext:no-c-format */
                    _("Committed: 100% Is Expected"));
}

static void
qd_key_result_form_constructed (GObject *object)
{
  QdKeyResultForm *self = QD_KEY_RESULT_FORM (object);
  QdWorkspace *workspace = qd_store_get_workspace (self->store);

  G_OBJECT_CLASS (qd_key_result_form_parent_class)->constructed (object);

  self->owner = QD_NAME_ENTRY (
    qd_name_entry_new (_("Owner"), G_LIST_MODEL (qd_workspace_get_people (workspace))));
  gtk_widget_set_hexpand (GTK_WIDGET (self->owner), TRUE);
  g_signal_connect_object (self->owner, "edited", G_CALLBACK (on_owner_edited), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (self->owner_place, GTK_WIDGET (self->owner));
}

static void
qd_key_result_form_dispose (GObject *object)
{
  QdKeyResultForm *self = QD_KEY_RESULT_FORM (object);

  g_clear_object (&self->card_signals);
  g_clear_object (&self->objective_signals);
  g_clear_object (&self->objectives);
  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_KEY_RESULT_FORM);
  g_clear_object (&self->card);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qd_key_result_form_parent_class)->dispose (object);
}

static void
qd_key_result_form_set_property (GObject      *object,
                                 guint         property_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  QdKeyResultForm *self = QD_KEY_RESULT_FORM (object);

  switch (property_id)
    {
    case PROP_STORE:
      self->store = g_value_dup_object (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (QD_TYPE_CHOICE);
  g_type_ensure (QD_TYPE_NUMBER_ENTRY);
  g_type_ensure (QD_TYPE_TEXT_FIELD);
  g_type_ensure (QD_TYPE_WORDING_LINE);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/quarterdeck/Quarterdeck/qd-key-result-form.ui");
  gtk_widget_class_bind_template_child (widget_class, QdKeyResultForm, title_place);
  gtk_widget_class_bind_template_child (widget_class, QdKeyResultForm, title);
  gtk_widget_class_bind_template_child (widget_class, QdKeyResultForm, title_error);
  gtk_widget_class_bind_template_child (widget_class, QdKeyResultForm, advice);
  gtk_widget_class_bind_template_child (widget_class, QdKeyResultForm, objective);
  gtk_widget_class_bind_template_child (widget_class, QdKeyResultForm, owner_place);
  gtk_widget_class_bind_template_child (widget_class, QdKeyResultForm, metric);
  gtk_widget_class_bind_template_child (widget_class, QdKeyResultForm, figures);
  gtk_widget_class_bind_template_child (widget_class, QdKeyResultForm, baseline);
  gtk_widget_class_bind_template_child (widget_class, QdKeyResultForm, target);
  gtk_widget_class_bind_template_child (widget_class, QdKeyResultForm, upper);
  gtk_widget_class_bind_template_child (widget_class, QdKeyResultForm, direction);
  gtk_widget_class_bind_template_child (widget_class, QdKeyResultForm, measures);
  gtk_widget_class_bind_template_child (widget_class, QdKeyResultForm, unit);
  gtk_widget_class_bind_template_child (widget_class, QdKeyResultForm, weight);
  gtk_widget_class_bind_template_child (widget_class, QdKeyResultForm, measurement);
  gtk_widget_class_bind_template_child (widget_class, QdKeyResultForm, result);
  gtk_widget_class_bind_template_child (widget_class, QdKeyResultForm, commitment);
  gtk_widget_class_bind_template_callback (widget_class, on_title_edited);
  gtk_widget_class_bind_template_callback (widget_class, on_title_leave);
  gtk_widget_class_bind_template_callback (widget_class, on_objective_edited);
  gtk_widget_class_bind_template_callback (widget_class, on_metric_edited);
  gtk_widget_class_bind_template_callback (widget_class, on_figure_edited);
  gtk_widget_class_bind_template_callback (widget_class, on_unit_edited);
  gtk_widget_class_bind_template_callback (widget_class, on_measurement_edited);
  gtk_widget_class_bind_template_callback (widget_class, on_result_edited);
  gtk_widget_class_bind_template_callback (widget_class, on_commitment_edited);
}

static void
qd_key_result_form_class_init (QdKeyResultFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = qd_key_result_form_constructed;
  object_class->dispose = qd_key_result_form_dispose;
  object_class->set_property = qd_key_result_form_set_property;

  /**
   * QdKeyResultForm:store:
   *
   * The file that edits go to.
   */
  properties[PROP_STORE] =
    g_param_spec_object ("store", NULL, NULL, QD_TYPE_STORE,
                         G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY |
                         G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  bind_template (widget_class);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
qd_key_result_form_init (QdKeyResultForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  offer_choices (self);
  offer_objectives (self);

  self->card_signals = g_signal_group_new (QD_TYPE_KEY_RESULT);
  g_signal_group_connect_swapped (self->card_signals, "notify", G_CALLBACK (update), self);
  self->objective_signals = g_signal_group_new (QD_TYPE_OBJECTIVE);
  g_signal_group_connect_swapped (self->objective_signals, "notify::commitment",
                                  G_CALLBACK (update_commitment), self);
  self->objectives = qd_title_watch_new ();
  g_signal_connect_swapped (self->objectives, "changed",
                            G_CALLBACK (on_objectives_changed), self);
}

/**
 * qd_key_result_form_new:
 * @store: the file that edits go to
 *
 * Returns: (transfer floating): a form of no key result
 */
GtkWidget *
qd_key_result_form_new (QdStore *store)
{
  g_return_val_if_fail (QD_IS_STORE (store), NULL);

  return g_object_new (QD_TYPE_KEY_RESULT_FORM, "store", store, NULL);
}

/**
 * qd_key_result_form_set_card:
 * @self: a form
 * @card: (nullable): the key result to show
 *
 * What was typed and not refused is kept for the one before; a toast says so where
 * something was refused.
 */
void
qd_key_result_form_set_card (QdKeyResultForm *self,
                             QdKeyResult     *card)
{
  g_return_if_fail (QD_IS_KEY_RESULT_FORM (self));
  g_return_if_fail (card == NULL || QD_IS_KEY_RESULT (card));

  if (self->card == card)
    return;

  if (self->card != NULL)
    finish_typing (self);

  g_set_object (&self->card, card);
  g_signal_group_set_target (self->card_signals, card);
  update (self);
}
