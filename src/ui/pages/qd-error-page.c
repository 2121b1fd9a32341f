/* What a window shows in place of a file that could not be opened: what
 * happened, what was kept, and what can be done about it.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "qd-error-page.h"
#include "qd-error.h"
#include "widgets/qd-status-page.h"

static const char *
get_title (int code)
{
  switch ((QdError) code)
    {
    case QD_ERROR_NOT_FOUND:
      return _("There Is No Such File");
    case QD_ERROR_NOT_OURS:
      return _("This Is No Quarterdeck File");
    case QD_ERROR_NEWER:
      return _("This File Is Newer");
    case QD_ERROR_READ_ONLY:
      return _("This File Cannot Be Written");
    case QD_ERROR_NO_SPACE:
      return _("The Disk Is Full");
    case QD_ERROR_LOCKED:
      return _("Another Program Holds This File");
    case QD_ERROR_DAMAGED:
      return _("This File Is Damaged");
    case QD_ERROR_NETWORK:
      return _("This File Lies on a Network Share");
    case QD_ERROR_FAILED:
    case QD_ERROR_INVALID:
    default:
      return _("The File Could Not Be Opened");
    }
}

/* Trying again helps where somebody else can change the state of things. */
static gboolean
may_pass (const GError *error)
{
  return g_error_matches (error, QD_ERROR, QD_ERROR_LOCKED) ||
         g_error_matches (error, QD_ERROR, QD_ERROR_NO_SPACE) ||
         g_error_matches (error, QD_ERROR, QD_ERROR_READ_ONLY) ||
         g_error_matches (error, QD_ERROR, QD_ERROR_NOT_FOUND);
}

/**
 * qd_error_page_new:
 * @path: path of the file
 * @error: why it could not be opened
 *
 * Returns: (transfer floating): a page
 */
GtkWidget *
qd_error_page_new (const char   *path,
                   const GError *error)
{
  const gboolean damaged = g_error_matches (error, QD_ERROR, QD_ERROR_DAMAGED);
  const int code = error->domain == QD_ERROR ? error->code : QD_ERROR_FAILED;
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *description = NULL;
  QdStatusPage *page;

  /* Most messages name the file. */
  if (strstr (error->message, name) != NULL)
    description = g_strdup (error->message);
  else
    description = g_strconcat (error->message, "\n\n", name, NULL);
  page = QD_STATUS_PAGE (qd_status_page_new ("dialog-warning-symbolic",
                                             get_title (code), description));
  if (damaged)
    {
      qd_status_page_add_button (page, _("Restore a Backup…"),
                                 "win.restore-backup", TRUE);
      qd_status_page_add_button (page,
                                 _("Recover What Can Be Read into a New File…"),
                                 "win.recover", FALSE);
    }
  else if (may_pass (error))
    qd_status_page_add_button (page, _("Try Again"), "win.retry", TRUE);
  qd_status_page_add_button (page, _("Open Another File…"),
                             "win.open-file", !damaged && !may_pass (error));

  return GTK_WIDGET (page);
}
