/* Moves a card to a place that is named: board, column, position.
 *
 * The way for those who do not drag, and to boards that are not in sight.
 * Positions count all cards of the column, whatever the filter hides.
 */

#include "config.h"

#include "qd-move-dialog.h"
#include "card/qd-card-move.h"
#include "widgets/qd-board-words.h"
#include "widgets/qd-card-slot.h"
#include "widgets/qd-card-text.h"
#include "widgets/qd-field-error.h"

struct _QdMoveDialog
{
  GtkWindow parent_instance;

  QdStore *store;
  QdCard *card;

  GtkLabel *card_label;
  GtkDropDown *boards;
  GtkDropDown *columns;
  GtkSpinButton *position;
  GtkWidget *move_button;
  GtkLabel *error;
};

enum
{
  PROP_0,
  PROP_STORE,
  PROP_CARD,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (QdMoveDialog, qd_move_dialog, GTK_TYPE_WINDOW)

static char *
dup_column_name (QdColumn *column)
{
  return qd_card_text_clip (qd_entity_get_title (QD_ENTITY (column)));
}

static void
set_names (GtkDropDown *drop_down,
           GCallback    dup_name)
{
  g_autoptr (GtkExpression) expression = NULL;

  expression = gtk_cclosure_expression_new (G_TYPE_STRING, NULL, 0, NULL,
                                            dup_name, NULL, NULL);
  gtk_drop_down_set_expression (drop_down, expression);
}

static QdColumn *
get_column (QdMoveDialog *self)
{
  return gtk_drop_down_get_selected_item (self->columns);
}

static void
propose_position (QdMoveDialog *self)
{
  QdColumn *column = get_column (self);
  guint n_cards, position;

  gtk_widget_set_sensitive (self->move_button, column != NULL);
  if (column == NULL)
    return;

  /* The end of another column, its own place in its own. */
  n_cards = g_list_model_get_n_items (G_LIST_MODEL (column));
  if (!qd_card_slot_find (G_LIST_MODEL (column), self->card, &position))
    position = n_cards++;

  gtk_adjustment_set_upper (gtk_spin_button_get_adjustment (self->position),
                            n_cards);
  gtk_spin_button_set_value (self->position, position + 1);
}

static void
on_column_changed (QdMoveDialog *self)
{
  g_assert (QD_IS_MOVE_DIALOG (self));

  qd_field_error_show (self->error, NULL, NULL);
  propose_position (self);
}

static void
on_board_changed (QdMoveDialog *self)
{
  QdBoard *board = gtk_drop_down_get_selected_item (self->boards);
  g_autoptr (GError) error = NULL;

  g_assert (QD_IS_MOVE_DIALOG (self));

  if (board != NULL && !qd_store_load_board (self->store, board, &error))
    board = NULL;

  gtk_drop_down_set_model (self->columns,
                           board != NULL ? G_LIST_MODEL (qd_board_get_columns (board))
                                         : NULL);
  propose_position (self);
  qd_field_error_show (self->error, NULL, error != NULL ? error->message : NULL);
}

static void
on_move_clicked (QdMoveDialog *self)
{
  QdColumn *column = get_column (self);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  GtkWidget *content = gtk_window_get_child (parent);
  g_autoptr (GError) error = NULL;
  guint slot, position;
  QdSide side;
  QdId anchor;

  g_assert (QD_IS_MOVE_DIALOG (self));

  if (column == NULL)
    return;

  /* The card itself does not count on its way down. */
  slot = (guint) gtk_spin_button_get_value_as_int (self->position) - 1;
  if (qd_card_slot_find (G_LIST_MODEL (column), self->card, &position) &&
      slot > position)
    slot++;

  if (qd_card_slot_get_anchor (G_LIST_MODEL (column), slot, self->card,
                               &side, &anchor) &&
      !qd_card_move (content != NULL ? content : GTK_WIDGET (parent), self->store,
                     self->card, qd_entity_get_id (QD_ENTITY (column)), side, anchor,
                     &error))
    qd_field_error_show (self->error, NULL, error->message);
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
select_item (GtkDropDown *drop_down,
             gpointer     item)
{
  GListModel *model = gtk_drop_down_get_model (drop_down);
  guint position;

  if (QD_IS_ORDERED_LIST (model) && item != NULL &&
      qd_ordered_list_find (QD_ORDERED_LIST (model), item, &position))
    gtk_drop_down_set_selected (drop_down, position);
}

static void
qd_move_dialog_constructed (GObject *object)
{
  QdMoveDialog *self = QD_MOVE_DIALOG (object);
  QdColumn *column = qd_card_get_column (self->card);
  QdWorkspace *workspace = qd_store_get_workspace (self->store);
  g_autofree char *title = qd_card_text_title (self->card);

  G_OBJECT_CLASS (qd_move_dialog_parent_class)->constructed (object);

  gtk_label_set_text (self->card_label, title);
  gtk_text_set_activates_default (
    GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (self->position))), TRUE);
  set_names (self->boards, G_CALLBACK (qd_board_words_name));
  set_names (self->columns, G_CALLBACK (dup_column_name));

