#pragma once

#include "qd-clock.h"

G_BEGIN_DECLS

/**
 * QdDocumentKind:
 * @QD_DOCUMENT_HEADING: what follows is about it, up to the next one
 * @QD_DOCUMENT_SUBHEADING: likewise, within what a heading is about
 * @QD_DOCUMENT_PARAGRAPH: text as wide as the page
 * @QD_DOCUMENT_LINE: one of several that follow one another
 */
typedef enum
{
  QD_DOCUMENT_HEADING,
  QD_DOCUMENT_SUBHEADING,
  QD_DOCUMENT_PARAGRAPH,
  QD_DOCUMENT_LINE,
} QdDocumentKind;

/**
 * QdDocumentPart:
 * @kind: what it is
 * @n_lines: of a heading, how many lines follow
 * @depth: of a line, below how many others it stands that it is a part of
 * @text: what it says
 * @reason: of a line: why, or ""
 * @place: of a line: where, who and when, or ""
 */
typedef struct
{
  QdDocumentKind kind;
  guint n_lines;
  guint depth;
  char *text;
  char *reason;
  char *place;
} QdDocumentPart;

/**
 * QdDocument:
 * @title: what it is about
 * @subtitle: (nullable): what is said below the title
 * @day: the day on which it is made
 * @parts: (element-type QdDocumentPart): from top to bottom
 *
 * A text of headings, paragraphs and lines. Plain values, that whoever writes them on
 * paper or into a file only reads.
 */
typedef struct
{
  char *title;
  char *subtitle;
  QdDay day;
  GArray *parts;
} QdDocument;

QdDocument *qd_document_new           (const char *title,
                                       const char *subtitle,
                                       QdDay       day);
void        qd_document_free          (QdDocument *self);

void        qd_document_add_heading   (QdDocument *self,
                                       const char *text,
                                       guint       n_lines);
void        qd_document_add_subheading
                                      (QdDocument *self,
                                       const char *text,
                                       guint       n_lines);
void        qd_document_add_paragraph (QdDocument *self,
                                       const char *text);
void        qd_document_add_line      (QdDocument *self,
                                       guint       depth,
                                       const char *text,
                                       const char *reason,
                                       const char *place);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdDocument, qd_document_free)

G_END_DECLS
