/* What was put away, the latest first, and the way to bring it back.
 *
 * The list is read when the page is shown, and again when things come or go
 * while it is.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "qd-archive-page.h"
#include "qd-archived-thing.h"
#include "store/qd-edit.h"
#include "widgets/qd-list-change.h"
#include "widgets/qd-pages.h"
#include "widgets/qd-status-page.h"
#include "widgets/qd-toaster.h"

struct _QdArchivePage
{
  GtkWidget parent_instance;

  GtkStack *stack;
  GtkListView *list;

  QdStore *store;
  GListStore *things;           /* (element-type QdArchivedThing) */
};

enum
{
  PROP_0,
  PROP_STORE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (QdArchivePage, qd_archive_page, GTK_TYPE_WIDGET)

static gboolean
is_same (gpointer there,
         gpointer thing,
         gpointer unused)
{
  return qd_archived_thing_equal (there, thing);
}

static void
update (QdArchivePage *self)
{
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GPtrArray) things = NULL;
  g_autoptr (GError) error = NULL;

  hits = qd_search_archive (self->store, &error);
  if (hits == NULL)
    {
      qd_toaster_report (GTK_WIDGET (self), error);
      return;
    }

  things = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < hits->len; i++)
    g_ptr_array_add (things, qd_archived_thing_new (g_ptr_array_index (hits, i),
                                                    self->store));
  qd_list_change_splice (self->things, things, is_same, NULL);
  gtk_stack_set_visible_child_name (self->stack,
                                    things->len > 0 ? "list" : "empty");
}

static void
on_changed (QdArchivePage *self,
            guint          changes)
{
  g_assert (QD_IS_ARCHIVE_PAGE (self));

  if ((changes & (QD_CHANGES_PLACES | QD_CHANGES_VALUES)) != 0 &&
      gtk_widget_get_mapped (GTK_WIDGET (self)))
    update (self);
}

/* The button of the thing that stands there now, else of the last one. */
static void
focus_position (QdArchivePage *self,
                guint          position)
{
  const guint length = g_list_model_get_n_items (G_LIST_MODEL (self->things));

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->list));
       child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *row = gtk_widget_get_first_child (child);
      GtkListItem *list_item = g_object_get_data (G_OBJECT (row), "qd-list-item");

      if (gtk_list_item_get_position (list_item) == MIN (position, length - 1))
        gtk_widget_grab_focus (gtk_widget_get_last_child (row));
    }
}

static void
on_restore (GtkButton   *button,
            GtkListItem *list_item)
{
  GtkWidget *widget = gtk_widget_get_ancestor (GTK_WIDGET (button),
                                               QD_TYPE_ARCHIVE_PAGE);
  QdArchivedThing *thing = gtk_list_item_get_item (list_item);
  const guint position = gtk_list_item_get_position (list_item);
  g_autoptr (GError) error = NULL;
  QdArchivePage *self;

  g_assert (QD_IS_ARCHIVE_PAGE (widget));

  self = QD_ARCHIVE_PAGE (widget);
  if (!qd_edit_archive (self->store, qd_archived_thing_get_kind (thing),
                        qd_archived_thing_get_id (thing), FALSE, &error))
    qd_toaster_report (widget, error);
  else
    focus_position (self, position);
}

static GtkWidget *
create_label (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);

  return label;
}

static void
on_setup (GtkSignalListItemFactory *factory,
          GtkListItem              *list_item,
          QdArchivePage            *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *title = create_label ();
  GtkWidget *place = create_label ();
  GtkWidget *button = gtk_button_new_with_label (_("Restore"));

  g_assert (QD_IS_ARCHIVE_PAGE (self));

  gtk_widget_add_css_class (place, "dim-label");
  gtk_widget_add_css_class (place, "caption");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (button, !qd_store_get_read_only (self->store));
  g_signal_connect (button, "clicked", G_CALLBACK (on_restore), list_item);

  gtk_box_append (GTK_BOX (texts), title);
  gtk_box_append (GTK_BOX (texts), place);
  gtk_box_append (GTK_BOX (row), texts);
  gtk_box_append (GTK_BOX (row), button);
  g_object_set_data (G_OBJECT (row), "qd-list-item", list_item);
  gtk_list_item_set_child (list_item, row);
}

