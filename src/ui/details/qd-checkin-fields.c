/* What is said in one check-in, until it is sent.
 *
 * What the person did not touch follows the key result; what they did stays,
 * whatever others do meanwhile. Sends value, words, confidence and column as
 * one transaction; says in place why that failed, and loses nothing then.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "qd-checkin-fields-private.h"
#include "qd-checkin-steps.h"
#include "store/qd-edit-checkin.h"
#include "widgets/qd-day-text.h"
#include "widgets/qd-field-error.h"

#define NOT_ANSWERED (-1)
#define MAX_WORDS 4000

enum
{
  PROP_0,
  PROP_STORE,
  N_PROPS
};

enum
{
  CLOSED,
  EDITED,
  SENT,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (QdCheckinFields, qd_checkin_fields, GTK_TYPE_WIDGET)

gboolean
qd_checkin_fields_has_number (QdCheckinFields *self)
{
  return qd_metric_kind_has_number (qd_key_result_get_metric (self->card));
}

static char *
dup_words (QdTextField *field)
{
  return g_strstrip (qd_text_field_dup_text (field));
}

static gboolean
has_words (QdTextField *field)
{
  g_autofree char *words = dup_words (field);

  return *words != '\0';
}

static void
update_hint (QdCheckinFields *self)
{
  const QdMetricKind metric = qd_key_result_get_metric (self->card);
  const QdSummary *summary = qd_key_result_get_summary (self->card);
  g_autofree char *text = NULL;

  if (metric == QD_METRIC_MILESTONES)
    text = g_strdup_printf (ngettext ("%u of %u milestone is done. Tick what is "
                                      "reached in the list below.",
                                      "%u of %u milestones are done. Tick what is "
                                      "reached in the list below.",
                                      summary->n_milestones),
                            summary->n_done, summary->n_milestones);
  else if (metric == QD_METRIC_NONE && self->stepwise)
    text = g_strdup (_("There is no metric, so words have to say how far it has moved."));
  else if (metric == QD_METRIC_NONE)
    text = g_strdup (_("There is no metric yet. Choose one below, and each check-in "
                       "says how far it has moved."));

  gtk_label_set_text (self->hint, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hint), text != NULL);
}

/* A low confidence asks for words, but never insists. */
static void
update_advice (QdCheckinFields *self)
{
  const int confidence = qd_confidence_picker_get_confidence (self->confidence);
  const char *text = NULL;

  if (confidence == QD_CONFIDENCE_NONE)
    text = _("Nobody has said yet; most begin with 5.");
  else if (qd_confidence_get_band (confidence) == QD_CONFIDENCE_LOW &&
           !has_words (self->blocker))
    text = _("That is low: what is in the way, and what is the next step?");

  gtk_label_set_text (self->advice, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->advice), text != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->confidence),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text != NULL ? text : "",
                                  -1);
}

static void
show_value (QdCheckinFields *self,
            double           value)
{
  qd_number_entry_set_value (self->value, value);
  qd_choice_set_value (self->answer,
                       isnan (value) ? NOT_ANSWERED : value >= 1.0 ? 1 : 0);
}

/* What was not touched says what was said last. */
static void
update (QdCheckinFields *self)
{
  const QdSummary *summary = qd_key_result_get_summary (self->card);

  qd_number_entry_set_unit (self->value, qd_key_result_get_unit (self->card));
  gtk_widget_set_visible (GTK_WIDGET (self->value), qd_checkin_fields_has_number (self));
  gtk_widget_set_visible (GTK_WIDGET (self->answer),
                          qd_key_result_get_metric (self->card) == QD_METRIC_YES_NO);

  if (!self->value_said)
    show_value (self, summary->current);
  if (!self->confidence_said)
    qd_confidence_picker_set_confidence (self->confidence, summary->confidence);

  update_hint (self);
  update_advice (self);
}

