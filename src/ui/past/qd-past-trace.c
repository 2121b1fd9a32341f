/* A quiet curve for each card that moved between two days, from the column where it was to
 * the one where it is: lies over a board view and takes no input.
 *
 * Where cards and columns are is asked for whenever it is drawn, so that curves follow
 * whatever scrolls. What moved, it is told.
 */

#include "config.h"

#include <math.h>

#include "board/qd-column-view.h"
#include "card/qd-card-view.h"
#include "qd-past-trace.h"
#include "store/qd-comparison.h"
#include "widgets/qd-palette.h"

/* In pixels. */
#define REACH 5.0f  /* how far a curve reaches into the column at its other end */
#define RISE 36.0f  /* how high it rises at most */
#define LINE_WIDTH 2.0
#define HEAD 8.0    /* of an arrow */

#define ALPHA 0.6f

struct _QdPastTrace
{
  GtkWidget parent_instance;

  GtkWidget *view;  /* (nullable): a weak pointer: the board view below */
  GPtrArray *items; /* (nullable): of QdComparisonItem */
  GPtrArray *heard; /* of GtkAdjustment: what scrolls below */
};

G_DEFINE_FINAL_TYPE (QdPastTrace, qd_past_trace, GTK_TYPE_WIDGET)

static void
collect (GtkWidget *widget,
         GType      type,
         GPtrArray *found)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (child, type, found);
}

static QdColumnView *
find_column (GPtrArray *columns,
             QdId       id)
{
  for (guint i = 0; i < columns->len; i++)
    {
      QdColumn *column = qd_column_view_get_column (columns->pdata[i]);

      if (column != NULL && qd_entity_get_id (QD_ENTITY (column)) == id)
        return columns->pdata[i];
    }

  return NULL;
}

static QdCardView *
find_card (QdColumnView *column,
           QdId          id)
{
  g_autoptr (GPtrArray) cards = g_ptr_array_new ();

  collect (GTK_WIDGET (column), QD_TYPE_CARD_VIEW, cards);
  for (guint i = 0; i < cards->len; i++)
    {
      QdCard *card = qd_card_view_get_item (cards->pdata[i]);

      if (card != NULL && qd_entity_get_id (QD_ENTITY (card)) == id)
        return cards->pdata[i];
    }

  return NULL;
}

/* Where @widget is in the trace; %FALSE where none of its middle is to be seen, in the
 * list that scrolls it and in the board.
 */
static gboolean
find_bounds (QdPastTrace     *self,
             GtkWidget       *widget,
             GtkWidget       *list,
             graphene_rect_t *bounds)
{
  graphene_rect_t around;
  graphene_point_t middle;

  if (!gtk_widget_get_mapped (widget) ||
      !gtk_widget_compute_bounds (widget, GTK_WIDGET (self), bounds) ||
      !gtk_widget_compute_bounds (list, GTK_WIDGET (self), &around))
    return FALSE;

  graphene_rect_get_center (bounds, &middle);

  return graphene_rect_contains_point (&around, &middle) &&
         gtk_widget_compute_bounds (self->view, GTK_WIDGET (self), &around) &&
         graphene_rect_contains_point (&around, &middle);
}

static void
find_colour (QdPastTrace *self,
             QdCard      *card,
             GdkRGBA     *colour)
{
  GtkStyleContext *context = gtk_widget_get_style_context (GTK_WIDGET (self));
  QdObjective *objective = qd_card_get_objective (card);

  gtk_style_context_get_color (context, colour);
  if (objective != NULL)
    qd_palette_lookup (GTK_WIDGET (self),
                       qd_palette_get_class (qd_objective_get_colour (objective)), colour);
  colour->alpha = ALPHA;
}

/* The edge of @card that looks at @column, and a point within @column at the same height. */
static void
connect_edges (const graphene_rect_t *card,
               const graphene_rect_t *column,
               graphene_point_t      *at_card,
               graphene_point_t      *at_column)
{
  const gboolean left = column->origin.x < card->origin.x;

  at_card->x = card->origin.x + (left ? 0 : card->size.width);
  at_card->y = card->origin.y + card->size.height / 2;
  at_column->x = left ? column->origin.x + column->size.width - REACH
                      : column->origin.x + REACH;
  at_column->y = at_card->y;
}

/* The card stands in one of the two columns, which depends on the day that shows. */
static gboolean
find_curve (QdPastTrace            *self,
            GPtrArray              *columns,
            const QdComparisonItem *item,
            QdPastCurve            *curve)
{
  QdColumnView *from = find_column (columns, item->from);
  QdColumnView *to = find_column (columns, item->to);
  QdCardView *card;
  graphene_rect_t bounds, column;
  gboolean arrived;

  if (item->kind != QD_COMPARISON_MOVED || from == NULL || to == NULL || from == to)
    return FALSE;

  card = find_card (to, item->card);
  arrived = card != NULL;
  if (!arrived)
    card = find_card (from, item->card);
  if (card == NULL ||
      !find_bounds (self, GTK_WIDGET (card), GTK_WIDGET (arrived ? to : from), &bounds) ||
      !gtk_widget_compute_bounds (GTK_WIDGET (arrived ? from : to), GTK_WIDGET (self),
                                  &column))
    return FALSE;

  connect_edges (&bounds, &column, arrived ? &curve->to : &curve->from,
                 arrived ? &curve->from : &curve->to);
  curve->card = item->card;
  find_colour (self, qd_card_view_get_item (card), &curve->colour);

  return TRUE;
}

