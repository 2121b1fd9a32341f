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

G_DEFINE_FINAL_TYPE (QdArchivedThing, qd_archived_thing, G_TYPE_OBJECT)

/* Of what can be archived. */
static const char *
get_kind_name (QdEntityKind kind)
{
  switch (kind)
    {
    case QD_ENTITY_BOARD:
      return _("Board");
    case QD_ENTITY_COLUMN:
      return _("Column");
    case QD_ENTITY_OBJECTIVE:
      return _("Objective");
    case QD_ENTITY_CARD:
      return _("Key result");
    case QD_ENTITY_NONE:
    case QD_ENTITY_CYCLE:
    case QD_ENTITY_TEAM:
    case QD_ENTITY_MILESTONE:
    case QD_ENTITY_CHECKIN:
    case QD_ENTITY_COMMENT:
    case QD_ENTITY_DEPENDENCY:
    case QD_ENTITY_PERSON:
    default:
      g_return_val_if_reached ("");
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
qd_archived_thing_class_init (QdArchivedThingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = qd_archived_thing_finalize;
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

/**
 * qd_archived_thing_get_title:
 *
 * Returns: (transfer none): what it is called
 */
const char *
qd_archived_thing_get_title (QdArchivedThing *self)
{
  g_return_val_if_fail (QD_IS_ARCHIVED_THING (self), NULL);

  return self->title;
}

/**
 * qd_archived_thing_get_place:
 *
 * Returns: (transfer none): what it is and where it stands, in words
 */
const char *
qd_archived_thing_get_place (QdArchivedThing *self)
{
  g_return_val_if_fail (QD_IS_ARCHIVED_THING (self), NULL);

  return self->place;
}

/**
 * qd_archived_thing_equal:
 *
 * Returns: whether the two are the same and say the same
 */
gboolean
qd_archived_thing_equal (QdArchivedThing *self,
                         QdArchivedThing *other)
{
  g_return_val_if_fail (QD_IS_ARCHIVED_THING (self), FALSE);
  g_return_val_if_fail (QD_IS_ARCHIVED_THING (other), FALSE);

  return self->id == other->id &&
         g_str_equal (self->title, other->title) &&
         g_str_equal (self->place, other->place);
}
