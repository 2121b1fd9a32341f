#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define QD_TYPE_ROW_MODEL (qd_row_model_get_type ())
G_DECLARE_FINAL_TYPE (QdRowModel, qd_row_model, QD, ROW_MODEL, GObject)

QdRowModel *qd_row_model_new (GListModel *cards);

G_END_DECLS
