/* The cycles and boards of a file, and the way to its archive.
 *
 * Owns the selection, and what can be done with a cycle or a board as a whole;
 * where a board is dropped is in qd-sidebar-drop.c. It opens nothing: "selected"
 * tells what the person wants to see, "activated" that they also want to go
 * there.
 */

#include "config.h"

#include "dialogs/qd-cycle-dialog.h"
#include "dialogs/qd-new-board-dialog.h"
#include "qd-board-row.h"
#include "qd-cycle-row.h"
#include "qd-sidebar-private.h"
#include "store/qd-edit.h"
#include "widgets/qd-toaster.h"

enum
{
  PROP_0,
  PROP_STORE,
  N_PROPS
};

enum
{
  SELECTED,
  ACTIVATED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (QdSidebar, qd_sidebar, GTK_TYPE_WIDGET)

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/* What the row shows; nothing for the archive. */
QdEntity *
qd_sidebar_get_entity (GtkListBoxRow *row)
{
  if (QD_IS_BOARD_ROW (row))
    return QD_ENTITY (qd_board_row_get_board (QD_BOARD_ROW (row)));
  if (QD_IS_CYCLE_ROW (row))
    return QD_ENTITY (qd_cycle_row_get_cycle (QD_CYCLE_ROW (row)));

  return NULL;
}

/* The row that shows @entity, if any. */
GtkListBoxRow *
qd_sidebar_find_row (QdSidebar *self,
                     QdEntity  *entity)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)); i++)
    {
      if (qd_sidebar_get_entity (row) == entity)
        return row;
    }

  return NULL;
}

static GtkListBoxRow *
get_focused_row (QdSidebar *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list)))
    return NULL;

  row = gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW);

  return row != NULL ? GTK_LIST_BOX_ROW (row) : NULL;
}

static void
set_target (QdSidebar     *self,
            GtkListBoxRow *row)
{
  QdEntity *entity = row != NULL ? qd_sidebar_get_entity (row) : NULL;
  const gboolean writable = !qd_store_get_read_only (self->store);
  QdBoard *above = NULL;
  QdBoard *below = NULL;

  g_set_weak_pointer (&self->target, row);

  if (QD_IS_BOARD (entity))
    {
      above = qd_sidebar_model_get_neighbour (self->model, QD_BOARD (entity), -1);
      below = qd_sidebar_model_get_neighbour (self->model, QD_BOARD (entity), 1);
    }

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sidebar.edit",
                                 writable && entity != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sidebar.new-board",
                                 writable && QD_IS_CYCLE (entity));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sidebar.archive",
                                 writable && QD_IS_BOARD (entity));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sidebar.move-up",
                                 writable && above != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sidebar.move-down",
                                 writable && below != NULL);
}

static GtkWidget *
create_row (QdSidebar *self,
            QdEntity  *entity)
{
  if (QD_IS_CYCLE (entity))
    return qd_cycle_row_new (QD_CYCLE (entity));

  return qd_board_row_new (self->store, QD_BOARD (entity));
}

/* Rows of things that only moved are kept. */
static void
replace_rows (QdSidebar *self,
              guint      position,
              guint      removed,
              guint      added)
{
  g_autoptr (GHashTable) kept = NULL;

  kept = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  for (guint i = 0; i < removed; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list,
                                                          (int) position);

      /* A row that is taken out would think that it is selected for ever. */
      gtk_list_box_unselect_row (self->list, row);
      g_hash_table_insert (kept, qd_sidebar_get_entity (row), g_object_ref (row));
      gtk_list_box_remove (self->list, GTK_WIDGET (row));
    }

  for (guint i = position; i < position + added; i++)
    {
      g_autoptr (QdEntity) entity = NULL;
      GtkWidget *row;

      entity = g_list_model_get_item (G_LIST_MODEL (self->model), i);
      row = g_hash_table_lookup (kept, entity);
      if (row == NULL)
        row = create_row (self, entity);
      gtk_list_box_insert (self->list, row, (int) i);
    }
}

