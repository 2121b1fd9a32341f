/* Entries of the log: what is written is read back, bit for bit, whatever people
 * type; what is no entry is refused; the hash ties one to the next.
 */

#include "config.h"

#include <float.h>
#include <math.h>
#include <string.h>

#include "store/qd-entry.h"

typedef struct
{
  QdDb *db;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->db = qd_db_open (":memory:", QD_DB_READ_WRITE, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  qd_db_close (fixture->db);
}

static void
add_change (QdEntry       *entry,
            QdId           entity,
            int            field,
            const QdValue *base,
            const QdValue *value)
{
  QdChange change = { .entity = entity, .field = field };

  qd_value_copy (&change.base, base);
  qd_value_copy (&change.value, value);
  g_array_append_val (entry->changes, change);
}

static void
assert_equal (const QdEntry *a,
              const QdEntry *b)
{
  g_assert_cmpint (a->stamp, ==, b->stamp);
  g_assert_cmpint (a->at, ==, b->at);
  g_assert_cmpstr (a->author, ==, b->author);
  g_assert_cmpint (a->kind, ==, b->kind);
  g_assert_cmpint (a->ref, ==, b->ref);
  g_assert_cmpuint (a->changes->len, ==, b->changes->len);
  for (guint i = 0; i < a->changes->len; i++)
    {
      const QdChange *one = &g_array_index (a->changes, QdChange, i);
      const QdChange *other = &g_array_index (b->changes, QdChange, i);

      g_assert_cmpint (one->entity, ==, other->entity);
      g_assert_cmpint (one->field, ==, other->field);
      g_assert_true (qd_value_equal (&one->base, &other->base));
      g_assert_true (qd_value_equal (&one->value, &other->value));
    }
}

/* Writes, reads and writes again. */
static void
assert_round_trip (QdDb          *db,
                   const QdEntry *entry)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *payload = qd_entry_write (entry);
  g_autoptr (QdEntry) read = qd_entry_read (db, payload, &error);
  g_autofree char *again = NULL;

  g_assert_no_error (error);
  assert_equal (read, entry);
  again = qd_entry_write (read);
  g_assert_cmpstr (again, ==, payload);
  g_assert_null (strchr (payload, '\n'));
}

static QdEntry *
new_entry (gint64 stamp)
{
  QdEntry *entry = qd_entry_new ();

  entry->stamp = stamp;
  entry->at = stamp >> 16;

  return entry;
}

static void
test_head (Fixture       *fixture,
           gconstpointer  data)
{
  static const gint64 numbers[] = {
    1, 2, G_MAXINT32, (gint64) G_MAXINT32 + 1, G_GINT64_CONSTANT (9007199254740993),
    QD_STAMP_LIMIT - 1, QD_STAMP_LIMIT, G_MAXINT64 - 1, G_MAXINT64,
  };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    for (int kind = QD_TRANSACTION_EDIT; kind <= QD_TRANSACTION_REKEY; kind++)
      {
        g_autoptr (QdEntry) entry = new_entry (numbers[i]);

        entry->at = numbers[i];
        entry->kind = (QdTransactionKind) kind;
        entry->ref = kind == QD_TRANSACTION_UNDO ? numbers[i] : 0;
        entry->author = g_strdup (i % 2 == 0 ? "Mara \"M\" Klein\\\n" : NULL);
        assert_round_trip (fixture->db, entry);
      }
}

