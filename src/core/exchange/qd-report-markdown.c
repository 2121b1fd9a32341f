/* Boards and documents as Markdown: for a wiki, a message or a merge request.
 *
 * Whatever stands in a title is text in it: it makes no heading, list, picture, tag
 * or cell of its own.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "model/qd-board-text.h"
#include "model/qd-card-brief.h"
#include "model/qd-column-slots.h"
#include "qd-markdown-text.h"
#include "qd-number-text.h"
#include "qd-report.h"

/* What is written of boards, and how. */
typedef struct
{
  GString *out;
  const QdChosenCards *chosen; /* (nullable) */
  QdDay today;
  gboolean compact;
} Writer;

/* What a table tells of a board behind its columns. */
static const char * const figures[] = {
  N_("Progress"), N_("Expected"), N_("Net confidence"), N_("Check-ins due"),
};

static void
append_board_head (const Writer *self,
                   QdBoard      *board)
{
  g_autofree char *title = qd_board_text_title (board, G_MAXUINT);
  GString *words = g_string_new (NULL);
  g_autofree char *line = NULL;
  QdBoardStanding standing;

  qd_board_standing_of (board, self->today, &standing);
  qd_board_text_append (words, qd_board_text_time (board, self->today));
  qd_board_text_append (words, qd_board_text_progress (&standing));
  qd_board_text_append (words, qd_board_text_net (&standing));
  qd_board_text_append (words, qd_board_text_counts (&standing));
  qd_board_text_append (words, qd_chosen_cards_text_board (self->chosen, board));
  line = g_string_free (words, FALSE);
  qd_markdown_text_append (self->out, "## ", title, "\n\n");
  qd_markdown_text_append (self->out, "", line, "\n");
}

/* What is told of a card below its title. */
static void
append_details (GString           *out,
                const QdCardBrief *brief)
{
  GString *words = g_string_new (brief->health);
  g_autofree char *line = NULL;

  if (brief->objective != NULL)
    {
      g_string_append_printf (out, "  - %s: ", _("Objective"));
      qd_markdown_text_append (out, "", brief->objective, "\n");
    }
  if (brief->metric != NULL)
    qd_markdown_text_append (out, "  - ", brief->metric, brief->share == NULL ? "\n" : "");
  if (brief->share != NULL)
    qd_markdown_text_append (out, brief->metric != NULL ? " (" : "  - (", brief->share, ")\n");

  qd_board_text_append (words, g_strdup (brief->owner));
  qd_board_text_append (words, g_strdup (brief->confidence));
  qd_board_text_append (words, g_strdup (brief->notes));
  line = g_string_free (words, FALSE);
  if (*line != '\0')
    qd_markdown_text_append (out, "  - ", line, "\n");
}

static void
append_card (const Writer *self,
             QdCard       *card)
{
  GString *out = self->out;
  g_auto (QdCardBrief) brief = { 0 };

  qd_card_brief_init (&brief, card, self->today);
  if (!self->compact)
    {
      qd_markdown_text_append (out, "- **", brief.title, "**\n");
      append_details (out, &brief);
      return;
    }

  qd_markdown_text_append (out, "- ", brief.title, brief.percent == NULL ? "\n" : " — ");
  if (brief.percent != NULL)
    qd_markdown_text_append (out, "", brief.percent, "\n");
}

/* Also columns without cards. */
static void
append_column (const Writer *self,
               QdColumn     *column)
{
  const guint n = qd_ordered_list_get_length (qd_column_get_cards (column));
  g_autoptr (GPtrArray) cards = qd_chosen_cards_list (self->chosen, column);
  g_autofree char *title = qd_board_text_title (column, G_MAXUINT);
  g_autofree char *count = qd_chosen_cards_text_count (self->chosen, cards->len, n);

  qd_markdown_text_append (self->out, "\n### ", title, "");
  g_string_append_printf (self->out, " (%s)\n\n", count);
  for (guint i = 0; i < cards->len; i++)
    append_card (self, g_ptr_array_index (cards, i));
  if (cards->len == 0)
    g_string_append_printf (self->out, "%s\n",
                            n > 0 ? _("No card matches the filter.") : _("No cards"));
}

/* Takes @cell. */
static void
append_cell (GString *out,
             char    *cell)
{
  qd_markdown_text_append (out, " | ", cell, "");
  g_free (cell);
}

static void
append_table_row (const Writer *self,
                  GPtrArray    *slots,
                  QdBoard      *board)
{
  GString *out = self->out;
  g_autofree char *title = qd_board_text_title (board, G_MAXUINT);
  QdBoardStanding standing;

  qd_board_standing_of (board, self->today, &standing);
  qd_markdown_text_append (out, "| ", title, "");
  for (guint i = 0; i < slots->len; i++)
    append_cell (out, qd_column_slot_dup_count (g_ptr_array_index (slots, i), board,
                                                self->chosen));
  append_cell (out, qd_number_text_percent (standing.progress));
  append_cell (out, qd_number_text_percent (standing.expected));
  append_cell (out, standing.has_net_confidence ? qd_number_text (standing.net_confidence)
                                                : g_strdup ("—"));
  append_cell (out, g_strdup_printf ("%u", standing.n_due));
  g_string_append (out, " |\n");
}

