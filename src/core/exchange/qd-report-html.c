/* Boards and documents as a page of HTML that needs no other file.
 *
 * Whatever stands in a title is text in it. What is told by colour is told in words,
 * too, and headings, lists and tables are such for a screen reader.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "model/qd-board-text.h"
#include "model/qd-card-brief.h"
#include "model/qd-column-slots.h"
#include "qd-number-text.h"
#include "qd-report-style.h"
#include "qd-report.h"

/* What is written, and on which day. */
typedef struct
{
  GString *out;
  const QdChosenCards *chosen; /* (nullable) */
  QdDay today;
  gboolean compact;
  guint n_boards;
} Writer;

static void
append_text (GString    *out,
             const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append (out, escaped);
}

/* "<p class='faint'>…</p>" */
static void
append_element (GString    *out,
                const char *open,
                const char *text,
                const char *close)
{
  g_string_append (out, open);
  append_text (out, text);
  g_string_append (out, close);
}

/* The language of the locale as HTML writes it. */
static char *
dup_language (void)
{
  const char *name = g_get_language_names ()[0];
  g_autofree char *language = g_strdelimit (g_strdup (name), ".@", '\0');

  if (!g_ascii_isalpha (*language) || g_str_equal (language, "C") ||
      g_str_equal (language, "POSIX"))
    return g_strdup ("en");

  return g_strdelimit (g_steal_pointer (&language), "_", '-');
}

static void
append_share (GString    *out,
              const char *before,
              double      share)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (number, sizeof number, "%.1f", CLAMP (share, 0.0, 1.0) * 100.0);
  g_string_append_printf (out, "%s%s%%\"", before, number);
}

/* Takes @words, which say the same. */
static void
append_bar (GString *out,
            double   progress,
            double   expected,
            char    *words)
{
  g_autofree char *owned = words;

  if (isnan (progress) || words == NULL)
    return;

  append_element (out, "<div class=\"bar\" role=\"img\" aria-label=\"", owned, "\">");
  append_share (out, "<span style=\"width:", progress);
  g_string_append (out, "></span>");
  if (!isnan (expected))
    {
      append_share (out, "<i style=\"inset-inline-start:", expected);
      g_string_append (out, "></i>");
    }
  g_string_append (out, "</div>\n");
}

static char *
dup_class (QdObjective *objective)
{
  if (objective == NULL)
    return g_strdup ("none");

  return g_strdup_printf ("o%u", qd_objective_get_colour (objective) % QD_N_COLOURS);
}

static void
append_details (GString           *out,
                const QdCardBrief *brief)
{
  GString *words = g_string_new (NULL);
  g_autofree char *rest = NULL;

  if (brief->metric != NULL)
    append_element (out, "<p>", brief->metric, "</p>\n");
  if (brief->share != NULL)
    append_element (out, "<p>", brief->share, "</p>\n");
  qd_board_text_append (words, g_strdup (brief->owner));
  qd_board_text_append (words, g_strdup (brief->confidence));
  qd_board_text_append (words, g_strdup (brief->notes));
  rest = g_string_free (words, FALSE);
  if (brief->health == NULL && *rest == '\0')
    return;

  g_string_append (out, "<p>");
  if (brief->health != NULL)
    {
      g_string_append_printf (out, "<span class=\"health h%u\">", brief->standing.health);
      append_element (out, "", brief->health, "</span>");
    }
  if (brief->health != NULL && *rest != '\0')
    g_string_append (out, C_("enumeration", ", "));
  append_element (out, "", rest, "</p>\n");
}

static void
append_card (const Writer *self,
             QdCard       *card)
{
  g_autofree char *css_class = dup_class (qd_card_get_objective (card));
  g_auto (QdCardBrief) brief = { 0 };

  qd_card_brief_init (&brief, card, self->today);
  g_string_append_printf (self->out, "<li class=\"card %s\">\n", css_class);
  append_element (self->out, "<h4 dir=\"auto\">", brief.title, "</h4>\n");
  if (brief.share != NULL)
    append_bar (self->out, brief.standing.progress, brief.standing.expected,
                g_strdup (brief.share));
  if (brief.objective != NULL)
    append_element (self->out, "<p class=\"faint\">", brief.objective, "</p>\n");
  if (!self->compact)
    append_details (self->out, &brief);
  g_string_append (self->out, "</li>\n");
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

  g_string_append_printf (self->out, "<section>\n<h3 class=\"r%u\" dir=\"auto\">",
                          qd_column_get_role (column));
  append_text (self->out, title);
  append_element (self->out, " <span class=\"count\">", count, "</span></h3>\n");
  if (cards->len > 0)
    g_string_append (self->out, "<ol>\n");
  for (guint i = 0; i < cards->len; i++)
    append_card (self, g_ptr_array_index (cards, i));
  if (cards->len > 0)
    g_string_append (self->out, "</ol>\n");
  else
    append_element (self->out, "<p class=\"faint\">",
                    n > 0 ? _("No card matches the filter.") : _("No cards"), "</p>\n");
  g_string_append (self->out, "</section>\n");
}

