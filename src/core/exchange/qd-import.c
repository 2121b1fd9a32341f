/* Brings an outline into a file: one board a team, one transaction, one undo.
 *
 * What is there already is not made twice: a cycle, team, board or objective of
 * the same name is taken, and a key result that stands under its objective
 * already is left alone and told of.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "qd-import.h"
#include "store/qd-find.h"

/* A board that the outline writes to, and where its columns are. */
typedef struct
{
  QdBoardPlan plan;
  guint n_objectives;
} Board;

typedef struct
{
  QdStore *store;
  QdTransaction *transaction;
  QdDay today;
  QdId cycle;

  /* What was found or planned for this outline: things by key_of(), boards by
   * title, and the text of each. */
  GHashTable *known;
  GHashTable *boards;
  GHashTable *texts;
  Board *board;

  guint n_boards;
  guint n_objectives;
  guint n_cards;
  GPtrArray *notes;
} Import;

static void
note (Import     *self,
      guint       line,
      const char *text,
      const char *reason)
{
  g_ptr_array_add (self->notes,
                   g_strdup_printf (_("Line %u: %s (%s)"), line, reason, text));
}

/* A title as the file takes it. One of which nothing can be seen gets another, so
 * that what stands below it is not lost.
 */
static char *
dup_tidy (Import     *self,
          guint       line,
          const char *title)
{
  char *tidy = qd_edit_tidy_title (title, NULL);

  if (tidy == NULL)
    {
      tidy = g_strdup (_("Untitled"));
      note (self, line, tidy,
            _("nothing can be seen of the title, so it has another one"));
    }

  return tidy;
}

static char *
key_of (QdEntityKind  kind,
        QdId          parent,
        const char   *title)
{
  g_autofree char *folded = g_utf8_casefold (title, -1);

  return g_strdup_printf ("%d/%" G_GINT64_FORMAT "/%s", (int) kind, parent, folded);
}

static void
remember (Import       *self,
          QdEntityKind  kind,
          QdId          parent,
          const char   *title,
          QdId          id)
{
  g_hash_table_insert (self->known, key_of (kind, parent, title),
                       g_memdup2 (&id, sizeof id));
}

/* Finds what the file or the outline so far has under this title; a card stands
 * in its objective here, or in the board where it has none.
 */
static gboolean
find (Import        *self,
      QdEntityKind   kind,
      QdId           parent,
      const char    *title,
      QdId          *id,
      GError       **error)
{
  g_autofree char *key = key_of (kind, parent, title);
  const QdId *known = g_hash_table_lookup (self->known, key);
  GError *failed = NULL;

  if (known != NULL)
    *id = *known;
  else if (kind == QD_ENTITY_CARD)
    *id = qd_find_card (self->store, self->board->plan.board,
                        parent != self->board->plan.board ? parent : QD_ID_NONE, title,
                        &failed);
  else
    *id = qd_find_titled (self->store, kind, parent, title, &failed);
  if (failed != NULL)
    g_propagate_error (error, failed);

  return failed == NULL;
}

/* Sets a text that is not set yet. One that is there stays, and what comes in is
 * told of.
 */
static gboolean
plan_text (Import      *self,
           guint        line,
           QdId         id,
           QdField      field,
           const char  *text,
           const char  *reason,
           GError     **error)
{
  g_autofree char *present = g_strdup (g_hash_table_lookup (self->texts, &id));

  if (text == NULL ||
      (present == NULL && !qd_find_text (self->store, id, field, &present, error)))
    return text == NULL;

  if (present == NULL)
    {
      qd_transaction_set_text (self->transaction, id, field, text);
      g_hash_table_insert (self->texts, g_memdup2 (&id, sizeof id), g_strdup (text));
    }
  else if (!g_str_equal (present, text))
    note (self, line, text, reason);

  return TRUE;
}

