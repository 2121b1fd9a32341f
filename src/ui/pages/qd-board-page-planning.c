/* The notes for those who plan on a board, beside it: they share the pane with the details
 * of a card, and are told of what is typed and of the card that is looked at.
 */

#include "config.h"

#include "planning/qd-planning-pane.h"
#include "qd-board-page-private.h"

static void
draft_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  QdBoardPage *self = QD_BOARD_PAGE (widget);

  if (self->planning != NULL)
    qd_planning_pane_set_draft (QD_PLANNING_PANE (self->planning),
                                g_variant_get_string (parameter, NULL));
}

static void
done_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  qd_board_page_set_planning (QD_BOARD_PAGE (widget), FALSE);
}

/* Goes where a piece of advice in the notes is about. */
static void
go_action (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  QdBoardPage *self = QD_BOARD_PAGE (widget);
  const char *action;
  QdId subject;

  g_variant_get (parameter, "(x&s)", &subject, &action);
  gtk_widget_activate_action (self->board_view, "board.reveal", "x", subject);
  if (*action != '\0')
    gtk_widget_activate_action (self->board_view, action, NULL);
}

/* The pane is there for the details or the notes; the details make room for the notes
 * where there are none. */
void
qd_board_page_show_pane (QdBoardPage *self,
                         gboolean     details)
{
  if (self->details != NULL)
    gtk_widget_set_visible (self->details, details || self->planning == NULL);
  if (self->planning != NULL)
    gtk_widget_set_vexpand (self->planning, !details);
  gtk_widget_set_visible (self->pane, details || self->planning != NULL);
  qd_aside_set_shares (QD_ASIDE (self->aside), !details);
  qd_aside_set_open (QD_ASIDE (self->aside), details || self->planning != NULL);
}

void
qd_board_page_note_card (QdBoardPage *self,
                         QdCard      *card)
{
  if (self->planning != NULL)
    qd_planning_pane_set_card (QD_PLANNING_PANE (self->planning), card);
}

void
qd_board_page_install_planning (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "coach.go", "(xs)", go_action);
  gtk_widget_class_install_action (widget_class, "planning.done", NULL, done_action);
  gtk_widget_class_install_action (widget_class, "planning.draft", "s", draft_action);
}

/**
 * qd_board_page_set_planning:
 * @self: a page that shows a board alone
 * @planning: whether somebody plans on it
 *
 * Brings the notes for those who plan, or takes them away; they go when another board
 * comes.
 */
void
qd_board_page_set_planning (QdBoardPage *self,
                            gboolean     planning)
{
  QdBoard *board;
  gboolean had_focus;

  g_return_if_fail (QD_IS_BOARD_PAGE (self));

  if ((self->planning != NULL) == planning)
    return;

  if (planning)
    {
      board = qd_board_view_get_board (QD_BOARD_VIEW (self->board_view));
      g_return_if_fail (board != NULL);
      self->planning = qd_planning_pane_new (self->store, board);
      gtk_box_append (GTK_BOX (self->pane), self->planning);
      qd_board_page_show_pane (self, qd_board_page_get_card (self) != NULL);
      return;
    }

  had_focus = gtk_widget_get_focus_child (self->pane) == self->planning;
  /* GTK leaks what is removed with the focus in it. */
  if (had_focus)
    gtk_root_set_focus (gtk_widget_get_root (GTK_WIDGET (self)), NULL);
  gtk_box_remove (GTK_BOX (self->pane), self->planning);
  self->planning = NULL;
  qd_board_page_show_pane (self, qd_board_page_get_card (self) != NULL);
  if (had_focus)
    qd_board_page_focus (self);
}
