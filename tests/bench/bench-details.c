/* What opening the details of a card costs until they show, as a ratio to a full
 * redraw of the same window with them: the first time, and then of one card after
 * another. The board is that of the sample, with check-ins of many weeks,
 * milestones and dependencies.
 */

#include "config.h"

#include <stdio.h>
#include <stdlib.h>

#include "board/qd-board-view.h"
#include "pages/qd-board-page.h"
#include "qd-sample.h"

#include "child-window.h"
#include "child.h"
#include "figures.h"
#include "redraws.h"

#define ROUNDS 7
#define OPENINGS 15
#define LIMIT 2.0

/* The figures of one child, in milliseconds. */
enum
{
  REDRAW,
  FIRST,
  NEXT,
  N_FIGURES
};

typedef struct
{
  QdBoardPage *page;
  GPtrArray *cards;
} Child;

static GPtrArray *
list_cards (QdBoard *board)
{
  GListModel *columns = G_LIST_MODEL (qd_board_get_columns (board));
  GPtrArray *cards = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GListModel) column = g_list_model_get_item (columns, i);

      for (guint k = 0; k < g_list_model_get_n_items (column); k++)
        g_ptr_array_add (cards, g_list_model_get_item (column, k));
    }

  return cards;
}

static void
open_card (guint    round,
           gpointer data)
{
  Child *child = data;

  qd_board_page_open_card (child->page,
                           g_ptr_array_index (child->cards, round % child->cards->len));
}

static void
close_card (gpointer data)
{
  Child *child = data;

  qd_board_page_close_card (child->page);
}

static void
finish (GArray   *redraws,
        GArray   *openings,
        gpointer  data)
{
  const double first = g_array_index (openings, double, 0);

  g_array_remove_index (openings, 0);
  child_print ("redraw", figures_median (redraws));
  child_print ("first", first);
  child_print ("next", figures_median (openings));
  _exit (0);
}

static void
on_painted (GtkWidget *window,
            gpointer   data)
{
  Child *child = data;
  const RedrawsSubject subject = { open_card, close_card, finish, child };
  QdBoardView *board_view;

  child->page = QD_BOARD_PAGE (child_window_find (window, QD_TYPE_BOARD_PAGE));
  board_view = QD_BOARD_VIEW (qd_board_page_get_board_view (child->page));
  child->cards = list_cards (qd_board_view_get_board (board_view));
  g_assert_cmpuint (child->cards->len, >, 0);

  redraws_measure (window, OPENINGS, &subject);
}

static QdStore *
open_sample (void)
{
  g_autoptr (GError) error = NULL;
  QdStore *store = qd_sample_open (&error);

  g_assert_no_error (error);

  return store;
}

static int
run_child (void)
{
  g_autoptr (QdStore) store = open_sample ();
  Child child = { NULL, NULL };

  return child_window_run (store, NULL, on_painted, &child);
}

int
main (int   argc,
      char *argv[])
{
  GArray *first = figures_new ();
  GArray *next = figures_new ();

  if (argc >= 2)
    return run_child ();

  g_object_unref (open_sample ());
  for (guint round = 0; round < ROUNDS; round++)
    {
      ChildFigure figures[N_FIGURES] = {
        [REDRAW] = { .name = "redraw" },
        [FIRST] = { .name = "first" },
        [NEXT] = { .name = "next" },
      };
      const double *redraw = &figures[REDRAW].value;

      child_measure (argv[0], NULL, figures, N_FIGURES);
      figures_add (first, figures[FIRST].value, *redraw);
      figures_add (next, figures[NEXT].value, *redraw);
      printf ("# redraw %.1f ms, details: the first %.1f ms, others %.1f ms\n", *redraw,
              figures[FIRST].value, figures[NEXT].value);
    }

  figures_report ("details of the first card, in full redraws", first, LIMIT, NULL);
  figures_report ("details of a card, in full redraws", next, LIMIT, NULL);

  return EXIT_SUCCESS;
}
