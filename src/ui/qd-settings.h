#pragma once

#include <gio/gio.h>

#include "model/qd-types.h"

G_BEGIN_DECLS

#define QD_TYPE_SETTINGS (qd_settings_get_type ())
G_DECLARE_FINAL_TYPE (QdSettings, qd_settings, QD, SETTINGS, GObject)

QdSettings  *qd_settings_new              (gboolean             remembered);

int          qd_settings_get_int          (QdSettings          *self,
                                           const char          *name);
gboolean     qd_settings_get_boolean      (QdSettings          *self,
                                           const char          *name);
char        *qd_settings_dup_string       (QdSettings          *self,
                                           const char          *name);
char        *qd_settings_dup_name         (QdSettings          *self);
char        *qd_settings_dup_usual_file   (QdSettings          *self);
char       **qd_settings_dup_board_filter (QdSettings          *self,
                                           QdId                 board);
void         qd_settings_set_board_filter (QdSettings          *self,
                                           QdId                 board,
                                           const char * const  *filter);

char       **qd_settings_dup_strv         (QdSettings          *self,
                                           const char          *name);
void         qd_settings_set_strv         (QdSettings          *self,
                                           const char          *name,
                                           const char * const  *texts);

G_END_DECLS
