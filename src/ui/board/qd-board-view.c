/* A board: its objectives on top, below them its columns side by side.
 *
 * Keeps the columns that show in step with the model, owns the filter, and
 * knows where the focus is. What can be done is in qd-board-actions.c, the
 * menus are in qd-board-menu.c. Nothing here changes a model: actions ask the
 * store, and the models tell what came of it.
 */

#include "config.h"

#include "widgets/qd-toaster.h"

#include "qd-board-view-private.h"
#include "qd-edge-scroll.h"
#include "qd-reorder.h"

/* Between the columns, and around them; in pixels. */
#define COLUMN_SPACING 12

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

static QdEntity *
get_entity (GtkWidget *child)
{
  return QD_ENTITY (qd_column_view_get_column (QD_COLUMN_VIEW (child)));
}

static QdColumnView *
get_first_column (QdBoardView *self)
{
  return (QdColumnView *) gtk_widget_get_first_child (self->columns);
}

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
  gtk_widget_set_visible (GTK_WIDGET (self->strip), self->board != NULL && !empty);
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

static void
on_store_changed (QdStore     *store,
                  guint        changes,
                  QdBoardView *self)
{
  g_assert (QD_IS_BOARD_VIEW (self));

  if (changes & QD_CHANGES_PLACES)
    prune_filter (self);
  if (changes & QD_CHANGES_LABELS && !qd_board_filter_is_empty (self->filter))
    gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);

  update_lesson (self);
}

/* The whole column, not just the card that has the focus. */
static void
scroll_to_column (QdBoardView *self,
                  GtkWidget   *column)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_hadjustment (self->scroller);
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (column, self->columns, &bounds))
    return;

  gtk_adjustment_clamp_page (adjustment,
                             bounds.origin.x - COLUMN_SPACING,
                             bounds.origin.x + bounds.size.width + COLUMN_SPACING);
}

/* One card is selected on a board: where the focus was last. */
static void
on_column_enter (GtkEventControllerFocus *controller,
                 QdBoardView             *self)
{
  GtkWidget *column = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));

  g_assert (QD_IS_BOARD_VIEW (self));

  g_set_weak_pointer (&self->last_column, QD_COLUMN_VIEW (column));
  scroll_to_column (self, column);

  for (GtkWidget *child = gtk_widget_get_first_child (self->columns); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (child != column)
        qd_card_list_unselect (qd_column_view_get_list (QD_COLUMN_VIEW (child)));
    }
}

static GtkWidget *
create_column (QdBoardView *self,
               QdColumn    *column)
{
  GtkWidget *view = qd_column_view_new (self->store, column, self->filter);
  GtkEventController *controller = gtk_event_controller_focus_new ();

  g_signal_connect (controller, "enter", G_CALLBACK (on_column_enter), self);
  gtk_widget_add_controller (view, controller);

  return view;
}

/* Columns that stay keep their widgets, and so what is typed in them. */
static void
sync_columns (QdBoardView *self)
{
  QdOrderedList *columns = qd_board_get_columns (self->board);
  GtkWidget *previous = NULL;
  GtkWidget *rest;

  for (guint i = 0; i < qd_ordered_list_get_length (columns); i++)
    {
      QdColumn *column = qd_ordered_list_peek (columns, i);
      GtkWidget *view = (GtkWidget *) qd_board_view_get_column (self, column);

      if (view == NULL)
        {
          view = create_column (self, column);
          gtk_box_append (GTK_BOX (self->columns), view);
        }

      gtk_box_reorder_child_after (GTK_BOX (self->columns), view, previous);
      previous = view;
    }

  while ((rest = previous != NULL ? gtk_widget_get_next_sibling (previous)
                                  : gtk_widget_get_first_child (self->columns)) != NULL)
    gtk_box_remove (GTK_BOX (self->columns), rest);
}

static void
on_columns_changed (QdBoardView *self)
{
  g_assert (QD_IS_BOARD_VIEW (self));

  sync_columns (self);
}

