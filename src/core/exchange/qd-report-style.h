#pragma once

#include <glib.h>

G_BEGIN_DECLS

void qd_report_style_append (GString *out);

G_END_DECLS
