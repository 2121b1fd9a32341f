#pragma once

#include <math.h>

#include "qd-entity.h"

G_BEGIN_DECLS

/* For core/store and core/model only. */

/* Flags of the models' properties: only the store writes, with the setters. */
#define QD_PARAM_READABLE \
  (G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS)

gpointer qd_entity_new       (GType       type,
                              QdId        id);

/* As all setters of the models: each returns early when nothing changes and
 * notifies otherwise. */
void     qd_entity_set_title (QdEntity   *self,
                              const char *title);
void     qd_entity_set_rank  (QdEntity   *self,
                              const char *rank);
void     qd_entity_set_alive (QdEntity   *self,
                              gboolean    alive);

int      qd_entity_compare   (QdEntity   *a,
                              QdEntity   *b);

/* Texts of the models: no text and an empty one are the same, kept as %NULL,
 * handed out as "". Returns whether the text changed. */
static inline gboolean
qd_text_replace (char       **text,
                 const char  *value)
{
  char *old = *text;

  if (value != NULL && *value == '\0')
    value = NULL;

  if (g_strcmp0 (old, value) == 0)
    return FALSE;

  /* The value may be a part of the old text. */
  *text = g_strdup (value);
  g_free (old);

  return TRUE;
}

static inline const char *
qd_text_peek (const char *text)
{
  return text != NULL ? text : "";
}

/* Numbers of the models: NAN is none, and equals itself. */
static inline gboolean
qd_number_equal (double number,
                 double other)
{
  return number == other || (isnan (number) && isnan (other));
}

/* Returns whether the number changed. */
static inline gboolean
qd_number_replace (double *number,
                   double  value)
{
  if (qd_number_equal (*number, value))
    return FALSE;

  *number = value;

  return TRUE;
}

G_END_DECLS
