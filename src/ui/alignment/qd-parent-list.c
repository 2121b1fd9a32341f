/* A list of what an objective may contribute to, searched as one types.
 *
 * It is made for a popover: it writes nothing and closes nothing, but tells with
 * QdParentList::chosen what the person wants. GtkDropDown can search, too, but in GTK
 * 4.8 only by how a text begins, which is the team here.
 */

#include "config.h"

#include "qd-parent-list.h"
#include "qd-parent-offer.h"
#include "widgets/qd-palette.h"
#include "widgets/qd-swatch.h"
#include "widgets/qd-tooltip.h"

#define MAX_CHARS 48
#define SPACING 6

struct _QdParentList
{
  GtkWidget parent_instance;

  GtkEditable *entry;
  GtkWidget *scroller;
  GtkListView *list;
  GtkWidget *nothing;

  GtkFilterListModel *matches;
  GtkSingleSelection *selection;
  QdObjective *chosen; /* (nullable) */
  char **words;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (QdParentList, qd_parent_list, GTK_TYPE_WIDGET)

static gboolean
matches (gpointer item,
         gpointer user_data)
{
  QdParentList *self = user_data;

  return qd_parent_offer_matches (item, self->words);
}

/* What is chosen is selected, so that Enter keeps it; while one searches, the first
 * that was found. */
static void
select_best (QdParentList *self)
{
  GListModel *model = G_LIST_MODEL (self->matches);
  const guint length = g_list_model_get_n_items (model);
  guint best = 0;

  for (guint i = 0; i < length && *self->words == NULL; i++)
    {
      g_autoptr (QdParentOffer) offer = g_list_model_get_item (model, i);

      if (qd_parent_offer_get_objective (offer) == self->chosen)
        best = i;
    }

  gtk_single_selection_set_selected (self->selection, best);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", best);
  gtk_widget_set_visible (self->scroller, length > 0);
  gtk_widget_set_visible (self->nothing, length == 0);
}

static void
on_changed (QdParentList *self)
{
  g_autofree char *folded = NULL;
  g_auto (GStrv) parts = NULL;
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();

  g_assert (QD_IS_PARENT_LIST (self));

  folded = g_utf8_casefold (gtk_editable_get_text (self->entry), -1);
  parts = g_strsplit (folded, " ", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_strv_builder_add (words, parts[i]);

  g_strfreev (self->words);
  self->words = g_strv_builder_end (words);
  gtk_filter_changed (gtk_filter_list_model_get_filter (self->matches),
                      GTK_FILTER_CHANGE_DIFFERENT);
  select_best (self);
}

static void
on_activate (QdParentList *self,
             guint         position)
{
  g_autoptr (QdParentOffer) offer = NULL;

  g_assert (QD_IS_PARENT_LIST (self));

  offer = g_list_model_get_item (G_LIST_MODEL (self->matches), position);
  if (offer != NULL)
    g_signal_emit (self, signals[CHOSEN], 0, qd_parent_offer_get_objective (offer));
}

static void
on_entry_activate (QdParentList *self)
{
  on_activate (self, gtk_single_selection_get_selected (self->selection));
}

/* The entry takes Escape for itself. */
static void
on_stop_search (QdParentList *self)
{
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_POPOVER);

  g_assert (QD_IS_PARENT_LIST (self));

  if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
}

static gboolean
on_key_pressed (QdParentList *self,
                guint         keyval)
{
  g_assert (QD_IS_PARENT_LIST (self));

  if ((keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down) ||
      g_list_model_get_n_items (G_LIST_MODEL (self->matches)) == 0)
    return GDK_EVENT_PROPAGATE;

  return gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static void
on_setup (GtkSignalListItemFactory *factory,
          GtkListItem              *list_item,
          QdParentList             *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);
  GtkWidget *swatch = qd_swatch_new ("no-objective");
  GtkWidget *text = gtk_label_new (NULL);
  GtkWidget *cycle = gtk_label_new (NULL);
  GtkWidget *check = gtk_image_new_from_icon_name ("object-select-symbolic");

  g_assert (QD_IS_PARENT_LIST (self));

  gtk_widget_set_valign (swatch, GTK_ALIGN_CENTER);
  gtk_label_set_xalign (GTK_LABEL (text), 0.0f);
  gtk_label_set_ellipsize (GTK_LABEL (text), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (text), MAX_CHARS);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_label_set_ellipsize (GTK_LABEL (cycle), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (cycle, "dim-label");
  gtk_widget_add_css_class (cycle, "caption");
  gtk_accessible_update_state (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);

  gtk_box_append (GTK_BOX (row), swatch);
  gtk_box_append (GTK_BOX (row), text);
  gtk_box_append (GTK_BOX (row), cycle);
  gtk_box_append (GTK_BOX (row), check);
  gtk_list_item_set_child (list_item, row);
}

/* A screen reader stops at the row, and GTK 4.8 takes no name for it from inside. */
static void
name_row (GtkWidget     *row,
          QdParentOffer *offer)
{
  g_autofree char *name = g_strjoin (", ", qd_parent_offer_get_text (offer),
                                     qd_parent_offer_get_cycle (offer), NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (row)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  qd_tooltip_set_text (row, g_utf8_strlen (name, -1) > MAX_CHARS ? name : NULL);
}

static void
on_bind (GtkSignalListItemFactory *factory,
         GtkListItem              *list_item,
         QdParentList             *self)
{
  GtkWidget *row = gtk_list_item_get_child (list_item);
  GtkWidget *swatch = gtk_widget_get_first_child (row);
  GtkWidget *text = gtk_widget_get_next_sibling (swatch);
  GtkWidget *cycle = gtk_widget_get_next_sibling (text);
  QdParentOffer *offer = gtk_list_item_get_item (list_item);
  QdObjective *objective = qd_parent_offer_get_objective (offer);

  g_assert (QD_IS_PARENT_LIST (self));

  if (objective != NULL)
    qd_swatch_set_colour (QD_SWATCH (swatch),
                          qd_palette_get_class (qd_objective_get_colour (objective)));
  gtk_widget_set_opacity (swatch, objective != NULL ? 1.0 : 0.0);
  gtk_label_set_text (GTK_LABEL (text), qd_parent_offer_get_text (offer));
  gtk_label_set_text (GTK_LABEL (cycle), qd_parent_offer_get_cycle (offer));
  gtk_widget_set_visible (cycle, qd_parent_offer_get_cycle (offer) != NULL);
  gtk_widget_set_opacity (gtk_widget_get_last_child (row),
                          objective == self->chosen ? 1.0 : 0.0);
  name_row (row, offer);
}

static gboolean
qd_parent_list_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (QD_PARENT_LIST (widget)->entry));
}

static void
qd_parent_list_dispose (GObject *object)
{
  QdParentList *self = QD_PARENT_LIST (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_PARENT_LIST);
  g_clear_object (&self->selection);
  g_clear_object (&self->matches);
  g_clear_object (&self->chosen);

  G_OBJECT_CLASS (qd_parent_list_parent_class)->dispose (object);
}

static void
qd_parent_list_finalize (GObject *object)
{
  QdParentList *self = QD_PARENT_LIST (object);

  g_strfreev (self->words);

  G_OBJECT_CLASS (qd_parent_list_parent_class)->finalize (object);
}

static void
qd_parent_list_class_init (QdParentListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = qd_parent_list_dispose;
  object_class->finalize = qd_parent_list_finalize;

  widget_class->grab_focus = qd_parent_list_grab_focus;

  /**
   * QdParentList::chosen:
   * @self: the list
   * @parent: (nullable): what the objective shall contribute to
   */
  signals[CHOSEN] =
    g_signal_new ("chosen",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, QD_TYPE_OBJECTIVE);

  gtk_widget_class_set_css_name (widget_class, "parentlist");
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/quarterdeck/Quarterdeck/qd-parent-list.ui");
  gtk_widget_class_bind_template_child (widget_class, QdParentList, entry);
  gtk_widget_class_bind_template_child (widget_class, QdParentList, scroller);
  gtk_widget_class_bind_template_child (widget_class, QdParentList, list);
  gtk_widget_class_bind_template_child (widget_class, QdParentList, nothing);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search);
  gtk_widget_class_bind_template_callback (widget_class, on_key_pressed);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_bind);
}

