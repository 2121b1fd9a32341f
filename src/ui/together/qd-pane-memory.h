#pragma once

#include "model/qd-board.h"

G_BEGIN_DECLS

#define QD_TYPE_PANE_MEMORY (qd_pane_memory_get_type ())
G_DECLARE_FINAL_TYPE (QdPaneMemory, qd_pane_memory, QD, PANE_MEMORY, GObject)

QdPaneMemory *qd_pane_memory_new        (void);

int           qd_pane_memory_get_width  (QdPaneMemory       *self,
                                         QdBoard            *board,
                                         QdDensity           density);
void          qd_pane_memory_set_width  (QdPaneMemory       *self,
                                         QdBoard            *board,
                                         QdDensity           density,
                                         int                 width);
gboolean      qd_pane_memory_get_folded (QdPaneMemory       *self,
                                         QdBoard            *board);
void          qd_pane_memory_set_folded (QdPaneMemory       *self,
                                         QdBoard            *board,
                                         gboolean            folded);

GVariant     *qd_pane_memory_dup_widths (QdPaneMemory       *self);
char        **qd_pane_memory_dup_folded (QdPaneMemory       *self);
void          qd_pane_memory_restore    (QdPaneMemory       *self,
                                         GVariant           *widths,
                                         const char * const *folded);

G_END_DECLS
