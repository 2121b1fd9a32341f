/* What a file without boards shows: what there will be to see, and three ways
 * to get there.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "qd-welcome-page.h"
#include "widgets/qd-status-page.h"

/**
 * qd_welcome_page_new:
 *
 * Returns: (transfer floating): a page
 */
GtkWidget *
qd_welcome_page_new (void)
{
  GtkWidget *page;

  page = qd_status_page_new (QD_APPLICATION_ID,
                             _("Welcome to Quarterdeck"),
                             _("A board shows what a team wants to reach in a "
                               "quarter: a few objectives, and the key results "
                               "that tell how far it got."));
  qd_status_page_add_button (QD_STATUS_PAGE (page), _("Create a Board…"),
                             "win.new-board", TRUE);
  qd_status_page_add_button (QD_STATUS_PAGE (page), _("Import an Outline…"),
                             "win.import", FALSE);
  qd_status_page_add_button (QD_STATUS_PAGE (page), _("Look at the Sample"),
                             "app.sample", FALSE);

  return page;
}
