#pragma once

#include "qd-window-private.h"
#include "ui-fixture.h"

G_BEGIN_DECLS

/**
 * WindowFixture:
 * @file: what the window shows
 * @application: (unowned): that the window is one of
 * @settings: what the window remembers
 * @window: the window
 */
typedef struct
{
  UiFixture file;
  GtkApplication *application;
  QdSettings *settings;
  QdWindow *window;
} WindowFixture;

void window_fixture_set_up    (WindowFixture *self,
                               gconstpointer  application);
void window_fixture_tear_down (WindowFixture *self,
                               gconstpointer  unused);
void window_fixture_show      (WindowFixture *self);
void window_fixture_close     (WindowFixture *self);

G_END_DECLS
