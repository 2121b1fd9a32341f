#pragma once

#include "store/qd-details.h"
#include "store/qd-edit-card.h"
#include "store/qd-edit.h"
#include "ui-fixture.h"

G_BEGIN_DECLS

typedef void (*ListSetCardFunc) (gpointer         list,
                                 QdCard          *card);
typedef void (*ListUpdateFunc)  (gpointer         list,
                                 const QdDetails *details);

/**
 * ListFixture:
 * @file: a file
 * @window: a window with the list in it, and a button below
 * @list: a list of what belongs to a card
 * @elsewhere: the button
 * @card: the card that it shows
 * @other: another card
 * @now: when the last step was, in milliseconds since the Unix epoch
 * @set_card: how the list is given another card
 * @update: how the list is told what belongs to it
 *
 * A list that is told after each change, as the pane does.
 */
typedef struct
{
  UiFixture file;
  GtkWidget *window;
  GtkWidget *list;
  GtkWidget *elsewhere;
  QdCard *card;
  QdCard *other;
  gint64 now;
  ListSetCardFunc set_card;
  ListUpdateFunc update;
} ListFixture;

void       list_set_up          (ListFixture     *fixture);
void       list_show            (ListFixture     *fixture,
                                 GtkWidget       *list,
                                 ListSetCardFunc  set_card,
                                 ListUpdateFunc   update);
void       list_tear_down       (ListFixture     *fixture);

void       list_lay_out         (ListFixture     *fixture);
void       list_turn_to         (ListFixture     *fixture,
                                 QdCard          *card);
QdId       list_get_card_id     (ListFixture     *fixture);
QdDetails *list_read            (ListFixture     *fixture);
void       list_undo            (ListFixture     *fixture,
                                 const char      *name);
void       list_make_read_only  (ListFixture     *fixture);

GtkWidget *list_get             (ListFixture     *fixture,
                                 const char      *name);
GtkWidget *list_find            (ListFixture     *fixture,
                                 const char      *name);
void       list_press           (GtkWidget       *widget,
                                 guint            keyval,
                                 GdkModifierType  modifiers);
void       list_type            (GtkWidget       *entry,
                                 const char      *text);
gboolean   list_has_focus       (GtkWidget       *widget);

G_END_DECLS
