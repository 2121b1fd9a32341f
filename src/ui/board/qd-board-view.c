/* A board: its objectives on top, below them its columns side by side.
 *
 * Owns the empty state. The columns that show are kept in qd-board-columns.c,
 * which of their cards do in qd-board-filtering.c, what can be done is in
 * qd-board-actions.c, the menus are in qd-board-menu.c. Nothing here changes a
 * model: actions ask the store, and the models tell what came of it.
 */

#include "config.h"

#include "widgets/qd-context-menu.h"
#include "widgets/qd-toaster.h"

#include "qd-board-view-private.h"

enum
{
  PROP_0,
  PROP_STORE,
  PROP_BOARD,
  PROP_FILTER,
  PROP_CARD_OBJECTIVE,
  PROP_CARD_OWNER,
  PROP_CARD_COLUMN,
  PROP_NET_CONFIDENCE,
  PROP_SHARED_FILTER,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (QdBoardView, qd_board_view, GTK_TYPE_WIDGET)

static gboolean
board_is_empty (QdBoard *board)
{
  QdOrderedList *columns = qd_board_get_columns (board);

  if (qd_ordered_list_get_length (qd_board_get_objectives (board)) > 0)
    return FALSE;

  for (guint i = 0; i < qd_ordered_list_get_length (columns); i++)
    {
      if (qd_column_get_n_cards (qd_ordered_list_peek (columns, i)) > 0)
        return FALSE;
    }

  return TRUE;
}

static void
update_lesson (QdBoardView *self)
{
  gboolean empty = self->board != NULL && board_is_empty (self->board);

  gtk_widget_set_visible (self->lesson, empty && self->top != NULL);
}

/* A board that was gone, as an import that is redone, comes back without its
 * cards. */
static void
reload (QdBoardView *self)
{
  g_autoptr (GError) error = NULL;

  if (qd_entity_get_alive (QD_ENTITY (self->board)) &&
      !qd_store_load_board (self->store, self->board, &error))
    qd_toaster_report (GTK_WIDGET (self), error);
}

/* Nobody else does, where the filter is that of this board alone. */
static void
follow_filter (QdBoardView *self,
               guint        changes)
{
  g_auto (GStrv) filter = NULL;

  if (changes & QD_CHANGES_PLACES && self->board != NULL)
    {
      filter = qd_board_view_dup_filter (self);
      qd_board_view_set_filter (self, (const char * const *) filter);
    }
  qd_board_view_refilter (self, changes);
}

static void
on_store_changed (QdStore     *store,
                  guint        changes,
                  QdBoardView *self)
{
  g_assert (QD_IS_BOARD_VIEW (self));

  /* Not while the models change: a title that was being typed in a column that
   * goes is written now. */
  if (changes & QD_CHANGES_PLACES && self->board != NULL)
    {
      reload (self);
      qd_board_view_sync_columns (self);
    }
  if (self->top != NULL)
    follow_filter (self, changes);

  qd_board_view_recover_focus (self);
  update_lesson (self);
  qd_board_view_update_unmatched (self);
}

static void
on_net_confidence (QdBoardView *self)
{
  g_assert (QD_IS_BOARD_VIEW (self));

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NET_CONFIDENCE]);
}

/* An advice about the board itself leads to where one is already. */
static void
reveal_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  QdBoardView *self = QD_BOARD_VIEW (widget);
  QdId id = g_variant_get_int64 (parameter);
  QdEntity *entity = qd_store_lookup (self->store, id);

  if (QD_IS_CARD (entity))
    qd_board_view_reveal (self, id);
  else if (QD_IS_OBJECTIVE (entity))
    qd_board_top_edit_objective (self->top, QD_OBJECTIVE (entity));
}

static gboolean
on_menu_wanted (gpointer user_data,
                double   x,
                double   y)
{
  QdBoardView *self = user_data;
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  g_assert (QD_IS_BOARD_VIEW (self));

  return widget != NULL &&
         qd_board_view_popup_menu_for (self, widget, &(GdkRectangle) { (int) x, (int) y, 1, 1 });
}

