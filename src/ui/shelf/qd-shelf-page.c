/* What waits for another cycle, "not this quarter": the newest first, with the reason and
 * the way back onto a board.
 *
 * The list is read when the page is shown, and again when something changes while it is.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "qd-shelf-page.h"
#include "qd-shelf-row.h"
#include "widgets/qd-centred-layout.h"
#include "widgets/qd-pages.h"
#include "widgets/qd-status-page.h"
#include "widgets/qd-toaster.h"

struct _QdShelfPage
{
  GtkWidget parent_instance;

  QdStore *store;

  GtkStack *stack;
  GtkWidget *note;
  GtkListBox *list;
};

enum
{
  PROP_0,
  PROP_STORE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (QdShelfPage, qd_shelf_page, GTK_TYPE_WIDGET)

static QdShelfRow *
get_row (QdShelfPage *self,
         guint        position)
{
  return (QdShelfRow *) gtk_list_box_get_row_at_index (self->list, (int) position);
}

static gboolean
is_wanted (QdShelfRow *row,
           GPtrArray  *shelf,
           guint       from)
{
  for (guint i = from; i < shelf->len; i++)
    if (((const QdShelved *) shelf->pdata[i])->id == qd_shelf_row_get_id (row))
      return TRUE;

  return FALSE;
}

static void
remove_row (QdShelfPage *self,
            QdShelfRow  *row)
{
  /* GTK leaks what is removed with the focus in it. */
  if (gtk_widget_get_focus_child (GTK_WIDGET (self->list)) == GTK_WIDGET (row))
    gtk_root_set_focus (gtk_widget_get_root (GTK_WIDGET (self)), NULL);
  gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

/* Rows of what stays are kept. */
static void
sync_rows (QdShelfPage *self,
           GPtrArray   *shelf)
{
  QdShelfRow *row;

  for (guint i = 0; i < shelf->len; i++)
    {
      const QdShelved *shelved = shelf->pdata[i];

      while ((row = get_row (self, i)) != NULL && !is_wanted (row, shelf, i))
        remove_row (self, row);
      if (row == NULL || qd_shelf_row_get_id (row) != shelved->id)
        {
          row = QD_SHELF_ROW (qd_shelf_row_new (self->store));
          gtk_list_box_insert (self->list, GTK_WIDGET (row), (int) i);
        }
      qd_shelf_row_show (row, shelved);
    }
  while ((row = get_row (self, shelf->len)) != NULL)
    remove_row (self, row);
}

/* Between two cycles, nothing here has a button. */
static void
update_note (QdShelfPage *self,
             guint        length)
{
  gboolean stuck = !qd_store_get_read_only (self->store);

  for (guint i = 0; i < length; i++)
    stuck = stuck && !qd_shelf_row_has_way_back (get_row (self, i));
  gtk_widget_set_visible (self->note, stuck);
}

/* What had the focus may have gone: what took its place has it, else the last one. */
static void
restore_focus (QdShelfPage *self,
               int          position,
               guint        length)
{
  if (position < 0 || gtk_widget_get_focus_child (GTK_WIDGET (self->list)) != NULL)
    return;

  if (length > 0)
    gtk_widget_grab_focus (GTK_WIDGET (get_row (self, MIN ((guint) position, length - 1))));
  else
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static void
update (QdShelfPage *self)
{
  GtkWidget *focused = gtk_widget_get_focus_child (GTK_WIDGET (self->list));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) shelf = qd_shelf_read (self->store, &error);
  int position = -1;

  if (shelf == NULL)
    {
      qd_toaster_report (GTK_WIDGET (self), error);
      return;
    }

  if (focused != NULL)
    position = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (focused));
  sync_rows (self, shelf);
  update_note (self, shelf->len);
  gtk_stack_set_visible_child_name (self->stack, shelf->len > 0 ? "list" : "empty");
  restore_focus (self, position, shelf->len);
}

static void
on_changed (QdShelfPage *self)
{
  g_assert (QD_IS_SHELF_PAGE (self));

  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    update (self);
}

static void
qd_shelf_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (qd_shelf_page_parent_class)->map (widget);

  update (QD_SHELF_PAGE (widget));
}

static void
qd_shelf_page_constructed (GObject *object)
{
  QdShelfPage *self = QD_SHELF_PAGE (object);

  G_OBJECT_CLASS (qd_shelf_page_parent_class)->constructed (object);

  g_signal_connect_object (self->store, "changed", G_CALLBACK (on_changed), self,
                           G_CONNECT_SWAPPED);
}

static void
qd_shelf_page_dispose (GObject *object)
{
  QdShelfPage *self = QD_SHELF_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_SHELF_PAGE);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qd_shelf_page_parent_class)->dispose (object);
}

static void
qd_shelf_page_set_property (GObject      *object,
                            guint         property_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  QdShelfPage *self = QD_SHELF_PAGE (object);

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
qd_shelf_page_class_init (QdShelfPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = qd_shelf_page_constructed;
  object_class->dispose = qd_shelf_page_dispose;
  object_class->set_property = qd_shelf_page_set_property;

  widget_class->map = qd_shelf_page_map;

  /**
   * QdShelfPage:store:
   *
   * The file whose shelf it shows.
   */
  properties[PROP_STORE] =
    g_param_spec_object ("store", NULL, NULL, QD_TYPE_STORE,
                         G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY |
                         G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (QD_TYPE_CENTRED_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "shelfpage");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/quarterdeck/Quarterdeck/qd-shelf-page.ui");
  gtk_widget_class_bind_template_child (widget_class, QdShelfPage, stack);
  gtk_widget_class_bind_template_child (widget_class, QdShelfPage, note);
  gtk_widget_class_bind_template_child (widget_class, QdShelfPage, list);
}

static void
qd_shelf_page_init (QdShelfPage *self)
{
  GtkWidget *empty;

  gtk_widget_init_template (GTK_WIDGET (self));
  qd_pages_attach (self->stack);

  empty = qd_status_page_new ("document-open-recent-symbolic",
                              _("Nothing Waits"),
                              _("Not this quarter: put an objective or a key result on the "
                                "shelf from its menu, with the reason. It waits here, and is "
                                "offered when the next board is planned."));
  gtk_stack_add_named (self->stack, empty, "empty");
}

/**
 * qd_shelf_page_new:
 * @store: the store whose shelf to show
 *
 * Returns: (transfer floating): a page
 */
GtkWidget *
qd_shelf_page_new (QdStore *store)
{
  g_return_val_if_fail (QD_IS_STORE (store), NULL);

  return g_object_new (QD_TYPE_SHELF_PAGE, "store", store, NULL);
}
