/* What can be done on a board, from menus, keys and buttons.
 *
 * Actions on cards are about the card with the focus, or the one whose menu is
 * open; actions on columns about the column whose menu is open. Left and right
 * are those of the screen: with right-to-left text the columns run the other
 * way.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "dialogs/qd-move-dialog.h"
#include "qd-error.h"
#include "shelf/qd-shelf-ask.h"
#include "widgets/qd-card-slot.h"
#include "widgets/qd-editable.h"
#include "widgets/qd-toaster.h"

#include "qd-board-view-private.h"

/* Keys 1 to 9. */
#define N_DIGITS 9

static gboolean
is_left (const char *action_name)
{
  return g_str_has_suffix (action_name, "-left");
}

/* -1 for the column before, 1 for the one behind. */
static int
get_step (QdBoardView *self,
          const char  *action_name)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  return is_left (action_name) != rtl ? -1 : 1;
}

static QdCard *
get_card (QdBoardView   *self,
          QdColumnView **column)
{
  QdCard *card;

  if (self->menu_card != NULL)
    {
      card = self->menu_card;
      *column = qd_board_view_get_column (self, qd_card_get_column (card));
    }
  else
    *column = qd_board_view_get_focus (self, &card);

  return *column != NULL ? card : NULL;
}

static void
report (QdBoardView *self,
        gboolean     done,
        GError      *error)
{
  if (!done)
    qd_toaster_report (GTK_WIDGET (self), error);
}

/* The height of a card in another column's list. */
static gboolean
get_card_y (QdColumnView *column,
            QdCard       *card,
            QdColumnView *other,
            double       *top,
            double       *middle)
{
  QdCardView *view;
  graphene_rect_t bounds;

  view = qd_card_list_peek_card_view (qd_column_view_get_list (column), card);
  if (view == NULL ||
      !gtk_widget_compute_bounds (GTK_WIDGET (view),
                                  GTK_WIDGET (qd_column_view_get_list (other)),
                                  &bounds))
    return FALSE;

  *top = bounds.origin.y;
  *middle = bounds.origin.y + bounds.size.height / 2.0;

  return TRUE;
}

static void
go_action (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  QdBoardView *self = QD_BOARD_VIEW (widget);
  QdCard *card;
  QdColumnView *column = qd_board_view_get_focus (self, &card);
  QdColumnView *other;
  double top, middle = 0.0;

  if (column == NULL)
    return;

  other = qd_board_view_get_neighbour (self, column, get_step (self, action_name));
  if (card != NULL)
    get_card_y (column, card, other != NULL ? other : column, &top, &middle);

  if (other != NULL)
    qd_card_list_focus_at (qd_column_view_get_list (other), middle);
  else
    /* The board beside this one, where there is any. */
    gtk_widget_activate_action (gtk_widget_get_parent (widget),
                                is_left (action_name) ? "panes.go-left" : "panes.go-right",
                                "d", middle);
}

static void
move_sideways_action (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *parameter)
{
  QdBoardView *self = QD_BOARD_VIEW (widget);
  QdColumnView *column;
  QdCard *card = get_card (self, &column);
  QdColumnView *other;
  double top = 0.0, middle;

  if (card == NULL)
    return;

  other = qd_board_view_get_neighbour (self, column, get_step (self, action_name));
  if (other == NULL || !get_card_y (column, card, other, &top, &middle))
    return;

  qd_column_view_move_here (other, card,
                            qd_card_list_get_slot (qd_column_view_get_list (other),
                                                   top));
}

static void
move_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  QdBoardView *self = QD_BOARD_VIEW (widget);
  QdColumnView *column;
  QdCard *card = get_card (self, &column);
  guint position;

  if (card == NULL ||
      !qd_card_list_find (qd_column_view_get_list (column), card, &position))
    return;

  /* A slot up is before the card above, a slot down is behind the one below. */
  if (g_str_equal (action_name, "card.move-down"))
    qd_column_view_move_here (column, card, position + 2);
  else if (position > 0)
    qd_column_view_move_here (column, card, position - 1);
}

static void
send_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  QdBoardView *self = QD_BOARD_VIEW (widget);
  QdColumnView *column;
  QdCard *card = get_card (self, &column);
  QdColumnView *target;

  target = qd_board_view_get_nth_column (self, (guint) g_variant_get_int32 (parameter));
  if (card != NULL && target != NULL && target != column)
    qd_column_view_move_here (target, card, G_MAXUINT);
}

