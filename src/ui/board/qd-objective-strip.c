/* The objectives of a board as a row of chips: legend, filter, and the place
 * where objectives are added, edited, ordered, put on the shelf and archived.
 *
 * The filter belongs to the board: the chips name what was asked for as actions
 * of the board, and the strip shows what came of it. The chip for cards without
 * an objective comes last.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "store/qd-alignment.h"
#include "store/qd-edit.h"

#include "alignment/qd-parent-offer.h"
#include "filter/qd-card-counts.h"
#include "shelf/qd-shelf-ask.h"
#include "widgets/qd-context-menu.h"
#include "widgets/qd-editable.h"
#include "widgets/qd-focus.h"
#include "widgets/qd-toaster.h"
#include "widgets/qd-wheel.h"

#include "qd-objective-chip.h"
#include "qd-objective-popover.h"
#include "qd-objective-strip.h"
#include "qd-reorder.h"

struct _QdObjectiveStrip
{
  GtkWidget parent_instance;

  QdStore *store;
  QdBoardFilter *filter;
  QdBoard *board; /* (nullable) */
  GSignalGroup *objectives_signals;
  GSignalGroup *board_signals;
  guint sum_id;
  guint n_summed; /* chips that are done */

  GtkScrolledWindow *scroller;
  GtkWidget *chips;
  GtkWidget *add_button;
  GtkWidget *filter_button;
  GtkWidget *clear_button;

  GMenuModel *menu;
  GtkWidget *menu_popover;      /* (nullable): made when it is needed */
  GtkWidget *objective_popover; /* (nullable): made when it is needed */
  QdObjective *menu_objective;  /* (nullable): whose menu it is */
  GtkWidget *pointed;           /* (unowned) (nullable): what a popover is about */
};

static const char * const writing_actions[] = {
  "objective.edit", "objective.move-to-start", "objective.move-to-end", "objective.archive",
  "objective.shelve",
};

G_DEFINE_FINAL_TYPE (QdObjectiveStrip, qd_objective_strip, GTK_TYPE_WIDGET)

static QdEntity *
get_entity (GtkWidget *child)
{
  QdObjective *objective;

  objective = qd_objective_chip_get_objective (QD_OBJECTIVE_CHIP (child));

  return objective != NULL ? QD_ENTITY (objective) : NULL;
}

/* What the filter asks for; how many cards there are has nothing to do with it. */
static void
show_filter (QdObjectiveStrip *self)
{
  const gboolean filtered = !qd_board_filter_is_empty (self->filter);

  for (GtkWidget *child = gtk_widget_get_first_child (self->chips); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      QdObjectiveChip *chip = QD_OBJECTIVE_CHIP (child);
      gboolean active = qd_board_filter_contains (self->filter,
                                                  qd_objective_chip_get_id (chip));

      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chip), active);
      if (qd_objective_chip_get_objective (chip) == NULL)
        gtk_widget_set_visible (child, active || qd_objective_chip_get_n_cards (chip) > 0);
    }

  /* It keeps its room, or the chips would jump, but not the focus. */
  if (!filtered && gtk_widget_has_focus (self->clear_button))
    gtk_widget_child_focus (self->chips, GTK_DIR_TAB_FORWARD);
  gtk_widget_set_child_visible (self->clear_button, filtered);
}

/* What the objective of a chip contributes to. */
static void
show_parent (QdObjectiveStrip *self,
             QdObjectiveChip  *chip)
{
  QdObjective *objective = qd_objective_chip_get_objective (chip);
  QdObjective *parent = NULL;
  g_autofree char *text = NULL;

  if (objective != NULL)
    parent = qd_alignment_get_parent (self->store, objective);
  if (parent != NULL)
    text = qd_parent_offer_dup_text (parent);
  qd_objective_chip_set_parent (chip, text);
}

