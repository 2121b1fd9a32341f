/* The cards of a column, from top to bottom.
 *
 * They come through a chain of models: the column, a filter, a slice that keeps
 * the list short, rows for the cards, a selection. Knows where a card is, which
 * one has the focus and where between them a point lies; moves nothing itself.
 */

#include "config.h"

#include "widgets/qd-card-slot.h"

#include "qd-card-list.h"
#include "qd-card-row.h"
#include "qd-card-rows.h"
#include "qd-list-growth.h"
#include "qd-list-quirks.h"
#include "qd-row-model.h"

/* In pixels. All columns are equally wide, whatever is in them: four fit beside
 * the sidebar in 1280. An empty list still shows its focus. */
#define MINIMUM_WIDTH 224
#define NATURAL_WIDTH 400
#define MINIMUM_WIDTH_COMPACT 112
#define NATURAL_WIDTH_COMPACT 200
#define MINIMUM_HEIGHT 30

/* Above 200 rows a GtkListView estimates heights and the slot under the pointer
 * drifts: more than that only on demand. */
#define FIRST_ROWS 12
#define MAX_ROWS 200

struct _QdCardList
{
  GtkWidget parent_instance;

  QdStore *store;
  QdColumn *column;
  GtkFilterListModel *filtered;
  GtkSliceListModel *slice;
  GtkSingleSelection *selection;
  QdListGrowth growth;
  QdDensity density;

  GtkWidget *scroller;
  GtkListView *list;

  QdCard *dragged; /* (nullable) */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (QdCardList, qd_card_list, GTK_TYPE_WIDGET)

static guint
get_n_matching (QdCardList *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->filtered));
}

/* Scrolling binds other cards to the rows of a long list. */
static void
update_long_list (QdCardList *self)
{
  if (gtk_slice_list_model_get_size (self->slice) > MAX_ROWS)
    qd_card_list_update (self);
}

static void
on_scrolled (QdCardList *self)
{
  g_assert (QD_IS_CARD_LIST (self));

  update_long_list (self);
  qd_list_growth_look (&self->growth, qd_card_list_get_adjustment (self));
}

static void
on_resized (QdCardList *self)
{
  g_assert (QD_IS_CARD_LIST (self));

  qd_list_growth_look (&self->growth, qd_card_list_get_adjustment (self));
}

static void
on_grown (GtkWidget *widget)
{
  g_signal_emit (widget, signals[CHANGED], 0);
}

static void
on_matching_changed (QdCardList *self)
{
  g_assert (QD_IS_CARD_LIST (self));

  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_setup (GtkSignalListItemFactory *factory,
          GtkListItem              *list_item,
          QdCardList               *self)
{
  GtkWidget *view = qd_card_view_new (self->store);
  GtkExpression *row, *card;

  g_assert (QD_IS_CARD_LIST (self));

  qd_card_view_set_density (QD_CARD_VIEW (view), self->density);
  gtk_list_item_set_child (list_item, view);
  row = gtk_property_expression_new (GTK_TYPE_LIST_ITEM, NULL, "item");
  card = gtk_property_expression_new (QD_TYPE_CARD_ROW, row, "card");
  gtk_expression_bind (card, view, "item", list_item);
}

static void
on_activate (QdCardList *self)
{
  g_assert (QD_IS_CARD_LIST (self));

  gtk_widget_activate_action (GTK_WIDGET (self), "card.open", NULL);
}

static GtkSizeRequestMode
qd_card_list_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static int
measure_rows (QdCardList *self,
              int         width)
{
  return qd_card_rows_measure (GTK_WIDGET (self->list), width,
                               g_list_model_get_n_items (G_LIST_MODEL (self->selection)));
}

static void
qd_card_list_measure (GtkWidget      *widget,
                      GtkOrientation  orientation,
                      int             for_size,
                      int            *minimum,
                      int            *natural,
                      int            *minimum_baseline,
                      int            *natural_baseline)
{
  QdCardList *self = QD_CARD_LIST (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      const gboolean compact = self->density == QD_DENSITY_COMPACT;

      *minimum = compact ? MINIMUM_WIDTH_COMPACT : MINIMUM_WIDTH;
      *natural = compact ? NATURAL_WIDTH_COMPACT : NATURAL_WIDTH;
    }
  else
    {
      *minimum = MINIMUM_HEIGHT;
      *natural = MINIMUM_HEIGHT;
      if (for_size > 0)
        *natural = MAX (*natural, measure_rows (self, for_size));
    }
}

static void
qd_card_list_size_allocate (GtkWidget *widget,
                            int        width,
                            int        height,
                            int        baseline)
{
  QdCardList *self = QD_CARD_LIST (widget);

  gtk_widget_size_allocate (self->scroller,
                            &(GtkAllocation) { 0, 0, width, height }, baseline);
}

/* The list remembers the card that had the focus last; before there was one, it
 * would take the focus itself. */
static gboolean
qd_card_list_grab_focus (GtkWidget *widget)
{
  QdCardList *self = QD_CARD_LIST (widget);

  if (!gtk_widget_grab_focus (GTK_WIDGET (self->list)))
    return FALSE;

  if (gtk_widget_is_focus (GTK_WIDGET (self->list)) && get_n_matching (self) > 0)
    qd_card_list_focus_slot (self, 0);

  return TRUE;
}

static void
qd_card_list_root (GtkWidget *widget)
{
  QdCardList *self = QD_CARD_LIST (widget);

  GTK_WIDGET_CLASS (qd_card_list_parent_class)->root (widget);

  /* Only now do the rows have cards in them. */
  if (self->column != NULL)
    qd_card_list_update (self);
}

static void
qd_card_list_dispose (GObject *object)
{
  QdCardList *self = QD_CARD_LIST (object);

  qd_list_growth_cancel (&self->growth);
  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_CARD_LIST);

  g_clear_object (&self->dragged);
  g_clear_object (&self->selection);
  g_clear_object (&self->slice);
  g_clear_object (&self->filtered);
  g_clear_object (&self->column);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qd_card_list_parent_class)->dispose (object);
}