static void
qd_parent_list_init (QdParentList *self)
{
  GtkFilter *filter = GTK_FILTER (gtk_custom_filter_new (matches, self, NULL));

  self->words = g_new0 (char *, 1);
  gtk_widget_init_template (GTK_WIDGET (self));

  self->matches = gtk_filter_list_model_new (NULL, filter);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->matches)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
}

/**
 * qd_parent_list_new:
 *
 * Returns: (transfer floating): a list of nothing as yet
 */
GtkWidget *
qd_parent_list_new (void)
{
  return g_object_new (QD_TYPE_PARENT_LIST, NULL);
}

/**
 * qd_parent_list_offer:
 * @self: a list
 * @store: a store
 * @board: one of its boards
 * @objective: (nullable): the objective of the board that shall contribute to another;
 *   %NULL for one that is made only now
 * @chosen: (nullable): to which it does already
 *
 * Lists all that @objective may contribute to, as things are now.
 */
void
qd_parent_list_offer (QdParentList *self,
                      QdStore      *store,
                      QdBoard      *board,
                      QdObjective  *objective,
                      QdObjective  *chosen)
{
  g_autoptr (GListModel) offers = NULL;

  g_return_if_fail (QD_IS_PARENT_LIST (self));
  g_return_if_fail (QD_IS_STORE (store));
  g_return_if_fail (QD_IS_BOARD (board));
  g_return_if_fail (objective == NULL || QD_IS_OBJECTIVE (objective));
  g_return_if_fail (chosen == NULL || QD_IS_OBJECTIVE (chosen));

  g_set_object (&self->chosen, chosen);
  offers = qd_parent_offer_list (store, board, objective);
  gtk_filter_list_model_set_model (self->matches, offers);
  gtk_editable_set_text (self->entry, "");
  on_changed (self);
}
