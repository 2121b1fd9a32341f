/* The menus of a board: one popover for all of its cards and columns, filled
 * when it is asked for and pointed to where it is needed, and one that asks for
 * a line of text.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "shelf/qd-shelf-ask.h"
#include "widgets/qd-context-menu.h"
#include "widgets/qd-editable.h"
#include "widgets/qd-menu-label.h"
#include "widgets/qd-toaster.h"

#include "qd-board-view-private.h"
#include "qd-entry-popover.h"

static void
append_choice (GMenu      *menu,
               const char *title,
               const char *action_name,
               const char *target)
{
  g_autofree char *label = qd_menu_label_new (title);
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action_name, "s", target);
  g_menu_append_item (menu, item);
}

/* One item for each thing in a list, its id being the target. */
static GMenu *
create_choices (QdOrderedList *list,
                const char    *action_name)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < qd_ordered_list_get_length (list); i++)
    {
      QdEntity *entity = qd_ordered_list_peek (list, i);
      g_autofree char *id = qd_board_filter_id (qd_entity_get_id (entity));

      append_choice (menu, qd_entity_get_title (entity), action_name, id);
    }

  return menu;
}

static GMenuModel *
create_objective_menu (QdBoardView *self)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) choices = NULL;
  g_autoptr (GMenu) none = g_menu_new ();

  choices = create_choices (qd_board_get_objectives (self->board), "card.objective");
  append_choice (none, _("No Objective"), "card.objective", "none");

  g_menu_append_section (menu, NULL, G_MENU_MODEL (choices));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (none));

  return G_MENU_MODEL (menu);
}

static GMenuModel *
create_owner_menu (QdBoardView *self)
{
  QdOrderedList *people;
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) choices = g_menu_new ();
  g_autoptr (GMenu) others = g_menu_new ();

  people = qd_workspace_get_people (qd_store_get_workspace (self->store));
  for (guint i = 0; i < qd_ordered_list_get_length (people); i++)
    {
      const char *name = qd_entity_get_title (qd_ordered_list_peek (people, i));

      append_choice (choices, name, "card.owner", name);
    }

  append_choice (others, _("Nobody"), "card.owner", "");
  g_menu_append (others, _("_Somebody Else…"), "card.ask-owner");

  g_menu_append_section (menu, NULL, G_MENU_MODEL (choices));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (others));

  return G_MENU_MODEL (menu);
}

static GMenuModel *
create_move_menu (QdBoardView *self)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) choices = NULL;
  g_autoptr (GMenu) others = g_menu_new ();

  choices = create_choices (qd_board_get_columns (self->board), "card.column");
  g_menu_append (others, _("_Other Place…"), "card.move-to");

  g_menu_append_section (menu, NULL, G_MENU_MODEL (choices));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (others));

  return G_MENU_MODEL (menu);
}

static GMenuModel *
create_card_menu (QdBoardView *self)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) open = g_menu_new ();
  g_autoptr (GMenu) edit = g_menu_new ();
  g_autoptr (GMenu) archive = g_menu_new ();
  g_autoptr (GMenuModel) objectives = create_objective_menu (self);
  g_autoptr (GMenuModel) owners = create_owner_menu (self);
  g_autoptr (GMenuModel) columns = create_move_menu (self);

  g_menu_append (open, _("_Open Details"), "card.open");
  g_menu_append (open, _("_Check In"), "card.check-in");
  g_menu_append (edit, _("_Rename…"), "card.rename");
  g_menu_append_submenu (edit, _("_Objective"), objectives);
  g_menu_append_submenu (edit, _("O_wner"), owners);
  g_menu_append_submenu (edit, _("_Move to"), columns);
  g_menu_append (archive, _("Put on the _Shelf…"), "card.shelve");
  g_menu_append (archive, _("_Archive"), "card.archive");

  g_menu_append_section (menu, NULL, G_MENU_MODEL (open));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (edit));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (archive));

  return G_MENU_MODEL (menu);
}

static GMenuModel *
create_column_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) edit = g_menu_new ();
  g_autoptr (GMenu) move = g_menu_new ();
  g_autoptr (GMenu) archive = g_menu_new ();

  g_menu_append (edit, _("_Rename"), "column.rename");
  g_menu_append (edit, _("Set _Limit…"), "column.set-limit");
  g_menu_append (move, _("Move L_eft"), "column.move-left");
  g_menu_append (move, _("Move R_ight"), "column.move-right");
  g_menu_append (move, _("_New Column…"), "board.new-column");
  g_menu_append (archive, _("_Archive Column"), "column.archive");

  g_menu_append_section (menu, NULL, G_MENU_MODEL (edit));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (move));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (archive));

  return G_MENU_MODEL (menu);
}

