/* The backups of a file, to choose one that takes its place.
 *
 * It restores nothing itself: what is chosen goes to "win.restore-from" of the
 * window that asked.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "qd-backup-dialog.h"
#include "store/qd-backup.h"

struct _QdBackupDialog
{
  GtkWindow parent_instance;

  GtkLabel *text;
  GtkListBox *list;
  GtkWidget *restore;

  char *path;
  GPtrArray *backups;           /* (element-type QdBackup), as in the list */
};

G_DEFINE_FINAL_TYPE (QdBackupDialog, qd_backup_dialog, GTK_TYPE_WINDOW)

static void
on_row_selected (QdBackupDialog *self,
                 GtkListBoxRow  *row)
{
  g_assert (QD_IS_BACKUP_DIALOG (self));

  /* The list also loses its selection when it is taken apart. */
  if (self->restore != NULL)
    gtk_widget_set_sensitive (self->restore, row != NULL);
}

static void
on_restore (QdBackupDialog *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  GtkWindow *window = gtk_window_get_transient_for (GTK_WINDOW (self));
  const QdBackup *backup;
  g_autofree char *source = NULL;

  g_assert (QD_IS_BACKUP_DIALOG (self));

  backup = g_ptr_array_index (self->backups,
                              (guint) gtk_list_box_row_get_index (row));
  source = g_strdup (backup->path);
  gtk_window_close (GTK_WINDOW (self));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.restore-from",
                              "s", source);
}

static char *
describe_label (const char *label)
{
  if (g_strcmp0 (label, "before-upgrade") == 0)
    return g_strdup (_("Before an upgrade of the file"));
  if (g_strcmp0 (label, "before-restore") == 0)
    return g_strdup (_("Before a backup was restored"));

  return g_strdup (label != NULL ? label : _("Weekly backup"));
}

static GtkWidget *
create_row (const QdBackup *backup)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (backup->made / 1000);
  g_autoptr (GDateTime) made = g_date_time_to_local (utc);
  /* Translators: when a backup was made, for strftime(). */
  g_autofree char *when = g_date_time_format (made, _("%A, %B %-d, %Y, %H:%M"));
  g_autofree char *why = describe_label (backup->label);
  g_autofree char *size = g_format_size ((guint64) backup->size);
  /* Translators: why a backup was made, and how large it is. */
  g_autofree char *text = g_strdup_printf (_("%s · %s"), why, size);
  /* Translators: when a backup was made, and why, for a screen reader. */
  g_autofree char *name = g_strdup_printf (_("%s: %s"), when, why);
  GtkWidget *when_label = gtk_label_new (when);
  GtkWidget *text_label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (when_label), 0);
  gtk_label_set_xalign (GTK_LABEL (text_label), 0);
  gtk_widget_add_css_class (text_label, "caption");
  gtk_widget_add_css_class (text_label, "dim-label");
  gtk_box_append (GTK_BOX (texts), when_label);
  gtk_box_append (GTK_BOX (texts), text_label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), texts);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);

  return row;
}

static void
fill (QdBackupDialog *self)
{
  g_autoptr (GError) error = NULL;

  self->backups = qd_backup_list (self->path, &error);
  if (self->backups == NULL)
    {
      gtk_label_set_text (self->text, error->message);
      return;
    }

  for (guint i = 0; i < self->backups->len; i++)
    gtk_list_box_append (self->list,
                         create_row (g_ptr_array_index (self->backups, i)));
}

static void
qd_backup_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), QD_TYPE_BACKUP_DIALOG);

  G_OBJECT_CLASS (qd_backup_dialog_parent_class)->dispose (object);
}

static void
qd_backup_dialog_finalize (GObject *object)
{
  QdBackupDialog *self = QD_BACKUP_DIALOG (object);

  g_free (self->path);
  g_clear_pointer (&self->backups, g_ptr_array_unref);

  G_OBJECT_CLASS (qd_backup_dialog_parent_class)->finalize (object);
}

static void
qd_backup_dialog_class_init (QdBackupDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = qd_backup_dialog_dispose;
  object_class->finalize = qd_backup_dialog_finalize;

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0,
                                       "window.close", NULL);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/quarterdeck/Quarterdeck/qd-backup-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, QdBackupDialog, text);
  gtk_widget_class_bind_template_child (widget_class, QdBackupDialog, list);
  gtk_widget_class_bind_template_child (widget_class, QdBackupDialog, restore);
  gtk_widget_class_bind_template_callback (widget_class, on_restore);
  gtk_widget_class_bind_template_callback (widget_class, on_row_selected);
}

static void
qd_backup_dialog_init (QdBackupDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * qd_backup_dialog_present:
 * @parent: a widget in the window that asks
 * @path: the file
 *
 * Shows a dialog over the window of @parent. It closes and destroys itself.
 *
 * Returns: (transfer none): the dialog
 */
QdBackupDialog *
qd_backup_dialog_present (GtkWidget  *parent,
                          const char *path)
{
  QdBackupDialog *self;

  g_return_val_if_fail (GTK_IS_WIDGET (parent), NULL);
  g_return_val_if_fail (path != NULL, NULL);

  self = g_object_new (QD_TYPE_BACKUP_DIALOG,
                       "transient-for", gtk_widget_get_root (parent),
                       NULL);
  self->path = g_strdup (path);
  fill (self);
  gtk_window_present (GTK_WINDOW (self));

  return self;
}