static void
move_to_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  QdBoardView *self = QD_BOARD_VIEW (widget);
  QdColumnView *column;
  QdCard *card = get_card (self, &column);

  if (card != NULL)
    qd_move_dialog_present (widget, self->store, card);
}

static gboolean
rename_card (const char  *text,
             gpointer     user_data,
             GError     **error)
{
  QdBoardView *self = user_data;

  return self->asked_card == NULL ||
         qd_edit_rename (self->store, QD_ENTITY_CARD,
                         qd_entity_get_id (QD_ENTITY (self->asked_card)),
                         text, error);
}

static void
rename_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  QdBoardView *self = QD_BOARD_VIEW (widget);
  QdColumnView *column;
  QdCard *card = get_card (self, &column);

  if (card != NULL)
    qd_board_view_ask_about_card (self, card, _("Rename Key Result"),
                                  qd_entity_get_title (QD_ENTITY (card)),
                                  TRUE, rename_card);
}

static gboolean
set_owner (const char  *text,
           gpointer     user_data,
           GError     **error)
{
  QdBoardView *self = user_data;

  return self->asked_card == NULL ||
         qd_edit_set_owner (self->store,
                            qd_entity_get_id (QD_ENTITY (self->asked_card)),
                            text, error);
}

static void
ask_owner_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  QdBoardView *self = QD_BOARD_VIEW (widget);
  QdColumnView *column;
  QdCard *card = get_card (self, &column);
  QdPerson *owner;

  if (card == NULL)
    return;

  owner = qd_card_get_owner (card);
  qd_board_view_ask_about_card (self, card, _("Owner"),
                                owner != NULL ? qd_entity_get_title (QD_ENTITY (owner)) : "",
                                FALSE, set_owner);
}

static void
archive_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  QdBoardView *self = QD_BOARD_VIEW (widget);
  QdColumnView *column;
  QdCard *card = get_card (self, &column);
  g_autoptr (GError) error = NULL;
  QdCardList *list;
  guint position = 0;

  if (card == NULL)
    return;

  list = qd_column_view_get_list (column);
  qd_card_list_find (list, card, &position);

  if (qd_edit_archive (self->store, QD_ENTITY_CARD,
                       qd_entity_get_id (QD_ENTITY (card)), TRUE, &error))
    qd_card_list_focus_slot (list, position);
  else
    report (self, FALSE, error);
}

static void
shelve_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  QdBoardView *self = QD_BOARD_VIEW (widget);
  QdColumnView *column;
  QdCard *card = get_card (self, &column);

  if (card != NULL)
    qd_shelf_ask_why (widget, self->store, QD_ENTITY (card));
}

static void
new_card_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  QdBoardView *self = QD_BOARD_VIEW (widget);
  QdCard *card;
  QdColumnView *column = qd_board_view_get_focus (self, &card);

  if (column == NULL)
    column = self->last_column;
  if (column == NULL)
    column = qd_board_view_get_nth_column (self, 0);

  if (column != NULL)
    qd_column_view_add_card (column);
}

static void
new_objective_action (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *parameter)
{
  qd_board_top_add_objective (QD_BOARD_VIEW (widget)->top);
}

static gboolean
add_column (const char  *text,
            gpointer     user_data,
            GError     **error)
{
  QdBoardView *self = user_data;
  QdEntity *column;
  QdId id;

  if (self->board == NULL)
    return TRUE;

  id = qd_edit_new_column (self->store,
                           qd_entity_get_id (QD_ENTITY (self->board)),
                           text, error);
  if (id == QD_ID_NONE)
    return FALSE;

  column = qd_store_lookup (self->store, id);
  if (QD_IS_COLUMN (column))
    g_set_weak_pointer (&self->last_column,
                        qd_board_view_get_column (self, QD_COLUMN (column)));
  qd_board_view_focus (self);

  return TRUE;
}

static void
new_column_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  QdBoardView *self = QD_BOARD_VIEW (widget);
  GtkWidget *last = gtk_widget_get_last_child (self->columns);

  if (self->board == NULL)
    return;

  qd_board_view_ask (self, last != NULL ? last : widget, _("New Column"), "",
                     TRUE, add_column);
}

static void
menu_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  if (focus != NULL)
    qd_board_view_popup_menu_for (QD_BOARD_VIEW (widget), focus, NULL);
}

