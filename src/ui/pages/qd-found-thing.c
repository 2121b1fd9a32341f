/* One result of a search: what was found, the words around it, and where it stands.
 *
 * Texts come from files and are never markup: the words that were looked for are
 * marked by attributes.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "qd-found-thing.h"
#include "qd-thing-place.h"
#include "widgets/qd-card-text.h"

/* Around a word that was looked for, in the excerpt of a hit. */
#define MARK_BEGIN '\2'
#define MARK_END '\3'

struct _QdFoundThing
{
  GObject parent_instance;

  QdId id;
  QdId card;
  QdId board;
  gboolean archived;
  char *title;
  char *text;
  PangoAttrList *marks;
  char *place;
};

G_DEFINE_FINAL_TYPE (QdFoundThing, qd_found_thing, G_TYPE_OBJECT)

static void
add_mark (PangoAttrList *marks,
          gsize          start,
          gsize          end)
{
  PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);
  PangoAttribute *line = pango_attr_underline_new (PANGO_UNDERLINE_SINGLE);

  bold->start_index = line->start_index = (guint) start;
  bold->end_index = line->end_index = (guint) end;
  pango_attr_list_insert (marks, bold);
  pango_attr_list_insert (marks, line);
}

/* The excerpt on one line, without the signs that mark words. */
static void
read_excerpt (QdFoundThing *self,
              const char   *excerpt)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gsize start = 0;

  self->marks = pango_attr_list_new ();
  for (const char *at = excerpt; *at != '\0'; at++)
    {
      if (*at == MARK_BEGIN)
        start = text->len;
      else if (*at == MARK_END)
        add_mark (self->marks, start, text->len);
      else
        g_string_append_c (text, *at == '\n' || *at == '\r' || *at == '\t' ? ' ' : *at);
    }
  self->text = g_string_free (g_steal_pointer (&text), FALSE);
}

static void
qd_found_thing_finalize (GObject *object)
{
  QdFoundThing *self = QD_FOUND_THING (object);

  g_free (self->title);
  g_free (self->text);
  g_free (self->place);
  g_clear_pointer (&self->marks, pango_attr_list_unref);

  G_OBJECT_CLASS (qd_found_thing_parent_class)->finalize (object);
}

static void
qd_found_thing_class_init (QdFoundThingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = qd_found_thing_finalize;
}

static void
qd_found_thing_init (QdFoundThing *self)
{
}

/**
 * qd_found_thing_new:
 * @hit: what a search found
 * @store: where
 *
 * Returns: (transfer full): the same as an object
 */
QdFoundThing *
qd_found_thing_new (const QdHit *hit,
                    QdStore     *store)
{
  QdFoundThing *self;
  g_autofree char *place = NULL;

  g_return_val_if_fail (hit != NULL, NULL);
  g_return_val_if_fail (QD_IS_STORE (store), NULL);

  self = g_object_new (QD_TYPE_FOUND_THING, NULL);
  self->id = hit->id;
  self->card = hit->card;
  self->board = hit->board;
  self->archived = hit->archived;
  self->title = qd_card_text_clip (hit->card_title != NULL && hit->kind != QD_ENTITY_MILESTONE
                                     ? hit->card_title : hit->title);
  read_excerpt (self, hit->excerpt != NULL ? hit->excerpt : "");
  place = qd_thing_place_describe (hit, store);
  /* Translators: what was found and where, "Key result on Growth, 2026 Q4". */
  if (hit->shelved)
    self->place = g_strdup_printf (_("%s, on the shelf"), place);
  else
    self->place = hit->archived ? g_strdup_printf (_("%s, archived"), place)
                                : g_steal_pointer (&place);

  return self;
}

QdId
qd_found_thing_get_id (QdFoundThing *self)
{
  g_return_val_if_fail (QD_IS_FOUND_THING (self), QD_ID_NONE);

  return self->id;
}

/**
 * qd_found_thing_get_card:
 *
 * Returns: the card that it is or belongs to, or %QD_ID_NONE
 */
QdId
qd_found_thing_get_card (QdFoundThing *self)
{
  g_return_val_if_fail (QD_IS_FOUND_THING (self), QD_ID_NONE);

  return self->card;
}

/**
 * qd_found_thing_get_board:
 *
 * Returns: the board that it is or stands on, or %QD_ID_NONE
 */
QdId
qd_found_thing_get_board (QdFoundThing *self)
{
  g_return_val_if_fail (QD_IS_FOUND_THING (self), QD_ID_NONE);

  return self->board;
}

/**
 * qd_found_thing_is_archived:
 *
 * Returns: whether it, or what it stands in, was put away
 */
gboolean
qd_found_thing_is_archived (QdFoundThing *self)
{
  g_return_val_if_fail (QD_IS_FOUND_THING (self), FALSE);

  return self->archived;
}

/**
 * qd_found_thing_get_title:
 *
 * Returns: (transfer none): its title, or that of its card
 */
const char *
qd_found_thing_get_title (QdFoundThing *self)
{
  g_return_val_if_fail (QD_IS_FOUND_THING (self), "");

  return self->title;
}

/**
 * qd_found_thing_get_text:
 *
 * Returns: (transfer none): the words around what was looked for
 */
const char *
qd_found_thing_get_text (QdFoundThing *self)
{
  g_return_val_if_fail (QD_IS_FOUND_THING (self), "");

  return self->text;
}

/**
 * qd_found_thing_get_marks:
 *
 * Returns: (transfer none): attributes that mark the words in the text
 */
PangoAttrList *
qd_found_thing_get_marks (QdFoundThing *self)
{
  g_return_val_if_fail (QD_IS_FOUND_THING (self), NULL);

  return self->marks;
}

/**
 * qd_found_thing_get_place:
 *
 * Returns: (transfer none): what it is and where
 */
const char *
qd_found_thing_get_place (QdFoundThing *self)
{
  g_return_val_if_fail (QD_IS_FOUND_THING (self), "");

  return self->place;
}

/**
 * qd_found_thing_is_title_found:
 *
 * Returns: whether the words were found in the title, which the text is then, too
 */
gboolean
qd_found_thing_is_title_found (QdFoundThing *self)
{
  g_return_val_if_fail (QD_IS_FOUND_THING (self), FALSE);

  return g_str_equal (self->text, self->title);
}

/**
 * qd_found_thing_dup_name:
 *
 * Returns: (transfer full): all that is known of it, for a screen reader
 */
char *
qd_found_thing_dup_name (QdFoundThing *self)
{
  const char *title;

  g_return_val_if_fail (QD_IS_FOUND_THING (self), NULL);

  title = *self->title != '\0' ? self->title : _("Untitled");
  if (qd_found_thing_is_title_found (self))
    /* Translators: for a screen reader: a title, and what has it and where, "Raise
     * NPS, Key result on Growth, 2026 Q4". */
    return g_strdup_printf (C_("found", "%s, %s"), title, self->place);

  /* Translators: for a screen reader: the same, and the words that were found. */
  return g_strdup_printf (C_("found", "%s, %s: %s"), title, self->place, self->text);
}
