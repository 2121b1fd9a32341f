/* How a board goes, read from a file: what was once told of a week stays so. */

#include "config.h"

#include "flow-fixture.h"
#include "store/qd-board-flow.h"
#include "store/qd-edit-card.h"
#include "store/qd-edit-checkin.h"
#include "store/qd-edit.h"

#define ADD(path, function) \
  g_test_add (path, FlowFixture, NULL, flow_fixture_set_up, function, flow_fixture_tear_down)

/* The first day on which check-ins are due, counted from FIXTURE_NOW; so soon, nobody is
 * asked for what is made on that. */
#define FIRST_DUE 1

static void
go_to_day (FlowFixture *self,
           int          day)
{
  self->clock.now = FIXTURE_NOW + day * DAY;
}

/* Also as whoever opens the file now sees it. */
static void
assert_marks (FlowFixture *self,
              const char  *expected)
{
  static const char letters[] = {
    [QD_STREAK_KEPT] = 'k', [QD_STREAK_MISSED] = 'm', [QD_STREAK_IDLE] = 'i',
    [QD_STREAK_OPEN] = 'o',
  };
  const QdDay today = qd_day_of_instant (self->clock.now);

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GString) marks = g_string_new (NULL);
      g_autoptr (QdBoardFlow) flow = NULL;

      flow = i == 0 ? qd_board_flow_read (self->store, self->board, today, &error)
                    : qd_board_flow_read_file (self->scratch->path, self->board, today, NULL,
                                               &error);
      g_assert_no_error (error);
      for (guint j = 0; j < flow->streak->marks->len; j++)
        g_string_append_c (marks, letters[g_array_index (flow->streak->marks, QdStreakMark,
                                                         j).state]);
      g_assert_cmpstr (marks->str, ==, expected);
    }
}

static QdId
say (FlowFixture *self,
     QdId         card,
     guint        week,
     double       value,
     QdId         corrects)
{
  g_autoptr (GError) error = NULL;
  const QdCheckinDraft draft = {
    .day = qd_day_of_instant (FIXTURE_NOW) + FIRST_DUE + 7 * week, .value = value,
    .confidence = QD_CONFIDENCE_NONE, .supersedes = corrects,
  };
  const QdId checkin = qd_edit_check_in (self->store, card, &draft, &error);

  g_assert_no_error (error);

  return checkin;
}

static void
archive (FlowFixture  *self,
         QdEntityKind  kind,
         QdId          id)
{
  g_autoptr (GError) error = NULL;

  qd_edit_archive (self->store, kind, id, TRUE, &error);
  g_assert_no_error (error);
}

/* What was not reached was asked for in Complete, too: putting it away makes no such week
 * one in which nothing was due. */
static void
test_put_away (FlowFixture   *self,
               gconstpointer  unused)
{
  const QdId card = fixture_new_card (self->store, self->columns[1], "Raise NPS");

  g_assert_true (qd_edit_set_metric (self->store, card, QD_METRIC_CHANGE, NULL));
  g_assert_true (qd_edit_set_figure (self->store, card, QD_FIELD_CARD_BASELINE, 0, NULL));
  g_assert_true (qd_edit_set_figure (self->store, card, QD_FIELD_CARD_TARGET, 100, NULL));
  go_to_day (self, 2);
  say (self, card, 0, 60, QD_ID_NONE);
  flow_fixture_move (self, card, self->columns[3]);
  go_to_day (self, 16);
  say (self, card, 2, 70, QD_ID_NONE);
  go_to_day (self, 27);
  assert_marks (self, "imkm");
  archive (self, QD_ENTITY_CARD, card);
  assert_marks (self, "imkm");
}

/* A card that tells of weeks before it was written down is as old as these, also when it
 * has been put away since. */
static void
test_from_elsewhere (FlowFixture   *self,
                     gconstpointer  unused)
{
  QdId card;

  go_to_day (self, 20);
  card = fixture_new_card (self->store, self->columns[1], "Raise NPS");
  say (self, card, 0, 1, QD_ID_NONE);
  say (self, card, 1, 2, QD_ID_NONE);
  go_to_day (self, 27);
  assert_marks (self, "ikmm");
  archive (self, QD_ENTITY_CARD, card);
  assert_marks (self, "ikmm");
}

/* Of several that correct the same, one counts, and for one week. */
static void
test_corrected (FlowFixture   *self,
                gconstpointer  unused)
{
  const QdId card = fixture_new_card (self->store, self->columns[1], "Raise NPS");
  QdId slip, second;

  go_to_day (self, 20);
  slip = say (self, card, 1, 350, QD_ID_NONE);
  say (self, card, 1, 35, slip);
  assert_marks (self, "ikm");
  go_to_day (self, 21);
  second = say (self, card, 2, 36, slip);
  assert_marks (self, "imk");
  archive (self, QD_ENTITY_CHECKIN, second);
  assert_marks (self, "ikm");
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("TZ", "UTC", TRUE);
  g_test_init (&argc, &argv, NULL);

  ADD ("/board-flow/put-away", test_put_away);
  ADD ("/board-flow/from-elsewhere", test_from_elsewhere);
  ADD ("/board-flow/corrected", test_corrected);

  return g_test_run ();
}
