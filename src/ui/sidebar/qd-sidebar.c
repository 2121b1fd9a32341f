/* The cycles and boards of a file, and the way to its shelf and its archive.
 *
 * Owns the selection. What can be done with a cycle or a board as a whole is in
 * qd-sidebar-actions.c, where a board is dropped in qd-sidebar-drop.c. It opens
 * nothing: "selected" tells what the person wants to see, "activated" that they
 * also want to go there.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "qd-board-row.h"
#include "qd-cycle-row.h"
#include "qd-sidebar-private.h"
#include "store/qd-shelf.h"

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

/* What a row leads to that is no board. */
static const char *
get_page (QdSidebar     *self,
          GtkListBoxRow *row)
{
  if (row == self->shelf_row)
    return "shelf";

  return row == self->archive_row ? "archive" : NULL;
}

/* What cannot be read is told by its page. */
static void
count_shelf (GtkWidget *widget)
{
  QdSidebar *self = QD_SIDEBAR (widget);
  g_autofree char *count = NULL;
  g_autofree char *words = NULL;
  guint n = 0;

  qd_shelf_count (self->store, &n, NULL);
  count = g_strdup_printf ("%u", n);
  /* Translators: how many things wait on the shelf. */
  words = g_strdup_printf (ngettext ("%u waits", "%u wait", n), n);
  gtk_label_set_text (self->shelf_count, count);
  gtk_widget_set_visible (GTK_WIDGET (self->shelf_count), n > 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->shelf_row),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words,
                                  -1);
}

static void
on_store_changed (QdSidebar *self,
                  guint      changes)
{
  g_assert (QD_IS_SIDEBAR (self));

  if ((changes & (QD_CHANGES_PLACES | QD_CHANGES_VALUES)) != 0)
    qd_after_frame_queue (&self->count_frame, GTK_WIDGET (self), G_PRIORITY_LOW, count_shelf);
}

static void
on_row_enter (GtkEventControllerFocus *controller,
              QdSidebar               *self)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));

  g_assert (QD_IS_SIDEBAR (self));

  g_set_weak_pointer (&self->last_row, GTK_LIST_BOX_ROW (row));
}

static GtkWidget *
create_row (QdSidebar *self,
            QdEntity  *entity)
{
  GtkEventController *controller = gtk_event_controller_focus_new ();
  GtkWidget *row;

  if (QD_IS_CYCLE (entity))
    row = qd_cycle_row_new (QD_CYCLE (entity));
  else
    row = qd_board_row_new (self->store, QD_BOARD (entity));
  g_signal_connect (controller, "enter", G_CALLBACK (on_row_enter), self);
  gtk_widget_add_controller (row, controller);

  return row;
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
      qd_sidebar_sync_tick (self, GTK_LIST_BOX_ROW (row));
    }
}

/* What to show where the board that was shown is gone: the one from which one came, as a
 * new one goes when it is undone, else the one that took its place.
 */
static GtkListBoxRow *
find_next (QdSidebar *self,
           guint      position)
{
  GtkListBoxRow *row = NULL;
  QdBoard *near;

  if (self->before != NULL)
    row = qd_sidebar_find_row (self, QD_ENTITY (self->before));
  if (row != NULL)
    return row;
  near = qd_sidebar_model_get_near (self->model, position);

  return near != NULL ? qd_sidebar_find_row (self, QD_ENTITY (near)) : NULL;
}