  gtk_drop_down_set_model (self->boards,
                           G_LIST_MODEL (qd_workspace_get_boards (workspace)));
  select_item (self->boards, qd_column_get_board (column));
  select_item (self->columns, column);
}

static void
qd_move_dialog_set_property (GObject      *object,
                             guint         property_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  QdMoveDialog *self = QD_MOVE_DIALOG (object);

  switch (property_id)
    {
    case PROP_STORE:
      self->store = g_value_dup_object (value);
      break;

    case PROP_CARD:
      self->card = g_value_dup_object (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
qd_move_dialog_dispose (GObject *object)
{
  QdMoveDialog *self = QD_MOVE_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_MOVE_DIALOG);
  g_clear_object (&self->card);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qd_move_dialog_parent_class)->dispose (object);
}

static void
qd_move_dialog_class_init (QdMoveDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = qd_move_dialog_constructed;
  object_class->set_property = qd_move_dialog_set_property;
  object_class->dispose = qd_move_dialog_dispose;

  /**
   * QdMoveDialog:store:
   *
   * The file that the card is in.
   */
  properties[PROP_STORE] =
    g_param_spec_object ("store", NULL, NULL,
                         QD_TYPE_STORE,
                         G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY |
                         G_PARAM_STATIC_STRINGS);

  /**
   * QdMoveDialog:card:
   *
   * The card to move.
   */
  properties[PROP_CARD] =
    g_param_spec_object ("card", NULL, NULL,
                         QD_TYPE_CARD,
                         G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY |
                         G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0,
                                       "window.close", NULL);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/quarterdeck/Quarterdeck/qd-move-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, QdMoveDialog, card_label);
  gtk_widget_class_bind_template_child (widget_class, QdMoveDialog, boards);
  gtk_widget_class_bind_template_child (widget_class, QdMoveDialog, columns);
  gtk_widget_class_bind_template_child (widget_class, QdMoveDialog, position);
  gtk_widget_class_bind_template_child (widget_class, QdMoveDialog, move_button);
  gtk_widget_class_bind_template_child (widget_class, QdMoveDialog, error);
  gtk_widget_class_bind_template_callback (widget_class, on_board_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_column_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_move_clicked);
}

static void
qd_move_dialog_init (QdMoveDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * qd_move_dialog_present:
 * @parent: a widget in the window that asks
 * @store: the file that the card is in
 * @card: the card to move
 *
 * Shows a dialog over the window of @parent. It closes and destroys itself.
 *
 * Returns: (transfer none): the dialog
 */
QdMoveDialog *
qd_move_dialog_present (GtkWidget *parent,
                        QdStore   *store,
                        QdCard    *card)
{
  QdMoveDialog *self;

  g_return_val_if_fail (GTK_IS_WIDGET (parent), NULL);
  g_return_val_if_fail (QD_IS_STORE (store), NULL);
  g_return_val_if_fail (QD_IS_CARD (card), NULL);

  self = g_object_new (QD_TYPE_MOVE_DIALOG,
                       "transient-for", gtk_widget_get_root (parent),
                       "store", store,
                       "card", card,
                       NULL);
  gtk_window_present (GTK_WINDOW (self));

  return self;
}
