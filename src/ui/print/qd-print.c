/* Boards to the printer, or into a document or a picture.
 *
 * What stands where on which page is decided in src/draw; here are the dialogs of
 * the desktop. A job keeps its boards until it is done.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "dialogs/qd-file-dialog.h"
#include "qd-paper-board.h"
#include "qd-paper-file.h"
#include "widgets/qd-toaster.h"

#include "qd-print.h"

/* As sharp as a screen of two pixels for one. */
#define PICTURE_SCALE 2.0

/* Where a window keeps what is being saved. */
#define SAVED_KEY "qd-print-saved"

/* What is printed. */
typedef struct
{
  GtkWindow *window;     /* (weak) */
  GPtrArray *boards;     /* (element-type QdBoard) */
  QdDensity density;
  QdPaperLayout *layout; /* (nullable): once the paper is known */
} Job;

static void
job_free (gpointer data)
{
  Job *self = data;

  g_clear_weak_pointer (&self->window);
  g_ptr_array_unref (self->boards);
  g_clear_pointer (&self->layout, qd_paper_layout_free);
  g_free (self);
}

static void
report (GtkWindow    *window,
        const GError *error)
{
  if (window != NULL)
    qd_toaster_report (gtk_window_get_child (window), error);
}

/* Boards that are gone are left out. Returns NULL where they cannot be read, or where
 * none is left.
 */
static Job *
job_new (GtkWindow  *window,
         QdStore    *store,
         const QdId *boards,
         guint       n_boards,
         QdDensity   density)
{
  Job *self = g_new0 (Job, 1);
  g_autoptr (GError) error = NULL;

  g_set_weak_pointer (&self->window, window);
  self->boards = g_ptr_array_new_with_free_func (g_object_unref);
  self->density = density;
  for (guint i = 0; i < n_boards && error == NULL; i++)
    {
      QdEntity *board = qd_store_lookup (store, boards[i]);

      if (QD_IS_BOARD (board) && qd_entity_get_alive (board) &&
          qd_store_load_board (store, QD_BOARD (board), &error))
        g_ptr_array_add (self->boards, g_object_ref (board));
    }
  if (error == NULL && self->boards->len > 0)
    return self;

  if (error != NULL)
    report (window, error);
  job_free (self);

  return NULL;
}

static gboolean
is_rtl (const Job *self)
{
  return self->window != NULL &&
         gtk_widget_get_direction (GTK_WIDGET (self->window)) == GTK_TEXT_DIR_RTL;
}

/* What the job is called in a queue, and the file that it becomes. */
static char *
dup_name (const Job *self)
{
  g_autofree char *name = NULL;

  if (self->boards->len > 1)
    return g_strdup (_("Boards"));

  name = g_strdup (qd_entity_get_title (g_ptr_array_index (self->boards, 0)));
  g_strdelimit (name, "/\\:*?\"<>|\n", ' ');
  g_strstrip (name);

  return *name != '\0' ? g_steal_pointer (&name) : g_strdup (_("Board"));
}

/* The paper of the desktop, on the side that the boards need. */
static GtkPageSetup *
create_page_setup (const Job *self)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  QdPaperSheet sheet;

  qd_paper_sheet_init_for_boards (&sheet, QD_PAPER_A4, self->boards, self->density);
  gtk_page_setup_set_orientation (setup, sheet.width > sheet.height
                                           ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                           : GTK_PAGE_ORIENTATION_PORTRAIT);

  return setup;
}

static void
on_begin_print (GtkPrintOperation *operation,
                GtkPrintContext   *context,
                gpointer           user_data)
{
  Job *self = user_data;
  const QdPaperSheet sheet = {
    .width = gtk_print_context_get_width (context),
    .height = gtk_print_context_get_height (context),
  };

  g_assert (GTK_IS_PRINT_OPERATION (operation));

  g_clear_pointer (&self->layout, qd_paper_layout_free);
  self->layout = qd_paper_board_layout (self->boards, NULL, self->density, qd_clock_today (),
                                        &sheet, is_rtl (self));
  gtk_print_operation_set_n_pages (operation,
                                   (int) qd_paper_layout_get_n_pages (self->layout));
}

static void
on_draw_page (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                page,
              gpointer           user_data)
{
  Job *self = user_data;

  g_assert (GTK_IS_PRINT_OPERATION (operation));

  qd_paper_layout_draw (self->layout, (guint) page, gtk_print_context_get_cairo_context (context));
}

static void
on_done (GtkPrintOperation       *operation,
         GtkPrintOperationResult  result,
         gpointer                 user_data)
{
  Job *self = user_data;
  g_autoptr (GError) error = NULL;

  g_assert (GTK_IS_PRINT_OPERATION (operation));

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;

  gtk_print_operation_get_error (operation, &error);
  report (self->window, error);
}

