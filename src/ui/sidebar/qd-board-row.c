/* A board in the sidebar: its name, how its cards spread over the columns, and
 * how many they are.
 *
 * The row can be dragged, and its name edited in place. Where it may be
 * dropped, and all else that can be done with a board, is the sidebar's.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "qd-board-row.h"
#include "store/qd-edit.h"
#include "widgets/qd-board-spread.h"
#include "widgets/qd-board-words.h"
#include "widgets/qd-drag.h"
#include "widgets/qd-sign.h"
#include "widgets/qd-toaster.h"
#include "widgets/qd-typing.h"

struct _QdBoardRow
{
  GtkListBoxRow parent_instance;

  GtkWidget *box;
  GtkLabel *title;
  QdSign *closed;
  QdDistribution *distribution;
  GtkLabel *n_cards;
  GtkWidget *entry;             /* (nullable): while the name is edited */
  GtkEventController *drag;     /* (nullable): where anything may be changed */

  QdStore *store;
  QdBoard *board;
};

enum
{
  PROP_0,
  PROP_STORE,
  PROP_BOARD,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (QdBoardRow, qd_board_row, GTK_TYPE_LIST_BOX_ROW)

static GParamSpec *properties[N_PROPS];

static void
update_name (QdBoardRow *self,
             guint       n_cards)
{
  const char *title = qd_entity_get_title (QD_ENTITY (self->board));
  g_autofree char *spread = qd_board_spread_describe (self->board);
  g_autofree char *closed = qd_board_words_closed (self->board);
  g_autofree char *cards = NULL;
  g_autofree char *name = NULL;

  cards = g_strdup_printf (ngettext ("%u card", "%u cards", n_cards), n_cards);
  /* Translators: a board, how many cards it has, and how many are in each of
   * its columns, for a screen reader. */
  name = g_strdup_printf (_("%s, %s: %s"), title, cards, spread);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  closed != NULL ? closed : "",
                                  -1);
}

/* All but the entry, in its place. */
static void
show_parts (QdBoardRow *self)
{
  const gboolean shown = self->entry == NULL;
  const gboolean closed = qd_board_get_closed (self->board) != QD_DAY_NONE;

  gtk_widget_set_visible (GTK_WIDGET (self->title), shown);
  gtk_widget_set_visible (GTK_WIDGET (self->closed), shown && closed);
  gtk_widget_set_visible (GTK_WIDGET (self->distribution), shown);
  gtk_widget_set_visible (GTK_WIDGET (self->n_cards), shown);
}

static void
update (QdBoardRow *self)
{
  const guint n_cards = qd_board_spread_show (self->board, self->distribution);
  g_autofree char *number = g_strdup_printf ("%u", n_cards);

  gtk_label_set_text (self->n_cards, number);
  gtk_label_set_text (self->title,
                      qd_entity_get_title (QD_ENTITY (self->board)));
  show_parts (self);
  update_name (self, n_cards);
}

static void
on_changed (QdBoardRow *self)
{
  g_assert (QD_IS_BOARD_ROW (self));

  update (self);
}

/* Made when it is wanted: to set a tooltip asks the display where the pointer
 * is. */
static gboolean
on_query_tooltip (QdBoardRow *self,
                  int         x,
                  int         y,
                  gboolean    keyboard,
                  GtkTooltip *tooltip)
{
  const char *title = gtk_label_get_text (self->title);
  g_autofree char *spread = NULL;
  g_autofree char *closed = NULL;
  g_autofree char *text = NULL;

  g_assert (QD_IS_BOARD_ROW (self));

  spread = qd_board_spread_describe (self->board);
  closed = qd_board_words_closed (self->board);
  if (closed != NULL)
    text = g_strdup_printf ("%s\n%s\n%s", title, closed, spread);
  else
    text = g_strdup_printf ("%s\n%s", title, spread);
  gtk_tooltip_set_text (tooltip, text);

  return TRUE;
}

/* While its name is edited, a row is not dragged: text is selected that way. */
static void
allow_drag (QdBoardRow *self,
            gboolean    allowed)
{
  if (self->drag != NULL)
    gtk_event_controller_set_propagation_phase (self->drag,
                                                allowed ? GTK_PHASE_BUBBLE : GTK_PHASE_NONE);
}

/* Takes the entry away; what was typed is the caller's to use before. */
static void
stop_renaming (QdBoardRow *self)
{
  GtkWidget *entry = g_steal_pointer (&self->entry);
  gboolean focused;

  focused = gtk_widget_get_state_flags (entry) & GTK_STATE_FLAG_FOCUS_WITHIN;
  allow_drag (self, TRUE);
  show_parts (self);
  if (focused)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_box_remove (GTK_BOX (self->box), entry);
}

static void
on_name_entered (QdBoardRow *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;

  g_assert (QD_IS_BOARD_ROW (self));

  if (self->entry == NULL)
    return;

  name = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  stop_renaming (self);
  if (*g_strstrip (name) != '\0' &&
      !qd_edit_rename (self->store, QD_ENTITY_BOARD,
                       qd_entity_get_id (QD_ENTITY (self->board)), name,
                       &error))
    qd_toaster_report (GTK_WIDGET (self), error);
}

