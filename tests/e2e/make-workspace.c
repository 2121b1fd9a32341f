/* Makes a Quarterdeck file as a test wants to find it.
 *
 *   make-workspace FILE <DESCRIPTION
 *
 * One line a thing, its fields divided by tabs; a thing belongs to those above
 * it:
 *
 *   cycle TITLE FIRST-DAY LAST-DAY
 *   board TITLE
 *   objective TITLE [ABOVE]  aligned to the first one above that is called so
 *   column TITLE             one of the four that every board has
 *   card TITLE [OBJECTIVE]
 *   metric BASELINE TARGET UNIT
 *                            of the card above: how far it has to move
 *   owner NAME               of the card above
 *
 * Everything is one transaction, so a test that undoes too much finds an empty
 * file. It knows the store and nothing of what is being tested.
 */

#include "config.h"

#include <locale.h>
#include <string.h>

#include "store/qd-edit-plan.h"
#include "store/qd-store.h"

typedef struct
{
  QdTransaction *transaction;
  QdId cycle;
  QdBoardPlan board;
  QdId column;
  QdId card;
  GHashTable *objectives; /* title → id, of the board */
  GHashTable *above;      /* title → id, the first of the file */
  GHashTable *people;     /* name → id */
  guint n_objectives;
} Plan;

static QdId
find_column (Plan       *plan,
             const char *title)
{
  for (int role = QD_COLUMN_NOT_STARTED; role <= QD_COLUMN_COMPLETE; role++)
    if (g_str_equal (title, qd_column_role_get_name ((QdColumnRole) role)))
      return plan->board.columns[role];

  return QD_ID_NONE;
}

static void
plan_board (Plan       *plan,
            const char *title)
{
  QdId team = qd_transaction_create (plan->transaction, QD_ENTITY_TEAM);

  qd_transaction_set_text (plan->transaction, team, QD_FIELD_TEAM_TITLE, title);
  qd_transaction_place (plan->transaction, QD_ENTITY_TEAM, team, QD_ID_NONE,
                        QD_SIDE_LAST, QD_ID_NONE);
  qd_edit_plan_board (plan->transaction, title, plan->cycle, &plan->board);
  qd_transaction_set_id (plan->transaction, plan->board.board,
                         QD_FIELD_BOARD_TEAM, team);

  g_hash_table_remove_all (plan->objectives);
  plan->n_objectives = 0;
}

static gboolean
plan_objective (Plan       *plan,
                const char *title,
                const char *above)
{
  const QdId *parent = NULL;
  QdId id;

  if (above != NULL)
    {
      parent = g_hash_table_lookup (plan->above, above);
      if (parent == NULL)
        return FALSE;
    }

  id = qd_edit_plan_objective (plan->transaction, plan->board.board, title, NULL,
                               plan->n_objectives++);
  if (parent != NULL)
    qd_transaction_set_id (plan->transaction, id, QD_FIELD_OBJECTIVE_PARENT, *parent);

  g_hash_table_insert (plan->objectives, g_strdup (title),
                       g_memdup2 (&id, sizeof id));
  if (!g_hash_table_contains (plan->above, title))
    g_hash_table_insert (plan->above, g_strdup (title), g_memdup2 (&id, sizeof id));

  return TRUE;
}

static gboolean
plan_card (Plan        *plan,
           const char  *title,
           const char  *objective)
{
  const QdId *id = NULL;

  if (objective != NULL)
    {
      id = g_hash_table_lookup (plan->objectives, objective);
      if (id == NULL)
        return FALSE;
    }

  plan->card = qd_edit_plan_card (plan->transaction, plan->column, title,
                                  id != NULL ? *id : QD_ID_NONE);

  return TRUE;
}

static void
plan_metric (Plan       *plan,
             const char *baseline,
             const char *target,
             const char *unit)
{
  qd_transaction_set_integer (plan->transaction, plan->card, QD_FIELD_CARD_METRIC,
                              QD_METRIC_CHANGE);
  qd_transaction_set_real (plan->transaction, plan->card, QD_FIELD_CARD_BASELINE,
                           g_ascii_strtod (baseline, NULL));
  qd_transaction_set_real (plan->transaction, plan->card, QD_FIELD_CARD_TARGET,
                           g_ascii_strtod (target, NULL));
  qd_transaction_set_text (plan->transaction, plan->card, QD_FIELD_CARD_UNIT, unit);
}