static void
on_right_pressed (GtkGestureClick *gesture,
                  int              n_press,
                  double           x,
                  double           y,
                  QdBoardView     *self)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  GdkRectangle at = { (int) x, (int) y, 1, 1 };

  g_assert (QD_IS_BOARD_VIEW (self));

  if (widget != NULL && qd_board_view_popup_menu_for (self, widget, &at))
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
on_long_pressed (GtkGestureLongPress *gesture,
                 double               x,
                 double               y,
                 QdBoardView         *self)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  GdkRectangle at = { (int) x, (int) y, 1, 1 };

  g_assert (QD_IS_BOARD_VIEW (self));

  if (widget != NULL && qd_board_view_popup_menu_for (self, widget, &at))
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

static QdCard *
get_current_card (QdBoardView *self)
{
  QdCard *card = NULL;

  if (self->menu_card != NULL)
    return self->menu_card;

  qd_board_view_get_focus (self, &card);

  return card;
}

static void
get_card_property (QdBoardView *self,
                   guint        property_id,
                   GValue      *value)
{
  QdCard *card = get_current_card (self);
  gpointer entity = NULL;

  /* The state of an action is never nothing. */
  g_value_set_static_string (value, "");
  if (card == NULL)
    return;

  if (property_id == PROP_CARD_OWNER)
    {
      entity = qd_card_get_owner (card);
      g_value_set_string (value, entity != NULL ? qd_entity_get_title (entity) : "");
      return;
    }

  if (property_id == PROP_CARD_OBJECTIVE)
    entity = qd_card_get_objective (card);
  else
    entity = qd_card_get_column (card);

  g_value_take_string (value,
                       qd_board_filter_id (entity != NULL ? qd_entity_get_id (entity)
                                                          : QD_ID_NONE));
}

