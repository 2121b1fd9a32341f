/* A board: its objectives on top, below them its columns side by side.
 *
 * Owns the filter and the empty state. The columns that show are kept in
 * qd-board-columns.c, what can be done is in qd-board-actions.c, the menus are
 * in qd-board-menu.c. Nothing here changes a model: actions ask the store, and
 * the models tell what came of it.
 */

#include "config.h"

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

  gtk_widget_set_visible (self->lesson, empty);
  gtk_widget_set_visible (GTK_WIDGET (self->strip), self->board != NULL);
}

/* Filters, and keeps the focus on its card, or gets it back there when the card
 * shows again. */
static void
change_filter (QdBoardView        *self,
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

/* An objective that went would leave a filter that nobody can see. */
static void
prune_filter (QdBoardView *self)
{
  g_auto (GStrv) ids = qd_board_filter_dup (self->filter);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) alive = NULL;
  QdOrderedList *objectives;

  if (self->board == NULL || ids[0] == NULL)
    return;

  objectives = qd_board_get_objectives (self->board);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      gboolean found = g_str_equal (ids[i], "none");

      for (guint j = 0; j < qd_ordered_list_get_length (objectives) && !found; j++)
        {
          g_autofree char *id = NULL;

          id = qd_board_filter_id (qd_entity_get_id (qd_ordered_list_peek (objectives, j)));
          found = g_str_equal (ids[i], id);
        }

      if (found)
        g_strv_builder_add (builder, ids[i]);
    }

  alive = g_strv_builder_end (builder);
  qd_board_view_set_filter (self, (const char * const *) alive);
}

/* What had the focus may be gone, by an undo or from another window. GTK keeps
 * sending keys to it for a while; the place where a card was is better. */
static void
recover_focus (QdBoardView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && gtk_widget_get_root (focus) == NULL &&
      !gtk_widget_grab_focus (GTK_WIDGET (self)))
    gtk_root_set_focus (root, NULL);
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
      prune_filter (self);
    }
  if (changes & QD_CHANGES_LABELS && !qd_board_filter_is_empty (self->filter))
    gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);

  recover_focus (self);
  update_lesson (self);
}

static void
popup_menu_at (QdBoardView *self,
               GtkGesture  *gesture,
               double       x,
               double       y)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  GdkRectangle at = { (int) x, (int) y, 1, 1 };

  if (widget != NULL && qd_board_view_popup_menu_for (self, widget, &at))
    gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
on_right_pressed (GtkGesture  *gesture,
                  int          n_press,
                  double       x,
                  double       y,
                  QdBoardView *self)
{
  g_assert (QD_IS_BOARD_VIEW (self));

  popup_menu_at (self, gesture, x, y);
}