static void
test_texts (Fixture       *fixture,
            gconstpointer  data)
{
  static const char * const texts[] = {
    "", " ", "plain", "\"", "\\", "\\\"", "\\u0041", "\\u0000", "\\\\u0000", "\\\\\\u0000x", "\\", "\\\\", "</script>", "'; DROP TABLE tx; --",
    "line\nbreak\r\n\tand tab", "\x01\x02\x03\x07\x08\x0b\x0c\x0e\x1b\x1f", "\x7f",
    "\xc2\x80\xc2\x9f", "\xc3\xa9", "e\xcc\x81", "日本語", "🚀👩‍👩‍👧‍👦", "\xf4\x8f\xbf\xbf", "\xef\xbf\xbd", "\xef\xbb\xbf",
    "\xe2\x80\xa8\xe2\x80\xa9", "\xe2\x80\xae right to left", "[1,2]", "{\"s\":1}", "null", "0.1",
    "%s %n",
  };
  g_autoptr (QdEntry) all = new_entry (4711);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (QdEntry) entry = new_entry (1);
      g_auto (QdValue) none = QD_VALUE_INIT;
      g_auto (QdValue) value = QD_VALUE_INIT;

      qd_value_set_text (&value, texts[i]);
      entry->author = g_strdup (texts[i]);
      add_change (entry, 1, QD_FIELD_CARD_TITLE, &none, &value);
      add_change (entry, 2, QD_FIELD_CARD_TITLE, &value, &none);
      add_change (all, i + 1, QD_FIELD_CARD_DESCRIPTION, &value, &value);
      assert_round_trip (fixture->db, entry);
    }
  assert_round_trip (fixture->db, all);
}

static void
test_long_text (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (QdEntry) entry = new_entry (1);
  g_auto (QdValue) value = QD_VALUE_INIT;
  char *text = g_malloc (1024 * 1024 + 1);

  memset (text, '"', 1024 * 1024);
  text[1024 * 1024] = '\0';
  qd_value_take_text (&value, text);
  add_change (entry, 1, QD_FIELD_CARD_DESCRIPTION, &value, &value);
  assert_round_trip (fixture->db, entry);
}

/* Random texts of valid UTF-8, most of them strange. */
static void
test_random_texts (Fixture       *fixture,
                   gconstpointer  data)
{
  for (guint n = 0; n < 2000; n++)
    {
      g_autoptr (QdEntry) entry = new_entry (1);
      g_auto (QdValue) value = QD_VALUE_INIT;
      GString *text = g_string_new (NULL);
      const int length = g_test_rand_int_range (0, 40);

      while ((int) g_utf8_strlen (text->str, -1) < length)
        {
          gunichar letter = (gunichar) g_test_rand_int_range (1, g_test_rand_bit () ? 0x100
                                                                                    : 0x110000);

          if (g_unichar_validate (letter))
            g_string_append_unichar (text, letter);
        }
      qd_value_take_text (&value, g_string_free (text, FALSE));
      add_change (entry, 1, QD_FIELD_CARD_TITLE, &value, &value);
      assert_round_trip (fixture->db, entry);
    }
}

static void
test_integers (Fixture       *fixture,
               gconstpointer  data)
{
  static const gint64 numbers[] = {
    0, 1, -1, G_MAXINT32, G_MININT32, G_GINT64_CONSTANT (9007199254740993), G_MAXINT64,
    G_MININT64 + 1, G_MININT64,
  };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autoptr (QdEntry) entry = new_entry (1);
      g_auto (QdValue) value = QD_VALUE_INIT;

      qd_value_set_integer (&value, numbers[i]);
      add_change (entry, G_MAXINT64, 1104, &value, &value);
      add_change (entry, 1, G_MAXINT, &value, &value);
      assert_round_trip (fixture->db, entry);
    }
}

static double
round_trip_real (QdDb   *db,
                 double  real)
{
  g_autoptr (QdEntry) entry = new_entry (1);
  g_autoptr (QdEntry) read = NULL;
  g_auto (QdValue) value = QD_VALUE_INIT;
  g_autofree char *payload = NULL;
  const QdChange *change;

  qd_value_set_real (&value, real);
  g_assert_cmpint (value.type, ==, QD_VALUE_TEXT);
  g_assert_cmpuint (strlen (value.text), <=, 24);
  add_change (entry, 1, QD_FIELD_CARD_TARGET, &value, &value);
  payload = qd_entry_write (entry);
  read = qd_entry_read (db, payload, NULL);
  g_assert_nonnull (read);
  change = &g_array_index (read->changes, QdChange, 0);

  return g_ascii_strtod (change->value.text, NULL);
}

