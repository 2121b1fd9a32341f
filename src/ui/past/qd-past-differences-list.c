/* What of a card of the past reads otherwise today: then, now, and a button that copies
 * back what it was. Hidden where there is nothing.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "qd-past-differences-list.h"
#include "store/qd-past-differences.h"
#include "store/qd-past-store.h"
#include "widgets/qd-toaster.h"

struct _QdPastDifferencesList
{
  GtkWidget parent_instance;

  QdStore *store;    /* that of today */
  GtkWidget *grid;
  QdId card;
  QdDay day;
};

G_DEFINE_FINAL_TYPE (QdPastDifferencesList, qd_past_differences_list, GTK_TYPE_WIDGET)

static GtkWidget *
new_label (const char *text,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), 12);
  gtk_label_set_lines (GTK_LABEL (label), 3);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_widget_set_hexpand (label, TRUE);

  return label;
}

static void
add_difference (QdPastDifferencesList  *self,
                int                     nth,
                const QdPastDifference *difference)
{
  GtkGrid *grid = GTK_GRID (self->grid);
  GtkWidget *button = gtk_button_new_with_label (_("Copy Back"));
  /* Translators: what a card had on a day of the past, and what it has today. */
  g_autofree char *then = g_strdup_printf (_("Then: %s"), difference->then);
  g_autofree char *now = g_strdup_printf (_("Now: %s"), difference->now);
  g_autofree char *name = NULL;

  /* Translators: the field of a card: "Copy back: Title". */
  name = g_strdup_printf (_("Copy back: %s"), difference->name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "past.copy-back");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "i", (int) difference->field);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (button, !qd_store_get_read_only (self->store));

  gtk_grid_attach (grid, new_label (difference->name, "caption-heading"), 0, 3 * nth + 1, 1, 1);
  gtk_grid_attach (grid, new_label (then, NULL), 0, 3 * nth + 2, 1, 1);
  gtk_grid_attach (grid, new_label (now, "dim-label"), 0, 3 * nth + 3, 1, 1);
  gtk_grid_attach (grid, button, 1, 3 * nth + 1, 1, 3);
}

/* GTK leaks what is removed with the focus in it. */
static void
clear (QdPastDifferencesList *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *child;

  if (root != NULL && gtk_widget_get_focus_child (self->grid) != NULL)
    gtk_root_set_focus (root, NULL);
  while ((child = gtk_widget_get_first_child (self->grid)) != NULL)
    gtk_grid_remove (GTK_GRID (self->grid), child);
}

static void
update (QdPastDifferencesList *self)
{
  g_autoptr (GPtrArray) differences = NULL;
  g_autoptr (GError) error = NULL;

  g_assert (QD_IS_PAST_DIFFERENCES_LIST (self));

  if (self->card != QD_ID_NONE)
    {
      differences = qd_past_differences_read (self->store, self->card,
                                              qd_past_end_of_day (self->day), &error);
      if (differences == NULL)
        qd_toaster_report (GTK_WIDGET (self), error);
    }

  clear (self);
  gtk_widget_set_visible (GTK_WIDGET (self), differences != NULL && differences->len > 0);
  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return;

  gtk_grid_attach (GTK_GRID (self->grid), new_label (_("Different Today"), "heading"), 0, 0, 2, 1);
  for (guint i = 0; i < differences->len; i++)
    add_difference (self, (int) i, differences->pdata[i]);
}

static void
copy_back_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  QdPastDifferencesList *self = QD_PAST_DIFFERENCES_LIST (widget);
  g_autoptr (GError) error = NULL;

  if (!qd_edit_copy_back (self->store, self->card, (QdField) g_variant_get_int32 (parameter),
                          qd_past_end_of_day (self->day), &error))
    qd_toaster_report (widget, error);
}

static void
qd_past_differences_list_dispose (GObject *object)
{
  QdPastDifferencesList *self = QD_PAST_DIFFERENCES_LIST (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qd_past_differences_list_parent_class)->dispose (object);
}

static void
qd_past_differences_list_class_init (QdPastDifferencesListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qd_past_differences_list_dispose;

  gtk_widget_class_install_action (widget_class, "past.copy-back", "i", copy_back_action);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "pastdifferences");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
qd_past_differences_list_init (QdPastDifferencesList *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->grid = gtk_grid_new ();
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 12);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 240);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->grid);
  gtk_widget_set_focusable (scroller, FALSE);
  gtk_widget_set_parent (scroller, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Different Today"), -1);
}

/**
 * qd_past_differences_list_new:
 * @store: the store of today
 *
 * Returns: (transfer floating): a list of no card
 */
GtkWidget *
qd_past_differences_list_new (QdStore *store)
{
  QdPastDifferencesList *self;

  g_return_val_if_fail (QD_IS_STORE (store), NULL);

  self = g_object_new (QD_TYPE_PAST_DIFFERENCES_LIST, NULL);
  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * qd_past_differences_list_set_card:
 * @self: the list
 * @card: a card, or %QD_ID_NONE
 * @day: the day as of which it shows
 */
void
qd_past_differences_list_set_card (QdPastDifferencesList *self,
                                   QdId                   card,
                                   QdDay                  day)
{
  g_return_if_fail (QD_IS_PAST_DIFFERENCES_LIST (self));

  if (self->card == card && self->day == day)
    return;

  self->card = card;
  self->day = day;
  update (self);
}