static void
qd_board_view_get_property (GObject    *object,
                            guint       property_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  QdBoardView *self = QD_BOARD_VIEW (object);

  switch (property_id)
    {
    case PROP_STORE:
      g_value_set_object (value, self->store);
      break;

    case PROP_BOARD:
      g_value_set_object (value, self->board);
      break;

    case PROP_FILTER:
      g_value_take_boxed (value, qd_board_view_dup_filter (self));
      break;

    case PROP_CARD_OBJECTIVE:
      g_value_take_string (value, qd_board_view_dup_choice (self, QD_CHOICE_OBJECTIVE));
      break;

    case PROP_CARD_OWNER:
      g_value_take_string (value, qd_board_view_dup_choice (self, QD_CHOICE_OWNER));
      break;

    case PROP_CARD_COLUMN:
      g_value_take_string (value, qd_board_view_dup_choice (self, QD_CHOICE_COLUMN));
      break;

    case PROP_NET_CONFIDENCE:
      g_value_take_string (value, qd_board_view_dup_net_confidence (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
qd_board_view_set_property (GObject      *object,
                            guint         property_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  QdBoardView *self = QD_BOARD_VIEW (object);

  switch (property_id)
    {
    case PROP_STORE:
      self->store = g_value_dup_object (value);
      break;

    case PROP_BOARD:
      qd_board_view_set_board (self, g_value_get_object (value));
      break;

    case PROP_FILTER:
      qd_board_view_set_filter (self, g_value_get_boxed (value));
      break;

    case PROP_SHARED_FILTER:
      self->filter = g_value_dup_object (value);
      break;

    case PROP_CARD_OBJECTIVE:
      qd_board_view_choose (self, QD_CHOICE_OBJECTIVE, g_value_get_string (value));
      break;

    case PROP_CARD_OWNER:
      qd_board_view_choose (self, QD_CHOICE_OWNER, g_value_get_string (value));
      break;

    case PROP_CARD_COLUMN:
      qd_board_view_choose (self, QD_CHOICE_COLUMN, g_value_get_string (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

/* The window closes, or lets go of the file. */
static void
qd_board_view_unroot (GtkWidget *widget)
{
  qd_board_view_finish_typing (QD_BOARD_VIEW (widget));

  GTK_WIDGET_CLASS (qd_board_view_parent_class)->unroot (widget);
}

static void
create_top (QdBoardView *self)
{
  qd_board_view_own_filter (self);
  self->top = QD_BOARD_TOP (qd_board_top_new (self->store, self->filter));
  gtk_widget_insert_before (GTK_WIDGET (self->top), GTK_WIDGET (self), self->overlay);
  g_signal_connect_object (self->top, "notify::net-confidence",
                           G_CALLBACK (on_net_confidence), self, G_CONNECT_SWAPPED);
}

/* Keys for what is not there go on to who shows the panes. */
static void
disable_top (QdBoardView *self)
{
  static const char * const actions[] = {
    "board.new-objective", "board.filter", "board.filter-only", "board.filter-nth",
    "board.filter-mine", "board.filter-text", "board.clear-filter", "board.find", "board.reveal",
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], FALSE);
  /* The panes scroll, not each of them in itself. */
  gtk_scrolled_window_set_policy (self->scroller, GTK_POLICY_NEVER, GTK_POLICY_NEVER);
}

static void
qd_board_view_constructed (GObject *object)
{
  QdBoardView *self = QD_BOARD_VIEW (object);

  G_OBJECT_CLASS (qd_board_view_parent_class)->constructed (object);

  qd_board_view_init_time (self);
  if (self->filter == NULL)
    create_top (self);
  else
    disable_top (self);
  qd_board_view_init_filter (self);
  qd_board_view_init_columns (self);
  qd_board_view_update_writing (self);
  g_signal_connect_object (self->store, "changed",
                           G_CALLBACK (on_store_changed), self, 0);
}

static void
qd_board_view_dispose (GObject *object)
{
  QdBoardView *self = QD_BOARD_VIEW (object);

  qd_board_view_dispose_menus (self);
  g_clear_weak_pointer (&self->last_column);
  if (self->top != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->top));
  self->top = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_BOARD_VIEW);

  qd_board_view_dispose_filter (self);
  qd_board_view_dispose_time (self);
  g_clear_object (&self->board);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qd_board_view_parent_class)->dispose (object);
}

/* What the menu of a card sets. */
static void
make_card_properties (GParamFlags flags)
{
  /**
   * QdBoardView:card-objective:
   *
   * Decimal id of the objective of the card that the menu is about, or "none".
   * Setting it labels the card in the file.
   */
  properties[PROP_CARD_OBJECTIVE] =
    g_param_spec_string ("card-objective", NULL, NULL, NULL, flags);

  /**
   * QdBoardView:card-owner:
   *
   * Name of the owner of the card that the menu is about, or "". Setting it
   * gives the card to that person in the file.
   */
  properties[PROP_CARD_OWNER] =
    g_param_spec_string ("card-owner", NULL, NULL, NULL, flags);

  /**
   * QdBoardView:card-column:
   *
   * Decimal id of the column of the card that the menu is about. Setting it
   * moves the card in the file.
   */
  properties[PROP_CARD_COLUMN] =
    g_param_spec_string ("card-column", NULL, NULL, NULL, flags);

  /**
   * QdBoardView:net-confidence:
   *
   * Net confidence of the board with its sign, "+25", or %NULL. Notified whenever
   * the board was summed up, be it the same or not.
   */
  properties[PROP_NET_CONFIDENCE] =
    g_param_spec_string ("net-confidence", NULL, NULL, NULL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                            G_PARAM_STATIC_STRINGS;

  /**
   * QdBoardView:store:
   *
   * The file that the boards are in.
   */
  properties[PROP_STORE] =
    g_param_spec_object ("store", NULL, NULL, QD_TYPE_STORE,
                         flags | G_PARAM_CONSTRUCT_ONLY);

  /**
   * QdBoardView:board:
   *
   * The board to show.
   */
  properties[PROP_BOARD] =
    g_param_spec_object ("board", NULL, NULL, QD_TYPE_BOARD, flags);

  /**
   * QdBoardView:filter:
   *
   * Which cards show, as for qd_board_filter_set(); empty for all cards.
   */
  properties[PROP_FILTER] =
    g_param_spec_boxed ("filter", NULL, NULL, G_TYPE_STRV, flags);

  /**
   * QdBoardView:shared-filter:
   *
   * In a pane beside other boards: what the cards of all of them are filtered by.
   */
  properties[PROP_SHARED_FILTER] =
    g_param_spec_object ("shared-filter", NULL, NULL, QD_TYPE_BOARD_FILTER,
                         G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY |
                         G_PARAM_STATIC_STRINGS);

  make_card_properties (flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
qd_board_view_class_init (QdBoardViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = qd_board_view_constructed;
  object_class->get_property = qd_board_view_get_property;
  object_class->set_property = qd_board_view_set_property;
  object_class->dispose = qd_board_view_dispose;

  widget_class->focus = qd_board_view_move_focus;
  widget_class->grab_focus = qd_board_view_grab_focus;
  widget_class->unroot = qd_board_view_unroot;

  install_properties (object_class);
  qd_board_view_install_actions (widget_class);

  gtk_widget_class_install_action (widget_class, "board.reveal", "x", reveal_action);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/quarterdeck/Quarterdeck/qd-board-view.ui");
  gtk_widget_class_bind_template_child (widget_class, QdBoardView, overlay);
  gtk_widget_class_bind_template_child (widget_class, QdBoardView, scroller);
  gtk_widget_class_bind_template_child (widget_class, QdBoardView, columns);
  gtk_widget_class_bind_template_child (widget_class, QdBoardView, lesson);
  gtk_widget_class_bind_template_child (widget_class, QdBoardView, unmatched);

  gtk_widget_class_set_css_name (widget_class, "board");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
qd_board_view_init (QdBoardView *self)
{
  self->density = QD_DENSITY_CARDS;

  gtk_widget_init_template (GTK_WIDGET (self));
  qd_context_menu_attach (GTK_WIDGET (self), on_menu_wanted, self);
}

/**
 * qd_board_view_new:
 * @store: the file that the boards are in
 *
 * Returns: (transfer floating): a view of no board
 */
GtkWidget *
qd_board_view_new (QdStore *store)
{
  g_return_val_if_fail (QD_IS_STORE (store), NULL);

  return g_object_new (QD_TYPE_BOARD_VIEW,
                       "store", store,
                       NULL);
}

/**
 * qd_board_view_new_in_pane:
 * @store: the file that the boards are in
 * @filter: what the cards of all panes are filtered by; who has the panes looks after
 *   it
 *
 * For a pane beside others: the columns alone.
 *
 * Returns: (transfer floating): a view of no board
 */
GtkWidget *
qd_board_view_new_in_pane (QdStore       *store,
                           QdBoardFilter *filter)
{
  g_return_val_if_fail (QD_IS_STORE (store), NULL);
  g_return_val_if_fail (QD_IS_BOARD_FILTER (filter), NULL);

  return g_object_new (QD_TYPE_BOARD_VIEW,
                       "store", store,
                       "shared-filter", filter,
                       NULL);
}

/**
 * qd_board_view_get_board:
 * @self: a board view
 *
 * Returns: (transfer none) (nullable): the board that it shows
 */
QdBoard *
qd_board_view_get_board (QdBoardView *self)
{
  g_return_val_if_fail (QD_IS_BOARD_VIEW (self), NULL);

  return self->board;
}

/**
 * qd_board_view_set_board:
 * @self: a board view
 * @board: (nullable): the board to show
 *
 * Loads the board; where that fails, a toast says why and no board shows. The
 * filter of the board before is cleared.
 */
void
qd_board_view_set_board (QdBoardView *self,
                         QdBoard     *board)
{
  g_autoptr (GError) error = NULL;
  GtkWidget *child;

  g_return_if_fail (QD_IS_BOARD_VIEW (self));
  g_return_if_fail (board == NULL || QD_IS_BOARD (board));

  if (self->board == board)
    return;

  qd_board_view_finish_typing (self);

  if (board != NULL && !qd_store_load_board (self->store, board, &error))
    {
      qd_toaster_report (GTK_WIDGET (self), error);
      board = NULL;
    }

  g_set_object (&self->board, board);

  while ((child = gtk_widget_get_first_child (self->columns)) != NULL)
    gtk_box_remove (GTK_BOX (self->columns), child);

  if (self->top != NULL)
    {
      qd_board_view_set_filter (self, NULL);
      qd_board_top_set_board (self->top, board);
    }
  qd_board_view_sync_time (self);
  if (board != NULL)
    qd_board_view_sync_columns (self);
  qd_board_view_update_writing (self);
  update_lesson (self);
  qd_board_view_update_unmatched (self);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BOARD]);
}

/**
 * qd_board_view_dup_filter:
 * @self: a board view
 *
 * Returns: (transfer full) (not nullable): which cards show, as for
 *   qd_board_filter_set(); empty for all cards
 */
char **
qd_board_view_dup_filter (QdBoardView *self)
{
  g_return_val_if_fail (QD_IS_BOARD_VIEW (self), NULL);

  return qd_board_filter_dup (self->filter);
}

/**
 * qd_board_view_set_filter:
 * @self: a board view
 * @filter: (nullable) (array zero-terminated=1): as qd_board_view_dup_filter()
 *   returns it; %NULL for all cards. What names something that is not on the
 *   board is left out.
 */
void
qd_board_view_set_filter (QdBoardView        *self,
                          const char * const *filter)
{
  g_auto (GStrv) alive = NULL;

  g_return_if_fail (QD_IS_BOARD_VIEW (self));

  alive = qd_board_view_dup_alive (self, filter);
  if (qd_board_filter_equals (self->filter, (const char * const *) alive))
    return;

  qd_board_view_change_filter (self, (const char * const *) alive);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILTER]);
}

/**
 * qd_board_view_focus:
 * @self: a board view
 *
 * Puts the focus on the card that had it last, else on the first.
 */
void
qd_board_view_focus (QdBoardView *self)
{
  g_return_if_fail (QD_IS_BOARD_VIEW (self));

  qd_board_view_focus_cards (self);
}

/**
 * qd_board_view_reveal:
 * @self: a board view
 * @card: the id of a card
 *
 * Scrolls to the card and puts the focus on it. What of the filter hides it is
 * taken out.
 *
 * Returns: whether the card is on the board
 */
gboolean
qd_board_view_reveal (QdBoardView *self,
                      QdId         card)
{
  QdEntity *entity;
  g_autofree char *lost = NULL;

  g_return_val_if_fail (QD_IS_BOARD_VIEW (self), FALSE);

  entity = qd_store_lookup (self->store, card);
  if (!QD_IS_CARD (entity) ||
      qd_board_view_get_column (self, qd_card_get_column (QD_CARD (entity))) == NULL)
    return FALSE;

  lost = qd_board_view_uncover (self, QD_CARD (entity));

  return qd_board_view_focus_card (self, QD_CARD (entity));
}

/**
 * qd_board_view_dup_net_confidence:
 * @self: a board view
 *
 * Returns: (transfer full) (nullable): net confidence of the board with its sign,
 *   "+25", or %NULL where there is nothing to tell it from
 */
char *
qd_board_view_dup_net_confidence (QdBoardView *self)
{
  g_return_val_if_fail (QD_IS_BOARD_VIEW (self), NULL);

  return self->top != NULL ? qd_board_top_dup_net_confidence (self->top) : NULL;
}