/* Bit for bit, the sign of zero included. */
static void
assert_same_real (QdDb   *db,
                  double  real)
{
  const double read = round_trip_real (db, real);

  g_assert_cmpmem (&read, sizeof read, &real, sizeof real);
}

static void
test_reals (Fixture       *fixture,
            gconstpointer  data)
{
  static const double reals[] = {
    0.0, -0.0, 1, -1, 0.1, 0.2, 0.1 + 0.2, 1.0 / 3, 2.0 / 3, 100.0 / 7, 1e15, 1e16, 1e17,
    123456789012345678.0, 1e308, -1e308, DBL_MAX, -DBL_MAX, DBL_MIN, DBL_TRUE_MIN,
    -DBL_TRUE_MIN, DBL_MIN / 3, DBL_EPSILON, 1 + DBL_EPSILON, 1 - DBL_EPSILON / 2,
    9007199254740993.0, 0.30000000000000004, 5e-324, 4.35, 1e-7, 3.14159265358979323846,
  };
  g_auto (QdValue) value = QD_VALUE_INIT;

  for (guint i = 0; i < G_N_ELEMENTS (reals); i++)
    assert_same_real (fixture->db, reals[i]);

  /* What people type comes back as they typed it. */
  qd_value_set_real (&value, 4.35);
  g_assert_cmpstr (value.text, ==, "4.35");
  qd_value_set_real (&value, 1e3);
  g_assert_cmpstr (value.text, ==, "1000");

  qd_value_set_real (&value, NAN);
  g_assert_cmpint (value.type, ==, QD_VALUE_NULL);
  qd_value_set_real (&value, INFINITY);
  g_assert_cmpint (value.type, ==, QD_VALUE_NULL);
}

static void
test_random_reals (Fixture       *fixture,
                   gconstpointer  data)
{
  for (guint n = 0; n < 20000; n++)
    {
      const guint32 halves[2] = { (guint32) g_test_rand_int (), (guint32) g_test_rand_int () };
      double real;

      memcpy (&real, halves, sizeof real);
      if (isfinite (real))
        assert_same_real (fixture->db, real);
    }
}

/* Another language writes numbers with a comma. */
static void
test_locale (Fixture       *fixture,
             gconstpointer  data)
{
  static const char * const payload =
    "{\"s\":1,\"t\":0,\"k\":\"edit\",\"c\":[[1,611,null,\"0.5\"]]}";
  g_autoptr (QdEntry) entry = new_entry (1);
  g_auto (QdValue) none = QD_VALUE_INIT;
  g_auto (QdValue) value = QD_VALUE_INIT;
  g_autofree char *written = NULL;

  qd_value_set_real (&value, 0.5);
  add_change (entry, 1, QD_FIELD_CARD_TARGET, &none, &value);
  written = qd_entry_write (entry);
  g_assert_cmpstr (written, ==, payload);
}

