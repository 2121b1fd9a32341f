#pragma once

#include "method/qd-coach.h"
#include "qd-cli-timeline.h"

G_BEGIN_DECLS

/**
 * QdShown:
 * @key_result: a key result
 * @today: the day
 * @facts: its figures
 * @standing: what the rules say about them
 * @advices: (element-type QdAdvice): what the coach says of it alone
 * @past: what became of it
 *
 * All that "show" tells, for people and for programs.
 */
typedef struct
{
  QdKeyResult *key_result;
  QdDay today;
  QdFacts facts;
  QdStanding standing;
  GPtrArray *advices;
  QdCardPast *past;
} QdShown;

char *qd_cli_show_dup_json (const QdShown *self);

G_END_DECLS
