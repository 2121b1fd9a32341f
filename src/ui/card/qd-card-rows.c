/* The rows that a list of cards has at the moment.
 *
 * A GtkListView has widgets for some of its items, in the order of the items,
 * and recycles them: nothing here is kept beyond a call. Heights are pixels in
 * the list, as it is scrolled.
 */

#include "config.h"

#include <math.h>

#include "qd-card-rows.h"

static QdCardView *
get_view (GtkWidget *row)
{
  return QD_CARD_VIEW (gtk_widget_get_first_child (row));
}

/* Where a row shows its card, without the gap beside it; %FALSE where it is out
 * of sight. */
static gboolean
get_bounds (GtkWidget       *list,
            GtkWidget       *row,
            graphene_rect_t *bounds)
{
  return get_view (row) != NULL &&
         gtk_widget_get_child_visible (row) &&
         gtk_widget_compute_bounds (GTK_WIDGET (get_view (row)), list, bounds);
}

/**
 * qd_card_rows_measure:
 * @list: a #GtkListView of cards
 * @width: in pixels
 * @n_items: how many items it shows
 *
 * Neither a scrolled window nor a GtkListView can be asked for its height at a
 * width, so the rows are; the list asks them the same when it is laid out, and
 * gets the answers from GTK's cache.
 *
 * Returns: how high all rows are together, those that do not exist estimated
 */
int
qd_card_rows_measure (GtkWidget *list,
                      int        width,
                      guint      n_items)
{
  guint n_rows = 0;
  int height = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      int row_height;

      gtk_widget_measure (row, GTK_ORIENTATION_VERTICAL, width,
                          &row_height, NULL, NULL, NULL);
      height += row_height;
      n_rows++;
    }

  if (n_rows > 0 && n_items > n_rows)
    height += height / (int) n_rows * (int) (n_items - n_rows);

  return height;
}

/**
 * qd_card_rows_update:
 * @list: a #GtkListView of cards
 * @cards: its cards, and maybe more behind them
 * @dragged: (nullable): the card that is being dragged, if any
 *
 * Tells the rows where their cards stand, and which one is being dragged.
 */
void
qd_card_rows_update (GtkWidget  *list,
                     GListModel *cards,
                     QdCard     *dragged)
{
  guint n_cards = g_list_model_get_n_items (cards);
  guint position = 0;

  /* Both are in the same order: one pass is enough. */
  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      QdCardView *view = get_view (row);
      QdCard *item = view != NULL ? qd_card_view_get_item (view) : NULL;

      if (item == NULL)
        continue;

      for (; position < n_cards; position++)
        {
          g_autoptr (QdCard) card = g_list_model_get_item (cards, position);

          if (card == item)
            break;
        }

      if (position < n_cards)
        qd_card_view_set_place (view, position, n_cards);
      qd_card_view_set_dragging (view, item == dragged);
    }
}

/**
 * qd_card_rows_set_density:
 * @list: a #GtkListView of cards
 * @density: how much to show of the cards in its rows
 */
void
qd_card_rows_set_density (GtkWidget *list,
                          QdDensity  density)
{
  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (get_view (row) != NULL)
      qd_card_view_set_density (get_view (row), density);
}

/**
 * qd_card_rows_peek:
 * @list: a #GtkListView of cards
 * @card: a card
 *
 * Returns: (transfer none) (nullable): what shows the card
 */
QdCardView *
qd_card_rows_peek (GtkWidget *list,
                   QdCard    *card)
{
  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      QdCardView *view = get_view (row);

      if (view != NULL && qd_card_view_get_item (view) == card)
        return view;
    }

  return NULL;
}

/**
 * qd_card_rows_get_focus:
 * @list: a #GtkListView of cards
 *
 * Returns: (transfer none) (nullable): the card that has the focus
 */
QdCard *
qd_card_rows_get_focus (GtkWidget *list)
{
  GtkWidget *row = gtk_widget_get_focus_child (list);

  if (row == NULL || get_view (row) == NULL)
    return NULL;

  return qd_card_view_get_item (get_view (row));
}

/**
 * qd_card_rows_get_nearest:
 * @list: a #GtkListView of cards
 * @y: a height
 *
 * Returns: (transfer none) (nullable): the card in sight whose middle is
 *   nearest to that height
 */
QdCard *
qd_card_rows_get_nearest (GtkWidget *list,
                          double     y)
{
  QdCard *nearest = NULL;
  double least = G_MAXDOUBLE;

  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      graphene_rect_t bounds;
      double distance;

      if (!get_bounds (list, row, &bounds))
        continue;

      distance = fabs (bounds.origin.y + bounds.size.height / 2.0 - y);
      if (distance < least)
        {
          least = distance;
          nearest = qd_card_view_get_item (get_view (row));
        }
    }

  return nearest;
}

/**
 * qd_card_rows_get_at:
 * @list: a #GtkListView of cards
 * @y: a height
 * @above: (out) (transfer none) (nullable): the last card in sight whose middle
 *   is above that height
 *
 * Returns: (transfer none) (nullable): the first card in sight whose middle is
 *   below that height
 */
QdCard *
qd_card_rows_get_at (GtkWidget  *list,
                     double      y,
                     QdCard    **above)
{
  *above = NULL;

  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      graphene_rect_t bounds;

      if (!get_bounds (list, row, &bounds))
        continue;

      if (y < bounds.origin.y + bounds.size.height / 2.0)
        return qd_card_view_get_item (get_view (row));

      *above = qd_card_view_get_item (get_view (row));
    }

  return NULL;
}
