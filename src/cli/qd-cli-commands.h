#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * QdCommand:
 * @name: its word
 * @arguments: (nullable): what follows the word, to be translated
 * @summary: what it does, to be translated
 * @n_min: how many words must follow
 * @n_max: how many may
 * @run: does it on the file @path with the words behind its own, in the encoding
 *   of file names; prints what came of it
 *
 * Something that the program does without a window.
 */
typedef struct
{
  const char *name;
  const char *arguments;
  const char *summary;
  guint n_min;
  guint n_max;
  gboolean (*run) (const char          *path,
                   const char * const  *words,
                   GError             **error);
} QdCommand;

const QdCommand *qd_command_list      (guint           *n_commands);
const QdCommand *qd_command_find      (const char      *name);
char            *qd_command_dup_usage (const QdCommand *self);

G_END_DECLS
