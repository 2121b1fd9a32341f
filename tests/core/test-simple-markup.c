/* A little Markdown: what becomes markup, what stays text, and that nothing in
 * a text can break out of it. */

#include "config.h"

#include <string.h>

#include "exchange/qd-simple-markup.h"

static const struct
{
  const char *text;
  const char *markup;
} INLINE[] = {
  { "Raise NPS", "Raise NPS" },
  { "**bold** and *italics*", "<b>bold</b> and <i>italics</i>" },
  { "__bold__ and _italics_", "<b>bold</b> and <i>italics</i>" },
  { "***both***", "<i><b>both</b></i>" },
  { "***a** b*", "<i><b>a</b> b</i>" },
  { "**a *b* c**", "<b>a <i>b</i> c</b>" },
  { "*a **b***", "<i>a <b>b</b></i>" },
  { "**a _b_**", "<b>a <i>b</i></b>" },
  { "*a*b*c*", "<i>a</i>b<i>c</i>" },

  /* No partner, no mark. */
  { "**bold", "**bold" },
  { "bold**", "bold**" },
  { "**a*", "*<i>a</i>" },
  { "*a**", "<i>a</i>*" },
  { "*a _b* c_", "<i>a _b</i> c_" },
  { "2 * 3 * 4", "2 * 3 * 4" },
  { "a ** b ** c", "a ** b ** c" },
  { "snake_case_name", "snake_case_name" },
  { "****a****", "****a****" },
  { "*", "*" },
  { "*_*", "<i>_</i>" },
  { "\\*a\\* \\\\ \\x", "*a* \\ \\x" },
  { "a\\", "a\\" },

  /* Nothing is markup of its own. */
  { "<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;" },
  { "<b>no</b> & \"so\"", "&lt;b&gt;no&lt;/b&gt; &amp; &quot;so&quot;" },
  { "*<i>*", "<i>&lt;i&gt;</i>" },
  { "&amp; &#60;", "&amp;amp; &amp;#60;" },
  { "a\u202eb\u2066c\u2069", "abc" },
  { "a\xff", "a\ufffd" },

  /* Links. */
  { "[site](https://example.org)", "<a href=\"https://example.org\">site</a>" },
  { "[a *b*](http://example.org/?x=1&y=2)",
    "<a href=\"http://example.org/?x=1&amp;y=2\">a <i>b</i></a>" },
  { "**[a](https://b.c)**", "<b><a href=\"https://b.c\">a</a></b>" },
  { "**[a**](https://b.c)", "**<a href=\"https://b.c\">a**</a>" },
  { "[**a](https://b.c)**", "<a href=\"https://b.c\">**a</a>**" },
  { "[a](https://b.c/d_(e))", "<a href=\"https://b.c/d_(e)\">a</a>" },
  { "[a\\]](https://b.c)", "<a href=\"https://b.c\">a]</a>" },
  { "[a\\](https://b.c)", "[a](<a href=\"https://b.c\">https://b.c</a>)" },
  { "see https://b.c/d.", "see <a href=\"https://b.c/d\">https://b.c/d</a>." },
  { "(http://b.c/d_e_f)", "(<a href=\"http://b.c/d_e_f\">http://b.c/d_e_f</a>)" },
  { "*https://b.c*", "<i><a href=\"https://b.c\">https://b.c</a></i>" },
  { "<https://b.c>", "&lt;<a href=\"https://b.c\">https://b.c</a>&gt;" },

  /* No links. */
  { "[a](javascript:alert(1))", "[a](javascript:alert(1))" },
  { "[a](JavaScript://x.y/%0aalert(1))", "[a](JavaScript://x.y/%0aalert(1))" },
  { "[a](file:///etc/passwd)", "[a](file:///etc/passwd)" },
  { "[a](data:text/html,x)", "[a](data:text/html,x)" },
  { "[a](mailto:b@c.d)", "[a](mailto:b@c.d)" },
  { "[a](b.c)", "[a](b.c)" },
  { "[a](https://)", "[a](https://)" },
  { "[a](https://b.c", "[a](<a href=\"https://b.c\">https://b.c</a>" },
  { "[](https://)", "[](https://)" },
  { "[a] (https:)", "[a] (https:)" },
  { "xhttps://b.c", "xhttps://b.c" },
  { "http://", "http://" },
  { "[a](https://b.c\" onclick=\"x)",
    "[a](<a href=\"https://b.c\">https://b.c</a>&quot; onclick=&quot;x)" },
};

static void
test_inline (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (INLINE); i++)
    {
      g_autoptr (GPtrArray) blocks = qd_simple_markup_read (INLINE[i].text);
      const QdMarkupBlock *block;

      g_assert_cmpuint (blocks->len, ==, 1);
      block = g_ptr_array_index (blocks, 0);
      g_assert_cmpint (block->kind, ==, QD_MARKUP_PARAGRAPH);
      g_assert_cmpstr (block->markup, ==, INLINE[i].markup);
    }
}

/* The blocks in short: "P" for a paragraph, "B" and "N" for items. */
static char *
describe (const char *text)
{
  g_autoptr (GPtrArray) blocks = qd_simple_markup_read (text);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < blocks->len; i++)
    {
      const QdMarkupBlock *block = g_ptr_array_index (blocks, i);

      if (i > 0)
        g_string_append (out, " | ");
      if (block->kind == QD_MARKUP_PARAGRAPH)
        g_string_append_printf (out, "P %s", block->markup);
      else if (block->kind == QD_MARKUP_BULLET)
        g_string_append_printf (out, "B%u %s", block->level, block->markup);
      else
        g_string_append_printf (out, "N%u.%u %s", block->level, block->number,
                                block->markup);
    }

  return g_string_free (out, FALSE);
}

