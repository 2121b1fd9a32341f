/* All boards as a table of numbers: a row for each, a cell for each role of its
 * columns, and the sum of all below.
 *
 * Rows count when something changed, before the next frame if that is soon done.
 * Boards are loaded one at a time once there is something to see, those in sight
 * first. The headings and the sum stay in sight while the rows scroll.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "widgets/qd-after-frame.h"
#include "widgets/qd-toaster.h"
#include "widgets/qd-today.h"

#include "qd-counts-head.h"
#include "qd-counts-row.h"
#include "qd-counts-view.h"

/* In pixels. */
#define MAX_WIDTH 1440
#define LEAST_ROWS 3

/* How long to count or load in a row, in microseconds: a part of a frame; and when
 * nothing shows yet. */
#define SLICE (4 * G_TIME_SPAN_MILLISECOND)
#define FIRST_SLICE (30 * G_TIME_SPAN_MILLISECOND)

struct _QdCountsView
{
  GtkWidget parent_instance;

  gboolean moving_focus; /* Tab, or an arrow, looks for the next place */

  QdStore *store;
  GListModel *boards;
  QdBoardFilter *filter;
  QdToday *clock;

  GListStore *lines; /* (element-type QdCountsLine): one for each board */
  QdCountsLine *sum;
  QdCountsTable *table;
  guint count_id;
  QdAfterFrame load;
  gboolean failed;   /* to load a board; not tried again */

  GtkWidget *head;
  GtkWidget *scroller;
  GtkWidget *list;
  GtkWidget *sum_row;
};

enum
{
  ACTIVATED,
  N_SIGNALS
};

static void queue_load (QdCountsView *self);

G_DEFINE_FINAL_TYPE (QdCountsView, qd_counts_view, GTK_TYPE_WIDGET)

static guint signals[N_SIGNALS];

static guint
get_n_lines (QdCountsView *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->lines));
}

static QdCountsRow *
get_row (GtkWidget *list_item)
{
  return QD_COUNTS_ROW (gtk_widget_get_first_child (list_item));
}

static void
sum_up (QdCountsView *self)
{
  qd_counts_line_sum_up (self->sum, G_LIST_MODEL (self->lines));
  qd_counts_table_survey (self->table, G_LIST_MODEL (self->lines), self->sum);
}

/* Counts for a while; returns whether stale lines are left. */
static gboolean
count_lines (QdCountsView *self,
             gint64        duration)
{
  const gint64 until = g_get_monotonic_time () + duration;
  const QdDay today = qd_today_get_day (self->clock);
  guint i;

  for (i = 0; i < get_n_lines (self) && g_get_monotonic_time () < until; i++)
    {
      g_autoptr (QdCountsLine) line = g_list_model_get_item (G_LIST_MODEL (self->lines), i);

      if (qd_counts_line_get_stale (line))
        qd_counts_line_count (line, self->filter, today);
    }
  sum_up (self);

  return i < get_n_lines (self);
}

static gboolean
on_count_idle (gpointer user_data)
{
  QdCountsView *self = user_data;

  g_assert (QD_IS_COUNTS_VIEW (self));

  if (count_lines (self, SLICE))
    return G_SOURCE_CONTINUE;

  self->count_id = 0;
  queue_load (self);

  return G_SOURCE_REMOVE;
}

/* Nobody sees what is counted while the view is not on the screen. */
static void
queue_count (QdCountsView *self)
{
  if (self->count_id == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->count_id = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, on_count_idle, self, NULL);
}

static void
count_anew (QdCountsView *self)
{
  for (guint i = 0; i < get_n_lines (self); i++)
    {
      g_autoptr (QdCountsLine) line = g_list_model_get_item (G_LIST_MODEL (self->lines), i);

      qd_counts_line_set_stale (line);
    }
  queue_count (self);
}

static gboolean
is_waiting (QdCountsLine *line)
{
  return line != NULL && !qd_board_get_loaded (qd_counts_line_get_board (line));
}

