/* What the tests of "check-in", "show" and "status" look at, and how programs read
 * what they write.
 */

#include "config.h"

#include "cli-fixture.h"
#include "store/qd-db.h"
#include "store/qd-edit.h"

static QdId
add_key_result (QdStore      *store,
                QdId          column,
                QdId          objective,
                const char   *title,
                QdMetricKind  metric)
{
  g_autoptr (GError) error = NULL;
  QdId card = qd_edit_new_card (store, column, title, objective, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (qd_edit_set_metric (store, card, metric, &error));
  g_assert_no_error (error);

  return card;
}

static void
set_span (QdStore *store,
          QdId     card,
          double   baseline,
          double   target)
{
  g_assert_true (qd_edit_set_figure (store, card, QD_FIELD_CARD_BASELINE, baseline, NULL));
  g_assert_true (qd_edit_set_figure (store, card, QD_FIELD_CARD_TARGET, target, NULL));
}

/* A minute after the one before: of two of a day, the later one comes later. */
void
cli_fixture_check_in (CliFixture *self,
                      QdStore    *store,
                      QdId        card,
                      QdDay       day,
                      double      value,
                      int         confidence,
                      const char *note,
                      const char *blocker)
{
  const QdCheckinDraft draft = {
    .day = day, .value = value, .confidence = confidence, .note = note, .blocker = blocker,
  };

  self->clock.now += 60 * 1000;
  g_assert_cmpint (qd_edit_check_in (store, card, &draft, NULL), !=, QD_ID_NONE);
}

/* 30 → 50, at 35: a quarter of the way. */
static void
fill_nps (CliFixture *self,
          QdStore    *store)
{
  QdId milestone;

  set_span (store, self->nps, 30, 50);
  g_assert_true (qd_edit_set_text (store, self->nps, QD_FIELD_CARD_UNIT, "points", FALSE, NULL));
  g_assert_true (qd_edit_set_owner (store, self->nps, "Ada", NULL));
  cli_fixture_check_in (self, store, self->nps, qd_day_new (2026, 11, 13), 33, 7, NULL, NULL);
  cli_fixture_check_in (self, store, self->nps, qd_day_new (2026, 11, 20), 35, 6,
                        "Slower than hoped\nbut up", "Legal review");
  milestone = qd_edit_new_milestone (store, self->nps, "Ask all customers", NULL);
  g_assert_true (qd_edit_set_milestone_done (store, milestone, TRUE, NULL));
  milestone = qd_edit_new_milestone (store, self->nps, "Answer them", NULL);
  g_assert_true (qd_edit_set_milestone_due (store, milestone, qd_day_new (2026, 12, 1), NULL));
  g_assert_cmpint (qd_edit_new_dependency (store, self->nps, "The form", "Website team",
                                           qd_day_new (2026, 11, 2), NULL), !=, QD_ID_NONE);
  g_assert_cmpint (qd_edit_new_phase (store, self->nps, qd_day_new (2026, 12, 1), 45, NULL),
                   !=, QD_ID_NONE);
}

void
cli_fixture_set_up (CliFixture    *self,
                    gconstpointer  unused)
{
  g_autoptr (QdStore) store = NULL;
  QdId objective, columns[2];

  self->scratch = scratch_new ();
  self->clock.now = FIXTURE_NOW;
  store = fixture_open (self->scratch->path, &self->clock);
  qd_store_set_author (store, "Ada");
  self->board = fixture_new_board (store, "Customer Success");
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    columns[i] = fixture_column (store, self->board, i);
  objective = qd_edit_new_objective (store, self->board, "Delight our customers", "", 0,
                                     QD_ID_NONE, NULL);
  g_assert_cmpint (objective, !=, QD_ID_NONE);

  self->nps = add_key_result (store, columns[1], objective, "Raise NPS", QD_METRIC_CHANGE);
  fill_nps (self, store);
  self->page = add_key_result (store, columns[1], objective, "Pages load", QD_METRIC_CHANGE);
  set_span (store, self->page, 4, 2);
  self->answer = add_key_result (store, columns[0], QD_ID_NONE, "Ask 数 people",
                                 QD_METRIC_YES_NO);
}

void
cli_fixture_tear_down (CliFixture    *self,
                       gconstpointer  unused)
{
  scratch_assert_sound (self->scratch->path);
  scratch_free (self->scratch);
}

/* What a program reads of a JSON text, "" for null. */
static char *
extract (const char *json,
         const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QdDb) db = qd_db_open (":memory:", QD_DB_READ_WRITE, &error);
  sqlite3_stmt *row;
  char *text = NULL;

  g_assert_no_error (error);
  row = qd_db_query (db, &error, "SELECT coalesce(json_extract(?1, ?2), '')", "ss", json, path);
  g_assert_no_error (error);
  if (qd_db_next (db, row, &error))
    text = g_strdup (qd_db_text (row, 0));
  g_assert_no_error (error);

  return text;
}

void
assert_extracts (const CallerResult *result,
                 const char         *path,
                 const char         *wanted)
{
  g_autofree char *text = extract (result->out, path);

  if (!g_str_equal (text, wanted))
    g_error ("“%s” is “%s”, not “%s”, in:\n%s", path, text, wanted, result->out);
}
