/* Puts an outline together from its pieces, in the order of the text.
 *
 * Knows which piece belongs to which: a key result to the newest objective, an
 * objective to the newest team. Numbers are read out of statements and fields
 * here. It loses no text: what fits nowhere becomes a remark. Markdown and the
 * shape of lines are the reader's business.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "qd-outline-builder.h"
#include "qd-quantity.h"
#include "store/qd-edit-plan.h"

/* A paragraph of a team, kept apart until it is clear that it is one. */
typedef struct
{
  guint line;
  char *text;
  gboolean is_item;
} Paragraph;

struct _QdOutlineBuilder
{
  QdOutline *outline;
  char *fallback_team;

  QdOutlineTeam *team;
  GArray *paragraphs;
  gboolean team_has_items;

  QdOutlineObjective *objective;
  GString *why;

  QdOutlineKeyResult *key_result;
  gboolean is_done;
  QdQuantity stated;
  QdMetricKind limit; /* what the target is, or QD_METRIC_CHANGE */
  GString *description;
};

static void
clear_paragraph (gpointer data)
{
  Paragraph *paragraph = data;

  g_free (paragraph->text);
}

static void
append_paragraph (GString    *string,
                  const char *text,
                  const char *divider)
{
  if (string->len > 0)
    g_string_append (string, divider);
  g_string_append (string, text);
}

/* Takes what was gathered, or %NULL for nothing. */
static char *
take_string (GString *string)
{
  char *text = string->len > 0 ? g_strndup (string->str, string->len) : NULL;

  g_string_truncate (string, 0);

  return text;
}

static gboolean
units_agree (const char *a,
             const char *b)
{
  return a == NULL || b == NULL || qd_quantity_same_unit (a, b);
}

/* Fills in what the statement says and no field did. */
static void
settle_numbers (QdOutlineBuilder *self)
{
  QdOutlineKeyResult *key_result = self->key_result;

  if (isnan (key_result->target) &&
      self->stated.target != key_result->baseline)
    {
      key_result->target = self->stated.target;
      self->limit = self->stated.metric;
    }
  if (isnan (key_result->baseline) &&
      self->stated.baseline != key_result->target)
    key_result->baseline = self->stated.baseline;
  if (key_result->unit == NULL)
    key_result->unit = g_steal_pointer (&self->stated.unit);

  if (!isnan (key_result->target) || !isnan (key_result->baseline) ||
      !isnan (key_result->current))
    key_result->metric = QD_METRIC_CHANGE;

  /* What begins somewhere is a way, and no limit to keep to. */
  if (isnan (key_result->baseline) && !isnan (key_result->target))
    key_result->metric = self->limit;
}

/* The title has it all, but not as numbers. */
static void
remark_flaw (QdOutlineBuilder *self)
{
  const char *reason = qd_quantity_explain_flaw (&self->stated);

  if (self->key_result->metric == QD_METRIC_NONE && reason != NULL)
    qd_outline_add_remark (self->outline, self->key_result->line, self->key_result->title,
                           reason, TRUE);
}

static void
end_key_result (QdOutlineBuilder *self)
{
  if (self->key_result == NULL)
    return;

  settle_numbers (self);
  remark_flaw (self);
  if (self->is_done && self->key_result->column == NULL)
    self->key_result->column =
      g_strdup (qd_column_role_get_english_name (QD_COLUMN_COMPLETE));
  self->key_result->description = take_string (self->description);
  self->key_result = NULL;
  qd_quantity_clear (&self->stated);
}

static void
end_objective (QdOutlineBuilder *self)
{
  QdOutlineObjective *objective = self->objective;

  end_key_result (self);
  if (objective == NULL)
    return;

  objective->why = take_string (self->why);
  if (objective->key_results->len == 0)
    qd_outline_add_remark (self->outline, objective->line, objective->title,
                           _("No key result stands below this objective."),
                           TRUE);
  self->objective = NULL;
}

static void
join_paragraphs (QdOutlineBuilder *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean was_item = FALSE;

  for (guint i = 0; i < self->paragraphs->len; i++)
    {
      const Paragraph *paragraph = &g_array_index (self->paragraphs, Paragraph, i);

      append_paragraph (text, paragraph->is_item ? "• " : "",
                        was_item && paragraph->is_item ? "\n" : "\n\n");
      g_string_append (text, paragraph->text);
      was_item = paragraph->is_item;
    }

  self->team->text = take_string (text);
}

/* A heading with nothing but prose below it is no team: nothing of it would
 * stand on a board. */
