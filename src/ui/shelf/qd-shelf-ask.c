/* What is asked about the shelf: why something waits, and which one does when there are
 * more than the method advises.
 *
 * An objective is thought about, so the question comes before it is made, and Escape leads
 * back to what was typed. Key results are typed one after the other: nothing may come
 * between two of them, so they are made first, and the question is offered beside them.
 * Whoever keeps all is not asked again about that board or objective while the file is
 * open.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "method/qd-standing.h"
#include "model/qd-board-standing.h"
#include "model/qd-focus.h"
#include "model/qd-key-result.h"
#include "qd-shelf-ask.h"
#include "store/qd-edit-shelf.h"
#include "widgets/qd-card-text.h"
#include "widgets/qd-toaster.h"

#define KEPT "qd-kept-all"

static gboolean
keeps_all (gpointer entity)
{
  return g_object_get_data (G_OBJECT (entity), KEPT) != NULL;
}

static void
tell (GtkWidget *parent,
      QdEntity  *entity)
{
  g_autofree char *title = qd_card_text_clip (qd_entity_get_title (entity));
  /* Translators: an objective or a key result. */
  g_autofree char *text = g_strdup_printf (_("“%s” waits on the shelf"), title);

  qd_toaster_say (parent, text, TRUE);
}

static gboolean
shelve (QdShelfDialog *dialog,
        QdId           id,
        const char    *reason,
        GtkWidget     *parent)
{
  QdStore *store = qd_shelf_dialog_get_store (dialog);
  g_autoptr (QdEntity) entity = NULL;
  g_autoptr (GError) error = NULL;

  g_set_object (&entity, qd_store_lookup (store, id));
  if (entity == NULL ||
      !qd_edit_shelve (store, QD_IS_OBJECTIVE (entity) ? QD_ENTITY_OBJECTIVE : QD_ENTITY_CARD,
                       id, reason, &error))
    {
      if (error != NULL)
        qd_shelf_dialog_refuse (dialog, error);
      return entity == NULL;
    }
  tell (parent, entity);

  return TRUE;
}

static gboolean
on_why_answered (QdShelfDialog *dialog,
                 QdId           id,
                 const char    *reason,
                 GtkWidget     *parent)
{
  g_assert (QD_IS_SHELF_DIALOG (dialog));

  return shelve (dialog, id, reason, parent);
}

static gboolean
on_key_result_answered (QdShelfDialog *dialog,
                        QdId           id,
                        const char    *reason,
                        GtkWidget     *parent)
{
  QdEntity *objective;

  g_assert (QD_IS_SHELF_DIALOG (dialog));

  if (id != QD_ID_NONE)
    return shelve (dialog, id, reason, parent);

  objective = g_object_get_data (G_OBJECT (dialog), "qd-objective");
  qd_shelf_keep_all (objective);

  return TRUE;
}

/**
 * qd_shelf_ask_why:
 * @parent: a widget in the window that asks, inside a #QdToaster
 * @store: the file
 * @entity: an objective or a key result
 *
 * Asks why something waits, and puts it on the shelf.
 */
