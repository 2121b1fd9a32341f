#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* How qd_cli_run() says that the call is for a window. */
#define CALLER_STATUS_WINDOW 77

/**
 * CallerResult:
 * @status: what the program exited with
 * @out: what it wrote to standard output
 * @err: what it wrote to standard error
 *
 * What became of a call.
 */
typedef struct
{
  int status;
  char *out;
  char *err;
} CallerResult;

void      caller_result_clear (CallerResult        *self);

gboolean  caller_is_called    (int                  argc,
                               char               **argv);
int       caller_be_called    (int                  argc,
                               char               **argv);
void      caller_call_on      (CallerResult        *result,
                               const char          *now,
                               const char * const  *arguments);
void      caller_call_in      (CallerResult        *result,
                               const char          *zone,
                               const char * const  *arguments);
void      caller_call         (CallerResult        *result,
                               const char * const  *arguments);
void      caller_call_into    (CallerResult        *result,
                               const char          *file,
                               const char * const  *arguments);

void      caller_remember_name
                              (const char          *folder,
                               const char          *name);

void      assert_contains     (const char          *text,
                               const char          *part);
void      assert_done         (const CallerResult  *result,
                               const char          *out);
void      assert_refused      (const CallerResult  *result,
                               int                  status,
                               const char          *reason);
void      assert_harmless     (const CallerResult  *result);

#define CALL(result, ...) caller_call (result, (const char *[]) { __VA_ARGS__, NULL })
#define CALL_ON(result, now, ...) \
  caller_call_on (result, now, (const char *[]) { __VA_ARGS__, NULL })

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CallerResult, caller_result_clear)

G_END_DECLS