static void
qd_card_list_class_init (QdCardListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = qd_card_list_dispose;

  widget_class->get_request_mode = qd_card_list_get_request_mode;
  widget_class->measure = qd_card_list_measure;
  widget_class->size_allocate = qd_card_list_size_allocate;
  widget_class->grab_focus = qd_card_list_grab_focus;
  widget_class->root = qd_card_list_root;

  /**
   * QdCardList::changed:
   * @self: the list
   *
   * Which cards show, or where, has changed.
   */
  signals[CHANGED] =
    g_signal_new ("changed",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/quarterdeck/Quarterdeck/qd-card-list.ui");
  gtk_widget_class_bind_template_child (widget_class, QdCardList, scroller);
  gtk_widget_class_bind_template_child (widget_class, QdCardList, list);
  gtk_widget_class_bind_template_callback (widget_class, on_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);

  gtk_widget_class_set_css_name (widget_class, "cardlist");
}

static void
qd_card_list_init (QdCardList *self)
{
  self->density = QD_DENSITY_CARDS;
  qd_list_growth_init (&self->growth, GTK_WIDGET (self), MAX_ROWS, on_grown);

  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * qd_card_list_set_column:
 * @self: a list without a column
 * @store: the file that the column is in
 * @column: the column whose cards to show, from now on
 * @filter: which of them
 */
void
qd_card_list_set_column (QdCardList *self,
                         QdStore    *store,
                         QdColumn   *column,
                         GtkFilter  *filter)
{
  g_autoptr (QdRowModel) rows = NULL;

  g_return_if_fail (QD_IS_CARD_LIST (self));
  g_return_if_fail (QD_IS_STORE (store));
  g_return_if_fail (QD_IS_COLUMN (column));
  g_return_if_fail (GTK_IS_FILTER (filter));
  g_return_if_fail (self->column == NULL);

  self->store = g_object_ref (store);
  self->column = g_object_ref (column);
  self->filtered = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (column)),
                                              g_object_ref (filter));
  self->slice = gtk_slice_list_model_new (g_object_ref (G_LIST_MODEL (self->filtered)),
                                          0, FIRST_ROWS);
  self->growth.slice = self->slice;

  rows = qd_row_model_new (g_object_ref (G_LIST_MODEL (self->slice)));

  /* In this order, or the first card of every column would be selected. */
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (rows));

  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));

  /* Only now: after the list has heard of it. */
  g_signal_connect_object (self->filtered, "items-changed",
                           G_CALLBACK (on_matching_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (qd_card_list_get_adjustment (self), "value-changed",
                           G_CALLBACK (on_scrolled), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (qd_card_list_get_adjustment (self), "changed",
                           G_CALLBACK (on_resized), self,
                           G_CONNECT_SWAPPED);
}

/**
 * qd_card_list_set_density:
 * @self: a card list
 * @density: %QD_DENSITY_COMPACT or %QD_DENSITY_CARDS
 *
 * How much it shows of its cards. The rows that there are stay.
 */
void
qd_card_list_set_density (QdCardList *self,
                          QdDensity   density)
{
  g_return_if_fail (QD_IS_CARD_LIST (self));
  g_return_if_fail (density == QD_DENSITY_COMPACT || density == QD_DENSITY_CARDS);

  if (self->density == density)
    return;

  self->density = density;
  qd_card_rows_set_density (GTK_WIDGET (self->list), density);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * qd_card_list_get_cards:
 * @self: a card list
 *
 * Returns: (transfer none): the cards that match the filter, from top to
 *   bottom, whether they have a row yet or not. Slots are counted among these.
 */
GListModel *
qd_card_list_get_cards (QdCardList *self)
{
  g_return_val_if_fail (QD_IS_CARD_LIST (self), NULL);

  return G_LIST_MODEL (self->filtered);
}

/**
 * qd_card_list_get_n_hidden:
 * @self: a card list
 *
 * Returns: how many cards match the filter but stand too far down to show
 *   before somebody asks for them with qd_card_list_show_more()
 */
guint
qd_card_list_get_n_hidden (QdCardList *self)
{
  guint n_matching = get_n_matching (self);

  return n_matching > self->growth.max_rows ? n_matching - self->growth.max_rows : 0;
}

/**
 * qd_card_list_show_more:
 * @self: a card list
 * @n_more: how many more cards to show
 */
void
qd_card_list_show_more (QdCardList *self,
                        guint       n_more)
{
  g_return_if_fail (QD_IS_CARD_LIST (self));

  qd_list_growth_set_n_rows (&self->growth, self->growth.max_rows + n_more);
}

/**
 * qd_card_list_get_adjustment:
 * @self: a card list
 *
 * Returns: (transfer none): how far down the list is scrolled
 */
GtkAdjustment *
qd_card_list_get_adjustment (QdCardList *self)
{
  g_return_val_if_fail (QD_IS_CARD_LIST (self), NULL);

  return gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->list));
}

/**
 * qd_card_list_set_label:
 * @self: a card list
 * @label: what a screen reader calls it
 */
void
qd_card_list_set_label (QdCardList *self,
                        const char *label)
{
  g_return_if_fail (QD_IS_CARD_LIST (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}

/**
 * qd_card_list_update:
 * @self: a card list
 *
 * Tells the rows where their cards stand, and which one is being dragged.
 */
void
qd_card_list_update (QdCardList *self)
{
  g_return_if_fail (QD_IS_CARD_LIST (self));

  qd_card_rows_update (GTK_WIDGET (self->list), G_LIST_MODEL (self->filtered),
                       self->dragged);
}

/**
 * qd_card_list_set_dragged:
 * @self: a card list
 * @card: (nullable): the card that is being dragged out of it, if any
 *
 * Dims the card, in whatever row it shows.
 */
void
qd_card_list_set_dragged (QdCardList *self,
                          QdCard     *card)
{
  g_return_if_fail (QD_IS_CARD_LIST (self));

  if (g_set_object (&self->dragged, card))
    qd_card_list_update (self);
}

/**
 * qd_card_list_end_drag:
 * @self: a card list
 *
 * Something was dropped, or a drag was cancelled: the list must not scroll any
 * more.
 */
void
qd_card_list_end_drag (QdCardList *self)
{
  g_return_if_fail (QD_IS_CARD_LIST (self));

  qd_list_quirks_end_drag (self->list);
}

/**
 * qd_card_list_find:
 * @self: a card list
 * @card: a card
 * @position: (out): where it is in the list of those that show
 *
 * Makes the list longer where it ends before the card.
 *
 * Returns: whether the card is in the column and matches the filter
 */
gboolean
qd_card_list_find (QdCardList *self,
                   QdCard     *card,
                   guint      *position)
{
  g_return_val_if_fail (QD_IS_CARD_LIST (self), FALSE);
  g_return_val_if_fail (QD_IS_CARD (card), FALSE);

  if (qd_card_get_column (card) != self->column ||
      !qd_card_slot_find (G_LIST_MODEL (self->filtered), card, position))
    return FALSE;

  qd_list_growth_show (&self->growth, *position);

  return TRUE;
}

/**
 * qd_card_list_peek_card_view:
 * @self: a card list
 * @card: a card
 *
 * Returns: (transfer none) (nullable): what shows the card at the moment. Rows
 *   are recycled: do not keep it.
 */
QdCardView *
qd_card_list_peek_card_view (QdCardList *self,
                             QdCard     *card)
{
  g_return_val_if_fail (QD_IS_CARD_LIST (self), NULL);

  return qd_card_rows_peek (GTK_WIDGET (self->list), card);
}

/**
 * qd_card_list_get_focus:
 * @self: a card list
 *
 * Returns: (transfer none) (nullable): the card that has the focus
 */
QdCard *
qd_card_list_get_focus (QdCardList *self)
{
  g_return_val_if_fail (QD_IS_CARD_LIST (self), NULL);

  return qd_card_rows_get_focus (GTK_WIDGET (self->list));
}

/**
 * qd_card_list_scroll_to:
 * @self: a card list
 * @card: a card
 *
 * Scrolls as little as is needed to see the card.
 *
 * Returns: whether the card is in the column and matches the filter
 */
gboolean
qd_card_list_scroll_to (QdCardList *self,
                        QdCard     *card)
{
  guint position;

  g_return_val_if_fail (QD_IS_CARD_LIST (self), FALSE);

  if (!qd_card_list_find (self, card, &position))
    return FALSE;

  qd_list_quirks_lay_out (self->list);
  gtk_widget_activate_action (GTK_WIDGET (self->list),
                              "list.scroll-to-item", "u", position);
  update_long_list (self);

  return TRUE;
}

/**
 * qd_card_list_focus_card:
 * @self: a card list
 * @card: a card
 *
 * Scrolls to the card, selects it and puts the focus on it.
 *
 * Returns: whether the card is in the column and matches the filter
 */
gboolean
qd_card_list_focus_card (QdCardList *self,
                         QdCard     *card)
{
  QdCardView *view;
  guint position;

  /* Scrolling also makes the row, where there was none. */
  if (!qd_card_list_scroll_to (self, card) ||
      !qd_card_list_find (self, card, &position))
    return FALSE;

  gtk_single_selection_set_selected (self->selection, position);
  view = qd_card_list_peek_card_view (self, card);

  return view != NULL && gtk_widget_grab_focus (GTK_WIDGET (view));
}

/**
 * qd_card_list_focus_slot:
 * @self: a card list
 * @slot: a slot
 *
 * Puts the focus on the card behind the slot, else on the last, else on the
 * empty list.
 */
void
qd_card_list_focus_slot (QdCardList *self,
                         guint       slot)
{
  guint n_cards;

  g_return_if_fail (QD_IS_CARD_LIST (self));

  n_cards = get_n_matching (self);
  if (n_cards > 0)
    {
      g_autoptr (QdCard) card = NULL;

      card = g_list_model_get_item (G_LIST_MODEL (self->filtered),
                                    MIN (slot, n_cards - 1));
      qd_card_list_focus_card (self, card);
    }
  else
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

/**
 * qd_card_list_focus_at:
 * @self: a card list
 * @y: a height in the list, in pixels from its top
 *
 * Puts the focus on the card whose middle is nearest to that height.
 */
void
qd_card_list_focus_at (QdCardList *self,
                       double      y)
{
  QdCard *nearest;

  g_return_if_fail (QD_IS_CARD_LIST (self));

  nearest = qd_card_rows_get_nearest (GTK_WIDGET (self->list), y);
  if (nearest != NULL)
    qd_card_list_focus_card (self, nearest);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

/**
 * qd_card_list_unselect:
 * @self: a card list
 *
 * The focus went to another column: one card is selected on a board.
 */
void
qd_card_list_unselect (QdCardList *self)
{
  g_return_if_fail (QD_IS_CARD_LIST (self));

  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
}

/**
 * qd_card_list_get_slot:
 * @self: a card list
 * @y: a height in the list, in pixels from its top
 *
 * A slot begins and ends in the middle of a card. Gaps do not count as parts of
 * cards, so a gap that opens never moves the pointer into another slot.
 *
 * Returns: the slot at that height
 */
guint
qd_card_list_get_slot (QdCardList *self,
                       double      y)
{
  QdCard *above, *below;
  guint position;

  g_return_val_if_fail (QD_IS_CARD_LIST (self), 0);

  below = qd_card_rows_get_at (GTK_WIDGET (self->list), y, &above);
  if (below != NULL && qd_card_list_find (self, below, &position))
    return position;
  if (above != NULL && qd_card_list_find (self, above, &position))
    return position + 1;

  return 0;
}
