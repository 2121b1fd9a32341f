/* What somebody who works at random does at the end of a cycle: grades, decides, closes
 * and reopens boards, plans the next, and puts things on the shelf and takes them off.
 * Begun by store-random.c.
 */

#include "config.h"

#include <math.h>

#include "store-random-private.h"
#include "store/qd-edit-card.h"
#include "store/qd-edit-close.h"
#include "store/qd-edit-shelf.h"
#include "store/qd-shelf.h"

#define MAX_CARDS 3

static QdDay
make_day (GRand *rand)
{
  return qd_day_new (2026, 12, (guint) g_rand_int_range (rand, 1, 29));
}

static gboolean
grade (QdStore  *store,
       GRand    *rand,
       GError  **error)
{
  static const double grades[] = { 0, 0.3, 0.7, 1, 1.1, NAN };
  const QdId card = store_random_pick_kind (store, rand, QD_ENTITY_CARD, TRUE);
  const QdId board = store_random_pick_kind (store, rand, QD_ENTITY_BOARD, TRUE);

  if (one_in (rand, 4))
    return board == QD_ID_NONE ||
           qd_edit_accept_grades (store, board, make_day (rand), error);

  return card == QD_ID_NONE ||
         qd_edit_set_grade (store, card,
                            grades[g_rand_int_range (rand, 0, G_N_ELEMENTS (grades))],
                            one_in (rand, 2) ? "Nearly" : NULL, error);
}

static gboolean
decide (QdStore  *store,
        GRand    *rand,
        GError  **error)
{
  const QdId card = store_random_pick_kind (store, rand, QD_ENTITY_CARD, TRUE);

  if (card == QD_ID_NONE)
    return TRUE;
  if (one_in (rand, 3))
    return qd_edit_set_text (store, card, QD_FIELD_CARD_LEARNING, "Ask sooner", FALSE, error);

  return qd_edit_set_decision (store, card,
                               (QdDecision) g_rand_int_range (rand, 0, QD_N_DECISIONS), error);
}

/* Whatever is still to be said is said, so that the board can be closed. */
static gboolean
close_board (QdStore  *store,
             GRand    *rand,
             GError  **error)
{
  const QdId board = store_random_pick_kind (store, rand, QD_ENTITY_BOARD, TRUE);
  g_autofree char *sql = NULL;
  QdId card;

  if (board == QD_ID_NONE)
    return TRUE;
  sql = g_strdup_printf ("SELECT c.id FROM card AS c JOIN \"column\" AS k ON k.id=c.parent"
                         " WHERE k.parent=%" G_GINT64_FORMAT " AND coalesce(c.decision,0)=0"
                         " AND coalesce(c.archived,0)=0 AND coalesce(c.deleted,0)=0"
                         " AND coalesce(k.archived,0)=0 AND coalesce(k.deleted,0)=0"
                         " ORDER BY c.created, c.id", board);
  if (!qd_edit_accept_grades (store, board, make_day (rand), error))
    return FALSE;
  while ((card = store_random_pick (store, rand, sql)) != QD_ID_NONE)
    if (!qd_edit_set_decision (store, card,
                               (QdDecision) g_rand_int_range (rand, 1, QD_N_DECISIONS), error))
      return FALSE;

  return qd_edit_close_board (store, board, make_day (rand), error);
}

static gboolean
reopen_board (QdStore  *store,
              GRand    *rand,
              GError  **error)
{
  const QdId board = store_random_pick (store, rand, "SELECT id FROM board"
                                        " WHERE closed IS NOT NULL ORDER BY created, id");

  return board == QD_ID_NONE || qd_edit_reopen_board (store, board, error);
}

