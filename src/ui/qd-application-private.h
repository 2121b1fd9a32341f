#pragma once

#include "qd-appearance.h"
#include "qd-application.h"
#include "qd-reminder.h"
#include "qd-settings.h"
#include "qd-window.h"
#include "widgets/qd-today.h"

G_BEGIN_DECLS

/* For the files of the application only. */

struct _QdApplication
{
  GtkApplication parent_instance;

  QdSettings *settings;
  QdAppearance *appearance;
  GHashTable *restores;         /* that go on: by the path of the file */
  GtkWindow *help;              /* (weak) (nullable) */

  QdReminder *reminder;         /* (nullable): of the one that owns the usual file */
  QdToday *today;               /* (nullable): likewise */
  guint morning_id;
  QdDay morning;                /* the last day whose morning has come */
  gboolean serving;             /* lives on without windows */

  char *file;                   /* --file: (nullable) */
  char *screenshot;             /* --screenshot: (nullable) */
  char *board;                  /* --board: (nullable) */
  int width;                    /* --size: 0 for the usual */
  int height;
  gboolean sample;              /* --sample */
  gboolean dark;                /* --dark */
  gboolean background;          /* --background: until it was heeded */
  int status;                   /* to exit with */
};

void      qd_application_add_options     (GApplication   *application);
int       qd_application_handle_options  (GApplication   *application,
                                          GVariantDict   *options);
void      qd_application_add_actions     (QdApplication  *self);
void      qd_application_shoot           (QdApplication  *self);
void      qd_application_start_reminders (QdApplication  *self);
void      qd_application_stop_reminders  (QdApplication  *self);
void      qd_application_follow          (QdApplication  *self,
                                          QdStore        *store);
void      qd_application_bind_reminders  (QdApplication  *self,
                                          GtkBuilder     *preferences);

QdStore  *qd_application_find_store      (QdApplication  *self,
                                          const char     *path);
QdWindow *qd_application_open            (QdApplication  *self,
                                          const char     *path,
                                          gboolean        existing,
                                          QdWindow       *window);
void      qd_application_reopen          (QdApplication  *self,
                                          const char     *path);
void      qd_application_restore         (QdApplication  *self,
                                          const char     *path,
                                          const char     *backup);
gboolean  qd_application_wait_for_restore
                                         (QdApplication  *self,
                                          const char     *path,
                                          QdWindow       *window);
QdWindow *qd_application_open_sample     (QdApplication  *self);
char     *qd_application_dup_usual_path  (QdApplication  *self);
char     *qd_application_resolve         (const char     *path);

G_END_DECLS
