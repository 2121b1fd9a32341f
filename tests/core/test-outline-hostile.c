/* Outlines that nobody means well with, and the promise that no text is lost.
 *
 * The promise is tested on the fixtures and on random mutations of them: every
 * longer word of the document is in the outline. QD_TEST_SEED repeats a run.
 */

#include "config.h"

#include <string.h>

#include "exchange/qd-outline.h"
#include "outline-text.h"
#include "qd-error.h"

#define N_MUTANTS 400
#define MUTATIONS 6

static QdOutline *
parse (const char  *text,
       gsize        length,
       GError     **error)
{
  return qd_outline_parse (text, length, NULL, qd_day_new (2026, 11, 22), error);
}

/* What is no text is refused, and the message says where. */
static void
test_refused (void)
{
  static const struct
  {
    const char *text;
    gsize length;
    const char *says;
  } CASES[] = {
    { "# T\n\n- a\xff" "b\n", 10, "Line 3 is not valid UTF-8 text (at byte 4 " },
    { "# T\r\n\r\n- a\xc3\r\n", 12, "Line 3 is not valid UTF-8 text (at byte 4 " },
    { "# T\r\r\xc0\x80", 7, "Line 3 is not valid UTF-8 text (at byte 1 " },
    { "\xed\xa0\x80", 3, "Line 1 is not valid" },
    { "a\n\xf0\x9f\x9a", 5, "Line 2 is not valid" },
    { "# T\n- a\0b\n", 10, "Line 2 holds a zero byte (at byte 4 " },
    { "\0", 1, "Line 1 holds a zero byte" },
    { "\xff\xfe#\0 \0T\0", 8, "UTF-16" },
    { "\xfe\xff\0#\0 \0T", 8, "UTF-16" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      /* So that the sanitizer sees a step behind the end. */
      g_autofree char *copy = g_memdup2 (CASES[i].text, CASES[i].length);
      g_autoptr (GError) error = NULL;

      g_assert_null (parse (copy, CASES[i].length, &error));
      g_assert_error (error, QD_ERROR, QD_ERROR_INVALID);
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, CASES[i].says));
      g_assert_nonnull (strstr (error->message, "nothing was imported"));
    }
}

