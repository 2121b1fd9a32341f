/* Parts of what a person does, for transactions that do several things at once:
 * each adds its wishes to a transaction that the caller commits. Titles come in
 * tidied: qd_edit_tidy_title().
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "qd-edit-plan.h"
#include "qd-find.h"

static const QdColumnRole roles_of_new_board[] = {
  QD_COLUMN_NOT_STARTED, QD_COLUMN_IN_PROGRESS, QD_COLUMN_AT_RISK, QD_COLUMN_COMPLETE,
};

/* Also what no keyboard has, but the clipboard and files bring. */
static gboolean
breaks_line (gunichar letter)
{
  const GUnicodeType type = g_unichar_type (letter);

  return type == G_UNICODE_CONTROL || type == G_UNICODE_LINE_SEPARATOR ||
         type == G_UNICODE_PARAGRAPH_SEPARATOR;
}

static QdId
plan_person (QdTransaction *transaction,
             const char    *name)
{
  QdId id = qd_transaction_create (transaction, QD_ENTITY_PERSON);

  qd_transaction_set_text (transaction, id, QD_FIELD_PERSON_TITLE, name);

  return id;
}

/**
 * qd_edit_tidy_title:
 * @title: (nullable): what somebody typed, pasted or imported
 * @error: return location; %QD_ERROR_INVALID where nothing can be seen of it
 *
 * Returns: (transfer full) (nullable): the title on one line, without control
 *   characters
 */
char *
qd_edit_tidy_title (const char  *title,
                    GError     **error)
{
  g_autofree char *tidy = NULL;
  gboolean visible = FALSE;
  GString *line;

  if (title == NULL || !g_utf8_validate (title, -1, NULL))
    {
      g_set_error_literal (error, QD_ERROR, QD_ERROR_INVALID,
                           _("The title is not valid UTF-8 text. Nothing was changed."));
      return NULL;
    }

  line = g_string_sized_new (strlen (title));
  for (const char *p = title; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar letter = g_utf8_get_char (p);
      const gunichar kept = breaks_line (letter) ? ' ' : letter;

      visible |= g_unichar_isgraph (kept);
      g_string_append_unichar (line, kept);
    }
  tidy = g_strstrip (g_string_free (line, FALSE));
  if (!visible)
    {
      g_set_error_literal (error, QD_ERROR, QD_ERROR_INVALID,
                           _("A title cannot be empty. Nothing was changed."));
      return NULL;
    }

  return g_steal_pointer (&tidy);
}

/**
 * qd_edit_check_days:
 * @first_day: a first day, or %QD_DAY_NONE
 * @last_day: a last day, or %QD_DAY_NONE
 * @error: return location; %QD_ERROR_INVALID
 *
 * Returns: whether they can be those of a cycle
 */
gboolean
qd_edit_check_days (QdDay    first_day,
                    QdDay    last_day,
                    GError **error)
{
  return (first_day != QD_DAY_NONE && last_day != QD_DAY_NONE && first_day <= last_day) ||
         qd_edit_refuse (error, _("A cycle needs a first day and a last day that is not before "
                                  "it."));
}

/**
 * qd_edit_refuse:
 * @error: return location
 * @text: (transfer none): why, translated
 *
 * Returns: %FALSE, with %QD_ERROR_INVALID
 */
gboolean
qd_edit_refuse (GError     **error,
                const char  *text)
{
  g_set_error_literal (error, QD_ERROR, QD_ERROR_INVALID, text);

  return FALSE;
}

/**
 * qd_edit_plan_board:
 * @transaction: where to
 * @title: its title
 * @cycle: its cycle, or %QD_ID_NONE
 * @plan: (out): the board and its columns
 *
 * Wishes for an OKR board with the four columns of the method.
 */
void
qd_edit_plan_board (QdTransaction *transaction,
                    const char    *title,
                    QdId           cycle,
                    QdBoardPlan   *plan)
{
  memset (plan, 0, sizeof *plan);
  plan->board = qd_transaction_create (transaction, QD_ENTITY_BOARD);
  qd_transaction_set_text (transaction, plan->board, QD_FIELD_BOARD_TITLE, title);
  qd_transaction_set_integer (transaction, plan->board, QD_FIELD_BOARD_KIND,
                              QD_BOARD_OKR);
  qd_transaction_place (transaction, QD_ENTITY_BOARD, plan->board, cycle, QD_SIDE_LAST,
                        QD_ID_NONE);

  for (guint i = 0; i < G_N_ELEMENTS (roles_of_new_board); i++)
    {
      QdColumnRole role = roles_of_new_board[i];
      QdId column = qd_transaction_create (transaction, QD_ENTITY_COLUMN);

      plan->columns[role] = column;
      qd_transaction_set_text (transaction, column, QD_FIELD_COLUMN_TITLE,
                               qd_column_role_get_name (role));
      qd_transaction_set_integer (transaction, column, QD_FIELD_COLUMN_ROLE, role);
      qd_transaction_place (transaction, QD_ENTITY_COLUMN, column, plan->board,
                            QD_SIDE_LAST, QD_ID_NONE);
    }
}

/**
 * qd_edit_plan_cycle:
 *
 * Returns: the cycle that @transaction now wishes for
 */
QdId
qd_edit_plan_cycle (QdTransaction *transaction,
                    const char    *title,
                    QdDay          first_day,
                    QdDay          last_day)
{
  QdId id = qd_transaction_create (transaction, QD_ENTITY_CYCLE);

  qd_transaction_set_text (transaction, id, QD_FIELD_CYCLE_TITLE, title);
  qd_transaction_set_day (transaction, id, QD_FIELD_CYCLE_FIRST_DAY, first_day);
  qd_transaction_set_day (transaction, id, QD_FIELD_CYCLE_LAST_DAY, last_day);

  return id;
}