static void
on_items_changed (QdSidebar *self,
                  guint      position,
                  guint      removed,
                  guint      added)
{
  GtkListBoxRow *focused = get_focused_row (self);
  QdEntity *focused_entity = focused != NULL ? qd_sidebar_get_entity (focused) : NULL;
  GtkListBoxRow *row = NULL;

  g_assert (QD_IS_SIDEBAR (self));

  self->updating = TRUE;
  replace_rows (self, position, removed, added);
  if (self->board != NULL)
    row = qd_sidebar_find_row (self, QD_ENTITY (self->board));
  if (row != NULL)
    gtk_list_box_select_row (self->list, row);
  self->updating = FALSE;

  /* The board that was shown is gone: show the one that took its place. */
  if (self->board != NULL && row == NULL)
    {
      QdBoard *near = qd_sidebar_model_get_near (self->model, position);

      g_clear_object (&self->board);
      if (near != NULL)
        gtk_list_box_select_row (self->list,
                                 row = qd_sidebar_find_row (self, QD_ENTITY (near)));
      else
        g_signal_emit (self, signals[SELECTED], 0, NULL);
    }

  if (focused_entity != NULL)
    {
      focused = qd_sidebar_find_row (self, focused_entity);
      if (focused == NULL)
        focused = row;
      if (focused != NULL)
        gtk_widget_grab_focus (GTK_WIDGET (focused));
    }
}

static void
on_row_selected (QdSidebar     *self,
                 GtkListBoxRow *row)
{
  QdEntity *entity;

  g_assert (QD_IS_SIDEBAR (self));

  if (self->updating || row == NULL)
    return;

  entity = qd_sidebar_get_entity (row);
  if (g_set_object (&self->board, (QdBoard *) entity) || entity == NULL)
    g_signal_emit (self, signals[SELECTED], 0, entity);
}

static void
on_row_activated (QdSidebar     *self,
                  GtkListBoxRow *row)
{
  g_assert (QD_IS_SIDEBAR (self));

  g_signal_emit (self, signals[ACTIVATED], 0, qd_sidebar_get_entity (row));
}

static void
on_menu_closed (QdSidebar *self)
{
  g_assert (QD_IS_SIDEBAR (self));

  if (self->target != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->target));
}

static void
pop_up_menu (QdSidebar     *self,
             GtkListBoxRow *row,
             double         x,
             double         y)
{
  GMenuModel *model = QD_IS_CYCLE_ROW (row) ? self->cycle_menu
                                            : self->board_menu;

  set_target (self, row);
  if (self->menu == NULL)
    {
      self->menu = gtk_popover_menu_new_from_model (model);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
      g_signal_connect_swapped (self->menu, "closed",
                                G_CALLBACK (on_menu_closed), self);
    }
  else
    gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), model);

  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu),
                               &(GdkRectangle) { (int) x, (int) y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
pop_up_menu_in_list (QdSidebar *self,
                     double     x,
                     double     y)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (self->list, (int) y);
  double menu_x;
  double menu_y;

  if (row != NULL && qd_sidebar_get_entity (row) != NULL &&
      gtk_widget_translate_coordinates (GTK_WIDGET (self->list),
                                        GTK_WIDGET (self), x, y,
                                        &menu_x, &menu_y))
    pop_up_menu (self, row, menu_x, menu_y);
}

static void
on_secondary_pressed (GtkGestureClick *gesture,
                      int              n_presses,
                      double           x,
                      double           y,
                      QdSidebar       *self)
{
  g_assert (QD_IS_SIDEBAR (self));

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  pop_up_menu_in_list (self, x, y);
}

static void
on_long_pressed (GtkGestureLongPress *gesture,
                 double               x,
                 double               y,
                 QdSidebar           *self)
{
  g_assert (QD_IS_SIDEBAR (self));

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  pop_up_menu_in_list (self, x, y);
}

static gboolean
on_menu_key (GtkWidget *widget,
             GVariant  *unused_arguments,
             gpointer   unused)
{
  QdSidebar *self = QD_SIDEBAR (widget);
  GtkListBoxRow *row = get_focused_row (self);
  graphene_rect_t bounds;

  if (row == NULL || qd_sidebar_get_entity (row) == NULL ||
      !gtk_widget_compute_bounds (GTK_WIDGET (row), widget, &bounds))
    return GDK_EVENT_PROPAGATE;

  pop_up_menu (self, row,
               bounds.origin.x + bounds.size.width / 2,
               bounds.origin.y + bounds.size.height);

  return GDK_EVENT_STOP;
}

/* A key means the row that has the focus, not the one that had the menu. */
static gboolean
on_action_key (GtkWidget *widget,
               GVariant  *action,
               gpointer   unused)
{
  QdSidebar *self = QD_SIDEBAR (widget);
  GtkListBoxRow *row = get_focused_row (self);

  if (row == NULL || qd_sidebar_get_entity (row) == NULL)
    return GDK_EVENT_PROPAGATE;

  set_target (self, row);
  gtk_widget_activate_action_variant (widget,
                                      g_variant_get_string (action, NULL),
                                      NULL);

  return GDK_EVENT_STOP;
}

