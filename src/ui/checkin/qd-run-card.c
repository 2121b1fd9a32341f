/* One key result of a run: what is known of it, and the form to check in on it. What it
 * waits for shows when somebody asks.
 *
 * Puts the parts together and keeps what they read from the file up to date; each part
 * writes its own edits.
 */

#include "config.h"

#include "details/qd-checkin-form.h"
#include "details/qd-dependency-list.h"
#include "details/qd-milestone-list.h"
#include "qd-run-card.h"
#include "qd-run-face.h"
#include "widgets/qd-narrow-layout.h"
#include "widgets/qd-toaster.h"

struct _QdRunCard
{
  GtkWidget parent_instance;

  GtkBox *box;
  QdRunFace *face;
  GtkWidget *form;
  GtkWidget *milestones;
  GtkWidget *dependencies;

  QdStore *store;
  QdKeyResult *card; /* (nullable) */
};

enum
{
  PROP_0,
  PROP_STORE,
  N_PROPS
};

enum
{
  SENT,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (QdRunCard, qd_run_card, GTK_TYPE_WIDGET)

static void
on_sent (QdRunCard *self)
{
  g_assert (QD_IS_RUN_CARD (self));

  g_signal_emit (self, signals[SENT], 0);
}

/* Returns (nullable); it was said then why not. */
static QdDetails *
read_details (QdRunCard *self)
{
  g_autoptr (GError) error = NULL;
  QdDetails *details;

  details = qd_details_read (self->store, qd_entity_get_id (QD_ENTITY (self->card)), &error);
  if (details == NULL)
    qd_toaster_report (GTK_WIDGET (self), error);

  return details;
}

static void
qd_run_card_constructed (GObject *object)
{
  QdRunCard *self = QD_RUN_CARD (object);

  G_OBJECT_CLASS (qd_run_card_parent_class)->constructed (object);

  self->form = qd_checkin_form_new_stepwise (self->store);
  g_signal_connect_swapped (self->form, "sent", G_CALLBACK (on_sent), self);
  gtk_box_insert_child_after (self->box, self->form, GTK_WIDGET (self->face));
  self->milestones = qd_milestone_list_new (self->store);
  gtk_box_insert_child_after (self->box, self->milestones, self->form);
  self->dependencies = qd_dependency_list_new (self->store);
  gtk_widget_set_visible (self->dependencies, FALSE);
  gtk_box_append (self->box, self->dependencies);
}

static void
qd_run_card_dispose (GObject *object)
{
  QdRunCard *self = QD_RUN_CARD (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_RUN_CARD);
  g_clear_object (&self->card);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qd_run_card_parent_class)->dispose (object);
}

