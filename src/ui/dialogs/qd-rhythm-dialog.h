#pragma once

#include <gtk/gtk.h>

#include "store/qd-store.h"

G_BEGIN_DECLS

#define QD_TYPE_RHYTHM_DIALOG (qd_rhythm_dialog_get_type ())
G_DECLARE_FINAL_TYPE (QdRhythmDialog, qd_rhythm_dialog, QD, RHYTHM_DIALOG, GtkWindow)

QdRhythmDialog *qd_rhythm_dialog_present (GtkWidget *parent,
                                          QdStore   *store,
                                          QdBoard   *board);

G_END_DECLS
