/* What the texts of test dumps are made of: rows of a file, and values by name. */

#include "config.h"

#include "state-text.h"

void
query_begin (Query      *self,
             const char *path,
             const char *sql)
{
  g_assert_cmpint (sqlite3_open (path, &self->db), ==, SQLITE_OK);
  sqlite3_busy_timeout (self->db, 5000);
  sqlite3_prepare_v2 (self->db, sql, -1, &self->statement, NULL);
  g_assert_cmpstr (sqlite3_errmsg (self->db), ==, "not an error");
}

gboolean
query_next (Query *self)
{
  int code = sqlite3_step (self->statement);

  g_assert_true (code == SQLITE_ROW || code == SQLITE_DONE);

  return code == SQLITE_ROW;
}

void
query_end (Query *self)
{
  sqlite3_finalize (self->statement);
  sqlite3_close (self->db);
}

void
append_text (GString    *text,
             const char *name,
             const char *value)
{
  g_autofree char *escaped = g_strescape (value, NULL);

  g_string_append_printf (text, " %s=\"%s\"", name, escaped);
}

void
append_integer (GString    *text,
                const char *name,
                gint64      value)
{
  g_string_append_printf (text, " %s=%" G_GINT64_FORMAT, name, value);
}

/* A REAL column does not tell the two zeros apart. */
void
append_real (GString    *text,
             const char *name,
             double      value)
{
  g_string_append_printf (text, " %s=%.17g", name, value == 0 ? 0 : value);
}

void
append_column (GString    *text,
               const char *name,
               Query      *query,
               int         column)
{
  switch (sqlite3_column_type (query->statement, column))
    {
    case SQLITE_NULL:
      break;
    case SQLITE_INTEGER:
      append_integer (text, name, sqlite3_column_int64 (query->statement, column));
      break;
    case SQLITE_FLOAT:
      append_real (text, name, sqlite3_column_double (query->statement, column));
      break;
    default:
      append_text (text, name, (const char *) sqlite3_column_text (query->statement, column));
      break;
    }
}
