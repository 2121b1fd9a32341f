/* How a board is filtered: what can be asked for, by actions, and what the board
 * does about it: the focus stays on the board, cards that were just made do not
 * vanish, and where nothing matches that is said.
 *
 * What is asked for is kept by the filter itself, and shown by the strip and by
 * the filter bar.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "filter/qd-filter-mine.h"
#include "filter/qd-filter-tokens.h"
#include "widgets/qd-toaster.h"

#include "qd-board-view-private.h"

static void
on_day_changed (QdBoardView *self)
{
  g_assert (QD_IS_BOARD_VIEW (self));

  qd_board_filter_set_today (self->filter, qd_today_get_day (self->clock));
}

static void
on_filter_changed (QdBoardView *self)
{
  g_assert (QD_IS_BOARD_VIEW (self));

  qd_board_view_update_unmatched (self);
}

/* Adds a token to the filter, or takes it out. */
static void
toggle (QdBoardView *self,
        const char  *token)
{
  g_auto (GStrv) before = qd_board_filter_dup (self->filter);
  g_auto (GStrv) after = qd_filter_tokens_toggle ((const char * const *) before, token);

  qd_board_view_set_filter (self, (const char * const *) after);
}

static QdCardList *
get_nth_list (QdBoardView *self,
              guint        nth)
{
  QdColumnView *column = qd_board_view_get_nth_column (self, nth);

  return column != NULL ? qd_column_view_get_list (column) : NULL;
}

static guint
count_shown (QdBoardView *self)
{
  QdCardList *list;
  guint n_shown = 0;

  for (guint i = 0; (list = get_nth_list (self, i)) != NULL; i++)
    n_shown += g_list_model_get_n_items (qd_card_list_get_cards (list));

  return n_shown;
}

static guint
count_cards (QdBoard *board)
{
  QdOrderedList *columns = qd_board_get_columns (board);
  guint n_cards = 0;

  for (guint i = 0; i < qd_ordered_list_get_length (columns); i++)
    n_cards += qd_column_get_n_cards (qd_ordered_list_peek (columns, i));

  return n_cards;
}

/* Says so where the filter hides every card of the board. */
void
qd_board_view_update_unmatched (QdBoardView *self)
{
  const gboolean unmatched = self->board != NULL &&
                             !qd_board_filter_is_empty (self->filter) &&
                             count_shown (self) == 0 && count_cards (self->board) > 0;

  if (!unmatched && gtk_widget_get_focus_child (self->unmatched) != NULL)
    qd_board_view_focus (self);
  gtk_widget_set_visible (self->unmatched, unmatched);
}

/* Filters, and keeps the focus on its card, or gets it back there when the card
 * shows again. */
void
qd_board_view_change_filter (QdBoardView        *self,
                             const char * const *filter)
{
  QdCard *card;
  QdColumnView *column = qd_board_view_get_focus (self, &card);
  GtkWidget *list = NULL;

  if (column != NULL)
    list = GTK_WIDGET (qd_column_view_get_list (column));
  if (list == NULL || gtk_widget_get_focus_child (list) == NULL)
    {
      qd_board_filter_set (self->filter, filter);
      return;
    }

  if (card != NULL)
    g_set_object (&self->filtered_card, card);

  qd_board_filter_set (self->filter, filter);

  if (self->filtered_card == NULL ||
      !qd_board_view_focus_card (self, self->filtered_card))
    gtk_widget_grab_focus (list);
}

/* What of a filter can be asked for. What is shared is up to who shares it. */
char **
qd_board_view_dup_alive (QdBoardView        *self,
                         const char * const *filter)
{
  g_autoptr (GListStore) boards = g_list_store_new (QD_TYPE_BOARD);

  if (self->top == NULL)
    return g_strdupv ((char **) filter);

  if (self->board != NULL)
    g_list_store_append (boards, self->board);

  return qd_filter_tokens_dup_alive (filter, self->store, G_LIST_MODEL (boards));
}

/* Filters again where changes of the store may show other cards. */
void
qd_board_view_refilter (QdBoardView *self,
                        guint        changes)
{
  qd_board_filter_follow (self->filter, changes);
}

/* Takes out of the filter what hides a card, and returns what that was, in
 * words; NULL where nothing does. */
char *
qd_board_view_uncover (QdBoardView *self,
                       QdCard      *card)
{
  g_auto (GStrv) before = NULL;
  g_auto (GStrv) met = NULL;
  char *lost;

  if (gtk_filter_match (GTK_FILTER (self->filter), card))
    return NULL;

  before = qd_board_filter_dup (self->filter);
  met = qd_board_filter_dup_met (self->filter, card);
  lost = qd_filter_tokens_describe_lost ((const char * const *) before,
                                         (const char * const *) met, self->store);
  qd_board_view_set_filter (self, (const char * const *) met);

  return lost;
}

