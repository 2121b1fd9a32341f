/* How cards of a board divide among its objectives, as a strip and in words.
 *
 * Counts once what it is given, and hears of no change.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "model/qd-card.h"

#include "qd-card-text.h"
#include "qd-objective-spread.h"
#include "qd-palette.h"

struct _QdObjectiveSpread
{
  QdOrderedList *objectives; /* (unowned) */
  guint length;
  guint counts[]; /* as many as objectives, and behind them the cards without one */
};

/* Where an objective is in the list; the length of the list for none. */
static guint
get_index (QdObjectiveSpread *self,
           QdObjective       *objective)
{
  guint index = 0;

  while (index < self->length &&
         qd_ordered_list_peek (self->objectives, index) != objective)
    index++;

  return index;
}

static void
append_count (GString    *words,
              const char *name,
              guint       count)
{
  if (count == 0)
    return;

  if (words->len > 0)
    g_string_append (words, C_("enumeration", ", "));
  /* Translators: an objective, and how many cards of the column belong to it */
  g_string_append_printf (words, _("%s %u"), name, count);
}

/**
 * qd_objective_spread_new:
 * @board: a board; must outlive the result
 *
 * Returns: (transfer full): the spread of no cards yet
 */
QdObjectiveSpread *
qd_objective_spread_new (QdBoard *board)
{
  QdObjectiveSpread *self;
  guint length;

  g_return_val_if_fail (QD_IS_BOARD (board), NULL);

  length = qd_ordered_list_get_length (qd_board_get_objectives (board));
  self = g_malloc0 (sizeof *self + (length + 1) * sizeof *self->counts);
  self->objectives = qd_board_get_objectives (board);
  self->length = length;

  return self;
}

/**
 * qd_objective_spread_free:
 * @self: (transfer full): a spread
 */
void
qd_objective_spread_free (QdObjectiveSpread *self)
{
  g_free (self);
}

/**
 * qd_objective_spread_add:
 * @self: a spread
 * @column: a column of its board
 * @filter: (nullable): which of its cards to count
 *
 * Returns: how many cards of the column were counted
 */
guint
qd_objective_spread_add (QdObjectiveSpread *self,
                         QdColumn          *column,
                         GtkFilter         *filter)
{
  QdOrderedList *cards;
  guint n_counted = 0;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (QD_IS_COLUMN (column), 0);

  cards = qd_column_get_cards (column);
  for (guint i = 0; i < qd_ordered_list_get_length (cards); i++)
    {
      QdCard *card = qd_ordered_list_peek (cards, i);

      if (filter != NULL && !gtk_filter_match (filter, card))
        continue;

      self->counts[get_index (self, qd_card_get_objective (card))]++;
      n_counted++;
    }

  return n_counted;
}

/**
 * qd_objective_spread_segments:
 * @self: a spread
 * @n_segments: (out): how many there are
 *
 * Returns: (transfer full) (array length=n_segments): a segment for each objective,
 *   in their order, and one for the cards without
 */
QdSegment *
qd_objective_spread_segments (QdObjectiveSpread *self,
                              guint             *n_segments)
{
  QdSegment *segments;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (n_segments != NULL, NULL);

  segments = g_new (QdSegment, self->length + 1);
  for (guint i = 0; i < self->length; i++)
    {
      QdObjective *objective = qd_ordered_list_peek (self->objectives, i);

      segments[i].share = self->counts[i];
      segments[i].css_class = qd_palette_get_class (qd_objective_get_colour (objective));
    }
  segments[self->length] = (QdSegment) { self->counts[self->length], "no-objective" };
  *n_segments = self->length + 1;

  return segments;
}

/**
 * qd_objective_spread_describe:
 * @self: a spread
 *
 * Returns: (transfer full): "Remote teams 3, No Objective 1"; "" for no cards
 */
char *
qd_objective_spread_describe (QdObjectiveSpread *self)
{
  GString *words;

  g_return_val_if_fail (self != NULL, NULL);

  words = g_string_new (NULL);
  for (guint i = 0; i < self->length; i++)
    {
      QdEntity *objective = qd_ordered_list_peek (self->objectives, i);
      g_autofree char *name = qd_card_text_clip (qd_entity_get_title (objective));

      append_count (words, name, self->counts[i]);
    }
  append_count (words, _("No Objective"), self->counts[self->length]);

  return g_string_free (words, FALSE);
}