static void
update_chips (QdObjectiveStrip *self)
{
  g_autoptr (QdCardCounts) counts = qd_card_counts_new ();

  qd_card_counts_add (counts, self->board);
  for (GtkWidget *child = gtk_widget_get_first_child (self->chips); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      QdObjectiveChip *chip = QD_OBJECTIVE_CHIP (child);
      QdObjective *objective = qd_objective_chip_get_objective (chip);

      qd_objective_chip_set_n_cards (chip, qd_card_counts_get (counts, objective));
      show_parent (self, chip);
    }

  show_filter (self);
}

/* One chip after another, as each looks at all cards of the board. */
static gboolean
on_sum (gpointer user_data)
{
  QdObjectiveStrip *self = user_data;
  GtkWidget *chip = NULL;

  g_assert (QD_IS_OBJECTIVE_STRIP (self));

  if (self->board != NULL && qd_board_get_loaded (self->board))
    chip = gtk_widget_get_first_child (self->chips);
  for (guint i = 0; i < self->n_summed && chip != NULL; i++)
    chip = gtk_widget_get_next_sibling (chip);

  if (chip == NULL)
    {
      self->sum_id = 0;
      return G_SOURCE_REMOVE;
    }

  qd_objective_chip_sum_up (QD_OBJECTIVE_CHIP (chip), self->board, qd_board_get_today (self->board));
  self->n_summed++;

  return G_SOURCE_CONTINUE;
}

static GtkWidget *
find_chip (QdObjectiveStrip *self,
           QdObjective      *objective)
{
  for (GtkWidget *child = gtk_widget_get_first_child (self->chips); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (qd_objective_chip_get_objective (QD_OBJECTIVE_CHIP (child)) == objective)
        return child;
    }

  return NULL;
}

/* Chips that stay keep the focus. */
static void
sync_chips (QdObjectiveStrip *self)
{
  QdOrderedList *objectives = qd_board_get_objectives (self->board);
  guint length = qd_ordered_list_get_length (objectives);
  GtkWidget *previous = NULL;
  GtkWidget *rest;

  for (guint i = 0; i <= length; i++)
    {
      QdObjective *objective;
      GtkWidget *chip;

      objective = i < length ? qd_ordered_list_peek (objectives, i) : NULL;
      chip = find_chip (self, objective);
      if (chip == NULL)
        {
          chip = qd_objective_chip_new (objective,
                                        qd_editable_board (self->store, self->board));
          gtk_box_append (GTK_BOX (self->chips), chip);
        }

      gtk_box_reorder_child_after (GTK_BOX (self->chips), chip, previous);
      previous = chip;
    }

  while ((rest = gtk_widget_get_next_sibling (previous)) != NULL)
    gtk_box_remove (GTK_BOX (self->chips), rest);

  update_chips (self);
  qd_objective_strip_refresh (self);
}

static void
remove_chips (QdObjectiveStrip *self)
{
  GtkWidget *chip;

  while ((chip = gtk_widget_get_first_child (self->chips)) != NULL)
    gtk_box_remove (GTK_BOX (self->chips), chip);
}

/* What cannot be changed offers nothing that would change it. */
static void
update_writing (QdObjectiveStrip *self)
{
  const gboolean editable = qd_editable_board (self->store, self->board);

  for (guint i = 0; i < G_N_ELEMENTS (writing_actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), writing_actions[i], editable);
}

/* A chip can be dragged or not from its beginning. */
static void
on_closed_changed (QdObjectiveStrip *self)
{
  g_assert (QD_IS_OBJECTIVE_STRIP (self));

  update_writing (self);
  remove_chips (self);
  sync_chips (self);
}

static void
on_objectives_changed (QdObjectiveStrip *self)
{
  g_assert (QD_IS_OBJECTIVE_STRIP (self));

  sync_chips (self);
}

static void
on_filter_changed (QdObjectiveStrip *self)
{
  g_assert (QD_IS_OBJECTIVE_STRIP (self));

  if (self->board != NULL)
    show_filter (self);
}

