/* A column of a board: head, cards, foot.
 *
 * Asks the store for changes of its own cards and title, and hears of them from
 * the models; what spans columns is up to the board, and what keys do is in
 * qd-column-keys.c. The whole of it is the target of drops. In a narrow column that
 * only shows how things stand, the foot comes when a card is to be added.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "exchange/qd-typed-card.h"

#include "card/qd-card-drag.h"
#include "card/qd-card-entry.h"
#include "card/qd-card-move.h"
#include "shelf/qd-shelf-ask.h"
#include "widgets/qd-card-slot.h"
#include "widgets/qd-card-text.h"
#include "widgets/qd-editable.h"
#include "widgets/qd-toaster.h"

#include "qd-column-drop.h"
#include "qd-column-head.h"
#include "qd-column-keys.h"
#include "qd-column-layout.h"
#include "qd-column-view.h"

/* How many cards "Show More" shows. */
#define N_MORE 200

struct _QdColumnView
{
  GtkWidget parent_instance;

  QdStore *store;
  QdColumn *column;
  QdBoardFilter *filter;
  QdColumnDrop *drop;
  QdDensity density;
  gboolean bare;

  QdColumnHead *head;
  QdCardList *list;
  GtkWidget *foot;
  GtkButton *more_button;
  QdCardEntry *entry;
};

