#pragma once

#include <gio/gio.h>

#include "store/qd-store.h"

#include "qd-card-counts.h"

G_BEGIN_DECLS

/**
 * QdFilterFamily:
 * @objective: (unowned): the objective that stands for it
 * @n_aligned: how many other objectives of the boards are aligned to it
 * @n_cards: how many cards of the boards belong to any of these, or to one of its
 *   name
 *
 * Objectives of several boards that count as one.
 */
typedef struct
{
  QdObjective *objective;
  guint n_aligned;
  guint n_cards;
} QdFilterFamily;

GPtrArray *qd_filter_families_list (QdStore      *store,
                                    GListModel   *boards,
                                    QdCardCounts *counts);

G_END_DECLS
