#pragma once

#include <glib.h>

G_BEGIN_DECLS

int qd_cli_run (int        argc,
                char     **argv,
                gboolean  *handled);

G_END_DECLS