static void
qd_run_card_set_property (GObject      *object,
                          guint         property_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  QdRunCard *self = QD_RUN_CARD (object);

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
qd_run_card_class_init (QdRunCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = qd_run_card_constructed;
  object_class->dispose = qd_run_card_dispose;
  object_class->set_property = qd_run_card_set_property;

  /**
   * QdRunCard:store:
   *
   * The file that its key results are in.
   */
  properties[PROP_STORE] =
    g_param_spec_object ("store", NULL, NULL,
                         QD_TYPE_STORE,
                         G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY |
                         G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * QdRunCard::sent:
   * @self: the card
   *
   * A check-in on its key result was sent.
   */
  signals[SENT] =
    g_signal_new ("sent",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  g_type_ensure (QD_TYPE_NARROW_LAYOUT);
  g_type_ensure (QD_TYPE_RUN_FACE);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/quarterdeck/Quarterdeck/qd-run-card.ui");
  gtk_widget_class_bind_template_child (widget_class, QdRunCard, box);
  gtk_widget_class_bind_template_child (widget_class, QdRunCard, face);

  gtk_widget_class_set_css_name (widget_class, "runcard");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
qd_run_card_init (QdRunCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * qd_run_card_new:
 * @store: the file
 *
 * Returns: (transfer floating): a page without a key result
 */
GtkWidget *
qd_run_card_new (QdStore *store)
{
  g_return_val_if_fail (QD_IS_STORE (store), NULL);

  return g_object_new (QD_TYPE_RUN_CARD, "store", store, NULL);
}

/**
 * qd_run_card_get_card:
 *
 * Returns: (transfer none) (nullable): the key result that shows
 */
QdKeyResult *
qd_run_card_get_card (QdRunCard *self)
{
  g_return_val_if_fail (QD_IS_RUN_CARD (self), NULL);

  return self->card;
}

/**
 * qd_run_card_set_card:
 * @card: a key result
 *
 * Shows @card. What was begun about the one before is kept.
 */
void
qd_run_card_set_card (QdRunCard   *self,
                      QdKeyResult *card)
{
  g_return_if_fail (QD_IS_RUN_CARD (self));
  g_return_if_fail (QD_IS_KEY_RESULT (card));

  if (!g_set_object (&self->card, card))
    return;

  qd_run_card_leave_list (self);
  qd_run_face_set_card (self->face, card);
  qd_checkin_form_set_card (QD_CHECKIN_FORM (self->form), card);
  qd_milestone_list_set_card (QD_MILESTONE_LIST (self->milestones), QD_CARD (card));
  qd_dependency_list_set_card (QD_DEPENDENCY_LIST (self->dependencies), QD_CARD (card));
  gtk_widget_set_visible (self->dependencies, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  qd_entity_get_title (QD_ENTITY (card)),
                                  -1);
  qd_run_card_refresh (self);
}

/**
 * qd_run_card_refresh:
 *
 * Reads again what belongs to the key result.
 */
void
qd_run_card_refresh (QdRunCard *self)
{
  g_autoptr (QdDetails) details = NULL;

  g_return_if_fail (QD_IS_RUN_CARD (self));
  g_return_if_fail (self->card != NULL);

  details = read_details (self);
  if (details == NULL)
    return;

  qd_run_face_update (self->face, details);
  qd_milestone_list_update (QD_MILESTONE_LIST (self->milestones), details);
  gtk_widget_set_visible (self->milestones,
                          qd_key_result_get_metric (self->card) == QD_METRIC_MILESTONES);
  qd_dependency_list_update (QD_DEPENDENCY_LIST (self->dependencies), details);
}

/**
 * qd_run_card_correct:
 *
 * Shows what was said last, to be corrected.
 */
void
qd_run_card_correct (QdRunCard *self)
{
  g_autoptr (QdDetails) details = NULL;

  g_return_if_fail (QD_IS_RUN_CARD (self));
  g_return_if_fail (self->card != NULL);

  details = read_details (self);
  if (details == NULL || details->checkins->len == 0)
    return;

  qd_run_face_update (self->face, details);
  qd_checkin_form_correct (QD_CHECKIN_FORM (self->form),
                           details->checkins->pdata[details->checkins->len - 1]);
}

/**
 * qd_run_card_focus:
 *
 * Puts the focus where a check-in begins.
 */
void
qd_run_card_focus (QdRunCard *self)
{
  g_return_if_fail (QD_IS_RUN_CARD (self));

  qd_checkin_form_focus (QD_CHECKIN_FORM (self->form));
}

/**
 * qd_run_card_send_unchanged:
 *
 * Checks in with what was said last.
 */
void
qd_run_card_send_unchanged (QdRunCard *self)
{
  g_return_if_fail (QD_IS_RUN_CARD (self));
  g_return_if_fail (self->card != NULL);

  qd_checkin_form_send_unchanged (QD_CHECKIN_FORM (self->form));
}

/**
 * qd_run_card_choose_column:
 * @nth: which column of the board, from 0 on; more than it has are none
 *
 * Chooses where the card goes with the check-in.
 */
void
qd_run_card_choose_column (QdRunCard *self,
                           guint      nth)
{
  g_return_if_fail (QD_IS_RUN_CARD (self));
  g_return_if_fail (self->card != NULL);

  qd_checkin_form_choose_column (QD_CHECKIN_FORM (self->form), nth);
}

/**
 * qd_run_card_enter_list:
 *
 * Shows what it waits for, with the focus where the next thing is typed.
 */
void
qd_run_card_enter_list (QdRunCard *self)
{
  g_return_if_fail (QD_IS_RUN_CARD (self));
  g_return_if_fail (self->card != NULL);

  gtk_widget_set_visible (self->dependencies, TRUE);
  qd_dependency_list_begin (QD_DEPENDENCY_LIST (self->dependencies));
}

/**
 * qd_run_card_leave_list:
 *
 * Puts the list of what it waits for out of sight, where that has the focus.
 *
 * Returns: whether it had
 */
gboolean
qd_run_card_leave_list (QdRunCard *self)
{
  g_return_val_if_fail (QD_IS_RUN_CARD (self), FALSE);

  if ((gtk_widget_get_state_flags (self->dependencies) & GTK_STATE_FLAG_FOCUS_WITHIN) == 0)
    return FALSE;

  qd_run_card_focus (self);
  gtk_widget_set_visible (self->dependencies, FALSE);

  return TRUE;
}

/**
 * qd_run_card_find_unsent:
 *
 * Returns: (transfer none) (nullable): a key result with a check-in that was written and
 *   not sent
 */
QdCard *
qd_run_card_find_unsent (QdRunCard *self)
{
  g_return_val_if_fail (QD_IS_RUN_CARD (self), NULL);

  return (QdCard *) qd_checkin_form_find_unsent (QD_CHECKIN_FORM (self->form));
}

/**
 * qd_run_card_forget_unsent:
 *
 * No check-in that was written and not sent is to come back when the card is gone.
 */
void
qd_run_card_forget_unsent (QdRunCard *self)
{
  g_return_if_fail (QD_IS_RUN_CARD (self));

  qd_checkin_form_forget_unsent (QD_CHECKIN_FORM (self->form));
}
