/* Locks on files that belong to the program's own handles alone. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void qd_locks_install (void);

G_END_DECLS
