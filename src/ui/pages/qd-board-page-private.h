#pragma once

#include "board/qd-board-view.h"
#include "details/qd-details-pane.h"
#include "qd-board-page.h"
#include "widgets/qd-after-frame.h"
#include "widgets/qd-aside.h"

G_BEGIN_DECLS

/* For the files of the page only. */

struct _QdBoardPage
{
  GtkWidget parent_instance;

  QdStore *store;
  QdChosenBoards *boards;
  QdPaneMemory *memory;
  GtkStack *stack;
  GtkWidget *board_view;
  GtkWidget *together; /* (nullable): made when it is needed */
  GtkWidget *details; /* (nullable): made when there is time, or it is needed */
  GtkWidget *planning; /* (nullable): the notes for those who plan */
  GtkWidget *pane;    /* holds the details and the notes */
  GtkWidget *aside;
  QdAfterFrame details_frame;
  GtkRoot *root;      /* (unowned) (nullable): whose focus is watched */
};

/* qd-board-page-planning.c */
void qd_board_page_show_pane        (QdBoardPage    *self,
                                     gboolean        details);
void qd_board_page_note_card        (QdBoardPage    *self,
                                     QdCard         *card);
void qd_board_page_install_planning (GtkWidgetClass *widget_class);

G_END_DECLS
