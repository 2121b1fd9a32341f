/* What "report" writes: boards or their review, on pages or as text. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/qd-report.h"
#include "qd-cli-report-private.h"
#include "qd-paper-board.h"
#include "qd-paper-file.h"
#include "qd-paper-text.h"
#include "qd-save.h"
#include "qd-terminal.h"
#include "store/qd-review-text.h"

static gboolean
write_text (const QdReportWish  *wish,
            const char          *text,
            GError             **error)
{
  if (wish->out != NULL)
    return qd_save_bytes (wish->out, text, strlen (text), error);

  qd_terminal_write (text);

  return TRUE;
}

static gboolean
write_pages (const QdReportWish   *wish,
             const QdPaperLayout  *layout,
             const char           *title,
             GError              **error)
{
  return wish->format == QD_REPORT_PDF
           ? qd_paper_file_write_pdf (layout, title, wish->out, error)
           : qd_paper_file_write_png (layout, wish->scale, wish->out, error);
}

static QdPaperLayout *
lay_out_boards (const QdReportWish *wish,
                GPtrArray          *boards)
{
  QdPaperSheet sheet;

  if (wish->format == QD_REPORT_PDF)
    qd_paper_sheet_init_for_boards (&sheet, wish->size, boards, wish->density);
  else
    qd_paper_sheet_init_for_picture (&sheet, boards, wish->density);

  return qd_paper_board_layout (boards, wish->chosen, wish->title, wish->density, wish->today,
                                &sheet, qd_paper_style_is_rtl ());
}

static QdPaperLayout *
lay_out_document (const QdReportWish *wish,
                  const QdDocument   *document)
{
  QdPaperSheet sheet;

  if (wish->format == QD_REPORT_PDF)
    qd_paper_sheet_init (&sheet, wish->size, FALSE);
  else
    qd_paper_sheet_init_for_text_picture (&sheet);

  return qd_paper_text_layout (document, &sheet, qd_paper_style_is_rtl ());
}

static QdReview *
read_review (const QdReportWish  *wish,
             QdStore             *store,
             GPtrArray           *boards,
             GError             **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (QdId));

  for (guint i = 0; i < boards->len; i++)
    {
      const QdId id = qd_entity_get_id (g_ptr_array_index (boards, i));

      g_array_append_val (ids, id);
    }

  return qd_review_read (store, (const QdId *) (gpointer) ids->data, ids->len, wish->since,
                         wish->today, error);
}

gboolean
qd_cli_write_boards (const QdReportWish  *wish,
                     GPtrArray           *boards,
                     GError             **error)
{
  g_autoptr (QdPaperLayout) layout = NULL;
  g_autofree char *text = NULL;

  switch (wish->format)
    {
    case QD_REPORT_MARKDOWN:
      text = qd_report_markdown (boards, wish->chosen, wish->title, wish->density,
                                 wish->today);
      return write_text (wish, text, error);

    case QD_REPORT_HTML:
      text = qd_report_html (boards, wish->chosen, wish->title, wish->density,
                             wish->today);
      return write_text (wish, text, error);

    case QD_REPORT_PDF:
    case QD_REPORT_PNG:
    default:
      layout = lay_out_boards (wish, boards);
      return write_pages (wish, layout, wish->title != NULL ? wish->title : _("Boards"), error);
    }
}

gboolean
qd_cli_write_review (const QdReportWish  *wish,
                     QdStore             *store,
                     GPtrArray           *boards,
                     GError             **error)
{
  g_autoptr (QdReview) review = read_review (wish, store, boards, error);
  g_autoptr (QdDocument) document = NULL;
  g_autoptr (QdPaperLayout) layout = NULL;
  g_autofree char *text = NULL;

  if (review == NULL)
    return FALSE;

  document = qd_review_text_document (review, wish->title);
  switch (wish->format)
    {
    case QD_REPORT_MARKDOWN:
      text = qd_report_markdown_document (document);
      return write_text (wish, text, error);

    case QD_REPORT_HTML:
      text = qd_report_html_document (document);
      return write_text (wish, text, error);

    case QD_REPORT_PDF:
    case QD_REPORT_PNG:
    default:
      layout = lay_out_document (wish, document);
      return write_pages (wish, layout, document->title, error);
    }
}
