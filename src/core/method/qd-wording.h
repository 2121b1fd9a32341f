#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * QdWording:
 * @QD_WORDING_GOOD: says from what to what
 * @QD_WORDING_THIN: one number only
 * @QD_WORDING_TASK: no number: a task in disguise
 *
 * How well the title of a key result says what can be measured.
 */
typedef enum
{
  QD_WORDING_GOOD,
  QD_WORDING_THIN,
  QD_WORDING_TASK,
} QdWording;

QdWording  qd_wording_judge              (const char  *title);
gboolean   qd_wording_begins_with_output (const char  *title,
                                          char       **rest);
gboolean   qd_wording_has_digits         (const char  *title);
char      *qd_wording_advise             (const char  *title);
char      *qd_wording_advise_numbers     (const char  *title);

G_END_DECLS
