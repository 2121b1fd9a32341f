/* Inline Markdown, without its marks. */

#include "config.h"

#include <string.h>

#include "exchange/qd-markdown.h"

static char *
to_plain (const char *text)
{
  g_autoptr (GHashTable) references = NULL;

  references = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_hash_table_add (references, qd_markdown_reference_label ("N0", 2));
  g_hash_table_add (references, qd_markdown_reference_label ("two words", 9));

  return qd_markdown_to_plain (text, strlen (text), references);
}

static void
test_plain (void)
{
  static const struct
  {
    const char *text;
    const char *plain;
  } CASES[] = {
    /* Emphasis. */
    { "**bold** and _italic_ and *both* __ways__", "bold and italic and both ways" },
    { "***all***", "all" },
    { "**a *b* c**", "a b c" },
    { "_N<sub>0</sub>_", "N0" },
    { "snake_case_name stays", "snake_case_name stays" },
    { "5 * 3 * 2", "5 * 3 * 2" },
    { "in*tra*word", "intraword" },
    { "**left open", "**left open" },
    { "closed only**", "closed only**" },
    { "**a* b**", "a b*" },
    { "~~gone~~ and ~here~", "gone and ~here~" },
    { "*a _b* c_", "a _b c_" },

    /* Links and images. */
    { "[words](https://example.com/a_b_c)", "words" },
    { "[words](a(b)c \"Title\") after", "words after" },
    { "[words](<a>)", "words" },
    { "[words][n0] and [N0][] and [n0]", "words and N0 and n0" },
    { "[words][Two Words]", "words" },
    { "[words][unknown]", "[words][unknown]" },
    { "[note: kept] [ ]", "[note: kept] [ ]" },
    { "[words] (not an address)", "[words] (not an address)" },
    { "[words](two words)", "[words](two words)" },
    { "![a picture](p.png \"x\") here", "a picture here" },
    { "[![picture](p.png)](https://example.com)", "picture" },
    { "[**bold** link][n0]", "bold link" },
    { "<https://example.com/a_b> and <me@example.com>",
      "https://example.com/a_b and me@example.com" },
    { "wow![n0]", "wown0" },

    /* Code, escapes, tags. */
    { "`**code**` stays", "**code** stays" },
    { "``a ` b``", "a ` b" },
    { "`open", "`open" },
    { "``a`", "``a`" },
    { "\\*not bold\\* \\[x\\] \\a", "*not bold* [x] \\a" },
    { "a\\\nb", "a b" },
    { "line\nline", "line line" },
    { "H<sub>2</sub>O<br/>x<BR>y", "H2O x y" },
    { "a <!-- hidden --> b", "a  b" },
    { "a <!-- open", "a <!-- open" },
    { "a < b > c <customer>", "a < b > c <customer>" },

    /* Text, although it looks like something else. */
    { "<b>Pango</b> <span size='1'>&amp;</span>",
      "<b>Pango</b> <span size='1'>&amp;</span>" },
    { "\xe2\x80\xae" "right to left", "\xe2\x80\xae" "right to left" },
    { "👩‍🚀 **café**", "👩‍🚀 café" },
    { "  \xc2\xa0 trimmed \xc2\xa0 ", "trimmed" },
    { "", "" },
    { "**", "**" },
    { "]][[", "]][[" },
    { "!", "!" },
    { "\\", "\\" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autofree char *plain = to_plain (CASES[i].text);

      g_assert_cmpstr (plain, ==, CASES[i].plain);
    }
}

/* The text need not be terminated. */
static void
test_length (void)
{
  g_autofree char *whole = g_strdup ("**a** [b](c) `d` <br> ![e](f) \\g");

  for (gsize length = 0; length <= strlen (whole); length++)
    {
      g_autofree char *part = g_memdup2 (whole, length);
      g_autofree char *terminated = g_strndup (whole, length);
      g_autofree char *plain = qd_markdown_to_plain (part, length, NULL);
      g_autofree char *expected = qd_markdown_to_plain (terminated, length, NULL);

      g_assert_cmpstr (plain, ==, expected);
    }
}

static void
test_strong (void)
{
  static const struct
  {
    const char *text;
    gboolean strong;
  } CASES[] = {
    { "**Words**", TRUE },
    { "__Words__", TRUE },
    { "**Words:**", TRUE },
    { "**Words**:", TRUE },
    { "**Words** (committed)", TRUE },
    { "**Words** [committed].", FALSE },
    { "**Words** and more", FALSE },
    { "**Words** and **more**", FALSE },
    { "*Words*", FALSE },
    { "** Words**", FALSE },
    { "****", FALSE },
    { "**", FALSE },
    { "", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_test_message ("%s", CASES[i].text);
      g_assert_cmpint (qd_markdown_is_strong (CASES[i].text,
                                              strlen (CASES[i].text)),
                       ==, CASES[i].strong);
    }
}

/* Deep nesting changes nothing but the time, and that only in proportion. */
static void
test_long_texts (void)
{
  static const char * const PIECES[] = {
    "[", "]", "*", "**a ", "_a", "a_", "`", "`a``b", "<", "<a:", "<!--", "[](",
    "](", "[a](b ", "![", "[a][", "~~", "~~a ", "\\", "[a](b \"c", "[n0]", "(",
  };

  for (guint i = 0; i < G_N_ELEMENTS (PIECES); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *plain = NULL;
      gint64 start = g_get_monotonic_time ();

      while (text->len < 1 << 20)
        g_string_append (text, PIECES[i]);
      plain = to_plain (text->str);

      g_assert_cmpuint (strlen (plain), <=, text->len);
      g_assert_cmpint (g_get_monotonic_time () - start, <, 5 * G_USEC_PER_SEC);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/markdown/plain", test_plain);
  g_test_add_func ("/markdown/length", test_length);
  g_test_add_func ("/markdown/strong", test_strong);
  g_test_add_func ("/markdown/long-texts", test_long_texts);

  return g_test_run ();
}
