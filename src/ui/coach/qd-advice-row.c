/* One piece of advice: what was found, what to do about it, and the steps at hand.
 *
 * It writes what the buttons say to the file and leaves the rest to the list that
 * it is in, which hears of it from the store. Where a person has to say something,
 * the row only brings them there, with the action "coach.go".
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "store/qd-answers.h"
#include "store/qd-edit-card.h"
#include "widgets/qd-card-text.h"
#include "widgets/qd-editable.h"
#include "widgets/qd-sign.h"
#include "widgets/qd-toaster.h"

#include "qd-advice-remedy.h"
#include "qd-advice-row.h"
#include "qd-board-coach.h"

#define SPACING 6

struct _QdAdviceRow
{
  GtkListBoxRow parent_instance;

  QdStore *store;
  QdAdvice *advice;
  gboolean dismissed;

  QdSign *sign;
  GtkLabel *title;
  GtkLabel *reason;
  GtkLabel *remedy;
  GtkWidget *buttons;
  GtkButton *mend_button;
  GtkWidget *answer_button;
  GtkWidget *dismiss_button;
  GtkWidget *withdraw_button;
  GtkBox *body;
  GtkWidget *answer;      /* (nullable): made when it is needed, as what is in it */
  GtkEditable *entry;     /* (nullable) */
  GtkWidget *keep_button; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (QdAdviceRow, qd_advice_row, GTK_TYPE_LIST_BOX_ROW)

/* A badge can be wrong, and then somebody should say why. */
static gboolean
is_badge (const QdAdvice *advice)
{
  return advice->rule <= QD_N_DISAGREEMENTS;
}

static QdAdvice *
copy_advice (const QdAdvice *advice)
{
  QdAdvice *copy = g_new0 (QdAdvice, 1);

  copy->rule = advice->rule;
  copy->subject = advice->subject;
  copy->title = g_strdup (advice->title);
  copy->reason = g_strdup (advice->reason);
  copy->remedy = g_strdup (advice->remedy);
  copy->facts = g_strdup (advice->facts);

  return copy;
}

static gboolean
says_the_same (const QdAdvice *advice,
               const QdAdvice *other)
{
  return g_strcmp0 (advice->facts, other->facts) == 0 &&
         g_strcmp0 (advice->title, other->title) == 0 &&
         g_strcmp0 (advice->reason, other->reason) == 0;
}

static void
go (QdAdviceRow *self,
    const char  *action)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "coach.go", "(xs)",
                              self->advice->subject, action);
}

/* The list may let go of the row as soon as the file changed. */
static void
report (QdAdviceRow  *self,
        const GError *error)
{
  if (error != NULL)
    qd_toaster_report (GTK_WIDGET (self), error);
}

static void
on_mend_clicked (QdAdviceRow *self)
{
  g_autoptr (GError) error = NULL;
  QdRemedy remedy;

  g_assert (QD_IS_ADVICE_ROW (self));

  qd_advice_remedy_find (self->store, self->advice, &remedy);
  if (remedy.kind == QD_REMEDY_NONE)
    return;

  if (qd_advice_remedy_is_writing (&remedy))
    {
      qd_advice_remedy_apply (&remedy, self->store, &error);
      report (self, error);
    }
  else if (remedy.kind == QD_REMEDY_CHECK_IN)
    go (self, "card.check-in");
  else if (remedy.kind == QD_REMEDY_NEW_OBJECTIVE)
    go (self, "board.new-objective");
  else
    go (self, "card.open");
}

static void
show_entry (QdAdviceRow *self,
            gboolean     show)
{
  gtk_widget_set_visible (self->answer, show);
  gtk_widget_set_visible (self->buttons, !show);
  gtk_widget_grab_focus (show ? GTK_WIDGET (self->entry) : self->answer_button);
}

static void
answer (QdAdviceRow *self,
        const char  *text)
{
  g_autoptr (GError) error = NULL;

  qd_edit_answer (self->store, self->advice->subject, self->advice->rule,
                  self->advice->facts, text, &error);
  report (self, error);
}

static char *
dup_text (QdAdviceRow *self)
{
  return g_strstrip (g_strdup (self->entry != NULL ? gtk_editable_get_text (self->entry)
                                                   : ""));
}

static gboolean
is_answering (QdAdviceRow *self)
{
  g_autofree char *text = dup_text (self);

  return *text != '\0';
}

static void
on_entry_activate (QdAdviceRow *self)
{
  g_autofree char *text = NULL;

  g_assert (QD_IS_ADVICE_ROW (self));

  text = dup_text (self);
  if (*text != '\0')
    answer (self, text);
}

