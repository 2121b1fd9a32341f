/* Scrolls to what has the focus, and keeps it in sight.
 *
 * A GtkViewport scrolls when the focus moves, by places that may be those of before:
 * what has just appeared is not laid out yet, and what grows later pushes the focus
 * out of sight. This looks once everything stands where it belongs, still before
 * the frame is drawn. Where the person scrolls away from the focus, it stays there.
 */

#include "config.h"

#include <math.h>

#include "qd-focus-sight.h"

#define DATA_KEY "qd-focus-sight"

/* What shows of the surroundings, such as the frame of an entry. */
#define MARGIN 12.0

typedef struct
{
  GtkScrolledWindow *scroller; /* (unowned) */
  GtkWidget *content;          /* (unowned) */
  GtkRoot *root;               /* (unowned) (nullable): whose focus is watched */
  GdkFrameClock *clock;        /* (unowned) (nullable): whose layout is */

  gboolean moved;    /* the focus, since the last layout */
  gboolean in_sight; /* the focus, as far as the person wants it to be */
  double upper;
  double page;
} Sight;

static GtkWidget *
get_focus (Sight *self)
{
  GtkRoot *root = gtk_widget_get_root (self->content);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, self->content) &&
         gtk_widget_get_native (focus) == gtk_widget_get_native (self->content)
           ? focus : NULL;
}

/* Where to scroll to; FALSE where nothing here has the focus. */
static gboolean
find_value (Sight         *self,
            GtkAdjustment *adjustment,
            double        *value)
{
  GtkWidget *focus = get_focus (self);
  graphene_rect_t bounds;
  double top, bottom;

  if (focus == NULL || !gtk_widget_compute_bounds (focus, self->content, &bounds))
    return FALSE;

  *value = gtk_adjustment_get_value (adjustment);
  top = MAX (0.0, bounds.origin.y - MARGIN);
  bottom = MIN (bounds.origin.y + bounds.size.height + MARGIN, self->upper);
  if (top < *value || bottom - top > self->page)
    *value = top;
  else if (bottom > *value + self->page)
    *value = bottom - self->page;
  *value = CLAMP (*value, 0.0, MAX (0.0, self->upper - self->page));

  return TRUE;
}

static Sight *
get_sight (GtkWidget *content)
{
  return g_object_get_data (G_OBJECT (content), DATA_KEY);
}

static void
on_layout (GtkWidget *content)
{
  Sight *self = get_sight (content);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  const double upper = gtk_adjustment_get_upper (adjustment);
  const double page = gtk_adjustment_get_page_size (adjustment);
  const gboolean grew = upper != self->upper || page != self->page;
  double value;

  self->upper = upper;
  self->page = page;
  if (!find_value (self, adjustment, &value))
    return;

  if (self->moved || (grew && self->in_sight))
    {
      gtk_adjustment_set_value (adjustment, value);
      self->in_sight = TRUE;
    }
  else
    self->in_sight = fabs (value - gtk_adjustment_get_value (adjustment)) < 1.0;
  self->moved = FALSE;
}

static void
on_focus_changed (GtkWidget *content)
{
  Sight *self = get_sight (content);

  self->moved = get_focus (self) != NULL;
  if (self->moved)
    gtk_widget_queue_allocate (self->content);
}

static void
on_root_changed (Sight *self)
{
  if (self->root != NULL)
    g_signal_handlers_disconnect_by_func (self->root, on_focus_changed, self->content);

  self->root = gtk_widget_get_root (self->content);
  if (self->root != NULL)
    g_signal_connect_object (self->root, "notify::focus-widget",
                             G_CALLBACK (on_focus_changed), self->content,
                             G_CONNECT_SWAPPED);
}

/* With the surface of the window, which lays out in the same phase, but before. */
static void
on_realize (Sight *self)
{
  self->clock = gtk_widget_get_frame_clock (self->content);
  g_signal_connect_object (self->clock, "layout", G_CALLBACK (on_layout), self->content,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

static void
on_unrealize (Sight *self)
{
  g_signal_handlers_disconnect_by_func (self->clock, on_layout, self->content);
  self->clock = NULL;
}

/**
 * qd_focus_sight_attach:
 * @scroller: scrolls @content, from top to bottom, and is the only one that does
 * @content: a descendant of @scroller
 *
 * Keeps what has the focus in @content in sight, from now on.
 */
void
qd_focus_sight_attach (GtkScrolledWindow *scroller,
                       GtkWidget         *content)
{
  Sight *self;

  g_return_if_fail (GTK_IS_SCROLLED_WINDOW (scroller));
  g_return_if_fail (GTK_IS_WIDGET (content));

  self = g_new0 (Sight, 1);
  self->scroller = scroller;
  self->content = content;
  g_signal_connect_swapped (content, "notify::root", G_CALLBACK (on_root_changed), self);
  g_signal_connect_swapped (content, "realize", G_CALLBACK (on_realize), self);
  g_signal_connect_swapped (content, "unrealize", G_CALLBACK (on_unrealize), self);
  g_object_set_data_full (G_OBJECT (content), DATA_KEY, self, g_free);
}
