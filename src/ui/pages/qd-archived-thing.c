/* One line of the archive: a thing that was put away, in words. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "qd-archived-thing.h"

struct _QdArchivedThing
{
  GObject parent_instance;

  QdId id;
  QdEntityKind kind;
  char *title;
  char *place;
};

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_PLACE,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (QdArchivedThing, qd_archived_thing, G_TYPE_OBJECT)

static GParamSpec *properties[N_PROPS];

static const char *
get_kind_name (QdEntityKind kind)
{
  switch (kind)
    {
    case QD_ENTITY_CYCLE:
      return _("Cycle");
    case QD_ENTITY_TEAM:
      return _("Team");
    case QD_ENTITY_BOARD:
      return _("Board");
    case QD_ENTITY_COLUMN:
      return _("Column");
    case QD_ENTITY_OBJECTIVE:
      return _("Objective");
    case QD_ENTITY_CARD:
      return _("Key result");
    case QD_ENTITY_MILESTONE:
      return _("Milestone");
    case QD_ENTITY_CHECKIN:
      return _("Check-in");
    case QD_ENTITY_COMMENT:
      return _("Comment");
    case QD_ENTITY_DEPENDENCY:
      return _("Dependency");
    case QD_ENTITY_PERSON:
      return _("Person");
    case QD_ENTITY_NONE:
    default:
      return "";
    }
}

/* "Key result on Growth, 2026 Q4" */
static char *
describe (const QdHit *hit,
          QdStore     *store)
{
  QdEntity *board = NULL;
  QdCycle *cycle = NULL;

  if (hit->board != QD_ID_NONE)
    board = qd_store_lookup (store, hit->board);
  if (QD_IS_BOARD (board))
    cycle = qd_board_get_cycle (QD_BOARD (board));

  if (!QD_IS_BOARD (board) || (hit->kind == QD_ENTITY_BOARD && cycle == NULL))
    return g_strdup (get_kind_name (hit->kind));

  if (hit->kind == QD_ENTITY_BOARD)
    /* Translators: a kind of thing, and the cycle it belongs to. */
    return g_strdup_printf (_("%s in %s"), get_kind_name (hit->kind),
                            qd_entity_get_title (QD_ENTITY (cycle)));
  if (cycle == NULL)
    /* Translators: a kind of thing, and the board it stands on. */
    return g_strdup_printf (_("%s on %s"), get_kind_name (hit->kind),
                            qd_entity_get_title (board));

  /* Translators: a kind of thing, the board it stands on, and its cycle. */
  return g_strdup_printf (_("%s on %s, %s"), get_kind_name (hit->kind),
                          qd_entity_get_title (board),
                          qd_entity_get_title (QD_ENTITY (cycle)));
}

static void
qd_archived_thing_finalize (GObject *object)
{
  QdArchivedThing *self = QD_ARCHIVED_THING (object);

  g_free (self->title);
  g_free (self->place);

  G_OBJECT_CLASS (qd_archived_thing_parent_class)->finalize (object);
}

static void
qd_archived_thing_get_property (GObject    *object,
                                guint       property_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  QdArchivedThing *self = QD_ARCHIVED_THING (object);

  switch (property_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;

    case PROP_PLACE:
      g_value_set_string (value, self->place);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
qd_archived_thing_class_init (QdArchivedThingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = qd_archived_thing_finalize;
  object_class->get_property = qd_archived_thing_get_property;

  /**
   * QdArchivedThing:title:
   *
   * What the thing is called.
   */
  properties[PROP_TITLE] =
    g_param_spec_string ("title", NULL, NULL,
                         NULL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * QdArchivedThing:place:
   *
   * What it is and where it stands, in words.
   */
  properties[PROP_PLACE] =
    g_param_spec_string ("place", NULL, NULL,
                         NULL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
qd_archived_thing_init (QdArchivedThing *self)
{
}

/**
 * qd_archived_thing_new:
 * @hit: what qd_search_archive() found
 * @store: where
 *
 * Returns: (transfer full): the same as an object
 */
QdArchivedThing *
qd_archived_thing_new (const QdHit *hit,
                       QdStore     *store)
{
  QdArchivedThing *self;

  g_return_val_if_fail (hit != NULL, NULL);
  g_return_val_if_fail (QD_IS_STORE (store), NULL);

  self = g_object_new (QD_TYPE_ARCHIVED_THING, NULL);
  self->id = hit->id;
  self->kind = hit->kind;
  self->title = g_strdup (*hit->title != '\0' ? hit->title : _("Untitled"));
  self->place = describe (hit, store);

  return self;
}

/**
 * qd_archived_thing_get_id:
 *
 * Returns: its id in the store
 */
QdId
qd_archived_thing_get_id (QdArchivedThing *self)
{
  g_return_val_if_fail (QD_IS_ARCHIVED_THING (self), QD_ID_NONE);

  return self->id;
}

/**
 * qd_archived_thing_get_kind:
 *
 * Returns: what it is
 */
QdEntityKind
qd_archived_thing_get_kind (QdArchivedThing *self)
{
  g_return_val_if_fail (QD_IS_ARCHIVED_THING (self), QD_ENTITY_NONE);

  return self->kind;
}