/* The first line whose board is not loaded, of those that have a row if any. */
static QdCountsLine *
find_waiting (QdCountsView *self)
{
  for (GtkWidget *item = gtk_widget_get_first_child (self->list); item != NULL;
       item = gtk_widget_get_next_sibling (item))
    if (gtk_widget_get_child_visible (item) && get_row (item) != NULL &&
        is_waiting (qd_counts_row_get_line (get_row (item))))
      return qd_counts_row_get_line (get_row (item));

  for (guint i = 0; i < get_n_lines (self); i++)
    {
      g_autoptr (QdCountsLine) line = g_list_model_get_item (G_LIST_MODEL (self->lines), i);

      if (is_waiting (line))
        return line;
    }

  return NULL;
}

static gboolean
load_line (QdCountsView *self,
           QdCountsLine *line)
{
  g_autoptr (GError) error = NULL;

  if (!qd_store_load_board (self->store, qd_counts_line_get_board (line), &error))
    {
      self->failed = TRUE;
      qd_toaster_report (GTK_WIDGET (self), error);
      return FALSE;
    }

  return TRUE;
}

static void
on_load (GtkWidget *widget)
{
  QdCountsView *self = QD_COUNTS_VIEW (widget);
  const gint64 until = g_get_monotonic_time () + SLICE;
  QdCountsLine *line;

  do
    line = find_waiting (self);
  while (line != NULL && load_line (self, line) && g_get_monotonic_time () < until);

  if (line != NULL)
    queue_load (self);
}

static void
queue_load (QdCountsView *self)
{
  if (!self->failed && gtk_widget_get_mapped (GTK_WIDGET (self)) &&
      find_waiting (self) != NULL)
    qd_after_frame_queue (&self->load, GTK_WIDGET (self), G_PRIORITY_LOW, on_load);
}

static void
on_loaded (QdCountsView *self,
           GParamSpec   *pspec,
           QdBoard      *board)
{
  g_assert (QD_IS_COUNTS_VIEW (self));

  for (guint i = 0; i < get_n_lines (self); i++)
    {
      g_autoptr (QdCountsLine) line = g_list_model_get_item (G_LIST_MODEL (self->lines), i);

      if (qd_counts_line_get_board (line) == board)
        qd_counts_line_set_stale (line);
    }
  queue_count (self);
}

static void
on_store_changed (QdCountsView *self)
{
  g_assert (QD_IS_COUNTS_VIEW (self));

  count_anew (self);
}

static void
on_filter_changed (QdCountsView *self)
{
  g_assert (QD_IS_COUNTS_VIEW (self));

  count_anew (self);
}

static void
on_day (QdCountsView *self)
{
  g_assert (QD_IS_COUNTS_VIEW (self));

  count_anew (self);
}

static void
leave_boards (QdCountsView *self,
              guint         position,
              guint         n)
{
  for (guint i = position; i < position + n; i++)
    {
      g_autoptr (QdCountsLine) line = g_list_model_get_item (G_LIST_MODEL (self->lines), i);

      g_signal_handlers_disconnect_by_func (qd_counts_line_get_board (line), on_loaded, self);
    }
}

static void
on_boards_changed (GListModel   *boards,
                   guint         position,
                   guint         removed,
                   guint         added,
                   QdCountsView *self)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);

  g_assert (QD_IS_COUNTS_VIEW (self));

  leave_boards (self, position, removed);
  for (guint i = position; i < position + added; i++)
    {
      g_autoptr (QdBoard) board = g_list_model_get_item (boards, i);

      g_signal_connect_object (board, "notify::loaded", G_CALLBACK (on_loaded), self,
                               G_CONNECT_SWAPPED);
      g_ptr_array_add (lines, qd_counts_line_new (board));
    }

  self->failed = FALSE;
  g_list_store_splice (self->lines, position, removed, lines->pdata, added);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  queue_count (self);
}

static void
on_setup (GtkSignalListItemFactory *factory,
          GtkListItem              *list_item,
          QdCountsView             *self)
{
  GtkWidget *row = qd_counts_row_new (self->table);

  g_assert (QD_IS_COUNTS_VIEW (self));

  gtk_widget_set_focusable (row, TRUE);
  gtk_list_item_set_child (list_item, row);
  g_object_bind_property (list_item, "item", row, "line", G_BINDING_SYNC_CREATE);
}

