#pragma once

#include "filter/qd-board-filter.h"
#include "filter/qd-filter-bar.h"
#include "widgets/qd-today.h"

#include "qd-together-view.h"
#include "qd-view-menu.h"

G_BEGIN_DECLS

/* For the files of QdTogetherView only. */

struct _QdTogetherView
{
  GtkWidget parent_instance;

  QdStore *store;
  QdChosenBoards *boards;
  QdPaneMemory *memory;
  QdBoardFilter *filter;
  QdToday *clock;
  QdDensity density;
  QdView *view; /* (nullable): the saved view that shows */
  QdId start;   /* the saved view that is opened at start */

  GtkWidget *top;
  QdViewMenu *view_menu;
  QdFilterBar *filter_bar;
  GtkStack *stack;
  GtkWidget *row;    /* (nullable): made when it is needed */
  GtkWidget *counts; /* (nullable): made when it is needed */
};

/* qd-together-filter.c */
void qd_together_view_install_filter_actions (GtkWidgetClass *widget_class);

G_END_DECLS
