/* One of several boards side by side: its head, and below it its columns.
 *
 * Owns its width and whether it is folded to its head. Far out of sight it is empty, and
 * where the density changed meanwhile it rests: who has the panes says when it is to be
 * built. What can be done in it is up to the board view.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "board/qd-board-view.h"
#include "widgets/qd-handle.h"

#include "qd-pane-head.h"
#include "qd-pane.h"

/* In application pixels. */
#define FOLDED_WIDTH 200
#define MIN_WIDTH 200
#define MAX_WIDTH 4000
#define COLUMN_WIDTH_COMPACT 136
#define COLUMN_WIDTH_CARDS 226
#define COLUMN_SPACING 12

struct _QdPane
{
  GtkWidget parent_instance;

  QdStore *store;
  QdBoard *board;
  QdBoardFilter *filter;
  QdDensity density;
  gboolean show_cycle;
  gboolean folded;
  gboolean resting; /* its columns are of a density of before, and do not show */
  int width;        /* 0 for what the columns make of it */
  int width_before; /* when the handle was grabbed */

  GtkWidget *head;       /* (nullable): where it is built */
  GtkWidget *board_view; /* (nullable): where it is built and was not folded */
  GtkWidget *handle;     /* (nullable): where it is built */
};

enum
{
  PROP_0,
  PROP_FOLDED,
  PROP_WIDTH,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (QdPane, qd_pane, GTK_TYPE_WIDGET)

static GParamSpec *properties[N_PROPS];

static int
get_default_width (QdPane *self)
{
  const int n = (int) qd_ordered_list_get_length (qd_board_get_columns (self->board));
  const int column = self->density == QD_DENSITY_CARDS ? COLUMN_WIDTH_CARDS
                                                       : COLUMN_WIDTH_COMPACT;

  return MAX (MIN_WIDTH, n * column + (n + 1) * COLUMN_SPACING);
}

static int
get_wanted_width (QdPane *self)
{
  if (self->folded)
    return FOLDED_WIDTH;

  return self->width > 0 ? self->width : get_default_width (self);
}

static void
update_name (QdPane *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  qd_entity_get_title (QD_ENTITY (self->board)),
                                  -1);
}

static void
on_title_changed (QdPane *self)
{
  g_assert (QD_IS_PANE (self));

  update_name (self);
}

static void
on_grabbed (QdPane *self)
{
  g_assert (QD_IS_PANE (self));

  self->width_before = self->width;
}

static void
on_moved (QdPane *self,
          int     distance)
{
  g_assert (QD_IS_PANE (self));

  qd_pane_set_width (self, gtk_widget_get_width (GTK_WIDGET (self)) + distance);
}

static void
on_cancelled (QdPane *self)
{
  g_assert (QD_IS_PANE (self));

  qd_pane_set_width (self, self->width_before);
}

static void
on_folded (QdPane *self)
{
  g_assert (QD_IS_PANE (self));

  qd_pane_set_folded (self, qd_pane_head_get_folded (QD_PANE_HEAD (self->head)));
}

static void
on_activated (QdPane *self)
{
  g_assert (QD_IS_PANE (self));

  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-board", "x",
                              qd_entity_get_id (QD_ENTITY (self->board)));
}

/* What is typed in it is kept before it goes. */
static void
sync_board_view (QdPane *self)
{
  const gboolean wanted = self->head != NULL && !self->folded;

  if (wanted && self->board_view == NULL)
    {
      self->board_view = qd_board_view_new_in_pane (self->store, self->filter);
      gtk_widget_insert_after (self->board_view, GTK_WIDGET (self), self->head);
      gtk_widget_set_child_visible (self->board_view, !self->resting);
      qd_board_view_set_density (QD_BOARD_VIEW (self->board_view), self->density);
      qd_board_view_set_board (QD_BOARD_VIEW (self->board_view), self->board);
    }
  else if (!wanted)
    {
      g_clear_pointer (&self->board_view, gtk_widget_unparent);
    }
}

static void
build (QdPane *self)
{
  self->head = qd_pane_head_new (self->store, self->board);
  qd_pane_head_set_folded (QD_PANE_HEAD (self->head), self->folded);
  qd_pane_head_set_show_cycle (QD_PANE_HEAD (self->head), self->show_cycle);
  gtk_widget_set_parent (self->head, GTK_WIDGET (self));
  g_signal_connect_object (self->head, "notify::folded", G_CALLBACK (on_folded), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->head, "activated", G_CALLBACK (on_activated), self,
                           G_CONNECT_SWAPPED);

  self->handle = qd_handle_new (_("Width of the board"));
  gtk_widget_insert_after (self->handle, GTK_WIDGET (self), self->head);
  g_signal_connect_swapped (self->handle, "grabbed", G_CALLBACK (on_grabbed), self);
  g_signal_connect_swapped (self->handle, "moved", G_CALLBACK (on_moved), self);
  g_signal_connect_swapped (self->handle, "cancelled", G_CALLBACK (on_cancelled), self);
  gtk_widget_set_child_visible (self->handle, !self->folded);

  sync_board_view (self);
}

