/* What a row of the tree of objectives shows: an objective and how far it is, with all
 * that contribute to it; or a heading; or a note.
 *
 * The figures stand in columns, however deep the row is: they have the same widths in
 * each row. Of what is left the title takes what it needs, then where it stands; how
 * many key results there are is told where there is room for all of it. Where it is tight
 * for titles the bars are shorter, or gone, in all rows.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "qd-alignment-row.h"
#include "qd-alignment-text.h"
#include "widgets/qd-health.h"
#include "widgets/qd-number-format.h"
#include "widgets/qd-palette.h"
#include "widgets/qd-progress-line.h"
#include "widgets/qd-sign.h"
#include "widgets/qd-swatch.h"

#define SPACING 12

/* How long a bar is, and what one says something with at least. Before it is that long,
 * a title has room for that many letters. */
#define MOST_BAR 120
#define LEAST_BAR 36
#define TITLE_CHARS 44

/* From this width on, some of it is kept for where an objective stands, however long
 * its title is; less than the least says nothing. */
#define ROOMY 300
#define KEPT 100
#define LEAST 40

struct _QdAlignmentRow
{
  GtkWidget parent_instance;

  GtkWidget *head;
  QdSwatch *swatch;
  GtkWidget *note;
  GtkLabel *text;
  GtkLabel *place;
  GtkWidget *figures;
  GtkLabel *count;
  QdProgressLine *line;
  GtkLabel *percent;
  QdSign *sign;
  GtkLabel *health;

  QdAlignmentNode *node; /* (nullable) */
  GSignalGroup *signals;
  guint level;
};

G_DEFINE_FINAL_TYPE (QdAlignmentRow, qd_alignment_row, GTK_TYPE_WIDGET)

/* All that the eye sees, the depth included. */
static char *
describe (QdAlignmentRow *self)
{
  const QdObjectiveStanding *standing = qd_alignment_node_get_standing (self->node);
  const char *text = qd_alignment_node_get_text (self->node);
  const char *place = qd_alignment_node_get_place (self->node);
  g_autofree char *count = NULL;
  g_autofree char *progress = NULL;

  if (qd_alignment_node_get_kind (self->node) != QD_ALIGNMENT_OBJECTIVE)
    return g_strjoin (", ", text, place, NULL);

  count = qd_alignment_text_count (standing);
  if (standing->n_key_results == 0)
    /* Translators: of a row in a tree: an objective, its team, how deep the row is,
     * and "No key results". */
    return g_strdup_printf (_("%s, %s, level %u, %s"), text, place, self->level, count);

  progress = qd_alignment_text_progress (standing);

  /* Translators: of a row in a tree: an objective, its team, how deep the row is,
   * "3 key results", and "progress 20%, expected 46%, At risk". */
  return g_strdup_printf (_("%s, %s, level %u, %s, %s"), text, place, self->level, count,
                          progress);
}

static void
show_figures (QdAlignmentRow *self)
{
  const QdObjectiveStanding *standing = qd_alignment_node_get_standing (self->node);
  const gboolean known = standing->n_key_results > 0;
  const char *css_class = qd_health_get_class (standing->health);
  g_autofree char *count = qd_alignment_text_count (standing);
  g_autofree char *percent = qd_number_format_percent (standing->progress);

  gtk_label_set_text (self->count, count);
  qd_progress_line_set (self->line, standing->progress, standing->expected,
                        "role-in-progress");
  gtk_label_set_text (self->percent, known ? percent : "");
  qd_sign_set (self->sign, known ? qd_health_get_sign (standing->health) : NULL, css_class);
  gtk_label_set_text (self->health, known ? qd_health_get_name (standing->health) : "");
  gtk_widget_set_opacity (GTK_WIDGET (self->line), known ? 1.0 : 0.0);
}

static void
show_objective (QdAlignmentRow *self)
{
  QdObjective *objective = qd_alignment_node_get_objective (self->node);

  qd_swatch_set_colour (self->swatch,
                        qd_palette_get_class (qd_objective_get_colour (objective)));
  show_figures (self);
}

/* The row of the list is what a screen reader stops at, and the expander in it what has
 * the focus; neither takes a name from inside. */
static void
update_name (QdAlignmentRow *self)
{
  GtkWidget *expander = gtk_widget_get_parent (GTK_WIDGET (self));
  GtkWidget *row = expander != NULL ? gtk_widget_get_parent (expander) : NULL;
  g_autofree char *name = describe (self);

  if (expander != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (expander),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                    GTK_ACCESSIBLE_PROPERTY_LEVEL, (int) self->level,
                                    -1);
  if (row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                    -1);
}