static void
drop_team (QdOutlineBuilder *self)
{
  qd_outline_add_remark (self->outline, self->team->line, self->team->title,
                         _("Neither an objective nor a key result stands below "
                           "this heading, so it became no team."),
                         FALSE);

  for (guint i = 0; i < self->paragraphs->len; i++)
    {
      const Paragraph *paragraph = &g_array_index (self->paragraphs, Paragraph, i);

      qd_outline_add_remark (self->outline, paragraph->line, paragraph->text,
                             _("This text stands below a heading that became "
                               "no team."),
                             FALSE);
    }

  g_ptr_array_remove_index (self->outline->teams,
                            self->outline->teams->len - 1);
}

static QdOutlineTeam *
ensure_team (QdOutlineBuilder *self)
{
  if (self->team == NULL)
    self->team = qd_outline_add_team (self->outline, 0, self->fallback_team);

  return self->team;
}

/* The objective without a title, for key results below none. */
static void
ensure_objective (QdOutlineBuilder *self,
                  guint             line)
{
  if (self->objective == NULL)
    self->objective = qd_outline_add_objective (ensure_team (self), line, NULL);
}

static int
compare_remarks (gconstpointer a,
                 gconstpointer b)
{
  const QdOutlineRemark *first = *(const QdOutlineRemark * const *) a;
  const QdOutlineRemark *second = *(const QdOutlineRemark * const *) b;

  return (first->line > second->line) - (first->line < second->line);
}

static double *
get_number (QdOutlineKeyResult *key_result,
            QdOutlineLabel      label)
{
  if (label == QD_LABEL_BASELINE)
    return &key_result->baseline;
  if (label == QD_LABEL_CURRENT)
    return &key_result->current;

  return &key_result->target;
}

/* The number at the other end of the way, which must not be the same. */
static double
get_other_end (QdOutlineBuilder *self,
               QdOutlineLabel    label)
{
  QdOutlineKeyResult *key_result = self->key_result;

  if (label == QD_LABEL_CURRENT)
    return NAN;
  if (label == QD_LABEL_BASELINE)
    return isnan (key_result->target) ? self->stated.target :
                                        key_result->target;

  return key_result->baseline;
}

/* Takes a unit that agrees with the one there is, the plural of both. */
static void
take_unit (QdOutlineBuilder  *self,
           char             **unit)
{
  char **place = self->key_result->unit != NULL || self->stated.unit == NULL ?
                 &self->key_result->unit : &self->stated.unit;

  if (*unit == NULL || (*place != NULL && strlen (*place) >= strlen (*unit)))
    return;

  g_free (*place);
  *place = g_steal_pointer (unit);
}

/* Takes the number of a field. Returns whether nothing of @value is left. */
static gboolean
set_number (QdOutlineBuilder *self,
            guint             line,
            QdOutlineLabel    label,
            const char       *value,
            const char       *text)
{
  QdOutlineKeyResult *key_result = self->key_result;
  double *place = get_number (key_result, label);
  g_autofree char *unit = NULL;
  QdMetricKind metric;
  const char *rest;
  double number;

  if (!isnan (*place) || !qd_quantity_read (value, &number, &unit, &metric, &rest))
    return FALSE;

  if (number == get_other_end (self, label))
    {
      qd_outline_add_remark (self->outline, line, text,
                             _("Baseline and target would be the same; this "
                               "one was put into the description."),
                             TRUE);
      return FALSE;
    }

  if (!units_agree (key_result->unit, unit) ||
      (key_result->unit == NULL && !units_agree (self->stated.unit, unit)))
    {
      qd_outline_add_remark (self->outline, line, text,
                             _("This number has another unit than the key "
                               "result; it was put into the description."),
                             TRUE);
      return FALSE;
    }

  *place = number;
  if (place == &key_result->target)
    self->limit = metric;
  take_unit (self, &unit);

  return *rest == '\0';
}

static gboolean
set_text (char       **place,
          const char  *value)
{
  if (*place != NULL)
    return FALSE;

  *place = g_strdup (value);

  return TRUE;
}

/* Takes the first of several owners. Returns whether there is only one. */
static gboolean
set_owner (QdOutlineKeyResult *key_result,
           const char         *value)
{
  static const char * const DIVIDERS[] = {
    ",", ";", " & ", " and ", " und ", "/", " + ",
  };
  const char *end = value + strlen (value);
  const char *first_end = end;

  if (key_result->owner != NULL)
    return FALSE;

  while (*value == '@' || *value == ' ')
    value++;

  for (guint i = 0; i < G_N_ELEMENTS (DIVIDERS); i++)
    {
      const char *at = strstr (value, DIVIDERS[i]);

      if (at != NULL && at > value && at < first_end)
        first_end = at;
    }

  if (value == end)
    return FALSE;

  key_result->owner = g_strchomp (g_strndup (value, (gsize) (first_end - value)));

  return first_end == end;
}

