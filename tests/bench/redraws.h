#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * RedrawsSubject:
 * @change: (nullable): what is measured: changes the window, in round 0, 1, 2 ...; %NULL
 *   where the redraws alone are wanted
 * @restore: (nullable): what leads back before the next round
 * @done: takes the figures, each in milliseconds of processor time: full
 *   redraws, and the changes with the frames that show them
 * @data: for these
 */
typedef struct
{
  void (*change)  (guint    round,
                   gpointer data);
  void (*restore) (gpointer data);
  void (*done)    (GArray  *redraws,
                   GArray  *changes,
                   gpointer data);
  gpointer data;
} RedrawsSubject;

void redraws_measure (GtkWidget            *window,
                      guint                 n_rounds,
                      const RedrawsSubject *subject);

G_END_DECLS
