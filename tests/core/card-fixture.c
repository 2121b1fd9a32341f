/* A board with one key result that has one of everything, for tests of what a person
 * does with it.
 */

#include "config.h"

#include "card-fixture.h"
#include "state-dump.h"
#include "store/qd-edit-card.h"
#include "store/qd-edit-checkin.h"
#include "store/qd-edit.h"

QdDay
card_fixture_day (guint day_of_month)
{
  return qd_day_new (2026, 10, day_of_month);
}

static void
fill_card (Fixture *fixture)
{
  static const QdCheckinDraft draft = {
    .value = 12, .note = "A start", .blocker = "No data", .confidence = 6,
  };
  QdCheckinDraft first = draft;
  QdStore *store = fixture->store;
  const QdId card = fixture->card;

  first.day = card_fixture_day (2);
  g_assert_true (qd_edit_set_metric (store, card, QD_METRIC_CHANGE, NULL));
  g_assert_true (qd_edit_set_figure (store, card, QD_FIELD_CARD_BASELINE, 10, NULL));
  g_assert_true (qd_edit_set_figure (store, card, QD_FIELD_CARD_TARGET, 20, NULL));
  g_assert_true (qd_edit_set_figure (store, card, QD_FIELD_CARD_UPPER, 40, NULL));
  g_assert_true (qd_edit_set_figure (store, card, QD_FIELD_CARD_WEIGHT, 3, NULL));
  g_assert_true (qd_edit_set_text (store, card, QD_FIELD_CARD_UNIT, "%", FALSE, NULL));
  fixture->milestone = qd_edit_new_milestone (store, card, "Pilot", NULL);
  g_assert_cmpint (qd_edit_new_milestone (store, card, "Roll-out", NULL), !=, QD_ID_NONE);
  fixture->phase = qd_edit_new_phase (store, card, card_fixture_day (15), 13, NULL);
  fixture->dependency = qd_edit_new_dependency (store, card, "Data feed", "Platform",
                                                card_fixture_day (1), NULL);
  fixture->checkin = qd_edit_check_in (store, card, &first, NULL);
  fixture->comment = qd_edit_new_comment (store, card, "Well begun", NULL);
}

void
card_fixture_set_up (Fixture       *fixture,
                     gconstpointer  data)
{
  fixture->scratch = scratch_new ();
  fixture->clock.now = FIXTURE_NOW;
  fixture->store = fixture_open (fixture->scratch->path, &fixture->clock);
  fixture->board = fixture_new_board (fixture->store, "Growth");
  fixture_load_board (fixture->store, fixture->board);
  for (guint i = 0; i < G_N_ELEMENTS (fixture->columns); i++)
    fixture->columns[i] = fixture_column (fixture->store, fixture->board, i);
  fixture->objective = qd_edit_new_objective (fixture->store, fixture->board, "Delight", NULL, 0,
                                              QD_ID_NONE, NULL);
  fixture->card = fixture_new_card (fixture->store, fixture->columns[0], "Raise NPS");
  fill_card (fixture);
  fixture->clock.now += 60000;
}

void
card_fixture_tear_down (Fixture       *fixture,
                        gconstpointer  data)
{
  g_assert_finalize_object (fixture->store);
  scratch_free (fixture->scratch);
}

/* The file and the models. */
char *
card_fixture_dump (Fixture *fixture)
{
  g_autofree char *tables = state_dump_tables (fixture->scratch->path);
  g_autofree char *expected = state_dump_from_payloads (fixture->scratch->path);
  g_autofree char *models = state_dump_models (qd_store_get_workspace (fixture->store));

  state_assert_same ("The projections and what the log says", tables, expected);

  return g_strconcat (tables, models, NULL);
}

/* How many entries the log has. */
gint64
card_fixture_count (Fixture *fixture)
{
  return scratch_count (fixture->scratch->path, "tx");
}

QdId
card_fixture_say (Fixture *fixture,
                  guint    day_of_month,
                  double   value,
                  QdId     supersedes)
{
  const QdCheckinDraft draft = {
    .day = card_fixture_day (day_of_month), .value = value, .note = "So",
    .confidence = QD_CONFIDENCE_NONE, .supersedes = supersedes,
  };
  g_autoptr (GError) error = NULL;
  QdId id = qd_edit_check_in (fixture->store, fixture->card, &draft, &error);

  g_assert_no_error (error);

  return id;
}