static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  static const char * const payloads[] = {
    "", " ", "null", "1", "\"s\"", "[]", "{}", "{", "}", "xyz",
    "{\"s\":1,\"t\":1}",
    "{\"s\":1,\"c\":[]}",
    "{\"t\":1,\"c\":[]}",
    "{\"s\":\"1\",\"t\":1,\"c\":[]}",
    "{\"s\":1.5,\"t\":1,\"c\":[]}",
    "{\"s\":true,\"t\":1,\"c\":[]}",
    "{\"s\":null,\"t\":1,\"c\":[]}",
    "{\"s\":0,\"t\":1,\"c\":[]}",
    "{\"s\":-1,\"t\":1,\"c\":[]}",
    "{\"s\":1,\"t\":-1,\"c\":[]}",
    "{\"s\":1,\"t\":\"1\",\"c\":[]}",
    "{\"s\":1,\"t\":1,\"c\":{}}",
    "{\"s\":1,\"t\":1,\"c\":null}",
    "{\"s\":1,\"t\":1,\"c\":\"[]\"}",
    "{\"s\":1,\"t\":1,\"u\":1,\"c\":[]}",
    "{\"s\":1,\"t\":1,\"u\":[],\"c\":[]}",
    "{\"s\":1,\"t\":1,\"r\":\"1\",\"c\":[]}",
    "{\"s\":1,\"t\":1,\"r\":-1,\"c\":[]}",
    "{\"s\":1,\"t\":1,\"c\":[1]}",
    "{\"s\":1,\"t\":1,\"c\":[null]}",
    "{\"s\":1,\"t\":1,\"c\":[\"[1,604,null,1]\"]}",
    "{\"s\":1,\"t\":1,\"c\":[{}]}",
    "{\"s\":1,\"t\":1,\"c\":[[]]}",
    "{\"s\":1,\"t\":1,\"c\":[[1]]}",
    "{\"s\":1,\"t\":1,\"c\":[[1,604,null]]}",
    "{\"s\":1,\"t\":1,\"c\":[[1,604],[null,\"a\"]]}",
    "{\"s\":1,\"t\":1,\"c\":[[0,604,null,\"a\"]]}",
    "{\"s\":1,\"t\":1,\"c\":[[-1,604,null,\"a\"]]}",
    "{\"s\":1,\"t\":1,\"c\":[[\"1\",604,null,\"a\"]]}",
    "{\"s\":1,\"t\":1,\"c\":[[true,604,null,\"a\"]]}",
    "{\"s\":1,\"t\":1,\"c\":[[1,0,null,\"a\"]]}",
    "{\"s\":1,\"t\":1,\"c\":[[1,-604,null,\"a\"]]}",
    "{\"s\":1,\"t\":1,\"c\":[[1,6.5,null,\"a\"]]}",
    "{\"s\":1,\"t\":1,\"c\":[[1,4294967900,null,\"a\"]]}",
    "{\"s\":1,\"t\":1,\"c\":[[1,604,null,[1]]]}",
    "{\"s\":1,\"t\":1,\"c\":[[1,604,{},1]]}",
    "{\"s\":1,\"t\":1,\"c\":[[[1,604,null,1]]]}",
    "{\"s\":1,\"t\":1,\"c\":[[1,604,null,\"\\u0000\"]]}",
    "{\"s\":1,\"t\":1,\"c\":[[1,604,null,\"a\\u0000b\"]]}",
    "{\"s\":1,\"t\":1,\"u\":\"\\u0000\",\"c\":[]}",
    "{\"s\":1,\"t\":1,\"c\":[[1,604,null,\"\xff\"]]}",
    "{\"s\":1,\"t\":1,\"c\":[[1,604,null,\"\xc3\"]]}",
    "{\"s\":1,\"t\":1,\"c\":[[1,604,null,\"\xed\xa0\x80\"]]}",
    "{\"s\":1,\"t\":1,\"c\":[[1,604,null,\"a\nb\"",
    "{\"s\":1,\"t\":1,\"c\":[]} trailing",
  };

  for (guint i = 0; i < G_N_ELEMENTS (payloads); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (QdEntry) entry = qd_entry_read (fixture->db, payloads[i], &error);

      if (entry != NULL)
        g_error ("Taken for an entry: %s", payloads[i]);
      g_assert_error (error, QD_ERROR, QD_ERROR_INVALID);
    }
}

/* Each entry cut short anywhere is none. */
static void
test_truncated (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (QdEntry) entry = new_entry (7);
  g_auto (QdValue) base = QD_VALUE_INIT;
  g_auto (QdValue) value = QD_VALUE_INIT;
  g_autofree char *payload = NULL;

  entry->author = g_strdup ("Zoë");
  qd_value_set_text (&base, "Ä\"\n");
  qd_value_set_integer (&value, 42);
  add_change (entry, 1, QD_FIELD_CARD_TITLE, &base, &value);
  add_change (entry, 2, QD_FIELD_CARD_TITLE, &value, &base);
  payload = qd_entry_write (entry);

  for (gsize length = 0; length < strlen (payload); length++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *cut = g_strndup (payload, length);
      g_autoptr (QdEntry) read = qd_entry_read (fixture->db, cut, &error);

      g_assert_null (read);
      g_assert_error (error, QD_ERROR, QD_ERROR_INVALID);
    }
}

