/* What a card waits for, edited in place; what is resolved comes last.
 *
 * It reads nothing: the pane hands in what belongs to the card whenever the file
 * changed. What was typed for the next dependency is added where the pane turns to
 * another card, so that it is not lost. On whom a new one waits is asked for once
 * there is something to wait for.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "store/qd-edit-card.h"
#include "widgets/qd-field-error.h"
#include "widgets/qd-name-entry.h"
#include "widgets/qd-toaster.h"

#include "qd-dependency-list.h"
#include "qd-dependency-row.h"
#include "qd-thing-rows.h"

struct _QdDependencyList
{
  GtkWidget parent_instance;

  QdStore *store;
  QdCard *card;      /* (nullable) */
  GListModel *names; /* of teams and people */

  GtkWidget *box;
  GtkLabel *count;
  GtkWidget *rows;
  GtkWidget *add_entry;
  GtkLabel *add_error;
  GtkWidget *add_waits_for; /* QdNameEntry, which has to know the names when made */
  GtkWidget *add_button;
};

G_DEFINE_FINAL_TYPE (QdDependencyList, qd_dependency_list, GTK_TYPE_WIDGET)

static GtkWidget *
create_row (gpointer user_data)
{
  QdDependencyList *self = user_data;

  return qd_dependency_row_new (self->store, self->names);
}

static QdId
get_row_id (GtkWidget *row)
{
  return qd_dependency_row_get_id (QD_DEPENDENCY_ROW (row));
}

static void
update_row (GtkWidget     *row,
            gconstpointer  thing)
{
  qd_dependency_row_update (QD_DEPENDENCY_ROW (row), thing);
}

static void
finish_row (GtkWidget *row)
{
  qd_dependency_row_finish (QD_DEPENDENCY_ROW (row));
}

static const QdThingRowFuncs row_funcs = { create_row, get_row_id, update_row, finish_row };

static GListModel *
create_names (QdStore *store)
{
  QdWorkspace *workspace = qd_store_get_workspace (store);
  GListStore *lists = g_list_store_new (G_TYPE_LIST_MODEL);

  g_list_store_append (lists, qd_workspace_get_teams (workspace));
  g_list_store_append (lists, qd_workspace_get_people (workspace));

  return G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (lists)));
}

static void
update_count (QdDependencyList *self,
              GPtrArray        *dependencies)
{
  g_autofree char *text = NULL;
  guint n_open = 0;

  for (guint i = 0; i < dependencies->len; i++)
    {
      const QdDependency *dependency = g_ptr_array_index (dependencies, i);

      n_open += dependency->resolved == QD_DAY_NONE ? 1 : 0;
    }

  if (n_open > 0)
    /* Translators: so many dependencies are not resolved. */
    text = g_strdup_printf (ngettext ("%u open", "%u open", n_open), n_open);
  gtk_label_set_text (self->count, text != NULL ? text : "");
}

static gboolean
add (QdDependencyList  *self,
     QdCard            *card,
     GError           **error)
{
  QdNameEntry *waits_for = QD_NAME_ENTRY (self->add_waits_for);
  g_autofree char *title =
    g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->add_entry))));

  qd_name_entry_finish (waits_for);
  if (*title != '\0' && card != NULL &&
      qd_edit_new_dependency (self->store, qd_entity_get_id (QD_ENTITY (card)), title,
                              qd_name_entry_get_text (waits_for), qd_clock_today (),
                              error) == QD_ID_NONE)
    return FALSE;

  gtk_editable_set_text (GTK_EDITABLE (self->add_entry), "");
  qd_name_entry_set_text (waits_for, "");

  return TRUE;
}

static void
on_add (QdDependencyList *self)
{
  g_autoptr (GError) error = NULL;

  g_assert (QD_IS_DEPENDENCY_LIST (self));

  /* Before the button goes, which may have the focus. */
  gtk_widget_grab_focus (self->add_entry);
  if (!add (self, self->card, &error))
    qd_field_error_show (self->add_error, self->add_entry, error->message);
}

static void
on_add_typed (QdDependencyList *self)
{
  const gboolean any = *gtk_editable_get_text (GTK_EDITABLE (self->add_entry)) != '\0';

  g_assert (QD_IS_DEPENDENCY_LIST (self));

  qd_field_error_show (self->add_error, self->add_entry, NULL);
  gtk_widget_set_visible (self->add_waits_for, any);
  gtk_widget_set_visible (self->add_button, any);
}

