/* What cycles that are over taught: how confidence and grades agreed, and all learnings,
 * the newest cycle first.
 *
 * Both are read in a thread when the page is shown, and again when something changes while
 * it is. Who activates a learning is taken to its key result by the window, through the
 * action "win.show-found".
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "qd-calibration-view.h"
#include "qd-learned-thing.h"
#include "qd-learning-page.h"
#include "store/qd-calibration-reader.h"
#include "widgets/qd-list-change.h"
#include "widgets/qd-pages.h"
#include "widgets/qd-status-page.h"
#include "widgets/qd-toaster.h"

struct _QdLearningPage
{
  GtkWidget parent_instance;

  GtkWidget *head;
  QdCalibrationView *picture;
  GtkLabel *words;
  GtkSearchEntry *entry;
  GtkStack *stack;
  GtkListView *list;

  QdStore *store;
  GListStore *things;        /* (element-type QdLearnedThing) */
  GtkFilterListModel *found; /* those of them that are looked for */
  char **wanted;             /* words, folded */
  GCancellable *reading;     /* (nullable): while it is read */
  gboolean known;            /* whether it was read once */
};

/* What is read. */
typedef struct
{
  QdCalibration calibration;
  GPtrArray *things; /* (element-type QdLearnedThing) (nullable) */
} Answer;

enum
{
  PROP_0,
  PROP_STORE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (QdLearningPage, qd_learning_page, GTK_TYPE_WIDGET)

static void
answer_free (gpointer data)
{
  Answer *self = data;

  g_clear_pointer (&self->things, g_ptr_array_unref);
  g_free (self);
}

/* Not in the interface's thread. */
static void
read_answer (GTask        *task,
             gpointer      source,
             gpointer      path,
             GCancellable *cancellable)
{
  Answer *answer = g_new0 (Answer, 1);
  g_autoptr (GPtrArray) learnings = NULL;
  GError *error = NULL;

  if (qd_calibration_read_file (path, QD_ID_NONE, cancellable, &answer->calibration, &error))
    learnings = qd_learning_list_file (path, cancellable, &error);
  if (learnings == NULL)
    {
      answer_free (answer);
      g_task_return_error (task, error);
      return;
    }

  answer->things = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < learnings->len; i++)
    g_ptr_array_add (answer->things, qd_learned_thing_new (learnings->pdata[i]));
  g_task_return_pointer (task, answer, answer_free);
}

static gboolean
is_same (gpointer there,
         gpointer thing,
         gpointer unused)
{
  return qd_learned_thing_equal (there, thing);
}

/* The list, or why there is none; nothing is said before that is known. */
static void
show_list (QdLearningPage *self)
{
  const char *page = "list";

  if (!self->known)
    return;

  if (g_list_model_get_n_items (G_LIST_MODEL (self->things)) == 0)
    page = "empty";
  else if (g_list_model_get_n_items (G_LIST_MODEL (self->found)) == 0)
    page = "nothing";
  gtk_stack_set_visible_child_name (self->stack, page);
}

static void
show_calibration (QdLearningPage      *self,
                  const QdCalibration *calibration)
{
  GString *words = g_string_new (NULL);
  g_autofree char *first = qd_calibration_describe (calibration);
  g_autofree char *all = NULL;

  g_string_append (words, first);
  for (int band = QD_CONFIDENCE_HIGH; band >= QD_CONFIDENCE_LOW; band--)
    {
      g_autofree char *line = NULL;

      line = qd_calibration_describe_band (calibration, (QdConfidenceBand) band);
      if (line != NULL)
        g_string_append_printf (words, "\n%s", line);
    }
  all = g_string_free (words, FALSE);
  gtk_label_set_text (self->words, all);
  qd_calibration_view_set_calibration (self->picture, calibration);
  gtk_widget_set_visible (GTK_WIDGET (self->picture), calibration->n_missing == 0);
}

