/* Boards side by side, under a name: which, in which order, how dense and filtered.
 *
 * It names boards by their ids, and does not know whether they are still there.
 */

#include "config.h"

#include "qd-entity-private.h"
#include "qd-view-private.h"

struct _QdView
{
  QdEntity parent_instance;

  char *board_text; /* (nullable): as it is in the file */
  GArray *boards;   /* (element-type QdId) */
  QdDensity density;
  char *filter_text; /* (nullable): as it is in the file */
  char **filter;
};

enum
{
  PROP_0,
  PROP_BOARDS,
  PROP_DENSITY,
  PROP_FILTER,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (QdView, qd_view, QD_TYPE_ENTITY)

static GParamSpec *properties[N_PROPS];

static void
qd_view_get_property (GObject    *object,
                      guint       property_id,
                      GValue     *value,
                      GParamSpec *pspec)
{
  QdView *self = QD_VIEW (object);

  switch (property_id)
    {
    case PROP_BOARDS:
      g_value_set_boxed (value, self->boards);
      break;

    case PROP_DENSITY:
      g_value_set_enum (value, (int) self->density);
      break;

    case PROP_FILTER:
      g_value_set_boxed (value, self->filter);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
qd_view_finalize (GObject *object)
{
  QdView *self = QD_VIEW (object);

  g_free (self->board_text);
  g_array_unref (self->boards);
  g_free (self->filter_text);
  g_strfreev (self->filter);

  G_OBJECT_CLASS (qd_view_parent_class)->finalize (object);
}

static void
qd_view_class_init (QdViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  QdEntityClass *entity_class = QD_ENTITY_CLASS (klass);

  object_class->get_property = qd_view_get_property;
  object_class->finalize = qd_view_finalize;

  entity_class->kind = QD_ENTITY_VIEW;

  /**
   * QdView:boards: (element-type QdId)
   *
   * As qd_view_get_boards(); not to be changed.
   */
  properties[PROP_BOARDS] =
    g_param_spec_boxed ("boards", NULL, NULL,
                        G_TYPE_ARRAY,
                        QD_PARAM_READABLE);

  properties[PROP_DENSITY] =
    g_param_spec_enum ("density", NULL, NULL,
                       QD_TYPE_DENSITY, QD_DENSITY_COUNTS,
                       QD_PARAM_READABLE);

  properties[PROP_FILTER] =
    g_param_spec_boxed ("filter", NULL, NULL,
                        G_TYPE_STRV,
                        QD_PARAM_READABLE);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
qd_view_init (QdView *self)
{
  self->boards = g_array_new (FALSE, FALSE, sizeof (QdId));
  self->filter = g_new0 (char *, 1);
}

/**
 * qd_view_new:
 * @id: the id, positive
 *
 * Returns: (transfer full): a view of no boards
 */
QdView *
qd_view_new (QdId id)
{
  return qd_entity_new (QD_TYPE_VIEW, id);
}

/**
 * qd_view_get_boards:
 * @self: a view
 * @n_boards: (out): how many
 *
 * Returns: (transfer none) (array length=n_boards): the ids of its boards, from left
 *   to right; some may be gone
 */
const QdId *
qd_view_get_boards (QdView *self,
                    guint  *n_boards)
{
  g_return_val_if_fail (n_boards != NULL, NULL);

  *n_boards = 0;
  g_return_val_if_fail (QD_IS_VIEW (self), NULL);

  *n_boards = self->boards->len;

  return (const QdId *) self->boards->data;
}

/**
 * qd_view_set_boards:
 * @self: a view
 * @text: (nullable): ids of boards, with a space between; what is none is left out
 */
void
qd_view_set_boards (QdView     *self,
                    const char *text)
{
  g_auto (GStrv) words = NULL;

  g_return_if_fail (QD_IS_VIEW (self));

  if (!qd_text_replace (&self->board_text, text))
    return;

  /* Whoever asked for the property keeps what was there then. */
  g_array_unref (self->boards);
  self->boards = g_array_new (FALSE, FALSE, sizeof (QdId));
  words = g_strsplit (qd_text_peek (self->board_text), " ", -1);
  for (char **word = words; *word != NULL; word++)
    {
      const QdId id = g_ascii_strtoll (*word, NULL, 10);

      if (id > QD_ID_NONE)
        g_array_append_val (self->boards, id);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BOARDS]);
}

/**
 * qd_view_get_density:
 * @self: a view
 *
 * Returns: how much it shows of each board
 */
QdDensity
qd_view_get_density (QdView *self)
{
  g_return_val_if_fail (QD_IS_VIEW (self), QD_DENSITY_CARDS);

  return self->density;
}

/**
 * qd_view_set_density:
 * @self: a view
 * @density: how much it shows of each board
 */
void
qd_view_set_density (QdView    *self,
                     QdDensity  density)
{
  g_return_if_fail (QD_IS_VIEW (self));

  if (self->density == density)
    return;

  self->density = density;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DENSITY]);
}

/**
 * qd_view_get_filter:
 * @self: a view
 *
 * Returns: (transfer none) (array zero-terminated=1): tokens of the filter; empty for
 *   all cards
 */
const char * const *
qd_view_get_filter (QdView *self)
{
  g_return_val_if_fail (QD_IS_VIEW (self), NULL);

  return (const char * const *) self->filter;
}

/**
 * qd_view_set_filter:
 * @self: a view
 * @text: (nullable): tokens of the filter, one on a line
 */
void
qd_view_set_filter (QdView     *self,
                    const char *text)
{
  g_return_if_fail (QD_IS_VIEW (self));

  if (!qd_text_replace (&self->filter_text, text))
    return;

  g_strfreev (self->filter);
  self->filter = g_strsplit (qd_text_peek (self->filter_text), "\n", -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILTER]);
}
