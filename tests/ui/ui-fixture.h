#pragma once

#include <gtk/gtk.h>

#include "store/qd-store.h"

G_BEGIN_DECLS

/**
 * UiFixture:
 * @folder: a folder of its own, deleted with everything in it at the end
 * @path: a file in it
 * @store: the file, with one cycle around today and two boards
 * @growth: the first board, with three cards in two columns, older than the cycle
 * @sales: the second board, without cards
 */
typedef struct
{
  char *folder;
  char *path;
  QdStore *store;
  QdBoard *growth;
  QdBoard *sales;
} UiFixture;

void       ui_fixture_set_up    (UiFixture     *self,
                                 gconstpointer  unused);
void       ui_fixture_tear_down (UiFixture     *self,
                                 gconstpointer  unused);
void       ui_fixture_make_read_only
                                (UiFixture     *self);
char      *ui_fixture_name      (UiFixture     *self,
                                 const char    *name);
QdBoard   *ui_add_board         (QdStore       *store,
                                 const char    *team,
                                 QdCycle       *cycle);
void       ui_add_card          (QdStore       *store,
                                 QdBoard       *board,
                                 guint          column,
                                 const char    *title);

void       ui_close_board       (QdStore       *store,
                                 QdBoard       *board,
                                 QdDecision     decision);
void       ui_settle            (void);
void       ui_wait_for_layout   (GtkWidget     *widget);
void       ui_assert_finalized  (gpointer       object);
GtkWidget *ui_find              (GtkWidget     *widget,
                                 GType          type);
GtkWidget *ui_find_button       (GtkWidget     *widget,
                                 const char    *label);

G_END_DECLS