static gboolean
write_file (const Job   *self,
            const char  *path,
            GError     **error)
{
  g_autofree char *name = dup_name (self);
  g_autofree char *lower = g_ascii_strdown (path, -1);
  g_autoptr (QdPaperLayout) layout = NULL;
  const gboolean picture = g_str_has_suffix (lower, ".png");
  QdPaperSheet sheet;

  if (!picture && !g_str_has_suffix (lower, ".pdf"))
    {
      g_set_error_literal (error, QD_ERROR, QD_ERROR_INVALID,
                           _("The name of a document ends in “.pdf”, that of a picture in "
                             "“.png”."));
      return FALSE;
    }

  if (picture)
    qd_paper_sheet_init_for_picture (&sheet, self->boards, self->density);
  else
    qd_paper_sheet_init_for_boards (&sheet, qd_paper_file_get_size (), self->boards,
                                    self->density);
  layout = qd_paper_board_layout (self->boards, NULL, self->density, qd_clock_today (), &sheet,
                                  is_rtl (self));

  return picture ? qd_paper_file_write_png (layout, PICTURE_SCALE, path, error)
                 : qd_paper_file_write_pdf (layout, name, path, error);
}

static void
on_file_chosen (GtkWindow  *window,
                GListModel *files)
{
  Job *self = g_object_steal_data (G_OBJECT (window), SAVED_KEY);
  g_autoptr (GFile) file = g_list_model_get_item (files, 0);
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (GError) error = NULL;
  gboolean written = FALSE;

  g_assert (GTK_IS_WINDOW (window));

  if (path == NULL)
    g_set_error_literal (&error, QD_ERROR, QD_ERROR_INVALID,
                         _("Boards can only be saved in a folder of this computer."));
  else
    written = write_file (self, path, &error);
  job_free (self);

  if (written)
    qd_toaster_say (gtk_window_get_child (window), _("Boards saved"), FALSE);
  else
    report (window, error);
}

/**
 * qd_print_operation_new:
 * @parent: the window that asks
 * @store: the file that the boards are in
 * @boards: (array length=n_boards): ids of boards, in their order
 * @n_boards: how many
 * @density: how much of them is printed
 *
 * Returns: (transfer full) (nullable): an operation that prints the boards; %NULL
 *   where none of them is there, or where they cannot be read, which is told in a toast
 */
GtkPrintOperation *
qd_print_operation_new (GtkWindow  *parent,
                        QdStore    *store,
                        const QdId *boards,
                        guint       n_boards,
                        QdDensity   density)
{
  GtkPrintOperation *operation;
  g_autoptr (GtkPageSetup) setup = NULL;
  g_autofree char *name = NULL;
  Job *self;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (QD_IS_STORE (store), NULL);
  g_return_val_if_fail (boards != NULL || n_boards == 0, NULL);

  self = job_new (parent, store, boards, n_boards, density);
  if (self == NULL)
    return NULL;

  operation = gtk_print_operation_new ();
  setup = create_page_setup (self);
  name = dup_name (self);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_job_name (operation, name);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect (operation, "begin-print", G_CALLBACK (on_begin_print), self);
  g_signal_connect (operation, "draw-page", G_CALLBACK (on_draw_page), self);
  g_signal_connect (operation, "done", G_CALLBACK (on_done), self);
  g_object_set_data_full (G_OBJECT (operation), SAVED_KEY, self, job_free);

  return operation;
}

/**
 * qd_print_boards:
 * @parent: the window that asks
 * @store: the file that the boards are in
 * @boards: (array length=n_boards): ids of boards, in their order
 * @n_boards: how many
 * @density: how much of them is printed
 *
 * Asks for a printer and prints the boards on it; the dialog offers PDF, too. What
 * goes wrong is told in a toast.
 */
void
qd_print_boards (GtkWindow  *parent,
                 QdStore    *store,
                 const QdId *boards,
                 guint       n_boards,
                 QdDensity   density)
{
  g_autoptr (GtkPrintOperation) operation = NULL;

  operation = qd_print_operation_new (parent, store, boards, n_boards, density);
  if (operation != NULL)
    gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, NULL);
}

/**
 * qd_print_export:
 * @parent: the window that asks
 * @store: the file that the boards are in
 * @boards: (array length=n_boards): ids of boards, in their order
 * @n_boards: how many
 * @density: how much of them is written
 *
 * Asks for a file and writes the boards there, as a PDF document or a PNG picture.
 */
void
qd_print_export (GtkWindow  *parent,
                 QdStore    *store,
                 const QdId *boards,
                 guint       n_boards,
                 QdDensity   density)
{
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  g_autofree char *name = NULL;
  g_autofree char *file_name = NULL;
  g_autoptr (GFile) folder = NULL;
  g_autoptr (GFile) proposal = NULL;
  Job *self;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (QD_IS_STORE (store));
  g_return_if_fail (boards != NULL || n_boards == 0);

  self = job_new (parent, store, boards, n_boards, density);
  if (self == NULL)
    return;

  name = dup_name (self);
  file_name = g_strconcat (name, ".pdf", NULL);
  folder = g_file_new_for_path (documents != NULL ? documents : g_get_home_dir ());
  proposal = g_file_get_child (folder, file_name);
  g_object_set_data_full (G_OBJECT (parent), SAVED_KEY, self, job_free);
  qd_file_dialog_save (parent, _("Save as PDF or Picture"), proposal, on_file_chosen);
}
