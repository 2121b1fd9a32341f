#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * QdTitlePartKind:
 * @QD_TITLE_WORD: a word, or a sign that stands alone
 * @QD_TITLE_NUMBER: a number that counts or measures something
 * @QD_TITLE_ARROW: an arrow, however it was typed
 */
typedef enum
{
  QD_TITLE_WORD,
  QD_TITLE_NUMBER,
  QD_TITLE_ARROW,
} QdTitlePartKind;

/**
 * QdTitlePart:
 * @kind: what it is
 * @start: where it begins, brackets and quotes left out
 * @end: what follows it
 * @outer_start: where its brackets and quotes begin
 * @outer_end: what follows them and the punctuation
 * @folded: the word, case folded
 * @digits: (nullable): its digits where it has the form of a number
 * @unit: (nullable): what sticks to them: "%", "k", "ms", "/month"
 * @bare: whether it is nothing but digits
 * @factor: whether it says how many times: "2x"
 * @dotted: whether a full stop follows
 * @ends: whether a sentence ends with it
 *
 * What stands between two spaces of a title. A number takes a "%", a currency or
 * a "≤" that stand apart from it along.
 */
typedef struct
{
  QdTitlePartKind kind;
  const char *start;
  const char *end;
  const char *outer_start;
  const char *outer_end;
  char *folded;
  char *digits;
  char *unit;
  gboolean bare;
  gboolean factor;
  gboolean dotted;
  gboolean ends;
} QdTitlePart;

typedef struct _QdTitle QdTitle;

QdTitle           *qd_title_new       (const char         *text);
void               qd_title_free      (QdTitle            *self);

guint              qd_title_get_n     (const QdTitle      *self);
const QdTitlePart *qd_title_get       (const QdTitle      *self,
                                       guint               i);
gboolean           qd_title_is_one_of (const QdTitle      *self,
                                       guint               i,
                                       const char * const *words);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdTitle, qd_title_free)

G_END_DECLS
