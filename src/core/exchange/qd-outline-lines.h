#pragma once

#include "qd-outline-label.h"

G_BEGIN_DECLS

/**
 * QdLineKind:
 * @QD_LINE_TEXT: a line of a paragraph
 * @QD_LINE_HEADING: a heading, "# …" or underlined
 * @QD_LINE_BULLET: the first line of a bullet
 * @QD_LINE_NUMBER: the first line of a numbered item
 * @QD_LINE_CODE: a line of a fenced block, its fences included
 * @QD_LINE_TABLE: a row of a table
 * @QD_LINE_FRONT: a line of the header for other programs
 */
typedef enum
{
  QD_LINE_TEXT,
  QD_LINE_HEADING,
  QD_LINE_BULLET,
  QD_LINE_NUMBER,
  QD_LINE_CODE,
  QD_LINE_TABLE,
  QD_LINE_FRONT,
} QdLineKind;

/**
 * QdLineFlags:
 * @QD_LINE_AFTER_GAP: a blank line, a rule or the like stands before it
 * @QD_LINE_TICKED: its box is ticked
 * @QD_LINE_STRONG: it is bold as a whole
 * @QD_LINE_NESTED: it is an item inside another one
 * @QD_LINE_BARE: there is nothing behind its label
 * @QD_LINE_OBJECTIVE: what stands around it makes it an objective
 *
 * The scanner sets the first two, the survey the others.
 */
typedef enum
{
  QD_LINE_AFTER_GAP = 1 << 0,
  QD_LINE_TICKED = 1 << 1,
  QD_LINE_STRONG = 1 << 2,
  QD_LINE_NESTED = 1 << 3,
  QD_LINE_BARE = 1 << 4,
  QD_LINE_OBJECTIVE = 1 << 5,
} QdLineFlags;

/**
 * QdLine:
 * @text: its text behind the mark of a heading or item; not terminated
 * @length: bytes of @text
 * @number: 1-based line in the document
 * @indent: columns before it, or before its mark
 * @kind: a #QdLineKind
 * @level: level of a heading
 * @label: a #QdOutlineLabel, set by the survey
 * @flags: #QdLineFlags
 */
typedef struct
{
  const char *text;
  guint length;
  guint number;
  guint indent;
  guint8 kind;
  guint8 level;
  guint8 label;
  guint8 flags;
} QdLine;

/**
 * QdLines:
 * @lines: (element-type QdLine): all lines that say something
 * @references: (element-type utf8 utf8): labels of the link references
 *
 * A Markdown document as lines. They point into its text.
 */
typedef struct
{
  GArray *lines;
  GHashTable *references;
} QdLines;

QdLines *qd_lines_scan  (const char    *text,
                         gsize          length);
void     qd_lines_free  (QdLines       *self);

guint    qd_lines_count (const QdLines *self);
QdLine  *qd_lines_get   (const QdLines *self,
                         guint          index);
char    *qd_lines_plain (const QdLines *self,
                         const QdLine  *line,
                         gsize          max_length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdLines, qd_lines_free)

G_END_DECLS