/* A filter of its own; the clock is there. */
void
qd_board_view_own_filter (QdBoardView *self)
{
  self->filter = qd_board_filter_new ();
  qd_board_filter_set_store (self->filter, self->store);
  g_signal_connect_object (self->clock, "notify::day",
                           G_CALLBACK (on_day_changed), self,
                           G_CONNECT_SWAPPED);
}

/* Follows the filter. */
void
qd_board_view_init_filter (QdBoardView *self)
{
  /* Behind the lists of cards, which are right by then. */
  g_signal_connect_object (self->filter, "changed",
                           G_CALLBACK (on_filter_changed), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

void
qd_board_view_dispose_filter (QdBoardView *self)
{
  g_clear_object (&self->filtered_card);
  g_clear_object (&self->filter);
}

/* Filters to an objective, or no longer to any where it is just that one. */
void
qd_board_view_filter_only_action (GtkWidget  *widget,
                                  const char *action_name,
                                  GVariant   *parameter)
{
  QdBoardView *self = QD_BOARD_VIEW (widget);
  g_auto (GStrv) before = qd_board_filter_dup (self->filter);
  g_auto (GStrv) after = NULL;

  after = qd_filter_tokens_choose ((const char * const *) before,
                                   g_variant_get_string (parameter, NULL));
  qd_board_view_set_filter (self, (const char * const *) after);
}

void
qd_board_view_filter_action (GtkWidget  *widget,
                             const char *action_name,
                             GVariant   *parameter)
{
  toggle (QD_BOARD_VIEW (widget), g_variant_get_string (parameter, NULL));
}

void
qd_board_view_filter_nth_action (GtkWidget  *widget,
                                 const char *action_name,
                                 GVariant   *parameter)
{
  QdBoardView *self = QD_BOARD_VIEW (widget);
  g_autofree char *token = NULL;

  token = qd_board_top_dup_objective (self->top,
                                      (guint) g_variant_get_int32 (parameter));
  if (token != NULL)
    toggle (self, token);
}

void
qd_board_view_filter_mine_action (GtkWidget  *widget,
                                  const char *action_name,
                                  GVariant   *parameter)
{
  qd_filter_mine_toggle (widget, QD_BOARD_VIEW (widget)->store);
}

void
qd_board_view_filter_text_action (GtkWidget  *widget,
                                  const char *action_name,
                                  GVariant   *parameter)
{
  QdBoardView *self = QD_BOARD_VIEW (widget);
  g_auto (GStrv) before = qd_board_filter_dup (self->filter);
  g_auto (GStrv) after = NULL;

  after = qd_filter_tokens_set_text ((const char * const *) before,
                                     g_variant_get_string (parameter, NULL));
  qd_board_view_set_filter (self, (const char * const *) after);
}

void
qd_board_view_clear_filter_action (GtkWidget  *widget,
                                   const char *action_name,
                                   GVariant   *parameter)
{
  QdBoardView *self = QD_BOARD_VIEW (widget);

  qd_board_view_set_filter (self, NULL);
  qd_board_top_close_filter (self->top);
}

void
qd_board_view_find_action (GtkWidget  *widget,
                           const char *action_name,
                           GVariant   *parameter)
{
  QdBoardView *self = QD_BOARD_VIEW (widget);

  if (self->board != NULL)
    qd_board_top_open_filter (self->top);
}

/* The first card that shows; the board where there is none. */
void
qd_board_view_go_first_action (GtkWidget  *widget,
                               const char *action_name,
                               GVariant   *parameter)
{
  QdBoardView *self = QD_BOARD_VIEW (widget);
  QdCardList *list;

  for (guint i = 0; (list = get_nth_list (self, i)) != NULL; i++)
    {
      if (g_list_model_get_n_items (qd_card_list_get_cards (list)) > 0)
        {
          qd_card_list_focus_slot (list, 0);
          return;
        }
    }

  qd_board_view_focus (self);
}

void
qd_board_view_focus_action (GtkWidget  *widget,
                            const char *action_name,
                            GVariant   *parameter)
{
  qd_board_view_focus (QD_BOARD_VIEW (widget));
}

/* A card that was just made does not vanish. */
void
qd_board_view_uncover_action (GtkWidget  *widget,
                              const char *action_name,
                              GVariant   *parameter)
{
  QdBoardView *self = QD_BOARD_VIEW (widget);
  QdEntity *card = qd_store_lookup (self->store, g_variant_get_int64 (parameter));
  g_autofree char *lost = NULL;
  g_autofree char *text = NULL;

  if (!QD_IS_CARD (card))
    return;

  lost = qd_board_view_uncover (self, QD_CARD (card));
  if (lost == NULL)
    return;

  /* Translators: the blank is one or more filters, as "Owner Mara, Blocked" */
  text = g_strdup_printf (_("Taken out of the filter to show the new card: %s"), lost);
  qd_toaster_say (widget, text, FALSE);
}