static void
test_limits (void)
{
  const gsize limit = 16 << 20;
  g_autofree char *large = g_strnfill (limit + 1, 'x');
  g_autoptr (QdOutline) outline = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (parse (large, limit + 1, &error));
  g_assert_error (error, QD_ERROR, QD_ERROR_INVALID);
  g_clear_error (&error);

  memset (large, '\n', 1000001);
  g_assert_null (parse (large, 1000001, &error));
  g_assert_error (error, QD_ERROR, QD_ERROR_INVALID);
  g_clear_error (&error);

  outline = parse (large, 1000000, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (outline->teams->len, ==, 0);
}

static void
test_empty (void)
{
  static const char * const TEXTS[] = {
    "", "\xef\xbb\xbf", "\n", "\r\r\n", " \t ", "---", "- ", "#", "# ", "1.",
    "```", "<!--", "<!-- x -->", "[a]: /b", ">", "**", "KR:", "Why:\n", "|-|",
  };

  for (guint i = 0; i < G_N_ELEMENTS (TEXTS); i++)
    {
      g_autofree char *copy = g_memdup2 (TEXTS[i], strlen (TEXTS[i]));
      g_autoptr (GError) error = NULL;
      g_autoptr (QdOutline) outline = parse (copy, strlen (TEXTS[i]), &error);

      g_assert_no_error (error);
      g_assert_cmpuint (outline->teams->len, ==, 0);
      g_assert_cmpstr (outline->cycle, ==, "2026 Q4");
    }
}

static void
test_byte_order_mark (void)
{
  static const char TEXT[] = "\xef\xbb\xbf# T\n1. X\n   - k\n";
  g_autoptr (QdOutline) outline = parse (TEXT, strlen (TEXT), NULL);
  QdOutlineTeam *team;

  g_assert_cmpuint (outline->teams->len, ==, 1);
  team = g_ptr_array_index (outline->teams, 0);
  g_assert_cmpstr (team->title, ==, "T");
}

/* Repeated pieces, alone and inside a key result: the time must stay in
 * proportion. The four characters of the widest lines come in 10 MiB. */
static void
test_long_documents (void)
{
  static const char * const PIECES[] = {
    "-", "#", "[", "*", "_", "`", "<", "](", "[](", "<!--", "~~~\n", "```\n",
    "````````\n```\n", "```x\n", "<!--\n", "- ", "- a\n", "  - a\n", "1. a\n",
    "# a\n", "# Q1\n", "> a\n", "|a|\n", "a\n-\n", "a\n---\n", "**a**\n- b\n",
    "- **a**\n", "KR: ", "KR: a\nOwner: b\n", "O1: a\n", "Why: a\n",
    "[a]: /b\n", "\r", "\t", "5 ", "from 1 to 2 ", "2026-10-01 ", "Q4 2026 ",
    "(", "\\", "é ", "a\n\n",
  };

  for (guint i = 0; i < 2 * G_N_ELEMENTS (PIECES); i++)
    {
      const char *piece = PIECES[i / 2];
      gsize length = i < 8 ? 10 << 20 : 1 << 18;
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (QdOutline) outline = NULL;
      gint64 start;

      if (i % 2 == 1)
        g_string_append (text, "## T\n\n1. X\n\n   - KR: ");
      while (text->len < length)
        g_string_append (text, piece);

      start = g_get_monotonic_time ();
      outline = parse (text->str, text->len, NULL);
      g_assert_nonnull (outline);
      g_assert_cmpint (g_get_monotonic_time () - start, <,
                       (length >> 20 > 0 ? 20 : 5) * G_USEC_PER_SEC);
    }
}

/* Words that are marks, or are read as numbers and units; a mutation may leave
 * a part of one. */
static gboolean
is_mark (const char *word)
{
  static const char * const MARKS[] = {
    "aktuell", "aktueller", "aspirational", "ausgangswert", "baseline",
    "begründung", "column", "commitment", "committed", "current", "currently",
    "cycle", "einheit", "gemessen", "goal", "jetzt", "matters", "measured",
    "measurement", "messung", "million", "objective", "objectives", "okrs",
    "owner", "owners", "percent", "prozent", "quartal", "quarter", "rationale",
    "result", "results", "schlüsselergebnis", "spalte", "start", "status",
    "target", "unit", "value", "verantwortlich", "verbindlich", "warum",
    "wert", "year", "ziel", "zielwert", "zyklus", NULL,
  };

  for (guint i = 0; MARKS[i] != NULL; i++)
    if (strstr (MARKS[i], word) != NULL)
      return TRUE;

  return FALSE;
}

/* Takes out what the document itself does not show: comments, tags, the
 * addresses and labels of links. */
static char *
remove_hidden (const char *text)
{
  static const char * const HIDDEN[] = {
    "^ {0,3}\\[[^\\]\\[\\n]+\\]:[ \\t]*\\S+[ \\t]*$",
    "<!--.*?-->",
    "\\]\\(\\S*\\s*(\"[^\"]*\"|'[^']*')?\\)",
    "\\]\\[[^\\]\\[]*\\]",
    "</?(br|code|del|em|ins|kbd|mark|strong|sub|sup) */?>",
  };
  char *shown = g_strdup (text);

  for (guint i = 0; i < G_N_ELEMENTS (HIDDEN); i++)
    {
      g_autoptr (GRegex) regex = NULL;
      g_autofree char *before = shown;

      regex = g_regex_new (HIDDEN[i], G_REGEX_MULTILINE | G_REGEX_DOTALL |
                           G_REGEX_CASELESS | G_REGEX_NEWLINE_ANYCRLF, 0, NULL);
      shown = g_regex_replace_literal (regex, before, -1, 0, " ", 0, NULL);
    }

  return shown;
}

/* Returns the first word of @text that is not in the outline, or %NULL. */
static char *
find_lost_word (const char *text,
                QdOutline  *outline)
{
  g_autofree char *shown = remove_hidden (text);
  g_autofree char *words = outline_to_words (outline);
  g_autofree char *folded = g_utf8_casefold (words, -1);
  const char *at = shown;

  while (*at != '\0')
    {
      const char *start = at;
      g_autofree char *word = NULL;

      while (g_unichar_isalpha (g_utf8_get_char (at)))
        at = g_utf8_next_char (at);
      word = g_utf8_casefold (start, at - start);
      if (g_utf8_strlen (start, at - start) >= 4 && !is_mark (word) &&
          strstr (folded, word) == NULL)
        return g_steal_pointer (&word);

      if (*at != '\0')
        at = g_utf8_next_char (at);
    }

  return NULL;
}

static guint
count_lines (const char *text)
{
  guint n = 1;

  for (; *text != '\0'; text++)
    if (*text == '\n' || (*text == '\r' && text[1] != '\n'))
      n++;

  return n;
}

static void
assert_nothing_lost (const char *text,
                     const char *origin)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QdOutline) outline = parse (text, strlen (text), &error);
  g_autofree char *lost = NULL;

  g_assert_no_error (error);
  outline_assert_sound (outline, count_lines (text));

  lost = find_lost_word (text, outline);
  if (lost != NULL)
    {
      g_autofree char *result = outline_to_text (outline);

      g_test_message ("%s\n-----\n%s", text, result);
      g_error ("“%s” is lost from %s", lost, origin);
    }
}

