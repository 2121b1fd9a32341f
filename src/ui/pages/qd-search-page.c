/* Search over everything in a file.
 *
 * Each letter begins a search in a thread of its own and ends the one before, so
 * typing never waits. Who activates a result is taken to its place by the window,
 * through the action "win.show-found".
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "qd-found-thing.h"
#include "qd-search-page.h"
#include "widgets/qd-pages.h"
#include "widgets/qd-status-page.h"
#include "widgets/qd-toaster.h"

/* More than anybody reads. */
#define MAX_RESULTS 100

struct _QdSearchPage
{
  GtkWidget parent_instance;

  GtkEditable *entry;
  GtkStack *stack;
  GtkListView *list;

  QdStore *store;
  GListStore *things;        /* (element-type QdFoundThing) */
  GCancellable *cancellable; /* (nullable): of the search that runs */
};

enum
{
  PROP_0,
  PROP_STORE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (QdSearchPage, qd_search_page, GTK_TYPE_WIDGET)

typedef struct
{
  char *path;
  char *words;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_free (question->path);
  g_free (question->words);
  g_free (question);
}

static void
search (GTask        *task,
        gpointer      source,
        gpointer      data,
        GCancellable *cancellable)
{
  Question *question = data;
  GError *error = NULL;
  GPtrArray *hits = qd_search_file (question->path, question->words, MAX_RESULTS, cancellable,
                                    &error);

  if (hits != NULL)
    g_task_return_pointer (task, hits, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
show_hits (QdSearchPage *self,
           GPtrArray    *hits)
{
  g_autoptr (GPtrArray) things = g_ptr_array_new_with_free_func (g_object_unref);
  const gboolean asked = *gtk_editable_get_text (self->entry) != '\0';

  for (guint i = 0; i < hits->len; i++)
    g_ptr_array_add (things, qd_found_thing_new (g_ptr_array_index (hits, i), self->store));
  g_list_store_splice (self->things, 0, g_list_model_get_n_items (G_LIST_MODEL (self->things)),
                       things->pdata, things->len);
  gtk_stack_set_visible_child_name (self->stack,
                                    things->len > 0 ? "list" : asked ? "nothing" : "start");
}

static void
on_searched (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  QdSearchPage *self = QD_SEARCH_PAGE (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = g_task_propagate_pointer (G_TASK (result), &error);

  /* Another search is on its way, or nobody waits any more. */
  if (self->store == NULL ||
      g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    return;

  if (hits != NULL)
    show_hits (self, hits);
  else
    qd_toaster_report (GTK_WIDGET (self), error);
}

static void
begin_search (QdSearchPage *self)
{
  g_autoptr (GTask) task = NULL;
  Question *question = g_new0 (Question, 1);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);

  self->cancellable = g_cancellable_new ();
  question->path = g_strdup (qd_store_get_path (self->store));
  question->words = g_strdup (gtk_editable_get_text (self->entry));
  task = g_task_new (self, self->cancellable, on_searched, NULL);
  g_task_set_task_data (task, question, question_free);
  g_task_run_in_thread (task, search);
}

static void
on_search_changed (QdSearchPage *self)
{
  g_assert (QD_IS_SEARCH_PAGE (self));

  begin_search (self);
}

static void
on_store_changed (QdSearchPage *self)
{
  g_assert (QD_IS_SEARCH_PAGE (self));

  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    begin_search (self);
}

static void
on_activate (QdSearchPage *self,
             guint         position)
{
  g_autoptr (QdFoundThing) thing = NULL;

  g_assert (QD_IS_SEARCH_PAGE (self));

  thing = g_list_model_get_item (G_LIST_MODEL (self->things), position);
  if (thing != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-found", "(xxx)",
                                qd_found_thing_get_id (thing),
                                qd_found_thing_get_card (thing),
                                qd_found_thing_is_archived (thing)
                                  ? QD_ID_NONE : qd_found_thing_get_board (thing));
}

/* Enter in the entry means the best. */
static void
on_entry_activate (QdSearchPage *self)
{
  on_activate (self, 0);
}

static void
on_stop_search (QdSearchPage *self)
{
  g_assert (QD_IS_SEARCH_PAGE (self));

  gtk_widget_activate_action (GTK_WIDGET (self), "win.leave-search", NULL);
}

static gboolean
on_key_pressed (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                QdSearchPage          *self)
{
  g_assert (QD_IS_SEARCH_PAGE (self));

  if ((keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down) ||
      g_list_model_get_n_items (G_LIST_MODEL (self->things)) == 0)
    return GDK_EVENT_PROPAGATE;

  return gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static GtkWidget *
create_label (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);

  return label;
}

static void
on_setup (GtkSignalListItemFactory *factory,
          GtkListItem              *list_item,
          gpointer                  unused)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *title = create_label ();
  GtkWidget *text = create_label ();
  GtkWidget *place = create_label ();

  gtk_widget_add_css_class (place, "dim-label");
  gtk_widget_add_css_class (place, "caption");
  gtk_widget_add_css_class (row, "found");
  gtk_box_append (GTK_BOX (row), title);
  gtk_box_append (GTK_BOX (row), text);
  gtk_box_append (GTK_BOX (row), place);
  gtk_list_item_set_child (list_item, row);
}

/* A screen reader stops at the row, and GTK 4.8 takes no name for it from inside. */
static void
name_row (GtkWidget    *content,
          QdFoundThing *thing)
{
  g_autofree char *name = qd_found_thing_dup_name (thing);

  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (content)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
}

static void
on_bind (GtkSignalListItemFactory *factory,
         GtkListItem              *list_item,
         gpointer                  unused)
{
  GtkWidget *row = gtk_list_item_get_child (list_item);
  GtkWidget *title = gtk_widget_get_first_child (row);
  GtkWidget *text = gtk_widget_get_next_sibling (title);
  GtkWidget *place = gtk_widget_get_last_child (row);
  QdFoundThing *thing = gtk_list_item_get_item (list_item);
  const gboolean in_title = qd_found_thing_is_title_found (thing);

  gtk_label_set_text (GTK_LABEL (title), qd_found_thing_get_title (thing));
  gtk_label_set_attributes (GTK_LABEL (title),
                            in_title ? qd_found_thing_get_marks (thing) : NULL);
  gtk_label_set_text (GTK_LABEL (text), qd_found_thing_get_text (thing));
  gtk_label_set_attributes (GTK_LABEL (text), qd_found_thing_get_marks (thing));
  gtk_widget_set_visible (text, !in_title);
  gtk_label_set_text (GTK_LABEL (place), qd_found_thing_get_place (thing));
  name_row (row, thing);
}

static void
qd_search_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (qd_search_page_parent_class)->map (widget);

  begin_search (QD_SEARCH_PAGE (widget));
}

static void
qd_search_page_constructed (GObject *object)
{
  QdSearchPage *self = QD_SEARCH_PAGE (object);

  G_OBJECT_CLASS (qd_search_page_parent_class)->constructed (object);

  g_signal_connect_object (self->store, "changed", G_CALLBACK (on_store_changed), self,
                           G_CONNECT_SWAPPED);
}

static void
qd_search_page_dispose (GObject *object)
{
  QdSearchPage *self = QD_SEARCH_PAGE (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_SEARCH_PAGE);
  g_clear_object (&self->things);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qd_search_page_parent_class)->dispose (object);
}

static void
qd_search_page_set_property (GObject      *object,
                             guint         property_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  QdSearchPage *self = QD_SEARCH_PAGE (object);

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
qd_search_page_class_init (QdSearchPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = qd_search_page_constructed;
  object_class->dispose = qd_search_page_dispose;
  object_class->set_property = qd_search_page_set_property;

  widget_class->map = qd_search_page_map;

  /**
   * QdSearchPage:store:
   *
   * The file to search.
   */
  properties[PROP_STORE] =
    g_param_spec_object ("store", NULL, NULL, QD_TYPE_STORE,
                         G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY |
                         G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/quarterdeck/Quarterdeck/qd-search-page.ui");
  gtk_widget_class_bind_template_child (widget_class, QdSearchPage, entry);
  gtk_widget_class_bind_template_child (widget_class, QdSearchPage, stack);
  gtk_widget_class_bind_template_child (widget_class, QdSearchPage, list);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_bind);
}

static void
qd_search_page_init (QdSearchPage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  g_autoptr (GtkSingleSelection) selection = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));