/**
 * qd_edit_plan_team:
 *
 * Returns: the team that @transaction now wishes for
 */
QdId
qd_edit_plan_team (QdTransaction *transaction,
                   const char    *title)
{
  QdId id = qd_transaction_create (transaction, QD_ENTITY_TEAM);

  qd_transaction_set_text (transaction, id, QD_FIELD_TEAM_TITLE, title);
  qd_transaction_place (transaction, QD_ENTITY_TEAM, id, QD_ID_NONE, QD_SIDE_LAST,
                        QD_ID_NONE);

  return id;
}

/**
 * qd_edit_plan_named:
 * @store: a store
 * @transaction: where to, which is locked
 * @kind: %QD_ENTITY_TEAM or %QD_ENTITY_PERSON
 * @title: its name
 * @id: (out): who bears it already, else who @transaction now wishes for
 * @error: return location
 *
 * Returns: whether the file could be read
 */
gboolean
qd_edit_plan_named (QdStore        *store,
                    QdTransaction  *transaction,
                    QdEntityKind    kind,
                    const char     *title,
                    QdId           *id,
                    GError        **error)
{
  GError *failed = NULL;

  if (!qd_transaction_lock (transaction, error))
    return FALSE;

  *id = qd_find_titled (store, kind, QD_FIND_ANYWHERE, title, &failed);
  if (failed != NULL)
    {
      g_propagate_error (error, failed);
      return FALSE;
    }
  if (*id == QD_ID_NONE)
    *id = kind == QD_ENTITY_TEAM ? qd_edit_plan_team (transaction, title)
                                 : plan_person (transaction, title);

  return TRUE;
}

/**
 * qd_edit_plan_objective:
 *
 * Returns: the objective that @transaction now wishes for
 */
QdId
qd_edit_plan_objective (QdTransaction *transaction,
                        QdId           board,
                        const char    *title,
                        const char    *why,
                        guint          colour)
{
  QdId id = qd_transaction_create (transaction, QD_ENTITY_OBJECTIVE);

  qd_transaction_set_text (transaction, id, QD_FIELD_OBJECTIVE_TITLE, title);
  qd_transaction_set_text (transaction, id, QD_FIELD_OBJECTIVE_WHY, why);
  qd_transaction_set_integer (transaction, id, QD_FIELD_OBJECTIVE_COLOUR,
                              colour % QD_N_COLOURS);
  qd_transaction_place (transaction, QD_ENTITY_OBJECTIVE, id, board, QD_SIDE_LAST,
                        QD_ID_NONE);

  return id;
}

/**
 * qd_edit_plan_card:
 *
 * Returns: the key result that @transaction now wishes for
 */
QdId
qd_edit_plan_card (QdTransaction *transaction,
                   QdId           column,
                   const char    *title,
                   QdId           objective)
{
  QdId id = qd_transaction_create (transaction, QD_ENTITY_CARD);

  qd_transaction_set_text (transaction, id, QD_FIELD_CARD_TITLE, title);
  qd_transaction_set_integer (transaction, id, QD_FIELD_CARD_KIND, QD_CARD_KEY_RESULT);
  qd_transaction_set_id (transaction, id, QD_FIELD_CARD_OBJECTIVE, objective);
  qd_transaction_place (transaction, QD_ENTITY_CARD, id, column, QD_SIDE_LAST,
                        QD_ID_NONE);

  return id;
}

/**
 * qd_edit_plan_numbers:
 * @card: a card without numbers
 * @numbers: those to give it
 */
void
qd_edit_plan_numbers (QdTransaction       *transaction,
                      QdId                 card,
                      const QdCardNumbers *numbers)
{
  qd_transaction_set_text (transaction, card, QD_FIELD_CARD_UNIT, numbers->unit);
  qd_transaction_set_integer (transaction, card, QD_FIELD_CARD_METRIC, numbers->metric);
  qd_transaction_set_real (transaction, card, QD_FIELD_CARD_BASELINE, numbers->baseline);
  qd_transaction_set_real (transaction, card, QD_FIELD_CARD_TARGET, numbers->target);
}

/**
 * qd_edit_plan_figure:
 * @value: a figure; NAN takes it off
 */
void
qd_edit_plan_figure (QdTransaction *transaction,
                     QdId           id,
                     QdField        field,
                     double         value)
{
  if (isnan (value))
    qd_transaction_clear (transaction, id, field);
  else
    qd_transaction_set_real (transaction, id, field, value);
}

/**
 * qd_edit_plan_day:
 * @day: a day; %QD_DAY_NONE takes it off
 */
void
qd_edit_plan_day (QdTransaction *transaction,
                  QdId           id,
                  QdField        field,
                  QdDay          day)
{
  if (day == QD_DAY_NONE)
    qd_transaction_clear (transaction, id, field);
  else
    qd_transaction_set_day (transaction, id, field, day);
}

/**
 * qd_edit_commit_new:
 * @transaction: a transaction in which something was made
 * @id: what was made
 * @error: return location
 *
 * Returns: @id where the transaction was committed, else %QD_ID_NONE
 */
QdId
qd_edit_commit_new (QdTransaction  *transaction,
                    QdId            id,
                    GError        **error)
{
  return qd_transaction_commit (transaction, error) ? id : QD_ID_NONE;
}
