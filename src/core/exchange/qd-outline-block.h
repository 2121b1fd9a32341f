#pragma once

#include "qd-outline-builder.h"
#include "qd-outline-cycle.h"

G_BEGIN_DECLS

/**
 * QdBlockKind:
 * @QD_BLOCK_NONE: no paragraph is open
 * @QD_BLOCK_TEAM_TEXT: about the team, or above all teams
 * @QD_BLOCK_TEAM_ITEM: an item of a list about the team
 * @QD_BLOCK_OBJECTIVE: the title of an objective
 * @QD_BLOCK_WHY: about the objective
 * @QD_BLOCK_COMMITMENT: "committed", and perhaps more
 * @QD_BLOCK_KEY_RESULT: the title of a key result
 * @QD_BLOCK_DETAIL: about the key result
 * @QD_BLOCK_TABLE: rows of a table
 * @QD_BLOCK_FRONT: the header for other programs
 *
 * What a paragraph is in an outline.
 */
typedef enum
{
  QD_BLOCK_NONE,
  QD_BLOCK_TEAM_TEXT,
  QD_BLOCK_TEAM_ITEM,
  QD_BLOCK_OBJECTIVE,
  QD_BLOCK_WHY,
  QD_BLOCK_COMMITMENT,
  QD_BLOCK_KEY_RESULT,
  QD_BLOCK_DETAIL,
  QD_BLOCK_TABLE,
  QD_BLOCK_FRONT,
} QdBlockKind;

/**
 * QdBlock:
 * @lines: the document
 * @cycle: where it says which cycle it is about
 * @builder: gets the paragraph
 * @kind: what it is
 * @raw: its text, with marks
 * @verbatim: whether its text has no marks
 * @ticked: whether its box is ticked
 * @first_line: number of its first line
 * @last_line: number of its last line
 *
 * The paragraph that is being read.
 */
typedef struct
{
  const QdLines *lines;
  QdOutlineCycle cycle;
  QdOutlineBuilder *builder;

  QdBlockKind kind;
  GString *raw;
  gboolean verbatim;
  gboolean ticked;
  guint first_line;
  guint last_line;
} QdBlock;

void        qd_block_init           (QdBlock          *self,
                                     const QdLines    *lines,
                                     QdOutlineBuilder *builder);
void        qd_block_clear          (QdBlock          *self);

void        qd_block_open           (QdBlock          *self,
                                     QdBlockKind       kind,
                                     const QdLine     *line);
void        qd_block_append         (QdBlock          *self,
                                     const QdLine     *line);
void        qd_block_close          (QdBlock          *self);

const char *qd_block_skip_numbering (const char       *text);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QdBlock, qd_block_clear)

G_END_DECLS
