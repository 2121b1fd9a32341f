#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define QD_TYPE_WORDING_LINE (qd_wording_line_get_type ())
G_DECLARE_FINAL_TYPE (QdWordingLine, qd_wording_line, QD, WORDING_LINE, GtkWidget)

GtkWidget  *qd_wording_line_new      (guint          n_lines);
void        qd_wording_line_judge    (QdWordingLine *self,
                                      const char    *title,
                                      gboolean       measured);
const char *qd_wording_line_get_text (QdWordingLine *self);

G_END_DECLS
