/* The place where one checks in on a key result, and on the next one.
 *
 * Keeps what was not sent, for each key result: fields with words in them are put aside when
 * another card is shown, and come back with it. Each correction has fields of its own, above
 * those of the check-in that may be half written. A key that is held down sends only once,
 * and does nothing to the card after that.
 * Who goes through many cards may do so stepwise: with Enter from field to field, and
 * with "=", which is part of no number, where nothing moved.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "qd-checkin-drafts.h"
#include "qd-checkin-form.h"
#include "qd-checkin-keeper.h"
#include "widgets/qd-held-key.h"
#include "widgets/qd-number-entry.h"
#include "widgets/qd-toaster.h"

/* Nobody means a card that is there for less than this, in microseconds. */
#define SETTLING (400 * G_TIME_SPAN_MILLISECOND)

struct _QdCheckinForm
{
  GtkWidget parent_instance;

  QdStore *store;
  QdKeyResult *card;       /* (nullable) */
  QdCheckinFields *shown;  /* (nullable) */
  QdCheckinFields *blank;  /* (nullable): of the cards without a draft */
  QdCheckinDrafts *drafts;

  gboolean stepwise;
  gint64 turned_at;        /* when the card was turned to */

  QdHeldKey held;          /* about a card */
};

enum
{
  PROP_0,
  PROP_STORE,
  PROP_STEPWISE,
  PROP_CARD,
  N_PROPS
};

enum
{
  SENT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];
static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (QdCheckinForm, qd_checkin_form, GTK_TYPE_WIDGET)

static void
on_sent (QdCheckinForm *self)
{
  g_assert (QD_IS_CHECKIN_FORM (self));

  g_signal_emit (self, signals[SENT], 0);
}

/* All fields stay our children, and all but one are hidden. */
static QdCheckinFields *
create_fields (QdCheckinForm *self)
{
  GtkWidget *fields = qd_checkin_fields_new (self->store);

  gtk_widget_set_visible (fields, FALSE);
  gtk_widget_set_parent (fields, GTK_WIDGET (self));
  if (self->stepwise)
    qd_checkin_fields_go_stepwise (QD_CHECKIN_FIELDS (fields));
  /* First: who hears that a check-in was sent may turn to another card. */
  qd_checkin_keeper_attach (QD_CHECKIN_FIELDS (fields), self->store);
  g_signal_connect_swapped (fields, "sent", G_CALLBACK (on_sent), self);

  return QD_CHECKIN_FIELDS (fields);
}

static GtkWidget *
get_focus (QdCheckinForm *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return root != NULL ? gtk_root_get_focus (root) : NULL;
}

/* A window keeps a widget that had the focus when it was hidden. */
static void
take_focus_from_shown (QdCheckinForm *self)
{
  GtkWidget *focus = get_focus (self);

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->shown)))
    gtk_root_set_focus (gtk_widget_get_root (focus), NULL);
}

static void
show_fields (QdCheckinForm   *self,
             QdCheckinFields *fields)
{
  if (self->shown == fields)
    return;

  if (self->shown != NULL)
    {
      take_focus_from_shown (self);
      gtk_widget_set_visible (GTK_WIDGET (self->shown), FALSE);
    }
  self->shown = fields;
  if (fields != NULL)
    gtk_widget_set_visible (GTK_WIDGET (fields), TRUE);
}

/* Fields with words in them stay with their card. A correction that was only opened
 * is not what the person wants to see next time. */
static void
put_aside (QdCheckinForm *self)
{
  QdCheckinFields *fields = self->shown;
  gboolean done;

  if (fields == NULL)
    return;

  done = qd_checkin_fields_finish (fields);
  qd_checkin_keeper_keep (fields);
  show_fields (self, NULL);
  if (qd_checkin_fields_get_corrected (fields) != QD_ID_NONE)
    done = !qd_checkin_fields_is_touched (fields);
  if (fields != self->blank && done)
    qd_checkin_drafts_remove (self->drafts, fields);
  else if (fields == self->blank && !done)
    qd_checkin_drafts_add (self->drafts, g_steal_pointer (&self->blank));
}

static void
turn (QdCheckinForm *self)
{
  QdCheckinFields *fields = NULL;

  if (self->card != NULL)
    {
      fields = qd_checkin_drafts_find_correction (self->drafts, self->card, QD_ID_NONE);
      if (fields == NULL)
        fields = qd_checkin_drafts_find (self->drafts, self->card);
    }
  if (fields == NULL && self->card != NULL)
    {
      if (self->blank == NULL)
        self->blank = create_fields (self);
      qd_checkin_fields_set_card (self->blank, self->card);
      if (!qd_store_get_read_only (self->store))
        qd_checkin_keeper_resume (self->blank);
      fields = self->blank;
    }

  show_fields (self, fields);
}

