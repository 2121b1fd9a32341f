#pragma once

#include "qd-alignment-model.h"
#include "qd-alignment-page.h"
#include "qd-parent-list.h"
#include "widgets/qd-today.h"

G_BEGIN_DECLS

/* For the files of the page only. */

struct _QdAlignmentPage
{
  GtkWidget parent_instance;

  GtkWidget *head;
  GtkDropDown *cycles;
  GtkLabel *summary;
  GtkStack *stack;
  GtkListView *list;
  GMenuModel *menu_model;
  GtkWidget *menu;            /* (nullable): made when first asked for */
  GtkWidget *chooser;         /* (nullable): likewise */
  QdParentList *parents;      /* in the chooser */

  QdStore *store;
  QdToday *today;
  QdCycle *cycle;             /* (nullable) */
  QdAlignmentModel *model;
  GtkSingleSelection *selection;
  QdAlignmentNode *target;    /* (nullable): what an action means */
  GtkWidget *marked;          /* (nullable) (weak): where a drop would go */
  GSignalGroup *drag_signals; /* of the drag that is over the list */
  gboolean stale;             /* something changed while it was out of sight */
  gboolean complete;          /* all boards could be read */
};

/* qd-alignment-page.c */
GtkWidget       *qd_alignment_page_get_row         (QdAlignmentPage *self,
                                                    QdAlignmentNode *node);
QdAlignmentNode *qd_alignment_page_get_node        (GtkWidget       *row);
GtkWidget       *qd_alignment_page_get_row_at      (QdAlignmentPage *self,
                                                    double           y);
QdAlignmentNode *qd_alignment_page_get_focus       (QdAlignmentPage *self);
void             qd_alignment_page_focus_position  (QdAlignmentPage *self,
                                                    guint            position);
void             qd_alignment_page_focus_node      (QdAlignmentPage *self,
                                                    QdAlignmentNode *node);
void             qd_alignment_page_show_summary    (QdAlignmentPage *self);

/* qd-alignment-actions.c */
void             qd_alignment_page_install_actions (GtkWidgetClass  *widget_class);
gboolean         qd_alignment_page_walk            (QdAlignmentPage *self,
                                                    guint            keyval,
                                                    guint            keycode,
                                                    GdkModifierType  state);
void             qd_alignment_page_add_menu        (QdAlignmentPage *self);
void             qd_alignment_page_show_node       (QdAlignmentPage *self,
                                                    QdAlignmentNode *node);
gboolean         qd_alignment_page_align           (QdAlignmentPage *self,
                                                    QdObjective     *objective,
                                                    QdObjective     *parent);
void             qd_alignment_page_unparent_popovers
                                                   (QdAlignmentPage *self);

/* qd-alignment-drop.c */
void             qd_alignment_page_add_drop_target (QdAlignmentPage *self);
void             qd_alignment_page_add_drag_source (QdAlignmentPage *self,
                                                    GtkWidget       *expander);

G_END_DECLS
