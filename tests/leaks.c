/* What libraries allocate before a program begins is theirs: GLib drops the first table
 * of its quarks when that is full, on purpose, and a program of many types fills it.
 */

#include "config.h"

#include <sanitizer/lsan_interface.h>

static void
begin (void)
{
  __lsan_disable ();
}

static void __attribute__ ((constructor))
end (void)
{
  __lsan_enable ();
}

/* Comes before the constructors of all libraries. */
static void (*const before_libraries) (void)
  __attribute__ ((used, section (".preinit_array"))) = begin;