static void
update_correction (QdCheckinFields *self)
{
  const gboolean corrects = self->supersedes != QD_ID_NONE;

  gtk_widget_set_visible (self->correction, corrects);
  gtk_widget_set_visible (GTK_WIDGET (self->column), !corrects);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "checkin.cancel", corrects);
  gtk_button_set_label (self->send, corrects ? _("Correct") : _("Check In"));

  if (corrects)
    {
      g_autofree char *day = qd_day_text_full (self->day);
      /* Translators: %s is a day. */
      g_autofree char *text = g_strdup_printf (_("Check-in of %s"), day);

      gtk_label_set_text (self->correction_label, text);
    }
}

static void
clear (QdCheckinFields *self)
{
  self->supersedes = QD_ID_NONE;
  self->day = QD_DAY_NONE;
  self->value_said = FALSE;
  self->confidence_said = FALSE;
  self->touched = FALSE;

  qd_text_field_set_text (self->note, "");
  qd_text_field_set_text (self->blocker, "");
  qd_number_entry_set_error (self->value, NULL);
  qd_column_choice_clear (self->column);
  qd_field_error_show (self->error, NULL, NULL);
  update_correction (self);
}

double
qd_checkin_fields_get_value (QdCheckinFields *self)
{
  if (qd_checkin_fields_has_number (self))
    return qd_number_entry_get_value (self->value);

  if (qd_key_result_get_metric (self->card) == QD_METRIC_YES_NO &&
      qd_choice_get_value (self->answer) != NOT_ANSWERED)
    return qd_choice_get_value (self->answer);

  return NAN;
}

static void
send_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  QdCheckinFields *self = QD_CHECKIN_FIELDS (widget);
  const gboolean corrects = self->supersedes != QD_ID_NONE;
  g_autofree char *note = dup_words (self->note);
  g_autofree char *blocker = dup_words (self->blocker);
  g_autoptr (GError) error = NULL;
  QdCheckinDraft draft;

  if (qd_checkin_fields_has_number (self) && !qd_number_entry_finish (self->value))
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->value));
      return;
    }

  draft = (QdCheckinDraft) {
    .day = corrects ? self->day : qd_clock_today (),
    .value = qd_checkin_fields_get_value (self),
    .note = note,
    .blocker = blocker,
    .confidence = qd_confidence_picker_get_confidence (self->confidence),
    .column = qd_column_choice_get_chosen (self->column),
    .supersedes = self->supersedes,
  };
  if (qd_edit_check_in (self->store, qd_entity_get_id (QD_ENTITY (self->card)),
                        &draft, &error) == QD_ID_NONE)
    {
      qd_field_error_show (self->error, NULL, error->message);
      return;
    }

  if (corrects)
    {
      g_signal_emit (self, signals[CLOSED], 0);
      return;
    }

  clear (self);
  update (self);
  gtk_widget_grab_focus (widget);
  g_signal_emit (self, signals[SENT], 0);
}

static void
cancel_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  g_signal_emit (widget, signals[CLOSED], 0);
}

/* Enter is pressed by habit, too: what was sent is not sent again. */
static void
on_enter (QdCheckinFields *self)
{
  g_assert (QD_IS_CHECKIN_FIELDS (self));

  if (self->touched || qd_column_choice_get_chosen (self->column) != QD_ID_NONE)
    gtk_widget_activate_action (GTK_WIDGET (self), "checkin.send", NULL);
}

static void
on_card_changed (QdCheckinFields *self)
{
  g_assert (QD_IS_CHECKIN_FIELDS (self));

  update (self);
}

/* Something was said that is not sent. */
void
qd_checkin_fields_touch (QdCheckinFields *self)
{
  self->touched = TRUE;
  update_advice (self);
  g_signal_emit (self, signals[EDITED], 0);
}

/* The same number, typed again, is said once more. */
static void
on_value_typed (QdCheckinFields *self)
{
  g_assert (QD_IS_CHECKIN_FIELDS (self));

  qd_checkin_fields_touch (self);
}

static gboolean
on_value_edited (QdCheckinFields *self)
{
  g_assert (QD_IS_CHECKIN_FIELDS (self));

  self->value_said = TRUE;

  return TRUE;
}

static gboolean
on_answer_edited (QdCheckinFields *self)
{
  g_assert (QD_IS_CHECKIN_FIELDS (self));

  self->value_said = TRUE;
  qd_checkin_fields_touch (self);

  return TRUE;
}

