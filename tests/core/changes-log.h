#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _ChangesLog ChangesLog;

ChangesLog *changes_log_new  (GListModel *model);
void        changes_log_free (ChangesLog *self);
char       *changes_log_take (ChangesLog *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChangesLog, changes_log_free)

/* Asserts what the model emitted since the log was made, or last asked, and
 * begins anew. */
#define assert_changes(log, expected) \
  G_STMT_START { \
    g_autofree char *taken = changes_log_take (log); \
    g_assert_cmpstr (taken, ==, expected); \
  } G_STMT_END

G_END_DECLS
