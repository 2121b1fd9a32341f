#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * QdFigure:
 * @start: where it begins, a sign, a comparison or a currency included
 * @end: what follows it and its unit
 * @value: the number, thousands and millions multiplied out
 * @mantissa: the number as it is written
 * @scaled: whether a "k", "M" or the like stood behind it
 * @grouped: whether a separator stood among its digits
 * @open: whether a "+" stood behind it
 * @compared: whether "≤", ">" or the like stood before it
 * @ratio: whether it is a part of something, as in "4/5"
 * @unit: (nullable): the unit
 * @unit_is_word: whether the unit is a word of the sentence, rather than a
 *   sign or an abbreviation that belongs to the number
 *
 * A number in a sentence.
 */
typedef struct
{
  const char *start;
  const char *end;
  double value;
  double mantissa;
  gboolean scaled;
  gboolean grouped;
  gboolean open;
  gboolean compared;
  gboolean ratio;
  char *unit;
  gboolean unit_is_word;
} QdFigure;

gboolean qd_figure_next  (const char *text,
                          const char *from,
                          QdFigure   *figure);
void     qd_figure_clear (QdFigure   *figure);

G_END_DECLS