static void
on_activate (QdCountsView *self,
             guint         position)
{
  const int cell = qd_counts_table_get_cell (self->table);
  g_autoptr (QdCountsLine) line = NULL;
  QdColumn *column = NULL;

  g_assert (QD_IS_COUNTS_VIEW (self));

  line = g_list_model_get_item (G_LIST_MODEL (self->lines), position);
  if (cell != QD_COUNTS_WHOLE_ROW)
    column = qd_counts_line_peek_column (line,
                                         qd_counts_table_get_role (self->table, (guint) cell));
  g_signal_emit (self, signals[ACTIVATED], 0, qd_counts_line_get_board (line), column);
}

/* From cell to cell; a list has no use for these keys. */
static gboolean
on_key_pressed (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                QdCountsView          *self)
{
  const gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int step;

  g_assert (QD_IS_COUNTS_VIEW (self));

  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;

  if (keyval == GDK_KEY_Left || keyval == GDK_KEY_KP_Left)
    step = rtl ? 1 : -1;
  else if (keyval == GDK_KEY_Right || keyval == GDK_KEY_KP_Right)
    step = rtl ? -1 : 1;
  else
    return GDK_EVENT_PROPAGATE;

  qd_counts_table_set_cell (self->table, qd_counts_table_get_cell (self->table) + step);

  return GDK_EVENT_STOP;
}

static void
create_list (QdCountsView *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkNoSelection *model = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->lines)));

  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup), self, 0);
  self->list = gtk_list_view_new (GTK_SELECTION_MODEL (model), factory);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Boards"),
                                  -1);
  g_signal_connect_object (self->list, "activate", G_CALLBACK (on_activate), self,
                           G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_pressed), self, 0);
  gtk_widget_add_controller (self->list, keys);

  self->scroller = gtk_scrolled_window_new ();
  gtk_widget_set_focusable (self->scroller, FALSE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller),
                                  GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->list);
}

static void
fill (QdCountsView *self)
{
  create_list (self);
  self->head = qd_counts_head_new (self->table);
  self->sum_row = qd_counts_row_new (self->table);
  qd_counts_row_set_line (QD_COUNTS_ROW (self->sum_row), self->sum);
  gtk_widget_add_css_class (self->sum_row, "sum");

  gtk_widget_set_parent (self->head, GTK_WIDGET (self));
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  gtk_widget_set_parent (self->sum_row, GTK_WIDGET (self));
}

static int
measure_height (GtkWidget *widget)
{
  int height;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);

  return height;
}

/* Of a row of the list, with what the style sheet puts around it. */
static int
get_row_height (QdCountsView *self)
{
  GtkWidget *item = gtk_widget_get_first_child (self->list);

  return measure_height (item != NULL ? item : self->sum_row);
}

static void
allocate (GtkWidget *widget,
          int        x,
          int       *y,
          int        width,
          int        height)
{
  gtk_widget_size_allocate (widget, &(GtkAllocation) { x, *y, width, height }, -1);
  *y += height;
}

static void
qd_counts_view_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  QdCountsView *self = QD_COUNTS_VIEW (widget);
  int n_rows, row, rest;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      gtk_widget_measure (self->head, orientation, -1, minimum, NULL, NULL, NULL);
      *natural = MAX (*minimum, MAX_WIDTH);
      return;
    }

  n_rows = (int) get_n_lines (self);
  row = get_row_height (self);
  rest = measure_height (self->head) + measure_height (self->sum_row);
  *minimum = rest + MIN (n_rows, LEAST_ROWS) * row;
  *natural = rest + n_rows * row;
}

/* The sum follows the last row and stays in sight. */
static void
qd_counts_view_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  QdCountsView *self = QD_COUNTS_VIEW (widget);
  const int used = MIN (width, MAX_WIDTH);
  const int x = (width - used) / 2;
  const int head = measure_height (self->head);
  const int sum = measure_height (self->sum_row);
  const int rows = (int) get_n_lines (self) * get_row_height (self);
  int y = 0;

  allocate (self->head, x, &y, used, head);
  allocate (self->scroller, x, &y, used, CLAMP (height - head - sum, 0, rows));
  allocate (self->sum_row, x, &y, used, sum);
}

static void
qd_counts_view_map (GtkWidget *widget)
{
  QdCountsView *self = QD_COUNTS_VIEW (widget);

  GTK_WIDGET_CLASS (qd_counts_view_parent_class)->map (widget);

  if (count_lines (self, FIRST_SLICE))
    queue_count (self);
  queue_load (self);
}

