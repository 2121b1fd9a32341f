/* A board with a past: cards that went from column to column, and check-ins of seven
 * weeks.
 */

#include "config.h"

#include <math.h>

#include "flow-fixture.h"
#include "store/qd-edit-card.h"
#include "store/qd-edit-checkin.h"
#include "store/qd-edit.h"

/* Where each card goes, by the days after FIXTURE_NOW and the column. */
static const struct
{
  int day;
  guint card;
  guint column;
} moves[] = {
  { 4, 0, 1 }, { 9, 1, 1 }, { 14, 2, 1 }, { 15, 0, 2 }, { 19, 1, 2 }, { 26, 0, 1 },
  { 31, 3, 1 }, { 33, 1, 1 }, { 36, 2, 3 }, { 40, 0, 3 }, { 43, 3, 2 },
};

static const char * const titles[FLOW_N_CARDS] = {
  "Raise NPS from 31 to 45", "Shorten the first answer to 4 hours", "Ship the mobile client",
  "Cut churn to 2 %", "Interview 30 customers", "Publish the price list",
};

/* The first check-in is due on a Friday, one day after the first. It is Sunday, the 22nd
 * of November, in the eighth week. */
#define N_WEEKS 8
#define N_DAYS 52

static void
check_in (FlowFixture *self,
          guint        card,
          guint        week)
{
  const QdCheckinDraft draft = {
    .day = qd_day_of_instant (FIXTURE_NOW) + 1 + 7 * week, .value = week, .confidence = 5,
  };

  g_assert_cmpint (qd_edit_check_in (self->store, self->cards[card], &draft, NULL), !=,
                   QD_ID_NONE);
}

/* Everybody but in the third week; in the eighth, not everybody yet. */
static void
check_in_all (FlowFixture *self,
              guint        week)
{
  for (guint i = 0; i < FLOW_N_CARDS; i++)
    if ((week != 3 || i != 1) && (week + 1 < N_WEEKS || i < 2))
      check_in (self, i, week);
}

void
flow_fixture_move (FlowFixture *self,
                   QdId         card,
                   QdId         column)
{
  g_autoptr (GError) error = NULL;

  qd_edit_move (self->store, QD_ENTITY_CARD, card, column, QD_SIDE_LAST, QD_ID_NONE, &error);
  g_assert_no_error (error);
}

void
flow_fixture_fill (FlowFixture *self)
{
  guint move = 0;

  for (guint i = 0; i < FLOW_N_CARDS; i++)
    self->cards[i] = fixture_new_card (self->store, self->columns[0], titles[i]);

  for (int day = 0; day <= N_DAYS; day++)
    {
      self->clock.now = FIXTURE_NOW + day * DAY;
      for (; move < G_N_ELEMENTS (moves) && moves[move].day == day; move++)
        flow_fixture_move (self, self->cards[moves[move].card],
                           self->columns[moves[move].column]);
      if (day % 7 == 1)
        check_in_all (self, (guint) day / 7);
    }
}

void
flow_fixture_set_up (FlowFixture   *self,
                     gconstpointer  unused)
{
  self->scratch = scratch_new ();
  self->clock.now = FIXTURE_NOW;
  self->store = fixture_open (self->scratch->path, &self->clock);
  self->board = fixture_new_board (self->store, "Customer Success");
  fixture_load_board (self->store, self->board);
  for (guint i = 0; i < G_N_ELEMENTS (self->columns); i++)
    self->columns[i] = fixture_column (self->store, self->board, i);
}

void
flow_fixture_set_up_full (FlowFixture   *self,
                          gconstpointer  unused)
{
  flow_fixture_set_up (self, NULL);
  flow_fixture_fill (self);
}

void
flow_fixture_tear_down (FlowFixture   *self,
                        gconstpointer  unused)
{
  g_clear_object (&self->store);
  scratch_assert_sound (self->scratch->path);
  scratch_free (self->scratch);
}

/* "1:0-2880 2:2880-", in minutes after FIXTURE_NOW: the position of the column, from when
 * and to when; another card on another line. Frees @stays.
 */
char *
flow_fixture_list (FlowFixture *self,
                   GArray      *stays)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < stays->len; i++)
    {
      const QdStay *stay = &g_array_index (stays, QdStay, i);
      guint column = 0;

      while (column < G_N_ELEMENTS (self->columns) && self->columns[column] != stay->column)
        column++;
      if (i > 0)
        g_string_append_c (text, stay[-1].card == stay->card ? ' ' : '\n');
      g_string_append_printf (text, "%u", column);
      if (stay->role != QD_COLUMN_NOT_STARTED + column)
        g_string_append_printf (text, "/%d", (int) stay->role);
      g_string_append_printf (text, ":%" G_GINT64_FORMAT "-",
                              (stay->from - FIXTURE_NOW) / 60000);
      if (stay->until != QD_STAY_STILL)
        g_string_append_printf (text, "%" G_GINT64_FORMAT,
                                (stay->until - FIXTURE_NOW) / 60000);
    }
  g_array_unref (stays);

  return g_string_free (text, FALSE);
}