/* Who it is comes into the file with what one waits for. */
static gboolean
on_add_waits_for_edited (QdDependencyList *self)
{
  g_assert (QD_IS_DEPENDENCY_LIST (self));

  return TRUE;
}

static void
qd_dependency_list_dispose (GObject *object)
{
  QdDependencyList *self = QD_DEPENDENCY_LIST (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_DEPENDENCY_LIST);
  g_clear_object (&self->names);
  g_clear_object (&self->card);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qd_dependency_list_parent_class)->dispose (object);
}

static void
qd_dependency_list_class_init (QdDependencyListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = qd_dependency_list_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/quarterdeck/Quarterdeck/qd-dependency-list.ui");
  gtk_widget_class_bind_template_child (widget_class, QdDependencyList, box);
  gtk_widget_class_bind_template_child (widget_class, QdDependencyList, count);
  gtk_widget_class_bind_template_child (widget_class, QdDependencyList, rows);
  gtk_widget_class_bind_template_child (widget_class, QdDependencyList, add_entry);
  gtk_widget_class_bind_template_child (widget_class, QdDependencyList, add_error);
  gtk_widget_class_bind_template_child (widget_class, QdDependencyList, add_button);
  gtk_widget_class_bind_template_callback (widget_class, on_add);
  gtk_widget_class_bind_template_callback (widget_class, on_add_typed);

  gtk_widget_class_set_css_name (widget_class, "dependencylist");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
qd_dependency_list_init (QdDependencyList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * qd_dependency_list_new:
 * @store: the file, with models
 *
 * Returns: (transfer floating): a list without a card
 */
GtkWidget *
qd_dependency_list_new (QdStore *store)
{
  QdDependencyList *self;

  g_return_val_if_fail (QD_IS_STORE (store), NULL);

  self = g_object_new (QD_TYPE_DEPENDENCY_LIST, NULL);
  self->store = g_object_ref (store);
  self->names = create_names (store);
  self->add_waits_for = qd_name_entry_new (_("Waits For"), self->names);
  gtk_widget_set_visible (self->add_waits_for, FALSE);
  g_signal_connect_swapped (self->add_waits_for, "edited",
                            G_CALLBACK (on_add_waits_for_edited), self);
  gtk_box_insert_child_after (GTK_BOX (self->box), self->add_waits_for,
                              GTK_WIDGET (self->add_error));

  return GTK_WIDGET (self);
}

/**
 * qd_dependency_list_set_card:
 * @card: (nullable): whose dependencies to show
 *
 * Hands on what was typed for the card before. Shows nothing of @card until
 * qd_dependency_list_update().
 */
void
qd_dependency_list_set_card (QdDependencyList *self,
                             QdCard           *card)
{
  g_autoptr (QdCard) left = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (QD_IS_DEPENDENCY_LIST (self));
  g_return_if_fail (card == NULL || QD_IS_CARD (card));

  if (self->card == card)
    return;

  left = g_steal_pointer (&self->card);
  g_set_object (&self->card, card);
  qd_thing_rows_clear (self->rows, &row_funcs);
  gtk_label_set_text (self->count, "");
  if (!add (self, left, &error))
    qd_toaster_report (GTK_WIDGET (self), error);
}

/**
 * qd_dependency_list_begin:
 *
 * Puts the focus where the next dependency is typed.
 */
void
qd_dependency_list_begin (QdDependencyList *self)
{
  g_return_if_fail (QD_IS_DEPENDENCY_LIST (self));

  gtk_widget_grab_focus (self->add_entry);
}

/**
 * qd_dependency_list_update:
 * @self: a list with a card
 * @details: what belongs to the card now
 *
 * Shows the dependencies in @details, which has the open ones first. What is being
 * typed stays, and the focus where it is.
 */
void
qd_dependency_list_update (QdDependencyList *self,
                           const QdDetails  *details)
{
  g_return_if_fail (QD_IS_DEPENDENCY_LIST (self));
  g_return_if_fail (self->card != NULL);
  g_return_if_fail (details != NULL);

  qd_thing_rows_sync (self->rows, details->dependencies, &row_funcs, self);
  gtk_widget_set_sensitive (self->box, !qd_store_get_read_only (self->store));
  gtk_widget_set_visible (self->rows, details->dependencies->len > 0);
  update_count (self, details->dependencies);
}
