/* What is said of one key result at the end of its cycle: its grade, what was learned
 * from it, and what becomes of it.
 *
 * Each answer goes to the file as it is given, so that one can stop at any time; what is
 * refused stays in its field with the reason. Which key result shows, and which is next,
 * is the business of the page.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "details/qd-chart-view.h"
#include "method/qd-grade.h"
#include "model/qd-metric-text.h"
#include "qd-closing-form.h"
#include "qd-number-text.h"
#include "store/qd-edit-card.h"
#include "store/qd-edit-close.h"
#include "widgets/qd-number-entry.h"
#include "widgets/qd-number-format.h"
#include "widgets/qd-palette.h"
#include "widgets/qd-swatch.h"
#include "widgets/qd-text-field.h"
#include "widgets/qd-toaster.h"

struct _QdClosingForm
{
  GtkWidget parent_instance;

  QdStore *store;
  QdKeyResult *card;     /* (nullable) */
  double proposed;
  double given;          /* the grade, or NAN */
  QdCommitment commitment;
  gboolean showing;      /* what the file says, which is no answer */

  GtkWidget *about;
  GtkWidget *grading;
  GtkWidget *deciding;
  QdSwatch *swatch;
  GtkLabel *objective;
  GtkLabel *title;
  GtkLabel *figures;
  QdChartView *chart;
  QdNumberEntry *grade;
  GtkLabel *word;
  QdTextField *reason;
  QdTextField *learning;
  GtkFlowBox *decisions;
  GtkLabel *decision_label;
  GtkToggleButton *buttons[QD_N_DECISIONS]; /* none for %QD_DECISION_NONE */
  GtkLabel *meaning;
  QdTextField *shelf_reason;
};

G_DEFINE_FINAL_TYPE (QdClosingForm, qd_closing_form, GTK_TYPE_WIDGET)

static const char *
get_meaning (QdDecision decision)
{
  switch (decision)
    {
    case QD_DECISION_DONE:
      return _("There is nothing more to do. It stays on this board.");
    case QD_DECISION_CARRY_OVER:
      return _("It goes on in the next cycle, from the value it has now.");
    case QD_DECISION_SHELVE:
      return _("It waits on the shelf, and is offered when the next board is planned.");
    case QD_DECISION_DROP:
      return _("It is not worth going on with. It stays on this board.");
    case QD_DECISION_NONE:
    default:
      return "";
    }
}

static QdId
get_id (QdClosingForm *self)
{
  return qd_entity_get_id (QD_ENTITY (self->card));
}

static gboolean
report (QdClosingForm *self,
        const GError  *error)
{
  if (error != NULL)
    qd_toaster_report (GTK_WIDGET (self), error);

  return error == NULL;
}

static gboolean
set_grade (QdClosingForm  *self,
           double          grade,
           GError        **error)
{
  g_autofree char *reason = qd_text_field_dup_text (self->reason);

  return qd_edit_set_grade (self->store, get_id (self), grade, reason, error);
}

static gboolean
on_grade_edited (QdClosingForm *self,
                 double         value)
{
  g_autoptr (GError) error = NULL;

  g_assert (QD_IS_CLOSING_FORM (self));

  if (self->card == NULL)
    return FALSE;
  if (set_grade (self, value, &error))
    return TRUE;

  qd_number_entry_set_error (self->grade, error->message);

  return FALSE;
}

static gboolean
type_text (QdClosingForm *self,
           QdField        field,
           const char    *text)
{
  g_autoptr (GError) error = NULL;

  if (self->card == NULL)
    return FALSE;

  qd_edit_set_text (self->store, get_id (self), field, text, TRUE, &error);

  return report (self, error);
}

static gboolean
on_reason_edited (QdClosingForm *self,
                  const char    *text)
{
  g_assert (QD_IS_CLOSING_FORM (self));

  return type_text (self, QD_FIELD_CARD_GRADE_REASON, text);
}

