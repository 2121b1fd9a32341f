/* One entry of the log: its payload, the exact bytes that are kept and
 * exchanged, and the hash that ties it to the entry before.
 *
 *   {"s":stamp,"t":wall_ms,"u":author,"k":kind,"r":ref,"c":[[ent,field,base,value],…]}
 *
 * Written here, read by SQLite's JSON functions. Doubles are texts, because
 * SQLite writes them with 15 digits only.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "qd-entry.h"

static const char * const kind_names[] = {
  [QD_TRANSACTION_EDIT] = "edit",
  [QD_TRANSACTION_UNDO] = "undo",
  [QD_TRANSACTION_REDO] = "redo",
  [QD_TRANSACTION_IMPORT] = "import",
  [QD_TRANSACTION_REKEY] = "re-key",
};

static void
append_string (GString    *json,
               const char *text)
{
  g_string_append_c (json, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      const guchar byte = (guchar) *p;

      if (byte == '"' || byte == '\\')
        {
          g_string_append_c (json, '\\');
          g_string_append_c (json, *p);
        }
      else if (byte < 0x20)
        g_string_append_printf (json, "\\u%04x", byte);
      else
        g_string_append_c (json, *p);
    }
  g_string_append_c (json, '"');
}

static void
append_value (GString       *json,
              const QdValue *value)
{
  switch (value->type)
    {
    case QD_VALUE_INTEGER:
      g_string_append_printf (json, "%" G_GINT64_FORMAT, value->integer);
      break;
    case QD_VALUE_TEXT:
      append_string (json, value->text);
      break;
    case QD_VALUE_NULL:
    default:
      g_string_append (json, "null");
      break;
    }
}

static gboolean
fail_unreadable (GError **error)
{
  g_set_error_literal (error, QD_ERROR, QD_ERROR_INVALID,
                       _("An entry of the log cannot be read. It was left out."));

  return FALSE;
}

/* A kind that only a newer program knows is an edit to us. */
static QdTransactionKind
parse_kind (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (kind_names); i++)
    if (g_strcmp0 (name, kind_names[i]) == 0)
      return (QdTransactionKind) i;

  return QD_TRANSACTION_EDIT;
}

static gboolean
read_head (QdEntry     *self,
           QdDb        *db,
           const char  *payload,
           GError     **error)
{
  sqlite3_stmt *row;
  gboolean readable = FALSE;

  row = qd_db_query (db, error,
                     "SELECT json_type(?1,'$.s')='integer' AND json_type(?1,'$.t')='integer'"
                     "   AND json_type(?1,'$.c')='array'"
                     "   AND coalesce(json_type(?1,'$.u'),'null') IN ('text','null')"
                     "   AND coalesce(json_type(?1,'$.r'),'null') IN ('integer','null'),"
                     "  json_extract(?1,'$.s'), json_extract(?1,'$.t'),"
                     "  json_extract(?1,'$.u'), json_extract(?1,'$.k'),"
                     "  json_extract(?1,'$.r')", "s", payload);
  if (row == NULL || !qd_db_next (db, row, error))
    return FALSE;

  if (sqlite3_column_int (row, 0) == 1)
    {
      self->kind = parse_kind (qd_db_text (row, 4));
      self->stamp = sqlite3_column_int64 (row, 1);
      self->at = sqlite3_column_int64 (row, 2);
      self->author = g_strdup (qd_db_text (row, 3));
      self->ref = sqlite3_column_int64 (row, 5);
      readable = self->stamp > 0 && self->at >= 0 && self->ref >= 0;
    }
  sqlite3_reset (row);

  return readable || fail_unreadable (error);
}

/* Reads one leaf of a change; position 0 … 3 is entity, field, base, value. */
static gboolean
read_leaf (QdChange     *change,
           int           position,
           sqlite3_stmt *row)
{
  const gboolean integer = strcmp (qd_db_text (row, 0), "integer") == 0;
  const gint64 number = sqlite3_column_int64 (row, 1);

  switch (position)
    {
    case 0:
      change->entity = number;
      return integer && number > 0;
    case 1:
      change->field = (int) number;
      return integer && number > 0 && number <= G_MAXINT;
    case 2:
      qd_db_value (row, 1, &change->base);
      return TRUE;
    case 3:
      qd_db_value (row, 1, &change->value);
      return TRUE;
    default:
      return FALSE;
    }
}

/* Walks the tree of the JSON text once: an array in the outermost one opens a
 * change, its first four leaves fill it; more of them are for newer programs.
 */
