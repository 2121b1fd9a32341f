#pragma once

#include "store/qd-edit-card.h"
#include "store/qd-edit-checkin.h"
#include "ui-fixture.h"
#include "widgets/qd-toaster.h"

G_BEGIN_DECLS

/**
 * DetailsFixture:
 * @file: a file with two boards
 * @window: a window that is shown
 * @toaster: in the window
 * @widget: (nullable): what is tested, in the toaster
 * @nps: goes from 20 to 60 points
 * @churn: a card without a metric
 */
typedef struct
{
  UiFixture file;
  GtkWidget *window;
  QdToaster *toaster;
  GtkWidget *widget;
  QdKeyResult *nps;
  QdKeyResult *churn;
} DetailsFixture;

void      details_fixture_set_up    (DetailsFixture *fixture,
                                     gconstpointer   unused);
void      details_fixture_tear_down (DetailsFixture *fixture,
                                     gconstpointer   unused);
void      details_show              (DetailsFixture *fixture,
                                     GtkWidget      *widget);
void      details_wait              (DetailsFixture *fixture);
QdId      details_get_id            (gpointer        entity);
QdId      details_check_in          (DetailsFixture *fixture,
                                     QdKeyResult    *card,
                                     QdDay           day,
                                     double          value,
                                     const char     *blocker,
                                     int             confidence);
void      details_undo              (DetailsFixture *fixture);
void      details_execute           (DetailsFixture *fixture,
                                     const char     *sql);
void      details_assert_file       (DetailsFixture *fixture,
                                     const char     *sql,
                                     const char     *expected);
gboolean  details_says              (GtkWidget      *widget,
                                     const char     *text);

G_END_DECLS
