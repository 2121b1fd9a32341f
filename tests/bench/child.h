#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ChildFigure:
 * @name: how the child calls it
 * @value: (out): what it printed for it, 0 without
 */
typedef struct
{
  const char *name;
  double value;
} ChildFigure;

void   child_print    (const char  *name,
                       double       value);
double child_resident (void);
void   child_measure  (const char  *program,
                       const char  *argument,
                       ChildFigure *figures,
                       gsize        n_figures);

G_END_DECLS