static gboolean
on_entry_key (QdBoardRow      *self,
              guint            key,
              guint            keycode,
              GdkModifierType  state)
{
  g_assert (QD_IS_BOARD_ROW (self));

  if (key != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;

  stop_renaming (self);

  return GDK_EVENT_STOP;
}

static void
qd_board_row_constructed (GObject *object)
{
  QdBoardRow *self = QD_BOARD_ROW (object);

  G_OBJECT_CLASS (qd_board_row_parent_class)->constructed (object);

  g_signal_connect_object (self->store, "changed",
                           G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  if (!qd_store_get_read_only (self->store))
    self->drag = qd_drag_attach (GTK_WIDGET (self), GTK_WIDGET (self), self->board);
  update (self);
}

static void
qd_board_row_set_property (GObject      *object,
                           guint         property_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  QdBoardRow *self = QD_BOARD_ROW (object);

  switch (property_id)
    {
    case PROP_STORE:
      self->store = g_value_dup_object (value);
      break;

    case PROP_BOARD:
      self->board = g_value_dup_object (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
qd_board_row_dispose (GObject *object)
{
  QdBoardRow *self = QD_BOARD_ROW (object);

  /* The row knows its child, too, and would unparent it again. */
  self->entry = NULL;
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_BOARD_ROW);
  g_clear_object (&self->board);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qd_board_row_parent_class)->dispose (object);
}

static void
qd_board_row_class_init (QdBoardRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = qd_board_row_constructed;
  object_class->set_property = qd_board_row_set_property;
  object_class->dispose = qd_board_row_dispose;

  /**
   * QdBoardRow:store:
   *
   * The file that the board is in.
   */
  properties[PROP_STORE] =
    g_param_spec_object ("store", NULL, NULL,
                         QD_TYPE_STORE,
                         G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY |
                         G_PARAM_STATIC_STRINGS);

  /**
   * QdBoardRow:board:
   *
   * The board to show.
   */
  properties[PROP_BOARD] =
    g_param_spec_object ("board", NULL, NULL,
                         QD_TYPE_BOARD,
                         G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY |
                         G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (QD_TYPE_DISTRIBUTION);
  g_type_ensure (QD_TYPE_SIGN);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/quarterdeck/Quarterdeck/qd-board-row.ui");
  gtk_widget_class_bind_template_child (widget_class, QdBoardRow, box);
  gtk_widget_class_bind_template_child (widget_class, QdBoardRow, title);
  gtk_widget_class_bind_template_child (widget_class, QdBoardRow, closed);
  gtk_widget_class_bind_template_child (widget_class, QdBoardRow, distribution);
  gtk_widget_class_bind_template_child (widget_class, QdBoardRow, n_cards);
  gtk_widget_class_bind_template_callback (widget_class, on_query_tooltip);
}

static void
qd_board_row_init (QdBoardRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  qd_sign_set (self->closed, "health-closed", NULL);
}

/**
 * qd_board_row_new:
 * @store: the store of the board
 * @board: the board to show
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
qd_board_row_new (QdStore *store,
                  QdBoard *board)
{
  g_return_val_if_fail (QD_IS_STORE (store), NULL);
  g_return_val_if_fail (QD_IS_BOARD (board), NULL);

  return g_object_new (QD_TYPE_BOARD_ROW,
                       "store", store,
                       "board", board,
                       NULL);
}

/**
 * qd_board_row_get_board:
 *
 * Returns: (transfer none): the board the row shows
 */
QdBoard *
qd_board_row_get_board (QdBoardRow *self)
{
  g_return_val_if_fail (QD_IS_BOARD_ROW (self), NULL);

  return self->board;
}

/**
 * qd_board_row_rename:
 *
 * Lets the person edit the name in place. Enter, or leaving the entry, renames
 * the board; Escape leaves it as it is.
 */
void
qd_board_row_rename (QdBoardRow *self)
{
  GtkEventController *focus;
  GtkEventController *key;

  g_return_if_fail (QD_IS_BOARD_ROW (self));

  if (self->entry != NULL)
    return;

  self->entry = gtk_entry_new ();
  gtk_widget_set_hexpand (self->entry, TRUE);
  gtk_editable_set_text (GTK_EDITABLE (self->entry),
                         qd_entity_get_title (QD_ENTITY (self->board)));
  qd_typing_forget (GTK_EDITABLE (self->entry));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Name of the board"),
                                  -1);

  g_signal_connect_swapped (self->entry, "activate",
                            G_CALLBACK (on_name_entered), self);
  focus = gtk_event_controller_focus_new ();
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_name_entered), self);
  gtk_widget_add_controller (self->entry, focus);
  key = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect_object (key, "key-pressed",
                           G_CALLBACK (on_entry_key), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->entry, key);

  allow_drag (self, FALSE);
  show_parts (self);
  gtk_box_append (GTK_BOX (self->box), self->entry);
  gtk_widget_grab_focus (self->entry);
}
