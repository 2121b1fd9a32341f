/* What somebody who works at random does with a card and what belongs to it, and
 * what only merges, old files and future versions do to it. Begun by
 * store-random.c.
 */

#include "config.h"

#include <math.h>

#include "method/qd-confidence.h"
#include "store-random-private.h"
#include "store/qd-edit-card.h"
#include "store/qd-edit-checkin.h"
#include "store/qd-edit.h"
#include "store/qd-settle.h"
#include "store/qd-store-private.h"

static const QdEntityKind belongings[] = {
  QD_ENTITY_MILESTONE, QD_ENTITY_CHECKIN, QD_ENTITY_COMMENT, QD_ENTITY_DEPENDENCY,
  QD_ENTITY_PHASE, QD_ENTITY_ANSWER,
};

static QdDay
make_day (GRand *rand)
{
  return qd_day_new (2026, 10, (guint) g_rand_int_range (rand, 1, 6));
}

static QdDay
make_day_or_none (GRand *rand)
{
  return one_in (rand, 3) ? QD_DAY_NONE : make_day (rand);
}

/* Few enough for two of them to be the same now and then. */
static double
make_figure (GRand *rand)
{
  static const double figures[] = { 0, 1, 0.1, -2.5, 1e-7, 350, 1e15, NAN };

  return one_in (rand, 3) ? g_rand_double_range (rand, -1e6, 1e6)
                          : figures[g_rand_int_range (rand, 0, G_N_ELEMENTS (figures))];
}

/* Mostly one of the two oldest, so that much comes together on them. */
static QdId
pick_card (QdStore *store,
           GRand   *rand)
{
  if (one_in (rand, 4))
    return store_random_pick_kind (store, rand, QD_ENTITY_CARD, TRUE);

  return store_random_pick (store, rand, "SELECT id FROM card WHERE coalesce(archived,0)=0"
                            " AND coalesce(deleted,0)=0 ORDER BY created, id LIMIT 2");
}

static QdId
pick_checkin_of (QdStore *store,
                 GRand   *rand,
                 QdId     card)
{
  g_autofree char *sql = NULL;

  sql = g_strdup_printf ("SELECT id FROM checkin WHERE card=%" G_GINT64_FORMAT
                         " ORDER BY created, id", card);

  return store_random_pick (store, rand, sql);
}

static gboolean
check_in (QdStore  *store,
          GRand    *rand,
          GError  **error)
{
  const QdId card = pick_card (store, rand);
  const QdCheckinDraft draft = {
    .day = make_day (rand),
    .value = one_in (rand, 4) ? NAN : make_figure (rand),
    .note = one_in (rand, 2) ? "On the way" : NULL,
    .blocker = one_in (rand, 4) ? "No data" : NULL,
    .confidence = g_rand_int_range (rand, QD_CONFIDENCE_NONE, QD_CONFIDENCE_MAX + 1),
    .column = one_in (rand, 4) ? store_random_pick_kind (store, rand, QD_ENTITY_COLUMN, TRUE)
                               : QD_ID_NONE,
    .supersedes = one_in (rand, 3) ? pick_checkin_of (store, rand, card) : QD_ID_NONE,
  };
  GError *failed = NULL;
  QdId id;

  if (card == QD_ID_NONE)
    return TRUE;
  id = qd_edit_check_in (store, card, &draft, &failed);

  return store_random_allow_refusal (id != QD_ID_NONE, failed, error);
}

static gboolean
resolve_blocker (QdStore  *store,
                 GRand    *rand,
                 GError  **error)
{
  const QdId checkin = store_random_pick (store, rand, "SELECT id FROM checkin"
                                          " WHERE blocker<>'' ORDER BY created, id");

  return checkin == QD_ID_NONE ||
         qd_edit_resolve_blocker (store, checkin, make_day_or_none (rand), error);
}

static gboolean
comment (QdStore  *store,
         GRand    *rand,
         GError  **error)
{
  const QdId card = pick_card (store, rand);
  g_autofree char *text = store_random_make_title (rand);

  return card == QD_ID_NONE ||
         qd_edit_new_comment (store, card, text, error) != QD_ID_NONE;
}

static gboolean
new_milestone (QdStore  *store,
               GRand    *rand,
               GError  **error)
{
  const QdId card = pick_card (store, rand);
  g_autofree char *title = store_random_make_title (rand);

  return card == QD_ID_NONE ||
         qd_edit_new_milestone (store, card, title, error) != QD_ID_NONE;
}

static gboolean
change_milestone (QdStore  *store,
                  GRand    *rand,
                  GError  **error)
{
  const QdId milestone = store_random_pick_kind (store, rand, QD_ENTITY_MILESTONE, FALSE);

  if (milestone == QD_ID_NONE)
    return TRUE;
  if (one_in (rand, 3))
    return qd_edit_set_milestone_due (store, milestone, make_day_or_none (rand), error);

  return qd_edit_set_milestone_done (store, milestone, !one_in (rand, 3), error);
}