static void
on_entry_changed (QdAdviceRow *self)
{
  g_assert (QD_IS_ADVICE_ROW (self));

  gtk_widget_set_sensitive (self->keep_button, is_answering (self));
}

/* Escape leaves the entry, and not the list with it. */
static gboolean
on_entry_key_pressed (GtkEventControllerKey *controller,
                      guint                  keyval,
                      guint                  keycode,
                      GdkModifierType        modifiers,
                      QdAdviceRow           *self)
{
  g_assert (QD_IS_ADVICE_ROW (self));

  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;

  gtk_editable_set_text (self->entry, "");
  show_entry (self, FALSE);

  return GDK_EVENT_STOP;
}

static GtkWidget *
create_entry (QdAdviceRow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkWidget *entry = gtk_entry_new ();

  gtk_widget_set_hexpand (entry, TRUE);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _("Seasonal, expected"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Answer"),
                                  -1);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (on_entry_activate), self);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (on_entry_changed), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_entry_key_pressed), self);
  gtk_widget_add_controller (entry, keys);

  return entry;
}

/* Few are answered, and an entry would be the dearest thing in a row. */
static void
create_answer (QdAdviceRow *self)
{
  self->entry = GTK_EDITABLE (create_entry (self));

  self->keep_button = gtk_button_new_with_label (_("Keep Answer"));
  gtk_widget_add_css_class (self->keep_button, "suggested-action");
  g_signal_connect_swapped (self->keep_button, "clicked", G_CALLBACK (on_entry_activate),
                            self);

  self->answer = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);
  gtk_widget_add_css_class (self->answer, "buttons");
  gtk_box_append (GTK_BOX (self->answer), GTK_WIDGET (self->entry));
  gtk_box_append (GTK_BOX (self->answer), self->keep_button);
  gtk_box_append (self->body, self->answer);
  on_entry_changed (self);
}

static void
on_answer_clicked (QdAdviceRow *self)
{
  g_assert (QD_IS_ADVICE_ROW (self));

  if (self->answer == NULL)
    create_answer (self);
  show_entry (self, TRUE);
}

static void
on_dismiss_clicked (QdAdviceRow *self)
{
  g_assert (QD_IS_ADVICE_ROW (self));

  answer (self, "");
}

static void
on_withdraw_clicked (QdAdviceRow *self)
{
  g_autoptr (GError) error = NULL;

  g_assert (QD_IS_ADVICE_ROW (self));

  qd_answers_withdraw (self->store, self->advice->subject, self->advice->rule,
                       self->advice->facts, &error);
  report (self, error);
}

static void
show_buttons (QdAdviceRow *self)
{
  const gboolean writable = qd_editable_thing (self->store, self->advice->subject);
  g_autofree char *label = NULL;
  QdRemedy remedy;

  qd_advice_remedy_find (self->store, self->advice, &remedy);
  label = qd_advice_remedy_dup_label (&remedy);
  gtk_button_set_label (self->mend_button, label != NULL ? label : "");
  gtk_widget_set_visible (GTK_WIDGET (self->mend_button),
                          label != NULL && !self->dismissed &&
                          (writable || remedy.kind == QD_REMEDY_OPEN));
  gtk_widget_set_visible (self->answer_button,
                          writable && !self->dismissed && is_badge (self->advice));
  gtk_widget_set_visible (self->dismiss_button, writable && !self->dismissed);
  gtk_widget_set_visible (self->withdraw_button, writable && self->dismissed);
}

/* What is known by now: what to do, or what was said to it. */
static char *
dup_remark (QdAdviceRow *self)
{
  g_autofree char *said = NULL;

  if (!self->dismissed)
    return g_strdup (self->advice->remedy);

  said = qd_board_coach_dup_answer (self->store, self->advice);
  if (said == NULL || *said == '\0')
    return g_strdup ("");

  return g_strdup_printf (_("Answer: “%s”"), said);
}

static void
fill (QdAdviceRow *self)
{
  g_autofree char *title = NULL;
  g_autofree char *remark = dup_remark (self);
  g_autofree char *label = NULL;

  title = self->advice->title != NULL ? qd_card_text_clip (self->advice->title)
                                      : g_strdup (_("This Board"));
  gtk_label_set_text (self->title, *title != '\0' ? title : _("Untitled"));
  gtk_label_set_text (self->reason, self->advice->reason);
  gtk_label_set_text (self->remedy, remark);
  gtk_widget_set_visible (GTK_WIDGET (self->remedy), *remark != '\0');
  if (is_badge (self->advice))
    qd_sign_set (self->sign, "disagreement", "health-behind");
  else
    qd_sign_set (self->sign, "coach", "health-quiet");
  show_buttons (self);

  /* Translators: for a screen reader: what an advice is about, and what was found */
  label = g_strdup_printf (_("%s: %s"), title, self->advice->reason);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, remark,
                                  -1);
}

