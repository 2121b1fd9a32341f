/* Everything about one card, beside its board: the check-in form on top, then what
 * the key result is, how it went, what belongs to it, and what happened.
 *
 * Puts the parts together and keeps what they read from the file up to date; each
 * part writes its own edits.
 */

#include "config.h"

#include "shelf/qd-shelf-ask.h"
#include "store/qd-details.h"
#include "store/qd-history.h"
#include "widgets/qd-after-frame.h"
#include "widgets/qd-card-text.h"
#include "widgets/qd-editable.h"
#include "widgets/qd-focus-sight.h"
#include "widgets/qd-toaster.h"

#include "qd-chart-view.h"
#include "qd-checkin-form.h"
#include "qd-dependency-list.h"
#include "qd-description.h"
#include "qd-details-pane.h"
#include "qd-key-result-form.h"
#include "qd-milestone-list.h"
#include "qd-phase-list.h"
#include "qd-timeline.h"

struct _QdDetailsPane
{
  GtkWidget parent_instance;

  QdStore *store;
  QdCard *card; /* (nullable) */
  GSignalGroup *card_signals;
  QdToday *today;

  QdDetails *details; /* (nullable): for what follows, until that shows them */
  QdAfterFrame lower_frame;
  gint64 mark;        /* of the history, when they were read */
  QdDay first_day;    /* of the cycle, at that time */
  QdDay last_day;
  QdId wanted;        /* what the timeline is to put the focus on */

  GtkWidget *head;
  GtkLabel *heading;
  GtkScrolledWindow *scroller;
  GtkWidget *sections;
  GtkBox *upper;
  GtkBox *lower; /* what follows in the frame after the pane opened */

  GtkWidget *checkin_form;
  GtkWidget *key_result_form;
  GtkWidget *chart_view;
  GtkWidget *milestone_list;
  GtkWidget *phase_list;
  GtkWidget *dependency_list;
  GtkWidget *description;
  GtkWidget *timeline;
};

