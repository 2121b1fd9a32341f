/* Asks why something waits for another cycle; where there is a choice, also which one
 * does, or whether all are kept.
 *
 * Writes nothing: "answered" hands on what was said. To keep all is one key press away,
 * for it is advice.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "qd-number-text.h"
#include "qd-shelf-dialog.h"
#include "widgets/qd-field-error.h"
#include "widgets/qd-text-limit.h"

struct _QdShelfDialog
{
  GtkWindow parent_instance;

  QdStore *store;
  QdId one;             /* what it is about, where there is no choice */

  GtkLabel *text;
  GtkWidget *scroller;
  GtkListBox *list;
  GtkEditable *reason;
  GtkWidget *keep;
  GtkWidget *accept;
  GtkLabel *error;
};

enum
{
  ANSWERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (QdShelfDialog, qd_shelf_dialog, GTK_TYPE_WINDOW)

static QdId
get_waiting (QdShelfDialog *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (self->one != QD_ID_NONE)
    return self->one;

  return row != NULL
           ? *(const QdId *) g_object_get_data (G_OBJECT (row), "qd-id") : QD_ID_NONE;
}

static void
answer (QdShelfDialog *self,
        QdId           waits)
{
  g_autofree char *reason = g_strstrip (g_strdup (gtk_editable_get_text (self->reason)));
  gboolean done = FALSE;

  g_object_ref (self);
  g_signal_emit (self, signals[ANSWERED], 0, waits, reason, &done);
  if (done)
    gtk_window_close (GTK_WINDOW (self));
  g_object_unref (self);
}

static void
on_accept (QdShelfDialog *self)
{
  g_assert (QD_IS_SHELF_DIALOG (self));

  if (get_waiting (self) != QD_ID_NONE)
    answer (self, get_waiting (self));
}

static void
on_keep (QdShelfDialog *self)
{
  g_assert (QD_IS_SHELF_DIALOG (self));

  answer (self, QD_ID_NONE);
}

static void
on_selected (QdShelfDialog *self)
{
  g_assert (QD_IS_SHELF_DIALOG (self));

  gtk_widget_set_sensitive (self->accept, get_waiting (self) != QD_ID_NONE);
}

/* Who has chosen says why. */
static void
on_row_activated (QdShelfDialog *self)
{
  g_assert (QD_IS_SHELF_DIALOG (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->reason));
}

static void
on_changed (QdShelfDialog *self)
{
  g_assert (QD_IS_SHELF_DIALOG (self));

  qd_field_error_show (self->error, GTK_WIDGET (self->reason), NULL);
}

/* GTK would begin with the first button. */
static void
qd_shelf_dialog_map (GtkWidget *widget)
{
  QdShelfDialog *self = QD_SHELF_DIALOG (widget);

  GTK_WIDGET_CLASS (qd_shelf_dialog_parent_class)->map (widget);

  gtk_widget_grab_focus (self->one != QD_ID_NONE ? GTK_WIDGET (self->reason) : self->keep);
}

static void
qd_shelf_dialog_dispose (GObject *object)
{
  QdShelfDialog *self = QD_SHELF_DIALOG (object);

  /* Taking the rows apart must not look like a choice. */
  if (self->list != NULL)
    gtk_list_box_unselect_all (self->list);
  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_SHELF_DIALOG);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qd_shelf_dialog_parent_class)->dispose (object);
}

static void
qd_shelf_dialog_class_init (QdShelfDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = qd_shelf_dialog_dispose;

  widget_class->map = qd_shelf_dialog_map;

  /**
   * QdShelfDialog::answered:
   * @self: the dialog
   * @waits: the id of what shall wait; %QD_ID_NONE where all is kept
   * @reason: why, or ""
   *
   * Returns: whether that is done, so that the dialog can close
   */
  signals[ANSWERED] =
    g_signal_new ("answered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, g_signal_accumulator_true_handled, NULL, NULL,
                  G_TYPE_BOOLEAN, 2, G_TYPE_INT64, G_TYPE_STRING);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/quarterdeck/Quarterdeck/qd-shelf-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, QdShelfDialog, text);
  gtk_widget_class_bind_template_child (widget_class, QdShelfDialog, scroller);
  gtk_widget_class_bind_template_child (widget_class, QdShelfDialog, list);
  gtk_widget_class_bind_template_child (widget_class, QdShelfDialog, reason);
  gtk_widget_class_bind_template_child (widget_class, QdShelfDialog, keep);
  gtk_widget_class_bind_template_child (widget_class, QdShelfDialog, accept);
  gtk_widget_class_bind_template_child (widget_class, QdShelfDialog, error);
  gtk_widget_class_bind_template_callback (widget_class, on_accept);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_keep);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_selected);
}

