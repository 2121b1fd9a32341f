/* "report": boards or their review as a document, a picture or a text, without a
 * display: what is asked for. Changes nothing in the file that it reads.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "filter/qd-filter-choice.h"
#include "filter/qd-filter-part.h"
#include "qd-cli-boards.h"
#include "qd-cli-card.h"
#include "qd-cli-filter.h"
#include "qd-cli-me.h"
#include "qd-cli-private.h"
#include "qd-cli-report-private.h"
#include "qd-paper-file.h"
#include "qd-terminal.h"
#include "store/qd-review-text.h"

/* As many pixels as a sharp screen has. */
#define SCALE 2.0
#define MIN_SCALE 0.1
#define MAX_SCALE 10.0

static const struct
{
  const char *word;
  const char *suffixes[3];
} formats[] = {
  [QD_REPORT_PDF] = { "pdf", { ".pdf" } },
  [QD_REPORT_PNG] = { "png", { ".png" } },
  [QD_REPORT_MARKDOWN] = { "markdown", { ".md", ".markdown" } },
  [QD_REPORT_HTML] = { "html", { ".html", ".htm" } },
};

static void
wish_clear (QdReportWish *self)
{
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->chosen, qd_chosen_cards_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QdReportWish, wish_clear)

static gboolean
find_suffix (const char     *out,
             QdReportFormat *format)
{
  g_autofree char *name = g_ascii_strdown (out, -1);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    for (guint j = 0; j < G_N_ELEMENTS (formats[i].suffixes); j++)
      if (formats[i].suffixes[j] != NULL && g_str_has_suffix (name, formats[i].suffixes[j]))
        {
          *format = (QdReportFormat) i;
          return TRUE;
        }

  return FALSE;
}

/* What is said, or else what the name of the file says. */
static gboolean
read_format (QdReportWish  *wish,
             const QdCall  *call,
             GError       **error)
{
  const char *word = qd_call_get_option (call, "--format");

  wish->out = qd_call_get_option (call, "-o");
  if (wish->out != NULL && g_str_equal (wish->out, "-"))
    wish->out = NULL;
  wish->format = QD_REPORT_MARKDOWN;
  if (word == NULL && wish->out != NULL && !find_suffix (wish->out, &wish->format))
    return qd_call_refuse (error,
                           _("The name of the file does not tell the format. Give “--format” "
                             "with pdf, png, markdown or html."));
  if (word != NULL)
    {
      guint i = 0;

      while (i < G_N_ELEMENTS (formats) && !g_str_equal (formats[i].word, word))
        i++;
      if (i == G_N_ELEMENTS (formats))
        return qd_call_refuse (error, _("A format is pdf, png, markdown or html."));
      wish->format = (QdReportFormat) i;
    }
  if (wish->out == NULL && wish->format <= QD_REPORT_PNG)
    return qd_call_refuse (error,
                           _("A document or a picture goes into a file: give “-o” with its "
                             "name."));

  return TRUE;
}

static gboolean
read_paper (QdReportWish  *wish,
            const QdCall  *call,
            GError       **error)
{
  const char *word = qd_call_get_option (call, "--paper");

  wish->size = qd_paper_file_get_size ();
  if (word == NULL)
    return TRUE;
  if (wish->format != QD_REPORT_PDF)
    return qd_call_refuse (error, _("Only a PDF document is on paper; leave “--paper” out."));

  if (g_ascii_strcasecmp (word, "a4") == 0)
    wish->size = QD_PAPER_A4;
  else if (g_ascii_strcasecmp (word, "letter") == 0)
    wish->size = QD_PAPER_LETTER;
  else
    return qd_call_refuse (error, _("A paper is a4 or letter."));

  return TRUE;
}

static gboolean
read_scale (QdReportWish  *wish,
            const QdCall  *call,
            GError       **error)
{
  const char *word = qd_call_get_option (call, "--scale");
  char *end;

  wish->scale = SCALE;
  if (word == NULL)
    return TRUE;
  if (wish->format != QD_REPORT_PNG)
    return qd_call_refuse (error, _("Only a PNG picture has a scale; leave “--scale” out."));

  wish->scale = g_ascii_strtod (word, &end);
  if (end == word || *end != '\0' || !(wish->scale >= MIN_SCALE && wish->scale <= MAX_SCALE))
    return qd_call_refuse (error, _("A scale is a number from 0.1 to 10, where 1 is 96 pixels "
                                    "an inch."));

  return TRUE;
}

static gboolean
read_density (QdReportWish  *wish,
              const QdCall  *call,
              GError       **error)
{
  const char *word = qd_call_get_option (call, "--density");
  int density = QD_DENSITY_CARDS;

  wish->has_density = word != NULL;
  if (word != NULL && !qd_enum_find_nick (QD_TYPE_DENSITY, word, &density))
    return qd_call_refuse (error, _("A density is counts, compact or cards."));
  wish->density = (QdDensity) density;

  return TRUE;
}