static void
on_board_created (QdSidebar *self,
                  QdBoard   *board)
{
  g_assert (QD_IS_SIDEBAR (self));

  qd_sidebar_select_board (self, board);
  g_signal_emit (self, signals[ACTIVATED], 0, board);
}

static void
new_board_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  QdSidebar *self = QD_SIDEBAR (widget);
  QdNewBoardDialog *dialog;

  if (!QD_IS_CYCLE_ROW (self->target))
    return;

  dialog = qd_new_board_dialog_present (
    widget, self->store, QD_CYCLE (qd_sidebar_get_entity (self->target)));
  g_signal_connect_object (dialog, "created",
                           G_CALLBACK (on_board_created), self,
                           G_CONNECT_SWAPPED);
}

static void
edit_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  QdSidebar *self = QD_SIDEBAR (widget);

  if (QD_IS_BOARD_ROW (self->target))
    qd_board_row_rename (QD_BOARD_ROW (self->target));
  else if (QD_IS_CYCLE_ROW (self->target))
    qd_cycle_dialog_present (widget, self->store,
                             QD_CYCLE (qd_sidebar_get_entity (self->target)));
}

static void
archive_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  QdSidebar *self = QD_SIDEBAR (widget);
  g_autoptr (GError) error = NULL;

  if (QD_IS_BOARD_ROW (self->target) &&
      !qd_edit_archive (self->store, QD_ENTITY_BOARD,
                        qd_entity_get_id (qd_sidebar_get_entity (self->target)), TRUE,
                        &error))
    qd_toaster_report (widget, error);
}

/* Puts a board directly before or after another of the same cycle. */
void
qd_sidebar_move_board (QdSidebar *self,
                       QdBoard   *board,
                       QdSide     side,
                       QdBoard   *anchor)
{
  QdCycle *cycle = qd_board_get_cycle (anchor);
  g_autoptr (GError) error = NULL;

  if (!qd_edit_move (self->store, QD_ENTITY_BOARD,
                     qd_entity_get_id (QD_ENTITY (board)),
                     cycle != NULL ? qd_entity_get_id (QD_ENTITY (cycle))
                                   : QD_ID_NONE,
                     side, qd_entity_get_id (QD_ENTITY (anchor)), &error))
    qd_toaster_report (GTK_WIDGET (self), error);
}

static void
move_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  QdSidebar *self = QD_SIDEBAR (widget);
  const gboolean up = g_str_equal (name, "sidebar.move-up");
  QdBoard *board;
  QdBoard *neighbour;

  if (!QD_IS_BOARD_ROW (self->target))
    return;

  board = qd_board_row_get_board (QD_BOARD_ROW (self->target));
  neighbour = qd_sidebar_model_get_neighbour (self->model, board, up ? -1 : 1);
  if (neighbour != NULL)
    qd_sidebar_move_board (self, board, up ? QD_SIDE_BEFORE : QD_SIDE_AFTER, neighbour);
}

static void
qd_sidebar_constructed (GObject *object)
{
  QdSidebar *self = QD_SIDEBAR (object);

  G_OBJECT_CLASS (qd_sidebar_parent_class)->constructed (object);

  self->model = qd_sidebar_model_new (self->store);
  g_signal_connect_object (self->model, "items-changed",
                           G_CALLBACK (on_items_changed), self,
                           G_CONNECT_SWAPPED);
  on_items_changed (self, 0, 0,
                    g_list_model_get_n_items (G_LIST_MODEL (self->model)));
}

static void
qd_sidebar_set_property (GObject      *object,
                         guint         property_id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  QdSidebar *self = QD_SIDEBAR (object);

  switch (property_id)
    {
    case PROP_STORE:
      self->store = g_value_dup_object (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
qd_sidebar_dispose (GObject *object)
{
  QdSidebar *self = QD_SIDEBAR (object);

  /* Taking the rows apart must not look like a choice. */
  self->updating = TRUE;

  g_clear_weak_pointer (&self->target);
  g_clear_weak_pointer (&self->marked);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_SIDEBAR);
  g_clear_object (&self->drag_signals);
  g_clear_object (&self->board);
  g_clear_object (&self->model);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qd_sidebar_parent_class)->dispose (object);
}

static void
install_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F2, 0,
                                on_action_key, "s", "sidebar.edit");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0,
                                on_action_key, "s", "sidebar.archive");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, GDK_ALT_MASK,
                                on_action_key, "s", "sidebar.move-up");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, GDK_ALT_MASK,
                                on_action_key, "s", "sidebar.move-down");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0,
                                on_menu_key, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK,
                                on_menu_key, NULL);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "sidebar.new-board", NULL,
                                   new_board_action);
  gtk_widget_class_install_action (widget_class, "sidebar.edit", NULL,
                                   edit_action);
  gtk_widget_class_install_action (widget_class, "sidebar.archive", NULL,
                                   archive_action);
  gtk_widget_class_install_action (widget_class, "sidebar.move-up", NULL,
                                   move_action);
  gtk_widget_class_install_action (widget_class, "sidebar.move-down", NULL,
                                   move_action);
}