static void
on_changed (QdObjectiveStrip *self)
{
  g_assert (QD_IS_OBJECTIVE_STRIP (self));

  if (self->board == NULL)
    return;

  update_chips (self);
  qd_objective_strip_refresh (self);
}

static void
point_at (QdObjectiveStrip *self,
          GtkWidget        *popover,
          GtkWidget        *widget)
{
  graphene_rect_t bounds;
  GdkRectangle rectangle = { 0, 0, 1, 1 };

  if (gtk_widget_compute_bounds (widget, GTK_WIDGET (self), &bounds))
    rectangle = (GdkRectangle) { (int) bounds.origin.x,
                                 (int) bounds.origin.y,
                                 (int) bounds.size.width,
                                 (int) bounds.size.height };

  g_set_weak_pointer (&self->pointed, widget);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &rectangle);
}

static QdObjectivePopover *
ensure_objective_popover (QdObjectiveStrip *self)
{
  if (self->objective_popover == NULL)
    {
      self->objective_popover = qd_objective_popover_new (self->store);
      gtk_widget_set_parent (self->objective_popover, GTK_WIDGET (self));
    }

  return QD_OBJECTIVE_POPOVER (self->objective_popover);
}

static gboolean
popup_menu (QdObjectiveStrip *self,
            GtkWidget        *widget)
{
  GtkWidget *chip = gtk_widget_get_ancestor (widget, QD_TYPE_OBJECTIVE_CHIP);
  QdObjective *objective;

  if (chip == NULL)
    return FALSE;

  objective = qd_objective_chip_get_objective (QD_OBJECTIVE_CHIP (chip));
  if (objective == NULL)
    return FALSE;

  if (self->menu_popover == NULL)
    self->menu_popover = qd_context_menu_new (GTK_WIDGET (self), self->menu);
  g_set_object (&self->menu_objective, objective);
  point_at (self, self->menu_popover, chip);
  gtk_popover_popup (GTK_POPOVER (self->menu_popover));

  return TRUE;
}

static gboolean
on_menu_wanted (gpointer user_data,
                double   x,
                double   y)
{
  QdObjectiveStrip *self = user_data;
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  g_assert (QD_IS_OBJECTIVE_STRIP (self));

  return widget != NULL && popup_menu (self, widget);
}

static void
popup_menu_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  if (focus != NULL)
    popup_menu (QD_OBJECTIVE_STRIP (widget), focus);
}

static void
edit_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  QdObjectiveStrip *self = QD_OBJECTIVE_STRIP (widget);

  if (self->menu_objective != NULL)
    qd_objective_strip_edit (self, self->menu_objective);
}

static void
move_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  QdObjectiveStrip *self = QD_OBJECTIVE_STRIP (widget);
  gboolean first = g_str_equal (action_name, "objective.move-to-start");
  g_autoptr (GError) error = NULL;

  if (self->menu_objective == NULL || self->board == NULL)
    return;

  if (!qd_edit_move (self->store, QD_ENTITY_OBJECTIVE,
                     qd_entity_get_id (QD_ENTITY (self->menu_objective)),
                     qd_entity_get_id (QD_ENTITY (self->board)),
                     first ? QD_SIDE_FIRST : QD_SIDE_LAST, QD_ID_NONE,
                     &error))
    qd_toaster_report (widget, error);
}

static void
archive_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  QdObjectiveStrip *self = QD_OBJECTIVE_STRIP (widget);
  g_autoptr (GError) error = NULL;

  if (self->menu_objective == NULL)
    return;

  if (!qd_edit_archive (self->store, QD_ENTITY_OBJECTIVE,
                        qd_entity_get_id (QD_ENTITY (self->menu_objective)),
                        TRUE, &error))
    qd_toaster_report (widget, error);
}

static void
shelve_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  QdObjectiveStrip *self = QD_OBJECTIVE_STRIP (widget);

  if (self->menu_objective != NULL)
    qd_shelf_ask_why (widget, self->store, QD_ENTITY (self->menu_objective));
}