static void
append_objectives (const Writer *self,
                   QdBoard      *board)
{
  QdOrderedList *objectives = qd_board_get_objectives (board);
  const guint n = qd_ordered_list_get_length (objectives);

  if (n == 0)
    return;

  g_string_append (self->out, "<ul class=\"objectives\">\n");
  for (guint i = 0; i < n; i++)
    {
      QdObjective *objective = qd_ordered_list_peek (objectives, i);
      g_autofree char *css_class = dup_class (objective);
      g_autofree char *title = qd_board_text_title (objective, G_MAXUINT);
      g_autofree char *percent = NULL;
      QdObjectiveStanding standing;

      qd_objective_standing_of (board, objective, self->today, &standing);
      percent = qd_number_text_percent (standing.progress);
      g_string_append_printf (self->out, "<li class=\"%s\"><span class=\"dot\"></span>",
                              css_class);
      append_text (self->out, title);
      append_element (self->out, " <span class=\"faint\">",
                      isnan (standing.progress) ? "" : percent, "</span></li>\n");
    }
  g_string_append (self->out, "</ul>\n");
}

static void
append_board (Writer  *self,
              QdBoard *board)
{
  const guint number = ++self->n_boards;
  QdOrderedList *columns = qd_board_get_columns (board);
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

  g_string_append_printf (self->out,
                          "<section class=\"board\" aria-labelledby=\"board-%u\">\n"
                          "<h2 id=\"board-%u\" dir=\"auto\">", number, number);
  append_element (self->out, "", title, "</h2>\n");
  append_element (self->out, "<p>", line, "</p>\n");
  append_bar (self->out, standing.progress, standing.expected,
              qd_board_text_progress (&standing));
  append_objectives (self, board);
  g_string_append (self->out, "<div class=\"columns\">\n");
  for (guint i = 0; i < qd_ordered_list_get_length (columns); i++)
    append_column (self, qd_ordered_list_peek (columns, i));
  g_string_append (self->out, "</div>\n</section>\n");
}

/* Takes @text. */
static void
append_cell (GString *out,
             char    *text)
{
  append_element (out, "<td>", text, "</td>");
  g_free (text);
}

static void
append_row (const Writer *self,
            GPtrArray    *slots,
            QdBoard      *board)
{
  g_autofree char *title = qd_board_text_title (board, G_MAXUINT);
  QdBoardStanding standing;

  qd_board_standing_of (board, self->today, &standing);
  append_element (self->out, "<tr><th scope=\"row\" dir=\"auto\">", title, "</th>");
  for (guint i = 0; i < slots->len; i++)
    append_cell (self->out,
                 qd_column_slot_dup_count (g_ptr_array_index (slots, i), board,
                                           self->chosen));
  append_cell (self->out, qd_number_text_percent (standing.progress));
  append_cell (self->out, qd_number_text_percent (standing.expected));
  append_cell (self->out, standing.has_net_confidence
                            ? qd_number_text (standing.net_confidence) : g_strdup ("—"));
  append_cell (self->out, g_strdup_printf ("%u", standing.n_due));
  g_string_append (self->out, "</tr>\n");
}

static void
append_table (const Writer *self,
              GPtrArray    *boards)
{
  const char *figures[] = {
    _("Progress"), _("Expected"), _("Net confidence"), _("Check-ins due"),
  };
  g_autoptr (GPtrArray) slots = qd_column_slots_of (boards);

  append_element (self->out, "<table>\n<thead><tr><th scope=\"col\">", _("Board"), "</th>");
  for (guint i = 0; i < slots->len; i++)
    append_element (self->out, "<th scope=\"col\">",
                    ((QdColumnSlot *) g_ptr_array_index (slots, i))->title, "</th>");
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    append_element (self->out, "<th scope=\"col\">", figures[i], "</th>");
  g_string_append (self->out, "</tr></thead>\n<tbody>\n");
  for (guint i = 0; i < boards->len; i++)
    append_row (self, slots, g_ptr_array_index (boards, i));
  g_string_append (self->out, "</tbody>\n</table>\n");
}

