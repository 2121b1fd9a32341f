/* Writes JSON (RFC 8259), two spaces for each level.
 *
 * What is missing is null: no text, no id, no day, and a number that is NAN or
 * infinite. Ids are texts, since many readers keep numbers as doubles, which do
 * not hold 63 bits. Control characters of any kind are escaped, so that the text
 * can go to a terminal.
 */

#include "config.h"

#include <math.h>
#include <string.h>

#include "qd-json.h"

/* Enough digits for any double, and those that are tried before. */
#define DIGITS_MAX 17
#define DIGITS_MIN 15

struct _QdJson
{
  GString *text;
  guint depth;
  gboolean behind_value;
};

static void
append_escaped (GString  *text,
                gunichar  c)
{
  switch (c)
    {
    case '"':
      g_string_append (text, "\\\"");
      break;

    case '\\':
      g_string_append (text, "\\\\");
      break;

    case '\n':
      g_string_append (text, "\\n");
      break;

    case '\t':
      g_string_append (text, "\\t");
      break;

    default:
      /* All of these are in the first plane. */
      if (g_unichar_iscntrl (c) || c == 0x2028 || c == 0x2029)
        g_string_append_printf (text, "\\u%04x", c);
      else
        g_string_append_unichar (text, c);
      break;
    }
}

static void
append_quoted (GString    *text,
               const char *value)
{
  g_autofree char *valid = g_utf8_make_valid (value, -1);

  g_string_append_c (text, '"');
  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    append_escaped (text, g_utf8_get_char (at));
  g_string_append_c (text, '"');
}

static void
start_line (QdJson *self)
{
  if (self->depth == 0)
    return;

  g_string_append_c (self->text, '\n');
  for (guint i = 0; i < self->depth; i++)
    g_string_append (self->text, "  ");
}

/* Begins a value: behind the key in an object, without one elsewhere. */
static void
start_value (QdJson     *self,
             const char *key)
{
  if (self->behind_value)
    g_string_append_c (self->text, ',');
  start_line (self);
  if (key != NULL)
    {
      append_quoted (self->text, key);
      g_string_append (self->text, ": ");
    }
  self->behind_value = TRUE;
}

static void
begin (QdJson     *self,
       const char *key,
       char        bracket)
{
  start_value (self, key);
  g_string_append_c (self->text, bracket);
  self->depth++;
  self->behind_value = FALSE;
}

static void
end (QdJson *self,
     char    bracket)
{
  const gboolean is_empty = !self->behind_value;

  g_return_if_fail (self->depth > 0);

  self->depth--;
  if (!is_empty)
    {
      /* The outermost one, too, ends on a line of its own. */
      if (self->depth == 0)
        g_string_append_c (self->text, '\n');
      start_line (self);
    }
  g_string_append_c (self->text, bracket);
  self->behind_value = TRUE;
}

/**
 * qd_json_new:
 *
 * Returns: (transfer full): a writer that has written nothing
 */
QdJson *
qd_json_new (void)
{
  QdJson *self = g_new0 (QdJson, 1);

  self->text = g_string_new (NULL);

  return self;
}

void
qd_json_free (QdJson *self)
{
  g_string_free (self->text, TRUE);
  g_free (self);
}

/**
 * qd_json_dup_text:
 * @self: a writer
 *
 * Returns: (transfer full): what was written, with a line feed behind it
 */
char *
qd_json_dup_text (QdJson *self)
{
  g_return_val_if_fail (self->depth == 0, NULL);

  return g_strconcat (self->text->str, "\n", NULL);
}

/**
 * qd_json_begin_object:
 * @self: a writer
 * @key: (nullable): its key where it is in an object; as in all that follow
 *
 * What is written up to qd_json_end_object() is in the object, each with a key.
 */
void
qd_json_begin_object (QdJson     *self,
                      const char *key)
{
  begin (self, key, '{');
}

void
qd_json_end_object (QdJson *self)
{
  end (self, '}');
}

/**
 * qd_json_begin_array:
 * @self: a writer
 * @key: (nullable): its key
 *
 * What is written up to qd_json_end_array() is in the array, without keys.
 */
void
qd_json_begin_array (QdJson     *self,
                     const char *key)
{
  begin (self, key, '[');
}

void
qd_json_end_array (QdJson *self)
{
  end (self, ']');
}

/**
 * qd_json_add_text:
 * @self: a writer
 * @key: (nullable): its key
 * @text: (nullable): any text; bytes that are not UTF-8 are replaced
 */
void
qd_json_add_text (QdJson     *self,
                  const char *key,
                  const char *text)
{
  start_value (self, key);
  if (text != NULL)
    append_quoted (self->text, text);
  else
    g_string_append (self->text, "null");
}

/**
 * qd_json_dup_number:
 * @number: a finite number
 *
 * Returns: (transfer full): the number with as many digits as bring back the same one,
 *   and a dot whatever the locale says
 */
char *
qd_json_dup_number (double number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  for (int digits = DIGITS_MIN; digits <= DIGITS_MAX; digits++)
    {
      char format[8];

      g_snprintf (format, sizeof format, "%%.%dg", digits);
      g_ascii_formatd (text, sizeof text, format, number);
      if (g_ascii_strtod (text, NULL) == number)
        break;
    }

  return g_strdup (text);
}

/**
 * qd_json_add_number:
 * @self: a writer
 * @key: (nullable): its key
 * @number: a number, or NAN
 *
 * Writes a number as qd_json_dup_number() does.
 */
void
qd_json_add_number (QdJson     *self,
                    const char *key,
                    double      number)
{
  g_autofree char *text = NULL;

  start_value (self, key);
  if (isfinite (number))
    text = qd_json_dup_number (number);
  g_string_append (self->text, text != NULL ? text : "null");
}

void
qd_json_add_integer (QdJson     *self,
                     const char *key,
                     gint64      integer)
{
  start_value (self, key);
  g_string_append_printf (self->text, "%" G_GINT64_FORMAT, integer);
}

void
qd_json_add_boolean (QdJson     *self,
                     const char *key,
                     gboolean    boolean)
{
  start_value (self, key);
  g_string_append (self->text, boolean ? "true" : "false");
}

/**
 * qd_json_add_id:
 * @self: a writer
 * @key: (nullable): its key
 * @id: an id, or %QD_ID_NONE
 */
void
qd_json_add_id (QdJson     *self,
                const char *key,
                QdId        id)
{
  g_autofree char *text = NULL;

  if (id != QD_ID_NONE)
    text = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  qd_json_add_text (self, key, text);
}

/**
 * qd_json_add_day:
 * @self: a writer
 * @key: (nullable): its key
 * @day: a day, or %QD_DAY_NONE
 *
 * Writes a day as "2026-11-22".
 */
void
qd_json_add_day (QdJson     *self,
                 const char *key,
                 QdDay       day)
{
  g_autofree char *text = qd_day_to_iso (day);

  qd_json_add_text (self, key, text);
}
