/* What somebody who works at random does with several boards at once: aligns objectives,
 * puts teams into teams, saves views, reviews; and what only merges and future versions
 * do to that, such as rings. Begun by store-random.c.
 */

#include "config.h"

#include "store-random-private.h"
#include "store/qd-edit-align.h"
#include "store/qd-edit-view.h"

#define MAX_BOARDS 4

static gboolean
align (QdStore  *store,
       GRand    *rand,
       GError  **error)
{
  const QdId objective = store_random_pick_kind (store, rand, QD_ENTITY_OBJECTIVE, TRUE);
  const QdId parent = store_random_pick_kind (store, rand, QD_ENTITY_OBJECTIVE, FALSE);

  return objective == QD_ID_NONE ||
         qd_edit_align (store, objective, one_in (rand, 4) ? QD_ID_NONE : parent, error);
}

static gboolean
put_into_team (QdStore  *store,
               GRand    *rand,
               GError  **error)
{
  static const char * const names[] = { "", "Team 1", "team 2", "Team 3", "Team 4", "All" };
  const QdId team = store_random_pick_kind (store, rand, QD_ENTITY_TEAM, TRUE);

  return team == QD_ID_NONE ||
         qd_edit_set_team_parent (store, team,
                                  names[g_rand_int_range (rand, 0, G_N_ELEMENTS (names))], error);
}

/* A card that has no label on the board where it stands, with any objective. */
static gboolean
label_anew (QdStore  *store,
            GRand    *rand,
            GError  **error)
{
  const QdId card = store_random_pick_kind (store, rand, QD_ENTITY_CARD, TRUE);
  const QdId objective = store_random_pick_kind (store, rand, QD_ENTITY_OBJECTIVE, TRUE);

  return card == QD_ID_NONE || objective == QD_ID_NONE ||
         qd_edit_label_anew (store, card, objective, error) != QD_ID_NONE;
}

/* Any boards, also one of them twice. */
static guint
pick_boards (QdStore *store,
             GRand   *rand,
             QdId    *boards)
{
  const guint n_boards = (guint) g_rand_int_range (rand, 0, MAX_BOARDS + 1);

  for (guint i = 0; i < n_boards; i++)
    boards[i] = store_random_pick_kind (store, rand, QD_ENTITY_BOARD, one_in (rand, 2));

  return n_boards;
}

static gboolean
save_view (QdStore  *store,
           GRand    *rand,
           GError  **error)
{
  static const char * const filters[][3] = {
    { NULL }, { "health:at-risk", NULL }, { "owner:7", "text:\nlines", NULL },
  };
  const QdId view = store_random_pick_kind (store, rand, QD_ENTITY_VIEW, FALSE);
  g_autofree char *title = store_random_make_title (rand);
  QdId boards[MAX_BOARDS];
  const QdViewDraft draft = {
    .title = title, .boards = boards, .n_boards = pick_boards (store, rand, boards),
    .density = (QdDensity) g_rand_int_range (rand, 0, QD_N_DENSITIES),
    .filter = filters[g_rand_int_range (rand, 0, G_N_ELEMENTS (filters))],
  };

  if (view != QD_ID_NONE && !one_in (rand, 3))
    return qd_edit_change_view (store, view, &draft, error);

  return qd_edit_new_view (store, &draft, error) != QD_ID_NONE;
}

static gboolean
review (QdStore  *store,
        GRand    *rand,
        GError  **error)
{
  QdId boards[MAX_BOARDS];
  QdReviewed reviewed[MAX_BOARDS];
  const guint n_boards = pick_boards (store, rand, boards);

  for (guint i = 0; i < n_boards; i++)
    {
      reviewed[i].board = boards[i];
      reviewed[i].until = 1790000000000 + g_rand_int_range (rand, 0, 1000);
    }

  return n_boards == 0 || qd_edit_mark_reviewed (store, reviewed, n_boards, error);
}

/* What two devices did, each without knowing of the other, or a future version does. */
gboolean
store_random_spoil_boards (QdStore  *store,
                           GRand    *rand,
                           GError  **error)
{
  const QdId objective = store_random_pick_kind (store, rand, QD_ENTITY_OBJECTIVE, FALSE);
  const QdId view = store_random_pick_kind (store, rand, QD_ENTITY_VIEW, FALSE);
  g_autoptr (QdTransaction) transaction = qd_transaction_new (store, QD_TRANSACTION_EDIT);

  if (objective != QD_ID_NONE && one_in (rand, 2))
    qd_transaction_set_id (transaction, objective, QD_FIELD_OBJECTIVE_PARENT,
                           one_in (rand, 4) ? 4711
                                            : store_random_pick_kind (store, rand,
                                                                      QD_ENTITY_OBJECTIVE,
                                                                      FALSE));
  else if (view != QD_ID_NONE && one_in (rand, 2))
    qd_transaction_set_integer (transaction, view, QD_FIELD_VIEW_DENSITY,
                                g_rand_int_range (rand, -1, QD_N_DENSITIES + 2));
  else if (view != QD_ID_NONE)
    qd_transaction_set_text (transaction, view, QD_FIELD_VIEW_BOARDS,
                             one_in (rand, 2) ? "12 none  -3 4" : NULL);

  return qd_transaction_commit (transaction, error);
}

gboolean
store_random_use_boards (QdStore  *store,
                         GRand    *rand,
                         GError  **error)
{
  static const StoreRandomStep steps[] = {
    align, align, align, put_into_team, put_into_team, label_anew, save_view, save_view, review,
  };
  GError *failed = NULL;
  const gboolean done = steps[g_rand_int_range (rand, 0, G_N_ELEMENTS (steps))] (store, rand,
                                                                                 &failed);

  return store_random_allow_refusal (done, failed, error);
}