static void
on_items_changed (QdSidebar *self,
                  guint      position,
                  guint      removed,
                  guint      added)
{
  GtkListBoxRow *focused = qd_sidebar_get_focused_row (self);
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

  if (self->board != NULL && row == NULL)
    {
      row = find_next (self, position);
      g_clear_object (&self->board);
      g_clear_object (&self->before);
      if (row != NULL)
        gtk_list_box_select_row (self->list, row);
      else
        g_signal_emit (self, signals[SELECTED], 0, NULL, NULL);
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
set_board (QdSidebar *self,
           QdBoard   *board)
{
  if (board == self->board)
    return;
  g_set_object (&self->before, self->board);
  g_set_object (&self->board, board);
}

static void
on_row_selected (QdSidebar     *self,
                 GtkListBoxRow *row)
{
  QdEntity *entity;

  g_assert (QD_IS_SIDEBAR (self));

  if (self->updating || row == NULL)
    return;

  /* Also again: who searches goes back to the board that is selected. */
  entity = qd_sidebar_get_entity (row);
  set_board (self, (QdBoard *) entity);
  g_signal_emit (self, signals[SELECTED], 0, entity, get_page (self, row));
}

static void
on_row_activated (QdSidebar     *self,
                  GtkListBoxRow *row)
{
  QdEntity *entity = qd_sidebar_get_entity (row);

  g_assert (QD_IS_SIDEBAR (self));

  /* Nothing is selected before, while one chooses. */
  if (self->choosing)
    {
      set_board (self, (QdBoard *) entity);
      g_signal_emit (self, signals[SELECTED], 0, entity, get_page (self, row));
    }
  g_signal_emit (self, signals[ACTIVATED], 0, entity);
}

/* To go to the list is not to choose from it: GTK would select the row. Where nothing is
 * selected, one comes back to where one was. */
static gboolean
focus_list (QdSidebar *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row == NULL && self->last_row != NULL &&
      gtk_widget_get_parent (GTK_WIDGET (self->last_row)) == GTK_WIDGET (self->list))
    row = self->last_row;
  if (row == NULL && self->board != NULL)
    row = qd_sidebar_find_row (self, QD_ENTITY (self->board));
  if (row == NULL)
    row = gtk_list_box_get_row_at_index (self->list, 0);

  return row != NULL && gtk_widget_grab_focus (GTK_WIDGET (row));
}

/* Tab goes to the list, from there to the button, and out; from row to row it is
 * the arrow keys. */
static gboolean
qd_sidebar_focus (GtkWidget        *widget,
                  GtkDirectionType  direction)
{
  QdSidebar *self = QD_SIDEBAR (widget);
  const gboolean in_list = gtk_widget_get_focus_child (GTK_WIDGET (self->list)) != NULL;
  const gboolean in_button = gtk_widget_is_focus (self->new_button);

  switch (direction)
    {
    case GTK_DIR_TAB_FORWARD:
      if (in_button)
        return FALSE;
      return (!in_list && focus_list (self)) || gtk_widget_grab_focus (self->new_button);

    case GTK_DIR_TAB_BACKWARD:
      if (in_list)
        return FALSE;
      return (!in_button && gtk_widget_grab_focus (self->new_button)) || focus_list (self);

    case GTK_DIR_UP:
    case GTK_DIR_DOWN:
    case GTK_DIR_LEFT:
    case GTK_DIR_RIGHT:
    default:
      return GTK_WIDGET_CLASS (qd_sidebar_parent_class)->focus (widget, direction);
    }
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
  g_signal_connect_object (self->store, "changed", G_CALLBACK (on_store_changed), self,
                           G_CONNECT_SWAPPED);
}

/* What waits is counted when the boards are there to be seen. */
static void
qd_sidebar_map (GtkWidget *widget)
{
  QdSidebar *self = QD_SIDEBAR (widget);

  GTK_WIDGET_CLASS (qd_sidebar_parent_class)->map (widget);

  qd_after_frame_queue (&self->count_frame, widget, G_PRIORITY_LOW, count_shelf);
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

  qd_after_frame_cancel (&self->count_frame);
  g_clear_weak_pointer (&self->target);
  g_clear_weak_pointer (&self->marked);
  g_clear_weak_pointer (&self->last_row);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_SIDEBAR);
  g_clear_object (&self->drag_signals);
  g_clear_object (&self->before);
  g_clear_object (&self->board);
  g_clear_object (&self->chosen);
  g_clear_object (&self->model);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qd_sidebar_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/quarterdeck/Quarterdeck/qd-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, QdSidebar, content);
  gtk_widget_class_bind_template_child (widget_class, QdSidebar, list);
  gtk_widget_class_bind_template_child (widget_class, QdSidebar, archive_row);
  gtk_widget_class_bind_template_child (widget_class, QdSidebar, shelf_row);
  gtk_widget_class_bind_template_child (widget_class, QdSidebar, shelf_count);
  gtk_widget_class_bind_template_child (widget_class, QdSidebar, new_button);
  gtk_widget_class_bind_template_child (widget_class, QdSidebar, board_menu);
  gtk_widget_class_bind_template_child (widget_class, QdSidebar, cycle_menu);
  gtk_widget_class_bind_template_callback (widget_class, on_row_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
qd_sidebar_class_init (QdSidebarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = qd_sidebar_constructed;
  object_class->set_property = qd_sidebar_set_property;
  object_class->dispose = qd_sidebar_dispose;

  widget_class->focus = qd_sidebar_focus;
  widget_class->map = qd_sidebar_map;

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
   * @board: (nullable): the board to show
   * @page: (nullable): the page to show instead of a board: "shelf" or "archive"; where
   *   there is neither, the last board went and nobody chose
   */
  signals[SELECTED] =
    g_signal_new ("selected",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, QD_TYPE_BOARD, G_TYPE_STRING | G_SIGNAL_TYPE_STATIC_SCOPE);

  /**
   * QdSidebar::activated:
   * @board: (nullable): the board to go to; %NULL for the page that shows
   */
  signals[ACTIVATED] =
    g_signal_new ("activated",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, QD_TYPE_BOARD);

  qd_sidebar_install_actions (widget_class);

  gtk_widget_class_set_css_name (widget_class, "sidebar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  bind_template (widget_class);
}

static void
qd_sidebar_init (QdSidebar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  qd_sidebar_add_menu (self);
  qd_sidebar_add_drop_target (self);
  qd_sidebar_add_choice (self);
}

/**
 * qd_sidebar_new:
 * @store: the store whose cycles and boards to show
 * @chosen: the boards that stand side by side, which can be chosen here
 *
 * Returns: (transfer floating): a sidebar with nothing selected
 */
GtkWidget *
qd_sidebar_new (QdStore        *store,
                QdChosenBoards *chosen)
{
  QdSidebar *self;

  g_return_val_if_fail (QD_IS_STORE (store), NULL);
  g_return_val_if_fail (QD_IS_CHOSEN_BOARDS (chosen), NULL);

  self = g_object_new (QD_TYPE_SIDEBAR, "store", store, NULL);
  self->chosen = g_object_ref (chosen);

  return GTK_WIDGET (self);
}

/* Where nothing is selected, a click goes somewhere. */
void
qd_sidebar_update_clicks (QdSidebar *self)
{
  gtk_list_box_set_activate_on_single_click (self->list,
                                             self->single_click || self->choosing);
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

  self->single_click = single_click;
  qd_sidebar_update_clicks (self);
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
 * qd_sidebar_select_page:
 * @page: "shelf" or "archive"
 *
 * Selects the row of a page, which emits #QdSidebar::selected.
 */
void
qd_sidebar_select_page (QdSidebar  *self,
                        const char *page)
{
  g_return_if_fail (QD_IS_SIDEBAR (self));

  gtk_list_box_select_row (self->list, g_str_equal (page, "shelf") ? self->shelf_row
                                                                   : self->archive_row);
}

/**
 * qd_sidebar_leave_pages:
 * @self: a sidebar
 * @board: (nullable): the board that counts as shown from now on
 *
 * Where the row of a page is selected, selects that of @board instead, and emits nothing:
 * the window shows something that has no row.
 */
void
qd_sidebar_leave_pages (QdSidebar *self,
                        QdBoard   *board)
{
  GtkListBoxRow *row = NULL;

  g_return_if_fail (QD_IS_SIDEBAR (self));
  g_return_if_fail (board == NULL || QD_IS_BOARD (board));

  if (get_page (self, gtk_list_box_get_selected_row (self->list)) == NULL)
    return;

  if (board != NULL)
    row = qd_sidebar_find_row (self, QD_ENTITY (board));
  self->updating = TRUE;
  gtk_list_box_select_row (self->list, row);
  self->updating = FALSE;
  set_board (self, row != NULL ? board : NULL);
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

/* What the row shows; nothing for those below the boards. */
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

/* The row that has the focus, or NULL. */
GtkListBoxRow *
qd_sidebar_get_focused_row (QdSidebar *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list)))
    return NULL;

  row = gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW);

  return row != NULL ? GTK_LIST_BOX_ROW (row) : NULL;
}