static void
on_read (GObject      *source,
         GAsyncResult *result,
         gpointer      unused)
{
  QdLearningPage *self = QD_LEARNING_PAGE (source);
  g_autoptr (GError) error = NULL;
  Answer *answer = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->reading);
  if (answer == NULL)
    {
      qd_toaster_report (GTK_WIDGET (self), error);
      return;
    }

  self->known = TRUE;
  show_calibration (self, &answer->calibration);
  qd_list_change_splice (self->things, answer->things, is_same, NULL);
  show_list (self);
  answer_free (answer);
}

/* An older answer is of no use any more. */
static void
begin (QdLearningPage *self)
{
  g_autoptr (GTask) task = NULL;

  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  task = g_task_new (self, self->reading, on_read, NULL);
  g_task_set_task_data (task, g_strdup (qd_store_get_path (self->store)), g_free);
  g_task_run_in_thread (task, read_answer);
}

static void
on_changed (QdLearningPage *self)
{
  g_assert (QD_IS_LEARNING_PAGE (self));

  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    begin (self);
}

static gboolean
is_wanted (gpointer thing,
           gpointer page)
{
  const QdLearningPage *self = page;

  return qd_learned_thing_has (thing, (const char * const *) self->wanted);
}

static void
on_search_changed (QdLearningPage *self)
{
  g_autofree char *folded = NULL;

  g_assert (QD_IS_LEARNING_PAGE (self));

  folded = g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->entry)), -1);
  g_strfreev (self->wanted);
  self->wanted = g_strsplit (folded, " ", -1);
  gtk_filter_changed (gtk_filter_list_model_get_filter (self->found),
                      GTK_FILTER_CHANGE_DIFFERENT);
  show_list (self);
}

/* Escape takes the words off, and leads back where there are none. */
static void
on_stop_search (QdLearningPage *self)
{
  g_assert (QD_IS_LEARNING_PAGE (self));

  if (*gtk_editable_get_text (GTK_EDITABLE (self->entry)) == '\0')
    gtk_widget_activate_action (GTK_WIDGET (self), "win.learning", NULL);
  else
    gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
}

static void
on_activate (QdLearningPage *self,
             guint           position)
{
  g_autoptr (QdLearnedThing) thing = NULL;
  QdId card;

  g_assert (QD_IS_LEARNING_PAGE (self));

  thing = g_list_model_get_item (G_LIST_MODEL (self->found), position);
  if (thing == NULL)
    return;

  card = qd_learned_thing_get_card (thing);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-found", "(xxx)", card, card,
                              qd_learned_thing_get_board (thing));
}

/* Whoever looked for something goes to the first of what was found. */
static void
on_entry_activate (QdLearningPage *self)
{
  g_assert (QD_IS_LEARNING_PAGE (self));

  /* The entry tells of its text a moment after the last key only. */
  on_search_changed (self);
  if (*self->wanted != NULL)
    on_activate (self, 0);
}

static GtkWidget *
create_label (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);

  return label;
}

static void
on_setup (GtkSignalListItemFactory *factory,
          GtkListItem              *list_item,
          gpointer                  unused)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *text = create_label ();
  GtkWidget *place = create_label ();

  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_lines (GTK_LABEL (text), 3);
  gtk_widget_add_css_class (place, "dim-label");
  gtk_widget_add_css_class (place, "caption");
  gtk_widget_add_css_class (row, "found");
  gtk_box_append (GTK_BOX (row), text);
  gtk_box_append (GTK_BOX (row), place);
  gtk_list_item_set_child (list_item, row);
}

/* A screen reader stops at the row, and GTK 4.8 takes no name for it from inside. */
static void
on_bind (GtkSignalListItemFactory *factory,
         GtkListItem              *list_item,
         gpointer                  unused)
{
  GtkWidget *row = gtk_list_item_get_child (list_item);
  QdLearnedThing *thing = gtk_list_item_get_item (list_item);
  const char *text = qd_learned_thing_get_text (thing);
  const char *place = qd_learned_thing_get_place (thing);
  /* Translators: what was learned, and from which key result */
  g_autofree char *name = g_strdup_printf (C_("learning", "%s (%s)"), text, place);

  gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (row)), text);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (row)), place);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (row)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
}