static void
qd_sidebar_class_init (QdSidebarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = qd_sidebar_constructed;
  object_class->set_property = qd_sidebar_set_property;
  object_class->dispose = qd_sidebar_dispose;

  /**
   * QdSidebar:store:
   *
   * The file whose cycles and boards it shows.
   */
  properties[PROP_STORE] =
    g_param_spec_object ("store", NULL, NULL,
                         QD_TYPE_STORE,
                         G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY |
                         G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * QdSidebar::selected:
   * @board: (nullable): the board to show; %NULL for the archive
   */
  signals[SELECTED] =
    g_signal_new ("selected",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, QD_TYPE_BOARD);

  /**
   * QdSidebar::activated:
   * @board: (nullable): the board to go to; %NULL for the archive
   */
  signals[ACTIVATED] =
    g_signal_new ("activated",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, QD_TYPE_BOARD);

  install_actions (widget_class);
  install_keys (widget_class);

  gtk_widget_class_set_css_name (widget_class, "sidebar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/quarterdeck/Quarterdeck/qd-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, QdSidebar, content);
  gtk_widget_class_bind_template_child (widget_class, QdSidebar, list);
  gtk_widget_class_bind_template_child (widget_class, QdSidebar, archive_row);
  gtk_widget_class_bind_template_child (widget_class, QdSidebar, board_menu);
  gtk_widget_class_bind_template_child (widget_class, QdSidebar, cycle_menu);
  gtk_widget_class_bind_template_callback (widget_class, on_row_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_secondary_pressed);
  gtk_widget_class_bind_template_callback (widget_class, on_long_pressed);
}

static void
qd_sidebar_init (QdSidebar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  qd_sidebar_add_drop_target (self);
}

/**
 * qd_sidebar_new:
 * @store: the store whose cycles and boards to show
 *
 * Returns: (transfer floating): a sidebar with nothing selected
 */
GtkWidget *
qd_sidebar_new (QdStore *store)
{
  g_return_val_if_fail (QD_IS_STORE (store), NULL);

  return g_object_new (QD_TYPE_SIDEBAR, "store", store, NULL);
}

/**
 * qd_sidebar_set_single_click:
 * @single_click: whether one click is enough to go to a board; else it only
 *   shows it, and the focus stays in the sidebar
 *
 * Sets what a click means; %FALSE at first.
 */
void
qd_sidebar_set_single_click (QdSidebar *self,
                             gboolean   single_click)
{
  g_return_if_fail (QD_IS_SIDEBAR (self));

  gtk_list_box_set_activate_on_single_click (self->list, single_click);
}

/**
 * qd_sidebar_select_board:
 * @board: a board of the store
 *
 * Selects the row of @board, which emits #QdSidebar::selected where another was
 * selected.
 */
void
qd_sidebar_select_board (QdSidebar *self,
                         QdBoard   *board)
{
  GtkListBoxRow *row;

  g_return_if_fail (QD_IS_SIDEBAR (self));
  g_return_if_fail (QD_IS_BOARD (board));

  row = qd_sidebar_find_row (self, QD_ENTITY (board));
  if (row != NULL)
    gtk_list_box_select_row (self->list, row);
}

/**
 * qd_sidebar_select_archive:
 *
 * Selects the archive, which emits #QdSidebar::selected.
 */
void
qd_sidebar_select_archive (QdSidebar *self)
{
  g_return_if_fail (QD_IS_SIDEBAR (self));

  gtk_list_box_select_row (self->list, self->archive_row);
}

/**
 * qd_sidebar_get_first_board:
 *
 * Returns: (transfer none) (nullable): the board that stands on top
 */
QdBoard *
qd_sidebar_get_first_board (QdSidebar *self)
{
  g_return_val_if_fail (QD_IS_SIDEBAR (self), NULL);

  return qd_sidebar_model_get_near (self->model, 0);
}
