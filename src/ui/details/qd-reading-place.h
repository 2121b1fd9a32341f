#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * QdReadingPlace:
 * @row: (nullable): the first row that can be read as a whole; %NULL where the
 *   list begins in sight
 * @y: where it began in the list
 *
 * What a person is reading in a list that is scrolled.
 */
typedef struct
{
  GtkListBoxRow *row;
  int y;
} QdReadingPlace;

void qd_reading_place_remember (QdReadingPlace *self,
                                GtkListBox     *list);
void qd_reading_place_restore  (QdReadingPlace *self,
                                GtkListBox     *list);

G_END_DECLS