static gboolean
on_learning_edited (QdClosingForm *self,
                    const char    *text)
{
  g_assert (QD_IS_CLOSING_FORM (self));

  return type_text (self, QD_FIELD_CARD_LEARNING, text);
}

static gboolean
on_shelf_reason_edited (QdClosingForm *self,
                        const char    *text)
{
  g_assert (QD_IS_CLOSING_FORM (self));

  return type_text (self, QD_FIELD_CARD_SHELF_REASON, text);
}

static void
show_decision (QdClosingForm *self,
               QdDecision     decision)
{
  self->showing = TRUE;
  for (int i = QD_DECISION_NONE + 1; i < QD_N_DECISIONS; i++)
    gtk_toggle_button_set_active (self->buttons[i], i == (int) decision);
  self->showing = FALSE;

  gtk_label_set_text (self->meaning, get_meaning (decision));
  gtk_widget_set_visible (GTK_WIDGET (self->meaning), decision != QD_DECISION_NONE);
  gtk_widget_set_visible (GTK_WIDGET (self->shelf_reason), decision == QD_DECISION_SHELVE);
}

/* A decision that is pressed again is taken back. */
static void
on_decision_toggled (GtkToggleButton *button,
                     QdClosingForm   *self)
{
  g_autoptr (GError) error = NULL;
  QdDecision decision = QD_DECISION_NONE;

  g_assert (QD_IS_CLOSING_FORM (self));

  if (self->showing || self->card == NULL)
    return;

  for (int i = QD_DECISION_NONE + 1; i < QD_N_DECISIONS; i++)
    if (self->buttons[i] == button && gtk_toggle_button_get_active (button))
      decision = (QdDecision) i;
  /* What the file says shows again by its answer, or as it was where it refused. */
  if (!qd_edit_set_decision (self->store, get_id (self), decision, &error))
    {
      self->showing = TRUE;
      gtk_toggle_button_set_active (button, !gtk_toggle_button_get_active (button));
      self->showing = FALSE;
      report (self, error);
    }
}

static void
create_decisions (QdClosingForm *self)
{
  for (int i = QD_DECISION_NONE + 1; i < QD_N_DECISIONS; i++)
    {
      GtkWidget *button = gtk_toggle_button_new_with_label (qd_decision_get_name (i));
      GtkWidget *child = gtk_flow_box_child_new ();

      gtk_widget_set_tooltip_text (button, get_meaning (i));
      g_signal_connect_object (button, "toggled", G_CALLBACK (on_decision_toggled), self, 0);
      gtk_widget_set_focusable (child, FALSE);
      gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), button);
      gtk_flow_box_append (self->decisions, child);
      self->buttons[i] = GTK_TOGGLE_BUTTON (button);
    }

  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->decisions),
                                  GTK_ACCESSIBLE_RELATION_LABELLED_BY, self->decision_label,
                                  NULL, -1);
}

static void
show_place (QdClosingForm *self)
{
  QdObjective *objective = qd_card_get_objective (QD_CARD (self->card));
  QdColumn *column = qd_card_get_column (QD_CARD (self->card));
  const char *column_title = column != NULL ? qd_entity_get_title (QD_ENTITY (column)) : "";
  g_autofree char *text = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->swatch), objective != NULL);
  if (objective != NULL)
    qd_swatch_set_colour (self->swatch,
                          qd_palette_get_class (qd_objective_get_colour (objective)));
  text = objective != NULL
           /* Translators: an objective, and the column in which a key result of it is. */
           ? g_strdup_printf (_("%s · %s"), qd_entity_get_title (QD_ENTITY (objective)),
                              column_title)
           : g_strdup (column_title);
  gtk_label_set_text (self->objective, text);
}

static char *
describe_figures (QdClosingForm       *self,
                  const QdClosingCard *closing)
{
  g_autofree char *metric = qd_metric_text (self->card, qd_number_format_quantity);
  g_autofree char *progress = qd_number_format_percent (closing->progress);

  if (isnan (closing->progress))
    return metric != NULL ? g_strdup (metric) : g_strdup (_("Nobody gave a value."));

  /* Translators: what a key result measures, and how much of the way it came. */
  return metric != NULL ? g_strdup_printf (_("%s: %s of the way"), metric, progress)
                        : g_strdup_printf (_("%s of the way"), progress);
}