static void
draw_curve (cairo_t           *cr,
            const QdPastCurve *curve)
{
  const double width = curve->to.x - curve->from.x;
  const double rise = MIN (RISE, fabs (width) / 3);
  const double x = curve->to.x - width / 3;
  const double y = curve->to.y - rise;
  const double angle = atan2 (curve->to.y - y, curve->to.x - x);

  gdk_cairo_set_source_rgba (cr, &curve->colour);
  cairo_arc (cr, curve->from.x, curve->from.y, LINE_WIDTH * 1.5, 0, 2 * G_PI);
  cairo_fill (cr);
  cairo_move_to (cr, curve->from.x, curve->from.y);
  cairo_curve_to (cr, curve->from.x + width / 3, y, x, y, curve->to.x, curve->to.y);
  for (int side = -1; side <= 1; side += 2)
    {
      cairo_move_to (cr, curve->to.x - HEAD * cos (angle + side * G_PI / 6),
                     curve->to.y - HEAD * sin (angle + side * G_PI / 6));
      cairo_line_to (cr, curve->to.x, curve->to.y);
    }
  cairo_stroke (cr);
}

static void
qd_past_trace_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  QdPastTrace *self = QD_PAST_TRACE (widget);
  g_autoptr (GArray) curves = qd_past_trace_dup_curves (self);
  graphene_rect_t bounds;
  cairo_t *cr;

  if (curves->len == 0 || !gtk_widget_compute_bounds (self->view, widget, &bounds))
    return;

  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  cairo_set_line_width (cr, LINE_WIDTH);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  for (guint i = 0; i < curves->len; i++)
    draw_curve (cr, &g_array_index (curves, QdPastCurve, i));
  cairo_destroy (cr);
}

static void
stop_listening (QdPastTrace *self)
{
  for (guint i = 0; i < self->heard->len; i++)
    g_signal_handlers_disconnect_by_func (self->heard->pdata[i], gtk_widget_queue_draw, self);
  g_ptr_array_set_size (self->heard, 0);
}

static void
hear (QdPastTrace   *self,
      GtkAdjustment *adjustment)
{
  g_ptr_array_add (self->heard, g_object_ref (adjustment));
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (gtk_widget_queue_draw),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
}

static void
listen (QdPastTrace *self)
{
  g_autoptr (GPtrArray) scrollers = g_ptr_array_new ();

  collect (self->view, GTK_TYPE_SCROLLED_WINDOW, scrollers);
  for (guint i = 0; i < scrollers->len; i++)
    {
      hear (self, gtk_scrolled_window_get_hadjustment (scrollers->pdata[i]));
      hear (self, gtk_scrolled_window_get_vadjustment (scrollers->pdata[i]));
    }
}

static void
qd_past_trace_dispose (GObject *object)
{
  QdPastTrace *self = QD_PAST_TRACE (object);

  if (self->heard != NULL)
    stop_listening (self);
  g_clear_pointer (&self->heard, g_ptr_array_unref);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_weak_pointer (&self->view);

  G_OBJECT_CLASS (qd_past_trace_parent_class)->dispose (object);
}

static void
qd_past_trace_class_init (QdPastTraceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qd_past_trace_dispose;
  widget_class->snapshot = qd_past_trace_snapshot;

  gtk_widget_class_set_css_name (widget_class, "pasttrace");
  /* The list of changes says the same in words. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
qd_past_trace_init (QdPastTrace *self)
{
  self->heard = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  gtk_widget_set_can_focus (GTK_WIDGET (self), FALSE);
}

/**
 * qd_past_trace_set_items:
 * @self: a trace
 * @view: (nullable): the board view that it lies over
 * @items: (nullable) (element-type QdComparisonItem): what changed; all but moves between
 *   columns is passed over
 */
void
qd_past_trace_set_items (QdPastTrace *self,
                         GtkWidget   *view,
                         GPtrArray   *items)
{
  g_return_if_fail (QD_IS_PAST_TRACE (self));

  stop_listening (self);
  g_set_weak_pointer (&self->view, view);
  if (items != NULL)
    g_ptr_array_ref (items);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  self->items = items;
  if (view != NULL && items != NULL)
    listen (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * qd_past_trace_dup_curves:
 * @self: a trace
 *
 * Returns: (transfer full) (element-type QdPastCurve): the curves to the cards that are
 *   in sight, in the order of the items
 */
GArray *
qd_past_trace_dup_curves (QdPastTrace *self)
{
  g_autoptr (GPtrArray) columns = g_ptr_array_new ();
  GArray *curves = g_array_new (FALSE, FALSE, sizeof (QdPastCurve));

  g_return_val_if_fail (QD_IS_PAST_TRACE (self), curves);

  if (self->view == NULL || self->items == NULL)
    return curves;

  collect (self->view, QD_TYPE_COLUMN_VIEW, columns);
  for (guint i = 0; i < self->items->len; i++)
    {
      QdPastCurve curve;

      if (find_curve (self, columns, self->items->pdata[i], &curve))
        g_array_append_val (curves, curve);
    }

  return curves;
}
