#pragma once

#include "details-fixture.h"
#include "widgets/qd-confidence-picker.h"
#include "widgets/qd-number-entry.h"
#include "widgets/qd-text-field.h"

G_BEGIN_DECLS

/* The widget of the fixture is a QdCheckinForm. */

void                checkin_set_up          (DetailsFixture *fixture,
                                             gconstpointer   unused);
void                checkin_show_card       (DetailsFixture *fixture,
                                             QdKeyResult    *card);
QdNumberEntry      *checkin_get_value       (DetailsFixture *fixture);
GtkEditable        *checkin_get_value_entry (DetailsFixture *fixture);
QdTextField        *checkin_get_note        (DetailsFixture *fixture);
QdTextField        *checkin_get_blocker     (DetailsFixture *fixture);
QdConfidencePicker *checkin_get_confidence  (DetailsFixture *fixture);
GtkDropDown        *checkin_get_columns     (DetailsFixture *fixture);
void                checkin_type_value      (DetailsFixture *fixture,
                                             const char     *text);
void                checkin_type_note       (DetailsFixture *fixture,
                                             const char     *text);
void                checkin_type_blocker    (DetailsFixture *fixture,
                                             const char     *text);
void                checkin_pick            (DetailsFixture *fixture,
                                             int             confidence);
void                checkin_click           (DetailsFixture *fixture,
                                             const char     *label);
void                checkin_assert_value    (DetailsFixture *fixture,
                                             const char     *expected);
void                checkin_assert_note     (DetailsFixture *fixture,
                                             const char     *expected);
void                checkin_correct         (DetailsFixture *fixture,
                                             QdId            checkin);
void                checkin_set_metric      (DetailsFixture *fixture,
                                             QdMetricKind    metric);

G_END_DECLS