enum
{
  PROP_0,
  PROP_STORE,
  PROP_TODAY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (QdDetailsPane, qd_details_pane, GTK_TYPE_WIDGET)

static QdKeyResult *
get_key_result (QdDetailsPane *self)
{
  return QD_IS_KEY_RESULT (self->card) ? QD_KEY_RESULT (self->card) : NULL;
}

static QdCycle *
get_cycle (QdDetailsPane *self)
{
  QdColumn *column = qd_card_get_column (self->card);
  QdBoard *board = column != NULL ? qd_column_get_board (column) : NULL;

  return board != NULL ? qd_board_get_cycle (board) : NULL;
}

/* What is shown has to be read again where any of this is another one. Returns
 * whether it was. */
static gboolean
note_state (QdDetailsPane *self)
{
  QdCycle *cycle = get_cycle (self);
  const QdDay first_day = cycle != NULL ? qd_cycle_get_first_day (cycle) : QD_DAY_NONE;
  const QdDay last_day = cycle != NULL ? qd_cycle_get_last_day (cycle) : QD_DAY_NONE;
  const gint64 mark = qd_history_get_mark (self->store,
                                           qd_entity_get_id (QD_ENTITY (self->card)));
  const gboolean differs = mark == 0 || mark != self->mark ||
                           first_day != self->first_day || last_day != self->last_day;

  self->mark = mark;
  self->first_day = first_day;
  self->last_day = last_day;

  return differs;
}

static void
show_lists (QdDetailsPane   *self,
            const QdDetails *details)
{
  qd_milestone_list_update (QD_MILESTONE_LIST (self->milestone_list), details);
  qd_phase_list_update (QD_PHASE_LIST (self->phase_list), details);
  qd_dependency_list_update (QD_DEPENDENCY_LIST (self->dependency_list), details);
}

static void
show_lower (GtkWidget *widget)
{
  QdDetailsPane *self = QD_DETAILS_PANE (widget);
  g_autoptr (QdDetails) details = g_steal_pointer (&self->details);
  const QdId wanted = self->wanted;

  self->wanted = QD_ID_NONE;
  if (!gtk_widget_get_visible (GTK_WIDGET (self->lower)))
    {
      show_lists (self, details);
      gtk_widget_set_visible (GTK_WIDGET (self->lower), TRUE);
    }
  qd_timeline_update (QD_TIMELINE (self->timeline), details);
  if (qd_details_find_checkin (details, wanted) != NULL ||
      qd_details_find_comment (details, wanted) != NULL)
    qd_timeline_focus_entry (QD_TIMELINE (self->timeline), wanted);
}

/* The lists are read from the file; the card tells everything else itself. What
 * happened waits for a frame, and so does all that is out of sight when the pane
 * opens: its rows take longer than all the rest, and a card has to show at once. */
static void
read_card (QdDetailsPane *self)
{
  g_autoptr (GError) error = NULL;
  QdDetails *details;

  details = qd_details_read (self->store, qd_entity_get_id (QD_ENTITY (self->card)), &error);
  if (details == NULL)
    {
      qd_toaster_report (GTK_WIDGET (self), error);
      return;
    }

  if (gtk_widget_get_visible (GTK_WIDGET (self->lower)))
    show_lists (self, details);

  g_clear_pointer (&self->details, qd_details_free);
  self->details = details;
  qd_after_frame_queue (&self->lower_frame, GTK_WIDGET (self), G_PRIORITY_DEFAULT_IDLE,
                        show_lower);
}

static void
begin (QdDetailsPane *self)
{
  note_state (self);
  read_card (self);
}

/* Nothing more is shown of what was read. */
static void
forget_card (QdDetailsPane *self)
{
  qd_after_frame_cancel (&self->lower_frame);
  g_clear_pointer (&self->details, qd_details_free);
  self->wanted = QD_ID_NONE;
}

/* What was said of a closed board stays as it was; the timeline can be read. */
static void
show_editable (QdDetailsPane *self)
{
  GtkWidget * const parts[] = {
    self->checkin_form, self->key_result_form, self->milestone_list, self->phase_list,
    self->dependency_list, self->description,
  };
  const gboolean editable = qd_editable_card (self->store, self->card);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    gtk_widget_set_sensitive (parts[i], editable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "details.shelve", editable);
}

static void
on_store_changed (QdDetailsPane *self)
{
  g_assert (QD_IS_DETAILS_PANE (self));

  if (self->card == NULL)
    return;

  show_editable (self);
  if (!qd_entity_get_alive (QD_ENTITY (self->card)))
    gtk_widget_activate_action (GTK_WIDGET (self), "details.close", NULL);
  else if (gtk_widget_get_mapped (GTK_WIDGET (self)) && note_state (self))
    read_card (self);
}

/* Nothing changed but what is late, and where today is. */
static void
on_day_changed (QdDetailsPane *self)
{
  g_assert (QD_IS_DETAILS_PANE (self));

  qd_chart_view_refresh (QD_CHART_VIEW (self->chart_view));
  if (self->card != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    read_card (self);
}

static void
on_card_changed (QdDetailsPane *self)
{
  g_autofree char *title = NULL;
  QdKeyResult *key_result = get_key_result (self);

  g_assert (QD_IS_DETAILS_PANE (self));

  if (self->card == NULL)
    return;

  title = qd_card_text_title (self->card);
  gtk_label_set_text (self->heading, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  gtk_widget_set_visible (self->phase_list,
                          key_result != NULL &&
                          qd_key_result_get_metric (key_result) == QD_METRIC_CHANGE);
}

static void
on_correct (QdDetailsPane *self,
            gint64         id)
{
  g_autoptr (QdDetails) details = NULL;
  const QdCheckin *checkin;

  g_assert (QD_IS_DETAILS_PANE (self));

  details = qd_details_read (self->store, qd_entity_get_id (QD_ENTITY (self->card)), NULL);
  checkin = details != NULL ? qd_details_find_checkin (details, id) : NULL;
  if (checkin == NULL)
    return;

  qd_checkin_form_correct (QD_CHECKIN_FORM (self->checkin_form), checkin);
  qd_details_pane_focus_checkin (self);
}

static void
set_parts_card (QdDetailsPane *self,
                QdCard        *card)
{
  QdKeyResult *key_result = QD_IS_KEY_RESULT (card) ? QD_KEY_RESULT (card) : NULL;

  /* Of a card of the past nobody tells anything any more. */
  gtk_widget_set_visible (self->checkin_form,
                          card == NULL || qd_card_get_as_of (card) == QD_DAY_NONE);
  qd_checkin_form_set_card (QD_CHECKIN_FORM (self->checkin_form), key_result);
  qd_key_result_form_set_card (QD_KEY_RESULT_FORM (self->key_result_form), key_result);
  qd_chart_view_set_card (QD_CHART_VIEW (self->chart_view), key_result);
  qd_milestone_list_set_card (QD_MILESTONE_LIST (self->milestone_list), card);
  qd_phase_list_set_card (QD_PHASE_LIST (self->phase_list), card);
  qd_dependency_list_set_card (QD_DEPENDENCY_LIST (self->dependency_list), card);
  qd_description_set_card (QD_DESCRIPTION (self->description), card);
  qd_timeline_set_card (QD_TIMELINE (self->timeline), card);
}

static GtkWidget *
append (GtkBox    *box,
        GtkWidget *part)
{
  gtk_box_append (box, part);

  return part;
}

static void
fill (QdDetailsPane *self)
{
  self->checkin_form = append (self->upper, qd_checkin_form_new (self->store));
  self->chart_view = append (self->upper, qd_chart_view_new ());
  self->key_result_form = append (self->upper, qd_key_result_form_new (self->store));
  self->milestone_list = append (self->lower, qd_milestone_list_new (self->store));
  self->phase_list = append (self->lower, qd_phase_list_new (self->store));
  self->dependency_list = append (self->lower, qd_dependency_list_new (self->store));
  self->description = append (self->lower, qd_description_new (self->store));
  self->timeline = append (self->lower, qd_timeline_new (self->store));

  g_signal_connect_object (self->timeline, "correct", G_CALLBACK (on_correct), self,
                           G_CONNECT_SWAPPED);
}

static void
qd_details_pane_map (GtkWidget *widget)
{
  QdDetailsPane *self = QD_DETAILS_PANE (widget);

  GTK_WIDGET_CLASS (qd_details_pane_parent_class)->map (widget);

  if (self->card != NULL)
    begin (self);
}

static void
qd_details_pane_unmap (GtkWidget *widget)
{
  QdDetailsPane *self = QD_DETAILS_PANE (widget);

  GTK_WIDGET_CLASS (qd_details_pane_parent_class)->unmap (widget);

  gtk_widget_set_visible (GTK_WIDGET (self->lower), FALSE);
}

static void
qd_details_pane_constructed (GObject *object)
{
  QdDetailsPane *self = QD_DETAILS_PANE (object);

  G_OBJECT_CLASS (qd_details_pane_parent_class)->constructed (object);

  fill (self);
  qd_focus_sight_attach (self->scroller, self->sections);
  g_signal_connect_object (self->today, "notify::day", G_CALLBACK (on_day_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->store, "changed", G_CALLBACK (on_store_changed), self,
                           G_CONNECT_SWAPPED);
}

static void
qd_details_pane_dispose (GObject *object)
{
  QdDetailsPane *self = QD_DETAILS_PANE (object);

  forget_card (self);
  g_clear_object (&self->card_signals);
  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_DETAILS_PANE);
  g_clear_object (&self->card);
  g_clear_object (&self->today);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qd_details_pane_parent_class)->dispose (object);
}

static void
qd_details_pane_set_property (GObject      *object,
                              guint         property_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  QdDetailsPane *self = QD_DETAILS_PANE (object);

  switch (property_id)
    {
    case PROP_STORE:
      self->store = g_value_dup_object (value);
      break;

    case PROP_TODAY:
      self->today = g_value_dup_object (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
shelve_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  QdDetailsPane *self = QD_DETAILS_PANE (widget);

  if (self->card != NULL)
    qd_shelf_ask_why (widget, self->store, QD_ENTITY (self->card));
}

static void
qd_details_pane_class_init (QdDetailsPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = qd_details_pane_constructed;
  object_class->dispose = qd_details_pane_dispose;
  object_class->set_property = qd_details_pane_set_property;

  widget_class->map = qd_details_pane_map;
  widget_class->unmap = qd_details_pane_unmap;

  /**
   * QdDetailsPane:store:
   *
   * The file that the cards are in.
   */
  properties[PROP_STORE] =
    g_param_spec_object ("store", NULL, NULL, QD_TYPE_STORE,
                         G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY |
                         G_PARAM_STATIC_STRINGS);

  /**
   * QdDetailsPane:today:
   *
   * Says when another day begins.
   */
  properties[PROP_TODAY] =
    g_param_spec_object ("today", NULL, NULL, QD_TYPE_TODAY,
                         G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY |
                         G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_action (widget_class, "details.shelve", NULL, shelve_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "details.close", NULL);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/quarterdeck/Quarterdeck/qd-details-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, QdDetailsPane, head);
  gtk_widget_class_bind_template_child (widget_class, QdDetailsPane, heading);
  gtk_widget_class_bind_template_child (widget_class, QdDetailsPane, scroller);
  gtk_widget_class_bind_template_child (widget_class, QdDetailsPane, sections);
  gtk_widget_class_bind_template_child (widget_class, QdDetailsPane, upper);
  gtk_widget_class_bind_template_child (widget_class, QdDetailsPane, lower);

  gtk_widget_class_set_css_name (widget_class, "details");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_REGION);
}

static void
qd_details_pane_init (QdDetailsPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->card_signals = g_signal_group_new (QD_TYPE_CARD);
  g_signal_group_connect_swapped (self->card_signals, "notify", G_CALLBACK (on_card_changed),
                                  self);
}

/**
 * qd_details_pane_new:
 * @store: the file that the cards are in
 * @today: says when another day begins
 *
 * Its parent offers the action "details.close".
 *
 * Returns: (transfer floating): the details of no card
 */
GtkWidget *
qd_details_pane_new (QdStore *store,
                     QdToday *today)
{
  g_return_val_if_fail (QD_IS_STORE (store), NULL);
  g_return_val_if_fail (QD_IS_TODAY (today), NULL);

  return g_object_new (QD_TYPE_DETAILS_PANE, "store", store, "today", today, NULL);
}

/**
 * qd_details_pane_get_card:
 *
 * Returns: (transfer none) (nullable): the card that it is about
 */
QdCard *
qd_details_pane_get_card (QdDetailsPane *self)
{
  g_return_val_if_fail (QD_IS_DETAILS_PANE (self), NULL);

  return self->card;
}

/* Lets the parts hand on what was typed. The pane has no card meanwhile: what that
 * changes is of the card before, and there is nothing to show of it any more. */
static void
leave_card (QdDetailsPane *self)
{
  g_autoptr (QdCard) left = g_steal_pointer (&self->card);

  if (left == NULL)
    return;

  forget_card (self);
  g_signal_group_set_target (self->card_signals, NULL);
  set_parts_card (self, NULL);
}

/**
 * qd_details_pane_set_card:
 * @self: the pane
 * @card: (nullable): the card to tell about
 */
void
qd_details_pane_set_card (QdDetailsPane *self,
                          QdCard        *card)
{
  g_return_if_fail (QD_IS_DETAILS_PANE (self));
  g_return_if_fail (card == NULL || QD_IS_CARD (card));

  if (self->card == card)
    return;

  leave_card (self);
  if (card == NULL)
    return;

  self->card = g_object_ref (card);
  set_parts_card (self, card);
  show_editable (self);
  g_signal_group_set_target (self->card_signals, card);
  on_card_changed (self);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    begin (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

/**
 * qd_details_pane_rehearse:
 * @self: a pane that shows no card and is out of sight
 * @card: any card
 * @width: what the pane will have, in application pixels
 *
 * Takes the card for a moment, and lays out what it would show: styles, fonts, icons and
 * statements take their time when they are needed first.
 */
void
qd_details_pane_rehearse (QdDetailsPane *self,
                          QdCard        *card,
                          int            width)
{
  GtkWidget *widget = GTK_WIDGET (self);
  g_autoptr (QdDetails) details = NULL;

  g_return_if_fail (QD_IS_DETAILS_PANE (self));
  g_return_if_fail (QD_IS_CARD (card));
  g_return_if_fail (self->card == NULL);

  qd_details_pane_set_card (self, card);
  details = qd_details_read (self->store, qd_entity_get_id (QD_ENTITY (card)), NULL);
  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, NULL, NULL, NULL, NULL);
  qd_chart_view_rehearse (QD_CHART_VIEW (self->chart_view), width);
  qd_details_pane_set_card (self, NULL);
}

/**
 * qd_details_pane_find_unsent:
 *
 * Returns: (transfer none) (nullable): a card with a check-in or a comment that was
 *   written and not sent; the one that shows, if there is any on that
 */
QdCard *
qd_details_pane_find_unsent (QdDetailsPane *self)
{
  QdKeyResult *checked;
  QdCard *commented;

  g_return_val_if_fail (QD_IS_DETAILS_PANE (self), NULL);

  checked = qd_checkin_form_find_unsent (QD_CHECKIN_FORM (self->checkin_form));
  commented = qd_timeline_find_unsent (QD_TIMELINE (self->timeline));

  return checked != NULL && commented != self->card ? QD_CARD (checked) : commented;
}

/**
 * qd_details_pane_forget_unsent:
 *
 * No check-in that was written and not sent is to come back when the pane is gone.
 */
void
qd_details_pane_forget_unsent (QdDetailsPane *self)
{
  g_return_if_fail (QD_IS_DETAILS_PANE (self));

  qd_checkin_form_forget_unsent (QD_CHECKIN_FORM (self->checkin_form));
}

/**
 * qd_details_pane_focus:
 * @self: the pane
 *
 * Puts the focus on the first of its fields.
 */
void
qd_details_pane_focus (QdDetailsPane *self)
{
  g_return_if_fail (QD_IS_DETAILS_PANE (self));

  gtk_widget_child_focus (self->sections, GTK_DIR_TAB_FORWARD);
}

/**
 * qd_details_pane_focus_checkin:
 * @self: the pane
 *
 * Puts the focus where a check-in begins.
 */
void
qd_details_pane_focus_checkin (QdDetailsPane *self)
{
  g_return_if_fail (QD_IS_DETAILS_PANE (self));

  qd_checkin_form_focus (QD_CHECKIN_FORM (self->checkin_form));
}

/**
 * qd_details_pane_focus_entry:
 * @self: the pane, with a card
 * @id: something that belongs to the card
 *
 * Puts the focus on a check-in or a comment, once the timeline shows; on nothing
 * else.
 */
void
qd_details_pane_focus_entry (QdDetailsPane *self,
                             QdId           id)
{
  g_return_if_fail (QD_IS_DETAILS_PANE (self));
  g_return_if_fail (self->card != NULL);

  self->wanted = id;
  if (self->details == NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    read_card (self);
}
