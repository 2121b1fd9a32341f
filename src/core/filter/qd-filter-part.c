/* The parts of a filter: as the tokens that are remembered, and in words.
 *
 * A token is for programs and never shown: a decimal id or "none" stands for an
 * objective, what is else asked for has the kind before a colon. Whether a card
 * is what a part asks for is up to the filter.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/qd-hue.h"
#include "qd-line-text.h"

#include "qd-filter-part.h"

/* More characters of a name than anybody reads. */
#define MAX_LENGTH 400

#define NONE "none"
#define FAMILY "family:"
#define COLOUR "colour:"
#define OWNER "owner:"
#define HEALTH "health:"
#define ROLE "role:"
#define METRIC "metric:"
#define TEXT "text:"

/* Kinds that have no value. */
static const struct
{
  const char *token;
  QdFilterKind kind;
} flags[] = {
  { QD_FILTER_MINE_TOKEN, QD_FILTER_MINE },
  { "due", QD_FILTER_DUE },
  { "blocked", QD_FILTER_BLOCKED },
};

static gboolean
parse_number (const char *text,
              guint64     minimum,
              guint64     maximum,
              gint64     *value)
{
  guint64 number;

  if (!g_ascii_string_to_unsigned (text, 10, minimum, maximum, &number, NULL))
    return FALSE;

  *value = (gint64) number;
  return TRUE;
}

static gboolean
parse_id (const char *text,
          gint64     *id)
{
  return parse_number (text, 1, G_MAXINT64, id);
}

static gboolean
parse_id_or_none (const char *text,
                  gint64     *id)
{
  if (!g_str_equal (text, NONE))
    return parse_id (text, id);

  *id = QD_ID_NONE;
  return TRUE;
}

static gboolean
parse_colour (const char *text,
              gint64     *colour)
{
  return parse_number (text, 0, QD_N_COLOURS - 1, colour);
}

static char *
format_id (const char *prefix,
           gint64      id)
{
  if (id == QD_ID_NONE)
    return g_strconcat (prefix, NONE, NULL);

  return g_strdup_printf ("%s%" G_GINT64_FORMAT, prefix, id);
}

static gboolean
parse_term (GType       type,
            const char *nick,
            gint64     *term)
{
  int value;

  if (!qd_enum_find_nick (type, nick, &value))
    return FALSE;

  *term = value;
  return TRUE;
}

static gboolean
parse_health (const char *nick,
              gint64     *health)
{
  return parse_term (QD_TYPE_HEALTH, nick, health);
}

static gboolean
parse_role (const char *nick,
            gint64     *role)
{
  return parse_term (QD_TYPE_COLUMN_ROLE, nick, role);
}

static gboolean
parse_metric (const char *nick,
              gint64     *metric)
{
  return parse_term (QD_TYPE_METRIC_KIND, nick, metric);
}

/* Kinds that are told by what stands before the value. */
static const struct
{
  const char *prefix;
  QdFilterKind kind;
  gboolean (*parse) (const char *text,
                     gint64     *value);
} prefixes[] = {
  { FAMILY, QD_FILTER_FAMILY, parse_id },
  { COLOUR, QD_FILTER_COLOUR, parse_colour },
  { OWNER, QD_FILTER_OWNER, parse_id_or_none },
  { HEALTH, QD_FILTER_HEALTH, parse_health },
  { ROLE, QD_FILTER_ROLE, parse_role },
  { METRIC, QD_FILTER_METRIC, parse_metric },
};

static char *
format_term (const char *prefix,
             GType       type,
             gint64      term)
{
  const char *nick = qd_enum_get_nick (type, (int) term);

  return g_strconcat (prefix, nick != NULL ? nick : "", NULL);
}

