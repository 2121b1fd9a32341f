/* Boards of cycles that are over, made cell by cell. */

#include "config.h"

#include <math.h>

#include "closed-fixture.h"
#include "store/qd-edit-checkin.h"
#include "store/qd-edit.h"

void
closed_fixture_set_up (ClosedFixture *self,
                       gconstpointer  data)
{
  self->scratch = scratch_new ();
  self->clock.now = FIXTURE_NOW;
  self->store = fixture_open (self->scratch->path, &self->clock);
  qd_store_set_author (self->store, "Ada Author");
}

void
closed_fixture_tear_down (ClosedFixture *self,
                          gconstpointer  data)
{
  g_assert_finalize_object (self->store);
  scratch_assert_sound (self->scratch->path);
  scratch_free (self->scratch);
}

static void
commit (QdTransaction *transaction)
{
  g_autoptr (GError) error = NULL;

  qd_transaction_commit (transaction, &error);
  g_assert_no_error (error);
}

/* A board of the last quarter of a year, in the cycle of that year. */
QdId
closed_new_board (ClosedFixture *self,
                  const char    *team,
                  guint          year)
{
  g_autofree char *title = g_strdup_printf ("%u Q4", year);
  QdOrderedList *cycles = qd_workspace_get_cycles (qd_store_get_workspace (self->store));
  g_autoptr (GError) error = NULL;
  QdId board = QD_ID_NONE;

  for (guint i = 0; i < qd_ordered_list_get_length (cycles); i++)
    if (g_str_equal (qd_entity_get_title (qd_ordered_list_peek (cycles, i)), title))
      board = qd_edit_new_board (self->store, team,
                                 qd_entity_get_id (qd_ordered_list_peek (cycles, i)), &error);
  if (board == QD_ID_NONE)
    board = qd_edit_new_board_in_new_cycle (self->store, team, title, qd_day_new (year, 10, 1),
                                            qd_day_new (year, 12, 31), &error);
  g_assert_no_error (error);

  return board;
}

/* A grade of NAN for none. */
QdId
closed_new_card (ClosedFixture *self,
                 QdId           board,
                 const char    *title,
                 double         grade,
                 const char    *learning)
{
  const QdId card = fixture_new_card (self->store, fixture_column (self->store, board, 1), title);

  closed_set_integer (self, card, QD_FIELD_CARD_METRIC, QD_METRIC_CHANGE);
  if (!isnan (grade))
    closed_set_real (self, card, QD_FIELD_CARD_GRADE, grade);
  if (learning != NULL)
    closed_set_text (self, card, QD_FIELD_CARD_LEARNING, learning);

  return card;
}

void
closed_set_real (ClosedFixture *self,
                 QdId           id,
                 QdField        field,
                 double         value)
{
  g_autoptr (QdTransaction) transaction = qd_transaction_new (self->store, QD_TRANSACTION_EDIT);

  qd_transaction_set_real (transaction, id, field, value);
  commit (transaction);
}

void
closed_set_integer (ClosedFixture *self,
                    QdId           id,
                    QdField        field,
                    gint64         value)
{
  g_autoptr (QdTransaction) transaction = qd_transaction_new (self->store, QD_TRANSACTION_EDIT);

  qd_transaction_set_integer (transaction, id, field, value);
  commit (transaction);
}

void
closed_set_text (ClosedFixture *self,
                 QdId           id,
                 QdField        field,
                 const char    *value)
{
  g_autoptr (QdTransaction) transaction = qd_transaction_new (self->store, QD_TRANSACTION_EDIT);

  qd_transaction_set_text (transaction, id, field, value);
  commit (transaction);
}

void
closed_set_id (ClosedFixture *self,
               QdId           id,
               QdField        field,
               QdId           value)
{
  g_autoptr (QdTransaction) transaction = qd_transaction_new (self->store, QD_TRANSACTION_EDIT);

  qd_transaction_set_id (transaction, id, field, value);
  commit (transaction);
}

QdId
closed_say (ClosedFixture *self,
            QdId           card,
            QdDay          day,
            double         value,
            int            confidence)
{
  const QdCheckinDraft draft = { .day = day, .value = value, .confidence = confidence };
  g_autoptr (GError) error = NULL;
  QdId checkin;

  self->clock.now += 60 * 1000;
  checkin = qd_edit_check_in (self->store, card, &draft, &error);
  g_assert_no_error (error);

  return checkin;
}

void
closed_close (ClosedFixture *self,
              QdId           board,
              QdDay          day)
{
  g_autoptr (QdTransaction) transaction = qd_transaction_new (self->store, QD_TRANSACTION_EDIT);

  qd_transaction_set_day (transaction, board, QD_FIELD_BOARD_CLOSED, day);
  commit (transaction);
}
