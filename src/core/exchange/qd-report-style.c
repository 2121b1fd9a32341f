/* The style of reports in HTML, in light and in dark surroundings. It stands in the
 * report itself, which needs nothing else.
 */

#include "config.h"

#include "model/qd-hue.h"
#include "qd-report-style.h"

static const char layout[] =
  "body{margin:2rem auto;max-width:80rem;padding:0 1.5rem;"
  "font:1rem/1.45 Cantarell,system-ui,sans-serif;color:var(--ink);background:var(--paper)}\n"
  "h1,h2,h3,h4,p,ul,ol{margin:0;padding:0}\n"
  "h1{font-size:1.7rem}h2{font-size:1.3rem}h3{font-size:1rem}h4{font-size:1rem}\n"
  "header{margin-bottom:1.5rem}\n"
  ".board{margin:2rem 0;break-inside:auto}\n"
  ".faint,.count{color:var(--faint)}.count{font-weight:400;margin-inline-start:.15em}\n"
  "ul,ol{list-style:none}\n"
  ".objectives{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;margin:.6rem 0}\n"
  ".dot{display:inline-block;width:.75em;height:.75em;border-radius:.2em;"
  "background:var(--c);margin-inline-end:.45em}\n"
  ".columns{display:grid;grid-template-columns:repeat(auto-fit,minmax(13rem,1fr));"
  "gap:1.25rem;align-items:start;margin-top:1rem}\n"
  "h3{border-bottom:3px solid var(--c);padding-bottom:.2rem;margin-bottom:.6rem}\n"
  ".card{border:1px solid var(--rule);border-inline-start:5px solid var(--c);"
  "border-radius:.4rem;padding:.5rem .7rem;margin-bottom:.6rem;break-inside:avoid;"
  "overflow-wrap:anywhere}\n"
  ".health{font-weight:600;color:var(--c)}\n"
  ".bar{position:relative;height:.45rem;border-radius:.25rem;background:var(--rule);"
  "margin:.45rem 0;max-width:20rem}\n"
  ".bar span{display:block;height:100%;border-radius:.25rem;background:var(--bar)}\n"
  ".bar i{position:absolute;top:-.15rem;bottom:-.15rem;width:2px;background:var(--ink)}\n"
  ".text{max-width:48rem;overflow-wrap:anywhere}.text h2{margin-top:1.75rem}\n"
  ".text h3{margin:1rem 0 0;padding:0;border:0}\n"
  ".lines{margin-top:.5rem}\n"
  ".lines li{border-top:1px solid var(--rule);padding:.45rem 0;break-inside:avoid}\n"
  ".reason{font-size:.9rem}.lines .faint{font-size:.9rem}\n"
  "table{border-collapse:collapse}\n"
  "th,td{padding:.35rem .8rem;border-bottom:1px solid var(--rule);text-align:end;"
  "font-variant-numeric:tabular-nums}\n"
  "th:first-child{text-align:start}thead th{color:var(--faint);font-weight:400}\n";

static guint32
choose (const QdHue *hue,
        gboolean     dark)
{
  return dark ? hue->dark : hue->light;
}

static void
append_colours (GString  *out,
                gboolean  dark)
{
  g_string_append_printf (out, ":root{--ink:%s;--faint:%s;--rule:%s;--paper:%s;--bar:#%06x}\n",
                          dark ? "#f2f2f1" : "#1d2021", dark ? "#a9adb0" : "#5d6165",
                          dark ? "#4a4d50" : "#d5d7d9", dark ? "#202224" : "#ffffff",
                          choose (qd_hue_of_role (QD_COLUMN_IN_PROGRESS), dark));
  for (guint i = 0; i < QD_N_COLOURS; i++)
    g_string_append_printf (out, ".o%u{--c:#%06x}\n", i, choose (qd_hue_of_colour (i), dark));
  g_string_append_printf (out, ".none{--c:#%06x}\n", choose (qd_hue_of_objective (NULL), dark));
  for (guint i = QD_HEALTH_PENDING; i <= QD_HEALTH_CLOSED; i++)
    g_string_append_printf (out, ".h%u{--c:#%06x}\n", i,
                            choose (qd_hue_of_health ((QdHealth) i), dark));
  for (guint i = QD_COLUMN_OTHER; i <= QD_COLUMN_COMPLETE; i++)
    g_string_append_printf (out, ".r%u{--c:#%06x}\n", i,
                            choose (qd_hue_of_role ((QdColumnRole) i), dark));
}

/**
 * qd_report_style_append:
 * @out: the head of a document, to which the style is added
 *
 * Classes are "o0" to "o11" and "none" for the colours of objectives, "h" and "r"
 * with the number of a health and of the role of a column.
 */
void
qd_report_style_append (GString *out)
{
  g_string_append (out, "<style>\n:root{color-scheme:light dark}\n");
  append_colours (out, FALSE);
  g_string_append (out, "@media (prefers-color-scheme:dark){\n");
  append_colours (out, TRUE);
  g_string_append (out, "}\n");
  g_string_append (out, layout);
  g_string_append (out, "</style>\n");
}