/* Looked up in the file, or made once for the whole outline. */
static gboolean
find_or_plan_person (Import                    *self,
                     const QdOutlineKeyResult  *key_result,
                     QdId                      *person,
                     GError                   **error)
{
  g_autofree char *name = qd_edit_tidy_title (key_result->owner, NULL);

  *person = QD_ID_NONE;
  if (name == NULL)
    {
      note (self, key_result->line, key_result->title,
            _("nothing can be seen of the owner’s name; it was left out"));
      return TRUE;
    }
  if (!find (self, QD_ENTITY_PERSON, QD_FIND_ANYWHERE, name, person, error))
    return FALSE;

  if (*person == QD_ID_NONE)
    {
      *person = qd_transaction_create (self->transaction, QD_ENTITY_PERSON);
      qd_transaction_set_text (self->transaction, *person, QD_FIELD_PERSON_TITLE, name);
      remember (self, QD_ENTITY_PERSON, QD_FIND_ANYWHERE, name, *person);
    }

  return TRUE;
}

/* The role that a column title stands for, in English or the person's language. */
static QdColumnRole
find_role (const char *title)
{
  g_autofree char *wanted = g_utf8_casefold (title, -1);

  for (int role = QD_COLUMN_NOT_STARTED; role <= QD_COLUMN_COMPLETE; role++)
    {
      g_autofree char *plain =
        g_utf8_casefold (qd_column_role_get_english_name ((QdColumnRole) role), -1);
      g_autofree char *translated =
        g_utf8_casefold (qd_column_role_get_name ((QdColumnRole) role), -1);

      if (g_str_equal (wanted, plain) || g_str_equal (wanted, translated))
        return (QdColumnRole) role;
    }

  return QD_COLUMN_OTHER;
}

static gboolean
find_column (Import                    *self,
             const QdOutlineKeyResult  *key_result,
             QdId                      *column,
             GError                   **error)
{
  const QdBoardPlan *plan = &self->board->plan;

  *column = QD_ID_NONE;
  if (key_result->column != NULL)
    {
      QdColumnRole role = find_role (key_result->column);

      if (role != QD_COLUMN_OTHER)
        *column = plan->columns[role];
      if (*column == QD_ID_NONE &&
          !find (self, QD_ENTITY_COLUMN, plan->board, key_result->column, column, error))
        return FALSE;
      if (*column == QD_ID_NONE)
        note (self, key_result->line, key_result->column,
              _("the board has no such column; the key result stands in the first one"));
    }
  for (guint i = 1; *column == QD_ID_NONE && i <= G_N_ELEMENTS (plan->columns); i++)
    *column = plan->columns[i % G_N_ELEMENTS (plan->columns)];
  if (*column != QD_ID_NONE)
    return TRUE;

  g_set_error (error, QD_ERROR, QD_ERROR_INVALID,
               _("Line %u: the board has no column to put the key result in. Nothing was "
                 "imported."), key_result->line);

  return FALSE;
}

static void
plan_checkin (Import *self,
              QdId    card,
              double  value)
{
  QdId id = qd_transaction_create (self->transaction, QD_ENTITY_CHECKIN);

  qd_transaction_set_id (self->transaction, id, QD_FIELD_CHECKIN_CARD, card);
  qd_transaction_set_day (self->transaction, id, QD_FIELD_CHECKIN_DAY, self->today);
  qd_transaction_set_real (self->transaction, id, QD_FIELD_CHECKIN_VALUE, value);
}

static gboolean
plan_key_result (Import                    *self,
                 QdId                       objective,
                 const QdOutlineKeyResult  *key_result,
                 const char                *title,
                 QdId                      *card,
                 GError                   **error)
{
  const QdCardNumbers numbers = { key_result->metric, key_result->baseline,
                                  key_result->target, key_result->unit };
  QdTransaction *transaction = self->transaction;
  QdId column, owner;

  if (!find_column (self, key_result, &column, error))
    return FALSE;

  *card = qd_edit_plan_card (transaction, column, title, objective);
  qd_transaction_set_text (transaction, *card, QD_FIELD_CARD_DESCRIPTION,
                           key_result->description);
  qd_transaction_set_text (transaction, *card, QD_FIELD_CARD_MEASUREMENT,
                           key_result->measurement);
  qd_edit_plan_numbers (transaction, *card, &numbers);
  if (key_result->owner != NULL)
    {
      if (!find_or_plan_person (self, key_result, &owner, error))
        return FALSE;
      qd_transaction_set_id (transaction, *card, QD_FIELD_CARD_OWNER, owner);
    }
  if (!isnan (key_result->current))
    plan_checkin (self, *card, key_result->current);
  self->n_cards++;

  return TRUE;
}