/* A thing that waits, or nothing. */
static gboolean
pick_shelved (QdStore       *store,
              GRand         *rand,
              QdEntityKind  *kind,
              QdId          *id,
              GError       **error)
{
  g_autoptr (GPtrArray) shelf = qd_shelf_read (store, error);
  const QdShelved *one;

  *id = QD_ID_NONE;
  if (shelf == NULL || shelf->len == 0)
    return shelf != NULL;
  one = shelf->pdata[g_rand_int_range (rand, 0, (gint32) shelf->len)];
  *kind = one->kind;
  *id = one->id;

  return TRUE;
}

static gboolean
plan_next (QdStore  *store,
           GRand    *rand,
           GError  **error)
{
  const QdId board = store_random_pick_kind (store, rand, QD_ENTITY_BOARD, TRUE);
  const QdId cycle = store_random_pick_kind (store, rand, QD_ENTITY_CYCLE, TRUE);
  QdId cards[MAX_CARDS];
  QdEntityKind kind;
  QdId waiting;
  QdNextPlan plan = {
    .cycle = one_in (rand, 2) ? cycle : QD_ID_NONE, .cycle_title = "Next",
    .first_day = qd_day_new (2027, 1, 1), .last_day = qd_day_new (2027, 3, 31),
  };

  if (board == QD_ID_NONE)
    return TRUE;
  if (!pick_shelved (store, rand, &kind, &waiting, error))
    return FALSE;
  if (one_in (rand, 2))
    {
      plan.cards = cards;
      plan.n_cards = (guint) g_rand_int_range (rand, 0, MAX_CARDS + 1);
      for (guint i = 0; i < plan.n_cards; i++)
        cards[i] = store_random_pick_kind (store, rand, QD_ENTITY_CARD, TRUE);
    }
  if (waiting != QD_ID_NONE && one_in (rand, 2))
    {
      plan.from_shelf = &waiting;
      plan.n_from_shelf = 1;
    }

  return qd_edit_plan_next (store, board, &plan, error) != QD_ID_NONE;
}

static gboolean
shelve (QdStore  *store,
        GRand    *rand,
        GError  **error)
{
  const QdEntityKind kind = one_in (rand, 2) ? QD_ENTITY_OBJECTIVE : QD_ENTITY_CARD;
  const QdId id = store_random_pick_kind (store, rand, kind, TRUE);
  const QdId board = store_random_pick_kind (store, rand, QD_ENTITY_BOARD, TRUE);
  const QdSwap swap = { id, one_in (rand, 2) ? "No time" : NULL };
  const QdObjectiveDraft draft = { .title = "Instead", .weight = NAN };

  if (id == QD_ID_NONE || board == QD_ID_NONE)
    return TRUE;
  if (kind == QD_ENTITY_OBJECTIVE && one_in (rand, 3))
    return qd_edit_swap_objective (store, board, &draft, &swap, error) != QD_ID_NONE;

  return qd_edit_shelve (store, kind, id, swap.reason, error);
}

static gboolean
take_from_shelf (QdStore  *store,
                 GRand    *rand,
                 GError  **error)
{
  const QdId board = store_random_pick_kind (store, rand, QD_ENTITY_BOARD, TRUE);
  QdEntityKind kind;
  QdId id;

  if (!pick_shelved (store, rand, &kind, &id, error))
    return FALSE;

  return id == QD_ID_NONE ||
         qd_edit_take_from_shelf (store, kind, id, one_in (rand, 2) ? board : QD_ID_NONE,
                                  error) != QD_ID_NONE;
}

gboolean
store_random_end_cycle (QdStore  *store,
                        GRand    *rand,
                        GError  **error)
{
  static const StoreRandomStep steps[] = {
    grade, decide, decide, close_board, close_board, reopen_board, reopen_board, plan_next,
    plan_next, shelve, shelve, take_from_shelf, take_from_shelf,
  };
  GError *failed = NULL;
  const gboolean done = steps[g_rand_int_range (rand, 0, G_N_ELEMENTS (steps))] (store, rand,
                                                                                 &failed);

  return store_random_allow_refusal (done, failed, error);
}