static void
plan_owner (Plan       *plan,
            const char *name)
{
  const QdId *known = g_hash_table_lookup (plan->people, name);
  QdId person;

  if (known == NULL)
    {
      person = qd_transaction_create (plan->transaction, QD_ENTITY_PERSON);
      qd_transaction_set_text (plan->transaction, person, QD_FIELD_PERSON_TITLE, name);
      known = g_memdup2 (&person, sizeof person);
      g_hash_table_insert (plan->people, g_strdup (name), (gpointer) known);
    }
  qd_transaction_set_id (plan->transaction, plan->card, QD_FIELD_CARD_OWNER, *known);
}

static gboolean
plan_line (Plan  *plan,
           char **fields)
{
  const guint n_fields = g_strv_length (fields);

  if (n_fields == 4 && g_str_equal (fields[0], "cycle"))
    plan->cycle = qd_edit_plan_cycle (plan->transaction, fields[1],
                                      qd_day_parse (fields[2]),
                                      qd_day_parse (fields[3]));
  else if (n_fields == 2 && g_str_equal (fields[0], "board"))
    plan_board (plan, fields[1]);
  else if (n_fields >= 2 && n_fields <= 3 && g_str_equal (fields[0], "objective"))
    return plan_objective (plan, fields[1], fields[2]);
  else if (n_fields == 2 && g_str_equal (fields[0], "column"))
    return (plan->column = find_column (plan, fields[1])) != QD_ID_NONE;
  else if (n_fields >= 2 && n_fields <= 3 && g_str_equal (fields[0], "card"))
    return plan_card (plan, fields[1], fields[2]);
  else if (n_fields == 4 && g_str_equal (fields[0], "metric"))
    plan_metric (plan, fields[1], fields[2], fields[3]);
  else if (n_fields == 2 && g_str_equal (fields[0], "owner"))
    plan_owner (plan, fields[1]);
  else
    return FALSE;

  return TRUE;
}

static gboolean
make (QdStore  *store,
      GError  **error)
{
  g_autoptr (QdTransaction) transaction = qd_transaction_new (store,
                                                              QD_TRANSACTION_IMPORT);
  g_autoptr (GHashTable) objectives = g_hash_table_new_full (g_str_hash, g_str_equal,
                                                             g_free, g_free);
  g_autoptr (GHashTable) above = g_hash_table_new_full (g_str_hash, g_str_equal,
                                                        g_free, g_free);
  g_autoptr (GHashTable) people = g_hash_table_new_full (g_str_hash, g_str_equal,
                                                         g_free, g_free);
  g_autoptr (GIOChannel) channel = g_io_channel_unix_new (0);
  Plan plan = {
    .transaction = transaction, .objectives = objectives, .above = above, .people = people,
  };
  char *line;

  while (g_io_channel_read_line (channel, &line, NULL, NULL, error) == G_IO_STATUS_NORMAL)
    {
      g_auto (GStrv) fields = g_strsplit (g_strchomp (line), "\t", -1);
      const gboolean planned = plan_line (&plan, fields);

      g_free (line);
      if (!planned)
        {
          g_set_error (error, QD_ERROR, QD_ERROR_INVALID, "What is a “%s” here?",
                       fields[0]);
          return FALSE;
        }
    }

  return *error == NULL && qd_transaction_commit (transaction, error);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QdStore) store = NULL;
  gboolean made = FALSE;

  setlocale (LC_ALL, "");
  if (argc != 2)
    {
      g_printerr ("Usage: make-workspace FILE <DESCRIPTION\n");
      return 2;
    }

  store = qd_store_open (argv[1], QD_OPEN_WITHOUT_MODELS, &error);
  if (store != NULL)
    {
      made = make (store, &error);
      qd_store_close (store);
    }
  if (!made)
    g_printerr ("make-workspace: %s\n", error->message);

  return made ? 0 : 1;
}