static GPtrArray *
load_fixtures (void)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", NULL);
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  g_assert_nonnull (folder);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);
      char *text = NULL;

      if (!g_str_has_suffix (name, ".md"))
        continue;
      g_assert_true (g_file_get_contents (file, &text, NULL, NULL));
      g_ptr_array_add (texts, text);
    }
  g_assert_cmpuint (texts->len, >, 0);

  return texts;
}

static void
test_fixtures_keep_all (void)
{
  g_autoptr (GPtrArray) texts = load_fixtures ();

  for (guint i = 0; i < texts->len; i++)
    assert_nothing_lost (g_ptr_array_index (texts, i), "a fixture");
}

static const char * const MUTATION_PIECES[] = {
  "#", "## ", "- ", "1. ", "**", "_", "`", "```\n", "~~~\n", "\n", "\n\n", "\r",
  "  ", "    ", "\t", "> ", "|", "KR: ", "Objective: ", "O1: ", "Why: ", "Now: ",
  "Owner: ", "Target: ", "Status: ", "- [x] ", "---\n", "===\n", "<!--", "-->",
  "<b>", "<sub>", "\\", "from 2 to 8 ", "5% ", "Q3 2027 ", "(committed)", "é",
  "[", "]", "(", ")", ":", "\xe2\x80\xae", "Committed\n", "Commitment: ", "~~",
};

/* Returns a random place between two characters. */
static gsize
random_place (GRand   *random,
              GString *text)
{
  gsize place = (gsize) g_rand_int_range (random, 0, (gint32) text->len + 1);

  while (place < text->len && ((guchar) text->str[place] & 0xc0) == 0x80)
    place++;

  return place;
}

static void
move_line (GRand     *random,
           GPtrArray *lines)
{
  guint from = (guint) g_rand_int_range (random, 0, (gint32) lines->len);
  guint to = (guint) g_rand_int_range (random, 0, (gint32) lines->len);
  char *line = g_ptr_array_steal_index (lines, from);

  g_ptr_array_insert (lines, (int) to, line);
}

static void
mutate_lines (GRand   *random,
              GString *text)
{
  g_auto (GStrv) split = g_strsplit (text->str, "\n", -1);
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();
  guint index;

  for (guint i = 0; split[i] != NULL; i++)
    g_ptr_array_add (lines, split[i]);

  index = (guint) g_rand_int_range (random, 0, (gint32) lines->len);
  switch (g_rand_int_range (random, 0, 3))
    {
    case 0:
      move_line (random, lines);
      break;

    case 1:
      g_ptr_array_insert (lines, (int) index, lines->pdata[index]);
      break;

    default:
      g_ptr_array_remove_index (lines, index);
      break;
    }

  g_string_truncate (text, 0);
  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "",
                            (const char *) lines->pdata[i]);
}

static void
mutate (GRand   *random,
        GString *text)
{
  gsize place = random_place (random, text);
  gsize end = place + (gsize) g_rand_int_range (random, 0, 12);
  guint piece;

  switch (g_rand_int_range (random, 0, 4))
    {
    case 0:
    case 1:
      piece = (guint) g_rand_int_range (random, 0, G_N_ELEMENTS (MUTATION_PIECES));
      g_string_insert (text, (gssize) place, MUTATION_PIECES[piece]);
      break;

    case 2:
      end = MIN (text->len, end);
      while (end < text->len && ((guchar) text->str[end] & 0xc0) == 0x80)
        end++;
      g_string_erase (text, (gssize) place, (gssize) (end - place));
      break;

    default:
      mutate_lines (random, text);
      break;
    }
}

static void
test_mutants_keep_all (void)
{
  const char *given = g_getenv ("QD_TEST_SEED");
  guint32 seed = given != NULL ? (guint32) g_ascii_strtoull (given, NULL, 10) :
                                 g_random_int ();
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autoptr (GPtrArray) texts = load_fixtures ();

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < N_MUTANTS; i++)
    {
      g_autofree char *origin = g_strdup_printf ("mutant %u of seed %u", i, seed);
      g_autoptr (GString) text = NULL;
      guint n = (guint) g_rand_int_range (random, 1, MUTATIONS + 1);

      text = g_string_new (g_ptr_array_index (texts, i % texts->len));
      for (guint j = 0; j < n && text->len > 0; j++)
        mutate (random, text);
      assert_nothing_lost (text->str, origin);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/outline/refused", test_refused);
  g_test_add_func ("/outline/limits", test_limits);
  g_test_add_func ("/outline/empty", test_empty);
  g_test_add_func ("/outline/byte-order-mark", test_byte_order_mark);
  g_test_add_func ("/outline/long-documents", test_long_documents);
  g_test_add_func ("/outline/fixtures-keep-all", test_fixtures_keep_all);
  g_test_add_func ("/outline/mutants-keep-all", test_mutants_keep_all);

  return g_test_run ();
}