/* As on the page: since the last review, or a day of the year before. */
static gboolean
read_review (QdReportWish  *wish,
             const QdCall  *call,
             GError       **error)
{
  const char *word = qd_call_get_option (call, "--since");
  QdDay day = QD_DAY_NONE;

  wish->review = qd_call_get_option (call, "--review") != NULL;
  if (word != NULL && !wish->review)
    return qd_call_refuse (error, _("Only a review tells of changes; give “--review”, too."));
  if (wish->review && wish->has_density)
    return qd_call_refuse (error, _("A review has no density; leave “--density” out."));
  if (word == NULL)
    return TRUE;

  if (!qd_call_read_day (word, &day, error))
    return FALSE;
  if (day > wish->today)
    return qd_call_refuse (error, _("A review tells of changes since today or an earlier day."));

  wish->since = qd_day_get_start (day) - 1;

  return TRUE;
}

static gboolean
check_choice (const QdCall  *call,
              GError       **error)
{
  return qd_call_get_option (call, "--view") == NULL ||
         qd_call_get_option (call, "--board") == NULL ||
         qd_call_refuse (error, _("“--view” says which boards; leave “--board” out."));
}

/* What a saved view says holds where nothing else is asked for. */
static GPtrArray *
take_view (QdReportWish  *wish,
           const char    *word,
           QdStore       *store,
           GError       **error)
{
  g_autofree char *name = qd_cli_dup_text (word, error);
  QdView *view = name != NULL ? qd_cli_find_view (store, name, error) : NULL;
  GPtrArray *boards;

  if (view == NULL)
    return NULL;
  boards = qd_cli_view_boards (store, view, error);
  if (boards == NULL)
    return NULL;

  wish->title = g_strdup (qd_entity_get_title (QD_ENTITY (view)));
  if (!wish->has_density)
    wish->density = qd_view_get_density (view);
  wish->view = view;

  return boards;
}

/* Who asks matters only where the filter of the view is of what is one's own. */
static gboolean
take_me (QdReportWish  *wish,
         const QdCall  *call,
         QdStore       *store,
         GError       **error)
{
  g_autofree char *me = NULL;

  if (!g_strv_contains (qd_view_get_filter (wish->view), QD_FILTER_MINE_TOKEN))
    return TRUE;

  me = qd_cli_dup_me (qd_call_get_option (call, "--me"), error);
  qd_workspace_set_me (qd_store_get_workspace (store), me);

  return me != NULL;
}

/* Those that the filter of the view wants; a review tells of all. */
static gboolean
choose_cards (QdReportWish  *wish,
              const QdCall  *call,
              QdStore       *store,
              GPtrArray     *boards,
              GError       **error)
{
  g_auto (GStrv) filter = NULL;

  if (wish->view == NULL || qd_view_get_filter (wish->view)[0] == NULL)
    return TRUE;

  if (wish->review)
    {
      qd_terminal_complain ("%s", _("A review is of all cards: the filter of the view is not "
                                    "applied."));
      return TRUE;
    }

  if (!take_me (wish, call, store, error))
    return FALSE;
  filter = qd_cli_view_filter (store, wish->view, boards);
  wish->chosen = qd_filter_choose (store, boards, (const char * const *) filter, wish->today);

  return TRUE;
}

static GPtrArray *
choose_boards (QdReportWish  *wish,
               const QdCall  *call,
               QdStore       *store,
               GError       **error)
{
  const char *view = qd_call_get_option (call, "--view");
  g_autoptr (GPtrArray) names = qd_cli_read_names (call, error);
  GPtrArray *boards;

  if (names == NULL)
    return NULL;
  if (view != NULL)
    return take_view (wish, view, store, error);
  if (names->len > 0)
    return qd_cli_find_boards (store, names, wish->today, error);

  boards = qd_cli_current_boards (store, wish->today);
  if (boards->len > 0)
    return boards;
  g_ptr_array_unref (boards);
  g_set_error (error, QD_ERROR, QD_ERROR_NOT_FOUND, _("There is no board yet."));

  return NULL;
}

gboolean
qd_cli_run_report (const QdCall  *call,
                   GError       **error)
{
  g_auto (QdReportWish) wish = { .today = qd_clock_today () };
  g_autoptr (QdStore) store = NULL;
  g_autoptr (GPtrArray) boards = NULL;

  if (!read_format (&wish, call, error) || !read_paper (&wish, call, error) ||
      !read_scale (&wish, call, error) || !read_density (&wish, call, error) ||
      !read_review (&wish, call, error) || !check_choice (call, error))
    return FALSE;

  store = qd_store_open (call->path, QD_OPEN_EXISTING, error);
  boards = store != NULL ? choose_boards (&wish, call, store, error) : NULL;
  if (boards == NULL || !qd_cli_load_boards (store, boards, error) ||
      !choose_cards (&wish, call, store, boards, error))
    return FALSE;

  return wish.review ? qd_cli_write_review (&wish, store, boards, error)
                     : qd_cli_write_boards (&wish, boards, error);
}