static gboolean
plan_phase (QdStore  *store,
            GRand    *rand,
            GError  **error)
{
  const QdId card = pick_card (store, rand);
  const QdId phase = store_random_pick_kind (store, rand, QD_ENTITY_PHASE, TRUE);
  const QdDay day = make_day (rand);
  const double value = make_figure (rand);
  GError *failed = NULL;
  gboolean done;

  if (card == QD_ID_NONE)
    return TRUE;
  if (phase != QD_ID_NONE && one_in (rand, 2))
    done = qd_edit_change_phase (store, phase, day, value, &failed);
  else
    done = qd_edit_new_phase (store, card, day, value, &failed) != QD_ID_NONE;

  return store_random_allow_refusal (done, failed, error);
}

static gboolean
depend (QdStore  *store,
        GRand    *rand,
        GError  **error)
{
  const QdId card = pick_card (store, rand);
  const QdId dependency = store_random_pick_kind (store, rand, QD_ENTITY_DEPENDENCY, FALSE);
  g_autofree char *title = store_random_make_title (rand);

  if (card == QD_ID_NONE)
    return TRUE;
  if (dependency == QD_ID_NONE || one_in (rand, 2))
    return qd_edit_new_dependency (store, card, title, one_in (rand, 2) ? "Platform" : NULL,
                                   make_day (rand), error) != QD_ID_NONE;
  if (one_in (rand, 2))
    return qd_edit_escalate_dependency (store, dependency, make_day_or_none (rand), error);

  return qd_edit_resolve_dependency (store, dependency, make_day_or_none (rand), error);
}

/* Puts something away that belongs to a card, or brings it back. */
static gboolean
put_away (QdStore  *store,
          GRand    *rand,
          GError  **error)
{
  const QdEntityKind kind = belongings[g_rand_int_range (rand, 0, G_N_ELEMENTS (belongings))];
  const QdId id = store_random_pick_kind (store, rand, kind, FALSE);

  return id == QD_ID_NONE || qd_edit_archive (store, kind, id, one_in (rand, 2), error);
}

static gboolean
answer (QdStore  *store,
        GRand    *rand,
        GError  **error)
{
  static const QdEntityKind kinds[] = { QD_ENTITY_CARD, QD_ENTITY_OBJECTIVE, QD_ENTITY_BOARD };
  const QdEntityKind kind = kinds[g_rand_int_range (rand, 0, G_N_ELEMENTS (kinds))];
  const QdId about = store_random_pick_kind (store, rand, kind, TRUE);

  return about == QD_ID_NONE ||
         qd_edit_answer (store, about, g_rand_int_range (rand, 1, 20),
                         one_in (rand, 2) ? "3 of 5" : "Title", one_in (rand, 2) ? "So what" : NULL,
                         error) != QD_ID_NONE;
}

static gboolean
set_figure (QdStore  *store,
            GRand    *rand,
            GError  **error)
{
  static const QdField fields[] = {
    QD_FIELD_CARD_BASELINE, QD_FIELD_CARD_TARGET, QD_FIELD_CARD_UPPER, QD_FIELD_CARD_WEIGHT,
  };
  const QdId card = pick_card (store, rand);
  GError *failed = NULL;
  gboolean done;

  if (card == QD_ID_NONE)
    return TRUE;
  if (one_in (rand, 3))
    done = qd_edit_set_metric (store, card,
                               (QdMetricKind) g_rand_int_range (rand, 0, QD_METRIC_YES_NO + 1),
                               &failed);
  else
    done = qd_edit_set_figure (store, card,
                               fields[g_rand_int_range (rand, 0, G_N_ELEMENTS (fields))],
                               make_figure (rand), &failed);

  return store_random_allow_refusal (done, failed, error);
}

static gboolean
set_text (QdStore  *store,
          GRand    *rand,
          GError  **error)
{
  static const QdField fields[] = {
    QD_FIELD_CARD_UNIT, QD_FIELD_CARD_MEASUREMENT, QD_FIELD_CARD_DESCRIPTION,
  };
  const QdId card = pick_card (store, rand);
  g_autofree char *text = store_random_make_title (rand);

  return card == QD_ID_NONE ||
         qd_edit_set_text (store, card,
                           fields[g_rand_int_range (rand, 0, G_N_ELEMENTS (fields))],
                           one_in (rand, 3) ? NULL : text, FALSE, error);
}

static gboolean
judge (QdStore  *store,
       GRand    *rand,
       GError  **error)
{
  const QdRhythm rhythm = { (guint) g_rand_int_range (rand, 1, 15),
                            (guint) g_rand_int_range (rand, 1, 8) };
  const QdId card = pick_card (store, rand);
  const QdId objective = store_random_pick_kind (store, rand, QD_ENTITY_OBJECTIVE, TRUE);
  const QdId board = store_random_pick_kind (store, rand, QD_ENTITY_BOARD, TRUE);

  switch (g_rand_int_range (rand, 0, 3))
    {
    case 0:
      return card == QD_ID_NONE ||
             qd_edit_set_result (store, card, (QdResultKind) g_rand_int_range (rand, 0, 3), error);
    case 1:
      return objective == QD_ID_NONE ||
             qd_edit_set_commitment (store, objective,
                                     (QdCommitment) g_rand_int_range (rand, 0, 2), error);
    default:
      return board == QD_ID_NONE || qd_edit_set_rhythm (store, board, &rhythm, error);
    }
}

