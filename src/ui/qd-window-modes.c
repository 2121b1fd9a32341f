/* The ways to look at a file that a window switches between: one board, several side by
 * side, the review, how objectives are aligned; and what shows what is looked at
 * elsewhere: the presentation, paper and files.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "alignment/qd-alignment-page.h"
#include "board/qd-board-view.h"
#include "flow/qd-flow-page.h"
#include "past/qd-past-page.h"
#include "print/qd-print.h"
#include "qd-window-private.h"
#include "review/qd-review-page.h"
#include "together/qd-presentation.h"

#define PRESENTATION "presentation"

/* What shows: "board", "together", "review", "alignment", or another page by its
 * name; "" while there is none. */
const char *
qd_window_get_mode (QdWindow *self)
{
  const char *page = self->pages != NULL ? gtk_stack_get_visible_child_name (self->pages)
                                         : NULL;

  if (page == NULL)
    return "";

  return qd_window_is_together (self) ? "together" : page;
}

/* A board alone: the one that was looked at last. */
static void
show_board (QdWindow *self)
{
  QdBoard *board = qd_window_get_board (self);

  if (board == NULL || !qd_entity_get_alive (QD_ENTITY (board)))
    board = qd_window_find_last_board (self);
  if (board != NULL)
    qd_window_set_board (self, board);
}

/* What is looked at: the boards side by side, or the one. */
GArray *
qd_window_dup_shown (QdWindow *self)
{
  QdBoard *board = qd_window_get_board (self);
  GArray *ids;

  if (qd_board_page_get_together (self->board_page))
    return qd_chosen_boards_dup_ids (self->chosen);

  ids = g_array_new (FALSE, FALSE, sizeof (QdId));
  if (board != NULL)
    {
      const QdId id = qd_entity_get_id (QD_ENTITY (board));

      g_array_append_val (ids, id);
    }

  return ids;
}

/* Which cards of them show. */
char **
qd_window_dup_filter (QdWindow *self)
{
  if (qd_board_page_get_together (self->board_page))
    return qd_together_view_dup_filter (qd_window_get_together_view (self));

  return qd_board_view_dup_filter (QD_BOARD_VIEW (self->board_view));
}

/* The review is about what was looked at: the boards side by side, or the one. */
static void
show_review (QdWindow *self)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->pages, "review");
  g_autoptr (GArray) ids = qd_window_dup_shown (self);
  QdView *view = NULL;

  if (ids->len == 0)
    return;

  if (qd_board_page_get_together (self->board_page))
    view = qd_together_view_get_view (qd_window_get_together_view (self));
  if (page == NULL)
    gtk_stack_add_named (self->pages, page = qd_review_page_new (self->store), "review");
  qd_review_page_set_boards (QD_REVIEW_PAGE (page), (const QdId *) ids->data, ids->len,
                             view != NULL ? qd_entity_get_title (QD_ENTITY (view)) : NULL);
  qd_window_show_page (self, "review");
  qd_review_page_focus (QD_REVIEW_PAGE (page));
}

static void
show_alignment (QdWindow *self)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->pages, "alignment");
  QdBoard *board = qd_window_get_board (self);

  if (board == NULL)
    board = qd_sidebar_get_first_board (self->sidebar);
  if (page == NULL)
    {
      page = qd_alignment_page_new (self->store);
      gtk_stack_add_named (self->pages, page, "alignment");
    }
  if (board != NULL && qd_board_get_cycle (board) != NULL)
    qd_alignment_page_set_cycle (QD_ALIGNMENT_PAGE (page), qd_board_get_cycle (board));
  qd_window_show_page (self, "alignment");
  qd_alignment_page_focus (QD_ALIGNMENT_PAGE (page));
}

/* Where nothing of the kind can be shown, what shows stays. */
void
qd_window_set_mode (QdWindow   *self,
                    const char *mode)
{
  if (self->store == NULL || g_strcmp0 (mode, qd_window_get_mode (self)) == 0)
    return;

  if (g_strcmp0 (mode, "board") == 0)
    show_board (self);
  else if (g_strcmp0 (mode, "together") == 0)
    qd_window_show_together (self);
  else if (g_strcmp0 (mode, "review") == 0)
    show_review (self);
  else if (g_strcmp0 (mode, "alignment") == 0)
    show_alignment (self);
}

void
qd_window_mode_action (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  qd_window_set_mode (QD_WINDOW (widget), g_str_equal (name, "win.review") ? "review"
                                                                           : "alignment");
}

/* The review or the tree of alignment as it shows, the boards side by side as they stand,
 * or the one; of the past in the time machine. Returns NULL without an error where there is nothing. */
static QdPrintJob *
create_job (QdWindow  *self,
            GError   **error)
{
  GtkWidget *page = gtk_stack_get_visible_child (self->pages);
  QdStore *store = QD_IS_PAST_PAGE (page) ? qd_past_page_get_past (QD_PAST_PAGE (page))
                                          : self->store;
  QdDensity density = QD_DENSITY_CARDS;
  g_autoptr (GArray) ids = NULL;
  g_auto (GStrv) filter = NULL;
  QdPrintJob *job;

  if (QD_IS_REVIEW_PAGE (page) || QD_IS_ALIGNMENT_PAGE (page))
    {
      QdDocument *document = QD_IS_REVIEW_PAGE (page)
        ? qd_review_page_create_document (QD_REVIEW_PAGE (page))
        : qd_alignment_page_create_document (QD_ALIGNMENT_PAGE (page));

      return document != NULL ? qd_print_job_new_document (document) : NULL;
    }

  ids = qd_window_dup_shown (self);
  if (qd_board_page_get_together (self->board_page))
    density = qd_together_view_get_density (qd_window_get_together_view (self));
  job = qd_print_job_new_boards (store, (const QdId *) ids->data, ids->len, density, error);
  if (job == NULL)
    return NULL;

  filter = qd_window_dup_filter (self);
  qd_print_job_set_filter (job, store, (const char * const *) filter);

  return job;
}

