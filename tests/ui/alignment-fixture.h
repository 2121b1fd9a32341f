#pragma once

#include "alignment/qd-alignment-page.h"
#include "ui-fixture.h"
#include "widgets/qd-toaster.h"

G_BEGIN_DECLS

typedef struct
{
  UiFixture file;
  GtkWidget *window;
  QdToaster *toaster;
  QdAlignmentPage *page;
  GtkWidget *list;
  QdBoard *company;
  GString *shown; /* where it took the person */
  QdId lead;
  QdId grow;
  QdId renew;
  QdId idea;
} Fixture;

/* What there is to see of it. */
#define TREE \
  "Lead the market\n" \
  "  Grow <b>abroad</b>\n" \
  "    Customers renew\n" \
  "Without a Parent\n" \
  "  Calm nights\n"

#define NOTES \
  "Nothing of Their Own\n" \
  "  Sales only has objectives from above.\n"

QdId       alignment_add          (Fixture       *fixture,
                                   QdBoard       *board,
                                   const char    *title,
                                   QdId           parent);
void       alignment_label_card   (Fixture       *fixture,
                                   guint          nth,
                                   QdId           objective);
void       alignment_lay_out      (Fixture       *fixture);
void       alignment_show         (Fixture       *fixture);
void       alignment_set_up_file  (Fixture       *fixture,
                                   gconstpointer  unused);
void       alignment_set_up       (Fixture       *fixture,
                                   gconstpointer  unused);
void       alignment_hide         (Fixture       *fixture);
void       alignment_tear_down    (Fixture       *fixture,
                                   gconstpointer  unused);
void       alignment_assert_rows  (Fixture       *fixture,
                                   const char    *expected);
guint      alignment_find         (Fixture       *fixture,
                                   const char    *text);
GtkWidget *alignment_get_expander (Fixture       *fixture,
                                   const char    *text);
void       alignment_assert_focus (Fixture       *fixture,
                                   const char    *text);
void       alignment_undo         (Fixture       *fixture,
                                   const char    *name);

G_END_DECLS