static void
update (QdAlignmentRow *self)
{
  const QdAlignmentKind kind = qd_alignment_node_get_kind (self->node);
  const char *place = qd_alignment_node_get_place (self->node);

  gtk_label_set_text (self->text, qd_alignment_node_get_text (self->node));
  gtk_label_set_text (self->place, place);
  gtk_widget_set_visible (GTK_WIDGET (self->place), place != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->swatch), kind == QD_ALIGNMENT_OBJECTIVE);
  gtk_widget_set_visible (GTK_WIDGET (self->line), kind == QD_ALIGNMENT_OBJECTIVE);
  gtk_widget_set_visible (self->figures, kind == QD_ALIGNMENT_OBJECTIVE);
  gtk_widget_set_visible (GTK_WIDGET (self->count), kind == QD_ALIGNMENT_OBJECTIVE);
  gtk_widget_set_visible (self->note, kind == QD_ALIGNMENT_NOTE);
  if (kind == QD_ALIGNMENT_OBJECTIVE)
    show_objective (self);

  if (kind == QD_ALIGNMENT_GROUP)
    gtk_widget_add_css_class (GTK_WIDGET (self), "group");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "group");
  update_name (self);
}

static void
on_node_changed (QdAlignmentRow *self)
{
  g_assert (QD_IS_ALIGNMENT_ROW (self));

  update (self);
}

static gboolean
is_cut (GtkLabel *label)
{
  return gtk_widget_get_visible (GTK_WIDGET (label)) &&
         (!gtk_widget_get_child_visible (GTK_WIDGET (label)) ||
          pango_layout_is_ellipsized (gtk_label_get_layout (label)));
}

static gboolean
on_query_tooltip (QdAlignmentRow *self,
                  int             x,
                  int             y,
                  gboolean        keyboard,
                  GtkTooltip     *tooltip)
{
  g_autofree char *text = NULL;

  g_assert (QD_IS_ALIGNMENT_ROW (self));

  if (self->node == NULL || (!is_cut (self->text) && !is_cut (self->place)))
    return FALSE;

  text = g_strjoin ("\n", qd_alignment_node_get_text (self->node),
                    qd_alignment_node_get_place (self->node), NULL);
  gtk_tooltip_set_text (tooltip, text);

  return TRUE;
}

static int
get_natural_width (GtkWidget *widget)
{
  int natural = 0;

  if (gtk_widget_get_visible (widget))
    gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);

  return natural;
}

static int
get_letter_width (QdAlignmentRow *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  const int width = pango_font_metrics_get_approximate_char_width (metrics) / PANGO_SCALE;

  pango_font_metrics_unref (metrics);

  return width;
}

/* The same in all rows, however deep they are: that of the list. */
static int
get_bar_width (QdAlignmentRow *self,
               int             width,
               int             figures)
{
  GtkWidget *list = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_LIST_VIEW);
  int room;

  if (figures == 0)
    return 0;

  room = (list != NULL ? gtk_widget_get_width (list) : width) - figures - 2 * SPACING -
         TITLE_CHARS * get_letter_width (self);

  return room >= LEAST_BAR ? MIN (room, MOST_BAR) : 0;
}

/* Gives a child @width from @x on, as one reads; nothing hides it. */
static void
place_child (QdAlignmentRow *self,
             GtkWidget      *child,
             int             x,
             int             width)
{
  const gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  const int total = gtk_widget_get_width (GTK_WIDGET (self));
  GtkAllocation area = { rtl ? total - x - width : x, 0, width,
                         gtk_widget_get_height (GTK_WIDGET (self)) };

  gtk_widget_set_child_visible (child, width > 0);
  if (gtk_widget_get_visible (child) && width > 0)
    gtk_widget_size_allocate (child, &area, -1);
}

static void
qd_alignment_row_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  QdAlignmentRow *self = QD_ALIGNMENT_ROW (widget);
  int least;

  *minimum = 0;
  *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum = 0;
      int child_natural = 0;

      if (gtk_widget_get_visible (child))
        gtk_widget_measure (child, orientation, -1, &child_minimum, &child_natural, NULL, NULL);
      if (orientation == GTK_ORIENTATION_VERTICAL)
        {
          *minimum = MAX (*minimum, child_minimum);
          *natural = MAX (*natural, child_natural);
        }
      else
        *natural += child_natural + SPACING;
    }

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      gtk_widget_measure (self->head, orientation, -1, &least, NULL, NULL, NULL);
      *minimum = least + SPACING + get_natural_width (self->figures);
    }
}