static void
on_closed (QdCheckinFields *fields,
           QdCheckinForm   *self)
{
  g_assert (QD_IS_CHECKIN_FORM (self));

  show_fields (self, NULL);
  qd_checkin_drafts_remove (self->drafts, fields);
  turn (self);
  qd_checkin_form_focus (self);
  if (self->stepwise)
    on_sent (self);
}

/* Begins a correction, or goes on with one. Where nothing was said in the one before,
 * it was opened by mistake. */
static void
show_correction (QdCheckinForm   *self,
                 const QdCheckin *checkin)
{
  QdCheckinFields *before = qd_checkin_drafts_find_correction (self->drafts, self->card,
                                                               QD_ID_NONE);
  QdCheckinFields *fields = qd_checkin_drafts_find_correction (self->drafts, self->card,
                                                               checkin->id);

  if (before != NULL && before != fields && !qd_checkin_fields_is_touched (before))
    qd_checkin_drafts_remove (self->drafts, before);

  if (fields == NULL)
    {
      fields = create_fields (self);
      g_signal_connect (fields, "closed", G_CALLBACK (on_closed), self);
      qd_checkin_fields_set_card (fields, self->card);
      qd_checkin_fields_correct (fields, checkin);
    }
  qd_checkin_drafts_add (self->drafts, fields);
  turn (self);
}

static gboolean
is_enter (guint keyval)
{
  return keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter ||
         keyval == GDK_KEY_ISO_Enter;
}

/* Whether a key that is part of no number is part of what is being written. */
static gboolean
is_in_words (QdCheckinForm *self)
{
  GtkWidget *focus = get_focus (self);

  if (GTK_IS_TEXT_VIEW (focus))
    return gtk_text_buffer_get_char_count (
             gtk_text_view_get_buffer (GTK_TEXT_VIEW (focus))) > 0;

  return GTK_IS_EDITABLE (focus) && *gtk_editable_get_text (GTK_EDITABLE (focus)) != '\0' &&
         gtk_widget_get_ancestor (focus, QD_TYPE_NUMBER_ENTRY) == NULL;
}

/* Whether the form has only just come to this card: who pressed a key meant the one
 * before. */
static gboolean
is_too_soon (QdCheckinForm *self)
{
  return g_get_monotonic_time () - self->turned_at < SETTLING &&
         !qd_checkin_fields_is_touched (self->shown);
}

static gboolean
on_key_pressed (GtkEventController *controller,
                guint               keyval,
                guint               keycode,
                GdkModifierType     modifiers,
                QdCheckinForm      *self)
{
  const guint32 now = gtk_event_controller_get_current_event_time (controller);
  const gboolean again = qd_held_key_press (&self->held, keyval, now, self->card);
  const gboolean control = (modifiers & GDK_CONTROL_MASK) != 0;
  const gboolean equals = keyval == GDK_KEY_equal || keyval == GDK_KEY_KP_Equal;

  g_assert (QD_IS_CHECKIN_FORM (self));

  /* Others, as Tab, may be let go where nobody here hears of it. */
  if (!is_enter (keyval) && !equals)
    return GDK_EVENT_PROPAGATE;
  if (again && self->held.about != self->card)
    return GDK_EVENT_STOP;
  if (!equals)
    {
      const gboolean sends = control || self->stepwise || !GTK_IS_TEXT_VIEW (get_focus (self));

      return (again && sends) || (control && self->stepwise && is_too_soon (self))
               ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
    }

  if (!self->stepwise || control || is_in_words (self))
    return GDK_EVENT_PROPAGATE;

  if (!again)
    qd_checkin_form_send_unchanged (self);

  return GDK_EVENT_STOP;
}

static void
on_key_released (QdCheckinForm *self,
                 guint          keyval)
{
  g_assert (QD_IS_CHECKIN_FORM (self));

  qd_held_key_release (&self->held, keyval);
}

static gboolean
qd_checkin_form_grab_focus (GtkWidget *widget)
{
  QdCheckinForm *self = QD_CHECKIN_FORM (widget);

  return self->shown != NULL && gtk_widget_grab_focus (GTK_WIDGET (self->shown));
}