static void
append_table (const Writer *self,
              GPtrArray    *boards)
{
  GString *out = self->out;
  g_autoptr (GPtrArray) slots = qd_column_slots_of (boards);

  qd_markdown_text_append (out, "| ", _("Board"), "");
  for (guint i = 0; i < slots->len; i++)
    qd_markdown_text_append (out, " | ", ((QdColumnSlot *) g_ptr_array_index (slots, i))->title,
                             "");
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    qd_markdown_text_append (out, " | ", _(figures[i]), "");
  g_string_append (out, " |\n| :--");
  for (guint i = 0; i < slots->len + G_N_ELEMENTS (figures); i++)
    g_string_append (out, " | --:");
  g_string_append (out, " |\n");
  for (guint i = 0; i < boards->len; i++)
    append_table_row (self, slots, g_ptr_array_index (boards, i));
}

static void
append_head (GString    *out,
             const char *title,
             QdDay       today)
{
  g_autofree char *day = qd_day_to_long (today);

  qd_markdown_text_append (out, "# ", title, "\n\n");
  qd_markdown_text_append (out, "", day != NULL ? day : "", "\n");
}

static void
append_item (GString    *out,
             guint       depth,
             const char *text)
{
  g_autofree char *indent = g_strnfill (2 * depth, ' ');
  g_autofree char *bullet = g_strconcat (indent, "- ", NULL);

  qd_markdown_text_append (out, bullet, text, "\n");
}

static void
append_part (GString              *out,
             const QdDocumentPart *part)
{
  switch (part->kind)
    {
    case QD_DOCUMENT_HEADING:
    case QD_DOCUMENT_SUBHEADING:
      qd_markdown_text_append (out, part->kind == QD_DOCUMENT_HEADING ? "## " : "### ",
                               part->text, "");
      g_string_append_printf (out, " (%u)\n", part->n_lines);
      break;

    case QD_DOCUMENT_LINE:
      append_item (out, part->depth, part->text);
      if (*part->reason != '\0')
        append_item (out, part->depth + 1, part->reason);
      if (*part->place != '\0')
        append_item (out, part->depth + 1, part->place);
      break;

    case QD_DOCUMENT_PARAGRAPH:
    default:
      qd_markdown_text_append (out, "", part->text, "\n");
      break;
    }
}

/**
 * qd_report_markdown:
 * @boards: (element-type QdBoard): boards that are loaded
 * @chosen: (nullable): which of their cards are told of; %NULL for all
 * @title: (nullable): what they are called together
 * @density: how much is told of them: a table of numbers, titles and progress of
 *   cards, or all about them
 * @today: the day for which it is told how they stand
 *
 * Returns: (transfer full): the boards as Markdown
 */
char *
qd_report_markdown (GPtrArray           *boards,
                    const QdChosenCards *chosen,
                    const char          *title,
                    QdDensity            density,
                    QdDay                today)
{
  GString *out = g_string_new (NULL);
  const Writer writer = { out, chosen, today, density == QD_DENSITY_COMPACT };
  g_autofree char *reason = qd_chosen_cards_text_reason (chosen);

  g_return_val_if_fail (boards != NULL, g_string_free (out, FALSE));

  append_head (out, title != NULL ? title : _("Boards"), today);
  if (reason != NULL)
    qd_markdown_text_append (out, "\n", reason, "\n");
  g_string_append_c (out, '\n');
  if (density == QD_DENSITY_COUNTS)
    {
      append_table (&writer, boards);
      return g_string_free (out, FALSE);
    }

  for (guint i = 0; i < boards->len; i++)
    {
      QdBoard *board = g_ptr_array_index (boards, i);
      QdOrderedList *columns = qd_board_get_columns (board);

      if (i > 0)
        g_string_append_c (out, '\n');
      append_board_head (&writer, board);
      for (guint j = 0; j < qd_ordered_list_get_length (columns); j++)
        append_column (&writer, qd_ordered_list_peek (columns, j));
    }

  return g_string_free (out, FALSE);
}

/**
 * qd_report_markdown_document:
 * @document: a document
 *
 * Returns: (transfer full): the document as Markdown
 */
char *
qd_report_markdown_document (const QdDocument *document)
{
  GString *out = g_string_new (NULL);

  g_return_val_if_fail (document != NULL, g_string_free (out, FALSE));

  append_head (out, document->title, document->day);
  if (document->subtitle != NULL)
    qd_markdown_text_append (out, "\n", document->subtitle, "\n");
  for (guint i = 0; i < document->parts->len; i++)
    {
      const QdDocumentPart *part = &g_array_index (document->parts, QdDocumentPart, i);

      /* Between lines an empty one would set them apart. */
      if (part->kind != QD_DOCUMENT_LINE || i == 0 || part[-1].kind != QD_DOCUMENT_LINE)
        g_string_append_c (out, '\n');
      append_part (out, part);
    }

  return g_string_free (out, FALSE);
}
