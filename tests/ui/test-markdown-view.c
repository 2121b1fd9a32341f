/* Text with a little Markdown on the screen. */

#include "config.h"

#include <gtk/gtk.h>

#include "ui-fixture.h"
#include "widgets/qd-markdown-view.h"

typedef struct
{
  GtkWidget *window;
  QdMarkdownView *view;
  char *uri;
} Fixture;

static gboolean
on_open_link (QdMarkdownView *view,
              const char     *uri,
              Fixture        *fixture)
{
  g_free (fixture->uri);
  fixture->uri = g_strdup (uri);

  return TRUE;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  unused)
{
  GtkWidget *view = qd_markdown_view_new ();

  fixture->window = gtk_window_new ();
  fixture->view = QD_MARKDOWN_VIEW (view);
  g_signal_connect (view, "open-link", G_CALLBACK (on_open_link), fixture);
  gtk_window_set_child (GTK_WINDOW (fixture->window), view);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  unused)
{
  g_object_ref (fixture->view);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_settle ();
  g_assert_finalize_object (fixture->view);
  g_free (fixture->uri);
}

static void
collect (GtkWidget *widget,
         GString   *texts)
{
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (texts, "[%s]", gtk_label_get_text (GTK_LABEL (widget)));

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (child, texts);
}

static void
assert_labels (Fixture    *fixture,
               const char *expected)
{
  g_autoptr (GString) texts = g_string_new (NULL);

  collect (GTK_WIDGET (fixture->view), texts);
  g_assert_cmpstr (texts->str, ==, expected);
}

static void
test_text (Fixture       *fixture,
           gconstpointer  unused)
{
  qd_markdown_view_set_text (fixture->view,
                             "**Why**: <b>NPS</b> fell\n- one\n  - two\n\n3. three");
  assert_labels (fixture, "[Why: <b>NPS</b> fell][•][one][•][two][3.][three]");
  g_assert_cmpstr (qd_markdown_view_get_text (fixture->view), ==,
                   "**Why**: <b>NPS</b> fell\n- one\n  - two\n\n3. three");

  qd_markdown_view_set_text (fixture->view, "");
  assert_labels (fixture, "");
}

static void
test_links (Fixture       *fixture,
            gconstpointer  unused)
{
  GtkWidget *label;
  gboolean handled;

  qd_markdown_view_set_text (fixture->view, "[numbers](https://example.org/?a=1&b=2)");
  label = ui_find (GTK_WIDGET (fixture->view), GTK_TYPE_LABEL);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, "numbers");

  g_signal_emit_by_name (label, "activate-link", "https://example.org/?a=1&b=2", &handled);
  g_assert_true (handled);
  g_assert_cmpstr (fixture->uri, ==, "https://example.org/?a=1&b=2");

  /* Handled, which means here that nobody opens it. */
  g_clear_pointer (&fixture->uri, g_free);
  g_signal_emit_by_name (label, "activate-link", "file:///etc/passwd", &handled);
  g_assert_true (handled);
  g_assert_null (fixture->uri);
}

/* GtkLabel warns, which ends the test, where it gets no valid markup. Only
 * characters that the font has: GTK 4.8 measures the boxes of others wrongly. */
static void
test_random (Fixture       *fixture,
             gconstpointer  unused)
{
  static const char * const parts[] = {
    "*", "**", "_", "[", "](", ")", "\\", "\n", "\n- ", " ", "a", "<", "&", "\"",
    "https://b.c", "[a](https://b.c)", "[*b*](http://d.e/?f&g)",
    "\u202e", "é", "</a>", "&#0;",
  };

  for (guint round = 0; round < 300; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      for (guint i = 0; i < 60; i++)
        g_string_append (text, parts[g_test_rand_int_range (0, G_N_ELEMENTS (parts))]);
      qd_markdown_view_set_text (fixture->view, text->str);
    }

  gtk_window_present (GTK_WINDOW (fixture->window));
  ui_settle ();
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (fixture->view)));
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add ("/markdown-view/text", Fixture, NULL, set_up, test_text, tear_down);
  g_test_add ("/markdown-view/links", Fixture, NULL, set_up, test_links, tear_down);
  g_test_add ("/markdown-view/random", Fixture, NULL, set_up, test_random, tear_down);

  return g_test_run ();
}
