#pragma once

#include <gtk/gtk.h>

#include "model/qd-types.h"

G_BEGIN_DECLS

/**
 * QdPastCurve:
 * @card: a card that moved
 * @from: where the curve begins, in the trace
 * @to: where its arrow points
 * @colour: of the card's objective, or of text where it has none
 *
 * The way of a card from one column to another.
 */
typedef struct
{
  QdId card;
  graphene_point_t from;
  graphene_point_t to;
  GdkRGBA colour;
} QdPastCurve;

#define QD_TYPE_PAST_TRACE (qd_past_trace_get_type ())
G_DECLARE_FINAL_TYPE (QdPastTrace, qd_past_trace, QD, PAST_TRACE, GtkWidget)

void    qd_past_trace_set_items   (QdPastTrace *self,
                                   GtkWidget   *view,
                                   GPtrArray   *items);
GArray *qd_past_trace_dup_curves  (QdPastTrace *self);

G_END_DECLS
