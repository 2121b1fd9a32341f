/* A choice of the column where a card shall go, among those of its board.
 *
 * Moves nothing. Without a choice it shows where the card is, and follows that.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "qd-column-choice.h"
#include "widgets/qd-card-text.h"
#include "widgets/qd-drop-down.h"
#include "widgets/qd-title-watch.h"

struct _QdColumnChoice
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkDropDown *drop_down;

  QdCard *card;           /* (nullable) */
  GSignalGroup *card_signals;
  QdTitleWatch *watch;    /* of the columns of its board */
  GListStore *columns;    /* (element-type QdColumn) */
  QdId chosen;
};

G_DEFINE_FINAL_TYPE (QdColumnChoice, qd_column_choice, GTK_TYPE_WIDGET)

static void on_selected (QdColumnChoice *self);

static char *
dup_name (QdColumn *column)
{
  return qd_card_text_clip (qd_entity_get_title (QD_ENTITY (column)));
}

static void
update_name (QdColumnChoice *self)
{
  QdColumn *column = gtk_drop_down_get_selected_item (self->drop_down);
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;

  if (column == NULL)
    return;

  title = dup_name (column);
  /* Translators: what is chosen, and the choice, for a screen reader. */
  name = g_strdup_printf (_("%s: %s"), _("Column"), title);

  /* What takes the focus is the toggle button inside. */
  gtk_accessible_update_property (
    GTK_ACCESSIBLE (gtk_widget_get_first_child (GTK_WIDGET (self->drop_down))),
    GTK_ACCESSIBLE_PROPERTY_LABEL, name,
    -1);
}

/* The column that was chosen, as long as it is there; else where the card is. */
static guint
find_position (QdColumnChoice *self)
{
  QdColumn *column = qd_card_get_column (self->card);
  guint position;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->columns)); i++)
    {
      g_autoptr (QdEntity) there = g_list_model_get_item (G_LIST_MODEL (self->columns), i);

      if (qd_entity_get_id (there) == self->chosen)
        return i;
    }

  self->chosen = QD_ID_NONE;
  if (column != NULL && g_list_store_find (self->columns, column, &position))
    return position;

  return GTK_INVALID_LIST_POSITION;
}

/* A list of its own: were it the board's, a column that goes away would take the
 * selection to another one, as if the person had chosen that. */
static void
update (QdColumnChoice *self)
{
  QdColumn *column = self->card != NULL ? qd_card_get_column (self->card) : NULL;
  QdBoard *board = column != NULL ? qd_column_get_board (column) : NULL;
  QdOrderedList *list = board != NULL ? qd_board_get_columns (board) : NULL;
  g_autoptr (GPtrArray) columns = g_ptr_array_new ();

  qd_title_watch_set_list (self->watch, list != NULL ? G_LIST_MODEL (list) : NULL);
  for (guint i = 0; list != NULL && i < qd_ordered_list_get_length (list); i++)
    g_ptr_array_add (columns, qd_ordered_list_peek (list, i));

  g_signal_handlers_block_by_func (self->drop_down, on_selected, self);
  /* Were they only replaced, those that stay would keep the name that they had. */
  g_list_store_remove_all (self->columns);
  g_list_store_splice (self->columns, 0, 0, columns->pdata, columns->len);
  if (self->card != NULL)
    gtk_drop_down_set_selected (self->drop_down, find_position (self));
  g_signal_handlers_unblock_by_func (self->drop_down, on_selected, self);
  update_name (self);
}

static void
on_changed (QdColumnChoice *self)
{
  g_assert (QD_IS_COLUMN_CHOICE (self));

  update (self);
}

static void
on_selected (QdColumnChoice *self)
{
  QdColumn *column = gtk_drop_down_get_selected_item (self->drop_down);

  g_assert (QD_IS_COLUMN_CHOICE (self));

  if (column == NULL || self->card == NULL || column == qd_card_get_column (self->card))
    self->chosen = QD_ID_NONE;
  else
    self->chosen = qd_entity_get_id (QD_ENTITY (column));
  update_name (self);
}

static void
qd_column_choice_dispose (GObject *object)
{
  QdColumnChoice *self = QD_COLUMN_CHOICE (object);

  g_clear_object (&self->card_signals);
  g_clear_object (&self->watch);
  if (self->drop_down != NULL)
    g_signal_handlers_disconnect_by_func (self->drop_down, on_selected, self);
  self->drop_down = NULL;
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->columns);
  g_clear_object (&self->card);

  G_OBJECT_CLASS (qd_column_choice_parent_class)->dispose (object);
}

static void
qd_column_choice_class_init (QdColumnChoiceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qd_column_choice_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "choice");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
qd_column_choice_init (QdColumnChoice *self)
{
  GtkWidget *name = gtk_label_new (_("Column"));
  g_autoptr (GtkExpression) expression = NULL;

  gtk_label_set_xalign (GTK_LABEL (name), 0.0f);
  gtk_widget_add_css_class (name, "field");

  self->columns = g_list_store_new (QD_TYPE_COLUMN);
  self->drop_down = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  expression = gtk_cclosure_expression_new (G_TYPE_STRING, NULL, 0, NULL,
                                            G_CALLBACK (dup_name), NULL, NULL);
  gtk_drop_down_set_expression (self->drop_down, expression);
  qd_drop_down_shorten (self->drop_down);
  gtk_drop_down_set_model (self->drop_down, G_LIST_MODEL (self->columns));
  g_signal_connect_swapped (self->drop_down, "notify::selected",
                            G_CALLBACK (on_selected), self);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  gtk_box_append (GTK_BOX (self->box), name);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->drop_down));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));

  self->card_signals = g_signal_group_new (QD_TYPE_CARD);
  g_signal_group_connect_swapped (self->card_signals, "notify::column",
                                  G_CALLBACK (on_changed), self);
  self->watch = qd_title_watch_new ();
  g_signal_connect_swapped (self->watch, "changed", G_CALLBACK (on_changed), self);
}

/**
 * qd_column_choice_set_card:
 * @card: the card that shall go somewhere
 *
 * Shows where @card is, and the columns of its board.
 */
void
qd_column_choice_set_card (QdColumnChoice *self,
                           QdCard         *card)
{
  g_return_if_fail (QD_IS_COLUMN_CHOICE (self));
  g_return_if_fail (QD_IS_CARD (card));

  if (!g_set_object (&self->card, card))
    return;

  g_signal_group_set_target (self->card_signals, card);
  self->chosen = QD_ID_NONE;
  update (self);
}

/**
 * qd_column_choice_get_chosen:
 *
 * Returns: the column where the card shall go, %QD_ID_NONE where it stays
 */
QdId
qd_column_choice_get_chosen (QdColumnChoice *self)
{
  g_return_val_if_fail (QD_IS_COLUMN_CHOICE (self), QD_ID_NONE);

  return self->chosen;
}

/**
 * qd_column_choice_choose:
 * @nth: which column of the board, from 0 on; more than it has are none
 *
 * Chooses where the card shall go, as a person does.
 */
void
qd_column_choice_choose (QdColumnChoice *self,
                         guint           nth)
{
  g_return_if_fail (QD_IS_COLUMN_CHOICE (self));

  if (nth < g_list_model_get_n_items (G_LIST_MODEL (self->columns)))
    gtk_drop_down_set_selected (self->drop_down, nth);
}

/**
 * qd_column_choice_clear:
 *
 * Takes the choice back: the card stays.
 */
void
qd_column_choice_clear (QdColumnChoice *self)
{
  g_return_if_fail (QD_IS_COLUMN_CHOICE (self));

  self->chosen = QD_ID_NONE;
  update (self);
}