static void
column_menu_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  QdBoardView *self = QD_BOARD_VIEW (widget);
  QdEntity *column = qd_store_lookup (self->store, g_variant_get_int64 (parameter));
  QdColumnView *view = NULL;

  if (QD_IS_COLUMN (column))
    view = qd_board_view_get_column (self, QD_COLUMN (column));
  if (view != NULL)
    qd_board_view_popup_column_menu (self, view);
}

static QdId
get_column_id (QdBoardView *self)
{
  return qd_entity_get_id (QD_ENTITY (qd_column_view_get_column (self->last_column)));
}

static void
rename_column_action (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *parameter)
{
  QdBoardView *self = QD_BOARD_VIEW (widget);

  if (self->last_column != NULL)
    qd_column_view_begin_rename (self->last_column);
}

static gboolean
set_limit (const char  *text,
           gpointer     user_data,
           GError     **error)
{
  QdBoardView *self = user_data;
  guint64 limit = 0;

  if (self->last_column == NULL)
    return TRUE;

  if (*text != '\0' &&
      !g_ascii_string_to_unsigned (text, 10, 0, G_MAXUINT16, &limit, NULL))
    {
      g_set_error (error, QD_ERROR, QD_ERROR_INVALID,
                   _("A limit is a whole number up to %u. Leave it empty for any number of cards."),
                   G_MAXUINT16);
      return FALSE;
    }

  return qd_edit_set_column_limit (self->store, get_column_id (self),
                                   (guint) limit, error);
}

static void
set_limit_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  QdBoardView *self = QD_BOARD_VIEW (widget);
  g_autofree char *text = NULL;
  guint limit;

  if (self->last_column == NULL)
    return;

  limit = qd_column_get_limit (qd_column_view_get_column (self->last_column));
  text = limit > 0 ? g_strdup_printf ("%u", limit) : g_strdup ("");

  qd_board_view_ask (self, qd_column_view_get_menu_button (self->last_column),
                     _("Most Cards at a Time (Empty for Any Number)"), text,
                     FALSE, set_limit);
}

static void
move_column_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  QdBoardView *self = QD_BOARD_VIEW (widget);
  int step = get_step (self, action_name);
  g_autoptr (GError) error = NULL;
  QdColumnView *other;
  gboolean done;

  if (self->last_column == NULL)
    return;

  other = qd_board_view_get_neighbour (self, self->last_column, step);
  if (other == NULL)
    return;

  done = qd_edit_move (self->store, QD_ENTITY_COLUMN, get_column_id (self),
                       qd_entity_get_id (QD_ENTITY (self->board)),
                       step < 0 ? QD_SIDE_BEFORE : QD_SIDE_AFTER,
                       qd_entity_get_id (QD_ENTITY (qd_column_view_get_column (other))),
                       &error);
  report (self, done, error);
}

static void
archive_column_action (GtkWidget  *widget,
                       const char *action_name,
                       GVariant   *parameter)
{
  QdBoardView *self = QD_BOARD_VIEW (widget);
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (self->last_column == NULL)
    return;

  done = qd_edit_archive (self->store, QD_ENTITY_COLUMN, get_column_id (self),
                          TRUE, &error);
  report (self, done, error);
  if (done)
    qd_board_view_focus (self);
}

static void
add_bindings (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint keyval;
    GdkModifierType modifiers;
    const char *action_name;
  } bindings[] = {
    { GDK_KEY_F2, 0, "card.rename" },
    { GDK_KEY_KP_Delete, 0, "card.archive" },
    { GDK_KEY_Delete, 0, "card.archive" },
    { GDK_KEY_Left, GDK_ALT_MASK, "card.move-left" },
    { GDK_KEY_KP_Left, GDK_ALT_MASK, "card.move-left" },
    { GDK_KEY_Right, GDK_ALT_MASK, "card.move-right" },
    { GDK_KEY_KP_Right, GDK_ALT_MASK, "card.move-right" },
    { GDK_KEY_Up, GDK_ALT_MASK, "card.move-up" },
    { GDK_KEY_KP_Up, GDK_ALT_MASK, "card.move-up" },
    { GDK_KEY_Down, GDK_ALT_MASK, "card.move-down" },
    { GDK_KEY_KP_Down, GDK_ALT_MASK, "card.move-down" },
    { GDK_KEY_m, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "card.move-to" },
    { GDK_KEY_n, GDK_CONTROL_MASK, "board.new-card" },
    { GDK_KEY_Menu, 0, "board.menu" },
    { GDK_KEY_F10, GDK_SHIFT_MASK, "board.menu" },
    { GDK_KEY_f, GDK_CONTROL_MASK, "board.find" },
    { GDK_KEY_0, 0, "board.clear-filter" },
    { GDK_KEY_KP_0, 0, "board.clear-filter" },
    { GDK_KEY_m, 0, "board.filter-mine" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bindings); i++)
    gtk_widget_class_add_binding_action (widget_class, bindings[i].keyval,
                                         bindings[i].modifiers,
                                         bindings[i].action_name, NULL);

  for (guint i = 0; i < N_DIGITS; i++)
    {
      gtk_widget_class_add_binding_action (widget_class, GDK_KEY_1 + i, 0,
                                           "board.filter-nth", "i", i);
      gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_1 + i, 0,
                                           "board.filter-nth", "i", i);
      gtk_widget_class_add_binding_action (widget_class, GDK_KEY_1 + i,
                                           GDK_CONTROL_MASK,
                                           "card.send", "i", i);
      gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_1 + i,
                                           GDK_CONTROL_MASK,
                                           "card.send", "i", i);
    }
}

