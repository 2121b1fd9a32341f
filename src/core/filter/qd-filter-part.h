#pragma once

#include "store/qd-store.h"

G_BEGIN_DECLS

/**
 * QdFilterKind:
 * @QD_FILTER_OBJECTIVE: the value is the id of an objective, or %QD_ID_NONE
 * @QD_FILTER_FAMILY: the value is the id of an objective; those that are aligned
 *   to it, or have its name, count as one with it
 * @QD_FILTER_COLOUR: the value is an index into the palette
 * @QD_FILTER_OWNER: the value is the id of a person, or %QD_ID_NONE
 * @QD_FILTER_MINE: the owner is whoever looks, as qd_workspace_get_me() says; no value
 * @QD_FILTER_HEALTH: the value is a #QdHealth
 * @QD_FILTER_ROLE: the value is a #QdColumnRole
 * @QD_FILTER_METRIC: the value is a #QdMetricKind
 * @QD_FILTER_DUE: a check-in is due; no value
 * @QD_FILTER_BLOCKED: something is in the way; no value
 * @QD_FILTER_TEXT: words occur; they are kept elsewhere
 *
 * What cards are filtered by.
 */
typedef enum
{
  QD_FILTER_OBJECTIVE,
  QD_FILTER_FAMILY,
  QD_FILTER_COLOUR,
  QD_FILTER_OWNER,
  QD_FILTER_MINE,
  QD_FILTER_HEALTH,
  QD_FILTER_ROLE,
  QD_FILTER_METRIC,
  QD_FILTER_DUE,
  QD_FILTER_BLOCKED,
  QD_FILTER_TEXT,
} QdFilterKind;

/**
 * QdFilterPart:
 * @kind: what is looked at
 * @value: what it should be; 0 where the kind has no value
 *
 * One thing that is asked of cards.
 */
typedef struct
{
  QdFilterKind kind;
  gint64 value;
} QdFilterPart;

/* Of what is one's own, whoever one is. */
#define QD_FILTER_MINE_TOKEN "mine"

gboolean      qd_filter_part_parse        (const char         *token,
                                           QdFilterPart       *part);
const char   *qd_filter_part_parse_text   (const char         *token);
char         *qd_filter_part_format       (const QdFilterPart *part,
                                           const char         *text);
gboolean      qd_filter_part_equal        (const QdFilterPart *a,
                                           const QdFilterPart *b);
QdFilterKind  qd_filter_part_get_question (const QdFilterPart *part);

const char   *qd_filter_part_get_name     (const QdFilterPart *part);
char         *qd_filter_part_dup_value    (const QdFilterPart *part,
                                           QdStore            *store);
char         *qd_filter_part_dup_label    (const QdFilterPart *part,
                                           QdStore            *store);

G_END_DECLS
