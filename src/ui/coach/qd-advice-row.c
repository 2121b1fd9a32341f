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
#include "widgets/qd-sign.h"
#include "widgets/qd-toaster.h"

#include "qd-advice-remedy.h"
#include "qd-advice-row.h"
#include "qd-board-coach.h"

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
  GtkWidget *answer;
  GtkEditable *entry;
  GtkWidget *keep_button;
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

static void
go (QdAdviceRow *self,
    const char  *action)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "coach.go", "(xs)",
                              self->advice->subject, action);
}

/* The list may let go of the row as soon as the file changed. */
static void
report (QdAdviceRow *self,
        gboolean     done,
        GError      *error)
{
  if (!done)
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
    report (self, qd_advice_remedy_apply (&remedy, self->store, &error), error);
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
on_answer_clicked (QdAdviceRow *self)
{
  g_assert (QD_IS_ADVICE_ROW (self));

  show_entry (self, TRUE);
}

static void
answer (QdAdviceRow *self,
        const char  *text)
{
  g_autoptr (GError) error = NULL;
  QdId id;

  id = qd_edit_answer (self->store, self->advice->subject, self->advice->rule,
                       self->advice->facts, text, &error);
  report (self, id != QD_ID_NONE, error);
}

static char *
dup_text (QdAdviceRow *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));
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
  g_autofree char *text = NULL;

  g_assert (QD_IS_ADVICE_ROW (self));

  text = dup_text (self);
  gtk_widget_set_sensitive (self->keep_button, *text != '\0');
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
  gboolean done;

  g_assert (QD_IS_ADVICE_ROW (self));

  done = qd_answers_withdraw (self->store, self->advice->subject, self->advice->rule,
                              self->advice->facts, &error);
  report (self, done, error);
}

static void
show_buttons (QdAdviceRow *self)
{
  const gboolean writable = !qd_store_get_read_only (self->store);
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
  gtk_widget_class_bind_template_child (widget_class, QdAdviceRow, answer);
  gtk_widget_class_bind_template_child (widget_class, QdAdviceRow, entry);
  gtk_widget_class_bind_template_child (widget_class, QdAdviceRow, keep_button);
  gtk_widget_class_bind_template_callback (widget_class, on_mend_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_answer_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_dismiss_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_withdraw_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_key_pressed);
}

static void
qd_advice_row_init (QdAdviceRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  on_entry_changed (self);
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
 * Returns: whether the row shows just this
 */
gboolean
qd_advice_row_shows (QdAdviceRow    *self,
                     const QdAdvice *advice)
{
  g_return_val_if_fail (QD_IS_ADVICE_ROW (self), FALSE);
  g_return_val_if_fail (advice != NULL, FALSE);

  return self->advice->rule == advice->rule &&
         self->advice->subject == advice->subject &&
         g_strcmp0 (self->advice->facts, advice->facts) == 0 &&
         g_strcmp0 (self->advice->title, advice->title) == 0 &&
         g_strcmp0 (self->advice->reason, advice->reason) == 0;
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
