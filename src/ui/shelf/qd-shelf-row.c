/* One thing that waits: what it is, why, since when, and the ways back onto a board.
 *
 * Shows plain values, and is told when others are to be shown.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "qd-shelf-row.h"
#include "store/qd-edit-shelf.h"
#include "widgets/qd-board-words.h"
#include "widgets/qd-day-text.h"
#include "widgets/qd-menu-label.h"
#include "widgets/qd-toaster.h"

struct _QdShelfRow
{
  GtkListBoxRow parent_instance;

  QdStore *store;
  QdEntityKind kind;
  QdId id;
  QdId board;
  gboolean at_home;

  GtkLabel *title;
  GtkLabel *about;
  GtkLabel *reason;
  GtkLabel *origin;
  GtkWidget *back;
  GtkWidget *boards;
};

G_DEFINE_FINAL_TYPE (QdShelfRow, qd_shelf_row, GTK_TYPE_LIST_BOX_ROW)

/* Since when, by whom, from which board. */
static char *
describe_origin (QdStore         *store,
                 const QdShelved *shelved)
{
  g_autofree char *day = qd_day_text_full (qd_day_of_instant (shelved->since));
  QdEntity *board = qd_store_lookup (store, shelved->board);
  g_autofree char *place = QD_IS_BOARD (board) ? qd_board_words_name (QD_BOARD (board))
                                               : g_strdup (shelved->board_title);

  if (*shelved->author == '\0')
    /* Translators: a day; the board that it stood on. */
    return g_strdup_printf (_("Since %s, from %s"), day, place);

  /* Translators: a day; who put it on the shelf; the board that it stood on. */
  return g_strdup_printf (_("Since %s, put here by %s, from %s"), day, shelved->author, place);
}

/* Whether something can go on on a board other than the one it stands on. */
static gboolean
is_choice (QdShelfRow *self,
           QdBoard    *board)
{
  return qd_board_get_board_kind (board) == QD_BOARD_OKR &&
         qd_board_get_closed (board) == QD_DAY_NONE &&
         (!self->at_home || qd_entity_get_id (QD_ENTITY (board)) != self->board);
}

static QdOrderedList *
get_boards (QdShelfRow *self)
{
  return qd_workspace_get_boards (qd_store_get_workspace (self->store));
}

static gboolean
has_choice (QdShelfRow *self)
{
  for (guint i = 0; i < qd_ordered_list_get_length (get_boards (self)); i++)
    if (is_choice (self, qd_ordered_list_peek (get_boards (self), i)))
      return TRUE;

  return FALSE;
}

/* The open boards as they are by now. */
static void
create_menu (GtkMenuButton *button,
             gpointer       user_data)
{
  QdShelfRow *self = user_data;
  g_autoptr (GMenu) menu = g_menu_new ();

  g_assert (QD_IS_SHELF_ROW (self));

  for (guint i = 0; i < qd_ordered_list_get_length (get_boards (self)); i++)
    {
      QdBoard *board = qd_ordered_list_peek (get_boards (self), i);
      g_autofree char *name = NULL;
      g_autofree char *label = NULL;
      g_autoptr (GMenuItem) item = NULL;

      if (!is_choice (self, board))
        continue;

      name = qd_board_words_name (board);
      label = qd_menu_label_new (name);
      item = g_menu_item_new (label, NULL);
      g_menu_item_set_action_and_target (item, "shelf.put-on", "x",
                                         qd_entity_get_id (QD_ENTITY (board)));
      g_menu_append_item (menu, item);
    }

  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

/* Puts it on its own board, or on the one that the parameter names. */
static void
put_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  QdShelfRow *self = QD_SHELF_ROW (widget);
  const QdId id = parameter != NULL ? g_variant_get_int64 (parameter) : QD_ID_NONE;
  QdEntity *board = qd_store_lookup (self->store, id != QD_ID_NONE ? id : self->board);
  g_autoptr (GtkWidget) list = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *place = NULL;
  g_autofree char *text = NULL;

  /* The row goes with what it shows. */
  g_set_object (&list, gtk_widget_get_parent (widget));
  if (qd_edit_take_from_shelf (self->store, self->kind, self->id, id, &error) == QD_ID_NONE)
    {
      qd_toaster_report (list, error);
      return;
    }

  place = QD_IS_BOARD (board) ? qd_board_words_name (QD_BOARD (board)) : g_strdup ("");
  /* Translators: a board. */
  text = g_strdup_printf (_("Taken from the shelf, onto %s"), place);
  qd_toaster_say (list, text, TRUE);
}

static void
qd_shelf_row_dispose (GObject *object)
{
  QdShelfRow *self = QD_SHELF_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_SHELF_ROW);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qd_shelf_row_parent_class)->dispose (object);
}

