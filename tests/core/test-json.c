/* JSON as others read it: what was written comes back from SQLite's reader. */

#include "config.h"

#include <math.h>
#include <string.h>

#include "exchange/qd-json.h"
#include "store/qd-db.h"

/* One field of a JSON text, by its path, or its type where that begins with "type ". */
static char *
extract (const char *json,
         const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QdDb) db = qd_db_open (":memory:", QD_DB_READ_WRITE, &error);
  const gboolean type = g_str_has_prefix (path, "type ");
  sqlite3_stmt *row;
  char *text = NULL;

  g_assert_no_error (error);
  row = qd_db_query (db, &error,
                     type ? "SELECT json_type(?1, ?2)" : "SELECT json_extract(?1, ?2)", "ss",
                     json, type ? path + strlen ("type ") : path);
  g_assert_no_error (error);
  if (qd_db_next (db, row, &error))
    text = g_strdup (qd_db_text (row, 0));
  g_assert_no_error (error);

  return text;
}

static void
assert_extracts (const char *json,
                 const char *path,
                 const char *wanted)
{
  g_autofree char *text = extract (json, path);

  g_assert_cmpstr (text, ==, wanted);
}

static void
test_form (void)
{
  g_autoptr (QdJson) json = qd_json_new ();
  g_autofree char *text = NULL;

  qd_json_begin_object (json, NULL);
  qd_json_add_text (json, "title", "Raise NPS");
  qd_json_begin_array (json, "values");
  qd_json_add_number (json, NULL, 1.5);
  qd_json_add_number (json, NULL, NAN);
  qd_json_begin_array (json, NULL);
  qd_json_end_array (json);
  qd_json_end_array (json);
  qd_json_begin_object (json, "none");
  qd_json_end_object (json);
  qd_json_add_boolean (json, "done", TRUE);
  qd_json_end_object (json);
  text = qd_json_dup_text (json);

  g_assert_cmpstr (text, ==,
                   "{\n"
                   "  \"title\": \"Raise NPS\",\n"
                   "  \"values\": [\n"
                   "    1.5,\n"
                   "    null,\n"
                   "    []\n"
                   "  ],\n"
                   "  \"none\": {},\n"
                   "  \"done\": true\n"
                   "}\n");
}

static void
test_texts (void)
{
  static const char * const texts[] = {
    "", "plain", "\"quoted\" and \\ back", "two\nlines\tand a tab\r", "\001\037\177",
    "\xc2\x9b" "31m", "é 数 😀 \u2028 \u2029", "</script>", "null",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (QdJson) json = qd_json_new ();
      g_autofree char *text = NULL;

      qd_json_begin_object (json, NULL);
      qd_json_add_text (json, "text", texts[i]);
      qd_json_end_object (json);
      text = qd_json_dup_text (json);
      assert_extracts (text, "$.text", texts[i]);
      for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
        g_assert_true (*p == '\n' || !g_unichar_iscntrl (g_utf8_get_char (p)));
    }
}

static void
test_invalid_text (void)
{
  g_autoptr (QdJson) json = qd_json_new ();
  g_autofree char *text = NULL;

  qd_json_begin_object (json, NULL);
  qd_json_add_text (json, "text", "a\xff" "b");
  qd_json_end_object (json);
  text = qd_json_dup_text (json);

  g_assert_true (g_utf8_validate (text, -1, NULL));
  assert_extracts (text, "$.text", "a\uFFFDb");
}

static void
test_numbers (void)
{
  static const struct
  {
    double number;
    const char *text;
  } cases[] = {
    { 0.0, "0" },
    { 0.1, "0.1" },
    { -3.0, "-3" },
    { 1.0 / 3.0, "0.3333333333333333" },
    { 0.1 + 0.2, "0.30000000000000004" },
    { 1e300, "1e+300" },
    { 5e-324, "4.94065645841247e-324" },
    { 123456789.125, "123456789.125" },
    { NAN, "null" },
    { INFINITY, "null" },
    { -INFINITY, "null" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (QdJson) json = qd_json_new ();
      g_autofree char *text = NULL;

      qd_json_add_number (json, NULL, cases[i].number);
      text = g_strchomp (qd_json_dup_text (json));
      g_assert_cmpstr (text, ==, cases[i].text);
      if (isfinite (cases[i].number))
        g_assert_cmpfloat (g_ascii_strtod (text, NULL), ==, cases[i].number);
    }
}

static void
test_missing (void)
{
  g_autoptr (QdJson) json = qd_json_new ();
  g_autofree char *text = NULL;

  qd_json_begin_object (json, NULL);
  qd_json_add_text (json, "text", NULL);
  qd_json_add_id (json, "no_id", QD_ID_NONE);
  qd_json_add_id (json, "id", G_MAXINT64);
  qd_json_add_day (json, "no_day", QD_DAY_NONE);
  qd_json_add_day (json, "day", qd_day_new (2026, 11, 22));
  qd_json_add_integer (json, "least", G_MININT64);
  qd_json_add_boolean (json, "false", FALSE);
  qd_json_end_object (json);
  text = qd_json_dup_text (json);

  assert_extracts (text, "type $.text", "null");
  assert_extracts (text, "type $.no_id", "null");
  assert_extracts (text, "type $.no_day", "null");
  assert_extracts (text, "type $.id", "text");
  assert_extracts (text, "$.id", "9223372036854775807");
  assert_extracts (text, "$.day", "2026-11-22");
  assert_extracts (text, "$.least", "-9223372036854775808");
  assert_extracts (text, "type $.false", "false");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json/form", test_form);
  g_test_add_func ("/json/texts", test_texts);
  g_test_add_func ("/json/invalid-text", test_invalid_text);
  g_test_add_func ("/json/numbers", test_numbers);
  g_test_add_func ("/json/missing", test_missing);

  return g_test_run ();
}