static void
show_grade (QdClosingForm       *self,
            const QdClosingCard *closing)
{
  g_autofree char *proposed = qd_number_text_grade (closing->proposed);
  g_autofree char *text = NULL;

  qd_number_entry_set_value (self->grade, closing->grade);
  if (isnan (closing->grade))
    /* Translators: a grade, as in "0.7". */
    text = g_strdup_printf (_("The figures propose %s: %s."), proposed,
                            qd_grade_get_word (closing->proposed, closing->commitment));
  else if (fabs (closing->grade - closing->proposed) < 1e-9)
    text = g_strdup (qd_grade_get_word (closing->grade, closing->commitment));
  else
    /* Translators: what a grade means, and another grade, as in "0.7". */
    text = g_strdup_printf (_("%s. The figures propose %s."),
                            qd_grade_get_word (closing->grade, closing->commitment), proposed);
  gtk_label_set_text (self->word, text);

  qd_text_field_set_text (self->reason, closing->reason);
  gtk_widget_set_visible (GTK_WIDGET (self->reason),
                          *closing->reason != '\0' ||
                          (!isnan (closing->grade) &&
                           fabs (closing->grade - closing->proposed) > 1e-9));
}

static void
qd_closing_form_dispose (GObject *object)
{
  QdClosingForm *self = QD_CLOSING_FORM (object);

  g_clear_object (&self->card);
  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_CLOSING_FORM);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qd_closing_form_parent_class)->dispose (object);
}

static void
qd_closing_form_class_init (QdClosingFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = qd_closing_form_dispose;

  g_type_ensure (QD_TYPE_CHART_VIEW);
  g_type_ensure (QD_TYPE_NUMBER_ENTRY);
  g_type_ensure (QD_TYPE_SWATCH);
  g_type_ensure (QD_TYPE_TEXT_FIELD);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/quarterdeck/Quarterdeck/qd-closing-form.ui");
  gtk_widget_class_bind_template_child (widget_class, QdClosingForm, about);
  gtk_widget_class_bind_template_child (widget_class, QdClosingForm, grading);
  gtk_widget_class_bind_template_child (widget_class, QdClosingForm, deciding);
  gtk_widget_class_bind_template_child (widget_class, QdClosingForm, swatch);
  gtk_widget_class_bind_template_child (widget_class, QdClosingForm, objective);
  gtk_widget_class_bind_template_child (widget_class, QdClosingForm, title);
  gtk_widget_class_bind_template_child (widget_class, QdClosingForm, figures);
  gtk_widget_class_bind_template_child (widget_class, QdClosingForm, chart);
  gtk_widget_class_bind_template_child (widget_class, QdClosingForm, grade);
  gtk_widget_class_bind_template_child (widget_class, QdClosingForm, word);
  gtk_widget_class_bind_template_child (widget_class, QdClosingForm, reason);
  gtk_widget_class_bind_template_child (widget_class, QdClosingForm, learning);
  gtk_widget_class_bind_template_child (widget_class, QdClosingForm, decisions);
  gtk_widget_class_bind_template_child (widget_class, QdClosingForm, decision_label);
  gtk_widget_class_bind_template_child (widget_class, QdClosingForm, meaning);
  gtk_widget_class_bind_template_child (widget_class, QdClosingForm, shelf_reason);
  gtk_widget_class_bind_template_callback (widget_class, on_grade_edited);
  gtk_widget_class_bind_template_callback (widget_class, on_reason_edited);
  gtk_widget_class_bind_template_callback (widget_class, on_learning_edited);
  gtk_widget_class_bind_template_callback (widget_class, on_shelf_reason_edited);

  gtk_widget_class_set_css_name (widget_class, "closingform");
}

