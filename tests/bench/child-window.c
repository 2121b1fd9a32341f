/* The window of a child: ours with a file, or an empty one. */

#include "config.h"

#include "past/qd-past-page.h"
#include "qd-window.h"

#include "child-window.h"

#define WIDTH 1180
#define HEIGHT 760

/* How often to look whether the past is there, in milliseconds, and how many times. */
#define LOOK_INTERVAL 20
#define MAX_LOOKS 500

typedef struct
{
  QdStore *store; /* (nullable) */
  QdSettings *settings; /* (nullable) */
  ChildWindowPainted painted;
  gpointer data;
  GtkWidget *window;
} ChildWindow;

static void
on_after_paint (GdkFrameClock *clock,
                ChildWindow   *self)
{
  g_signal_handlers_disconnect_by_func (clock, on_after_paint, self);
  self->painted (self->window, self->data);
}

static void
on_map (GtkWidget   *window,
        ChildWindow *self)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint",
                    G_CALLBACK (on_after_paint), self);
}

static void
on_activate (GtkApplication *application,
             ChildWindow    *self)
{
  if (self->store == NULL)
    {
      self->window = gtk_application_window_new (application);
    }
  else
    {
      g_autoptr (QdSettings) usual = qd_settings_new (FALSE);
      QdWindow *window = qd_window_new (application,
                                        self->settings != NULL ? self->settings : usual);

      qd_window_set_store (window, self->store);
      self->window = GTK_WIDGET (window);
    }

  gtk_window_set_default_size (GTK_WINDOW (self->window), WIDTH, HEIGHT);
  g_signal_connect (self->window, "map", G_CALLBACK (on_map), self);
  gtk_window_present (GTK_WINDOW (self->window));
}

/**
 * child_window_run:
 * @store: (nullable): the file to show, or %NULL for an empty window of GTK
 * @settings: (nullable): what the window remembers, or %NULL for nothing
 * @painted: called once, after the first frame
 * @data: for @painted
 *
 * Runs until the window closes, or somebody ends the process.
 *
 * Returns: the exit status
 */
int
child_window_run (QdStore            *store,
                  QdSettings         *settings,
                  ChildWindowPainted  painted,
                  gpointer            data)
{
  ChildWindow self = { store, settings, painted, data, NULL };
  g_autoptr (GtkApplication) application =
    gtk_application_new (NULL, G_APPLICATION_NON_UNIQUE);

  g_signal_connect (application, "activate", G_CALLBACK (on_activate), &self);

  return g_application_run (G_APPLICATION (application), 0, NULL);
}

typedef struct
{
  GtkWidget *window;
  ChildWindowPainted ready;
  gpointer data;
  guint n_looks;
} PastWaiter;

static gboolean
on_look (gpointer data)
{
  PastWaiter *self = data;
  GtkWidget *page = child_window_find (self->window, QD_TYPE_PAST_PAGE);
  QdStore *past = qd_past_page_get_past (QD_PAST_PAGE (page));

  g_assert_cmpuint (self->n_looks++, <, MAX_LOOKS);
  if (qd_ordered_list_get_length (qd_workspace_get_boards (qd_store_get_workspace (past))) == 0)
    return G_SOURCE_CONTINUE;

  self->ready (self->window, self->data);

  return G_SOURCE_REMOVE;
}

/**
 * child_window_open_past:
 * @window: a window
 * @ready: called once the time machine shows today, which it reads first, in a thread
 * @data: for @ready
 */
void
child_window_open_past (GtkWidget          *window,
                        ChildWindowPainted  ready,
                        gpointer            data)
{
  PastWaiter *self = g_new0 (PastWaiter, 1);

  self->window = window;
  self->ready = ready;
  self->data = data;
  gtk_widget_activate_action (window, "win.past", NULL);
  g_timeout_add_full (G_PRIORITY_DEFAULT, LOOK_INTERVAL, on_look, self, g_free);
}

/**
 * child_window_new_settings:
 * @store: a file
 *
 * Returns: (transfer full): as if all its boards had stood side by side the last time
 */
QdSettings *
child_window_new_settings (QdStore *store)
{
  QdOrderedList *boards = qd_workspace_get_boards (qd_store_get_workspace (store));
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  QdSettings *settings = qd_settings_new (FALSE);
  g_auto (GStrv) ids = NULL;

  for (guint i = 0; i < qd_ordered_list_get_length (boards); i++)
    {
      const QdId board = qd_entity_get_id (qd_ordered_list_peek (boards, i));
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, board);

      g_strv_builder_add (builder, id);
    }
  ids = g_strv_builder_end (builder);
  qd_settings_set_strv (settings, "together-boards", (const char * const *) ids);
  g_object_set (settings, "last-page", "together", "together-density", "compact", NULL);

  return settings;
}

/**
 * child_window_find:
 * @widget: where to look
 * @type: a type of widget
 *
 * Returns: (transfer none) (nullable): the first of that type, from @widget down
 */
GtkWidget *
child_window_find (GtkWidget *widget,
                   GType      type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = child_window_find (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}
