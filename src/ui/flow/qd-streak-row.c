/* The due days of a board in a row, each with a mark for what came of it.
 *
 * A mark is a shape, not a colour: full, half, empty, or a dash where nothing was to be
 * said. The words for it are its tooltip and its name.
 */

#include "config.h"

#include "qd-chart-text.h"
#include "qd-streak-row.h"
#include "store/qd-flow-text.h"
#include "widgets/qd-tooltip.h"

/* Of a rhythm with more due days, the last ones. */
#define MAX_MARKS 53u

struct _QdStreakRow
{
  GtkWidget parent_instance;

  GtkWidget *box;
};

G_DEFINE_FINAL_TYPE (QdStreakRow, qd_streak_row, GTK_TYPE_WIDGET)

/* How a mark looks, also in flow.css. */
static const struct
{
  const char *shape;
  const char *css_class;
} looks[] = {
  [QD_STREAK_KEPT] = { "●", "kept" },
  [QD_STREAK_MISSED] = { "○", "missed" },
  [QD_STREAK_IDLE] = { "–", "idle" },
  [QD_STREAK_OPEN] = { "◐", "open" },
};

static GtkWidget *
create_mark (const QdStreakMark *mark)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL,
                                 "accessible-role", GTK_ACCESSIBLE_ROLE_IMG, NULL);
  GtkWidget *shape = gtk_label_new (looks[mark->state].shape);
  g_autofree char *words = qd_flow_text_mark (mark);
  g_autofree char *due = qd_chart_format_day (mark->due, FALSE);
  GtkWidget *day = gtk_label_new (due);

  gtk_widget_add_css_class (shape, "mark");
  gtk_widget_add_css_class (shape, looks[mark->state].css_class);
  gtk_widget_add_css_class (day, "caption");
  gtk_widget_add_css_class (day, "dim-label");
  gtk_box_append (GTK_BOX (box), shape);
  gtk_box_append (GTK_BOX (box), day);
  qd_tooltip_set_words (box, words);

  return box;
}

static void
qd_streak_row_dispose (GObject *object)
{
  QdStreakRow *self = QD_STREAK_ROW (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (qd_streak_row_parent_class)->dispose (object);
}

static void
qd_streak_row_class_init (QdStreakRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = qd_streak_row_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "streakrow");
}

static void
qd_streak_row_init (QdStreakRow *self)
{
  self->box = gtk_flow_box_new ();
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (self->box), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (self->box), MAX_MARKS);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (self->box), 6);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (self->box), 6);
  gtk_flow_box_set_homogeneous (GTK_FLOW_BOX (self->box), TRUE);
  gtk_widget_set_halign (self->box, GTK_ALIGN_START);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * qd_streak_row_new:
 *
 * Returns: (transfer floating): a row without marks
 */
GtkWidget *
qd_streak_row_new (void)
{
  return g_object_new (QD_TYPE_STREAK_ROW, NULL);
}

/**
 * qd_streak_row_set_streak:
 * @self: a row
 * @streak: how a board keeps up; not needed afterwards
 */
void
qd_streak_row_set_streak (QdStreakRow    *self,
                          const QdStreak *streak)
{
  const guint n = streak->marks->len;
  GtkWidget *child;

  g_return_if_fail (QD_IS_STREAK_ROW (self));

  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_flow_box_remove (GTK_FLOW_BOX (self->box), child);

  for (guint i = n - MIN (n, MAX_MARKS); i < n; i++)
    {
      gtk_flow_box_append (GTK_FLOW_BOX (self->box),
                           create_mark (&g_array_index (streak->marks, QdStreakMark, i)));
      gtk_widget_set_focusable (gtk_widget_get_last_child (self->box), FALSE);
    }
}
