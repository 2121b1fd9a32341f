/* What all that was said of a board comes to: the grades of its objectives, the sentence
 * about the plan, and why it cannot be closed yet.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "qd-closing-row.h"
#include "qd-closing-summary.h"
#include "qd-number-text.h"

struct _QdClosingSummary
{
  GtkWidget parent_instance;

  GtkWidget *about;
  GtkLabel *grade;
  GtkLabel *sentence;
  GtkListBox *list;
  GtkLabel *refusal;

  QdId next;            /* where to go on, or %QD_ID_NONE */
};

enum
{
  CARD_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (QdClosingSummary, qd_closing_summary, GTK_TYPE_WIDGET)

static void
on_row_activated (QdClosingSummary *self,
                  GtkListBoxRow    *row)
{
  g_assert (QD_IS_CLOSING_SUMMARY (self));

  g_signal_emit (self, signals[CARD_CHOSEN], 0,
                 qd_closing_row_get_card (QD_CLOSING_ROW (row)));
}

/* The key result whose row has the focus, or %QD_ID_NONE. */
static QdId
get_focused (QdClosingSummary *self)
{
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (self->list));

  return QD_IS_CLOSING_ROW (row) ? qd_closing_row_get_card (QD_CLOSING_ROW (row)) : QD_ID_NONE;
}

static void
clear_list (QdClosingSummary *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *row;

  /* GTK leaks what is removed with the focus in it. */
  if (root != NULL && gtk_widget_get_focus_child (GTK_WIDGET (self->list)) != NULL)
    gtk_root_set_focus (root, NULL);
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
}

static void
fill_list (QdClosingSummary *self,
           const QdClosing  *closing,
           QdId              focused)
{
  for (guint i = 0; i < closing->objectives->len; i++)
    {
      const QdClosingObjective *objective = closing->objectives->pdata[i];

      gtk_list_box_append (self->list, qd_closing_row_new_objective (objective));
      for (guint j = 0; j < objective->cards->len; j++)
        {
          const QdClosingCard *card = objective->cards->pdata[j];
          GtkWidget *row = qd_closing_row_new (card);

          gtk_list_box_append (self->list, row);
          if (card->id == focused)
            gtk_widget_grab_focus (row);
        }
    }
}

static void
qd_closing_summary_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), QD_TYPE_CLOSING_SUMMARY);

  G_OBJECT_CLASS (qd_closing_summary_parent_class)->dispose (object);
}

static void
qd_closing_summary_class_init (QdClosingSummaryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = qd_closing_summary_dispose;

  /**
   * QdClosingSummary::card-chosen:
   * @self: the summary
   * @card: the id of a key result that somebody wants to go back to
   */
  signals[CARD_CHOSEN] =
    g_signal_new ("card-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_INT64);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/quarterdeck/Quarterdeck/qd-closing-summary.ui");
  gtk_widget_class_bind_template_child (widget_class, QdClosingSummary, about);
  gtk_widget_class_bind_template_child (widget_class, QdClosingSummary, grade);
  gtk_widget_class_bind_template_child (widget_class, QdClosingSummary, sentence);
  gtk_widget_class_bind_template_child (widget_class, QdClosingSummary, list);
  gtk_widget_class_bind_template_child (widget_class, QdClosingSummary, refusal);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);

  gtk_widget_class_set_css_name (widget_class, "closingsummary");
}

static void
qd_closing_summary_init (QdClosingSummary *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * qd_closing_summary_new:
 *
 * Returns: (transfer floating): a summary of nothing yet
 */
GtkWidget *
qd_closing_summary_new (void)
{
  return g_object_new (QD_TYPE_CLOSING_SUMMARY, NULL);
}

/**
 * qd_closing_summary_show:
 * @self: a summary
 * @closing: how far people have come
 *
 * Shows it anew; a key result that had the focus has it again.
 */
void
qd_closing_summary_show (QdClosingSummary *self,
                         const QdClosing  *closing)
{
  g_autofree char *figure = NULL;
  g_autofree char *grade = NULL;
  gboolean partly;
  QdId focused;

  g_return_if_fail (QD_IS_CLOSING_SUMMARY (self));
  g_return_if_fail (closing != NULL);

  self->next = closing->next;
  partly = closing->n_ungraded > 0;
  focused = get_focused (self);
  figure = qd_number_text_grade (closing->grade);
  if (isnan (closing->grade))
    grade = g_strdup (_("No grades yet"));
  else
    /* Translators: the mean grade of a board, as in "0.7". */
    grade = g_strdup_printf (partly ? _("Grade %s so far") : _("Grade %s"), figure);
  gtk_label_set_text (self->grade, grade);
  gtk_label_set_text (self->sentence, closing->sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->sentence), *closing->sentence != '\0' && !partly);
  gtk_label_set_text (self->refusal, closing->refusal != NULL ? closing->refusal : "");
  gtk_widget_set_visible (GTK_WIDGET (self->refusal), closing->refusal != NULL);
  clear_list (self);
  fill_list (self, closing, focused);
}

/**
 * qd_closing_summary_focus:
 * @self: a summary
 *
 * Lets the keyboard begin at the key result with which to go on, or else at the first row.
 */
void
qd_closing_summary_focus (QdClosingSummary *self)
{
  g_return_if_fail (QD_IS_CLOSING_SUMMARY (self));

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (self->next != QD_ID_NONE &&
        qd_closing_row_get_card (QD_CLOSING_ROW (row)) == self->next)
      {
        gtk_widget_grab_focus (row);
        return;
      }

  gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
}
