/* Boards as they were at an instant, as temporary projections: tables of the same names
 * as those in the file, which statements that name no schema then find instead.
 *
 * Reads the log and nothing else but the ids of cycles, teams and people. What things a
 * board had then is found through the places in the log, not through the projections of
 * today.
 */

#include "config.h"

#include "qd-entry.h"
#include "qd-field.h"
#include "qd-past-projection.h"
#include "qd-projection.h"
#include "qd-schema.h"
#include "qd-settle.h"

/* What stood at ?1 in a thing of the temporary projections: it was put there, and
 * nowhere else since. "12/" … "120": the slash comes directly before the digit 0.
 * Of two places of one stamp only the row can tell, which leaves out the other.
 * In the order in which the cells lie, so that each page is read once.
 */
static char *
children_of (const char *table,
             int         field)
{
  return g_strdup_printf (
    "SELECT ent FROM (SELECT c.ent AS ent, max(c.stamp) AS stamp"
    "  FROM temp.\"%1$s\" AS p CROSS JOIN chg AS c"
    "  ON c.value>=p.id||'/' AND c.value<p.id||'0' AND c.field=%2$d AND c.stamp<=?1"
    "  GROUP BY c.ent) AS last"
    " WHERE NOT EXISTS (SELECT 1 FROM chg AS later WHERE later.ent=last.ent"
    "  AND later.field=%2$d AND later.stamp>last.stamp AND later.stamp<=?1)", table, field);
}

/* The sign takes the affinity from p.id: compared with an INTEGER, the index
 * on a value of any type would be of no use. */
static char *
belongings_of (const char *table,
               int         field)
{
  return g_strdup_printf ("SELECT DISTINCT c.ent FROM temp.\"%s\" AS p CROSS JOIN chg AS c"
                          " ON c.value=+p.id AND c.field=%d AND c.stamp<=?1 ORDER BY c.ent",
                          table, field);
}

/* Teams stand in teams, which nobody may have looked at since. */
static const char teams_of_boards[] =
  "SELECT id FROM main.team UNION SELECT team FROM temp.board WHERE team IS NOT NULL AND ?1 IS ?1";

/* Advice is answered about a card, an objective, or the board itself. The sign as in
 * belongings_of(). */
static const char answers_on_boards[] =
  "SELECT DISTINCT c.ent FROM (SELECT id FROM temp.card UNION ALL SELECT id FROM temp.objective"
  "  UNION ALL SELECT id FROM temp.board) AS p CROSS JOIN chg AS c"
  " ON c.value=+p.id AND c.field=1303 AND c.stamp<=?1 ORDER BY c.ent";

G_STATIC_ASSERT (QD_FIELD_ANSWER_ABOUT == 1303);

/* What boards show, each kind found through those before it; where nothing else is
 * said, through those that it stands in or belongs to. Of cycles, teams and people all
 * are there that the file knows now, and those that only the boards named then.
 */
static const struct
{
  QdEntityKind kind;
  const char *sql;
} parts_of_boards[] = {
  { QD_ENTITY_CYCLE, "SELECT id FROM main.cycle UNION SELECT parent FROM temp.board"
                     " WHERE ?1 IS ?1" },
  { QD_ENTITY_TEAM, teams_of_boards },
  { QD_ENTITY_COLUMN, NULL },
  { QD_ENTITY_OBJECTIVE, NULL },
  { QD_ENTITY_CARD, NULL },
  { QD_ENTITY_PERSON, "SELECT id FROM main.person UNION SELECT owner FROM temp.card"
                      " WHERE owner IS NOT NULL AND ?1 IS ?1" },
  { QD_ENTITY_MILESTONE, NULL },
  { QD_ENTITY_CHECKIN, NULL },
  { QD_ENTITY_COMMENT, NULL },
  { QD_ENTITY_DEPENDENCY, NULL },
  { QD_ENTITY_PHASE, NULL },
  { QD_ENTITY_ANSWER, answers_on_boards },
};

