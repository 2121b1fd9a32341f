#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Around each word that was found. */
#define QD_EXCERPT_MARK_BEGIN '\2'
#define QD_EXCERPT_MARK_END '\3'

char *qd_excerpt_of (const char *title,
                     const char *body);

G_END_DECLS