static void
qd_alignment_row_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  QdAlignmentRow *self = QD_ALIGNMENT_ROW (widget);
  const int numbers = get_natural_width (self->figures);
  const int bar = get_bar_width (self, width, numbers);
  const int figures = numbers + (bar > 0 ? bar + SPACING : 0);
  const int count = get_natural_width (GTK_WIDGET (self->count));
  int place = get_natural_width (GTK_WIDGET (self->place));
  int room = width - (figures > 0 ? figures + SPACING : 0);
  int kept = room >= ROOMY && place > 0 ? MIN (place, KEPT) + SPACING : 0;
  int head = MIN (get_natural_width (self->head), room - kept);

  room -= head;
  if (room - SPACING < MIN (place, LEAST))
    place = 0;
  place = MIN (room - SPACING, place);
  room -= place + SPACING;

  place_child (self, self->head, 0, head);
  place_child (self, GTK_WIDGET (self->place), head + SPACING, place);
  place_child (self, GTK_WIDGET (self->count), width - figures - SPACING - count,
               room >= count + SPACING ? count : 0);
  place_child (self, GTK_WIDGET (self->line), width - figures, bar);
  place_child (self, self->figures, width - numbers, numbers);
}

static void
qd_alignment_row_dispose (GObject *object)
{
  QdAlignmentRow *self = QD_ALIGNMENT_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_ALIGNMENT_ROW);
  g_clear_object (&self->signals);
  g_clear_object (&self->node);

  G_OBJECT_CLASS (qd_alignment_row_parent_class)->dispose (object);
}

static void
qd_alignment_row_class_init (QdAlignmentRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = qd_alignment_row_dispose;

  widget_class->measure = qd_alignment_row_measure;
  widget_class->size_allocate = qd_alignment_row_size_allocate;

  g_type_ensure (QD_TYPE_PROGRESS_LINE);
  g_type_ensure (QD_TYPE_SIGN);
  g_type_ensure (QD_TYPE_SWATCH);
  gtk_widget_class_set_css_name (widget_class, "alignmentrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/quarterdeck/Quarterdeck/qd-alignment-row.ui");
  gtk_widget_class_bind_template_child (widget_class, QdAlignmentRow, head);
  gtk_widget_class_bind_template_child (widget_class, QdAlignmentRow, swatch);
  gtk_widget_class_bind_template_child (widget_class, QdAlignmentRow, note);
  gtk_widget_class_bind_template_child (widget_class, QdAlignmentRow, text);
  gtk_widget_class_bind_template_child (widget_class, QdAlignmentRow, place);
  gtk_widget_class_bind_template_child (widget_class, QdAlignmentRow, figures);
  gtk_widget_class_bind_template_child (widget_class, QdAlignmentRow, count);
  gtk_widget_class_bind_template_child (widget_class, QdAlignmentRow, line);
  gtk_widget_class_bind_template_child (widget_class, QdAlignmentRow, percent);
  gtk_widget_class_bind_template_child (widget_class, QdAlignmentRow, sign);
  gtk_widget_class_bind_template_child (widget_class, QdAlignmentRow, health);
  gtk_widget_class_bind_template_callback (widget_class, on_query_tooltip);
}

static void
qd_alignment_row_init (QdAlignmentRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->signals = g_signal_group_new (QD_TYPE_ALIGNMENT_NODE);
  g_signal_group_connect_swapped (self->signals, "changed",
                                  G_CALLBACK (on_node_changed), self);
}

/**
 * qd_alignment_row_new:
 *
 * Returns: (transfer floating): a row that shows nothing yet, to be put in a
 *   #GtkTreeExpander
 */
GtkWidget *
qd_alignment_row_new (void)
{
  return g_object_new (QD_TYPE_ALIGNMENT_ROW, NULL);
}

/**
 * qd_alignment_row_get_node:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): what it shows
 */
QdAlignmentNode *
qd_alignment_row_get_node (QdAlignmentRow *self)
{
  g_return_val_if_fail (QD_IS_ALIGNMENT_ROW (self), NULL);

  return self->node;
}

/**
 * qd_alignment_row_get_head:
 * @self: a row
 *
 * Returns: (transfer none): the part with the title, by which it is dragged
 */
GtkWidget *
qd_alignment_row_get_head (QdAlignmentRow *self)
{
  g_return_val_if_fail (QD_IS_ALIGNMENT_ROW (self), NULL);

  return self->head;
}

/**
 * qd_alignment_row_set_node:
 * @self: a row
 * @node: (nullable): what to show, and to follow
 * @level: how deep it stands, from 1 up
 */
void
qd_alignment_row_set_node (QdAlignmentRow  *self,
                           QdAlignmentNode *node,
                           guint            level)
{
  g_return_if_fail (QD_IS_ALIGNMENT_ROW (self));
  g_return_if_fail (node == NULL || QD_IS_ALIGNMENT_NODE (node));

  g_set_object (&self->node, node);
  g_signal_group_set_target (self->signals, node);
  self->level = level;
  if (node != NULL)
    update (self);
}