static void
qd_counts_view_unmap (GtkWidget *widget)
{
  QdCountsView *self = QD_COUNTS_VIEW (widget);

  g_clear_handle_id (&self->count_id, g_source_remove);
  qd_after_frame_cancel (&self->load);

  GTK_WIDGET_CLASS (qd_counts_view_parent_class)->unmap (widget);
}

/* GTK asks for the focus also where Tab is to go out of what is in here. */
static gboolean
qd_counts_view_focus (GtkWidget        *widget,
                      GtkDirectionType  direction)
{
  QdCountsView *self = QD_COUNTS_VIEW (widget);
  gboolean moved;

  self->moving_focus = TRUE;
  moved = GTK_WIDGET_CLASS (qd_counts_view_parent_class)->focus (widget, direction);
  self->moving_focus = FALSE;

  return moved;
}

static gboolean
qd_counts_view_grab_focus (GtkWidget *widget)
{
  QdCountsView *self = QD_COUNTS_VIEW (widget);

  return !self->moving_focus && gtk_widget_grab_focus (self->list);
}

static void
qd_counts_view_dispose (GObject *object)
{
  QdCountsView *self = QD_COUNTS_VIEW (object);

  g_clear_handle_id (&self->count_id, g_source_remove);
  qd_after_frame_cancel (&self->load);
  g_clear_pointer (&self->head, gtk_widget_unparent);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_pointer (&self->sum_row, gtk_widget_unparent);
  g_clear_object (&self->table);
  g_clear_object (&self->sum);
  g_clear_object (&self->lines);
  g_clear_object (&self->clock);
  g_clear_object (&self->filter);
  g_clear_object (&self->boards);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qd_counts_view_parent_class)->dispose (object);
}

static void
qd_counts_view_class_init (QdCountsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qd_counts_view_dispose;

  widget_class->measure = qd_counts_view_measure;
  widget_class->size_allocate = qd_counts_view_size_allocate;
  widget_class->map = qd_counts_view_map;
  widget_class->unmap = qd_counts_view_unmap;
  widget_class->focus = qd_counts_view_focus;
  widget_class->grab_focus = qd_counts_view_grab_focus;

  /**
   * QdCountsView::activated:
   * @self: the view
   * @board: a board that should be opened
   * @column: (nullable): the column of it that was looked at
   */
  signals[ACTIVATED] =
    g_signal_new ("activated",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, QD_TYPE_BOARD, QD_TYPE_COLUMN);

  gtk_widget_class_set_css_name (widget_class, "countsview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
qd_counts_view_init (QdCountsView *self)
{
  self->lines = g_list_store_new (QD_TYPE_COUNTS_LINE);
  self->sum = qd_counts_line_new (NULL);
}

/**
 * qd_counts_view_new:
 * @store: the file that the boards are in
 * @boards: (element-type QdBoard): the boards to show, in their order; followed
 * @filter: which of their cards count
 *
 * Returns: (transfer floating): a table of the boards
 */
GtkWidget *
qd_counts_view_new (QdStore       *store,
                    GListModel    *boards,
                    QdBoardFilter *filter)
{
  QdCountsView *self;

  g_return_val_if_fail (QD_IS_STORE (store), NULL);
  g_return_val_if_fail (G_IS_LIST_MODEL (boards), NULL);
  g_return_val_if_fail (QD_IS_BOARD_FILTER (filter), NULL);

  self = g_object_new (QD_TYPE_COUNTS_VIEW, NULL);
  self->store = g_object_ref (store);
  self->boards = g_object_ref (boards);
  self->filter = g_object_ref (filter);
  self->table = qd_counts_table_new (filter);
  self->clock = qd_today_new (qd_store_get_workspace (store));
  fill (self);

  g_signal_connect_object (self->clock, "notify::day", G_CALLBACK (on_day), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (filter, "changed", G_CALLBACK (on_filter_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (boards, "items-changed", G_CALLBACK (on_boards_changed), self, 0);
  on_boards_changed (boards, 0, 0, g_list_model_get_n_items (boards), self);

  return GTK_WIDGET (self);
}