/* An item is activated after its menu has closed. */
static gboolean
on_menu_idle (gpointer user_data)
{
  QdBoardView *self = user_data;

  g_assert (QD_IS_BOARD_VIEW (self));

  self->menu_idle = 0;
  g_clear_object (&self->menu_card);

  return G_SOURCE_REMOVE;
}

static void
on_menu_closed (QdBoardView *self)
{
  g_assert (QD_IS_BOARD_VIEW (self));

  if (self->menu_idle == 0)
    self->menu_idle = g_idle_add (on_menu_idle, self);
}

static void
popup (QdBoardView        *self,
       GMenuModel         *model,
       const GdkRectangle *at,
       QdCard             *card)
{
  if (self->menu_popover == NULL)
    {
      self->menu_popover = qd_context_menu_new (GTK_WIDGET (self), NULL);
      g_signal_connect_swapped (self->menu_popover, "closed",
                                G_CALLBACK (on_menu_closed), self);
    }

  g_clear_handle_id (&self->menu_idle, g_source_remove);
  g_set_object (&self->menu_card, card);
  g_object_notify (G_OBJECT (self), "card-objective");
  g_object_notify (G_OBJECT (self), "card-owner");
  g_object_notify (G_OBJECT (self), "card-column");

  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu_popover), model);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu_popover), at);
  gtk_popover_popup (GTK_POPOVER (self->menu_popover));
}

static void
get_bounds (QdBoardView  *self,
            GtkWidget    *widget,
            GdkRectangle *rectangle)
{
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (widget, GTK_WIDGET (self), &bounds))
    graphene_rect_init (&bounds, 0, 0, 1, 1);

  *rectangle = (GdkRectangle) { (int) bounds.origin.x,
                                (int) bounds.origin.y,
                                (int) bounds.size.width,
                                (int) bounds.size.height };
}

/* What the card is set to, as the target of a menu item: the name of the owner,
 * else an id. The state of an action is never nothing. */
char *
qd_board_view_dup_choice (QdBoardView  *self,
                          QdCardChoice  choice)
{
  QdCard *card = qd_board_view_get_current_card (self);
  QdEntity *entity = NULL;

  if (card == NULL)
    return g_strdup ("");

  if (choice == QD_CHOICE_OWNER)
    {
      entity = (QdEntity *) qd_card_get_owner (card);
      return g_strdup (entity != NULL ? qd_entity_get_title (entity) : "");
    }

  if (choice == QD_CHOICE_OBJECTIVE)
    entity = (QdEntity *) qd_card_get_objective (card);
  else
    entity = (QdEntity *) qd_card_get_column (card);

  return qd_board_filter_id (entity != NULL ? qd_entity_get_id (entity)
                                            : QD_ID_NONE);
}

static void
choose_column (QdBoardView *self,
               QdCard      *card,
               QdId         id)
{
  QdEntity *column = qd_store_lookup (self->store, id);
  QdColumnView *view = NULL;

  if (QD_IS_COLUMN (column) && QD_COLUMN (column) != qd_card_get_column (card))
    view = qd_board_view_get_column (self, QD_COLUMN (column));
  if (view != NULL)
    qd_column_view_move_here (view, card, G_MAXUINT);
}

/* Sets the card, in the file, to what a menu item names. */
void
qd_board_view_choose (QdBoardView  *self,
                      QdCardChoice  choice,
                      const char   *value)
{
  g_autoptr (QdCard) card = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done = TRUE;
  QdId card_id, id;

  g_set_object (&card, qd_board_view_get_current_card (self));
  if (card == NULL || value == NULL)
    return;

  card_id = qd_entity_get_id (QD_ENTITY (card));
  id = g_ascii_strtoll (value, NULL, 10);

  if (choice == QD_CHOICE_OWNER)
    done = qd_edit_set_owner (self->store, card_id, value, &error);
  else if (choice == QD_CHOICE_OBJECTIVE)
    {
      done = qd_edit_set_objective (self->store, card_id, id, &error);
      if (done)
        qd_shelf_offer_swap (GTK_WIDGET (self), self->store, id);
    }
  else
    choose_column (self, card, id);

  if (!done)
    qd_toaster_report (GTK_WIDGET (self), error);
}