/* Another owner: any card, a thing that is no card, nothing at all. */
static void
change_owner (QdStore       *store,
              GRand         *rand,
              QdTransaction *transaction,
              QdEntityKind   kind,
              QdId           id)
{
  const QdField field = (QdField) qd_settle_get_owner_field (kind);
  QdId owner = store_random_pick_kind (store, rand, QD_ENTITY_CARD, FALSE);

  if (one_in (rand, 3))
    owner = one_in (rand, 2) ? 4711 : store_random_pick_kind (store, rand, QD_ENTITY_BOARD, FALSE);

  if (owner == QD_ID_NONE || one_in (rand, 8))
    qd_transaction_clear (transaction, id, field);
  else if (kind == QD_ENTITY_MILESTONE)
    qd_transaction_place (transaction, kind, id, owner, QD_SIDE_FIRST, QD_ID_NONE);
  else
    qd_transaction_set_id (transaction, id, field, owner);
}

/* What its kind alone has. */
static void
change_part (QdStore       *store,
             GRand         *rand,
             QdTransaction *transaction,
             QdEntityKind   kind,
             QdId           id)
{
  const gboolean clear = one_in (rand, 3);

  if (kind == QD_ENTITY_CHECKIN && one_in (rand, 2))
    qd_transaction_set_id (transaction, id, QD_FIELD_CHECKIN_SUPERSEDES,
                           clear ? id : store_random_pick_kind (store, rand, QD_ENTITY_CHECKIN,
                                                                FALSE));
  else if (kind == QD_ENTITY_CHECKIN)
    qd_transaction_set_text (transaction, id, QD_FIELD_CHECKIN_DAY, clear ? NULL : "soon");
  else if (kind == QD_ENTITY_PHASE)
    qd_transaction_set_text (transaction, id, QD_FIELD_PHASE_DAY, clear ? NULL : "2026-10-02");
  else if (kind == QD_ENTITY_ANSWER)
    qd_transaction_set_text (transaction, id, QD_FIELD_ANSWER_FACTS, clear ? NULL : "a\nb");
  else if (kind == QD_ENTITY_DEPENDENCY)
    qd_transaction_set_text (transaction, id, QD_FIELD_DEPENDENCY_RESOLVED, clear ? NULL : "?");
  else if (kind == QD_ENTITY_MILESTONE)
    qd_transaction_set_integer (transaction, id, QD_FIELD_MILESTONE_DONE, clear ? 0 : -7);
  else
    qd_transaction_set_text (transaction, id, QD_FIELD_COMMENT_TEXT, clear ? NULL : "b");
}

gboolean
store_random_spoil_card (QdStore  *store,
                         GRand    *rand,
                         GError  **error)
{
  const QdEntityKind kind = belongings[g_rand_int_range (rand, 0, G_N_ELEMENTS (belongings))];
  const QdId id = store_random_pick_kind (store, rand, kind, FALSE);
  g_autoptr (QdTransaction) transaction = qd_transaction_new (store, QD_TRANSACTION_EDIT);

  if (id == QD_ID_NONE)
    return TRUE;

  switch (g_rand_int_range (rand, 0, 6))
    {
    case 0:
    case 1:
      change_owner (store, rand, transaction, kind, id);
      break;
    case 2:
      qd_transaction_clear (transaction, id, qd_field_of (kind, QD_FIELD_CREATED));
      break;
    case 3:
      qd_transaction_set_integer (transaction, id, qd_field_of (kind, QD_FIELD_CREATED),
                                  g_rand_int_range (rand, 1, 9));
      break;
    case 4:
      qd_transaction_set_integer (transaction, id, qd_field_of (kind, QD_FIELD_DELETED),
                                  g_rand_int_range (rand, 0, 3));
      break;
    default:
      change_part (store, rand, transaction, kind, id);
      break;
    }

  return qd_transaction_commit (transaction, error);
}

gboolean
store_random_use_card (QdStore  *store,
                       GRand    *rand,
                       GError  **error)
{
  static const StoreRandomStep steps[] = {
    check_in, check_in, check_in, check_in, check_in, resolve_blocker, comment, new_milestone,
    new_milestone, change_milestone, plan_phase, plan_phase, depend, depend, put_away, answer,
    set_figure, set_figure, set_text, judge,
  };
  GError *failed = NULL;
  const gboolean done = steps[g_rand_int_range (rand, 0, G_N_ELEMENTS (steps))] (store, rand,
                                                                                 &failed);

  return store_random_allow_refusal (done, failed, error);
}
