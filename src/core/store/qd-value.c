/* Values and changes of the log, as plain data. */

#include "config.h"

#include <math.h>
#include <string.h>

#include "qd-value.h"

static void
change_clear (gpointer data)
{
  QdChange *change = data;

  qd_value_clear (&change->base);
  qd_value_clear (&change->value);
}

void
qd_value_clear (QdValue *self)
{
  g_clear_pointer (&self->text, g_free);
  self->type = QD_VALUE_NULL;
  self->integer = 0;
}

void
qd_value_set_integer (QdValue *self,
                      gint64   integer)
{
  qd_value_clear (self);
  self->type = QD_VALUE_INTEGER;
  self->integer = integer;
}

/**
 * qd_value_set_text:
 * @self: a value
 * @text: (nullable): valid UTF-8; %NULL makes the value null
 */
void
qd_value_set_text (QdValue    *self,
                   const char *text)
{
  qd_value_take_text (self, g_strdup (text));
}

void
qd_value_take_text (QdValue *self,
                    char    *text)
{
  qd_value_clear (self);
  self->type = text != NULL ? QD_VALUE_TEXT : QD_VALUE_NULL;
  self->text = text;
}

/**
 * qd_value_set_real:
 * @self: a value
 * @real: a number; one that is not finite makes the value null
 *
 * Stores the shortest text of up to 17 digits that reads back as the same
 * double: SQLite's JSON functions would round to 15.
 */
void
qd_value_set_real (QdValue *self,
                   double   real)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  qd_value_clear (self);
  if (!isfinite (real))
    return;

  g_ascii_formatd (text, sizeof text, "%.15g", real);
  if (g_ascii_strtod (text, NULL) != real)
    g_ascii_dtostr (text, sizeof text, real);
  qd_value_set_text (self, text);
}

void
qd_value_set_place (QdValue    *self,
                    QdId        parent,
                    const char *rank)
{
  qd_value_take_text (self, g_strdup_printf ("%" G_GINT64_FORMAT "/%s", parent, rank));
}

void
qd_value_copy (QdValue       *self,
               const QdValue *other)
{
  char *text = g_strdup (other->text);

  qd_value_clear (self);
  self->type = other->type;
  self->integer = other->integer;
  self->text = text;
}

gboolean
qd_value_equal (const QdValue *a,
                const QdValue *b)
{
  if (a->type != b->type)
    return FALSE;

  switch (a->type)
    {
    case QD_VALUE_INTEGER:
      return a->integer == b->integer;
    case QD_VALUE_TEXT:
      return strcmp (a->text, b->text) == 0;
    case QD_VALUE_NULL:
    default:
      return TRUE;
    }
}

/**
 * qd_value_get_place:
 * @self: a value of type %QD_FIELD_TYPE_PLACE
 * @parent: (out): where it stands
 * @rank: (out) (transfer none): its rank there
 *
 * Returns: whether the value is a place
 */
gboolean
qd_value_get_place (const QdValue  *self,
                    QdId           *parent,
                    const char    **rank)
{
  char *end = NULL;

  *parent = QD_ID_NONE;
  *rank = "";
  if (self->type != QD_VALUE_TEXT)
    return FALSE;

  *parent = g_ascii_strtoll (self->text, &end, 10);
  if (end == self->text || *end != '/' || *parent < 0)
    {
      *parent = QD_ID_NONE;
      return FALSE;
    }
  *rank = end + 1;

  return TRUE;
}

/**
 * qd_value_get_integer:
 *
 * Returns: the number; 0 where the value is none
 */
gint64
qd_value_get_integer (const QdValue *self)
{
  return self->type == QD_VALUE_INTEGER ? self->integer : 0;
}

/**
 * qd_changes_new:
 *
 * Returns: (transfer full) (element-type QdChange): an empty array that clears
 *   its elements
 */
GArray *
qd_changes_new (void)
{
  GArray *changes = g_array_new (FALSE, TRUE, sizeof (QdChange));

  g_array_set_clear_func (changes, change_clear);

  return changes;
}