static gboolean
plan_key_results (Import                    *self,
                  QdId                       objective,
                  const QdOutlineObjective  *outline,
                  GError                   **error)
{
  for (guint i = 0; i < outline->key_results->len; i++)
    {
      const QdOutlineKeyResult *key_result = g_ptr_array_index (outline->key_results, i);
      const QdId parent = objective != QD_ID_NONE ? objective : self->board->plan.board;
      g_autofree char *title = dup_tidy (self, key_result->line, key_result->title);
      QdId card;

      if (!find (self, QD_ENTITY_CARD, parent, title, &card, error))
        return FALSE;
      if (card != QD_ID_NONE)
        note (self, key_result->line, title,
              _("the key result is on the board already and was left alone"));
      else if (plan_key_result (self, objective, key_result, title, &card, error))
        remember (self, QD_ENTITY_CARD, parent, title, card);
      else
        return FALSE;
    }

  return TRUE;
}

static gboolean
plan_objective (Import                    *self,
                const QdOutlineObjective  *outline,
                GError                   **error)
{
  const QdId board = self->board->plan.board;
  g_autofree char *title = NULL;
  QdId objective = QD_ID_NONE;

  if (outline->title == NULL)
    return plan_key_results (self, objective, outline, error);

  title = dup_tidy (self, outline->line, outline->title);
  if (!find (self, QD_ENTITY_OBJECTIVE, board, title, &objective, error))
    return FALSE;
  if (objective == QD_ID_NONE)
    {
      objective = qd_edit_plan_objective (self->transaction, board, title, NULL,
                                          self->board->n_objectives++);
      qd_transaction_set_integer (self->transaction, objective,
                                  QD_FIELD_OBJECTIVE_COMMITMENT, outline->commitment);
      remember (self, QD_ENTITY_OBJECTIVE, board, title, objective);
      self->n_objectives++;
    }

  return plan_text (self, outline->line, objective, QD_FIELD_OBJECTIVE_WHY, outline->why,
                    _("the objective says already why it matters; this was left out"),
                    error) &&
         plan_key_results (self, objective, outline, error);
}

/* The board of a team: that of an earlier heading, that in the file, or a new
 * one.
 */
static gboolean
find_or_plan_board (Import      *self,
                    const char  *title,
                    GError     **error)
{
  g_autofree char *folded = g_utf8_casefold (title, -1);
  g_autofree Board *board = NULL;
  QdId team;

  self->board = g_hash_table_lookup (self->boards, folded);
  if (self->board != NULL)
    return TRUE;

  board = g_new0 (Board, 1);
  if (!qd_find_board (self->store, title, self->cycle, &board->plan, &board->n_objectives,
                      error) ||
      !find (self, QD_ENTITY_TEAM, QD_FIND_ANYWHERE, title, &team, error))
    return FALSE;

  if (board->plan.board == QD_ID_NONE)
    {
      qd_edit_plan_board (self->transaction, title, self->cycle, &board->plan);
      if (team == QD_ID_NONE)
        team = qd_edit_plan_team (self->transaction, title);
      qd_transaction_set_id (self->transaction, board->plan.board, QD_FIELD_BOARD_TEAM,
                             team);
      self->n_boards++;
    }
  self->board = board;
  g_hash_table_insert (self->boards, g_steal_pointer (&folded), g_steal_pointer (&board));

  return TRUE;
}

static gboolean
plan_team (Import               *self,
           const QdOutlineTeam  *outline,
           GError              **error)
{
  g_autofree char *title = dup_tidy (self, outline->line, outline->title);

  if (!find_or_plan_board (self, title, error) ||
      !plan_text (self, outline->line, self->board->plan.board,
                  QD_FIELD_BOARD_DESCRIPTION, outline->text,
                  _("the board has a description already; this was left out"), error))
    return FALSE;

  for (guint i = 0; i < outline->objectives->len; i++)
    if (!plan_objective (self, g_ptr_array_index (outline->objectives, i), error))
      return FALSE;

  return TRUE;
}

