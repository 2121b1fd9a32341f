/* What came of a run: how many check-ins, how long they took, and what is left. It is
 * told to whoever ran, and written nowhere.
 *
 * It has the focus itself, so that a key that was meant for the last card presses
 * nothing here.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "qd-run-summary.h"
#include "widgets/qd-card-text.h"
#include "widgets/qd-day-text.h"
#include "widgets/qd-narrow-layout.h"

struct _QdRunSummary
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkLabel *title;
  GtkLabel *time;
  GtkLabel *left_heading;
  GtkWidget *left_frame;
  GtkListBox *left;

  GPtrArray *cards; /* (nullable) (element-type QdKeyResult): that are left */
};

G_DEFINE_FINAL_TYPE (QdRunSummary, qd_run_summary, GTK_TYPE_WIDGET)

static char *
dup_duration (gint64 microseconds)
{
  const guint seconds = (guint) ((microseconds + G_TIME_SPAN_SECOND / 2) / G_TIME_SPAN_SECOND);

  if (seconds < 60)
    /* Translators: so many seconds. */
    return g_strdup_printf (_("%u s"), seconds);

  /* Translators: so many minutes and seconds. */
  return g_strdup_printf (_("%u min %u s"), seconds / 60, seconds % 60);
}

static void
show_text (GtkLabel   *label,
           const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

static char *
dup_time (QdRun *run)
{
  const guint n_done = qd_run_get_done (run);
  g_autofree char *whole = dup_duration (qd_run_get_time (run));
  g_autofree char *each = NULL;

  if (n_done == 0)
    return NULL;
  if (n_done == 1)
    return g_steal_pointer (&whole);

  each = dup_duration (qd_run_get_time (run) / n_done);
  /* Translators: how long all check-ins took, and how long each. */
  return g_strdup_printf (_("%s in all, %s each"), whole, each);
}

static char *
dup_left (QdRunSummary *self,
          QdDay         next)
{
  g_autofree char *day = NULL;

  if (self->cards->len > 0)
    return g_strdup_printf (ngettext ("%u Is Left", "%u Are Left", self->cards->len),
                            self->cards->len);
  if (next == QD_DAY_NONE)
    return NULL;

  day = qd_day_text_full (next);
  /* Translators: %s is a day. */
  return g_strdup_printf (_("The next check-in is due on %s."), day);
}

static GtkWidget *
create_row (QdKeyResult *card)
{
  g_autofree char *title = qd_card_text_title (QD_CARD (card));
  QdColumn *column = qd_card_get_column (QD_CARD (card));
  QdBoard *board = column != NULL ? qd_column_get_board (column) : NULL;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *name = gtk_label_new (title);
  GtkWidget *place = gtk_label_new (board != NULL ? qd_entity_get_title (QD_ENTITY (board)) : "");

  gtk_label_set_xalign (GTK_LABEL (name), 0.0f);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (place), 0.0f);
  gtk_label_set_ellipsize (GTK_LABEL (place), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (place, "dim-label");
  gtk_widget_add_css_class (place, "caption");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), place);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);

  return row;
}

static void
fill_list (QdRunSummary *self)
{
  GtkListBoxRow *row;

  /* GTK leaks what is removed with the focus in it. */
  if ((gtk_widget_get_state_flags (GTK_WIDGET (self->left)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  while ((row = gtk_list_box_get_row_at_index (self->left, 0)) != NULL)
    gtk_list_box_remove (self->left, GTK_WIDGET (row));
  for (guint i = 0; i < self->cards->len; i++)
    gtk_list_box_append (self->left, create_row (self->cards->pdata[i]));
  gtk_widget_set_visible (self->left_frame, self->cards->len > 0);
}

static void
on_row_activated (QdRunSummary  *self,
                  GtkListBoxRow *row)
{
  QdKeyResult *card = g_ptr_array_index (self->cards,
                                         (guint) gtk_list_box_row_get_index (row));

  g_assert (QD_IS_RUN_SUMMARY (self));

  gtk_widget_activate_action (GTK_WIDGET (self), "run.go-to", "x",
                              qd_entity_get_id (QD_ENTITY (card)));
}

static void
qd_run_summary_dispose (GObject *object)
{
  QdRunSummary *self = QD_RUN_SUMMARY (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_RUN_SUMMARY);
  g_clear_pointer (&self->cards, g_ptr_array_unref);

  G_OBJECT_CLASS (qd_run_summary_parent_class)->dispose (object);
}

static void
qd_run_summary_class_init (QdRunSummaryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qd_run_summary_dispose;

  g_type_ensure (QD_TYPE_NARROW_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/quarterdeck/Quarterdeck/qd-run-summary.ui");
  gtk_widget_class_bind_template_child (widget_class, QdRunSummary, box);
  gtk_widget_class_bind_template_child (widget_class, QdRunSummary, title);
  gtk_widget_class_bind_template_child (widget_class, QdRunSummary, time);
  gtk_widget_class_bind_template_child (widget_class, QdRunSummary, left_heading);
  gtk_widget_class_bind_template_child (widget_class, QdRunSummary, left_frame);
  gtk_widget_class_bind_template_child (widget_class, QdRunSummary, left);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);

  gtk_widget_class_set_css_name (widget_class, "runsummary");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
qd_run_summary_init (QdRunSummary *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * qd_run_summary_show:
 * @run: a run that is at its end
 * @next: when the next check-in is due, or %QD_DAY_NONE
 *
 * Tells what came of @run.
 */
void
qd_run_summary_show (QdRunSummary *self,
                     QdRun        *run,
                     QdDay         next)
{
  const guint n_done = qd_run_get_done (run);
  g_autofree char *title = NULL;
  g_autofree char *time = dup_time (run);
  g_autofree char *left = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (QD_IS_RUN_SUMMARY (self));

  g_clear_pointer (&self->cards, g_ptr_array_unref);
  self->cards = qd_run_list_left (run);
  left = dup_left (self, next);
  title = n_done > 0
            ? g_strdup_printf (ngettext ("%u Check-in Made", "%u Check-ins Made", n_done), n_done)
            : g_strdup (_("No Check-in Made"));

  gtk_label_set_text (self->title, title);
  show_text (self->time, time);
  show_text (self->left_heading, left);
  fill_list (self);
  name = g_strjoin (", ", title, time != NULL ? time : left, time != NULL ? left : NULL, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
}
