#pragma once

#include "qd-chosen-cards.h"

G_BEGIN_DECLS

/**
 * QdColumnSlot:
 * @role: of the columns that belong to it
 * @title: what the first of them is called, as one line
 *
 * A column of a table of boards. Columns of one role are one, whatever they are
 * called; those without a role go by their title.
 */
typedef struct
{
  QdColumnRole role;
  char *title;
} QdColumnSlot;

GPtrArray *qd_column_slots_of       (GPtrArray           *boards);
guint      qd_column_slot_count     (const QdColumnSlot  *self,
                                     QdBoard             *board,
                                     const QdChosenCards *chosen);
guint      qd_column_slot_count_of  (const QdColumnSlot  *self,
                                     QdBoard             *board,
                                     QdObjective         *objective,
                                     const QdChosenCards *chosen);
char      *qd_column_slot_dup_count (const QdColumnSlot  *self,
                                     QdBoard             *board,
                                     const QdChosenCards *chosen);

G_END_DECLS