static void
qd_closing_form_init (QdClosingForm *self)
{
  g_autofree char *form = qd_grade_describe_form ();

  self->given = NAN;
  gtk_widget_init_template (GTK_WIDGET (self));
  qd_number_entry_set_form (self->grade, form);
  create_decisions (self);
}

/**
 * qd_closing_form_new:
 * @store: the file to which answers go
 *
 * Returns: (transfer floating): a form that shows nothing yet
 */
GtkWidget *
qd_closing_form_new (QdStore *store)
{
  QdClosingForm *self;

  g_return_val_if_fail (QD_IS_STORE (store), NULL);

  self = g_object_new (QD_TYPE_CLOSING_FORM, NULL);
  self->store = g_object_ref (store);

  return GTK_WIDGET (self);
}

/**
 * qd_closing_form_get_card:
 * @self: a form
 *
 * Returns: the key result that it shows, or %QD_ID_NONE
 */
QdId
qd_closing_form_get_card (QdClosingForm *self)
{
  g_return_val_if_fail (QD_IS_CLOSING_FORM (self), QD_ID_NONE);

  return self->card != NULL ? get_id (self) : QD_ID_NONE;
}

/**
 * qd_closing_form_show:
 * @self: a form
 * @closing: what the file says of a key result
 *
 * Shows what was said of it. What somebody types stays in its field.
 */
void
qd_closing_form_show (QdClosingForm       *self,
                      const QdClosingCard *closing)
{
  g_autofree char *figures = NULL;
  QdEntity *card;

  g_return_if_fail (QD_IS_CLOSING_FORM (self));
  g_return_if_fail (closing != NULL);

  card = qd_store_lookup (self->store, closing->id);
  if (!QD_IS_KEY_RESULT (card))
    return;
  if (g_set_object (&self->card, QD_KEY_RESULT (card)))
    qd_chart_view_set_card (self->chart, self->card);

  self->proposed = closing->proposed;
  self->given = closing->grade;
  self->commitment = closing->commitment;
  figures = describe_figures (self, closing);
  show_place (self);
  gtk_label_set_text (self->title, closing->title);
  gtk_label_set_text (self->figures, figures);
  show_grade (self, closing);
  qd_text_field_set_label (self->learning,
                           closing->asks_learning
                             ? _("What did we learn from the gap?")
                             : _("What did we learn, if anything?"));
  qd_text_field_set_text (self->learning, closing->learning);
  qd_text_field_set_text (self->shelf_reason, closing->shelf_reason);
  show_decision (self, closing->decision);
}

/**
 * qd_closing_form_finish:
 * @self: a form
 *
 * Keeps what was typed, before another key result shows in the same fields.
 *
 * Returns: whether all of it was kept; what was refused is still there
 */
gboolean
qd_closing_form_finish (QdClosingForm *self)
{
  QdTextField * const fields[] = { self->reason, self->learning, self->shelf_reason };
  gboolean kept;

  g_return_val_if_fail (QD_IS_CLOSING_FORM (self), FALSE);

  if (self->card == NULL)
    return TRUE;

  kept = qd_number_entry_finish (self->grade);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    kept &= qd_text_field_is_kept (fields[i]);
  if (!kept)
    return FALSE;

  qd_number_entry_discard (self->grade);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    qd_text_field_discard (fields[i]);

  return TRUE;
}

/**
 * qd_closing_form_take_grade:
 * @self: a form
 *
 * Gives the key result that it shows the grade that the figures propose, unless it has
 * one.
 *
 * Returns: whether it has a grade now; where not, why was said
 */
gboolean
qd_closing_form_take_grade (QdClosingForm *self)
{
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (QD_IS_CLOSING_FORM (self), FALSE);

  if (self->card == NULL || !isnan (self->given))
    return TRUE;

  set_grade (self, self->proposed, &error);

  return report (self, error);
}

/**
 * qd_closing_form_focus:
 * @self: a form
 *
 * Lets the keyboard begin at the grade.
 */
void
qd_closing_form_focus (QdClosingForm *self)
{
  g_return_if_fail (QD_IS_CLOSING_FORM (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->grade));
}
