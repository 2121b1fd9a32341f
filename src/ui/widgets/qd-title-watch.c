/* Tells when a list of things, or what one of them is called, is another.
 *
 * For what offers things by their titles: a list model tells of its items only,
 * and GtkDropDown reads a text once.
 */

#include "config.h"

#include "model/qd-entity.h"

#include "qd-title-watch.h"

struct _QdTitleWatch
{
  GObject parent_instance;

  GListModel *list;    /* (nullable) */
  GPtrArray *entities; /* (element-type QdEntity): what is in it */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (QdTitleWatch, qd_title_watch, G_TYPE_OBJECT)

static void
on_title_changed (QdTitleWatch *self)
{
  g_assert (QD_IS_TITLE_WATCH (self));

  g_signal_emit (self, signals[CHANGED], 0);
}

static void
forget (QdTitleWatch *self)
{
  for (guint i = 0; i < self->entities->len; i++)
    g_signal_handlers_disconnect_by_func (g_ptr_array_index (self->entities, i),
                                          on_title_changed, self);
  g_ptr_array_set_size (self->entities, 0);
}

static void
listen (QdTitleWatch *self)
{
  forget (self);
  for (guint i = 0; self->list != NULL && i < g_list_model_get_n_items (self->list); i++)
    {
      QdEntity *entity = g_list_model_get_item (self->list, i);

      g_signal_connect_object (entity, "notify::title", G_CALLBACK (on_title_changed), self,
                               G_CONNECT_SWAPPED);
      g_ptr_array_add (self->entities, entity);
    }
}

static void
on_items_changed (QdTitleWatch *self)
{
  g_assert (QD_IS_TITLE_WATCH (self));

  listen (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
qd_title_watch_dispose (GObject *object)
{
  qd_title_watch_set_list (QD_TITLE_WATCH (object), NULL);

  G_OBJECT_CLASS (qd_title_watch_parent_class)->dispose (object);
}

static void
qd_title_watch_finalize (GObject *object)
{
  QdTitleWatch *self = QD_TITLE_WATCH (object);

  g_ptr_array_unref (self->entities);

  G_OBJECT_CLASS (qd_title_watch_parent_class)->finalize (object);
}

static void
qd_title_watch_class_init (QdTitleWatchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = qd_title_watch_dispose;
  object_class->finalize = qd_title_watch_finalize;

  /**
   * QdTitleWatch::changed:
   *
   * Something is in the list, or has a title, that was not before.
   */
  signals[CHANGED] =
    g_signal_new ("changed",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
}

static void
qd_title_watch_init (QdTitleWatch *self)
{
  self->entities = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * qd_title_watch_new:
 *
 * Returns: (transfer full): a watch on no list
 */
QdTitleWatch *
qd_title_watch_new (void)
{
  return g_object_new (QD_TYPE_TITLE_WATCH, NULL);
}

/**
 * qd_title_watch_set_list:
 * @list: (nullable) (element-type QdEntity): what to watch
 *
 * Watches another list, without a signal about that.
 *
 * Returns: whether it is another than before
 */
gboolean
qd_title_watch_set_list (QdTitleWatch *self,
                         GListModel   *list)
{
  g_return_val_if_fail (QD_IS_TITLE_WATCH (self), FALSE);
  g_return_val_if_fail (list == NULL || G_IS_LIST_MODEL (list), FALSE);

  if (self->list == list)
    return FALSE;

  if (self->list != NULL)
    g_signal_handlers_disconnect_by_func (self->list, on_items_changed, self);
  g_set_object (&self->list, list);
  if (list != NULL)
    g_signal_connect_object (list, "items-changed", G_CALLBACK (on_items_changed), self,
                             G_CONNECT_SWAPPED);
  listen (self);

  return TRUE;
}