  qd_pages_attach (self->stack);
  self->things = g_list_store_new (QD_TYPE_FOUND_THING);
  selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->things)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
  gtk_stack_add_named (self->stack,
                       qd_status_page_new ("system-search-symbolic", _("Search Everything"),
                                           _("Type the beginnings of words. All of them have "
                                             "to occur.")),
                       "start");
  gtk_stack_add_named (self->stack,
                       qd_status_page_new ("system-search-symbolic", _("Nothing Found"),
                                           _("No title, check-in or comment has all of these "
                                             "words.")),
                       "nothing");
  gtk_stack_set_visible_child_name (self->stack, "start");

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
}

/**
 * qd_search_page_new:
 * @store: the file to search
 *
 * The window that it is in offers the actions "win.leave-search" and
 * "win.show-found", which takes the ids of what was found, of its card and of its board;
 * 0 is none, and no board for what was put away.
 *
 * Returns: (transfer floating): a page that asks what to search for
 */
GtkWidget *
qd_search_page_new (QdStore *store)
{
  g_return_val_if_fail (QD_IS_STORE (store), NULL);

  return g_object_new (QD_TYPE_SEARCH_PAGE, "store", store, NULL);
}

/**
 * qd_search_page_focus:
 * @self: the page
 *
 * Lets another word be typed.
 */
void
qd_search_page_focus (QdSearchPage *self)
{
  g_return_if_fail (QD_IS_SEARCH_PAGE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (self->entry, 0, -1);
}