/**
 * qd_outline_builder_new:
 * @fallback_team: (nullable): name of the team where the text has none
 */
QdOutlineBuilder *
qd_outline_builder_new (const char *fallback_team)
{
  QdOutlineBuilder *self = g_new0 (QdOutlineBuilder, 1);

  self->outline = qd_outline_new ();
  self->fallback_team = g_strdup (fallback_team != NULL ? fallback_team :
                                  _("My team"));
  self->paragraphs = g_array_new (FALSE, FALSE, sizeof (Paragraph));
  g_array_set_clear_func (self->paragraphs, clear_paragraph);
  self->why = g_string_new (NULL);
  self->description = g_string_new (NULL);
  qd_quantity_clear (&self->stated);

  return self;
}

void
qd_outline_builder_free (QdOutlineBuilder *self)
{
  g_clear_pointer (&self->outline, qd_outline_free);
  g_free (self->fallback_team);
  g_array_unref (self->paragraphs);
  g_string_free (self->why, TRUE);
  g_string_free (self->description, TRUE);
  qd_quantity_clear (&self->stated);
  g_free (self);
}

/**
 * qd_outline_builder_finish:
 *
 * Returns: (transfer full): the outline; @self can only be freed then
 */
QdOutline *
qd_outline_builder_finish (QdOutlineBuilder *self)
{
  qd_outline_builder_end_team (self);
  g_ptr_array_sort (self->outline->remarks, compare_remarks);

  return g_steal_pointer (&self->outline);
}

/**
 * qd_outline_builder_get_outline:
 *
 * Returns: (transfer none): the outline as far as it goes
 */
QdOutline *
qd_outline_builder_get_outline (QdOutlineBuilder *self)
{
  return self->outline;
}

/**
 * qd_outline_builder_has_team:
 *
 * Returns: whether what comes next belongs to a team
 */
gboolean
qd_outline_builder_has_team (QdOutlineBuilder *self)
{
  return self->team != NULL;
}

/**
 * qd_outline_builder_has_objective:
 *
 * Returns: whether what comes next stands below an objective with a title
 */
gboolean
qd_outline_builder_has_objective (QdOutlineBuilder *self)
{
  return self->objective != NULL && self->objective->title != NULL;
}

/**
 * qd_outline_builder_has_key_result:
 *
 * Returns: whether the objective, or the team, has a key result already
 */
gboolean
qd_outline_builder_has_key_result (QdOutlineBuilder *self)
{
  return self->key_result != NULL;
}

/**
 * qd_outline_builder_set_fallback:
 * @team: name of the team for what stands below no heading of a team
 */
void
qd_outline_builder_set_fallback (QdOutlineBuilder *self,
                                 const char       *team)
{
  g_free (self->fallback_team);
  self->fallback_team = g_strdup (team);
}

/**
 * qd_outline_builder_begin_team:
 * @title: (nullable): its name, or %NULL for the fallback
 */
void
qd_outline_builder_begin_team (QdOutlineBuilder *self,
                               guint             line,
                               const char       *title)
{
  qd_outline_builder_end_team (self);
  self->team = qd_outline_add_team (self->outline, line,
                                    title != NULL ? title :
                                    self->fallback_team);
}

/**
 * qd_outline_builder_end_team:
 *
 * What comes next belongs to no team.
 */
void
qd_outline_builder_end_team (QdOutlineBuilder *self)
{
  end_objective (self);
  if (self->team == NULL)
    return;

  if (self->team->objectives->len == 0 && !self->team_has_items)
    {
      drop_team (self);
    }
  else
    {
      join_paragraphs (self);
      if (self->team->objectives->len == 0)
        qd_outline_add_remark (self->outline, self->team->line,
                               self->team->title,
                               _("No objective stands below this heading, so "
                                 "its board stays empty."),
                               TRUE);
    }

  g_array_set_size (self->paragraphs, 0);
  self->team_has_items = FALSE;
  self->team = NULL;
}

/**
 * qd_outline_builder_begin_objective:
 * @title: its name, perhaps with a commitment in brackets
 */
void
qd_outline_builder_begin_objective (QdOutlineBuilder *self,
                                    guint             line,
                                    const char       *title)
{
  QdCommitment commitment = QD_COMMITMENT_ASPIRATIONAL;
  g_autofree char *cut = qd_outline_commitment_cut (title, &commitment);

  end_objective (self);
  if (*cut == '\0')
    {
      qd_outline_add_remark (self->outline, line, title,
                             _("This objective has no title."), FALSE);
      return;
    }

  self->objective = qd_outline_add_objective (ensure_team (self), line, cut);
  self->objective->commitment = commitment;
}

