/* One line of what was learned, in words. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "qd-learned-thing.h"
#include "qd-line-text.h"
#include "qd-number-text.h"

/* More characters than anybody reads of one. */
#define MAX_LENGTH 1000

struct _QdLearnedThing
{
  GObject parent_instance;

  QdId card;
  QdId board;
  char *text;
  char *place;
  char *folded; /* all of it, for looking words up */
};

G_DEFINE_FINAL_TYPE (QdLearnedThing, qd_learned_thing, G_TYPE_OBJECT)

static void
append (GString    *place,
        const char *part)
{
  if (*part == '\0')
    return;

  if (place->len > 0)
    g_string_append (place, C_("enumeration", ", "));
  g_string_append (place, part);
}

/* "Raise NPS, Growth, 2026 Q3, grade 0.4". */
static char *
dup_place (const QdLearning *learning)
{
  g_autofree char *title = qd_line_text (learning->title, MAX_LENGTH);
  GString *place = g_string_new (NULL);

  append (place, title);
  append (place, learning->team);
  append (place, learning->cycle);
  if (!isnan (learning->grade))
    {
      g_autofree char *number = qd_number_text (learning->grade);
      /* Translators: how a key result was graded, from 0 to 1 */
      g_autofree char *grade = g_strdup_printf (_("grade %s"), number);

      append (place, grade);
    }

  return g_string_free (place, FALSE);
}

static void
qd_learned_thing_finalize (GObject *object)
{
  QdLearnedThing *self = QD_LEARNED_THING (object);

  g_free (self->text);
  g_free (self->place);
  g_free (self->folded);

  G_OBJECT_CLASS (qd_learned_thing_parent_class)->finalize (object);
}

static void
qd_learned_thing_class_init (QdLearnedThingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = qd_learned_thing_finalize;
}

static void
qd_learned_thing_init (QdLearnedThing *self)
{
}

/**
 * qd_learned_thing_new:
 * @learning: what was learned
 *
 * Returns: (transfer full): the same as an object
 */
QdLearnedThing *
qd_learned_thing_new (const QdLearning *learning)
{
  QdLearnedThing *self = g_object_new (QD_TYPE_LEARNED_THING, NULL);
  g_autofree char *all = NULL;

  self->card = learning->card;
  self->board = learning->board;
  self->text = qd_line_text (learning->learning, MAX_LENGTH);
  self->place = dup_place (learning);
  all = g_strjoin ("\n", self->text, self->place, NULL);
  self->folded = g_utf8_casefold (all, -1);

  return self;
}

QdId
qd_learned_thing_get_card (QdLearnedThing *self)
{
  return self->card;
}

QdId
qd_learned_thing_get_board (QdLearnedThing *self)
{
  return self->board;
}

const char *
qd_learned_thing_get_text (QdLearnedThing *self)
{
  return self->text;
}

const char *
qd_learned_thing_get_place (QdLearnedThing *self)
{
  return self->place;
}

/**
 * qd_learned_thing_has:
 * @self: what was learned
 * @words: (array zero-terminated=1): parts of words, folded by g_utf8_casefold()
 *
 * Returns: whether all of them stand in it, or in where it comes from
 */
gboolean
qd_learned_thing_has (QdLearnedThing     *self,
                      const char * const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (self->folded, words[i]) == NULL)
      return FALSE;

  return TRUE;
}

/**
 * qd_learned_thing_equal:
 *
 * Returns: whether both are the same and look the same
 */
gboolean
qd_learned_thing_equal (QdLearnedThing *self,
                        QdLearnedThing *other)
{
  return self->card == other->card && self->board == other->board &&
         g_str_equal (self->text, other->text) && g_str_equal (self->place, other->place);
}