static void
qd_shelf_dialog_init (QdShelfDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  qd_text_limit_attach_entry (GTK_ENTRY (self->reason));
}

/**
 * qd_shelf_dialog_new:
 * @parent: a widget in the window that asks
 * @store: the file
 * @text: what it is about, in a sentence
 *
 * Makes a dialog over the window of @parent, to be presented when it is filled. It closes
 * and destroys itself.
 *
 * Returns: (transfer none): the dialog
 */
QdShelfDialog *
qd_shelf_dialog_new (GtkWidget  *parent,
                     QdStore    *store,
                     const char *text)
{
  QdShelfDialog *self;

  g_return_val_if_fail (GTK_IS_WIDGET (parent), NULL);
  g_return_val_if_fail (QD_IS_STORE (store), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  self = g_object_new (QD_TYPE_SHELF_DIALOG,
                       "transient-for", gtk_widget_get_root (parent),
                       NULL);
  self->store = g_object_ref (store);
  gtk_label_set_text (self->text, text);

  return self;
}

/**
 * qd_shelf_dialog_get_store:
 * @self: a dialog
 *
 * Returns: (transfer none): the file
 */
QdStore *
qd_shelf_dialog_get_store (QdShelfDialog *self)
{
  g_return_val_if_fail (QD_IS_SHELF_DIALOG (self), NULL);

  return self->store;
}

/**
 * qd_shelf_dialog_set_one:
 * @self: a dialog
 * @id: what shall wait; there is no choice
 */
void
qd_shelf_dialog_set_one (QdShelfDialog *self,
                         QdId           id)
{
  g_return_if_fail (QD_IS_SHELF_DIALOG (self));

  self->one = id;
  gtk_widget_set_visible (self->scroller, FALSE);
  gtk_widget_set_visible (self->keep, FALSE);
  gtk_widget_set_sensitive (self->accept, TRUE);
  gtk_window_set_default_widget (GTK_WINDOW (self), self->accept);
}

/**
 * qd_shelf_dialog_add:
 * @self: a dialog
 * @id: what may wait
 * @title: its title
 * @progress: how far it is, 1.0 being 100 %, or NAN
 */
void
qd_shelf_dialog_add (QdShelfDialog *self,
                     QdId           id,
                     const char    *title,
                     double         progress)
{
  GtkWidget *row, *box, *name, *figure;
  g_autofree char *percent = NULL;
  g_autofree char *label = NULL;

  g_return_if_fail (QD_IS_SHELF_DIALOG (self));
  g_return_if_fail (title != NULL);

  percent = isnan (progress) ? g_strdup ("—") : qd_number_text_percent (progress);
  row = gtk_list_box_row_new ();
  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  name = gtk_label_new (title);
  figure = gtk_label_new (percent);
  gtk_label_set_xalign (GTK_LABEL (name), 0.0f);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (name, title);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (figure, "numeric");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), figure);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), "qd-id", g_memdup2 (&id, sizeof id), g_free);

  /* Translators: a title, and how far it is. */
  label = g_strdup_printf (_("%s, progress %s"), title, percent);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_list_box_append (self->list, row);
}

/**
 * qd_shelf_dialog_refuse:
 * @self: a dialog
 * @error: why what was said could not be done
 */
void
qd_shelf_dialog_refuse (QdShelfDialog *self,
                        const GError  *error)
{
  g_return_if_fail (QD_IS_SHELF_DIALOG (self));
  g_return_if_fail (error != NULL);

  qd_field_error_show (self->error, GTK_WIDGET (self->reason), error->message);
}