static void
test_blocks (void)
{
  static const struct
  {
    const char *text;
    const char *blocks;
  } cases[] = {
    { "", "" },
    { "\n\n  \n", "" },
    { "a\nb", "P a\nb" },
    { "a\r\n\r\nb\rc", "P a | P b\nc" },
    { "*a\nb*", "P <i>a\nb</i>" },
    { "*a\n\nb*", "P *a | P b*" },
    { "- a\n- b", "B0 a | B0 b" },
    { "* a\n+ b\n• c", "B0 a | B0 b | B0 c" },
    { "Why:\n- a\n  - b\n\t- c", "P Why: | B0 a | B1 b | B1 c" },
    { "1. a\n2) b\n10. c", "N0.1 a | N0.2 b | N0.10 c" },
    { "- a\n  b\n\nc", "B0 a\nb | P c" },
    { "-a", "P -a" },
    { "- ", "P -" },
    { "-", "P -" },
    { "---", "P ---" },
    { "3.5 days", "P 3.5 days" },
    { "1234567. a", "P 1234567. a" },
    { "\\- a", "P - a" },
    { "- *a", "B0 *a" },
    { "                    - a", "B5 a" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *blocks = describe (cases[i].text);

      g_assert_cmpstr (blocks, ==, cases[i].blocks);
    }
}

static void
test_many_blocks (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) blocks = NULL;
  const QdMarkupBlock *last;

  for (guint i = 0; i < 2 * QD_SIMPLE_MARKUP_MAX_BLOCKS; i++)
    g_string_append_printf (text, "- *%u*\n", i);

  blocks = qd_simple_markup_read (text->str);
  g_assert_cmpuint (blocks->len, <=, QD_SIMPLE_MARKUP_MAX_BLOCKS + 2);
  last = g_ptr_array_index (blocks, blocks->len - 1);
  g_assert_nonnull (strstr (last->markup, "- *999*"));
}

/* Allows the links of GtkLabel, which are no markup to Pango. */
static void
assert_valid (const char *markup)
{
  const GMarkupParser parser = { 0 };
  g_autoptr (GMarkupParseContext) context = NULL;
  g_autofree char *document = g_strconcat ("<m>", markup, "</m>", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_utf8_validate (markup, -1, NULL));
  context = g_markup_parse_context_new (&parser, 0, NULL, NULL);
  g_markup_parse_context_parse (context, document, -1, &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);
}

static void
assert_all_valid (const char *text)
{
  g_autoptr (GPtrArray) blocks = qd_simple_markup_read (text);

  for (guint i = 0; i < blocks->len; i++)
    assert_valid (((QdMarkupBlock *) g_ptr_array_index (blocks, i))->markup);
}

/* Every mark next to every other, and bytes that are no text. */
static void
test_random (void)
{
  static const char * const parts[] = {
    "*", "**", "***", "_", "__", "[", "]", "(", ")", "](", "\\", "\n", "\n- ",
    " ", "a", "b c", "<", ">", "&", "\"", "https://b.c", "[a](https://b.c)",
    "http://", "é", "\xff", "\xe2\x80", "1. ", "\t", "\x01", "😀", "&lt;",
  };

  for (guint round = 0; round < 20000; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      const int n = g_test_rand_int_range (1, 40);

      for (int i = 0; i < n; i++)
        g_string_append (text, parts[g_test_rand_int_range (0, G_N_ELEMENTS (parts))]);

      assert_all_valid (text->str);
    }
}

static double
measure (const char *part,
         gsize       n_bytes)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) blocks = NULL;
  double seconds;

  while (text->len < n_bytes)
    g_string_append (text, part);

  g_test_timer_start ();
  blocks = qd_simple_markup_read (text->str);
  seconds = g_test_timer_elapsed ();

  for (guint i = 0; i < blocks->len; i++)
    assert_valid (((QdMarkupBlock *) g_ptr_array_index (blocks, i))->markup);

  return seconds;
}

/* Eight times the text takes about eight times as long, and not sixty-four. */
static void
test_linear (void)
{
  static const char * const parts[] = {
    "*", "* a", "*a ", "_a*b", "**a *", "[", "[a](", "[a](https://b.c/", "](",
    "\\[", "https://", "https://b.c", "https://b.c ", "[*a](https://b.c)", "(",
    "- a\n", "a\n\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      const double one = measure (parts[i], 64 * 1024);
      const double eight = measure (parts[i], 512 * 1024);

      g_test_message ("“%s”: %.2f ms, %.2f ms", parts[i], one * 1e3, eight * 1e3);
      g_assert_cmpfloat (eight, <, 32.0 * one + 0.05);
    }
}

static void
test_is_web (void)
{
  g_assert_true (qd_simple_markup_is_web ("https://example.org"));
  g_assert_true (qd_simple_markup_is_web ("HTTP://example.org/a?b#c"));
  g_assert_false (qd_simple_markup_is_web (""));
  g_assert_false (qd_simple_markup_is_web ("https:"));
  g_assert_false (qd_simple_markup_is_web ("https:///path"));
  g_assert_false (qd_simple_markup_is_web ("ftp://example.org"));
  g_assert_false (qd_simple_markup_is_web ("javascript:alert(1)"));
  g_assert_false (qd_simple_markup_is_web ("file:///etc/passwd"));
  g_assert_false (qd_simple_markup_is_web ("example.org"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/simple-markup/inline", test_inline);
  g_test_add_func ("/simple-markup/blocks", test_blocks);
  g_test_add_func ("/simple-markup/many-blocks", test_many_blocks);
  g_test_add_func ("/simple-markup/random", test_random);
  g_test_add_func ("/simple-markup/linear", test_linear);
  g_test_add_func ("/simple-markup/is-web", test_is_web);

  return g_test_run ();
}
