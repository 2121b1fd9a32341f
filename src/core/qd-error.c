/* The one error domain of the core. */

#include "config.h"

#include "qd-error.h"

G_DEFINE_QUARK (qd-error-quark, qd_error)