static void
qd_shelf_row_class_init (QdShelfRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = qd_shelf_row_dispose;

  gtk_widget_class_install_action (widget_class, "shelf.put-back", NULL, put_action);
  gtk_widget_class_install_action (widget_class, "shelf.put-on", "x", put_action);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/quarterdeck/Quarterdeck/qd-shelf-row.ui");
  gtk_widget_class_bind_template_child (widget_class, QdShelfRow, title);
  gtk_widget_class_bind_template_child (widget_class, QdShelfRow, about);
  gtk_widget_class_bind_template_child (widget_class, QdShelfRow, reason);
  gtk_widget_class_bind_template_child (widget_class, QdShelfRow, origin);
  gtk_widget_class_bind_template_child (widget_class, QdShelfRow, back);
  gtk_widget_class_bind_template_child (widget_class, QdShelfRow, boards);
}

static void
qd_shelf_row_init (QdShelfRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->boards), create_menu, self,
                                         NULL);
}

/**
 * qd_shelf_row_new:
 * @store: the file that the shelf is in
 *
 * Returns: (transfer floating): a row of nothing yet
 */
GtkWidget *
qd_shelf_row_new (QdStore *store)
{
  QdShelfRow *self;

  g_return_val_if_fail (QD_IS_STORE (store), NULL);

  self = g_object_new (QD_TYPE_SHELF_ROW, NULL);
  self->store = g_object_ref (store);

  return GTK_WIDGET (self);
}

/**
 * qd_shelf_row_dup_kind:
 * @shelved: something that waits
 *
 * Returns: (transfer full): what it is: with what comes along, or to what it belongs
 */
char *
qd_shelf_row_dup_kind (const QdShelved *shelved)
{
  g_autoptr (GString) text = NULL;

  g_return_val_if_fail (shelved != NULL, NULL);

  if (shelved->kind != QD_ENTITY_OBJECTIVE)
    return *shelved->objective == '\0'
             ? g_strdup (_("Key result"))
             /* Translators: the objective that a key result belongs to. */
             : g_strdup_printf (_("Key result of “%s”"), shelved->objective);

  if (shelved->key_results->len == 0)
    return g_strdup (_("Objective without key results"));

  text = g_string_new (NULL);
  g_string_printf (text, ngettext ("Objective with %u key result:",
                                   "Objective with %u key results:",
                                   shelved->key_results->len),
                   shelved->key_results->len);
  for (guint i = 0; i < shelved->key_results->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " · " : " ",
                            (const char *) shelved->key_results->pdata[i]);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * qd_shelf_row_show:
 * @self: a row
 * @shelved: what waits
 */
void
qd_shelf_row_show (QdShelfRow      *self,
                   const QdShelved *shelved)
{
  gboolean writable;
  g_autofree char *about = NULL;
  g_autofree char *reason = NULL;
  g_autofree char *origin = NULL;

  g_return_if_fail (QD_IS_SHELF_ROW (self));
  g_return_if_fail (shelved != NULL);

  self->kind = shelved->kind;
  self->id = shelved->id;
  self->board = shelved->board;
  self->at_home = shelved->at_home;
  writable = !qd_store_get_read_only (self->store);

  about = qd_shelf_row_dup_kind (shelved);
  origin = describe_origin (self->store, shelved);
  /* Translators: why something waits, in the words of people. */
  reason = g_strdup_printf (_("“%s”"), shelved->reason);
  gtk_label_set_text (self->title, shelved->title);
  gtk_label_set_text (self->about, about);
  gtk_label_set_text (self->reason, reason);
  gtk_widget_set_visible (GTK_WIDGET (self->reason), *shelved->reason != '\0');
  gtk_label_set_text (self->origin, origin);
  gtk_widget_set_visible (self->back, writable && shelved->at_home);
  gtk_widget_set_visible (self->boards, writable && has_choice (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, shelved->title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, about,
                                  -1);
}

/**
 * qd_shelf_row_has_way_back:
 * @self: a row
 *
 * Returns: whether there is a board on which what it shows can go on
 */
gboolean
qd_shelf_row_has_way_back (QdShelfRow *self)
{
  g_return_val_if_fail (QD_IS_SHELF_ROW (self), FALSE);

  return self->at_home || has_choice (self);
}

/**
 * qd_shelf_row_get_id:
 * @self: a row
 *
 * Returns: what it shows, or %QD_ID_NONE
 */
QdId
qd_shelf_row_get_id (QdShelfRow *self)
{
  g_return_val_if_fail (QD_IS_SHELF_ROW (self), QD_ID_NONE);

  return self->id;
}
