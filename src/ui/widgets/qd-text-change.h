#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * QdTextChange:
 * @start: where the texts begin to differ, in characters
 * @length: how much of the one text goes there, in characters
 * @text: what comes instead; inside the other text, and not ended by a 0
 * @n_bytes: how long that is, in bytes
 *
 * What makes one text of another.
 */
typedef struct
{
  int start;
  int length;
  const char *text;
  gsize n_bytes;
} QdTextChange;

void qd_text_change_find (const char   *from,
                          const char   *to,
                          QdTextChange *change);

G_END_DECLS