enum
{
  PROP_0,
  PROP_STORE,
  PROP_COLUMN,
  PROP_FILTER,
  PROP_DENSITY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (QdColumnView, qd_column_view, GTK_TYPE_WIDGET)

static guint
get_n_matching (QdColumnView *self)
{
  return g_list_model_get_n_items (qd_card_list_get_cards (self->list));
}

static void
update_labels (QdColumnView *self)
{
  guint n_matching = get_n_matching (self);
  guint n_cards = g_list_model_get_n_items (G_LIST_MODEL (self->column));
  const char *full = qd_entity_get_title (QD_ENTITY (self->column));
  g_autofree char *title = qd_card_text_clip (full);
  g_autofree char *label = NULL;

  if (n_matching < n_cards)
    /* Translators: a column, and how many of its cards match the filter */
    label = g_strdup_printf (ngettext ("%s, %u of %u card",
                                       "%s, %u of %u cards", n_cards),
                             title, n_matching, n_cards);
  else
    label = g_strdup_printf (ngettext ("%s, %u card", "%s, %u cards", n_cards),
                             title, n_cards);

  qd_card_list_set_label (self->list, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
}

static void
update_more_button (QdColumnView *self)
{
  guint n_hidden = qd_card_list_get_n_hidden (self->list);
  guint n_next = MIN (n_hidden, N_MORE);
  g_autofree char *label =
    g_strdup_printf (ngettext ("Show %u More", "Show %u More", n_next), n_next);

  gtk_button_set_label (self->more_button, label);
  gtk_widget_set_visible (GTK_WIDGET (self->more_button), n_hidden > 0);
}

/* What depends on which cards show. */
static void
update_shown (QdColumnView *self)
{
  qd_column_head_set_n_shown (self->head, get_n_matching (self));
  qd_card_list_update (self->list);
  update_labels (self);
  update_more_button (self);
}

static void
update (QdColumnView *self)
{
  qd_column_head_update (self->head);
  update_shown (self);
}

static void
on_more_clicked (QdColumnView *self)
{
  g_assert (QD_IS_COLUMN_VIEW (self));

  qd_card_list_show_more (self->list, N_MORE);
}

static void
on_list_changed (QdColumnView *self)
{
  g_assert (QD_IS_COLUMN_VIEW (self));

  qd_column_drop_clear (self->drop);
  update_shown (self);
}

static void
on_store_changed (QdColumnView *self)
{
  g_assert (QD_IS_COLUMN_VIEW (self));

  update (self);
}

static void
on_renamed (QdColumnView *self,
            const char   *title)
{
  g_autoptr (GError) error = NULL;

  g_assert (QD_IS_COLUMN_VIEW (self));

  if (!qd_edit_rename (self->store, QD_ENTITY_COLUMN,
                       qd_entity_get_id (QD_ENTITY (self->column)),
                       title, &error))
    qd_toaster_report (GTK_WIDGET (self), error);
}

static gboolean
on_submitted (QdCardEntry  *entry,
              const char   *title,
              QdColumnView *self)
{
  g_autoptr (GError) error = NULL;
  QdEntity *card;
  QdId id, objective;

  g_assert (QD_IS_COLUMN_VIEW (self));

  objective = qd_board_filter_get_objective (self->filter, qd_column_get_board (self->column));
  id = qd_typed_card_add (self->store, qd_entity_get_id (QD_ENTITY (self->column)), title,
                          objective, &error);
  if (id == QD_ID_NONE)
    {
      qd_toaster_report (GTK_WIDGET (self), error);
      return FALSE;
    }

  gtk_widget_activate_action (GTK_WIDGET (self), "board.uncover", "x", id);
  card = qd_store_lookup (self->store, id);
  if (card != NULL)
    qd_card_list_scroll_to (self->list, QD_CARD (card));
  qd_shelf_offer_swap (GTK_WIDGET (self), self->store, objective);

  return TRUE;
}

static gboolean
is_editable (QdColumnView *self)
{
  return qd_editable_board (self->store, qd_column_get_board (self->column));
}

/* Whether cards can be typed in without asking for it. */
static gboolean
shows_entry (QdColumnView *self)
{
  return self->density == QD_DENSITY_CARDS && !self->bare && is_editable (self);
}

static void
on_entry_closed (QdColumnView *self)
{
  g_assert (QD_IS_COLUMN_VIEW (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->list));
  gtk_widget_set_visible (GTK_WIDGET (self->entry), shows_entry (self));
}

/* Tab goes from column to column, and to the cards at once. What else there is
 * in a column is reached with the arrow keys. */
static gboolean
qd_column_view_focus (GtkWidget        *widget,
                      GtkDirectionType  direction)
{
  QdColumnView *self = QD_COLUMN_VIEW (widget);

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return GTK_WIDGET_CLASS (qd_column_view_parent_class)->focus (widget, direction);

  if (gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;

  return gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static void
qd_column_view_constructed (GObject *object)
{
  QdColumnView *self = QD_COLUMN_VIEW (object);

  G_OBJECT_CLASS (qd_column_view_parent_class)->constructed (object);

  qd_column_head_set_column (self->head, self->column, is_editable (self));
  qd_card_list_set_column (self->list, self->store, self->column,
                           GTK_FILTER (self->filter));
  self->drop = qd_column_drop_new (self);
  if (!qd_store_get_read_only (self->store))
    qd_card_drag_attach (GTK_WIDGET (self->list));
  gtk_widget_set_visible (GTK_WIDGET (self->entry), shows_entry (self));

  g_signal_connect_object (self->store, "changed",
                           G_CALLBACK (on_store_changed), self,
                           G_CONNECT_SWAPPED);
  update (self);
}

static void
qd_column_view_get_property (GObject    *object,
                             guint       property_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  QdColumnView *self = QD_COLUMN_VIEW (object);

  switch (property_id)
    {
    case PROP_STORE:
      g_value_set_object (value, self->store);
      break;

    case PROP_COLUMN:
      g_value_set_object (value, self->column);
      break;

    case PROP_FILTER:
      g_value_set_object (value, self->filter);
      break;

    case PROP_DENSITY:
      g_value_set_enum (value, self->density);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
qd_column_view_set_property (GObject      *object,
                             guint         property_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  QdColumnView *self = QD_COLUMN_VIEW (object);

  switch (property_id)
    {
    case PROP_STORE:
      self->store = g_value_dup_object (value);
      break;

    case PROP_COLUMN:
      self->column = g_value_dup_object (value);
      break;

    case PROP_FILTER:
      self->filter = g_value_dup_object (value);
      break;

    case PROP_DENSITY:
      qd_column_view_set_density (self, g_value_get_enum (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
qd_column_view_dispose (GObject *object)
{
  QdColumnView *self = QD_COLUMN_VIEW (object);

  g_clear_pointer (&self->drop, qd_column_drop_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_COLUMN_VIEW);

  g_clear_object (&self->filter);
  g_clear_object (&self->column);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qd_column_view_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *object_class)
{
  /**
   * QdColumnView:store:
   *
   * The file that the column is in.
   */
  properties[PROP_STORE] =
    g_param_spec_object ("store", NULL, NULL,
                         QD_TYPE_STORE,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY |
                         G_PARAM_STATIC_STRINGS);

  /**
   * QdColumnView:column:
   *
   * The column to show.
   */
  properties[PROP_COLUMN] =
    g_param_spec_object ("column", NULL, NULL,
                         QD_TYPE_COLUMN,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY |
                         G_PARAM_STATIC_STRINGS);

  /**
   * QdColumnView:filter:
   *
   * Which cards show, on the whole board.
   */
  properties[PROP_FILTER] =
    g_param_spec_object ("filter", NULL, NULL,
                         QD_TYPE_BOARD_FILTER,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY |
                         G_PARAM_STATIC_STRINGS);

  /**
   * QdColumnView:density:
   *
   * How much it shows of its cards: %QD_DENSITY_COMPACT or %QD_DENSITY_CARDS.
   */
  properties[PROP_DENSITY] =
    g_param_spec_enum ("density", NULL, NULL,
                       QD_TYPE_DENSITY, QD_DENSITY_CARDS,
                       G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                       G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
qd_column_view_class_init (QdColumnViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = qd_column_view_constructed;
  object_class->get_property = qd_column_view_get_property;
  object_class->set_property = qd_column_view_set_property;
  object_class->dispose = qd_column_view_dispose;

  widget_class->focus = qd_column_view_focus;

  install_properties (object_class);

  g_type_ensure (QD_TYPE_CARD_ENTRY);
  g_type_ensure (QD_TYPE_CARD_LIST);
  g_type_ensure (QD_TYPE_COLUMN_HEAD);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/quarterdeck/Quarterdeck/qd-column-view.ui");
  gtk_widget_class_bind_template_child (widget_class, QdColumnView, head);
  gtk_widget_class_bind_template_child (widget_class, QdColumnView, list);
  gtk_widget_class_bind_template_child (widget_class, QdColumnView, foot);
  gtk_widget_class_bind_template_child (widget_class, QdColumnView, more_button);
  gtk_widget_class_bind_template_child (widget_class, QdColumnView, entry);
  gtk_widget_class_bind_template_callback (widget_class, on_list_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_renamed);
  gtk_widget_class_bind_template_callback (widget_class, on_more_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_submitted);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_closed);

  gtk_widget_class_set_layout_manager_type (widget_class, QD_TYPE_COLUMN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "column");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
qd_column_view_init (QdColumnView *self)
{
  self->density = QD_DENSITY_CARDS;

  gtk_widget_init_template (GTK_WIDGET (self));
  qd_column_keys_attach (self);
}

/**
 * qd_column_view_new:
 * @store: the file that the column is in
 * @column: the column to show
 * @filter: which of its cards show
 *
 * Returns: (transfer floating): a view of the column
 */
GtkWidget *
qd_column_view_new (QdStore       *store,
                    QdColumn      *column,
                    QdBoardFilter *filter)
{
  return g_object_new (QD_TYPE_COLUMN_VIEW,
                       "store", store,
                       "column", column,
                       "filter", filter,
                       NULL);
}

/**
 * qd_column_view_get_store:
 * @self: a column view
 *
 * Returns: (transfer none): the file that the column is in
 */
QdStore *
qd_column_view_get_store (QdColumnView *self)
{
  g_return_val_if_fail (QD_IS_COLUMN_VIEW (self), NULL);

  return self->store;
}

/**
 * qd_column_view_get_column:
 * @self: a column view
 *
 * Returns: (transfer none): the column that it shows
 */
QdColumn *
qd_column_view_get_column (QdColumnView *self)
{
  g_return_val_if_fail (QD_IS_COLUMN_VIEW (self), NULL);

  return self->column;
}

/**
 * qd_column_view_get_list:
 * @self: a column view
 *
 * Returns: (transfer none): the list of its cards
 */
QdCardList *
qd_column_view_get_list (QdColumnView *self)
{
  g_return_val_if_fail (QD_IS_COLUMN_VIEW (self), NULL);

  return self->list;
}

/**
 * qd_column_view_get_menu_button:
 * @self: a column view
 *
 * Returns: (transfer none): the button that opens the menu of the column
 */
GtkWidget *
qd_column_view_get_menu_button (QdColumnView *self)
{
  g_return_val_if_fail (QD_IS_COLUMN_VIEW (self), NULL);

  return qd_column_head_get_button (self->head);
}

/**
 * qd_column_view_focus_foot:
 * @self: a column view
 *
 * Returns: whether there is anything below the cards that took the focus
 */
gboolean
qd_column_view_focus_foot (QdColumnView *self)
{
  g_return_val_if_fail (QD_IS_COLUMN_VIEW (self), FALSE);

  return gtk_widget_child_focus (self->foot, GTK_DIR_TAB_FORWARD);
}

/**
 * qd_column_view_set_density:
 * @self: a column view
 * @density: %QD_DENSITY_COMPACT or %QD_DENSITY_CARDS
 *
 * How much it shows of its cards. A compact column can be narrow.
 */
void
qd_column_view_set_density (QdColumnView *self,
                            QdDensity     density)
{
  g_return_if_fail (QD_IS_COLUMN_VIEW (self));
  g_return_if_fail (density == QD_DENSITY_COMPACT || density == QD_DENSITY_CARDS);

  if (self->density == density)
    return;

  self->density = density;
  if (density == QD_DENSITY_COMPACT)
    gtk_widget_add_css_class (GTK_WIDGET (self), "compact");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "compact");
  qd_card_list_set_density (self->list, density);
  gtk_widget_set_visible (GTK_WIDGET (self->entry), shows_entry (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DENSITY]);
}

/**
 * qd_column_view_hide_controls:
 *
 * Leaves no more than title and cards, where nobody is to click on anything.
 */
void
qd_column_view_hide_controls (QdColumnView *self)
{
  g_return_if_fail (QD_IS_COLUMN_VIEW (self));

  self->bare = TRUE;
  gtk_widget_set_visible (qd_column_head_get_button (self->head), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->entry), FALSE);
}

/**
 * qd_column_view_get_slot:
 * @self: a column view
 * @y: a height in the column, in pixels from its top
 *
 * Returns: the slot among the cards at that height
 */
guint
qd_column_view_get_slot (QdColumnView *self,
                         double        y)
{
  double list_y;

  g_return_val_if_fail (QD_IS_COLUMN_VIEW (self), 0);

  if (!gtk_widget_translate_coordinates (GTK_WIDGET (self), GTK_WIDGET (self->list),
                                         0, y, NULL, &list_y))
    return 0;

  return qd_card_list_get_slot (self->list, list_y);
}

/**
 * qd_column_view_move_here:
 * @self: a column view
 * @card: a card, from this column or another
 * @slot: where it should get
 *
 * Moves the card in the file, and the focus with it. Where that fails, a toast
 * says why.
 *
 * Returns: whether the card moved
 */
gboolean
qd_column_view_move_here (QdColumnView *self,
                          QdCard       *card,
                          guint         slot)
{
  g_autoptr (GError) error = NULL;
  QdSide side;
  QdId anchor;

  g_return_val_if_fail (QD_IS_COLUMN_VIEW (self), FALSE);
  g_return_val_if_fail (QD_IS_CARD (card), FALSE);

  if (!qd_card_slot_get_anchor (qd_card_list_get_cards (self->list), slot, card,
                                &side, &anchor))
    return FALSE;

  if (!qd_card_move (GTK_WIDGET (self), self->store, card,
                     qd_entity_get_id (QD_ENTITY (self->column)), side, anchor, &error))
    {
      qd_toaster_report (GTK_WIDGET (self), error);
      return FALSE;
    }

  qd_card_list_focus_card (self->list, card);

  return TRUE;
}

/**
 * qd_column_view_add_card:
 * @self: a column view
 *
 * Lets the title of a new card be typed at the end of the column.
 */
void
qd_column_view_add_card (QdColumnView *self)
{
  g_return_if_fail (QD_IS_COLUMN_VIEW (self));

  gtk_widget_set_visible (GTK_WIDGET (self->entry), TRUE);
  qd_card_entry_open (self->entry);
}

/**
 * qd_column_view_finish_typing:
 * @self: a column view
 *
 * It is about to go: keeps what is being typed in it.
 */
void
qd_column_view_finish_typing (QdColumnView *self)
{
  g_return_if_fail (QD_IS_COLUMN_VIEW (self));

  qd_column_head_finish_rename (self->head);
  qd_card_entry_finish (self->entry);
}

/**
 * qd_column_view_begin_rename:
 * @self: a column view
 *
 * Lets the title of the column be edited in place.
 */
void
qd_column_view_begin_rename (QdColumnView *self)
{
  g_return_if_fail (QD_IS_COLUMN_VIEW (self));

  qd_column_head_begin_rename (self->head);
}

/**
 * qd_column_view_update_writing:
 * @self: a column view
 *
 * Offers to write, or not: the board was closed or opened again.
 */
void
qd_column_view_update_writing (QdColumnView *self)
{
  g_return_if_fail (QD_IS_COLUMN_VIEW (self));

  qd_column_head_set_editable (self->head, is_editable (self));
  gtk_widget_set_visible (GTK_WIDGET (self->entry), shows_entry (self));
}
