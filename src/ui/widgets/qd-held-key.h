#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * QdHeldKey:
 * @keyval: the key that is held down, or 0
 * @time: when it was heard of last, in milliseconds as events have it
 * @about: (nullable): what it was pressed for
 *
 * A key that is held down is pressed again and again, and let go once; that may be
 * where nobody here hears of it. All zero while there is none.
 */
typedef struct
{
  guint keyval;
  guint32 time;
  gconstpointer about;
} QdHeldKey;

gboolean qd_held_key_press   (QdHeldKey     *self,
                              guint          keyval,
                              guint32        time,
                              gconstpointer  about);
void     qd_held_key_release (QdHeldKey     *self,
                              guint          keyval);

G_END_DECLS