static gboolean
plan_all (Import           *self,
          const QdOutline  *outline,
          GError          **error)
{
  GError *failed = NULL;

  self->cycle = qd_find_cycle (self->store, outline->cycle, outline->first_day,
                               outline->last_day, &failed);
  if (failed != NULL)
    {
      g_propagate_error (error, failed);
      return FALSE;
    }
  if (self->cycle == QD_ID_NONE)
    self->cycle = qd_edit_plan_cycle (self->transaction, outline->cycle,
                                      outline->first_day, outline->last_day);

  for (guint i = 0; i < outline->teams->len; i++)
    if (!plan_team (self, g_ptr_array_index (outline->teams, i), error))
      return FALSE;

  return TRUE;
}

/* What was brought in, then everything that a person should look at. */
static char *
make_report (Import           *self,
             const QdOutline  *outline,
             const char       *source)
{
  GString *report = g_string_new (NULL);
  g_autofree char *boards = NULL;
  g_autofree char *objectives = NULL;
  g_autofree char *cards = NULL;

  boards = g_strdup_printf (ngettext ("%u new board", "%u new boards", self->n_boards),
                            self->n_boards);
  objectives = g_strdup_printf (ngettext ("%u objective", "%u objectives",
                                          self->n_objectives), self->n_objectives);
  cards = g_strdup_printf (ngettext ("%u key result", "%u key results", self->n_cards),
                           self->n_cards);
  /* Translators: "okrs.md: 8 new boards, 20 objectives and 61 key results in 2026 Q4." */
  g_string_printf (report, _("%s: %s, %s and %s in %s."), source, boards, objectives,
                   cards, outline->cycle);
  g_string_append_c (report, '\n');

  for (guint i = 0; i < self->notes->len; i++)
    g_string_append_printf (report, "%s\n",
                            (const char *) g_ptr_array_index (self->notes, i));
  for (guint i = 0; i < outline->remarks->len; i++)
    {
      const QdOutlineRemark *remark = g_ptr_array_index (outline->remarks, i);

      g_string_append_printf (report, _("Line %u: %s"), remark->line, remark->reason);
      if (remark->text != NULL && *remark->text != '\0')
        g_string_append_printf (report, "\n    %s", remark->text);
      g_string_append_c (report, '\n');
    }

  return g_string_free (report, FALSE);
}

/**
 * qd_import_outline:
 * @store: where to
 * @outline: what to bring in
 * @source: name of the file it came from, for the report
 * @report: (out) (optional) (transfer full): what was brought in and what was
 *   not, line by line, translated
 * @error: return location
 *
 * Returns: whether all of it is in the file; otherwise nothing is
 */
gboolean
qd_import_outline (QdStore          *store,
                   const QdOutline  *outline,
                   const char       *source,
                   char            **report,
                   GError          **error)
{
  g_autoptr (QdTransaction) transaction = NULL;
  g_autoptr (GHashTable) known = NULL;
  g_autoptr (GHashTable) boards = NULL;
  g_autoptr (GHashTable) texts = NULL;
  g_autoptr (GPtrArray) notes = NULL;
  Import self = { 0 };

  g_return_val_if_fail (QD_IS_STORE (store), FALSE);
  g_return_val_if_fail (outline != NULL, FALSE);

  self.store = store;
  self.transaction = transaction = qd_transaction_new (store, QD_TRANSACTION_IMPORT);
  known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  texts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  boards = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  notes = g_ptr_array_new_with_free_func (g_free);
  self.known = known;
  self.texts = texts;
  self.boards = boards;
  self.notes = notes;
  self.today = MIN (qd_clock_today (), outline->last_day);

  if (outline->teams->len == 0)
    {
      g_set_error (error, QD_ERROR, QD_ERROR_INVALID,
                   _("“%s” holds no objectives and key results that could be read. "
                     "Nothing was imported."), source);
      return FALSE;
    }
  if (!qd_transaction_lock (transaction, error) || !plan_all (&self, outline, error) ||
      !qd_transaction_commit (transaction, error))
    return FALSE;

  if (report != NULL)
    *report = make_report (&self, outline, source);

  return TRUE;
}