/* The first fields are made with the form, which may be before anybody waits. */
static void
qd_checkin_form_constructed (GObject *object)
{
  QdCheckinForm *self = QD_CHECKIN_FORM (object);

  G_OBJECT_CLASS (qd_checkin_form_parent_class)->constructed (object);

  self->blank = create_fields (self);
}

static void
qd_checkin_form_dispose (GObject *object)
{
  QdCheckinForm *self = QD_CHECKIN_FORM (object);

  if (self->shown != NULL)
    qd_checkin_keeper_keep (self->shown);
  self->shown = NULL;
  qd_checkin_drafts_clear (self->drafts);
  if (self->blank != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->blank)));
  g_clear_object (&self->card);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qd_checkin_form_parent_class)->dispose (object);
}

static void
qd_checkin_form_finalize (GObject *object)
{
  QdCheckinForm *self = QD_CHECKIN_FORM (object);

  qd_checkin_drafts_free (self->drafts);

  G_OBJECT_CLASS (qd_checkin_form_parent_class)->finalize (object);
}

static void
qd_checkin_form_get_property (GObject    *object,
                              guint       property_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  QdCheckinForm *self = QD_CHECKIN_FORM (object);

  switch (property_id)
    {
    case PROP_CARD:
      g_value_set_object (value, qd_checkin_form_get_card (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
qd_checkin_form_set_property (GObject      *object,
                              guint         property_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  QdCheckinForm *self = QD_CHECKIN_FORM (object);

  switch (property_id)
    {
    case PROP_STORE:
      self->store = g_value_dup_object (value);
      break;

    case PROP_STEPWISE:
      self->stepwise = g_value_get_boolean (value);
      break;

    case PROP_CARD:
      qd_checkin_form_set_card (self, g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
install_signals (GObjectClass *object_class)
{
  /**
   * QdCheckinForm::sent:
   * @self: the form
   *
   * A check-in on its card was sent; stepwise also: its correction is over.
   */
  signals[SENT] =
    g_signal_new ("sent",
                  G_TYPE_FROM_CLASS (object_class),
                  G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
}

static void
qd_checkin_form_class_init (QdCheckinFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = qd_checkin_form_constructed;
  object_class->dispose = qd_checkin_form_dispose;
  object_class->finalize = qd_checkin_form_finalize;
  object_class->get_property = qd_checkin_form_get_property;
  object_class->set_property = qd_checkin_form_set_property;

  widget_class->grab_focus = qd_checkin_form_grab_focus;

  /**
   * QdCheckinForm:store:
   *
   * Where check-ins go.
   */
  properties[PROP_STORE] =
    g_param_spec_object ("store", NULL, NULL,
                         QD_TYPE_STORE,
                         G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY |
                         G_PARAM_STATIC_STRINGS);

  /**
   * QdCheckinForm:stepwise:
   *
   * Whether Enter goes from field to field.
   */
  properties[PROP_STEPWISE] =
    g_param_spec_boolean ("stepwise", NULL, NULL,
                          FALSE,
                          G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY |
                          G_PARAM_STATIC_STRINGS);

  /**
   * QdCheckinForm:card:
   *
   * The key result to check in on; nothing shows without one.
   */
  properties[PROP_CARD] =
    g_param_spec_object ("card", NULL, NULL,
                         QD_TYPE_KEY_RESULT,
                         G_PARAM_READWRITE |
                         G_PARAM_EXPLICIT_NOTIFY |
                         G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  install_signals (object_class);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "checkinform");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

/* Before the fields get the key. */
static void
add_keys (QdCheckinForm *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  g_signal_connect_swapped (keys, "key-released", G_CALLBACK (on_key_released), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
qd_checkin_form_init (QdCheckinForm *self)
{
  self->drafts = qd_checkin_drafts_new ();
  add_keys (self);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Check-in"),
                                  -1);
}

/**
 * qd_checkin_form_new:
 * @store: where check-ins go
 *
 * Returns: (transfer floating): a form, empty without a card
 */
GtkWidget *
qd_checkin_form_new (QdStore *store)
{
  g_return_val_if_fail (QD_IS_STORE (store), NULL);

  return g_object_new (QD_TYPE_CHECKIN_FORM, "store", store, NULL);
}

/**
 * qd_checkin_form_new_stepwise:
 * @store: where check-ins go
 *
 * Returns: (transfer floating): a form in which Enter goes from field to field, and
 *   sends from the last one; "=" sends where nothing moved
 */
GtkWidget *
qd_checkin_form_new_stepwise (QdStore *store)
{
  g_return_val_if_fail (QD_IS_STORE (store), NULL);

  return g_object_new (QD_TYPE_CHECKIN_FORM, "store", store, "stepwise", TRUE, NULL);
}

/**
 * qd_checkin_form_get_card:
 *
 * Returns: (transfer none) (nullable): the key result to check in on
 */
QdKeyResult *
qd_checkin_form_get_card (QdCheckinForm *self)
{
  g_return_val_if_fail (QD_IS_CHECKIN_FORM (self), NULL);

  return self->card;
}

/**
 * qd_checkin_form_set_card:
 * @card: (nullable): the key result to check in on
 *
 * Shows what was written about @card and not sent yet, if anything was. What is
 * written about the card before is kept until that is shown again.
 */
void
qd_checkin_form_set_card (QdCheckinForm *self,
                          QdKeyResult   *card)
{
  g_return_if_fail (QD_IS_CHECKIN_FORM (self));
  g_return_if_fail (card == NULL || QD_IS_KEY_RESULT (card));

  if (self->card == card)
    return;

  put_aside (self);
  g_set_object (&self->card, card);
  self->turned_at = g_get_monotonic_time ();
  turn (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CARD]);
}

/**
 * qd_checkin_form_focus:
 *
 * Puts the focus where a check-in begins: on the value, or on the words where
 * there is none.
 */
void
qd_checkin_form_focus (QdCheckinForm *self)
{
  g_return_if_fail (QD_IS_CHECKIN_FORM (self));

  gtk_widget_grab_focus (GTK_WIDGET (self));
}

/**
 * qd_checkin_form_send_unchanged:
 *
 * Checks in with what was said last: nothing moved. Does nothing where something else
 * was begun, or where the card has only just come.
 */
void
qd_checkin_form_send_unchanged (QdCheckinForm *self)
{
  g_return_if_fail (QD_IS_CHECKIN_FORM (self));
  g_return_if_fail (self->shown != NULL);

  if (qd_checkin_fields_is_touched (self->shown))
    qd_toaster_say (GTK_WIDGET (self), _("Something is written already. Ctrl+Enter sends it."),
                    FALSE);
  else if (!is_too_soon (self))
    gtk_widget_activate_action (GTK_WIDGET (self->shown), "checkin.send", NULL);
}

/**
 * qd_checkin_form_choose_column:
 * @nth: which column of the board, from 0 on; more than it has are none
 *
 * Chooses where the card goes with the check-in.
 */
void
qd_checkin_form_choose_column (QdCheckinForm *self,
                               guint          nth)
{
  g_return_if_fail (QD_IS_CHECKIN_FORM (self));
  g_return_if_fail (self->shown != NULL);

  qd_checkin_fields_choose_column (self->shown, nth);
}

/**
 * qd_checkin_form_correct:
 * @checkin: a check-in of the card
 *
 * Shows what it says, to be corrected: what is sent then takes its place, with
 * its day. What was being written comes back after that; where that is a
 * correction of @checkin, it goes on.
 */
void
qd_checkin_form_correct (QdCheckinForm   *self,
                         const QdCheckin *checkin)
{
  g_return_if_fail (QD_IS_CHECKIN_FORM (self));
  g_return_if_fail (self->card != NULL);
  g_return_if_fail (checkin != NULL);

  put_aside (self);
  show_correction (self, checkin);
  qd_checkin_form_focus (self);
}

/**
 * qd_checkin_form_find_unsent:
 *
 * Returns: (transfer none) (nullable): a key result with a check-in, or a correction
 *   of one, that was written and not sent; the one that shows, if there is any
 */
QdKeyResult *
qd_checkin_form_find_unsent (QdCheckinForm *self)
{
  g_return_val_if_fail (QD_IS_CHECKIN_FORM (self), NULL);

  if (self->shown != NULL && qd_checkin_drafts_is_unsent (self->shown))
    return self->card;

  return qd_checkin_drafts_find_unsent (self->drafts);
}

/**
 * qd_checkin_form_forget_unsent:
 *
 * Nothing that was written here and not sent is to come back when the form is gone.
 */
void
qd_checkin_form_forget_unsent (QdCheckinForm *self)
{
  g_return_if_fail (QD_IS_CHECKIN_FORM (self));

  if (self->blank != NULL)
    qd_checkin_keeper_discard (self->blank);
  qd_checkin_drafts_discard (self->drafts);
}
