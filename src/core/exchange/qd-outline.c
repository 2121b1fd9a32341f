/* A quarter's OKRs as plain values: what an outline says, before it is brought
 * into a store. The reader fills it; it owns everything in it.
 */

#include "config.h"

#include <math.h>

#include "qd-outline-private.h"

static void
remark_free (gpointer data)
{
  QdOutlineRemark *remark = data;

  g_free (remark->text);
  g_free (remark->reason);
  g_free (remark);
}

static void
key_result_free (gpointer data)
{
  QdOutlineKeyResult *key_result = data;

  g_free (key_result->title);
  g_free (key_result->description);
  g_free (key_result->measurement);
  g_free (key_result->owner);
  g_free (key_result->column);
  g_free (key_result->unit);
  g_free (key_result);
}

static void
objective_free (gpointer data)
{
  QdOutlineObjective *objective = data;

  g_free (objective->title);
  g_free (objective->why);
  g_ptr_array_unref (objective->key_results);
  g_free (objective);
}

static void
team_free (gpointer data)
{
  QdOutlineTeam *team = data;

  g_free (team->title);
  g_free (team->text);
  g_ptr_array_unref (team->objectives);
  g_free (team);
}

/**
 * qd_outline_new:
 *
 * Returns: (transfer full): an outline without teams, and without a cycle yet
 */
QdOutline *
qd_outline_new (void)
{
  QdOutline *self = g_new0 (QdOutline, 1);

  self->teams = g_ptr_array_new_with_free_func (team_free);
  self->remarks = g_ptr_array_new_with_free_func (remark_free);

  return self;
}

/**
 * qd_outline_add_team:
 *
 * Returns: (transfer none): a new team, the last of @self
 */
QdOutlineTeam *
qd_outline_add_team (QdOutline  *self,
                     guint       line,
                     const char *title)
{
  QdOutlineTeam *team = g_new0 (QdOutlineTeam, 1);

  team->line = line;
  team->title = g_strdup (title);
  team->objectives = g_ptr_array_new_with_free_func (objective_free);
  g_ptr_array_add (self->teams, team);

  return team;
}

/**
 * qd_outline_add_objective:
 * @title: (nullable): its name, or %NULL for what gathers the key results below
 *   no objective
 *
 * Returns: (transfer none): a new objective, the last of @team
 */
QdOutlineObjective *
qd_outline_add_objective (QdOutlineTeam *team,
                          guint          line,
                          const char    *title)
{
  QdOutlineObjective *objective = g_new0 (QdOutlineObjective, 1);

  objective->line = line;
  objective->title = g_strdup (title);
  objective->key_results = g_ptr_array_new_with_free_func (key_result_free);
  g_ptr_array_add (team->objectives, objective);

  return objective;
}

/**
 * qd_outline_add_key_result:
 *
 * Returns: (transfer none): a new key result without numbers, the last of
 *   @objective
 */
QdOutlineKeyResult *
qd_outline_add_key_result (QdOutlineObjective *objective,
                           guint               line,
                           const char         *title)
{
  QdOutlineKeyResult *key_result = g_new0 (QdOutlineKeyResult, 1);

  key_result->line = line;
  key_result->title = g_strdup (title);
  key_result->baseline = key_result->target = key_result->current = NAN;
  g_ptr_array_add (objective->key_results, key_result);

  return key_result;
}

/**
 * qd_outline_add_remark:
 * @line: 1-based line of the text
 * @text: what stands there
 * @reason: a translated sentence
 * @kept: whether the text found a place all the same
 */
void
qd_outline_add_remark (QdOutline  *self,
                       guint       line,
                       const char *text,
                       const char *reason,
                       gboolean    kept)
{
  QdOutlineRemark *remark = g_new0 (QdOutlineRemark, 1);

  remark->line = line;
  remark->text = g_strdup (text);
  remark->reason = g_strdup (reason);
  remark->kept = kept;
  g_ptr_array_add (self->remarks, remark);
}

/**
 * qd_outline_free:
 * @self: (transfer full): an outline
 */
void
qd_outline_free (QdOutline *self)
{
  g_free (self->cycle);
  g_ptr_array_unref (self->teams);
  g_ptr_array_unref (self->remarks);
  g_free (self);
}
