#pragma once

#include <gtk/gtk.h>

#include "model/qd-types.h"

G_BEGIN_DECLS

/**
 * QdThingRowFuncs:
 * @create: makes a row, which @update then fills
 * @get_id: what a row stands for
 * @update: lets a row show a thing as it is now
 * @finish: hands on what was typed into a row
 *
 * How the rows of a box stand for things.
 */
typedef struct
{
  GtkWidget *(*create) (gpointer       user_data);
  QdId       (*get_id) (GtkWidget     *row);
  void       (*update) (GtkWidget     *row,
                        gconstpointer  thing);
  void       (*finish) (GtkWidget     *row);
} QdThingRowFuncs;

void       qd_thing_rows_sync  (GtkWidget             *box,
                                GPtrArray             *things,
                                const QdThingRowFuncs *funcs,
                                gpointer               user_data);
GtkWidget *qd_thing_rows_find  (GtkWidget             *box,
                                const QdThingRowFuncs *funcs,
                                QdId                   id);
void       qd_thing_rows_clear (GtkWidget             *box,
                                const QdThingRowFuncs *funcs);

G_END_DECLS
