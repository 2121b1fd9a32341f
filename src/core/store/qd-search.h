#pragma once

#include "qd-store.h"

G_BEGIN_DECLS

/**
 * QdHit:
 * @id: what was found
 * @kind: what it is
 * @title: its title
 * @excerpt: the text around the words, these between U+0002 and U+0003
 * @card: the card it belongs to, or itself, or %QD_ID_NONE
 * @card_title: (nullable): title of that card
 * @board: the board it stands on, or %QD_ID_NONE
 * @archived: whether it, or what it stands in, is out of sight
 * @shelved: whether that is because it waits on the shelf
 *
 * One result of a search, or one thing in the archive.
 */
typedef struct
{
  QdId id;
  QdEntityKind kind;
  char *title;
  char *excerpt;
  QdId card;
  char *card_title;
  QdId board;
  gboolean archived;
  gboolean shelved;
} QdHit;

void       qd_hit_free           (QdHit         *self);

GPtrArray *qd_search_words       (QdStore       *store,
                                  const char    *words,
                                  guint          limit,
                                  GError       **error);
GPtrArray *qd_search_file        (const char    *path,
                                  const char    *words,
                                  guint          limit,
                                  GCancellable  *cancellable,
                                  GError       **error);
GPtrArray *qd_search_archive     (QdStore       *store,
                                  GError       **error);
QdId       qd_search_find_card   (QdStore       *store,
                                  const char    *text,
                                  GError       **error);
gboolean   qd_search_locate_card (QdStore       *store,
                                  QdId           card,
                                  QdId          *board,
                                  gboolean      *archived,
                                  GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdHit, qd_hit_free)

G_END_DECLS
