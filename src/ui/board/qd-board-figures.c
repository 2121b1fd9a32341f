/* Progress and net confidence of a board.
 *
 * Shows what it is given; what there is not takes no room.
 */

#include "config.h"

#include <math.h>

#include "widgets/qd-board-words.h"
#include "widgets/qd-number-format.h"
#include "widgets/qd-progress-line.h"
#include "widgets/qd-sign.h"
#include "widgets/qd-tooltip.h"

#include "qd-board-figures.h"

struct _QdBoardFigures
{
  GtkWidget parent_instance;

  GtkWidget *progress;
  QdProgressLine *line;
  GtkLabel *percent;
  GtkWidget *confidence;
  QdSign *confidence_sign;
  GtkLabel *net;
};

G_DEFINE_FINAL_TYPE (QdBoardFigures, qd_board_figures, GTK_TYPE_WIDGET)

static void
show_progress (QdBoardFigures        *self,
               const QdBoardStanding *standing)
{
  g_autofree char *percent = qd_number_format_percent (standing->progress);
  g_autofree char *words = qd_board_words_progress (standing);

  qd_progress_line_set (self->line, standing->progress, standing->expected,
                        "role-in-progress");
  gtk_label_set_text (self->percent, percent);
  gtk_widget_set_visible (self->progress, !isnan (standing->progress));
  qd_tooltip_set_words (self->progress, words);
}

static void
show_confidence (QdBoardFigures        *self,
                 const QdBoardStanding *standing)
{
  g_autofree char *net = qd_board_words_net (standing->net_confidence);
  g_autofree char *words = qd_board_words_confidence (standing);

  qd_sign_set (self->confidence_sign, qd_board_words_net_sign (standing->net_confidence),
               NULL);
  gtk_label_set_text (self->net, net);
  gtk_widget_set_visible (self->confidence, standing->has_net_confidence);
  qd_tooltip_set_words (self->confidence, words);
}

static void
qd_board_figures_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), QD_TYPE_BOARD_FIGURES);

  G_OBJECT_CLASS (qd_board_figures_parent_class)->dispose (object);
}

static void
qd_board_figures_class_init (QdBoardFiguresClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = qd_board_figures_dispose;

  g_type_ensure (QD_TYPE_PROGRESS_LINE);
  g_type_ensure (QD_TYPE_SIGN);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/quarterdeck/Quarterdeck/qd-board-figures.ui");
  gtk_widget_class_bind_template_child (widget_class, QdBoardFigures, progress);
  gtk_widget_class_bind_template_child (widget_class, QdBoardFigures, line);
  gtk_widget_class_bind_template_child (widget_class, QdBoardFigures, percent);
  gtk_widget_class_bind_template_child (widget_class, QdBoardFigures, confidence);
  gtk_widget_class_bind_template_child (widget_class, QdBoardFigures, confidence_sign);
  gtk_widget_class_bind_template_child (widget_class, QdBoardFigures, net);

  gtk_widget_class_set_css_name (widget_class, "boardfigures");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
qd_board_figures_init (QdBoardFigures *self)
{
  const QdBoardStanding nothing = { .progress = NAN, .expected = NAN };

  gtk_widget_init_template (GTK_WIDGET (self));
  qd_board_figures_set (self, &nothing);
}

/**
 * qd_board_figures_set:
 * @self: figures
 * @standing: what the rules say about a board
 *
 * Shows these.
 */
void
qd_board_figures_set (QdBoardFigures        *self,
                      const QdBoardStanding *standing)
{
  g_return_if_fail (QD_IS_BOARD_FIGURES (self));
  g_return_if_fail (standing != NULL);

  show_progress (self, standing);
  show_confidence (self, standing);
}
