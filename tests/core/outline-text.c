/* An outline as text to compare, and what holds for every outline. */

#include "config.h"

#include <math.h>
#include <string.h>

#include "outline-text.h"

/* Adds a line, and further ones for the lines of @value. */
static void
add (GString    *text,
     guint       depth,
     const char *name,
     const char *value)
{
  g_auto (GStrv) lines = NULL;

  if (value == NULL)
    return;

  lines = g_strsplit (value, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    g_string_append_printf (text, "%*s%s%s%s\n", (int) depth * 2, "",
                            i == 0 ? name : "|",
                            *lines[i] != '\0' ? " " : "", lines[i]);
}

static void
add_numbers (GString                  *text,
             const QdOutlineKeyResult *key_result)
{
  g_autofree char *numbers = NULL;

  if (key_result->metric == QD_METRIC_NONE)
    return;

  numbers = g_strdup_printf ("%s%.15g to %.15g, now %.15g [%s]",
                             key_result->metric == QD_METRIC_AT_LEAST  ? "at least, " :
                             key_result->metric == QD_METRIC_AT_MOST   ? "at most, "  :
                                                                         "",
                             key_result->baseline, key_result->target,
                             key_result->current,
                             key_result->unit != NULL ? key_result->unit : "");
  add (text, 3, "numbers", numbers);
}

static void
add_key_result (GString                  *text,
                const QdOutlineKeyResult *key_result)
{
  g_autofree char *name = g_strdup_printf ("%u key result:", key_result->line);

  add (text, 2, name, key_result->title);
  add_numbers (text, key_result);
  add (text, 3, "owner", key_result->owner);
  add (text, 3, "column", key_result->column);
  add (text, 3, "measured by", key_result->measurement);
  add (text, 3, "description", key_result->description);
}

static void
add_objective (GString                  *text,
               const QdOutlineObjective *objective)
{
  g_autofree char *name = NULL;

  name = g_strdup_printf ("%u %s objective:", objective->line,
                          objective->commitment == QD_COMMITMENT_COMMITTED ?
                          "committed" : "aspirational");
  add (text, 1, name, objective->title != NULL ? objective->title : "(none)");
  add (text, 2, "why", objective->why);
  for (guint i = 0; i < objective->key_results->len; i++)
    add_key_result (text, g_ptr_array_index (objective->key_results, i));
}

/**
 * outline_to_text:
 *
 * Returns: (transfer full): everything in @outline, one thing a line
 */
char *
outline_to_text (QdOutline *outline)
{
  GString *text = g_string_new (NULL);
  g_autofree char *first = qd_day_to_iso (outline->first_day);
  g_autofree char *last = qd_day_to_iso (outline->last_day);

  g_string_append_printf (text, "cycle %s, %s to %s\n", outline->cycle, first,
                          last);

  for (guint i = 0; i < outline->teams->len; i++)
    {
      QdOutlineTeam *team = g_ptr_array_index (outline->teams, i);
      g_autofree char *name = g_strdup_printf ("%u team:", team->line);

      add (text, 0, name, team->title);
      add (text, 1, "text", team->text);
      for (guint j = 0; j < team->objectives->len; j++)
        add_objective (text, g_ptr_array_index (team->objectives, j));
    }

  for (guint i = 0; i < outline->remarks->len; i++)
    {
      QdOutlineRemark *remark = g_ptr_array_index (outline->remarks, i);
      g_autofree char *name = NULL;

      name = g_strdup_printf ("%u %s:", remark->line,
                              remark->kept ? "kept" : "left out");
      add (text, 0, name, remark->text);
      add (text, 1, "because", remark->reason);
    }

  return g_string_free (text, FALSE);
}

static void
add_words (GString    *words,
           const char *value)
{
  if (value != NULL)
    g_string_append_printf (words, "%s\n", value);
}

static void
add_key_result_words (GString                  *words,
                      const QdOutlineKeyResult *key_result)
{
  add_words (words, key_result->title);
  add_words (words, key_result->owner);
  add_words (words, key_result->column);
  add_words (words, key_result->measurement);
  add_words (words, key_result->description);
  add_words (words, key_result->unit);
}

/**
 * outline_to_words:
 *
 * Returns: (transfer full): all that @outline has of the words of the document
 */
char *
outline_to_words (QdOutline *outline)
{
  GString *words = g_string_new (NULL);

  add_words (words, outline->cycle);
  for (guint i = 0; i < outline->teams->len; i++)
    {
      QdOutlineTeam *team = g_ptr_array_index (outline->teams, i);

      add_words (words, team->title);
      add_words (words, team->text);
      for (guint j = 0; j < team->objectives->len; j++)
        {
          QdOutlineObjective *objective = g_ptr_array_index (team->objectives, j);

          add_words (words, objective->title);
          add_words (words, objective->why);
          for (guint k = 0; k < objective->key_results->len; k++)
            add_key_result_words (words,
                                  g_ptr_array_index (objective->key_results, k));
        }
    }

  for (guint i = 0; i < outline->remarks->len; i++)
    {
      QdOutlineRemark *remark = g_ptr_array_index (outline->remarks, i);

      add_words (words, remark->text);
    }

  return g_string_free (words, FALSE);
}

static void
assert_text (const char *text,
             gboolean    nullable)
{
  if (text == NULL)
    {
      g_assert_true (nullable);
      return;
    }

  g_assert_cmpstr (text, !=, "");
  g_assert_true (g_utf8_validate (text, -1, NULL));
}

static void
assert_key_result_sound (const QdOutlineKeyResult *key_result,
                         guint                     n_lines)
{
  g_assert_cmpuint (key_result->line, >=, 1);
  g_assert_cmpuint (key_result->line, <=, n_lines);
  assert_text (key_result->title, FALSE);
  assert_text (key_result->owner, TRUE);
  assert_text (key_result->column, TRUE);
  assert_text (key_result->measurement, TRUE);
  assert_text (key_result->description, TRUE);
  assert_text (key_result->unit, TRUE);

  g_assert_false (isinf (key_result->baseline));
  g_assert_false (isinf (key_result->target));
  g_assert_false (isinf (key_result->current));
  g_assert_true (key_result->baseline != key_result->target);
  g_assert_cmpint (key_result->metric == QD_METRIC_NONE, ==,
                   isnan (key_result->baseline) && isnan (key_result->target) &&
                   isnan (key_result->current));
}

static void
assert_objective_sound (const QdOutlineObjective *objective,
                        guint                     n_lines)
{
  g_assert_cmpuint (objective->line, >=, 1);
  g_assert_cmpuint (objective->line, <=, n_lines);
  assert_text (objective->title, TRUE);
  assert_text (objective->why, TRUE);

  /* What has no title is there for its key results only. */
  if (objective->title == NULL)
    {
      g_assert_cmpuint (objective->key_results->len, >, 0);
      g_assert_null (objective->why);
    }
  for (guint i = 0; i < objective->key_results->len; i++)
    assert_key_result_sound (g_ptr_array_index (objective->key_results, i),
                             n_lines);
}

/**
 * outline_assert_sound:
 * @n_lines: how many lines the document has
 *
 * Asserts what holds for every outline, whatever it was read from.
 */
void
outline_assert_sound (QdOutline *outline,
                      guint      n_lines)
{
  guint last_line = 0;

  assert_text (outline->cycle, FALSE);
  g_assert_cmpuint (outline->first_day, !=, QD_DAY_NONE);
  g_assert_cmpuint (outline->first_day, <, outline->last_day);

  for (guint i = 0; i < outline->teams->len; i++)
    {
      QdOutlineTeam *team = g_ptr_array_index (outline->teams, i);

      g_assert_cmpuint (team->line, <=, n_lines);
      assert_text (team->title, FALSE);
      assert_text (team->text, TRUE);
      for (guint j = 0; j < team->objectives->len; j++)
        assert_objective_sound (g_ptr_array_index (team->objectives, j),
                                n_lines);
    }

  for (guint i = 0; i < outline->remarks->len; i++)
    {
      QdOutlineRemark *remark = g_ptr_array_index (outline->remarks, i);

      g_assert_cmpuint (remark->line, >=, 1);
      g_assert_cmpuint (remark->line, >=, last_line);
      g_assert_cmpuint (remark->line, <=, n_lines);
      assert_text (remark->text, FALSE);
      assert_text (remark->reason, FALSE);
      last_line = remark->line;
    }
}