static gboolean
on_words_edited (QdCheckinFields *self)
{
  g_assert (QD_IS_CHECKIN_FIELDS (self));

  qd_field_error_show (self->error, NULL, NULL);
  qd_checkin_fields_touch (self);

  return TRUE;
}

static void
on_confidence_edited (QdCheckinFields *self)
{
  g_assert (QD_IS_CHECKIN_FIELDS (self));

  self->confidence_said = TRUE;
  qd_checkin_fields_touch (self);
}

static gboolean
qd_checkin_fields_grab_focus (GtkWidget *widget)
{
  QdCheckinFields *self = QD_CHECKIN_FIELDS (widget);

  if (gtk_widget_get_visible (GTK_WIDGET (self->value)))
    return gtk_widget_grab_focus (GTK_WIDGET (self->value));
  if (gtk_widget_get_visible (GTK_WIDGET (self->answer)))
    return gtk_widget_grab_focus (GTK_WIDGET (self->answer));

  return gtk_widget_grab_focus (GTK_WIDGET (self->note));
}

static void
qd_checkin_fields_constructed (GObject *object)
{
  QdCheckinFields *self = QD_CHECKIN_FIELDS (object);

  G_OBJECT_CLASS (qd_checkin_fields_parent_class)->constructed (object);

  gtk_widget_set_sensitive (self->box, !qd_store_get_read_only (self->store));
}

static void
qd_checkin_fields_dispose (GObject *object)
{
  QdCheckinFields *self = QD_CHECKIN_FIELDS (object);

  g_clear_object (&self->card_signals);
  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_CHECKIN_FIELDS);
  g_clear_object (&self->card);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qd_checkin_fields_parent_class)->dispose (object);
}

static void
qd_checkin_fields_set_property (GObject      *object,
                                guint         property_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  QdCheckinFields *self = QD_CHECKIN_FIELDS (object);

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
  g_type_ensure (QD_TYPE_COLUMN_CHOICE);
  g_type_ensure (QD_TYPE_CONFIDENCE_PICKER);
  g_type_ensure (QD_TYPE_NUMBER_ENTRY);
  g_type_ensure (QD_TYPE_TEXT_FIELD);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/quarterdeck/Quarterdeck/qd-checkin-fields.ui");
  gtk_widget_class_bind_template_child (widget_class, QdCheckinFields, box);
  gtk_widget_class_bind_template_child (widget_class, QdCheckinFields, correction);
  gtk_widget_class_bind_template_child (widget_class, QdCheckinFields, correction_label);
  gtk_widget_class_bind_template_child (widget_class, QdCheckinFields, value);
  gtk_widget_class_bind_template_child (widget_class, QdCheckinFields, answer);
  gtk_widget_class_bind_template_child (widget_class, QdCheckinFields, hint);
  gtk_widget_class_bind_template_child (widget_class, QdCheckinFields, note);
  gtk_widget_class_bind_template_child (widget_class, QdCheckinFields, blocker);
  gtk_widget_class_bind_template_child (widget_class, QdCheckinFields, confidence);
  gtk_widget_class_bind_template_child (widget_class, QdCheckinFields, advice);
  gtk_widget_class_bind_template_child (widget_class, QdCheckinFields, error);
  gtk_widget_class_bind_template_child (widget_class, QdCheckinFields, column);
  gtk_widget_class_bind_template_child (widget_class, QdCheckinFields, send);
  gtk_widget_class_bind_template_callback (widget_class, on_enter);
  gtk_widget_class_bind_template_callback (widget_class, on_value_typed);
  gtk_widget_class_bind_template_callback (widget_class, on_value_edited);
  gtk_widget_class_bind_template_callback (widget_class, on_answer_edited);
  gtk_widget_class_bind_template_callback (widget_class, on_words_edited);
  gtk_widget_class_bind_template_callback (widget_class, on_confidence_edited);
}