static void
set_card_property (QdBoardView *self,
                   guint        property_id,
                   const char  *value)
{
  g_autoptr (QdCard) card = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done = TRUE;
  QdId card_id, id;

  g_set_object (&card, get_current_card (self));
  if (card == NULL || value == NULL)
    return;

  card_id = qd_entity_get_id (QD_ENTITY (card));
  id = g_ascii_strtoll (value, NULL, 10);

  if (property_id == PROP_CARD_OWNER)
    done = qd_edit_set_owner (self->store, card_id, value, &error);
  else if (property_id == PROP_CARD_OBJECTIVE)
    done = qd_edit_set_objective (self->store, card_id, id, &error);
  else
    {
      QdEntity *column = qd_store_lookup (self->store, id);
      QdColumnView *view = NULL;

      if (QD_IS_COLUMN (column))
        view = qd_board_view_get_column (self, QD_COLUMN (column));
      if (view != NULL && QD_COLUMN (column) != qd_card_get_column (card))
        qd_column_view_move_here (view, card, G_MAXUINT);
    }

  if (!done)
    qd_toaster_report (GTK_WIDGET (self), error);
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
    case PROP_CARD_OWNER:
    case PROP_CARD_COLUMN:
      get_card_property (self, property_id, value);
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
    case PROP_CARD_OWNER:
    case PROP_CARD_COLUMN:
      set_card_property (self, property_id, g_value_get_string (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
qd_board_view_constructed (GObject *object)
{
  QdBoardView *self = QD_BOARD_VIEW (object);

  G_OBJECT_CLASS (qd_board_view_parent_class)->constructed (object);

  qd_objective_strip_set_store (self->strip, self->store, self->filter);
  qd_reorder_attach (self->columns, self->store, QD_TYPE_COLUMN, get_entity);
  g_signal_connect_object (self->store, "changed",
                           G_CALLBACK (on_store_changed), self, 0);
}

static void
qd_board_view_dispose (GObject *object)
{
  QdBoardView *self = QD_BOARD_VIEW (object);

  qd_board_view_dispose_menus (self);
  g_clear_weak_pointer (&self->last_column);
  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_BOARD_VIEW);

  g_clear_object (&self->columns_signals);
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
    g_param_spec_object ("store", NULL, NULL,
                         QD_TYPE_STORE,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY |
                         G_PARAM_STATIC_STRINGS);

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

  install_properties (object_class);
  qd_board_view_install_actions (widget_class);

  g_type_ensure (QD_TYPE_OBJECTIVE_STRIP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/quarterdeck/Quarterdeck/qd-board-view.ui");
  gtk_widget_class_bind_template_child (widget_class, QdBoardView, strip);
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
  self->columns_signals = g_signal_group_new (G_TYPE_LIST_MODEL);
  g_signal_group_connect_swapped (self->columns_signals, "items-changed",
                                  G_CALLBACK (on_columns_changed), self);

  gtk_widget_init_template (GTK_WIDGET (self));
  qd_edge_scroll_attach (self->scroller);
}

/* The column view of a column, or NULL. */
QdColumnView *
qd_board_view_get_column (QdBoardView *self,
                          QdColumn    *column)
{
  for (GtkWidget *child = gtk_widget_get_first_child (self->columns); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (qd_column_view_get_column (QD_COLUMN_VIEW (child)) == column)
        return QD_COLUMN_VIEW (child);
    }

  return NULL;
}

/* The column before (step -1) or behind (step 1) another, or NULL. */
QdColumnView *
qd_board_view_get_neighbour (QdBoardView  *self,
                             QdColumnView *column,
                             int           step)
{
  if (step < 0)
    return (QdColumnView *) gtk_widget_get_prev_sibling (GTK_WIDGET (column));

  return (QdColumnView *) gtk_widget_get_next_sibling (GTK_WIDGET (column));
}

/* A column by its place, from 0, or NULL. */
QdColumnView *
qd_board_view_get_nth_column (QdBoardView *self,
                              guint        nth)
{
  GtkWidget *child = gtk_widget_get_first_child (self->columns);

  while (child != NULL && nth-- > 0)
    child = gtk_widget_get_next_sibling (child);

  return (QdColumnView *) child;
}

/* The column that has the focus and the card in it that has it, or NULL. */
QdColumnView *
qd_board_view_get_focus (QdBoardView  *self,
                         QdCard      **card)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *view = NULL;

  *card = NULL;
  if (focus != NULL && gtk_widget_is_ancestor (focus, self->columns))
    view = gtk_widget_get_ancestor (focus, QD_TYPE_COLUMN_VIEW);
  if (view == NULL)
    return NULL;

  *card = qd_card_list_get_focus (qd_column_view_get_list (QD_COLUMN_VIEW (view)));

  return QD_COLUMN_VIEW (view);
}

/* Puts the focus on a card, wherever on the board it is; %FALSE where it is
 * not, or hidden by the filter. */
gboolean
qd_board_view_focus_card (QdBoardView *self,
                          QdCard      *card)
{
  QdColumn *column = qd_card_get_column (card);
  QdColumnView *view = qd_board_view_get_column (self, column);

  return view != NULL &&
         qd_card_list_focus_card (qd_column_view_get_list (view), card);
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
  g_signal_group_set_target (self->columns_signals,
                             board != NULL ? qd_board_get_columns (board) : NULL);
  if (board != NULL)
    sync_columns (self);
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
  g_autoptr (QdCard) focused = NULL;
  QdColumnView *column;
  QdCard *card;

  g_return_if_fail (QD_IS_BOARD_VIEW (self));

  if (qd_board_filter_equals (self->filter, filter))
    return;

  column = qd_board_view_get_focus (self, &card);
  g_set_object (&focused, card);

  qd_board_filter_set (self->filter, filter);

  /* Not where GTK thinks best when the card with the focus goes. */
  if (focused != NULL && !qd_board_view_focus_card (self, focused))
    qd_card_list_focus_slot (qd_column_view_get_list (column), 0);

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
  QdColumnView *column;

  g_return_if_fail (QD_IS_BOARD_VIEW (self));

  column = self->last_column != NULL ? self->last_column
                                     : get_first_column (self);
  if (column != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (qd_column_view_get_list (column)));
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
