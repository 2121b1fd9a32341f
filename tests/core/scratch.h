#pragma once

#include "store/qd-store.h"

G_BEGIN_DECLS

/**
 * Scratch:
 * @folder: a folder of its own, deleted with everything in it at the end
 * @path: a file in it, which scratch_fill() makes
 */
typedef struct
{
  char *folder;
  char *path;
} Scratch;

Scratch *scratch_new       (void);
void     scratch_free      (Scratch    *self);
char    *scratch_name      (Scratch    *self,
                            const char *name);
QdStore *scratch_open      (Scratch    *self);
void     scratch_fill      (Scratch    *self,
                            guint       n_cards);
void     scratch_add_card  (QdStore    *store,
                            const char *title);
gint64   scratch_ask       (const char *path,
                            const char *sql);
void     scratch_execute   (const char *path,
                            const char *sql);
gint64   scratch_count     (const char *path,
                            const char *table);
char    *scratch_dump      (const char *path);
void     scratch_damage    (const char *path,
                            GRand      *random,
                            guint       n_bytes);
void     scratch_assert_sound (const char *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Scratch, scratch_free)

G_END_DECLS