/* A picture is no sheet of a printer. */
static void
take_out_flow (QdWindow   *self,
               QdFlowPage *page,
               gboolean    print)
{
  if (print)
    qd_toaster_say (GTK_WIDGET (self->split),
                    _("The picture of a flow is not printed from here. Save it as a PDF with "
                      "Ctrl+E, and print that."), FALSE);
  else
    qd_flow_page_save (page);
}

/* What is looked at, on paper or in a file. */
void
qd_window_print_action (GtkWidget  *widget,
                        const char *name,
                        GVariant   *parameter)
{
  QdWindow *self = QD_WINDOW (widget);
  GtkWidget *page = gtk_stack_get_visible_child (self->pages);
  const gboolean print = g_str_equal (name, "win.print");
  g_autoptr (GError) error = NULL;
  QdPrintJob *job;

  if (QD_IS_FLOW_PAGE (page))
    {
      take_out_flow (self, QD_FLOW_PAGE (page), print);
      return;
    }

  job = create_job (self, &error);
  if (error != NULL)
    qd_toaster_report (GTK_WIDGET (self->split), error);
  if (job == NULL)
    return;

  if (print)
    qd_print_run (GTK_WINDOW (self), job);
  else
    qd_print_export (GTK_WINDOW (self), job);
}

/* Whatever else is shown takes its place. */
void
qd_window_end_presentation (QdWindow *self)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->pages, PRESENTATION);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  QdBoard *board;

  if (page == NULL)
    return;

  /* Where nothing else took it: GTK leaks what is removed with the focus in it. */
  if (focus != NULL && (focus == page || gtk_widget_is_ancestor (focus, page)))
    gtk_window_set_focus (GTK_WINDOW (self), NULL);

  board = qd_presentation_get_board (QD_PRESENTATION (page));
  self->presented = board != NULL ? qd_entity_get_id (QD_ENTITY (board)) : QD_ID_NONE;
  gtk_widget_remove_css_class (GTK_WIDGET (self), PRESENTATION);
  gtk_stack_remove (self->pages, page);
  gtk_widget_set_visible (gtk_window_get_titlebar (GTK_WINDOW (self)), TRUE);
  gtk_window_unfullscreen (GTK_WINDOW (self));
}

/* The boards side by side; where one was with a board alone, or none was chosen, those of
 * its cycle. */
static void
present (QdWindow *self)
{
  const gboolean together = qd_board_page_get_together (self->board_page) &&
                            qd_chosen_boards_get_n (self->chosen) > 0;
  g_autoptr (QdChosenBoards) boards = qd_chosen_boards_new (self->store);
  g_autoptr (GArray) ids = together ? qd_chosen_boards_dup_ids (self->chosen)
                                    : qd_window_dup_cycle_of_board (self);
  QdBoard *start = qd_window_get_board (self);
  QdEntity *last = qd_store_lookup (self->store, self->presented);
  GtkWidget *page;

  qd_chosen_boards_set (boards, (const QdId *) ids->data, ids->len);
  if (together)
    start = QD_IS_BOARD (last) ? QD_BOARD (last)
                               : qd_together_view_get_current_board (
                                   qd_window_get_together_view (self));

  page = qd_presentation_new (self->store, G_LIST_MODEL (boards));
  if (start != NULL && qd_chosen_boards_contains (boards, start))
    qd_presentation_set_board (QD_PRESENTATION (page), start);
  gtk_stack_add_named (self->pages, page, PRESENTATION);
  gtk_widget_add_css_class (GTK_WIDGET (self), PRESENTATION);
  qd_window_show_page (self, PRESENTATION);
  gtk_window_fullscreen (GTK_WINDOW (self));
  /* GTK only leaves it out of sight. */
  gtk_widget_set_visible (gtk_window_get_titlebar (GTK_WINDOW (self)), FALSE);
  gtk_widget_grab_focus (page);
}

/* Back to where one was. */
static void
leave_presentation (QdWindow *self)
{
  g_autoptr (GtkWidget) focus = NULL;

  g_set_object (&focus, self->presented_focus);
  qd_window_show_page (self, self->presented_over);
  if (focus != NULL && gtk_widget_get_mapped (focus))
    gtk_widget_grab_focus (focus);
  else if (g_str_equal (self->presented_over, "board"))
    qd_board_page_focus (self->board_page);
}

void
qd_window_present_action (GtkWidget  *widget,
                          const char *name,
                          GVariant   *parameter)
{
  QdWindow *self = QD_WINDOW (widget);
  const char *page = gtk_stack_get_visible_child_name (self->pages);

  if (g_strcmp0 (page, PRESENTATION) == 0)
    {
      leave_presentation (self);
      return;
    }

  self->presented_over = g_intern_string (page);
  g_set_weak_pointer (&self->presented_focus, gtk_window_get_focus (GTK_WINDOW (self)));
  present (self);
}
