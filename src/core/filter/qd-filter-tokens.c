/* What is done to a filter, as lists of tokens that become other lists.
 *
 * For whoever owns a filter and is asked to change it: a board, or several of them
 * side by side. Nothing here knows of the filter itself.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "model/qd-objective.h"

#include "qd-filter-part.h"
#include "qd-filter-tokens.h"

/* The tokens that do not answer a question; %NULL of them are none. */
static GStrvBuilder *
without_question (const char * const *tokens,
                  QdFilterKind        question)
{
  GStrvBuilder *builder = g_strv_builder_new ();

  for (; tokens != NULL && *tokens != NULL; tokens++)
    {
      QdFilterPart part;

      if (qd_filter_part_parse (*tokens, &part) &&
          qd_filter_part_get_question (&part) != question)
        g_strv_builder_add (builder, *tokens);
    }

  return builder;
}

/* Whether @token and no other answers a question. */
static gboolean
is_only_answer (const char * const *tokens,
                const char         *token,
                QdFilterKind        question)
{
  gboolean found = FALSE;

  for (; tokens != NULL && *tokens != NULL; tokens++)
    {
      QdFilterPart part;

      if (!qd_filter_part_parse (*tokens, &part) ||
          qd_filter_part_get_question (&part) != question)
        continue;
      if (!g_str_equal (*tokens, token))
        return FALSE;
      found = TRUE;
    }

  return found;
}

static gboolean
contains_board (GListModel *boards,
                QdBoard    *board)
{
  for (guint i = 0; i < g_list_model_get_n_items (boards); i++)
    {
      g_autoptr (QdBoard) item = g_list_model_get_item (boards, i);

      if (item == board)
        return TRUE;
    }

  return FALSE;
}

/* Whether what a part names is still there. A family may be named by an objective
 * of a board that does not show; nothing is one's own before one said who one is. */
static gboolean
is_alive (const QdFilterPart *part,
          QdStore            *store,
          GListModel         *boards)
{
  QdEntity *entity = part->value != QD_ID_NONE ? qd_store_lookup (store, part->value) : NULL;

  switch ((int) part->kind)
    {
    case QD_FILTER_OWNER:
      return part->value == QD_ID_NONE || QD_IS_PERSON (entity);

    case QD_FILTER_MINE:
      return qd_workspace_get_me (qd_store_get_workspace (store)) != NULL;

    case QD_FILTER_FAMILY:
      return QD_IS_OBJECTIVE (entity) && qd_entity_get_alive (entity);

    case QD_FILTER_OBJECTIVE:
      return part->value == QD_ID_NONE ||
             (QD_IS_OBJECTIVE (entity) && qd_entity_get_alive (entity) &&
              contains_board (boards, qd_objective_get_board (QD_OBJECTIVE (entity))));

    default:
      return TRUE;
    }
}

/**
 * qd_filter_tokens_toggle:
 * @tokens: (nullable): a filter, as for qd_filter_wanted_new()
 * @token: one token
 *
 * Returns: (transfer full) (not nullable): the filter with the token, or without it
 *   where it was there
 */
char **
qd_filter_tokens_toggle (const char * const *tokens,
                         const char         *token)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  gboolean found = FALSE;

  g_return_val_if_fail (token != NULL, NULL);

  for (; tokens != NULL && *tokens != NULL; tokens++)
    {
      if (g_str_equal (*tokens, token))
        found = TRUE;
      else
        g_strv_builder_add (builder, *tokens);
    }

  if (!found)
    g_strv_builder_add (builder, token);

  return g_strv_builder_end (builder);
}

/**
 * qd_filter_tokens_choose:
 * @tokens: (nullable): a filter, as for qd_filter_wanted_new()
 * @token: one token
 *
 * Returns: (transfer full) (not nullable): the filter with the token instead of all
 *   that asks about the same thing, or with nothing instead where it was just that
 *   one
 */
char **
qd_filter_tokens_choose (const char * const *tokens,
                         const char         *token)
{
  g_autoptr (GStrvBuilder) builder = NULL;
  QdFilterKind question;
  QdFilterPart part;

  g_return_val_if_fail (token != NULL, NULL);

  if (!qd_filter_part_parse (token, &part))
    return g_strdupv ((char **) tokens);

  question = qd_filter_part_get_question (&part);
  builder = without_question (tokens, question);
  if (!is_only_answer (tokens, token, question))
    g_strv_builder_add (builder, token);

  return g_strv_builder_end (builder);
}

/**
 * qd_filter_tokens_set_text:
 * @tokens: (nullable): a filter, as for qd_filter_wanted_new()
 * @text: the text to look for, as it was typed; may be empty
 *
 * Returns: (transfer full) (not nullable): the filter with that text
 */
char **
qd_filter_tokens_set_text (const char * const *tokens,
                           const char         *text)
{
  const QdFilterPart part = { QD_FILTER_TEXT, 0 };
  g_autoptr (GStrvBuilder) builder = without_question (tokens, QD_FILTER_TEXT);
  g_autofree char *token = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  token = qd_filter_part_format (&part, text);
  g_strv_builder_add (builder, token);

  return g_strv_builder_end (builder);
}

/**
 * qd_filter_tokens_dup_alive:
 * @tokens: (nullable): a filter, as for qd_filter_wanted_new()
 * @store: the file that the boards are in
 * @boards: (element-type QdBoard): the boards that are filtered
 *
 * What is not there any more would hide cards for a reason that nobody can see.
 *
 * Returns: (transfer full) (not nullable): what of the filter can be asked for of
 *   these boards
 */
char **
qd_filter_tokens_dup_alive (const char * const *tokens,
                            QdStore            *store,
                            GListModel         *boards)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_return_val_if_fail (QD_IS_STORE (store), NULL);
  g_return_val_if_fail (G_IS_LIST_MODEL (boards), NULL);

  for (; tokens != NULL && *tokens != NULL; tokens++)
    {
      QdFilterPart part;

      if (qd_filter_part_parse (*tokens, &part) && is_alive (&part, store, boards))
        g_strv_builder_add (builder, *tokens);
    }

  return g_strv_builder_end (builder);
}

/**
 * qd_filter_tokens_describe_lost:
 * @tokens: a filter
 * @kept: what of it is kept
 * @store: the file that people and objectives are in
 *
 * Returns: (transfer full): what it loses, in translated words: "Owner Mara,
 *   Blocked"
 */
char *
qd_filter_tokens_describe_lost (const char * const *tokens,
                                const char * const *kept,
                                QdStore            *store)
{
  g_autoptr (GString) lost = g_string_new (NULL);

  g_return_val_if_fail (tokens != NULL, NULL);
  g_return_val_if_fail (kept != NULL, NULL);

  for (; *tokens != NULL; tokens++)
    {
      g_autofree char *label = NULL;
      QdFilterPart part;

      if (g_strv_contains (kept, *tokens) || !qd_filter_part_parse (*tokens, &part))
        continue;

      label = qd_filter_part_dup_label (&part, store);
      if (lost->len > 0)
        g_string_append (lost, C_("enumeration", ", "));
      g_string_append (lost, label);
    }

  return g_string_free (g_steal_pointer (&lost), FALSE);
}
