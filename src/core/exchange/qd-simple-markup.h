#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Beyond so many blocks, all that follows is one, without marks. */
#define QD_SIMPLE_MARKUP_MAX_BLOCKS 500

/* How deep lists are shown. */
#define QD_SIMPLE_MARKUP_MAX_LEVEL 5

typedef enum
{
  QD_MARKUP_PARAGRAPH,
  QD_MARKUP_BULLET,
  QD_MARKUP_NUMBER,
} QdMarkupKind;

/**
 * QdMarkupBlock:
 * @kind: what it is
 * @level: of a list item: how many lists it is in, from 0
 * @number: of a numbered item: its number, as it was written
 * @markup: its words in Pango's markup, with the links of GtkLabel in it
 *
 * A paragraph, or an item of a list.
 */
typedef struct
{
  QdMarkupKind kind;
  guint level;
  guint number;
  char *markup;
} QdMarkupBlock;

GPtrArray *qd_simple_markup_read   (const char *text);
gboolean   qd_simple_markup_is_web (const char *uri);

G_END_DECLS