static gboolean
parse_flag (const char   *token,
            QdFilterPart *part)
{
  for (guint i = 0; i < G_N_ELEMENTS (flags); i++)
    {
      if (g_str_equal (token, flags[i].token))
        {
          *part = (QdFilterPart) { flags[i].kind, 0 };
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * qd_filter_part_parse:
 * @token: any text
 * @part: (out caller-allocates): the part that it stands for; the words of a
 *   text are left to qd_filter_part_parse_text()
 *
 * Returns: whether it stands for one
 */
gboolean
qd_filter_part_parse (const char   *token,
                      QdFilterPart *part)
{
  g_return_val_if_fail (token != NULL, FALSE);
  g_return_val_if_fail (part != NULL, FALSE);

  *part = (QdFilterPart) { QD_FILTER_OBJECTIVE, 0 };

  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    {
      if (g_str_has_prefix (token, prefixes[i].prefix))
        {
          part->kind = prefixes[i].kind;
          return prefixes[i].parse (token + strlen (prefixes[i].prefix), &part->value);
        }
    }

  if (g_str_has_prefix (token, TEXT))
    {
      part->kind = QD_FILTER_TEXT;
      return TRUE;
    }

  return parse_flag (token, part) || parse_id_or_none (token, &part->value);
}

/**
 * qd_filter_part_parse_text:
 * @token: a token of %QD_FILTER_TEXT
 *
 * Returns: (transfer none): the text in it
 */
const char *
qd_filter_part_parse_text (const char *token)
{
  g_return_val_if_fail (g_str_has_prefix (token, TEXT), "");

  return token + strlen (TEXT);
}

/**
 * qd_filter_part_format:
 * @part: a part
 * @text: (nullable): the text, where it is %QD_FILTER_TEXT
 *
 * Returns: (transfer full): the token that stands for it
 */
char *
qd_filter_part_format (const QdFilterPart *part,
                       const char         *text)
{
  g_return_val_if_fail (part != NULL, NULL);

  switch (part->kind)
    {
    case QD_FILTER_FAMILY:
      return format_id (FAMILY, part->value);

    case QD_FILTER_COLOUR:
      return g_strdup_printf (COLOUR "%" G_GINT64_FORMAT, part->value);

    case QD_FILTER_OWNER:
      return format_id (OWNER, part->value);

    case QD_FILTER_HEALTH:
      return format_term (HEALTH, QD_TYPE_HEALTH, part->value);

    case QD_FILTER_ROLE:
      return format_term (ROLE, QD_TYPE_COLUMN_ROLE, part->value);

    case QD_FILTER_METRIC:
      return format_term (METRIC, QD_TYPE_METRIC_KIND, part->value);

    case QD_FILTER_MINE:
    case QD_FILTER_DUE:
    case QD_FILTER_BLOCKED:
      for (guint i = 0; i < G_N_ELEMENTS (flags); i++)
        if (flags[i].kind == part->kind)
          return g_strdup (flags[i].token);
      g_return_val_if_reached (NULL);

    case QD_FILTER_TEXT:
      return g_strconcat (TEXT, text, NULL);

    case QD_FILTER_OBJECTIVE:
    default:
      return format_id ("", part->value);
    }
}

/**
 * qd_filter_part_equal:
 *
 * Returns: whether both ask for the same
 */
gboolean
qd_filter_part_equal (const QdFilterPart *a,
                      const QdFilterPart *b)
{
  return a->kind == b->kind && a->value == b->value;
}

/**
 * qd_filter_part_get_question:
 * @part: a part
 *
 * Parts of different kinds may ask about the same thing, which is answered by any
 * of them: an objective, a family and a colour about the label of a card, a person and
 * whoever looks about its owner.
 *
 * Returns: the kind that stands for all that ask about the same
 */
QdFilterKind
qd_filter_part_get_question (const QdFilterPart *part)
{
  g_return_val_if_fail (part != NULL, QD_FILTER_OBJECTIVE);

  if (part->kind == QD_FILTER_FAMILY || part->kind == QD_FILTER_COLOUR)
    return QD_FILTER_OBJECTIVE;
  if (part->kind == QD_FILTER_MINE)
    return QD_FILTER_OWNER;

  return part->kind;
}

/**
 * qd_filter_part_get_name:
 *
 * Returns: (transfer none) (nullable): what is looked at, translated; %NULL where
 *   that goes without saying
 */
const char *
qd_filter_part_get_name (const QdFilterPart *part)
{
  g_return_val_if_fail (part != NULL, NULL);

  switch (part->kind)
    {
    case QD_FILTER_OBJECTIVE:
    case QD_FILTER_FAMILY:
      return _("Objective");

    case QD_FILTER_COLOUR:
      return _("Colour");

    case QD_FILTER_OWNER:
      return _("Owner");

    case QD_FILTER_HEALTH:
      return _("Health");

    case QD_FILTER_ROLE:
      return _("Column");

    case QD_FILTER_METRIC:
      return _("Metric");

    case QD_FILTER_TEXT:
      return _("Text");

    case QD_FILTER_MINE:
    case QD_FILTER_DUE:
    case QD_FILTER_BLOCKED:
    default:
      return NULL;
    }
}

/* As the columns of a new board are called; what people call theirs, differs. */
static char *
dup_entity_name (QdStore    *store,
                 gint64      id,
                 const char *nothing)
{
  QdEntity *entity = id != QD_ID_NONE ? qd_store_lookup (store, id) : NULL;

  if (entity != NULL)
    return qd_line_text (qd_entity_get_title (entity), MAX_LENGTH);

  /* Who is named by a filter that was remembered may be gone. */
  return g_strdup (id != QD_ID_NONE ? _("Unknown") : nothing);
}

/**
 * qd_filter_part_dup_value:
 * @part: a part, not of %QD_FILTER_TEXT
 * @store: the file that people and objectives are in
 *
 * Returns: (transfer full): what it should be, in translated words
 */
char *
qd_filter_part_dup_value (const QdFilterPart *part,
                          QdStore            *store)
{
  g_return_val_if_fail (part != NULL, NULL);
  g_return_val_if_fail (QD_IS_STORE (store), NULL);

  switch (part->kind)
    {
    case QD_FILTER_OBJECTIVE:
    case QD_FILTER_FAMILY:
      return dup_entity_name (store, part->value, _("No Objective"));

    case QD_FILTER_COLOUR:
      return g_strdup (qd_hue_get_name ((guint) part->value));

    case QD_FILTER_OWNER:
      return dup_entity_name (store, part->value, _("Nobody"));

    case QD_FILTER_MINE:
      /* Translators: cards whose owner is the person who looks at them */
      return g_strdup (C_("filter", "Mine"));

    case QD_FILTER_HEALTH:
      return g_strdup (qd_health_get_name ((QdHealth) part->value));

    case QD_FILTER_ROLE:
      return g_strdup (qd_column_role_get_name ((QdColumnRole) part->value));

    case QD_FILTER_METRIC:
      return g_strdup (qd_metric_kind_get_name ((QdMetricKind) part->value));

    case QD_FILTER_DUE:
      return g_strdup (_("Due for Check-in"));

    case QD_FILTER_BLOCKED:
      return g_strdup (_("Blocked"));

    case QD_FILTER_TEXT:
    default:
      return g_strdup ("");
    }
}

/**
 * qd_filter_part_dup_label:
 * @part: a part
 * @store: the file that people and objectives are in
 *
 * Returns: (transfer full): all of it, in translated words
 */
char *
qd_filter_part_dup_label (const QdFilterPart *part,
                          QdStore            *store)
{
  const char *name = qd_filter_part_get_name (part);
  g_autofree char *value = qd_filter_part_dup_value (part, store);

  if (name == NULL)
    return g_steal_pointer (&value);
  if (*value == '\0')
    return g_strdup (name);

  /* Translators: what cards are filtered by, as "Owner Mara" */
  return g_strdup_printf (C_("filter", "%s %s"), name, value);
}
