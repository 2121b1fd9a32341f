/* Boards of a company, a department and a team, with objectives that are aligned to each
 * other, by hand or as only a merge does it.
 */

#include "config.h"

#include "align-fixture.h"
#include "store/qd-edit-align.h"
#include "store/qd-edit.h"

void
align_fixture_set_up (Fixture       *fixture,
                      gconstpointer  data)
{
  static const char * const teams[ALIGN_N_BOARDS] = { "Company", "Sales", "Field Sales" };
  g_autoptr (GError) error = NULL;

  fixture->scratch = scratch_new ();
  fixture->clock.now = FIXTURE_NOW;
  fixture->store = fixture_open (fixture->scratch->path, &fixture->clock);
  fixture->cycle = qd_edit_new_cycle (fixture->store, "2026 Q4", qd_day_new (2026, 10, 1),
                                      qd_day_new (2026, 12, 31), &error);
  g_assert_no_error (error);
  for (guint i = 0; i < ALIGN_N_BOARDS; i++)
    {
      fixture->boards[i] = qd_edit_new_board (fixture->store, teams[i], fixture->cycle, &error);
      g_assert_no_error (error);
    }
}

void
align_fixture_tear_down (Fixture       *fixture,
                         gconstpointer  data)
{
  g_assert_finalize_object (fixture->store);
  scratch_free (fixture->scratch);
}

void
align_fixture_reopen (Fixture *fixture)
{
  g_assert_finalize_object (fixture->store);
  fixture->store = fixture_open (fixture->scratch->path, &fixture->clock);
}

QdId
align_fixture_new (Fixture    *fixture,
                   guint       board,
                   const char *title,
                   QdId        parent)
{
  g_autoptr (GError) error = NULL;
  QdId id = qd_edit_new_objective (fixture->store, fixture->boards[board], title, NULL, board,
                                   QD_ID_NONE, &error);

  g_assert_no_error (error);
  if (parent != QD_ID_NONE)
    qd_edit_align (fixture->store, id, parent, &error);
  g_assert_no_error (error);

  return id;
}

/* As a future version may do it. */
QdId
align_fixture_new_untitled (Fixture *fixture,
                            guint    board)
{
  QdId id = align_fixture_new (fixture, board, "X", QD_ID_NONE);
  g_autoptr (QdTransaction) transaction = qd_transaction_new (fixture->store,
                                                              QD_TRANSACTION_EDIT);
  g_autoptr (GError) error = NULL;

  qd_transaction_clear (transaction, id, QD_FIELD_OBJECTIVE_TITLE);
  qd_transaction_commit (transaction, &error);
  g_assert_no_error (error);

  return id;
}

QdObjective *
align_fixture_peek (Fixture *fixture,
                    QdId     objective)
{
  QdEntity *entity = qd_store_lookup (fixture->store, objective);

  g_assert_true (QD_IS_OBJECTIVE (entity));

  return QD_OBJECTIVE (entity);
}

/* Without asking whether it makes sense. */
void
align_fixture_point (Fixture *fixture,
                     QdId     objective,
                     QdId     parent)
{
  g_autoptr (QdTransaction) transaction = qd_transaction_new (fixture->store,
                                                              QD_TRANSACTION_EDIT);
  g_autoptr (GError) error = NULL;

  qd_transaction_set_id (transaction, objective, QD_FIELD_OBJECTIVE_PARENT, parent);
  qd_transaction_commit (transaction, &error);
  g_assert_no_error (error);
}

void
align_fixture_archive (Fixture      *fixture,
                       QdEntityKind  kind,
                       QdId          id,
                       gboolean      archived)
{
  g_autoptr (GError) error = NULL;

  qd_edit_archive (fixture->store, kind, id, archived, &error);
  g_assert_no_error (error);
}

/* How many entries the log has. */
gint64
align_fixture_count (Fixture *fixture)
{
  return scratch_count (fixture->scratch->path, "tx");
}
