/* The menu of saved views: which shows, to go to another, to keep what shows.
 *
 * Writes the views; what they show is put on the screen by the window.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "board/qd-entry-popover.h"
#include "store/qd-edit-view.h"
#include "store/qd-edit.h"
#include "widgets/qd-menu-label.h"
#include "widgets/qd-toaster.h"
#include "widgets/qd-tooltip.h"

#include "qd-view-menu.h"

/* Ctrl+Alt+1 to 9. */
#define N_DIGITS 9

/* Of the name of a view that shows. */
#define MAX_CHARS 24

struct _QdViewMenu
{
  GtkWidget parent_instance;

  QdStore *store;
  QdTogetherView *together; /* (unowned): has the menu */
  QdChosenBoards *boards;

  GtkWidget *button;
  GtkLabel *title; /* in the button */
  GtkWidget *entry; /* (nullable): made when it is needed */
};

enum
{
  PROP_0,
  PROP_AT_START,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (QdViewMenu, qd_view_menu, GTK_TYPE_WIDGET)

static GParamSpec *properties[N_PROPS];

static QdView *
get_view (QdViewMenu *self)
{
  return qd_together_view_get_view (self->together);
}

static void
update (QdViewMenu *self)
{
  QdView *view = get_view (self);
  const gboolean writable = !qd_store_get_read_only (self->store);
  const gboolean chosen = view != NULL;
  const char *title = chosen ? qd_entity_get_title (QD_ENTITY (view)) : _("Views");
  const struct
  {
    const char *name;
    gboolean enabled;
  } actions[] = {
    { "view.save", writable && qd_chosen_boards_get_n (self->boards) > 0 },
    { "view.update", writable && chosen },
    { "view.rename", writable && chosen },
    { "view.remove", writable && chosen },
    { "view.at-start", chosen },
  };

  gtk_label_set_text (self->title, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  qd_tooltip_set_text (self->button, view != NULL ? title
                                                  : _("Saved views of boards side by side"));
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i].name, actions[i].enabled);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_AT_START]);
}

static void
on_changed (QdViewMenu *self)
{
  g_assert (QD_IS_VIEW_MENU (self));

  update (self);
}

static GMenu *
list_views (QdViewMenu *self)
{
  QdOrderedList *views = qd_workspace_get_views (qd_store_get_workspace (self->store));
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < qd_ordered_list_get_length (views); i++)
    {
      QdEntity *view = qd_ordered_list_peek (views, i);
      g_autofree char *label = qd_menu_label_new (qd_entity_get_title (view));
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "win.show-view", "x",
                                         qd_entity_get_id (view));
      if (i < N_DIGITS)
        {
          g_autofree char *accel = g_strdup_printf ("<Control><Alt>%u", i + 1);

          g_menu_item_set_attribute (item, "accel", "s", accel);
        }
      g_menu_append_item (menu, item);
    }

  return menu;
}

static void
create_popup (GtkMenuButton *button,
              gpointer       user_data)
{
  QdViewMenu *self = user_data;
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) views = list_views (self);
  g_autoptr (GMenu) keep = g_menu_new ();
  g_autoptr (GMenu) change = g_menu_new ();

  g_assert (QD_IS_VIEW_MENU (self));

  g_menu_append_section (menu, NULL, G_MENU_MODEL (views));
  g_menu_append (keep, _("_Save as New View…"), "view.save");
  g_menu_append (keep, _("Save _Changes to This View"), "view.update");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (keep));
  g_menu_append (change, _("Open at S_tart"), "view.at-start");
  g_menu_append (change, _("_Rename…"), "view.rename");
  g_menu_append (change, C_("view", "_Archive"), "view.remove");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (change));

  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

/* The draft holds what the caller keeps alive. */
static void
draft_what_shows (QdViewMenu  *self,
                  const char  *title,
                  GArray      *ids,
                  char       **filter,
                  QdViewDraft *draft)
{
  draft->title = title;
  draft->boards = (const QdId *) ids->data;
  draft->n_boards = ids->len;
  draft->density = qd_together_view_get_density (self->together);
  draft->filter = (const char * const *) filter;
}

static gboolean
save_as (const char  *text,
         gpointer     user_data,
         GError     **error)
{
  QdViewMenu *self = user_data;
  g_autoptr (GArray) ids = qd_chosen_boards_dup_all (self->boards);
  g_auto (GStrv) filter = qd_together_view_dup_filter (self->together);
  QdViewDraft draft;
  QdId id;

  draft_what_shows (self, text, ids, filter, &draft);
  id = qd_edit_new_view (self->store, &draft, error);
  if (id == QD_ID_NONE)
    return FALSE;

  qd_together_view_show (self->together, QD_VIEW (qd_store_lookup (self->store, id)));

  return TRUE;
}

static gboolean
rename_view (const char  *text,
             gpointer     user_data,
             GError     **error)
{
  QdViewMenu *self = user_data;
  QdView *view = get_view (self);

  return view == NULL ||
         qd_edit_rename (self->store, QD_ENTITY_VIEW, qd_entity_get_id (QD_ENTITY (view)),
                         text, error);
}

