#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef void (* QdAfterFrameFunc) (GtkWidget *widget);

/**
 * QdAfterFrame:
 *
 * Something that is done once a widget has been drawn. All zero while nothing is to
 * be done.
 */
typedef struct
{
  GtkWidget *widget;
  QdAfterFrameFunc callback;
  int priority;
  guint tick_id;
  guint source_id;
} QdAfterFrame;

void qd_after_frame_queue  (QdAfterFrame     *self,
                            GtkWidget        *widget,
                            int               priority,
                            QdAfterFrameFunc  callback);
void qd_after_frame_cancel (QdAfterFrame     *self);

G_END_DECLS