static void
on_bind (GtkSignalListItemFactory *factory,
         GtkListItem              *list_item,
         QdArchivePage            *self)
{
  GtkWidget *row = gtk_list_item_get_child (list_item);
  GtkWidget *texts = gtk_widget_get_first_child (row);
  GtkWidget *button = gtk_widget_get_last_child (row);
  QdArchivedThing *thing = gtk_list_item_get_item (list_item);
  const char *title = qd_archived_thing_get_title (thing);
  const char *place = qd_archived_thing_get_place (thing);
  g_autofree char *name = NULL;

  g_assert (QD_IS_ARCHIVE_PAGE (self));

  gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (texts)), title);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (texts)), place);

  /* Translators: a thing in the archive, and what it is, for a screen reader. */
  name = g_strdup_printf (_("Restore %s, %s"), title, place);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
}

static void
qd_archive_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (qd_archive_page_parent_class)->map (widget);

  update (QD_ARCHIVE_PAGE (widget));
}

static void
qd_archive_page_constructed (GObject *object)
{
  QdArchivePage *self = QD_ARCHIVE_PAGE (object);

  G_OBJECT_CLASS (qd_archive_page_parent_class)->constructed (object);

  g_signal_connect_object (self->store, "changed",
                           G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
}

static void
qd_archive_page_set_property (GObject      *object,
                              guint         property_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  QdArchivePage *self = QD_ARCHIVE_PAGE (object);

  switch (property_id)
    {
    case PROP_STORE:
      self->store = g_value_dup_object (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
qd_archive_page_dispose (GObject *object)
{
  QdArchivePage *self = QD_ARCHIVE_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_ARCHIVE_PAGE);
  g_clear_object (&self->things);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qd_archive_page_parent_class)->dispose (object);
}

static void
qd_archive_page_class_init (QdArchivePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = qd_archive_page_constructed;
  object_class->set_property = qd_archive_page_set_property;
  object_class->dispose = qd_archive_page_dispose;

  widget_class->map = qd_archive_page_map;

  /**
   * QdArchivePage:store:
   *
   * The file whose archive it shows.
   */
  properties[PROP_STORE] =
    g_param_spec_object ("store", NULL, NULL,
                         QD_TYPE_STORE,
                         G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY |
                         G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "archivepage");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/quarterdeck/Quarterdeck/qd-archive-page.ui");
  gtk_widget_class_bind_template_child (widget_class, QdArchivePage, stack);
  gtk_widget_class_bind_template_child (widget_class, QdArchivePage, list);
  gtk_widget_class_bind_template_callback (widget_class, on_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_bind);
}

static void
qd_archive_page_init (QdArchivePage *self)
{
  g_autoptr (GtkNoSelection) selection = NULL;
  GtkWidget *empty;

  gtk_widget_init_template (GTK_WIDGET (self));
  qd_pages_attach (self->stack);

  self->things = g_list_store_new (QD_TYPE_ARCHIVED_THING);
  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->things)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));

  empty = qd_status_page_new ("package-x-generic-symbolic",
                              _("Nothing Is Archived"),
                              _("Boards, columns, objectives and cards that you "
                                "archive wait here until you bring them back."));
  gtk_stack_add_named (self->stack, empty, "empty");
}

/**
 * qd_archive_page_new:
 * @store: the store whose archive to show
 *
 * Returns: (transfer floating): a page
 */
GtkWidget *
qd_archive_page_new (QdStore *store)
{
  g_return_val_if_fail (QD_IS_STORE (store), NULL);

  return g_object_new (QD_TYPE_ARCHIVE_PAGE, "store", store, NULL);
}