static void
install_signals (GObjectClass *object_class)
{
  /**
   * QdCheckinFields::closed:
   * @self: the fields
   *
   * A correction was sent, or given up: there is no use for the fields now.
   */
  signals[CLOSED] =
    g_signal_new ("closed",
                  G_TYPE_FROM_CLASS (object_class),
                  G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  /**
   * QdCheckinFields::edited:
   * @self: the fields
   *
   * The person did something in them that is not sent.
   */
  signals[EDITED] =
    g_signal_new ("edited",
                  G_TYPE_FROM_CLASS (object_class),
                  G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  /**
   * QdCheckinFields::sent:
   * @self: the fields
   *
   * A check-in was sent, and there is room for the next one.
   */
  signals[SENT] =
    g_signal_new ("sent",
                  G_TYPE_FROM_CLASS (object_class),
                  G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
}

static void
qd_checkin_fields_class_init (QdCheckinFieldsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = qd_checkin_fields_constructed;
  object_class->dispose = qd_checkin_fields_dispose;
  object_class->set_property = qd_checkin_fields_set_property;

  widget_class->grab_focus = qd_checkin_fields_grab_focus;

  /**
   * QdCheckinFields:store:
   *
   * Where the check-in goes.
   */
  properties[PROP_STORE] =
    g_param_spec_object ("store", NULL, NULL,
                         QD_TYPE_STORE,
                         G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY |
                         G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  install_signals (object_class);

  gtk_widget_class_install_action (widget_class, "checkin.send", NULL, send_action);
  gtk_widget_class_install_action (widget_class, "checkin.cancel", NULL, cancel_action);

  gtk_widget_class_set_css_name (widget_class, "checkinfields");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  bind_template (widget_class);
}

/* Before the fields get the key: in one of many lines Enter is a new line. */
static void
add_shortcuts (QdCheckinFields *self)
{
  GtkEventController *shortcuts = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (shortcuts, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (shortcuts),
    gtk_shortcut_new (gtk_alternative_trigger_new (
                        gtk_keyval_trigger_new (GDK_KEY_Return, GDK_CONTROL_MASK),
                        gtk_keyval_trigger_new (GDK_KEY_KP_Enter, GDK_CONTROL_MASK)),
                      gtk_named_action_new ("checkin.send")));
  gtk_widget_add_controller (GTK_WIDGET (self), shortcuts);
}

static void
qd_checkin_fields_init (QdCheckinFields *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  qd_choice_set_value (self->answer, NOT_ANSWERED);
  qd_choice_append (self->answer, 0, _("Not Yet"));
  qd_choice_append (self->answer, 1, _("Done"));
  qd_text_field_set_max_length (self->note, MAX_WORDS);
  qd_text_field_set_max_length (self->blocker, MAX_WORDS);
  qd_text_field_send_later (self->note);
  qd_text_field_send_later (self->blocker);

  self->card_signals = g_signal_group_new (QD_TYPE_KEY_RESULT);
  g_signal_group_connect_swapped (self->card_signals, "notify",
                                  G_CALLBACK (on_card_changed), self);

  add_shortcuts (self);
  update_correction (self);
}

/**
 * qd_checkin_fields_new:
 * @store: where the check-in goes
 *
 * Returns: (transfer floating): fields that need a key result before they are
 *   shown
 */
GtkWidget *
qd_checkin_fields_new (QdStore *store)
{
  g_return_val_if_fail (QD_IS_STORE (store), NULL);

  return g_object_new (QD_TYPE_CHECKIN_FIELDS, "store", store, NULL);
}

/**
 * qd_checkin_fields_go_stepwise:
 *
 * Lets Enter go from field to field, and send from the last one, from now on.
 */
void
qd_checkin_fields_go_stepwise (QdCheckinFields *self)
{
  g_return_if_fail (QD_IS_CHECKIN_FIELDS (self));
  g_return_if_fail (!self->stepwise);

  self->stepwise = TRUE;
  qd_checkin_steps_attach (GTK_WIDGET (self),
                           (GtkWidget *[]) {
                             GTK_WIDGET (self->value), GTK_WIDGET (self->answer),
                             GTK_WIDGET (self->note), GTK_WIDGET (self->blocker),
                             GTK_WIDGET (self->confidence),
                           }, 5);
}

/**
 * qd_checkin_fields_choose_column:
 * @nth: which column of the board, from 0 on; more than it has are none
 *
 * Chooses where the card goes with the check-in.
 */
void
qd_checkin_fields_choose_column (QdCheckinFields *self,
                                 guint            nth)
{
  g_return_if_fail (QD_IS_CHECKIN_FIELDS (self));
  g_return_if_fail (self->card != NULL);

  qd_column_choice_choose (self->column, nth);
}

/**
 * qd_checkin_fields_get_card:
 *
 * Returns: (transfer none) (nullable): the key result that it is about
 */
QdKeyResult *
qd_checkin_fields_get_card (QdCheckinFields *self)
{
  g_return_val_if_fail (QD_IS_CHECKIN_FIELDS (self), NULL);

  return self->card;
}

/**
 * qd_checkin_fields_set_card:
 * @card: a key result
 *
 * Empties the fields, and fills in what was said last of @card.
 */
void
qd_checkin_fields_set_card (QdCheckinFields *self,
                            QdKeyResult     *card)
{
  g_return_if_fail (QD_IS_CHECKIN_FIELDS (self));
  g_return_if_fail (QD_IS_KEY_RESULT (card));

  if (!g_set_object (&self->card, card))
    return;

  g_signal_group_set_target (self->card_signals, card);
  qd_column_choice_set_card (self->column, QD_CARD (card));
  clear (self);
  update (self);
}

/**
 * qd_checkin_fields_get_corrected:
 *
 * Returns: the check-in that is corrected, or %QD_ID_NONE
 */
QdId
qd_checkin_fields_get_corrected (QdCheckinFields *self)
{
  g_return_val_if_fail (QD_IS_CHECKIN_FIELDS (self), QD_ID_NONE);

  return self->supersedes;
}

/**
 * qd_checkin_fields_correct:
 * @checkin: an earlier check-in of the key result
 *
 * Fills in what it says; what is sent then takes its place.
 */
void
qd_checkin_fields_correct (QdCheckinFields *self,
                           const QdCheckin *checkin)
{
  g_return_if_fail (QD_IS_CHECKIN_FIELDS (self));
  g_return_if_fail (self->card != NULL);
  g_return_if_fail (checkin != NULL);

  clear (self);
  self->supersedes = checkin->id;
  self->day = checkin->day;
  self->value_said = TRUE;
  self->confidence_said = TRUE;

  show_value (self, checkin->value);
  qd_text_field_set_text (self->note, checkin->note);
  qd_text_field_set_text (self->blocker, checkin->blocker);
  qd_confidence_picker_set_confidence (self->confidence, checkin->confidence);
  update_correction (self);
  update (self);
}

/**
 * qd_checkin_fields_empty:
 *
 * Takes back all that was not sent.
 */
void
qd_checkin_fields_empty (QdCheckinFields *self)
{
  g_return_if_fail (QD_IS_CHECKIN_FIELDS (self));
  g_return_if_fail (self->card != NULL);

  qd_number_entry_discard (self->value);
  clear (self);
  update (self);
}

/**
 * qd_checkin_fields_is_touched:
 *
 * Returns: whether something was done here since the fields were filled in
 */
gboolean
qd_checkin_fields_is_touched (QdCheckinFields *self)
{
  g_return_val_if_fail (QD_IS_CHECKIN_FIELDS (self), FALSE);

  return self->touched;
}

/**
 * qd_checkin_fields_finish:
 *
 * Finishes what is being typed, as leaving does; for when the fields go out of
 * sight.
 *
 * Returns: whether nothing is left that was not sent
 */
gboolean
qd_checkin_fields_finish (QdCheckinFields *self)
{
  g_return_val_if_fail (QD_IS_CHECKIN_FIELDS (self), TRUE);

  return qd_number_entry_finish (self->value) &&
         !self->value_said && !self->confidence_said &&
         self->supersedes == QD_ID_NONE &&
         qd_column_choice_get_chosen (self->column) == QD_ID_NONE &&
         !has_words (self->note) && !has_words (self->blocker);
}