static void
qd_advice_row_dispose (GObject *object)
{
  QdAdviceRow *self = QD_ADVICE_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_ADVICE_ROW);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qd_advice_row_parent_class)->dispose (object);
}

static void
qd_advice_row_finalize (GObject *object)
{
  QdAdviceRow *self = QD_ADVICE_ROW (object);

  qd_advice_free (self->advice);

  G_OBJECT_CLASS (qd_advice_row_parent_class)->finalize (object);
}

static void
qd_advice_row_class_init (QdAdviceRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = qd_advice_row_dispose;
  object_class->finalize = qd_advice_row_finalize;

  g_type_ensure (QD_TYPE_SIGN);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/quarterdeck/Quarterdeck/qd-advice-row.ui");
  gtk_widget_class_bind_template_child (widget_class, QdAdviceRow, sign);
  gtk_widget_class_bind_template_child (widget_class, QdAdviceRow, title);
  gtk_widget_class_bind_template_child (widget_class, QdAdviceRow, reason);
  gtk_widget_class_bind_template_child (widget_class, QdAdviceRow, remedy);
  gtk_widget_class_bind_template_child (widget_class, QdAdviceRow, buttons);
  gtk_widget_class_bind_template_child (widget_class, QdAdviceRow, mend_button);
  gtk_widget_class_bind_template_child (widget_class, QdAdviceRow, answer_button);
  gtk_widget_class_bind_template_child (widget_class, QdAdviceRow, dismiss_button);
  gtk_widget_class_bind_template_child (widget_class, QdAdviceRow, withdraw_button);
  gtk_widget_class_bind_template_child (widget_class, QdAdviceRow, body);
  gtk_widget_class_bind_template_callback (widget_class, on_mend_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_answer_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_dismiss_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_withdraw_clicked);
}

static void
qd_advice_row_init (QdAdviceRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * qd_advice_row_new:
 * @store: the file that the advice is about
 * @advice: what to show; copied
 * @dismissed: whether somebody answered it
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
qd_advice_row_new (QdStore        *store,
                   const QdAdvice *advice,
                   gboolean        dismissed)
{
  QdAdviceRow *self;

  g_return_val_if_fail (QD_IS_STORE (store), NULL);
  g_return_val_if_fail (advice != NULL, NULL);

  self = g_object_new (QD_TYPE_ADVICE_ROW, NULL);
  self->store = g_object_ref (store);
  self->advice = copy_advice (advice);
  self->dismissed = dismissed;
  fill (self);

  return GTK_WIDGET (self);
}

/**
 * qd_advice_row_shows:
 * @self: a row
 * @advice: an advice
 *
 * Returns: whether the row shows just this, or may show it with
 *   qd_advice_row_update(): an answer that is being typed is one to the rule,
 *   whatever the figures are by now
 */
gboolean
qd_advice_row_shows (QdAdviceRow    *self,
                     const QdAdvice *advice)
{
  g_return_val_if_fail (QD_IS_ADVICE_ROW (self), FALSE);
  g_return_val_if_fail (advice != NULL, FALSE);

  return self->advice->rule == advice->rule &&
         self->advice->subject == advice->subject &&
         (is_answering (self) || says_the_same (self->advice, advice));
}

/**
 * qd_advice_row_update:
 * @self: a row
 * @advice: an advice that it shows, as qd_advice_row_shows() says; copied
 *
 * Tells what is so by now. An answer that is being typed stays.
 */
void
qd_advice_row_update (QdAdviceRow    *self,
                      const QdAdvice *advice)
{
  g_return_if_fail (QD_IS_ADVICE_ROW (self));
  g_return_if_fail (advice != NULL);

  if (says_the_same (self->advice, advice))
    return;

  qd_advice_free (self->advice);
  self->advice = copy_advice (advice);
  fill (self);
}

/**
 * qd_advice_row_go:
 * @self: a row
 *
 * Brings the person to what the advice is about.
 */
void
qd_advice_row_go (QdAdviceRow *self)
{
  g_return_if_fail (QD_IS_ADVICE_ROW (self));

  go (self, "");
}