static const struct
{
  const char *name;
  const char *parameter_type;
  GtkWidgetActionActivateFunc activate;
  gboolean writes;
} actions[] = {
  { "board.new-card", NULL, new_card_action, TRUE },
  { "board.new-column", NULL, new_column_action, TRUE },
  { "board.new-objective", NULL, new_objective_action, TRUE },
  { "board.filter", "s", qd_board_view_filter_action, FALSE },
  { "board.filter-only", "s", qd_board_view_filter_only_action, FALSE },
  { "board.filter-nth", "i", qd_board_view_filter_nth_action, FALSE },
  { "board.filter-mine", NULL, qd_board_view_filter_mine_action, FALSE },
  { "board.filter-text", "s", qd_board_view_filter_text_action, FALSE },
  { "board.clear-filter", NULL, qd_board_view_clear_filter_action, FALSE },
  { "board.uncover", "x", qd_board_view_uncover_action, FALSE },
  { "board.find", NULL, qd_board_view_find_action, FALSE },
  { "board.focus", NULL, qd_board_view_focus_action, FALSE },
  { "board.go-first", NULL, qd_board_view_go_first_action, FALSE },
  { "board.go-left", NULL, go_action, FALSE },
  { "board.go-right", NULL, go_action, FALSE },
  { "board.menu", NULL, menu_action, FALSE },
  { "board.column-menu", "x", column_menu_action, FALSE },
  { "card.rename", NULL, rename_action, TRUE },
  { "card.ask-owner", NULL, ask_owner_action, TRUE },
  { "card.archive", NULL, archive_action, TRUE },
  { "card.shelve", NULL, shelve_action, TRUE },
  { "card.move-left", NULL, move_sideways_action, TRUE },
  { "card.move-right", NULL, move_sideways_action, TRUE },
  { "card.move-up", NULL, move_action, TRUE },
  { "card.move-down", NULL, move_action, TRUE },
  { "card.send", "i", send_action, TRUE },
  { "card.move-to", NULL, move_to_action, TRUE },
  { "column.rename", NULL, rename_column_action, TRUE },
  { "column.set-limit", NULL, set_limit_action, TRUE },
  { "column.move-left", NULL, move_column_action, TRUE },
  { "column.move-right", NULL, move_column_action, TRUE },
  { "column.archive", NULL, archive_column_action, TRUE },
};

/* Installs actions and keys on the class of QdBoardView. */
void
qd_board_view_install_actions (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name,
                                     actions[i].parameter_type,
                                     actions[i].activate);

  gtk_widget_class_install_property_action (widget_class, "card.objective",
                                            "card-objective");
  gtk_widget_class_install_property_action (widget_class, "card.owner",
                                            "card-owner");
  gtk_widget_class_install_property_action (widget_class, "card.column",
                                            "card-column");

  add_bindings (widget_class);
}

/* What cannot be changed offers nothing that would change it. */
void
qd_board_view_update_writing (QdBoardView *self)
{
  static const char * const choices[] = { "card.objective", "card.owner", "card.column" };
  const gboolean editable = qd_editable_board (self->store, self->board);

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    if (actions[i].writes)
      gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i].name, editable);
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), choices[i], editable);

  for (GtkWidget *child = gtk_widget_get_first_child (self->columns); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    qd_column_view_update_writing (QD_COLUMN_VIEW (child));
}