static gboolean
read_changes (QdEntry     *self,
              QdDb        *db,
              const char  *payload,
              GError     **error)
{
  GError *failed = NULL;
  gboolean readable = TRUE;
  gint64 root = 0, opened = 0;
  int position = 4;
  sqlite3_stmt *row;

  row = qd_db_query (db, error, "SELECT type, atom, id, parent FROM json_tree(?1,'$.c')", "s",
                     payload);
  if (row == NULL)
    return FALSE;

  /* The first row is the array of all changes itself. */
  readable = qd_db_next (db, row, &failed);
  root = sqlite3_column_int64 (row, 2);
  while (readable && qd_db_next (db, row, &failed))
    {
      const char *type = qd_db_text (row, 0);
      const gint64 parent = sqlite3_column_int64 (row, 3);

      if (parent == root)
        {
          readable = position == 4 && strcmp (type, "array") == 0;
          g_array_set_size (self->changes, self->changes->len + 1);
          opened = sqlite3_column_int64 (row, 2);
          position = 0;
        }
      else if (parent == opened && position < 4)
        {
          readable = strcmp (type, "array") != 0 && strcmp (type, "object") != 0 &&
                     read_leaf (&g_array_index (self->changes, QdChange,
                                                self->changes->len - 1), position, row);
          position++;
        }
    }
  sqlite3_reset (row);
  if (failed != NULL)
    {
      g_propagate_error (error, failed);
      return FALSE;
    }

  return (readable && position == 4) || fail_unreadable (error);
}

/* Whether an escape stands for NUL: it would end a text early, so that two
 * programs could disagree. A person may well type a backslash and "u0000".
 */
static gboolean
has_nul (const char *payload)
{
  for (const char *p = strchr (payload, '\\'); p != NULL && p[1] != '\0'; p = strchr (p + 2, '\\'))
    if (g_str_has_prefix (p, "\\u0000"))
      return TRUE;

  return FALSE;
}

QdEntry *
qd_entry_new (void)
{
  QdEntry *self = g_new0 (QdEntry, 1);

  self->changes = qd_changes_new ();

  return self;
}

void
qd_entry_free (QdEntry *self)
{
  g_free (self->author);
  g_array_unref (self->changes);
  g_free (self);
}

/**
 * qd_entry_write:
 *
 * Returns: (transfer full): the payload, one line of JSON
 */
char *
qd_entry_write (const QdEntry *self)
{
  GString *json = g_string_sized_new (160 + 64 * self->changes->len);

  g_string_append_printf (json, "{\"s\":%" G_GINT64_FORMAT ",\"t\":%" G_GINT64_FORMAT,
                          self->stamp, self->at);
  if (self->author != NULL)
    {
      g_string_append (json, ",\"u\":");
      append_string (json, self->author);
    }
  g_string_append_printf (json, ",\"k\":\"%s\"", kind_names[self->kind]);
  if (self->ref != 0)
    g_string_append_printf (json, ",\"r\":%" G_GINT64_FORMAT, self->ref);

  g_string_append (json, ",\"c\":[");
  for (guint i = 0; i < self->changes->len; i++)
    {
      const QdChange *change = &g_array_index (self->changes, QdChange, i);

      g_string_append_printf (json, "%s[%" G_GINT64_FORMAT ",%d,", i > 0 ? "," : "",
                              change->entity, change->field);
      append_value (json, &change->base);
      g_string_append_c (json, ',');
      append_value (json, &change->value);
      g_string_append_c (json, ']');
    }
  g_string_append (json, "]}");

  return g_string_free (json, FALSE);
}

/**
 * qd_entry_read:
 * @db: a connection, whose JSON functions read
 * @payload: (nullable): the bytes of an entry, from anywhere
 * @error: return location; %QD_ERROR_INVALID where they are no entry
 *
 * Returns: (transfer full) (nullable): the entry
 */
QdEntry *
qd_entry_read (QdDb        *db,
               const char  *payload,
               GError     **error)
{
  g_autoptr (QdEntry) self = qd_entry_new ();
  gint64 valid = 0;

  if (payload == NULL || !g_utf8_validate (payload, -1, NULL) || has_nul (payload))
    {
      fail_unreadable (error);
      return NULL;
    }
  if (!qd_db_get_integer (db, error, &valid, "SELECT json_valid(?1)", "s", payload))
    return NULL;
  if (valid != 1)
    {
      fail_unreadable (error);
      return NULL;
    }

  if (!read_head (self, db, payload, error) || !read_changes (self, db, payload, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * qd_hash_chain:
 * @result: (out): the first 16 bytes of SHA-256 (previous ‖ payload)
 * @previous: hash of the entry before; of length 0 for the first
 * @payload: the entry
 */
void
qd_hash_chain (QdHash       *result,
               const QdHash *previous,
               const char   *payload)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize length = sizeof digest;

  g_checksum_update (checksum, previous->bytes, (gssize) previous->length);
  g_checksum_update (checksum, (const guchar *) payload, -1);
  g_checksum_get_digest (checksum, digest, &length);
  qd_hash_set (result, digest, QD_HASH_SIZE);
}

/**
 * qd_hash_set:
 * @self: a hash
 * @bytes: (nullable) (array length=length): its bytes
 * @length: how many; anything but %QD_HASH_SIZE makes it empty
 */
void
qd_hash_set (QdHash     *self,
             const void *bytes,
             gsize       length)
{
  memset (self, 0, sizeof *self);
  if (length != QD_HASH_SIZE)
    return;

  memcpy (self->bytes, bytes, QD_HASH_SIZE);
  self->length = QD_HASH_SIZE;
}

gboolean
qd_hash_equal (const QdHash *a,
               const QdHash *b)
{
  return a->length == b->length && memcmp (a->bytes, b->bytes, a->length) == 0;
}