void
qd_shelf_ask_why (GtkWidget *parent,
                  QdStore   *store,
                  QdEntity  *entity)
{
  g_autofree char *title = NULL;
  g_autofree char *text = NULL;
  QdShelfDialog *dialog;

  g_return_if_fail (QD_IS_ENTITY (entity));

  title = qd_card_text_clip (qd_entity_get_title (entity));
  text = g_strdup_printf (QD_IS_OBJECTIVE (entity)
                            /* Translators: an objective. */
                            ? _("“%s” and its key results leave the board and wait on the "
                                "shelf.")
                            /* Translators: a key result. */
                            : _("“%s” leaves the board and waits on the shelf."),
                          title);
  dialog = qd_shelf_dialog_new (parent, store, text);
  qd_shelf_dialog_set_one (dialog, qd_entity_get_id (entity));
  g_signal_connect_object (dialog, "answered", G_CALLBACK (on_why_answered), parent, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * qd_shelf_keep_all:
 * @entity: a board, or an objective
 *
 * Remembers, while the file is open, that all that is on it shall be kept.
 */
void
qd_shelf_keep_all (gpointer entity)
{
  g_return_if_fail (QD_IS_ENTITY (entity));

  g_object_set_data (G_OBJECT (entity), KEPT, GINT_TO_POINTER (TRUE));
}

/**
 * qd_shelf_is_room:
 * @board: a board
 *
 * Returns: whether one more objective can come without a question
 */
gboolean
qd_shelf_is_room (QdBoard *board)
{
  QdFocus focus;

  g_return_val_if_fail (QD_IS_BOARD (board), TRUE);

  qd_focus_of_board (board, &focus);

  return !focus.is_full || keeps_all (board);
}

/**
 * qd_shelf_ask_objective:
 * @parent: a widget in the window that asks
 * @store: the file
 * @board: a board that has enough objectives
 * @title: of the one that comes
 *
 * Asks which objective waits for another one. Whoever asked does what is answered.
 *
 * Returns: (transfer none): the dialog, which shows
 */
QdShelfDialog *
qd_shelf_ask_objective (GtkWidget  *parent,
                        QdStore    *store,
                        QdBoard    *board,
                        const char *title)
{
  QdOrderedList *objectives = qd_board_get_objectives (board);
  g_autofree char *clipped = qd_card_text_clip (title);
  g_autofree char *text = NULL;
  QdShelfDialog *dialog;
  QdFocus focus;

  qd_focus_of_board (board, &focus);
  text = g_strdup_printf (ngettext ("The board has %u objective, and up to %u keep a team "
                                    "focused. Which one waits for another cycle, so that "
                                    "there is room for “%s”?",
                                    "The board has %u objectives, and up to %u keep a team "
                                    "focused. Which one waits for another cycle, so that "
                                    "there is room for “%s”?", focus.n),
                          focus.n, focus.limit, clipped);
  dialog = qd_shelf_dialog_new (parent, store, text);
  for (guint i = 0; i < qd_ordered_list_get_length (objectives); i++)
    {
      QdObjective *objective = qd_ordered_list_peek (objectives, i);
      QdObjectiveStanding standing;

      qd_objective_standing_of (board, objective, qd_board_get_today (board), &standing);
      qd_shelf_dialog_add (dialog, qd_entity_get_id (QD_ENTITY (objective)),
                           qd_entity_get_title (QD_ENTITY (objective)), standing.progress);
    }
  gtk_window_present (GTK_WINDOW (dialog));

  return dialog;
}

/**
 * qd_shelf_offer_swap:
 * @any_descendant: a widget inside a #QdToaster
 * @store: the file
 * @objective: what a key result has just come to, or %QD_ID_NONE
 *
 * Offers to choose which key result waits, where there are more than the method advises.
 */
void
qd_shelf_offer_swap (GtkWidget *any_descendant,
                     QdStore   *store,
                     QdId       objective)
{
  QdEntity *entity = qd_store_lookup (store, objective);
  g_autofree char *title = NULL;
  g_autofree char *text = NULL;
  QdFocus focus;

  if (!QD_IS_OBJECTIVE (entity) || keeps_all (entity))
    return;
  qd_focus_of_objective (QD_OBJECTIVE (entity), &focus);
  if (focus.n <= focus.limit)
    return;

  title = qd_card_text_clip (qd_entity_get_title (entity));
  /* Translators: an objective, and how many key results it has. */
  text = g_strdup_printf (ngettext ("“%s” has %u key result now. Which one waits?",
                                    "“%s” has %u key results now. Which one waits?", focus.n),
                          title, focus.n);
  qd_toaster_offer (any_descendant, text, _("Choose…"), "win.choose-waiting",
                    g_variant_new_int64 (objective));
}

/**
 * qd_shelf_ask_key_result:
 * @parent: a widget in the window that asks, inside a #QdToaster
 * @store: the file
 * @objective: an objective of a board that is loaded
 *
 * Asks which of its key results waits, or whether all are kept, and does so.
 */
void
qd_shelf_ask_key_result (GtkWidget   *parent,
                         QdStore     *store,
                         QdObjective *objective)
{
  QdBoard *board = qd_objective_get_board (objective);
  QdOrderedList *columns = qd_board_get_columns (board);
  g_autofree char *title = NULL;
  g_autofree char *text = NULL;
  QdShelfDialog *dialog;
  QdFocus focus;

  qd_focus_of_objective (objective, &focus);
  title = qd_card_text_clip (qd_entity_get_title (QD_ENTITY (objective)));
  text = g_strdup_printf (ngettext ("“%s” has %u key result, and up to %u keep a team "
                                    "focused. Which one waits for another cycle?",
                                    "“%s” has %u key results, and up to %u keep a team "
                                    "focused. Which one waits for another cycle?", focus.n),
                          title, focus.n, focus.limit);
  dialog = qd_shelf_dialog_new (parent, store, text);
  g_object_set_data_full (G_OBJECT (dialog), "qd-objective", g_object_ref (objective),
                          g_object_unref);
  for (guint i = 0; i < qd_ordered_list_get_length (columns); i++)
    {
      QdOrderedList *cards = qd_column_get_cards (qd_ordered_list_peek (columns, i));

      for (guint j = 0; j < qd_ordered_list_get_length (cards); j++)
        {
          gpointer card = qd_ordered_list_peek (cards, j);
          QdStanding standing;
          QdFacts facts;

          if (!QD_IS_KEY_RESULT (card) || qd_card_get_objective (card) != objective)
            continue;
          qd_key_result_get_facts (card, &facts);
          qd_standing_of (&facts, qd_board_get_today (board), &standing);
          qd_shelf_dialog_add (dialog, qd_entity_get_id (card), qd_entity_get_title (card),
                               standing.progress);
        }
    }
  g_signal_connect_object (dialog, "answered", G_CALLBACK (on_key_result_answered), parent, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}