/* What they are aligned with, and where that stands: it shows on them by its name. */
static const struct
{
  QdEntityKind kind;
  const char *sql;
} named_by_boards[] = {
  { QD_ENTITY_OBJECTIVE, "SELECT DISTINCT aligned_to FROM temp.objective AS o"
                         " WHERE aligned_to IS NOT NULL AND ?1 IS ?1 AND NOT EXISTS"
                         " (SELECT 1 FROM temp.objective AS p WHERE p.id=o.aligned_to)" },
  { QD_ENTITY_BOARD, "SELECT DISTINCT parent FROM temp.objective AS o WHERE ?1 IS ?1"
                     " AND NOT EXISTS (SELECT 1 FROM temp.board AS b WHERE b.id=o.parent)" },
};

static char *
sql_of_part (QdEntityKind kind)
{
  const QdFieldInfo *owner = qd_field_get_owner (kind);
  const char *table = qd_field_get_table (owner->owner);

  return owner->type == QD_FIELD_TYPE_PLACE ? children_of (table, (int) owner->field)
                                            : belongings_of (table, (int) owner->field);
}

static gboolean
project_part (QdDb          *db,
              QdEntityKind   kind,
              const char    *sql,
              gint64         stamp,
              GError       **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (QdId));
  g_autofree char *usual = sql == NULL ? sql_of_part (kind) : NULL;
  GError *failed = NULL;
  sqlite3_stmt *row = qd_db_query (db, error, sql != NULL ? sql : usual, "i", stamp);

  while (row != NULL && qd_db_next (db, row, &failed))
    {
      QdId id = sqlite3_column_int64 (row, 0);

      g_array_append_val (ids, id);
    }
  if (failed != NULL)
    g_propagate_error (error, failed);

  return row != NULL && failed == NULL &&
         qd_projection_project (db, "temp", kind, ids, stamp, error);
}

/**
 * qd_past_get_stamp_of:
 * @instant: milliseconds since the Unix epoch; %G_MAXINT64 for all of the log
 *
 * Returns: the last stamp of what was written by then
 */
gint64
qd_past_get_stamp_of (gint64 instant)
{
  return instant < QD_STAMP_LIMIT >> 16 ? MAX (instant, 0) << 16 | 0xffff : QD_STAMP_MAX;
}

/**
 * qd_past_project:
 * @db: a connection, inside a transaction, without temporary projections
 * @boards: (array length=n_boards): boards; those that did not exist leave no row
 * @n_boards: how many
 * @stamp: as of when
 * @error: return location
 *
 * Makes the temporary projections of the boards and of all that is on them. Of what
 * their objectives are aligned with elsewhere, there are the objective and its board.
 *
 * Returns: whether they are there
 */
gboolean
qd_past_project (QdDb        *db,
                 const QdId  *boards,
                 guint        n_boards,
                 gint64       stamp,
                 GError     **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (QdId));

  if (n_boards > 0)
    g_array_append_vals (ids, boards, n_boards);
  if (!qd_schema_create_projections (db, "temp", error) ||
      !qd_projection_project (db, "temp", QD_ENTITY_BOARD, ids, stamp, error))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (parts_of_boards); i++)
    if (!project_part (db, parts_of_boards[i].kind, parts_of_boards[i].sql, stamp, error))
      return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (named_by_boards); i++)
    if (!project_part (db, named_by_boards[i].kind, named_by_boards[i].sql, stamp, error))
      return FALSE;

  return qd_settle_cards (db, "temp", error);
}

/**
 * qd_past_hide_later:
 * @db: a connection, behind qd_past_project()
 * @stamp: the same
 * @error: return location
 *
 * Has statements that name no schema find only what was in the log then, by way of
 * views of the same names as its tables.
 *
 * Returns: whether it is hidden
 */
gboolean
qd_past_hide_later (QdDb    *db,
                    gint64   stamp,
                    GError **error)
{
  return qd_db_execf (db, error,
                      "CREATE TEMP VIEW chg AS SELECT * FROM main.chg"
                      "  WHERE stamp<=%1$" G_GINT64_FORMAT ";"
                      "CREATE TEMP VIEW tx AS SELECT * FROM main.tx"
                      "  WHERE stamp<=%1$" G_GINT64_FORMAT, stamp);
}