static void
append_begin (GString    *out,
              const char *title,
              QdDay       today)
{
  g_autofree char *language = dup_language ();
  g_autofree char *day = qd_day_to_long (today);

  append_element (out, "<!DOCTYPE html>\n<html lang=\"", language,
                  "\">\n<head>\n<meta charset=\"utf-8\">\n");
  g_string_append (out, "<meta name=\"viewport\" "
                        "content=\"width=device-width, initial-scale=1\">\n");
  append_element (out, "<title>", title, "</title>\n");
  qd_report_style_append (out);
  append_element (out, "</head>\n<body>\n<header>\n<h1 dir=\"auto\">", title, "</h1>\n");
  append_element (out, "<p class=\"faint\">", day != NULL ? day : "", "</p>\n");
}

static void
append_heading (GString              *out,
                const QdDocumentPart *part)
{
  const gboolean minor = part->kind == QD_DOCUMENT_SUBHEADING;

  append_element (out, minor ? "<h3 dir=\"auto\">" : "<h2 dir=\"auto\">", part->text, "");
  g_string_append_printf (out, " <span class=\"count\">%u</span></%s>\n", part->n_lines,
                          minor ? "h3" : "h2");
}

/* Why, and where, who and when. */
static void
append_line (GString              *out,
             const QdDocumentPart *part)
{
  if (part->depth > 0)
    g_string_append_printf (out, "<li style=\"margin-inline-start:%urem\">\n", part->depth);
  else
    g_string_append (out, "<li>\n");
  append_element (out, "<p dir=\"auto\">", part->text, "</p>\n");
  if (*part->reason != '\0')
    append_element (out, "<p dir=\"auto\" class=\"reason\">", part->reason, "</p>\n");
  if (*part->place != '\0')
    append_element (out, "<p dir=\"auto\" class=\"faint\">", part->place, "</p>\n");
  g_string_append (out, "</li>\n");
}

/* Lines that follow one another are a list. */
static void
append_parts (GString      *out,
              const GArray *parts)
{
  gboolean in_list = FALSE;

  for (guint i = 0; i < parts->len; i++)
    {
      const QdDocumentPart *part = &g_array_index (parts, QdDocumentPart, i);
      const gboolean is_line = part->kind == QD_DOCUMENT_LINE;

      if (is_line != in_list)
        g_string_append (out, is_line ? "<ul class=\"lines\">\n" : "</ul>\n");
      in_list = is_line;
      if (is_line)
        append_line (out, part);
      else if (part->kind == QD_DOCUMENT_PARAGRAPH)
        append_element (out, "<p dir=\"auto\">", part->text, "</p>\n");
      else
        append_heading (out, part);
    }
  if (in_list)
    g_string_append (out, "</ul>\n");
}

/**
 * qd_report_html:
 * @boards: (element-type QdBoard): boards that are loaded
 * @chosen: (nullable): which of their cards are told of; %NULL for all
 * @title: (nullable): what they are called together
 * @density: how much is told of them: a table of numbers, titles and progress of
 *   cards, or all about them
 * @today: the day for which it is told how they stand
 *
 * Returns: (transfer full): the boards as a page of HTML
 */
char *
qd_report_html (GPtrArray           *boards,
                const QdChosenCards *chosen,
                const char          *title,
                QdDensity            density,
                QdDay                today)
{
  GString *out = g_string_new (NULL);
  Writer writer = { out, chosen, today, density == QD_DENSITY_COMPACT, 0 };
  g_autofree char *reason = qd_chosen_cards_text_reason (chosen);

  g_return_val_if_fail (boards != NULL, g_string_free (out, FALSE));

  append_begin (out, title != NULL ? title : _("Boards"), today);
  if (reason != NULL)
    append_element (out, "<p dir=\"auto\">", reason, "</p>\n");
  g_string_append (out, "</header>\n<main>\n");
  if (density == QD_DENSITY_COUNTS)
    append_table (&writer, boards);
  else
    for (guint i = 0; i < boards->len; i++)
      append_board (&writer, g_ptr_array_index (boards, i));
  g_string_append (out, "</main>\n</body>\n</html>\n");

  return g_string_free (out, FALSE);
}

/**
 * qd_report_html_document:
 * @document: a document
 *
 * Returns: (transfer full): the document as a page of HTML
 */
char *
qd_report_html_document (const QdDocument *document)
{
  GString *out = g_string_new (NULL);

  g_return_val_if_fail (document != NULL, g_string_free (out, FALSE));

  append_begin (out, document->title, document->day);
  if (document->subtitle != NULL)
    append_element (out, "<p class=\"faint\">", document->subtitle, "</p>\n");
  g_string_append (out, "</header>\n<main class=\"text\">\n");
  append_parts (out, document->parts);
  g_string_append (out, "</main>\n</body>\n</html>\n");

  return g_string_free (out, FALSE);
}
