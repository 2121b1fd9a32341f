/* Boards and texts to the printer and into a file, through the dialogs of the desktop. */

#include "config.h"

#include <glib/gstdio.h>
#include <unistd.h>

#include "print/qd-print.h"
#include "qd-error.h"
#include "ui-fixture.h"
#include "widgets/qd-toaster.h"

typedef struct
{
  UiFixture file;
  GtkWindow *window;
  QdToaster *toaster;
  QdId boards[2];
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  unused)
{
  ui_fixture_set_up (&self->file, NULL);
  self->boards[0] = qd_entity_get_id (QD_ENTITY (self->file.growth));
  self->boards[1] = qd_entity_get_id (QD_ENTITY (self->file.sales));
  self->window = GTK_WINDOW (gtk_window_new ());
  self->toaster = g_object_new (QD_TYPE_TOASTER, NULL);
  qd_toaster_set_child (self->toaster, gtk_label_new ("Boards"));
  gtk_window_set_child (self->window, GTK_WIDGET (self->toaster));
  gtk_window_present (self->window);
  ui_settle ();
}

static void
tear_down (Fixture       *self,
           gconstpointer  unused)
{
  gtk_window_destroy (self->window);
  ui_settle ();
  ui_fixture_tear_down (&self->file, NULL);
}

static QdPrintJob *
create_boards (Fixture   *self,
               guint      n_boards,
               QdDensity  density)
{
  g_autoptr (GError) error = NULL;
  QdPrintJob *job = qd_print_job_new_boards (self->file.store, self->boards, n_boards, density,
                                             &error);

  g_assert_no_error (error);
  g_assert_nonnull (job);

  return job;
}

static QdPrintJob *
create_text (const char *title,
             guint       n_lines)
{
  QdDocument *document = qd_document_new (title, "Since yesterday", qd_day_new (2026, 11, 22));

  qd_document_add_heading (document, "What Changed", n_lines);
  for (guint i = 0; i < n_lines; i++)
    qd_document_add_line (document, 0, "It moved", "For a reason", "Growth");

  return qd_print_job_new_document (document);
}

/* The window that is there beside that of the fixture. */
static GtkWindow *
find_dialog (Fixture *self)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (window != self->window && gtk_widget_get_visible (GTK_WIDGET (window)))
        return window;
    }

  return NULL;
}

typedef struct
{
  GtkWindow *dialog;
  int response;
} Answer;

static gboolean
on_answer (gpointer user_data)
{
  Answer *answer = user_data;

  gtk_dialog_response (GTK_DIALOG (answer->dialog), answer->response);

  return G_SOURCE_CONTINUE;
}

/* As soon as the dialog has read what it needs; there may be others. */
static void
answer_dialog (Fixture *self,
               int      response)
{
  Answer answer = { find_dialog (self), response };
  guint id;

  g_assert_nonnull (answer.dialog);
  id = g_timeout_add (50, on_answer, &answer);
  while (find_dialog (self) == answer.dialog)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (id);
  ui_settle ();
}

static gboolean
says (Fixture    *self,
      const char *text)
{
  return g_strcmp0 (qd_toaster_get_text (self->toaster), text) == 0;
}

static int
get_width (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture = gdk_texture_new_from_filename (path, &error);

  g_assert_no_error (error);

  return gdk_texture_get_width (texture);
}

static void
test_export (Fixture       *self,
             gconstpointer  unused)
{
  g_autofree char *path = g_build_filename (g_get_home_dir (), "Growth.pdf", NULL);
  g_autofree char *bytes = NULL;

#ifdef __SANITIZE_ADDRESS__
  g_test_skip ("GTK's file dialog leaks what it asked about the desktop");
  return;
#endif

  qd_print_export (self->window, create_boards (self, 1, QD_DENSITY_CARDS));
  answer_dialog (self, GTK_RESPONSE_ACCEPT);
  g_assert_true (says (self, "Saved as “Growth.pdf”"));
  g_assert_true (g_file_get_contents (path, &bytes, NULL, NULL));
  g_assert_true (g_str_has_prefix (bytes, "%PDF-"));
}