static void
set_resting (QdPane   *self,
             gboolean  resting)
{
  self->resting = resting;
  if (self->board_view == NULL)
    return;

  if (!resting)
    qd_board_view_set_density (QD_BOARD_VIEW (self->board_view), self->density);
  gtk_widget_set_child_visible (self->board_view, !resting);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
demolish (QdPane *self)
{
  self->resting = FALSE;
  g_clear_pointer (&self->handle, gtk_widget_unparent);
  g_clear_pointer (&self->board_view, gtk_widget_unparent);
  g_clear_pointer (&self->head, gtk_widget_unparent);
}

static void
qd_pane_measure (GtkWidget      *widget,
                 GtkOrientation  orientation,
                 int             for_size,
                 int            *minimum,
                 int            *natural,
                 int            *minimum_baseline,
                 int            *natural_baseline)
{
  QdPane *self = QD_PANE (widget);
  int head = 0, view = 0;

  if (self->head != NULL)
    gtk_widget_measure (self->head, orientation, -1, &head, NULL, NULL, NULL);
  if (self->board_view != NULL && !self->resting)
    gtk_widget_measure (self->board_view, orientation, -1, &view, NULL, NULL, NULL);

  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL
               ? MAX (get_wanted_width (self), MAX (head, view)) : head + view;
  *natural = *minimum;
}

static void
qd_pane_size_allocate (GtkWidget *widget,
                       int        width,
                       int        height,
                       int        baseline)
{
  QdPane *self = QD_PANE (widget);
  int head = 0, handle;

  if (self->head == NULL)
    return;

  gtk_widget_measure (self->head, GTK_ORIENTATION_VERTICAL, width, &head, NULL, NULL, NULL);
  gtk_widget_size_allocate (self->head, &(GtkAllocation) { 0, 0, width, head }, -1);
  if (self->board_view != NULL && !self->resting)
    gtk_widget_size_allocate (self->board_view,
                              &(GtkAllocation) { 0, head, width, MAX (height - head, 0) }, -1);

  gtk_widget_measure (self->handle, GTK_ORIENTATION_HORIZONTAL, -1, &handle, NULL, NULL, NULL);
  gtk_widget_size_allocate (
    self->handle,
    &(GtkAllocation) { gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? 0
                                                                             : width - handle,
                       0, handle, height }, -1);
}

static void
qd_pane_get_property (GObject    *object,
                      guint       property_id,
                      GValue     *value,
                      GParamSpec *pspec)
{
  QdPane *self = QD_PANE (object);

  switch (property_id)
    {
    case PROP_FOLDED:
      g_value_set_boolean (value, self->folded);
      break;

    case PROP_WIDTH:
      g_value_set_int (value, self->width);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
qd_pane_dispose (GObject *object)
{
  QdPane *self = QD_PANE (object);

  demolish (self);
  g_clear_object (&self->filter);
  g_clear_object (&self->board);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qd_pane_parent_class)->dispose (object);
}

static void
qd_pane_class_init (QdPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = qd_pane_dispose;
  object_class->get_property = qd_pane_get_property;

  widget_class->measure = qd_pane_measure;
  widget_class->size_allocate = qd_pane_size_allocate;

  /**
   * QdPane:folded:
   *
   * Whether no more than its head shows.
   */
  properties[PROP_FOLDED] =
    g_param_spec_boolean ("folded", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * QdPane:width:
   *
   * The width that somebody gave it, in application pixels; 0 where nobody did.
   */
  properties[PROP_WIDTH] =
    g_param_spec_int ("width", NULL, NULL, 0, MAX_WIDTH, 0,
                      G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "pane");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
qd_pane_init (QdPane *self)
{
  self->density = QD_DENSITY_CARDS;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * qd_pane_new:
 * @store: the file that the board is in
 * @board: the board
 * @filter: what the cards of all panes are filtered by
 *
 * It activates "win.show-board" with the id of the board, to show that alone.
 *
 * Returns: (transfer floating): an empty pane
 */
GtkWidget *
qd_pane_new (QdStore       *store,
             QdBoard       *board,
             QdBoardFilter *filter)
{
  QdPane *self;

  g_return_val_if_fail (QD_IS_STORE (store), NULL);
  g_return_val_if_fail (QD_IS_BOARD (board), NULL);
  g_return_val_if_fail (QD_IS_BOARD_FILTER (filter), NULL);

  self = g_object_new (QD_TYPE_PANE, NULL);
  self->store = g_object_ref (store);
  self->board = g_object_ref (board);
  self->filter = g_object_ref (filter);
  g_signal_connect_object (board, "notify::title", G_CALLBACK (on_title_changed), self,
                           G_CONNECT_SWAPPED);
  update_name (self);

  return GTK_WIDGET (self);
}

/**
 * qd_pane_get_board:
 *
 * Returns: (transfer none): the board that it shows
 */
QdBoard *
qd_pane_get_board (QdPane *self)
{
  g_return_val_if_fail (QD_IS_PANE (self), NULL);

  return self->board;
}

/**
 * qd_pane_get_board_view:
 *
 * Returns: (transfer none) (nullable): what shows the columns, where it is built and
 *   not folded
 */
GtkWidget *
qd_pane_get_board_view (QdPane *self)
{
  g_return_val_if_fail (QD_IS_PANE (self), NULL);

  return self->board_view;
}

/**
 * qd_pane_get_built:
 *
 * Returns: whether it is there to be seen
 */
gboolean
qd_pane_get_built (QdPane *self)
{
  g_return_val_if_fail (QD_IS_PANE (self), FALSE);

  return self->head != NULL && !self->resting;
}

/**
 * qd_pane_set_built:
 * @self: a pane
 * @built: whether it is to be there to be seen; %FALSE empties it
 */
void
qd_pane_set_built (QdPane   *self,
                   gboolean  built)
{
  g_return_if_fail (QD_IS_PANE (self));

  if (!built)
    demolish (self);
  else if (self->head == NULL)
    build (self);
  else if (self->resting)
    set_resting (self, FALSE);
}

/**
 * qd_pane_rest:
 * @self: a pane out of sight
 *
 * Keeps what is in it, but lets nothing of it show or follow the density until it is
 * built the next time.
 */
void
qd_pane_rest (QdPane *self)
{
  g_return_if_fail (QD_IS_PANE (self));

  if (self->head != NULL && !self->resting)
    set_resting (self, TRUE);
}

/**
 * qd_pane_set_density:
 * @self: a pane
 * @density: how much to show of the board, not %QD_DENSITY_COUNTS
 */
void
qd_pane_set_density (QdPane    *self,
                     QdDensity  density)
{
  g_return_if_fail (QD_IS_PANE (self));
  g_return_if_fail (density != QD_DENSITY_COUNTS);

  if (self->density == density)
    return;

  self->density = density;
  if (self->board_view != NULL && !self->resting)
    qd_board_view_set_density (QD_BOARD_VIEW (self->board_view), density);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * qd_pane_set_show_cycle:
 * @self: a pane
 * @show_cycle: whether to say which cycle the board is for
 */
void
qd_pane_set_show_cycle (QdPane   *self,
                        gboolean  show_cycle)
{
  g_return_if_fail (QD_IS_PANE (self));

  if (self->show_cycle == show_cycle)
    return;

  self->show_cycle = show_cycle;
  if (self->head != NULL)
    qd_pane_head_set_show_cycle (QD_PANE_HEAD (self->head), show_cycle);
}

/**
 * qd_pane_get_folded:
 *
 * Returns: whether no more than its head shows
 */
gboolean
qd_pane_get_folded (QdPane *self)
{
  g_return_val_if_fail (QD_IS_PANE (self), FALSE);

  return self->folded;
}

/**
 * qd_pane_set_folded:
 * @self: a pane
 * @folded: whether no more than its head is to show
 */
void
qd_pane_set_folded (QdPane   *self,
                    gboolean  folded)
{
  g_return_if_fail (QD_IS_PANE (self));

  if (self->folded == folded)
    return;

  self->folded = folded;
  if (self->head != NULL)
    {
      qd_pane_head_set_folded (QD_PANE_HEAD (self->head), folded);
      gtk_widget_set_child_visible (self->handle, !folded);
      sync_board_view (self);
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOLDED]);
}

/**
 * qd_pane_get_width:
 *
 * Returns: the width that somebody gave it, in application pixels; 0 where nobody did
 */
int
qd_pane_get_width (QdPane *self)
{
  g_return_val_if_fail (QD_IS_PANE (self), 0);

  return self->width;
}

/**
 * qd_pane_set_width:
 * @self: a pane
 * @width: its width in application pixels, 0 for what its columns make of it; what is
 *   too little or too much becomes the least or the most
 */
void
qd_pane_set_width (QdPane *self,
                   int     width)
{
  g_return_if_fail (QD_IS_PANE (self));

  if (width != 0)
    width = CLAMP (width, MIN_WIDTH, MAX_WIDTH);
  if (self->width == width)
    return;

  self->width = width;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WIDTH]);
}

/**
 * qd_pane_focus_handle:
 *
 * Lets the arrow keys set the width, where it is built and not folded.
 */
void
qd_pane_focus_handle (QdPane *self)
{
  g_return_if_fail (QD_IS_PANE (self));

  if (self->handle != NULL && !self->folded)
    qd_handle_take_focus (QD_HANDLE (self->handle));
}
