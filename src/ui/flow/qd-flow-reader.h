#pragma once

#include "store/qd-board-flow.h"

G_BEGIN_DECLS

#define QD_TYPE_FLOW_READER (qd_flow_reader_get_type ())
G_DECLARE_FINAL_TYPE (QdFlowReader, qd_flow_reader, QD, FLOW_READER, GObject)

QdFlowReader      *qd_flow_reader_new        (void);

void               qd_flow_reader_ask        (QdFlowReader *self,
                                              QdStore      *store,
                                              QdId          board,
                                              QdDay         today);
void               qd_flow_reader_stop       (QdFlowReader *self);
gboolean           qd_flow_reader_is_reading (QdFlowReader *self);
const QdBoardFlow *qd_flow_reader_get_flow   (QdFlowReader *self);

G_END_DECLS