/* The dialog has other lists, of other lengths. */
static GtkDropDown *
find_scales (GtkWidget *widget)
{
  GtkDropDown *found = NULL;

  if (GTK_IS_DROP_DOWN (widget) &&
      g_list_model_get_n_items (gtk_drop_down_get_model (GTK_DROP_DOWN (widget))) == 4)
    return GTK_DROP_DOWN (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_scales (child);

  return found;
}

/* The name makes it a picture, and the choice beside it tells how large. */
static void
test_export_picture (Fixture       *self,
                     gconstpointer  unused)
{
  static const guint positions[] = { 1, 3 }; /* for a scale of 1 and of 4 */
  g_autofree char *path = g_build_filename (g_get_home_dir (), "Growth.png", NULL);
  int widths[G_N_ELEMENTS (positions)];

#ifdef __SANITIZE_ADDRESS__
  g_test_skip ("GTK's file dialog leaks what it asked about the desktop");
  return;
#endif

  for (guint i = 0; i < G_N_ELEMENTS (positions); i++)
    {
      GtkFileChooser *chooser;

      g_unlink (path);
      qd_print_export (self->window, create_boards (self, 1, QD_DENSITY_CARDS));
      chooser = GTK_FILE_CHOOSER (find_dialog (self));
      gtk_file_chooser_set_current_name (chooser, "Growth.png");
      gtk_drop_down_set_selected (find_scales (GTK_WIDGET (chooser)), positions[i]);
      answer_dialog (self, GTK_RESPONSE_ACCEPT);
      g_assert_true (says (self, "Saved as “Growth.png”"));
      widths[i] = get_width (path);
    }
  g_assert_cmpint (ABS (widths[1] - 4 * widths[0]), <=, 4);
}

/* Two dialogs of one window write what each was asked for, or nothing. */
static void
test_export_twice (Fixture       *self,
                   gconstpointer  unused)
{
  static const char * const names[] = { "Growth.pdf", "Review.pdf" };
  const guint n_references = G_OBJECT (self->file.growth)->ref_count;

#ifdef __SANITIZE_ADDRESS__
  g_test_skip ("GTK's file dialog leaks what it asked about the desktop");
  return;
#endif

  for (guint round = 0; round < 2; round++)
    {
      const int response = round == 0 ? GTK_RESPONSE_CANCEL : GTK_RESPONSE_ACCEPT;

      for (guint i = 0; i < G_N_ELEMENTS (names); i++)
        {
          g_autofree char *path = g_build_filename (g_get_home_dir (), names[i], NULL);

          g_unlink (path);
        }
      qd_print_export (self->window, create_boards (self, 1, QD_DENSITY_CARDS));
      qd_print_export (self->window, create_text ("Review", 3));
      answer_dialog (self, response);
      answer_dialog (self, response);
      g_assert_null (find_dialog (self));
      g_assert_cmpuint (G_OBJECT (self->file.growth)->ref_count, ==, n_references);
      for (guint i = 0; i < G_N_ELEMENTS (names); i++)
        {
          g_autofree char *path = g_build_filename (g_get_home_dir (), names[i], NULL);

          g_assert_cmpint (g_file_test (path, G_FILE_TEST_EXISTS), ==, round == 1);
        }
    }
}

/* The person asks for a printer and then for none; nothing is left of it. */
static void
test_cancel (Fixture       *self,
             gconstpointer  unused)
{
#ifdef __SANITIZE_ADDRESS__
  g_test_skip ("GTK's print dialog leaks what it asked about the desktop");
  return;
#endif

  qd_print_run (self->window, create_boards (self, 2, QD_DENSITY_COMPACT));
  answer_dialog (self, GTK_RESPONSE_CANCEL);
  g_assert_null (qd_toaster_get_text (self->toaster));
}

static void
on_done (gboolean *done)
{
  *done = TRUE;
}

/* What the printer gets, as a document. Returns how many pages it has. */
static int
print (Fixture    *self,
       QdPrintJob *job)
{
  GtkPrintOperation *operation = qd_print_operation_new (self->window, job);
  g_autofree char *path = ui_fixture_name (&self->file, "printed.pdf");
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done = FALSE;
  int n_pages = 0;

  g_assert_nonnull (operation);
  g_signal_connect_swapped (operation, "done", G_CALLBACK (on_done), &done);
  gtk_print_operation_set_export_filename (operation, path);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, self->window, &error);
  g_assert_no_error (error);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  g_object_get (operation, "n-pages", &n_pages, NULL);
  ui_settle ();
  ui_assert_finalized (operation);

  g_assert_true (g_file_get_contents (path, &bytes, NULL, NULL));
  g_assert_true (g_str_has_prefix (bytes, "%PDF-"));

  return n_pages;
}

static void
test_pages (Fixture       *self,
            gconstpointer  unused)
{
  for (guint density = 0; density < QD_N_DENSITIES; density++)
    g_assert_cmpint (print (self, create_boards (self, 2, (QdDensity) density)),
                     ==, density == QD_DENSITY_CARDS ? 2 : 1);
  g_assert_cmpint (print (self, create_text ("Review", 3)), ==, 1);
  g_assert_cmpint (print (self, create_text ("Review", 100)), >, 1);
}

/* A text is upright; its title becomes the name of a file that any system has. */
static void
test_text (Fixture       *self,
           gconstpointer  unused)
{
  g_autoptr (QdPrintJob) job = create_text ("Review of “A/B: <both>”", 3);
  g_autoptr (QdPrintJob) boards = create_boards (self, 2, QD_DENSITY_COMPACT);
  g_autofree char *name = qd_print_job_dup_name (job);

  g_assert_cmpstr (name, ==, "Review of “A B   both ”");
  g_assert_false (qd_print_job_is_landscape (job));
  g_assert_true (qd_print_job_is_landscape (boards));
}

