/* A row of the table of boards: a board, or the sum of all.
 *
 * Rows of a list are recycled, so it knows nothing but the line it shows at the
 * moment. It is no tree of widgets: hundreds may be there at once. It is the focus
 * and the name of its row; which cell is looked at is that of the whole table, and
 * described.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "widgets/qd-board-words.h"
#include "widgets/qd-card-text.h"

#include "qd-counts-face.h"
#include "qd-counts-row.h"

struct _QdCountsRow
{
  GtkWidget parent_instance;

  QdCountsTable *table;
  QdCountsLine *line; /* (nullable) */
  GSignalGroup *line_signals;
};

enum
{
  PROP_0,
  PROP_LINE,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (QdCountsRow, qd_counts_row, GTK_TYPE_WIDGET)

static GParamSpec *properties[N_PROPS];

static const QdCountsCell *
get_cell (QdCountsRow *self,
          guint        nth)
{
  return qd_counts_line_get_cell (self->line, qd_counts_table_get_role (self->table, nth));
}

/* "In Progress 2 of 5" */
static char *
describe_cell (QdCountsRow *self,
               guint        nth)
{
  g_autofree char *count = qd_counts_table_dup_count (self->table, get_cell (self, nth));

  /* Translators: a column, and how many cards it has, "7" or "2 of 7" */
  return g_strdup_printf (C_("column", "%s %s"), qd_counts_table_get_title (self->table, nth),
                          count);
}

static char *
describe_cells (QdCountsRow *self)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < qd_counts_table_get_n_roles (self->table); i++)
    {
      g_autofree char *cell = NULL;

      if (!get_cell (self, i)->there)
        continue;

      cell = describe_cell (self, i);
      if (words->len > 0)
        g_string_append (words, C_("enumeration", ", "));
      g_string_append (words, cell);
    }

  return g_string_free (words, FALSE);
}

static char *
describe_sum (QdCountsRow *self)
{
  const guint n_due = qd_counts_line_get_standing (self->line)->n_due;
  g_autofree char *cells = describe_cells (self);
  g_autofree char *due = qd_board_words_due (n_due);

  if (n_due == 0)
    /* Translators: all boards together; the blank is how many cards each column has */
    return g_strdup_printf (_("All boards, %s"), cells);

  /* Translators: all boards together; how many cards each column has; "3 check-ins
   * due" */
  return g_strdup_printf (_("All boards, %s, %s"), cells, due);
}

static void
update_name (QdCountsRow *self)
{
  QdBoard *board = qd_counts_line_get_board (self->line);
  const int cell = qd_counts_table_get_cell (self->table);
  g_autofree char *cells = describe_cells (self);
  g_autofree char *name = NULL;
  g_autofree char *description = NULL;

  if (board != NULL)
    name = qd_board_words_accessible (board, qd_counts_table_get_with_cycle (self->table),
                                      qd_counts_line_get_standing (self->line), cells);
  else
    name = describe_sum (self);
  if (cell != QD_COUNTS_WHOLE_ROW)
    description = describe_cell (self, (guint) cell);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description != NULL ? description : "",
                                  -1);
}