static void
ask (QdViewMenu  *self,
     const char  *heading,
     const char  *text,
     QdEntryFunc  func)
{
  if (self->entry == NULL)
    {
      self->entry = qd_entry_popover_new ();
      gtk_widget_set_parent (self->entry, GTK_WIDGET (self));
    }

  qd_entry_popover_ask (QD_ENTRY_POPOVER (self->entry), NULL, heading, text, TRUE, func, self);
}

static void
save_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  ask (QD_VIEW_MENU (widget), _("Name of the View"), "", save_as);
}

static void
rename_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  QdViewMenu *self = QD_VIEW_MENU (widget);
  QdView *view = get_view (self);

  if (view != NULL)
    ask (self, _("Rename View"), qd_entity_get_title (QD_ENTITY (view)), rename_view);
}

static void
update_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  QdViewMenu *self = QD_VIEW_MENU (widget);
  g_autoptr (GArray) ids = qd_chosen_boards_dup_all (self->boards);
  g_auto (GStrv) filter = qd_together_view_dup_filter (self->together);
  g_autoptr (GError) error = NULL;
  QdView *view = get_view (self);
  QdViewDraft draft;

  if (view == NULL)
    return;

  draft_what_shows (self, qd_entity_get_title (QD_ENTITY (view)), ids, filter, &draft);
  if (!qd_edit_change_view (self->store, qd_entity_get_id (QD_ENTITY (view)), &draft, &error))
    qd_toaster_report (widget, error);
}

static void
remove_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  QdViewMenu *self = QD_VIEW_MENU (widget);
  g_autoptr (GError) error = NULL;
  QdView *view = get_view (self);

  if (view != NULL &&
      !qd_edit_archive (self->store, QD_ENTITY_VIEW, qd_entity_get_id (QD_ENTITY (view)), TRUE,
                        &error))
    qd_toaster_report (widget, error);
}

static gboolean
is_at_start (QdViewMenu *self)
{
  QdView *view = self->together != NULL ? get_view (self) : NULL;

  return view != NULL && qd_together_view_get_start (self->together) ==
                           qd_entity_get_id (QD_ENTITY (view));
}

static void
qd_view_menu_get_property (GObject    *object,
                           guint       property_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_AT_START:
      g_value_set_boolean (value, is_at_start (QD_VIEW_MENU (object)));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
qd_view_menu_set_property (GObject      *object,
                           guint         property_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  QdViewMenu *self = QD_VIEW_MENU (object);
  QdView *view = get_view (self);

  switch (property_id)
    {
    case PROP_AT_START:
      qd_together_view_set_start (self->together,
                                  view != NULL && g_value_get_boolean (value)
                                    ? qd_entity_get_id (QD_ENTITY (view)) : QD_ID_NONE);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
qd_view_menu_dispose (GObject *object)
{
  QdViewMenu *self = QD_VIEW_MENU (object);

  g_clear_pointer (&self->entry, gtk_widget_unparent);
  g_clear_pointer (&self->button, gtk_widget_unparent);
  g_clear_object (&self->boards);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qd_view_menu_parent_class)->dispose (object);
}

static void
qd_view_menu_class_init (QdViewMenuClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = qd_view_menu_dispose;
  object_class->get_property = qd_view_menu_get_property;
  object_class->set_property = qd_view_menu_set_property;

  /**
   * QdViewMenu:at-start:
   *
   * Whether the view that shows is opened at start.
   */
  properties[PROP_AT_START] =
    g_param_spec_boolean ("at-start", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                          G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_action (widget_class, "view.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "view.update", NULL, update_action);
  gtk_widget_class_install_action (widget_class, "view.rename", NULL, rename_action);
  gtk_widget_class_install_action (widget_class, "view.remove", NULL, remove_action);
  gtk_widget_class_install_property_action (widget_class, "view.at-start", "at-start");

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
qd_view_menu_init (QdViewMenu *self)
{
  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->button), create_popup, self,
                                         NULL);
  gtk_menu_button_set_always_show_arrow (GTK_MENU_BUTTON (self->button), TRUE);
  self->title = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_ellipsize (self->title, PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (self->title, MAX_CHARS);
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->button), GTK_WIDGET (self->title));
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
}

/**
 * qd_view_menu_set_view:
 * @self: a menu without views
 * @store: the file that the views are in, from now on
 * @view: what shows, and has the menu
 * @boards: the boards of that
 *
 * It activates "win.show-view" with the id of a view.
 */
void
qd_view_menu_set_view (QdViewMenu     *self,
                       QdStore        *store,
                       QdTogetherView *view,
                       QdChosenBoards *boards)
{
  g_return_if_fail (QD_IS_VIEW_MENU (self));
  g_return_if_fail (QD_IS_STORE (store));
  g_return_if_fail (QD_IS_TOGETHER_VIEW (view));
  g_return_if_fail (QD_IS_CHOSEN_BOARDS (boards));
  g_return_if_fail (self->store == NULL);

  self->store = g_object_ref (store);
  self->together = view;
  self->boards = g_object_ref (boards);
  g_signal_connect_object (view, "notify::view", G_CALLBACK (on_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "notify::start", G_CALLBACK (on_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (boards, "items-changed", G_CALLBACK (on_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_changed), self,
                           G_CONNECT_SWAPPED);
  update (self);
}
