#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define QD_TYPE_MARKDOWN_VIEW (qd_markdown_view_get_type ())
G_DECLARE_FINAL_TYPE (QdMarkdownView, qd_markdown_view, QD, MARKDOWN_VIEW, GtkWidget)

GtkWidget  *qd_markdown_view_new      (void);

const char *qd_markdown_view_get_text (QdMarkdownView *self);
void        qd_markdown_view_set_text (QdMarkdownView *self,
                                       const char     *text);

G_END_DECLS