static void
update (QdCountsRow *self)
{
  if (self->line != NULL)
    update_name (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_counted (QdCountsLine *line,
            QdCountsRow  *self)
{
  g_assert (QD_IS_COUNTS_ROW (self));

  update (self);
}

static void
on_table_changed (QdCountsRow *self)
{
  g_assert (QD_IS_COUNTS_ROW (self));

  update (self);
}

static void
get_geometry (QdCountsRow      *self,
              QdCountsGeometry *geometry)
{
  GtkWidget *widget = GTK_WIDGET (self);

  qd_counts_table_lay_out (self->table, widget, gtk_widget_get_width (widget), geometry);
}

/* A place in the row, from its start. */
static int
mirror (QdCountsRow *self,
        double       x)
{
  GtkWidget *widget = GTK_WIDGET (self);

  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    return gtk_widget_get_width (widget) - (int) x;

  return (int) x;
}

static void
on_pressed (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            QdCountsRow     *self)
{
  QdCountsGeometry geometry;

  g_assert (QD_IS_COUNTS_ROW (self));

  get_geometry (self, &geometry);
  qd_counts_table_set_cell (self->table,
                            qd_counts_table_find_cell (self->table, &geometry,
                                                       mirror (self, x)));
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static char *
dup_cell_tip (QdCountsRow *self,
              guint        nth)
{
  g_autofree char *cell = describe_cell (self, nth);
  g_autofree char *split = NULL;

  split = qd_counts_line_dup_split (self->line, qd_counts_table_get_role (self->table, nth),
                                    qd_counts_table_get_filter (self->table));

  return *split == '\0' ? g_steal_pointer (&cell) : g_strdup_printf ("%s\n%s", cell, split);
}

/* "Growth", and below it: "closed on January 8, 2027" */
static char *
dup_board_tip (QdBoard *board)
{
  g_autofree char *title = qd_card_text_clip (qd_entity_get_title (QD_ENTITY (board)));
  g_autofree char *closed = qd_board_words_closed (board);

  return closed == NULL ? g_steal_pointer (&title) : g_strdup_printf ("%s\n%s", title, closed);
}

/* What there is to add about what is at a place, from the start. */
static char *
dup_tip (QdCountsRow *self,
         int          x)
{
  const QdBoardStanding *standing = qd_counts_line_get_standing (self->line);
  QdBoard *board = qd_counts_line_get_board (self->line);
  QdCountsGeometry geometry;
  int cell;

  get_geometry (self, &geometry);
  cell = qd_counts_table_find_cell (self->table, &geometry, x);
  if (cell != QD_COUNTS_WHOLE_ROW)
    return get_cell (self, (guint) cell)->there ? dup_cell_tip (self, (guint) cell) : NULL;
  if (x >= geometry.due.x)
    return standing->n_due > 0 ? qd_board_words_due (standing->n_due) : NULL;
  if (board == NULL)
    return NULL;

  if (x < geometry.bar.x)
    return dup_board_tip (board);
  if (x < geometry.net.x)
    return isnan (standing->progress) ? NULL : qd_board_words_progress (standing);

  return standing->has_net_confidence ? qd_board_words_confidence (standing) : NULL;
}

static void
qd_counts_row_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  QdCountsRow *self = QD_COUNTS_ROW (widget);
  QdCountsGeometry geometry;

  /* How wide a row has to be the headings say. */
  qd_counts_table_lay_out (self->table, widget, 0, &geometry);
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 0 : geometry.height;
  *natural = *minimum;
}

static void
qd_counts_row_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  const GtkStateFlags ring = GTK_STATE_FLAG_FOCUSED | GTK_STATE_FLAG_FOCUS_VISIBLE;
  QdCountsRow *self = QD_COUNTS_ROW (widget);
  QdCountsGeometry geometry;

  if (self->line == NULL)
    return;

  get_geometry (self, &geometry);
  qd_counts_face_snapshot (widget, snapshot, self->table, self->line, &geometry);
  if ((gtk_widget_get_state_flags (widget) & ring) == ring)
    qd_counts_face_snapshot_ring (widget, snapshot, self->table, &geometry);
}

/* The ring is drawn here, not by the style sheet. */
static void
qd_counts_row_state_flags_changed (GtkWidget     *widget,
                                   GtkStateFlags  previous)
{
  GTK_WIDGET_CLASS (qd_counts_row_parent_class)->state_flags_changed (widget, previous);

  gtk_widget_queue_draw (widget);
}

static gboolean
qd_counts_row_query_tooltip (GtkWidget  *widget,
                             int         x,
                             int         y,
                             gboolean    keyboard,
                             GtkTooltip *tooltip)
{
  QdCountsRow *self = QD_COUNTS_ROW (widget);
  g_autofree char *tip = NULL;

  if (self->line == NULL || keyboard)
    return FALSE;

  tip = dup_tip (self, mirror (self, x));
  if (tip == NULL)
    return FALSE;

  gtk_tooltip_set_text (tooltip, tip);

  return TRUE;
}

static void
qd_counts_row_get_property (GObject    *object,
                            guint       property_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  QdCountsRow *self = QD_COUNTS_ROW (object);

  switch (property_id)
    {
    case PROP_LINE:
      g_value_set_object (value, self->line);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
qd_counts_row_set_property (GObject      *object,
                            guint         property_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  QdCountsRow *self = QD_COUNTS_ROW (object);

  switch (property_id)
    {
    case PROP_LINE:
      qd_counts_row_set_line (self, g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
qd_counts_row_dispose (GObject *object)
{
  QdCountsRow *self = QD_COUNTS_ROW (object);

  g_clear_object (&self->line_signals);
  g_clear_object (&self->line);
  g_clear_object (&self->table);

  G_OBJECT_CLASS (qd_counts_row_parent_class)->dispose (object);
}

static void
qd_counts_row_class_init (QdCountsRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = qd_counts_row_get_property;
  object_class->set_property = qd_counts_row_set_property;
  object_class->dispose = qd_counts_row_dispose;

  widget_class->measure = qd_counts_row_measure;
  widget_class->snapshot = qd_counts_row_snapshot;
  widget_class->state_flags_changed = qd_counts_row_state_flags_changed;
  widget_class->query_tooltip = qd_counts_row_query_tooltip;

  /**
   * QdCountsRow:line:
   *
   * The line to show.
   */
  properties[PROP_LINE] =
    g_param_spec_object ("line", NULL, NULL,
                         QD_TYPE_COUNTS_LINE,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                         G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "countsrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
qd_counts_row_init (QdCountsRow *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->line_signals = g_signal_group_new (QD_TYPE_COUNTS_LINE);
  g_signal_group_connect (self->line_signals, "counted", G_CALLBACK (on_counted), self);
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

/**
 * qd_counts_row_new:
 * @table: the table that it is part of
 *
 * Returns: (transfer floating): a row without a line
 */
GtkWidget *
qd_counts_row_new (QdCountsTable *table)
{
  QdCountsRow *self;

  g_return_val_if_fail (QD_IS_COUNTS_TABLE (table), NULL);

  self = g_object_new (QD_TYPE_COUNTS_ROW, NULL);
  self->table = g_object_ref (table);
  g_signal_connect_object (table, "changed", G_CALLBACK (on_table_changed), self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * qd_counts_row_get_line:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the line that it shows
 */
QdCountsLine *
qd_counts_row_get_line (QdCountsRow *self)
{
  g_return_val_if_fail (QD_IS_COUNTS_ROW (self), NULL);

  return self->line;
}

/**
 * qd_counts_row_set_line:
 * @self: a row
 * @line: (nullable): the line to show
 */
void
qd_counts_row_set_line (QdCountsRow  *self,
                        QdCountsLine *line)
{
  g_return_if_fail (QD_IS_COUNTS_ROW (self));
  g_return_if_fail (line == NULL || QD_IS_COUNTS_LINE (line));

  if (!g_set_object (&self->line, line))
    return;

  g_signal_group_set_target (self->line_signals, line);
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LINE]);
}