static void
on_long_pressed (GtkGesture  *gesture,
                 double       x,
                 double       y,
                 QdBoardView *self)
{
  g_assert (QD_IS_BOARD_VIEW (self));

  popup_menu_at (self, gesture, x, y);
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

/* GTK asks for this, too: when a popover goes that had the focus. */
static gboolean
qd_board_view_grab_focus (GtkWidget *widget)
{
  QdBoardView *self = QD_BOARD_VIEW (widget);
  QdColumnView *column = self->last_column;

  if (column == NULL)
    column = qd_board_view_get_nth_column (self, 0);

  return column != NULL &&
         gtk_widget_grab_focus (GTK_WIDGET (qd_column_view_get_list (column)));
}

/* The window closes, or lets go of the file. */
static void
qd_board_view_unroot (GtkWidget *widget)
{
  qd_board_view_finish_typing (QD_BOARD_VIEW (widget));

  GTK_WIDGET_CLASS (qd_board_view_parent_class)->unroot (widget);
}

static void
qd_board_view_constructed (GObject *object)
{
  QdBoardView *self = QD_BOARD_VIEW (object);

  G_OBJECT_CLASS (qd_board_view_parent_class)->constructed (object);

  qd_objective_strip_set_store (self->strip, self->store, self->filter);
  qd_board_view_init_columns (self);
  if (qd_store_get_read_only (self->store))
    qd_board_view_disable_writing (self);
  g_signal_connect_object (self->store, "changed",
                           G_CALLBACK (on_store_changed), self, 0);
}

static void
qd_board_view_dispose (GObject *object)
{
  QdBoardView *self = QD_BOARD_VIEW (object);

  qd_board_view_dispose_menus (self);
  g_clear_weak_pointer (&self->last_column);
  g_clear_object (&self->filtered_card);
  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_BOARD_VIEW);

  g_clear_object (&self->filter);
  g_clear_object (&self->board);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qd_board_view_parent_class)->dispose (object);
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
   * Decimal ids of the objectives whose cards show, "none" for cards without
   * one; empty for all cards.
   */
  properties[PROP_FILTER] =
    g_param_spec_boxed ("filter", NULL, NULL, G_TYPE_STRV, flags);

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

  widget_class->grab_focus = qd_board_view_grab_focus;
  widget_class->unroot = qd_board_view_unroot;

  install_properties (object_class);
  qd_board_view_install_actions (widget_class);

  g_type_ensure (QD_TYPE_OBJECTIVE_STRIP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/quarterdeck/Quarterdeck/qd-board-view.ui");
  gtk_widget_class_bind_template_child (widget_class, QdBoardView, strip);
  gtk_widget_class_bind_template_child (widget_class, QdBoardView, overlay);
  gtk_widget_class_bind_template_child (widget_class, QdBoardView, scroller);
  gtk_widget_class_bind_template_child (widget_class, QdBoardView, columns);
  gtk_widget_class_bind_template_child (widget_class, QdBoardView, lesson);
  gtk_widget_class_bind_template_callback (widget_class, on_right_pressed);
  gtk_widget_class_bind_template_callback (widget_class, on_long_pressed);

  gtk_widget_class_set_css_name (widget_class, "board");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
qd_board_view_init (QdBoardView *self)
{
  self->filter = qd_board_filter_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
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
 * qd_board_view_get_store:
 * @self: a board view
 *
 * Returns: (transfer none): the file that the boards are in
 */
QdStore *
qd_board_view_get_store (QdBoardView *self)
{
  g_return_val_if_fail (QD_IS_BOARD_VIEW (self), NULL);

  return self->store;
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

  qd_board_view_set_filter (self, NULL);
  qd_objective_strip_set_board (self->strip, board);
  if (board != NULL)
    qd_board_view_sync_columns (self);
  update_lesson (self);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BOARD]);
}

/**
 * qd_board_view_dup_filter:
 * @self: a board view
 *
 * Returns: (transfer full) (not nullable): decimal ids of the objectives whose
 *   cards show, "none" for cards without one; empty for all cards
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
 *   returns it; %NULL for all cards
 */
void
qd_board_view_set_filter (QdBoardView        *self,
                          const char * const *filter)
{
  g_return_if_fail (QD_IS_BOARD_VIEW (self));

  if (qd_board_filter_equals (self->filter, filter))
    return;

  change_filter (self, filter);
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

  gtk_widget_grab_focus (GTK_WIDGET (self));
}

/**
 * qd_board_view_reveal:
 * @self: a board view
 * @card: the id of a card
 *
 * Scrolls to the card and puts the focus on it. A filter that hides it is
 * cleared.
 *
 * Returns: whether the card is on the board
 */
gboolean
qd_board_view_reveal (QdBoardView *self,
                      QdId         card)
{
  QdEntity *entity;

  g_return_val_if_fail (QD_IS_BOARD_VIEW (self), FALSE);

  entity = qd_store_lookup (self->store, card);
  if (!QD_IS_CARD (entity) ||
      qd_board_view_get_column (self, qd_card_get_column (QD_CARD (entity))) == NULL)
    return FALSE;

  if (!gtk_filter_match (GTK_FILTER (self->filter), entity))
    qd_board_view_set_filter (self, NULL);

  return qd_board_view_focus_card (self, QD_CARD (entity));
}