/* Pops up the menu of the card or column that a widget belongs to, at a point
 * or, from the keyboard, at the widget; %FALSE where it belongs to none. */
gboolean
qd_board_view_popup_menu_for (QdBoardView        *self,
                              GtkWidget          *widget,
                              const GdkRectangle *at)
{
  GtkWidget *view = gtk_widget_get_ancestor (widget, QD_TYPE_CARD_VIEW);
  GtkWidget *column = gtk_widget_get_ancestor (widget, QD_TYPE_COLUMN_VIEW);
  g_autoptr (GMenuModel) model = NULL;
  GdkRectangle bounds;

  if (column == NULL || self->board == NULL)
    return FALSE;

  if (view == NULL)
    {
      qd_board_view_popup_column_menu (self, QD_COLUMN_VIEW (column));
      return TRUE;
    }

  qd_board_view_focus_card (self, qd_card_view_get_item (QD_CARD_VIEW (view)));
  get_bounds (self, view, &bounds);
  model = create_card_menu (self);
  popup (self, model, at != NULL ? at : &bounds,
         qd_card_view_get_item (QD_CARD_VIEW (view)));

  return TRUE;
}

/* Pops up the menu of a column at its button. */
void
qd_board_view_popup_column_menu (QdBoardView  *self,
                                 QdColumnView *column)
{
  g_autoptr (GMenuModel) model = create_column_menu ();
  const gboolean writable = qd_editable_board (self->store, self->board);
  GdkRectangle bounds;

  g_set_weak_pointer (&self->last_column, column);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "column.move-left", writable &&
                                 qd_board_view_get_neighbour (self, column, -1) != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "column.move-right", writable &&
                                 qd_board_view_get_neighbour (self, column, 1) != NULL);
  get_bounds (self, qd_column_view_get_menu_button (column), &bounds);
  popup (self, model, &bounds, NULL);
}

/* Asks for a line of text about something on the board. */
void
qd_board_view_ask (QdBoardView *self,
                   GtkWidget   *about,
                   const char  *heading,
                   const char  *text,
                   gboolean     required,
                   QdEntryFunc  func)
{
  GdkRectangle bounds;

  if (self->entry_popover == NULL)
    {
      self->entry_popover = qd_entry_popover_new ();
      gtk_widget_set_parent (self->entry_popover, GTK_WIDGET (self));
    }

  get_bounds (self, about, &bounds);
  qd_entry_popover_ask (QD_ENTRY_POPOVER (self->entry_popover), &bounds,
                        heading, text, required, func, self);
}

/* Asks for a line of text about a card; the answer is for asked_card. */
void
qd_board_view_ask_about_card (QdBoardView *self,
                              QdCard      *card,
                              const char  *heading,
                              const char  *text,
                              gboolean     required,
                              QdEntryFunc  func)
{
  QdColumnView *column = qd_board_view_get_column (self, qd_card_get_column (card));
  QdCardView *view = NULL;

  if (column != NULL)
    view = qd_card_list_peek_card_view (qd_column_view_get_list (column), card);
  if (view == NULL)
    return;

  g_set_object (&self->asked_card, card);
  qd_board_view_ask (self, GTK_WIDGET (view), heading, text, required, func);
}

/* Takes the popovers apart, before the board view goes. */
void
qd_board_view_dispose_menus (QdBoardView *self)
{
  g_clear_handle_id (&self->menu_idle, g_source_remove);
  g_clear_pointer (&self->menu_popover, gtk_widget_unparent);
  g_clear_pointer (&self->entry_popover, gtk_widget_unparent);
  g_clear_handle_id (&self->menu_idle, g_source_remove);
  g_clear_object (&self->menu_card);
  g_clear_object (&self->asked_card);
}

/**
 * qd_board_view_get_current_card:
 * @self: a board view
 *
 * Returns: (transfer none) (nullable): the card whose menu is open, else the one that
 *   has the focus
 */
QdCard *
qd_board_view_get_current_card (QdBoardView *self)
{
  QdCard *card = NULL;

  g_return_val_if_fail (QD_IS_BOARD_VIEW (self), NULL);

  if (self->menu_card != NULL)
    return self->menu_card;

  qd_board_view_get_focus (self, &card);

  return card;
}