/* What a newer program may write is read as far as it is known. */
static void
test_newer (Fixture       *fixture,
            gconstpointer  data)
{
  static const char payload[] =
    "{\"s\":9,\"z\":{\"deep\":[1,[2]]},\"t\":8,\"u\":\"m\",\"k\":\"split\","
    "\"c\":[[1,99904,null,\"a\",\"more\"],[2,604,1,2,{\"x\":[3,604,null,4]},[5,604,null,6]],"
    "[7,604,null,8]]}";
  g_autoptr (GError) error = NULL;
  g_autoptr (QdEntry) entry = qd_entry_read (fixture->db, payload, &error);

  g_assert_no_error (error);
  g_assert_cmpint (entry->kind, ==, QD_TRANSACTION_EDIT);
  g_assert_cmpuint (entry->changes->len, ==, 3);
  g_assert_cmpint (g_array_index (entry->changes, QdChange, 0).field, ==, 99904);
  g_assert_cmpint (g_array_index (entry->changes, QdChange, 1).value.integer, ==, 2);
  g_assert_cmpint (g_array_index (entry->changes, QdChange, 2).value.integer, ==, 8);
}

/* Being cancelled says nothing about the entry. */
static void
test_cancelled (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (QdEntry) entry = new_entry (1 << 20);
  g_autofree char *payload = NULL;
  g_autoptr (GError) error = NULL;

  for (int i = 1; i <= 10000; i++)
    {
      QdValue nothing = QD_VALUE_INIT;

      add_change (entry, i, 604, &nothing, &nothing);
    }
  payload = qd_entry_write (entry);
  qd_db_set_cancellable (fixture->db, cancellable);
  g_cancellable_cancel (cancellable);
  g_assert_null (qd_entry_read (fixture->db, payload, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_pointer (&fixture->db, qd_db_close);
  fixture->db = qd_db_open (":memory:", QD_DB_READ_WRITE, NULL);
}

static void
test_chain (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *digest = NULL;
  QdHash none = { { 0 }, 0 };
  QdHash first, second, other;
  GString *text = g_string_new (NULL);

  /* SHA-256 of nothing and "abc" is the test vector of the standard. */
  qd_hash_chain (&first, &none, "abc");
  for (gsize i = 0; i < first.length; i++)
    g_string_append_printf (text, "%02x", first.bytes[i]);
  digest = g_string_free (text, FALSE);
  g_assert_cmpstr (digest, ==, "ba7816bf8f01cfea414140de5dae2223");

  qd_hash_chain (&second, &first, "abc");
  g_assert_false (qd_hash_equal (&first, &second));
  qd_hash_chain (&other, &none, "abd");
  g_assert_false (qd_hash_equal (&first, &other));
  qd_hash_chain (&other, &none, "abc");
  g_assert_true (qd_hash_equal (&first, &other));
  g_assert_false (qd_hash_equal (&none, &first));

  qd_hash_set (&other, first.bytes, QD_HASH_SIZE - 1);
  g_assert_true (qd_hash_equal (&other, &none));
}

static void
add_test (const char *path,
          void      (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_test ("/entry/head", test_head);
  add_test ("/entry/texts", test_texts);
  add_test ("/entry/long-text", test_long_text);
  add_test ("/entry/random-texts", test_random_texts);
  add_test ("/entry/integers", test_integers);
  add_test ("/entry/reals", test_reals);
  add_test ("/entry/random-reals", test_random_reals);
  add_test ("/entry/locale", test_locale);
  add_test ("/entry/refused", test_refused);
  add_test ("/entry/truncated", test_truncated);
  add_test ("/entry/newer", test_newer);
  add_test ("/entry/cancelled", test_cancelled);
  add_test ("/entry/chain", test_chain);

  return g_test_run ();
}