/* The name tells the format, and a picture is as large as was asked for. */
static void
test_write (Fixture       *self,
            gconstpointer  unused)
{
  g_autofree char *name = ui_fixture_name (&self->file, "review.PNG");
  g_autofree char *nameless = ui_fixture_name (&self->file, "review");
  g_autoptr (QdPrintJob) text = create_text ("Review", 3);
  g_autoptr (QdPrintJob) boards = create_boards (self, 2, QD_DENSITY_COMPACT);
  const QdPrintJob *jobs[] = { text, boards };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (jobs); i++)
    {
      int width;

      g_assert_true (qd_print_job_write (jobs[i], name, 1.0, FALSE, &error));
      g_assert_no_error (error);
      width = get_width (name);
      g_assert_true (qd_print_job_write (jobs[i], name, 3.0, FALSE, &error));
      g_assert_no_error (error);
      g_assert_cmpint (ABS (get_width (name) - 3 * width), <=, 3);
    }

  g_assert_false (qd_print_job_write (jobs[0], nameless, 1.0, FALSE, &error));
  g_assert_error (error, QD_ERROR, QD_ERROR_INVALID);
  g_assert_false (g_file_test (nameless, G_FILE_TEST_EXISTS));
}

/* A window never writes over a file that it, or another one, has open. */
static void
test_write_over (Fixture       *self,
                 gconstpointer  unused)
{
  static const char * const names[] = { "link.pdf", "link.png" };
  g_autoptr (QdPrintJob) boards = create_boards (self, 2, QD_DENSITY_COMPACT);
  GStatBuf before, after;

  g_assert_cmpint (g_stat (self->file.path, &before), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *name = ui_fixture_name (&self->file, names[i]);
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (symlink (self->file.path, name), ==, 0);
      g_assert_false (qd_print_job_write (boards, name, 1.0, FALSE, &error));
      g_assert_error (error, QD_ERROR, QD_ERROR_INVALID);
      g_assert_true (g_file_test (name, G_FILE_TEST_IS_SYMLINK));
    }
  g_assert_cmpint (g_stat (self->file.path, &after), ==, 0);
  g_assert_cmpuint (before.st_ino, ==, after.st_ino);
}

static guint
count_cards (const QdPaperLayout *layout)
{
  guint n = 0;

  for (guint i = 0; i < layout->pages->len; i++)
    {
      const GArray *places = ((QdPaperPage *) g_ptr_array_index (layout->pages, i))->places;

      for (guint j = 0; j < places->len; j++)
        n += g_array_index (places, QdPaperPlace, j).item->kind == QD_PAPER_CARD;
    }

  return n;
}

/* Cards that do not match stay away, and each page tells why. */
static void
test_filter (Fixture       *self,
             gconstpointer  unused)
{
  static const char * const none[] = { "text:nowhere", NULL };
  static const char * const all[] = { NULL };
  g_autoptr (QdPrintJob) job = create_boards (self, 2, QD_DENSITY_COMPACT);
  QdPaperSheet sheet;
  guint n_cards = 0;

  qd_paper_sheet_init (&sheet, QD_PAPER_A4, TRUE);
  for (guint i = 0; i < 3; i++)
    {
      const gboolean filtered = i == 1;
      g_autoptr (QdPaperLayout) layout = NULL;
      const QdPaperHead *head;

      if (i > 0)
        qd_print_job_set_filter (job, self->file.store, filtered ? none : all);
      layout = qd_print_job_lay_out (job, &sheet, FALSE);
      head = ((QdPaperPage *) g_ptr_array_index (layout->pages, 0))->head;
      g_assert_cmpstr (head->note, ==, filtered ? "Filter: Text “nowhere”" : NULL);
      if (i == 0)
        n_cards = count_cards (layout);
      g_assert_cmpuint (n_cards, >, 0);
      g_assert_cmpuint (count_cards (layout), ==, filtered ? 0 : n_cards);
    }
}

/* Boards that are gone are nothing to print. */
static void
test_gone (Fixture       *self,
           gconstpointer  unused)
{
  const QdId gone = 4711;
  g_autoptr (GError) error = NULL;

  g_assert_null (qd_print_job_new_boards (self->file.store, &gone, 1, QD_DENSITY_CARDS, &error));
  g_assert_no_error (error);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add ("/print/export", Fixture, NULL, set_up, test_export, tear_down);
  g_test_add ("/print/export-picture", Fixture, NULL, set_up, test_export_picture, tear_down);
  g_test_add ("/print/export-twice", Fixture, NULL, set_up, test_export_twice, tear_down);
  g_test_add ("/print/cancel", Fixture, NULL, set_up, test_cancel, tear_down);
  g_test_add ("/print/pages", Fixture, NULL, set_up, test_pages, tear_down);
  g_test_add ("/print/text", Fixture, NULL, set_up, test_text, tear_down);
  g_test_add ("/print/write", Fixture, NULL, set_up, test_write, tear_down);
  g_test_add ("/print/write-over", Fixture, NULL, set_up, test_write_over, tear_down);
  g_test_add ("/print/filter", Fixture, NULL, set_up, test_filter, tear_down);
  g_test_add ("/print/gone", Fixture, NULL, set_up, test_gone, tear_down);

  return g_test_run ();
}
