/* Whether a key was pressed, or only is still held down. */

#include "config.h"

#include "qd-held-key.h"

/* What comes later than this, in milliseconds, is no repetition of a key. */
#define MAX_REPEAT 3000

/**
 * qd_held_key_press:
 * @keyval: a key that is said to be pressed
 * @time: when, as its event has it
 * @about: (nullable): what it is pressed for
 *
 * Notes that a key is down. Where it only is still, #QdHeldKey.about stays what it was.
 *
 * Returns: whether it only is still held down
 */
gboolean
qd_held_key_press (QdHeldKey     *self,
                   guint          keyval,
                   guint32        time,
                   gconstpointer  about)
{
  const gboolean again = keyval == self->keyval && time - self->time < MAX_REPEAT;

  if (!again)
    {
      self->keyval = keyval;
      self->about = about;
    }
  self->time = time;

  return again;
}

/**
 * qd_held_key_release:
 * @keyval: a key that was let go
 */
void
qd_held_key_release (QdHeldKey *self,
                     guint      keyval)
{
  if (keyval == self->keyval)
    self->keyval = 0;
}