/* GTK asks for this when a popover goes that had the focus. */
static gboolean
qd_objective_strip_grab_focus (GtkWidget *widget)
{
  QdObjectiveStrip *self = QD_OBJECTIVE_STRIP (widget);

  return !qd_focus_is_inside (widget) &&
         self->pointed != NULL && gtk_widget_get_mapped (self->pointed) &&
         gtk_widget_grab_focus (self->pointed);
}

static void
qd_objective_strip_dispose (GObject *object)
{
  QdObjectiveStrip *self = QD_OBJECTIVE_STRIP (object);

  g_clear_handle_id (&self->sum_id, g_source_remove);
  g_clear_pointer (&self->menu_popover, gtk_widget_unparent);
  g_clear_pointer (&self->objective_popover, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_OBJECTIVE_STRIP);

  g_clear_weak_pointer (&self->pointed);
  g_clear_object (&self->menu_objective);
  g_clear_object (&self->objectives_signals);
  g_clear_object (&self->board_signals);
  g_clear_object (&self->board);
  g_clear_object (&self->filter);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qd_objective_strip_parent_class)->dispose (object);
}

static void
qd_objective_strip_class_init (QdObjectiveStripClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = qd_objective_strip_dispose;

  widget_class->grab_focus = qd_objective_strip_grab_focus;

  gtk_widget_class_install_action (widget_class, "objective.menu", NULL,
                                   popup_menu_action);
  gtk_widget_class_install_action (widget_class, "objective.edit", NULL,
                                   edit_action);
  gtk_widget_class_install_action (widget_class, "objective.move-to-start", NULL,
                                   move_action);
  gtk_widget_class_install_action (widget_class, "objective.move-to-end", NULL,
                                   move_action);
  gtk_widget_class_install_action (widget_class, "objective.archive", NULL,
                                   archive_action);
  gtk_widget_class_install_action (widget_class, "objective.shelve", NULL,
                                   shelve_action);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0,
                                       "objective.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK,
                                       "objective.menu", NULL);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/quarterdeck/Quarterdeck/qd-objective-strip.ui");
  gtk_widget_class_bind_template_child (widget_class, QdObjectiveStrip, scroller);
  gtk_widget_class_bind_template_child (widget_class, QdObjectiveStrip, chips);
  gtk_widget_class_bind_template_child (widget_class, QdObjectiveStrip, add_button);
  gtk_widget_class_bind_template_child (widget_class, QdObjectiveStrip, filter_button);
  gtk_widget_class_bind_template_child (widget_class, QdObjectiveStrip, clear_button);
  gtk_widget_class_bind_template_child (widget_class, QdObjectiveStrip, menu);

  gtk_widget_class_set_css_name (widget_class, "objectivestrip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
qd_objective_strip_init (QdObjectiveStrip *self)
{
  self->board_signals = g_signal_group_new (QD_TYPE_BOARD);
  g_signal_group_connect_swapped (self->board_signals, "notify::closed",
                                  G_CALLBACK (on_closed_changed), self);
  self->objectives_signals = g_signal_group_new (G_TYPE_LIST_MODEL);
  g_signal_group_connect_swapped (self->objectives_signals, "items-changed",
                                  G_CALLBACK (on_objectives_changed), self);

  gtk_widget_init_template (GTK_WIDGET (self));
  qd_wheel_attach (self->scroller);
  qd_context_menu_attach (GTK_WIDGET (self), on_menu_wanted, self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Objectives"),
                                  -1);
}

/**
 * qd_objective_strip_set_store:
 * @self: a strip without a store
 * @store: the file that its boards are in, from now on
 * @filter: the filter that it shows
 */
void
qd_objective_strip_set_store (QdObjectiveStrip *self,
                              QdStore          *store,
                              QdBoardFilter    *filter)
{
  g_return_if_fail (QD_IS_OBJECTIVE_STRIP (self));
  g_return_if_fail (QD_IS_STORE (store));
  g_return_if_fail (QD_IS_BOARD_FILTER (filter));
  g_return_if_fail (self->store == NULL);

  self->store = g_object_ref (store);
  self->filter = g_object_ref (filter);

  g_signal_connect_object (store, "changed",
                           G_CALLBACK (on_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (filter, "changed",
                           G_CALLBACK (on_filter_changed), self,
                           G_CONNECT_SWAPPED);

  qd_reorder_attach (self->chips, QD_TYPE_OBJECTIVE, get_entity, FALSE, qd_reorder_in_store,
                     self->store);
}

/**
 * qd_objective_strip_set_board:
 * @self: a strip
 * @board: (nullable): the board whose objectives to show
 */
void
qd_objective_strip_set_board (QdObjectiveStrip *self,
                              QdBoard          *board)
{
  g_return_if_fail (QD_IS_OBJECTIVE_STRIP (self));
  g_return_if_fail (board == NULL || QD_IS_BOARD (board));

  if (!g_set_object (&self->board, board))
    return;

  remove_chips (self);
  update_writing (self);
  g_signal_group_set_target (self->board_signals, board);
  g_signal_group_set_target (self->objectives_signals,
                             board != NULL ? qd_board_get_objectives (board) : NULL);
  if (board != NULL)
    sync_chips (self);
}

/**
 * qd_objective_strip_add:
 * @self: a strip
 *
 * Lets an objective be added to the board.
 */
void
qd_objective_strip_add (QdObjectiveStrip *self)
{
  QdObjectivePopover *popover;

  g_return_if_fail (QD_IS_OBJECTIVE_STRIP (self));

  if (self->board == NULL)
    return;

  popover = ensure_objective_popover (self);
  point_at (self, GTK_WIDGET (popover), self->add_button);
  qd_objective_popover_add (popover, self->board);
}

/**
 * qd_objective_strip_edit:
 * @self: a strip
 * @objective: an objective
 *
 * Lets the objective be edited, if it has a chip.
 */
void
qd_objective_strip_edit (QdObjectiveStrip *self,
                         QdObjective      *objective)
{
  QdObjectivePopover *popover;
  GtkWidget *chip;

  g_return_if_fail (QD_IS_OBJECTIVE_STRIP (self));
  g_return_if_fail (QD_IS_OBJECTIVE (objective));

  chip = find_chip (self, objective);
  if (chip == NULL)
    return;

  popover = ensure_objective_popover (self);
  point_at (self, GTK_WIDGET (popover), chip);
  qd_objective_popover_edit (popover, objective);
}

/**
 * qd_objective_strip_refresh:
 * @self: a strip
 *
 * Sums the objectives up anew, when nothing else is to be done.
 */
void
qd_objective_strip_refresh (QdObjectiveStrip *self)
{
  g_return_if_fail (QD_IS_OBJECTIVE_STRIP (self));

  self->n_summed = 0;
  if (self->sum_id == 0)
    self->sum_id = g_idle_add_full (G_PRIORITY_LOW, on_sum, self, NULL);
}

/**
 * qd_objective_strip_dup_id:
 * @self: a strip
 * @nth: which chip that shows, from 0
 *
 * Returns: (transfer full) (nullable): how a filter names what the chip stands
 *   for
 */
char *
qd_objective_strip_dup_id (QdObjectiveStrip *self,
                           guint             nth)
{
  g_return_val_if_fail (QD_IS_OBJECTIVE_STRIP (self), NULL);

  for (GtkWidget *child = gtk_widget_get_first_child (self->chips); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (!gtk_widget_get_visible (child))
        continue;

      if (nth-- == 0)
        return qd_board_filter_id (qd_objective_chip_get_id (QD_OBJECTIVE_CHIP (child)));
    }

  return NULL;
}
