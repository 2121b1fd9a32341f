/* One line of the archive: a thing that was put away, in words. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "qd-archived-thing.h"
#include "qd-thing-place.h"

struct _QdArchivedThing
{
  GObject parent_instance;

  QdId id;
  QdEntityKind kind;
  char *title;
  char *place;
};

G_DEFINE_FINAL_TYPE (QdArchivedThing, qd_archived_thing, G_TYPE_OBJECT)

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
  self->place = qd_thing_place_describe (hit, store);

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
