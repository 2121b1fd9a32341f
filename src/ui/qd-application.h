#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define QD_TYPE_APPLICATION (qd_application_get_type ())
G_DECLARE_FINAL_TYPE (QdApplication, qd_application, QD, APPLICATION, GtkApplication)

int qd_application_run_program (int    argc,
                                char **argv);

G_END_DECLS