/**
 * qd_outline_builder_begin_key_result:
 * @title: its statement; nothing is begun where it is empty
 * @done: whether its box is ticked
 */
void
qd_outline_builder_begin_key_result (QdOutlineBuilder *self,
                                     guint             line,
                                     const char       *title,
                                     gboolean          done)
{
  end_key_result (self);
  if (*title == '\0')
    return;

  ensure_objective (self, line);
  self->key_result = qd_outline_add_key_result (self->objective, line, title);
  qd_quantity_find (title, &self->stated);
  self->limit = QD_METRIC_CHANGE;

  self->is_done = done;

  if (self->objective->title == NULL && self->objective->key_results->len == 1)
    qd_outline_add_remark (self->outline, line, title,
                           _("No objective stands above the key results that "
                             "begin here."),
                           TRUE);
}

/**
 * qd_outline_builder_add_team_text:
 * @is_item: whether it is an item of a list
 *
 * Adds a paragraph about the team, or a remark where there is no team.
 */
void
qd_outline_builder_add_team_text (QdOutlineBuilder *self,
                                  guint             line,
                                  const char       *text,
                                  gboolean          is_item)
{
  Paragraph paragraph = { line, NULL, is_item };

  if (self->team == NULL)
    {
      qd_outline_add_remark (self->outline, line, text,
                             _("This text stands below no heading of a team."),
                             FALSE);
      return;
    }

  paragraph.text = g_strdup (text);
  g_array_append_val (self->paragraphs, paragraph);
  self->team_has_items = self->team_has_items || is_item;

  if (is_item)
    qd_outline_add_remark (self->outline, line, text,
                           _("This line stands below no objective and is not "
                             "marked “KR:”. It became no card, but part of "
                             "what is said about the team."),
                           TRUE);
}

/**
 * qd_outline_builder_add_why:
 *
 * Adds a paragraph to what explains the objective, or the team where there is
 * no objective.
 */
void
qd_outline_builder_add_why (QdOutlineBuilder *self,
                            guint             line,
                            const char       *text)
{
  if (qd_outline_builder_has_objective (self))
    append_paragraph (self->why, text, "\n\n");
  else
    qd_outline_builder_add_team_text (self, line, text, FALSE);
}

/**
 * qd_outline_builder_add_description:
 *
 * Adds a line to the description of the key result.
 */
void
qd_outline_builder_add_description (QdOutlineBuilder *self,
                                    const char       *text)
{
  g_return_if_fail (self->key_result != NULL);

  append_paragraph (self->description, text, "\n");
}

/**
 * qd_outline_builder_add_field:
 * @label: what @value says about the key result
 * @value: the text behind the label
 * @text: the whole of it
 *
 * Sets the field. Where @value does not fit, or says more, or the field is set
 * already, @text becomes part of the description.
 */
void
qd_outline_builder_add_field (QdOutlineBuilder *self,
                              guint             line,
                              QdOutlineLabel    label,
                              const char       *value,
                              const char       *text)
{
  QdOutlineKeyResult *key_result = self->key_result;
  gboolean done = FALSE;

  g_return_if_fail (key_result != NULL);

  switch (label)
    {
    case QD_LABEL_OWNER:
      done = set_owner (key_result, value);
      break;

    case QD_LABEL_COLUMN:
      done = set_text (&key_result->column, value);
      break;

    case QD_LABEL_MEASUREMENT:
      done = set_text (&key_result->measurement, value);
      break;

    case QD_LABEL_UNIT:
      done = set_text (&key_result->unit, value);
      break;

    case QD_LABEL_CURRENT:
    case QD_LABEL_BASELINE:
    case QD_LABEL_TARGET:
    case QD_LABEL_GOAL:
      done = set_number (self, line, label, value, text);
      break;

    case QD_LABEL_NONE:
    case QD_LABEL_OBJECTIVE:
    case QD_LABEL_KEY_RESULT:
    case QD_LABEL_WHY:
    case QD_LABEL_COMMITMENT:
    case QD_LABEL_CYCLE:
    default:
      break;
    }

  if (!done)
    qd_outline_builder_add_description (self, text);
}

/**
 * qd_outline_builder_set_commitment:
 *
 * Returns: whether @word is a commitment and there is an objective for it
 */
gboolean
qd_outline_builder_set_commitment (QdOutlineBuilder *self,
                                   const char       *word)
{
  return qd_outline_builder_has_objective (self) &&
         qd_outline_commitment_match (word, &self->objective->commitment);
}
