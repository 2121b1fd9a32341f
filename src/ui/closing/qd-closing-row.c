/* What was said of a key result, or what that makes of an objective, in one row. Never
 * changes: the summary makes rows anew.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "method/qd-grade.h"
#include "qd-closing-row.h"
#include "qd-number-text.h"

struct _QdClosingRow
{
  GtkListBoxRow parent_instance;

  QdId card; /* %QD_ID_NONE for an objective */

  GtkLabel *title;
  GtkLabel *said;
  GtkLabel *grade;
};

G_DEFINE_FINAL_TYPE (QdClosingRow, qd_closing_row, GTK_TYPE_LIST_BOX_ROW)

/* What was decided, and what is still to be said. */
static char *
describe (const QdClosingCard *closing)
{
  g_autoptr (GString) text = g_string_new (qd_decision_get_name (closing->decision));

  if (*closing->learning != '\0')
    g_string_append_printf (text, " · %s", closing->learning);
  else if ((closing->lacks & QD_CLOSING_LACKS_LEARNING) != 0)
    /* Translators: what is still to be said of a key result. */
    g_string_append_printf (text, " · %s", _("nothing said of the gap"));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
show (QdClosingRow *self,
      const char   *title,
      const char   *said,
      double        grade,
      QdCommitment  commitment)
{
  g_autofree char *figure = qd_number_text_grade (grade);
  g_autofree char *name = NULL;
  g_autofree char *description = NULL;

  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->said, said);
  gtk_widget_set_visible (GTK_WIDGET (self->said), *said != '\0');
  gtk_label_set_text (self->grade, figure);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->grade),
                               qd_grade_get_word (grade, commitment));

  /* Translators: a key result, its grade, and what that grade means. */
  name = g_strdup_printf (_("%s, grade %s: %s"), title, figure,
                          qd_grade_get_word (grade, commitment));
  description = g_strdup (said);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description,
                                  -1);
}

static void
qd_closing_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), QD_TYPE_CLOSING_ROW);

  G_OBJECT_CLASS (qd_closing_row_parent_class)->dispose (object);
}

static void
qd_closing_row_class_init (QdClosingRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = qd_closing_row_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/quarterdeck/Quarterdeck/qd-closing-row.ui");
  gtk_widget_class_bind_template_child (widget_class, QdClosingRow, title);
  gtk_widget_class_bind_template_child (widget_class, QdClosingRow, said);
  gtk_widget_class_bind_template_child (widget_class, QdClosingRow, grade);
}

static void
qd_closing_row_init (QdClosingRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * qd_closing_row_new:
 * @closing: what was said of a key result
 *
 * Returns: (transfer floating): a row that can be activated
 */
GtkWidget *
qd_closing_row_new (const QdClosingCard *closing)
{
  QdClosingRow *self;
  g_autofree char *said = NULL;

  g_return_val_if_fail (closing != NULL, NULL);

  self = g_object_new (QD_TYPE_CLOSING_ROW, NULL);
  said = describe (closing);
  self->card = closing->id;
  if ((closing->lacks & (QD_CLOSING_LACKS_GRADE | QD_CLOSING_LACKS_DECISION)) != 0)
    gtk_widget_add_css_class (GTK_WIDGET (self), "open");
  show (self, closing->title, said, closing->grade, closing->commitment);

  return GTK_WIDGET (self);
}

/**
 * qd_closing_row_new_objective:
 * @objective: what its key results make of it
 *
 * Returns: (transfer floating): a row that heads those of its key results
 */
GtkWidget *
qd_closing_row_new_objective (const QdClosingObjective *objective)
{
  QdClosingRow *self;

  g_return_val_if_fail (objective != NULL, NULL);

  self = g_object_new (QD_TYPE_CLOSING_ROW,
                       "activatable", FALSE,
                       "selectable", FALSE,
                       NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "objective");
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "heading");
  show (self, objective->id != QD_ID_NONE ? objective->title : _("No Objective"), "",
        objective->grade, objective->commitment);

  return GTK_WIDGET (self);
}

/**
 * qd_closing_row_get_card:
 * @self: a row
 *
 * Returns: the key result that it shows, or %QD_ID_NONE
 */
QdId
qd_closing_row_get_card (QdClosingRow *self)
{
  g_return_val_if_fail (QD_IS_CLOSING_ROW (self), QD_ID_NONE);

  return self->card;
}
