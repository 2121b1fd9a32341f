/* What goes to the printer or into a file: boards as they stand, or a text as it was
 * when somebody asked.
 *
 * A job keeps what it is about until it is done. What stands where on which page is
 * decided in src/draw.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "filter/qd-filter-choice.h"
#include "qd-error.h"
#include "qd-paper-board.h"
#include "qd-paper-file.h"
#include "qd-paper-text.h"
#include "qd-print-job.h"

struct _QdPrintJob
{
  GPtrArray *boards;     /* (element-type QdBoard): empty for a document */
  QdChosenCards *chosen; /* (nullable): which of their cards; NULL for all */
  QdDensity density;
  QdDocument *document;  /* (nullable): NULL for boards */
};

static QdPrintJob *
create (QdDensity   density,
        QdDocument *document)
{
  QdPrintJob *self = g_new0 (QdPrintJob, 1);

  self->boards = g_ptr_array_new_with_free_func (g_object_unref);
  self->density = density;
  self->document = document;

  return self;
}

static void
init_sheet (const QdPrintJob *self,
            gboolean          picture,
            QdPaperSheet     *sheet)
{
  const QdPaperSize size = qd_paper_file_get_size ();

  if (self->document != NULL && picture)
    qd_paper_sheet_init_for_text_picture (sheet);
  else if (self->document != NULL)
    qd_paper_sheet_init (sheet, size, FALSE);
  else if (picture)
    qd_paper_sheet_init_for_picture (sheet, self->boards, self->density);
  else
    qd_paper_sheet_init_for_boards (sheet, size, self->boards, self->density);
}

/**
 * qd_print_job_new_boards:
 * @store: the file that the boards are in
 * @boards: (array length=n_boards): ids of boards, in their order; those that are gone
 *   are left out
 * @n_boards: how many
 * @density: how much of them
 * @error: return location for what the store says
 *
 * Returns: (transfer full) (nullable): a job; %NULL also without an error, where none of
 *   the boards is there any more
 */
QdPrintJob *
qd_print_job_new_boards (QdStore     *store,
                         const QdId  *boards,
                         guint        n_boards,
                         QdDensity    density,
                         GError     **error)
{
  g_autoptr (QdPrintJob) self = NULL;

  g_return_val_if_fail (QD_IS_STORE (store), NULL);
  g_return_val_if_fail (boards != NULL || n_boards == 0, NULL);

  self = create (density, NULL);
  for (guint i = 0; i < n_boards; i++)
    {
      QdEntity *board = qd_store_lookup (store, boards[i]);

      if (!QD_IS_BOARD (board) || !qd_entity_get_alive (board))
        continue;
      if (!qd_store_load_board (store, QD_BOARD (board), error))
        return NULL;
      g_ptr_array_add (self->boards, g_object_ref (board));
    }

  return self->boards->len > 0 ? g_steal_pointer (&self) : NULL;
}

/**
 * qd_print_job_new_document:
 * @document: (transfer full): a text
 *
 * Returns: (transfer full): a job
 */
QdPrintJob *
qd_print_job_new_document (QdDocument *document)
{
  g_return_val_if_fail (document != NULL, NULL);

  return create (QD_DENSITY_CARDS, document);
}

/* Boards of the past are told by their own day. */
static QdDay
get_today (const QdPrintJob *self)
{
  return self->boards->len > 0 ? qd_board_get_today (self->boards->pdata[0])
                               : qd_clock_today ();
}

/**
 * qd_print_job_set_filter:
 * @self: a job of boards
 * @store: the file that the boards are in
 * @tokens: (nullable) (array zero-terminated=1): as for qd_filter_wanted_new()
 *
 * Leaves out the cards that do not match now, and says so on the pages.
 */
void
qd_print_job_set_filter (QdPrintJob         *self,
                         QdStore            *store,
                         const char * const *tokens)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (QD_IS_STORE (store));

  g_clear_pointer (&self->chosen, qd_chosen_cards_free);
  self->chosen = qd_filter_choose (store, self->boards, tokens, get_today (self));
}

/**
 * qd_print_job_free:
 * @self: a job
 */
void
qd_print_job_free (QdPrintJob *self)
{
  g_ptr_array_unref (self->boards);
  g_clear_pointer (&self->chosen, qd_chosen_cards_free);
  g_clear_pointer (&self->document, qd_document_free);
  g_free (self);
}

/**
 * qd_print_job_dup_name:
 * @self: a job
 *
 * Returns: (transfer full): what it is called in a queue, and the file that it becomes
 */
char *
qd_print_job_dup_name (const QdPrintJob *self)
{
  g_autofree char *name = NULL;

  if (self->boards->len > 1)
    return g_strdup (_("Boards"));

  name = g_strdup (self->document != NULL
                     ? self->document->title
                     : qd_entity_get_title (g_ptr_array_index (self->boards, 0)));
  g_strdelimit (name, "/\\:*?\"<>|\n", ' ');
  g_strstrip (name);

  return *name != '\0' ? g_steal_pointer (&name) : g_strdup (_("Board"));
}

/**
 * qd_print_job_is_landscape:
 * @self: a job
 *
 * Returns: whether paper lies on its long side for it
 */
gboolean
qd_print_job_is_landscape (const QdPrintJob *self)
{
  QdPaperSheet sheet;

  init_sheet (self, FALSE, &sheet);

  return sheet.width > sheet.height;
}

/**
 * qd_print_job_lay_out:
 * @self: a job
 * @sheet: what is written on
 * @rtl: whether one writes from right to left
 *
 * Returns: (transfer full): its pages
 */
QdPaperLayout *
qd_print_job_lay_out (const QdPrintJob   *self,
                      const QdPaperSheet *sheet,
                      gboolean            rtl)
{
  if (self->document != NULL)
    return qd_paper_text_layout (self->document, sheet, rtl);

  return qd_paper_board_layout (self->boards, self->chosen, NULL, self->density,
                                get_today (self), sheet, rtl);
}

/**
 * qd_print_job_write:
 * @self: a job
 * @path: (type filename): of a file, whose name tells whether it is a document or a
 *   picture
 * @scale: of a picture: 1.0 for 96 pixels an inch
 * @rtl: whether one writes from right to left
 * @error: return location; %QD_ERROR_INVALID where the name does not tell, and as of
 *   qd_paper_file_write_pdf() and qd_paper_file_write_png()
 *
 * Returns: whether it was written
 */
gboolean
qd_print_job_write (const QdPrintJob  *self,
                    const char        *path,
                    double             scale,
                    gboolean           rtl,
                    GError           **error)
{
  g_autofree char *name = qd_print_job_dup_name (self);
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

  init_sheet (self, picture, &sheet);
  layout = qd_print_job_lay_out (self, &sheet, rtl);

  return picture ? qd_paper_file_write_png (layout, scale, path, error)
                 : qd_paper_file_write_pdf (layout, name, path, error);
}
