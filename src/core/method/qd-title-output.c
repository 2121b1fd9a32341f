/* Titles that say what a team produces: "Launch …", "Design and roll out …",
 * "… ausliefern".
 *
 * Knows the verbs and their forms in English and German. A verb that is a part of
 * the name of a metric is none: "Build time from 20 to 5 minutes".
 */

#include "config.h"

#include <string.h>

#include "qd-title-output.h"

/* What teams produce, as opposed to what it changes. */
static const char * const OUTPUT_VERBS[] = {
  "automate", "begin", "build", "complete", "conduct", "create", "define", "deliver",
  "deploy", "design", "develop", "document", "draft", "establish", "execute",
  "finish", "hire", "host", "implement", "install", "integrate", "introduce",
  "launch", "migrate", "organise", "organize", "prepare", "produce", "publish",
  "rebuild", "redesign", "refactor", "release", "rewrite", "run", "ship", "start",
  "upgrade", "write", NULL,
};

static const char * const IRREGULAR_OUTPUT_VERBS[] = {
  "began", "built", "ran", "rebuilt", "rewrote", "written", "wrote", NULL,
};

/* Verbs of two words. */
static const char * const PARTED_VERBS[] = { "kick", "roll", "set", NULL };
static const char * const VERB_ENDS[] = { "off", "out", "up", NULL };

/* German ones, case folded: as they stand at the end, or alone in front. */
static const char * const GERMAN_OUTPUT_VERBS[] = {
  "abschliessen", "anlegen", "aufbauen", "aufsetzen", "ausliefern", "ausrollen",
  "automatisieren", "bauen", "bereitstellen", "definieren", "dokumentieren",
  "durchführen", "einführen", "einrichten", "einstellen", "entwerfen", "entwickeln",
  "erstellen", "fertigstellen", "gestalten", "implementieren", "installieren",
  "integrieren", "launchen", "liefern", "migrieren", "organisieren", "produzieren",
  "rekrutieren", "schreiben", "starten", "umsetzen", "veranstalten",
  "veröffentlichen", "vorbereiten",
  "abgeschlossen", "aufgebaut", "aufgesetzt", "ausgeliefert", "ausgerollt",
  "automatisiert", "bereitgestellt", "definiert", "dokumentiert", "durchgeführt",
  "eingeführt", "eingerichtet", "eingestellt", "entwickelt", "entworfen", "erstellt",
  "fertiggestellt", "gebaut", "geliefert", "geschrieben", "gestartet",
  "implementiert", "installiert", "integriert", "migriert", "organisiert",
  "umgesetzt", "veröffentlicht",
  "einführung", "erstellung", "fertigstellung", "umsetzung", "veröffentlichung", NULL,
};

/* "Build time", "Release frequency": these make a metric of the verb. */
static const char * const METRIC_NOUNS[] = {
  "adoption", "are", "conversion", "cost", "costs", "count", "coverage", "duration",
  "errors", "failures", "frequency", "is", "length", "minutes", "quality", "rate",
  "rates", "satisfaction", "score", "size", "speed", "stability", "success",
  "throughput", "time", "times", "velocity", "volume", NULL,
};

static const char * const AND_WORDS[] = { "&", "+", "and", "then", "und", NULL };

/* "launch", "launched", "launching", "shipped", "creating"; not "launches", which
 * in front is a noun. */
static gboolean
is_form_of (const char *word,
            const char *verb)
{
  static const char * const ENDINGS[] = { "", "d", "ed", "ing", NULL };
  gsize n = strlen (verb);

  if (strncmp (word, verb, n) == 0)
    {
      if (g_strv_contains (ENDINGS, word + n))
        return TRUE;
      if (word[n] == verb[n - 1])
        return g_str_equal (word + n + 1, "ed") || g_str_equal (word + n + 1, "ing");
    }

  return verb[n - 1] == 'e' && strncmp (word, verb, n - 1) == 0 &&
         g_str_equal (word + n - 1, "ing");
}

static gboolean
is_form_of_any (const char         *word,
                const char * const *verbs)
{
  for (guint i = 0; verbs[i] != NULL; i++)
    if (is_form_of (word, verbs[i]))
      return TRUE;

  return FALSE;
}

/* Returns what follows the verb at @i, or @i where there is none. */
static guint
skip_output_verb (const QdTitle *title,
                  guint          i)
{
  const char *word;

  if (i >= qd_title_get_n (title))
    return i;

  word = qd_title_get (title, i)->folded;
  if (is_form_of_any (word, PARTED_VERBS) &&
      qd_title_is_one_of (title, i + 1, VERB_ENDS))
    return i + 2;

  if (qd_title_is_one_of (title, i + 1, METRIC_NOUNS))
    return i;

  if (is_form_of_any (word, OUTPUT_VERBS) ||
      g_strv_contains (IRREGULAR_OUTPUT_VERBS, word) ||
      g_strv_contains (GERMAN_OUTPUT_VERBS, word))
    return i + 1;

  return i;
}

/**
 * qd_title_find_output:
 * @start: (out): the first part of what would be produced
 * @end: (out): what follows its last part
 *
 * Returns: whether the title begins with a verb of production, or ends with one
 *   as German titles do
 */
gboolean
qd_title_find_output (const QdTitle *title,
                      guint         *start,
                      guint         *end)
{
  guint n = qd_title_get_n (title);

  *start = skip_output_verb (title, 0);
  *end = n;
  if (*start > 0)
    {
      /* "Design and roll out the careers page" */
      while (qd_title_is_one_of (title, *start, AND_WORDS) &&
             skip_output_verb (title, *start + 1) > *start + 1)
        *start = skip_output_verb (title, *start + 1);
      return TRUE;
    }

  /* German puts the verb at the end. */
  *end = n > 0 ? n - 1 : 0;

  return n > 1 && qd_title_is_one_of (title, n - 1, GERMAN_OUTPUT_VERBS);
}
