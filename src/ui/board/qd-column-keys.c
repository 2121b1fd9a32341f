/* The keys that a list of cards would swallow although they lead out of it, or mean
 * something else on a board.
 *
 * To the neighbours of a column goes the board; what is above and below the cards is the
 * column's.
 */

#include "config.h"

#include "widgets/qd-card-slot.h"

#include "qd-column-keys.h"

/* The card that has the focus, if any, and where it stands. */
static QdCard *
find_focus (QdCardList *list,
            guint      *position)
{
  QdCard *card = qd_card_list_get_focus (list);

  if (card == NULL || !qd_card_slot_find (qd_card_list_get_cards (list), card, position))
    return NULL;

  return card;
}

static gboolean
leave_sideways (QdColumnView *column,
                const char   *action)
{
  gtk_widget_activate_action (GTK_WIDGET (column), action, NULL);

  return GDK_EVENT_STOP;
}

static gboolean
on_key_pressed (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                QdColumnView          *column)
{
  QdCardList *list = qd_column_view_get_list (column);
  guint position = 0;
  QdCard *card;
  guint n_rows;

  g_assert (QD_IS_COLUMN_VIEW (column));

  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;

  card = find_focus (list, &position);
  n_rows = g_list_model_get_n_items (qd_card_list_get_cards (list)) -
           qd_card_list_get_n_hidden (list);

  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return leave_sideways (column, "board.go-left");

    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return leave_sideways (column, "board.go-right");

    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      if (card != NULL && position > 0)
        return GDK_EVENT_PROPAGATE;
      return gtk_widget_grab_focus (qd_column_view_get_menu_button (column));

    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      if (card != NULL && position + 1 < n_rows)
        return GDK_EVENT_PROPAGATE;
      return qd_column_view_focus_foot (column);

    /* A list would take the selection off again. */
    case GDK_KEY_space:
    case GDK_KEY_KP_Space:
      if (card != NULL)
        {
          qd_card_list_focus_card (list, card);
          gtk_widget_activate_action (GTK_WIDGET (column), "card.check-in", NULL);
        }
      return GDK_EVENT_STOP;

    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      qd_card_list_focus_slot (list, G_MAXUINT);
      return GDK_EVENT_STOP;

    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/**
 * qd_column_keys_attach:
 * @column: a column of a board
 *
 * Takes the keys before its list does, from now on.
 */
void
qd_column_keys_attach (QdColumnView *column)
{
  GtkEventController *controller;

  g_return_if_fail (QD_IS_COLUMN_VIEW (column));

  controller = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect (controller, "key-pressed", G_CALLBACK (on_key_pressed), column);
  gtk_widget_add_controller (GTK_WIDGET (qd_column_view_get_list (column)), controller);
}
