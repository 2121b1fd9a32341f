/* Boards to the printer and into a file, through the dialogs of the desktop. */

#include "config.h"

#include "print/qd-print.h"
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

/* As soon as the dialog has read what it needs. */
static void
answer_dialog (Fixture *self,
               int      response)
{
  Answer answer = { find_dialog (self), response };
  guint id;

  g_assert_nonnull (answer.dialog);
  id = g_timeout_add (50, on_answer, &answer);
  while (find_dialog (self) != NULL)
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

  qd_print_export (self->window, self->file.store, self->boards, 1, QD_DENSITY_CARDS);
  answer_dialog (self, GTK_RESPONSE_ACCEPT);
  g_assert_true (says (self, "Boards saved"));
  g_assert_true (g_file_get_contents (path, &bytes, NULL, NULL));
  g_assert_true (g_str_has_prefix (bytes, "%PDF-"));
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

  qd_print_boards (self->window, self->file.store, self->boards, 2, QD_DENSITY_COMPACT);
  answer_dialog (self, GTK_RESPONSE_CANCEL);
  g_assert_null (qd_toaster_get_text (self->toaster));
}

static void
on_done (gboolean *done)
{
  *done = TRUE;
}

/* What the printer gets, as a document. */
static void
test_pages (Fixture       *self,
            gconstpointer  unused)
{
  g_autofree char *path = ui_fixture_name (&self->file, "printed.pdf");
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;

  for (guint density = 0; density < QD_N_DENSITIES; density++)
    {
      GtkPrintOperation *operation;
      gboolean done = FALSE;
      int n_pages = 0;

      operation = qd_print_operation_new (self->window, self->file.store, self->boards, 2,
                                          (QdDensity) density);
      g_assert_nonnull (operation);
      g_signal_connect_swapped (operation, "done", G_CALLBACK (on_done), &done);
      gtk_print_operation_set_export_filename (operation, path);
      gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, self->window,
                               &error);
      g_assert_no_error (error);
      while (!done)
        g_main_context_iteration (NULL, TRUE);
      g_object_get (operation, "n-pages", &n_pages, NULL);
      g_assert_cmpint (n_pages, ==, density == QD_DENSITY_CARDS ? 2 : 1);
      ui_settle ();
      ui_assert_finalized (operation);

      g_clear_pointer (&bytes, g_free);
      g_assert_true (g_file_get_contents (path, &bytes, NULL, NULL));
      g_assert_true (g_str_has_prefix (bytes, "%PDF-"));
    }
}

/* Boards that are gone ask for nothing. */
static void
test_gone (Fixture       *self,
           gconstpointer  unused)
{
  const QdId gone = 4711;

  qd_print_boards (self->window, self->file.store, &gone, 1, QD_DENSITY_CARDS);
  qd_print_export (self->window, self->file.store, &gone, 1, QD_DENSITY_CARDS);
  g_assert_null (find_dialog (self));
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add ("/print/export", Fixture, NULL, set_up, test_export, tear_down);
  g_test_add ("/print/cancel", Fixture, NULL, set_up, test_cancel, tear_down);
  g_test_add ("/print/pages", Fixture, NULL, set_up, test_pages, tear_down);
  g_test_add ("/print/gone", Fixture, NULL, set_up, test_gone, tear_down);

  return g_test_run ();
}