static void
qd_learning_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (qd_learning_page_parent_class)->map (widget);

  begin (QD_LEARNING_PAGE (widget));
}

static void
qd_learning_page_constructed (GObject *object)
{
  QdLearningPage *self = QD_LEARNING_PAGE (object);

  G_OBJECT_CLASS (qd_learning_page_parent_class)->constructed (object);

  g_signal_connect_object (self->store, "changed", G_CALLBACK (on_changed), self,
                           G_CONNECT_SWAPPED);
}

static void
qd_learning_page_set_property (GObject      *object,
                               guint         property_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  QdLearningPage *self = QD_LEARNING_PAGE (object);

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
qd_learning_page_dispose (GObject *object)
{
  QdLearningPage *self = QD_LEARNING_PAGE (object);

  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_LEARNING_PAGE);
  g_clear_object (&self->found);
  g_clear_object (&self->things);
  g_clear_object (&self->store);
  g_clear_pointer (&self->wanted, g_strfreev);

  G_OBJECT_CLASS (qd_learning_page_parent_class)->dispose (object);
}

static void
qd_learning_page_class_init (QdLearningPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (QD_TYPE_CALIBRATION_VIEW);

  object_class->constructed = qd_learning_page_constructed;
  object_class->set_property = qd_learning_page_set_property;
  object_class->dispose = qd_learning_page_dispose;

  widget_class->map = qd_learning_page_map;

  /**
   * QdLearningPage:store:
   *
   * The file that it tells of.
   */
  properties[PROP_STORE] =
    g_param_spec_object ("store", NULL, NULL,
                         QD_TYPE_STORE,
                         G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY |
                         G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "learningpage");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "win.learning", NULL);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/quarterdeck/Quarterdeck/qd-learning-page.ui");
  gtk_widget_class_bind_template_child (widget_class, QdLearningPage, head);
  gtk_widget_class_bind_template_child (widget_class, QdLearningPage, picture);
  gtk_widget_class_bind_template_child (widget_class, QdLearningPage, words);
  gtk_widget_class_bind_template_child (widget_class, QdLearningPage, entry);
  gtk_widget_class_bind_template_child (widget_class, QdLearningPage, stack);
  gtk_widget_class_bind_template_child (widget_class, QdLearningPage, list);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_bind);
}

static void
qd_learning_page_init (QdLearningPage *self)
{
  g_autoptr (GtkNoSelection) selection = NULL;
  GtkFilter *filter = GTK_FILTER (gtk_custom_filter_new (is_wanted, self, NULL));

  gtk_widget_init_template (GTK_WIDGET (self));
  qd_pages_attach (self->stack);

  self->wanted = g_new0 (char *, 1);
  self->things = g_list_store_new (QD_TYPE_LEARNED_THING);
  self->found = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->things)), filter);
  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->found)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));

  gtk_stack_add_named (self->stack,
                       qd_status_page_new ("user-bookmarks-symbolic", _("Nothing Learned Yet"),
                                           _("When a cycle is closed, one sentence can be "
                                             "kept for each key result. It waits here for "
                                             "the next plan.")), "empty");
  gtk_stack_add_named (self->stack,
                       qd_status_page_new ("edit-find-symbolic", _("No Learning Found"),
                                           _("Try other or fewer words.")), "nothing");
}

/**
 * qd_learning_page_new:
 * @store: the store of the file
 *
 * The window that it is in offers the action "win.show-found".
 *
 * Returns: (transfer floating): a page
 */
GtkWidget *
qd_learning_page_new (QdStore *store)
{
  g_return_val_if_fail (QD_IS_STORE (store), NULL);

  return g_object_new (QD_TYPE_LEARNING_PAGE, "store", store, NULL);
}

/**
 * qd_learning_page_focus:
 * @self: a page
 *
 * Lets the keyboard begin where one looks for words.
 */
void
qd_learning_page_focus (QdLearningPage *self)
{
  g_return_if_fail (QD_IS_LEARNING_PAGE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}
