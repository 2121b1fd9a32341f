#pragma once

#include "model/qd-types.h"

G_BEGIN_DECLS

/**
 * QdValueType:
 * @QD_VALUE_NULL: no value
 * @QD_VALUE_INTEGER: a signed 64-bit number
 * @QD_VALUE_TEXT: valid UTF-8 without NUL; doubles travel as text, too
 */
typedef enum
{
  QD_VALUE_NULL,
  QD_VALUE_INTEGER,
  QD_VALUE_TEXT,
} QdValueType;

/**
 * QdValue:
 *
 * The value of a cell exactly as the log holds it. Owns its text.
 */
typedef struct
{
  QdValueType type;
  gint64 integer;
  char *text;
} QdValue;

#define QD_VALUE_INIT { QD_VALUE_NULL, 0, NULL }

/**
 * QdChange:
 * @entity: what was changed
 * @field: which field of it
 * @base: the value before, as the author saw it
 * @value: the value from now on
 *
 * One field change of a transaction.
 */
typedef struct
{
  QdId entity;
  int field;
  QdValue base;
  QdValue value;
} QdChange;

void      qd_value_clear       (QdValue       *self);
void      qd_value_set_integer (QdValue       *self,
                                gint64         integer);
void      qd_value_set_text    (QdValue       *self,
                                const char    *text);
void      qd_value_take_text   (QdValue       *self,
                                char          *text);
void      qd_value_set_real    (QdValue       *self,
                                double         real);
void      qd_value_set_place   (QdValue       *self,
                                QdId           parent,
                                const char    *rank);
void      qd_value_copy        (QdValue       *self,
                                const QdValue *other);
gboolean  qd_value_equal       (const QdValue *a,
                                const QdValue *b);
gboolean  qd_value_get_place   (const QdValue *self,
                                QdId          *parent,
                                const char   **rank);
gint64    qd_value_get_integer (const QdValue *self);

GArray   *qd_changes_new       (void);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QdValue, qd_value_clear)

G_END_DECLS
