#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * QdListChange:
 * @position: where it begins
 * @removed: how many items go
 * @added: how many come in their place
 *
 * As GListModel::items-changed tells it.
 */
typedef struct
{
  guint position;
  guint removed;
  guint added;
} QdListChange;

typedef gboolean (*QdListSame) (gpointer before,
                                gpointer after,
                                gpointer user_data);

gboolean qd_list_change_find   (QdListChange *self,
                                GListModel   *before,
                                GPtrArray    *after,
                                QdListSame    same,
                                gpointer      user_data);
void     qd_list_change_splice (GListStore   *store,
                                GPtrArray    *after,
                                QdListSame    same,
                                gpointer      user_data);

G_END_DECLS
