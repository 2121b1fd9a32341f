/* What a run says to whoever has nothing to check in on: until when, and what else there
 * is to do.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "qd-run-nothing.h"
#include "store/qd-due.h"
#include "widgets/qd-card-text.h"
#include "widgets/qd-day-text.h"
#include "widgets/qd-status-page.h"

static char *
dup_when (const char *owner,
          QdDay       next)
{
  g_autofree char *day = NULL;

  if (next == QD_DAY_NONE)
    return g_strdup (owner != NULL
                       ? _("No key result of this person waits for a check-in.")
                       : _("No key result here waits for a check-in."));

  day = qd_day_text_full (next);

  /* Translators: %s is a day. */
  return g_strdup_printf (_("The next check-in is due on %s."), day);
}

/* Whoever has nothing to say may ask what others have. */
static void
add_offers (QdStatusPage *page,
            QdStore      *store,
            QdBoard      *offered)
{
  g_autoptr (GPtrArray) items = NULL;
  g_autofree char *title = NULL;
  g_autofree char *label = NULL;

  if (offered != NULL)
    items = qd_due_read (store, NULL, qd_entity_get_id (QD_ENTITY (offered)),
                         qd_clock_today (), NULL);
  if (items != NULL && items->len > 0)
    {
      title = qd_card_text_clip (qd_entity_get_title (QD_ENTITY (offered)));
      /* Translators: a board, and how many check-ins are due on it. */
      label = g_strdup_printf (ngettext ("Check In on %s (%u Due)", "Check In on %s (%u Due)",
                                         items->len), title, items->len);
      qd_status_page_add_button (page, label, "run.take-offer", FALSE);
    }
  qd_status_page_add_button (page, _("Somebody Else…"), "run.ask-name", FALSE);
}

/**
 * qd_run_nothing_new:
 * @store: the file
 * @owner: (nullable): who has nothing to check in on, or %NULL for nobody having
 * @next: when they will, or %QD_DAY_NONE
 * @offered: (nullable): a board whose check-ins they may make instead
 *
 * Returns: (transfer floating): a page that says so, and names actions of a #QdRunPage
 */
GtkWidget *
qd_run_nothing_new (QdStore    *store,
                    const char *owner,
                    QdDay       next,
                    QdBoard    *offered)
{
  g_autofree char *when = dup_when (owner, next);
  g_autofree char *title = NULL;
  GtkWidget *page;

  g_return_val_if_fail (QD_IS_STORE (store), NULL);

  if (owner != NULL)
    /* Translators: %s is a person. */
    title = g_strdup_printf (_("Nothing Is Due for %s"), owner);
  page = qd_status_page_new ("object-select-symbolic",
                             title != NULL ? title : _("Nothing Is Due"), when);
  if (owner != NULL)
    add_offers (QD_STATUS_PAGE (page), store, offered);
  qd_status_page_add_button (QD_STATUS_PAGE (page), _("Done (Esc)"), "run.stop", TRUE);

  return page;
}
