/* Somebody who can own a card; the title is the name.
 *
 * No figure about a person belongs here.
 */

#include "config.h"

#include "qd-entity-private.h"
#include "qd-person-private.h"

struct _QdPerson
{
  QdEntity parent_instance;
};

G_DEFINE_FINAL_TYPE (QdPerson, qd_person, QD_TYPE_ENTITY)

static void
qd_person_class_init (QdPersonClass *klass)
{
  QdEntityClass *entity_class = QD_ENTITY_CLASS (klass);

  entity_class->kind = QD_ENTITY_PERSON;
}

static void
qd_person_init (QdPerson *self)
{
}

/**
 * qd_person_new:
 * @id: the id, positive
 *
 * Returns: (transfer full): a person without a name
 */
QdPerson *
qd_person_new (QdId id)
{
  return qd_entity_new (QD_TYPE_PERSON, id);
}

/**
 * qd_person_dup_initials:
 * @self: a person
 *
 * The initials are the first letters or digits of the first and of the last
 * word of the name, in upper case. Words that have neither do not count.
 *
 * Returns: (transfer full) (not nullable): the initials: two characters, one
 *   where the name is a single word, "" where it is empty
 */
char *
qd_person_dup_initials (QdPerson *self)
{
  g_autofree char *name = NULL;
  GString *initials;
  gunichar first = 0, last = 0;
  gboolean word_has_initial = FALSE;

  g_return_val_if_fail (QD_IS_PERSON (self), NULL);

  /* Composed, so that a letter brings its accent along. */
  name = g_utf8_normalize (qd_entity_get_title (QD_ENTITY (self)), -1,
                           G_NORMALIZE_DEFAULT_COMPOSE);

  for (const char *p = name; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c))
        {
          word_has_initial = FALSE;
        }
      else if (!word_has_initial && g_unichar_isalnum (c))
        {
          word_has_initial = TRUE;
          if (first == 0)
            first = g_unichar_toupper (c);
          else
            last = g_unichar_toupper (c);
        }
    }

  initials = g_string_new (NULL);
  if (first != 0)
    g_string_append_unichar (initials, first);
  if (last != 0)
    g_string_append_unichar (initials, last);

  return g_string_free (initials, FALSE);
}
