/* The headings above the table of boards.
 *
 * Drawn like the rows, and laid out by the same sums.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "widgets/qd-palette.h"

#include "qd-counts-head.h"
#include "qd-counts-paint.h"

/* Of the dot in the colour of a role, in pixels. */
#define DOT_SIZE 8
#define DOT_GAP 6

/* A title of which less can be read than this is only noise; the dot stays. */
#define LEAST_TITLE "A…"

#define DIM_ALPHA 0.72f

struct _QdCountsHead
{
  GtkWidget parent_instance;

  QdCountsTable *table;
};

G_DEFINE_FINAL_TYPE (QdCountsHead, qd_counts_head, GTK_TYPE_WIDGET)

static void
append (GString    *words,
        const char *heading)
{
  if (words->len > 0)
    g_string_append (words, C_("enumeration", ", "));
  g_string_append (words, heading);
}

static void
update_name (QdCountsHead *self)
{
  g_autoptr (GString) words = g_string_new (NULL);

  append (words, _("Team"));
  if (qd_counts_table_get_with_cycle (self->table))
    append (words, _("Cycle"));
  append (words, _("Progress"));
  append (words, _("Confidence"));
  for (guint i = 0; i < qd_counts_table_get_n_roles (self->table); i++)
    append (words, qd_counts_table_get_title (self->table, i));
  append (words, C_("check-ins", "Due"));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, words->str,
                                  -1);
}

static void
on_table_changed (QdCountsHead *self)
{
  g_assert (QD_IS_COUNTS_HEAD (self));

  update_name (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
draw_role (QdCountsHead        *self,
           GtkSnapshot         *snapshot,
           const QdCountsPlace *cell,
           guint                nth,
           const GdkRGBA       *rgba)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const QdColumnRole role = qd_counts_table_get_role (self->table, nth);
  const QdCountsPlace dot = { cell->x, DOT_SIZE };
  const QdCountsPlace title = { cell->x + DOT_SIZE + DOT_GAP,
                                cell->width - DOT_SIZE - DOT_GAP };
  GskRoundedRect outline;
  graphene_rect_t area;
  GdkRGBA colour;

  qd_palette_lookup (widget, qd_palette_get_role_class (role), &colour);
  qd_counts_paint_area (widget, &dot, DOT_SIZE, &area);
  gsk_rounded_rect_init_from_rect (&outline, &area, DOT_SIZE / 2.0f);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &colour, &area);
  gtk_snapshot_pop (snapshot);

  if (title.width >= qd_counts_paint_measure (widget, LEAST_TITLE, &qd_counts_small, NULL))
    qd_counts_paint_text (widget, snapshot, &title,
                          qd_counts_table_get_title (self->table, nth), &qd_counts_small, rgba);
}

static void
qd_counts_head_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  QdCountsHead *self = QD_COUNTS_HEAD (widget);
  QdCountsGeometry geometry;

  qd_counts_table_lay_out (self->table, widget, 0, &geometry);
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? geometry.width : geometry.height;
  *natural = *minimum;
}

static void
qd_counts_head_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  QdCountsHead *self = QD_COUNTS_HEAD (widget);
  QdCountsGeometry geometry;
  GdkRGBA dim;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &dim);
  dim.alpha *= DIM_ALPHA;
  qd_counts_table_lay_out (self->table, widget, gtk_widget_get_width (widget), &geometry);

  qd_counts_paint_text (widget, snapshot, &geometry.team, _("Team"), &qd_counts_small, &dim);
  if (geometry.cycle.width > 0)
    qd_counts_paint_text (widget, snapshot, &geometry.cycle, _("Cycle"), &qd_counts_small,
                          &dim);
  qd_counts_paint_text (widget, snapshot, &geometry.bar, _("Progress"), &qd_counts_small, &dim);
  qd_counts_paint_number (widget, snapshot, &geometry.net, _("Confidence"), &qd_counts_small,
                          &dim);
  for (guint i = 0; i < qd_counts_table_get_n_roles (self->table); i++)
    draw_role (self, snapshot, &geometry.cells[i], i, &dim);
  qd_counts_paint_number (widget, snapshot, &geometry.due, C_("check-ins", "Due"),
                          &qd_counts_small, &dim);
}

static gboolean
qd_counts_head_query_tooltip (GtkWidget  *widget,
                              int         x,
                              int         y,
                              gboolean    keyboard,
                              GtkTooltip *tooltip)
{
  QdCountsHead *self = QD_COUNTS_HEAD (widget);
  QdCountsGeometry geometry;
  int cell;

  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    x = gtk_widget_get_width (widget) - x;
  qd_counts_table_lay_out (self->table, widget, gtk_widget_get_width (widget), &geometry);
  cell = qd_counts_table_find_cell (self->table, &geometry, x);

  if (cell != QD_COUNTS_WHOLE_ROW)
    gtk_tooltip_set_text (tooltip, qd_counts_table_get_title (self->table, (guint) cell));
  else if (x >= geometry.due.x)
    gtk_tooltip_set_text (tooltip, _("Check-ins that are due"));
  else if (x >= geometry.net.x)
    gtk_tooltip_set_text (tooltip, _("Net confidence: percent on track minus percent at risk"));
  else if (x >= geometry.bar.x)
    gtk_tooltip_set_text (tooltip, _("Progress of the board, with a tick where it is expected"));
  else
    return FALSE;

  return TRUE;
}

static void
qd_counts_head_dispose (GObject *object)
{
  g_clear_object (&QD_COUNTS_HEAD (object)->table);

  G_OBJECT_CLASS (qd_counts_head_parent_class)->dispose (object);
}

static void
qd_counts_head_class_init (QdCountsHeadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qd_counts_head_dispose;

  widget_class->measure = qd_counts_head_measure;
  widget_class->snapshot = qd_counts_head_snapshot;
  widget_class->query_tooltip = qd_counts_head_query_tooltip;

  gtk_widget_class_set_css_name (widget_class, "countshead");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ROW);
}

static void
qd_counts_head_init (QdCountsHead *self)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

/**
 * qd_counts_head_new:
 * @table: what it shows the headings of
 *
 * Returns: (transfer floating): the headings
 */
GtkWidget *
qd_counts_head_new (QdCountsTable *table)
{
  QdCountsHead *self;

  g_return_val_if_fail (QD_IS_COUNTS_TABLE (table), NULL);

  self = g_object_new (QD_TYPE_COUNTS_HEAD, NULL);
  self->table = g_object_ref (table);
  g_signal_connect_object (table, "changed", G_CALLBACK (on_table_changed), self,
                           G_CONNECT_SWAPPED);
  update_name (self);

  return GTK_WIDGET (self);
}
