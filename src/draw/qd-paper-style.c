/* What paper looks like: its ink, its fonts, and the direction of its text. */

#include "config.h"

#include "model/qd-hue.h"
#include "qd-paper-style.h"
#include "qd-text-context.h"

#define FAMILY "Cantarell, sans-serif"

/* Pages are measured in points. */
#define RESOLUTION 72.0

#define INK 0x1d2021
#define FAINT 0x5d6165
#define RULE 0xb9bcbf
#define GROUND 0xe4e6e8

static const struct
{
  double size;
  PangoWeight weight;
} fonts[QD_N_PAPER_FONTS] = {
  [QD_PAPER_FONT_TITLE] = { 15.0, PANGO_WEIGHT_BOLD },
  [QD_PAPER_FONT_HEADING] = { 11.0, PANGO_WEIGHT_BOLD },
  [QD_PAPER_FONT_STRONG] = { 9.0, PANGO_WEIGHT_BOLD },
  [QD_PAPER_FONT_BODY] = { 8.5, PANGO_WEIGHT_NORMAL },
  [QD_PAPER_FONT_SMALL] = { 7.5, PANGO_WEIGHT_NORMAL },
  [QD_PAPER_FONT_TINY] = { 6.5, PANGO_WEIGHT_BOLD },
};

/* The scripts that are written from right to left and have a language. */
static gboolean
is_rtl_script (PangoScript script)
{
  return script == PANGO_SCRIPT_ARABIC || script == PANGO_SCRIPT_HEBREW ||
         script == PANGO_SCRIPT_SYRIAC || script == PANGO_SCRIPT_THAANA ||
         script == PANGO_SCRIPT_NKO;
}

/**
 * qd_paper_style_new:
 * @rtl: whether one writes from right to left
 *
 * Returns: (transfer full): the style of paper
 */
QdPaperStyle *
qd_paper_style_new (gboolean rtl)
{
  QdPaperStyle *self = g_new0 (QdPaperStyle, 1);
  const PangoFontDescription *font;

  self->ink = INK;
  self->faint = FAINT;
  self->rule = RULE;
  self->ground = GROUND;
  self->progress = qd_hue_of_role (QD_COLUMN_IN_PROGRESS)->light;
  self->rtl = rtl;
  self->context = qd_text_context_new (FAMILY, fonts[QD_PAPER_FONT_BODY].size, RESOLUTION, rtl);

  font = pango_context_get_font_description (self->context);
  for (guint i = 0; i < QD_N_PAPER_FONTS; i++)
    {
      self->fonts[i] = pango_font_description_copy (font);
      pango_font_description_set_size (self->fonts[i], (int) (fonts[i].size * PANGO_SCALE));
      pango_font_description_set_weight (self->fonts[i], fonts[i].weight);
    }

  return self;
}

/**
 * qd_paper_style_free:
 * @self: a style
 */
void
qd_paper_style_free (QdPaperStyle *self)
{
  for (guint i = 0; i < QD_N_PAPER_FONTS; i++)
    pango_font_description_free (self->fonts[i]);
  g_object_unref (self->context);
  g_free (self);
}

/**
 * qd_paper_style_is_rtl:
 *
 * Returns: whether the language of the locale is written from right to left
 */
gboolean
qd_paper_style_is_rtl (void)
{
  int n_scripts = 0;
  const PangoScript *scripts = pango_language_get_scripts (pango_language_get_default (),
                                                           &n_scripts);

  return n_scripts > 0 && is_rtl_script (scripts[0]);
}
