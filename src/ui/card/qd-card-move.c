/* Moving a card for a person, wherever they asked for it: what the card lost on the way
 * to another board is said in a toast.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "widgets/qd-card-text.h"
#include "widgets/qd-toaster.h"

#include "qd-card-move.h"

/* The label can be had there, too: the toast offers that. */
static void
offer_label (GtkWidget   *widget,
             QdCard      *card,
             QdObjective *lost)
{
  QdBoard *board = qd_column_get_board (qd_card_get_column (card));
  g_autofree char *title = qd_card_text_title (card);
  g_autofree char *objective = qd_card_text_clip (qd_entity_get_title (QD_ENTITY (lost)));
  g_autofree char *text = NULL;

  /* Translators: a card, a board, and an objective that the board does not have. */
  text = g_strdup_printf (_("Moved “%s” to %s, without its label: there is no “%s”."), title,
                          qd_entity_get_title (QD_ENTITY (board)), objective);
  qd_toaster_offer (widget, text, _("Create It There"), "win.label-anew",
                    g_variant_new ("(xx)", qd_entity_get_id (QD_ENTITY (card)),
                                   qd_entity_get_id (QD_ENTITY (lost))));
}

/**
 * qd_card_move:
 * @any_descendant: a widget inside a #QdToaster
 * @store: the file that the card is in
 * @card: a card
 * @column: the id of the column that it shall stand in
 * @side: where there
 * @anchor: the id of the neighbour that @side speaks of, or %QD_ID_NONE
 * @error: return location
 *
 * Returns: whether it stands there
 */
gboolean
qd_card_move (GtkWidget  *any_descendant,
              QdStore    *store,
              QdCard     *card,
              QdId        column,
              QdSide      side,
              QdId        anchor,
              GError    **error)
{
  g_autoptr (QdObjective) label = NULL;

  g_return_val_if_fail (GTK_IS_WIDGET (any_descendant), FALSE);
  g_return_val_if_fail (QD_IS_STORE (store), FALSE);
  g_return_val_if_fail (QD_IS_CARD (card), FALSE);

  g_set_object (&label, qd_card_get_objective (card));
  if (!qd_edit_move (store, QD_ENTITY_CARD, qd_entity_get_id (QD_ENTITY (card)), column, side,
                     anchor, error))
    return FALSE;

  if (label != NULL && qd_card_get_objective (card) == NULL &&
      qd_card_get_column (card) != NULL)
    offer_label (any_descendant, card, label);

  return TRUE;
}
