/* A sidebar beside some content, or over it where there is little room.
 *
 * Where there is room, a setting says whether the sidebar stands beside the
 * content, and a handle between the two sets its width. Where there is
 * little, the content has all of it, and the sidebar slides over it when it is
 * asked for, until Escape or a click beside it. The one does not change the
 * other.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "qd-handle.h"
#include "qd-split.h"

/* Below this width, in application pixels, there is no room for two. */
#define NARROW_WIDTH 720

#define MIN_SIDEBAR_WIDTH 180
#define MAX_SIDEBAR_WIDTH 480
#define DEFAULT_SIDEBAR_WIDTH 260

/* What an overlay leaves free of the content, so that it can be clicked. */
#define OVERLAY_MARGIN 60

/* How long the sidebar slides, in microseconds. */
#define SLIDE_TIME (200 * 1000)

struct _QdSplit
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkWidget *shade;
  GtkWidget *sidebar;
  GtkWidget *handle;

  gboolean show_sidebar;
  gboolean narrow;
  int sidebar_width;
  int width_before;             /* the sidebar's, when the handle was grabbed */

  gboolean overlay;             /* asked for, while narrow */
  GtkWidget *focus;             /* (nullable) (weak): what had it before */
  double slid;                  /* how far it is in: 0 to 1 */
  gint64 slide_time;
  guint tick_id;
};

enum
{
  PROP_0,
  PROP_NARROW,
  PROP_SIDEBAR_SHOWN,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (QdSplit, qd_split, GTK_TYPE_WIDGET)

static GParamSpec *properties[N_PROPS];

static gboolean
has_focus (QdSplit   *self,
           GtkWidget *child)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && child != NULL &&
         (focus == child || gtk_widget_is_ancestor (focus, child));
}

static void
focus_content (QdSplit *self)
{
  if (self->focus != NULL && gtk_widget_get_mapped (self->focus))
    gtk_widget_grab_focus (self->focus);
  else if (self->content != NULL)
    gtk_widget_child_focus (self->content, GTK_DIR_TAB_FORWARD);
}

static gboolean
on_slide (GtkWidget     *widget,
          GdkFrameClock *clock,
          gpointer       unused)
{
  QdSplit *self = QD_SPLIT (widget);
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double step;

  if (self->slide_time == 0)
    self->slide_time = now;

  step = (double) (now - self->slide_time) / SLIDE_TIME;
  self->slide_time = now;
  self->slid = CLAMP (self->slid + (self->overlay ? step : -step), 0.0, 1.0);
  gtk_widget_queue_allocate (widget);

  if (self->slid != (self->overlay ? 1.0 : 0.0))
    return G_SOURCE_CONTINUE;

  self->tick_id = 0;

  return G_SOURCE_REMOVE;
}

static void
stop_slide (QdSplit *self)
{
  if (self->tick_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick_id);
  self->tick_id = 0;
}

static void
set_overlay (QdSplit  *self,
             gboolean  overlay)
{
  gboolean animate;

  if (self->overlay == overlay)
    return;

  self->overlay = overlay;
  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)),
                "gtk-enable-animations", &animate, NULL);
  if (animate && gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      self->slide_time = 0;
      if (self->tick_id == 0)
        self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self),
                                                      on_slide, NULL, NULL);
    }
  else
    {
      stop_slide (self);
      self->slid = overlay ? 1.0 : 0.0;
    }

  if (overlay)
    {
      GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

      /* Only what is visible takes the focus. */
      g_set_weak_pointer (&self->focus, gtk_root_get_focus (root));
      gtk_widget_set_child_visible (self->sidebar, TRUE);
      gtk_widget_child_focus (self->sidebar, GTK_DIR_TAB_FORWARD);
    }
  else if (has_focus (self, self->sidebar))
    focus_content (self);

  gtk_widget_queue_allocate (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SIDEBAR_SHOWN]);
}

static void
set_narrow (QdSplit  *self,
            gboolean  narrow)
{
  gboolean shown = qd_split_get_sidebar_shown (self);

  if (self->narrow == narrow)
    return;

  stop_slide (self);
  self->narrow = narrow;
  self->overlay = FALSE;
  self->slid = 0.0;

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
  if (shown != qd_split_get_sidebar_shown (self))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SIDEBAR_SHOWN]);
}

static void
on_handle_grabbed (QdSplit *self)
{
  g_assert (QD_IS_SPLIT (self));

  self->width_before = self->sidebar_width;
}

static void
on_handle_moved (QdSplit *self,
                 int      distance)
{
  g_assert (QD_IS_SPLIT (self));

  qd_split_set_sidebar_width (self, self->sidebar_width + distance);
}

static void
on_handle_cancelled (QdSplit *self)
{
  g_assert (QD_IS_SPLIT (self));

  qd_split_set_sidebar_width (self, self->width_before);
}

static void
on_shade_pressed (QdSplit *self)
{
  g_assert (QD_IS_SPLIT (self));

  set_overlay (self, FALSE);
}

static gboolean
on_escape (GtkWidget *widget,
           GVariant  *unused_arguments,
           gpointer   unused)
{
  QdSplit *self = QD_SPLIT (widget);

  if (gtk_widget_has_focus (self->handle))
    {
      focus_content (self);
      return GDK_EVENT_STOP;
    }

  if (!self->overlay)
    return GDK_EVENT_PROPAGATE;

  set_overlay (self, FALSE);

  return GDK_EVENT_STOP;
}

static void
qd_split_measure (GtkWidget      *widget,
                  GtkOrientation  orientation,
                  int             for_size,
                  int            *minimum,
                  int            *natural,
                  int            *minimum_baseline,
                  int            *natural_baseline)
{
  QdSplit *self = QD_SPLIT (widget);
  int child_minimum;
  int child_natural;

  *minimum = 0;
  *natural = 0;

  if (self->content != NULL)
    gtk_widget_measure (self->content, orientation, -1,
                        minimum, natural, NULL, NULL);

  if (self->sidebar == NULL)
    return;

  gtk_widget_measure (self->sidebar, orientation, -1,
                      &child_minimum, &child_natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural += self->show_sidebar ? self->sidebar_width : 0;
  else
    {
      *minimum = MAX (*minimum, child_minimum);
      *natural = MAX (*natural, child_natural);
    }
}

static void
allocate (GtkWidget *child,
          gboolean   visible,
          int        x,
          int        width,
          int        height)
{
  int minimum;

  /* GTK 4.8 tells screen readers of what is out of sight, too. */
  gtk_accessible_update_state (GTK_ACCESSIBLE (child),
                               GTK_ACCESSIBLE_STATE_HIDDEN, !visible,
                               -1);
  gtk_widget_set_child_visible (child, visible);
  if (!visible)
    return;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1,
                      &minimum, NULL, NULL, NULL);
  gtk_widget_size_allocate (child,
                            &(GtkAllocation) { x, 0, MAX (width, minimum),
                                               height },
                            -1);
}

static int
get_minimum_width (GtkWidget *child)
{
  int minimum = 0;

  if (child != NULL)
    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1,
                        &minimum, NULL, NULL, NULL);

  return minimum;
}

/* Whether there is no room for both side by side, which large text needs more of. */
static gboolean
is_narrow (QdSplit *self,
           int      width)
{
  return width < NARROW_WIDTH ||
         width < get_minimum_width (self->sidebar) + get_minimum_width (self->content);
}

/* The width the sidebar gets, of @width for all. */
static int
get_usable_sidebar_width (QdSplit *self,
                          int      width)
{
  int usable = self->sidebar_width;

  if (self->narrow)
    usable = MIN (MAX (usable, DEFAULT_SIDEBAR_WIDTH), width - OVERLAY_MARGIN);
  else
    usable = MIN (usable, width - get_minimum_width (self->content));

  return MAX (usable, get_minimum_width (self->sidebar));
}

static void
qd_split_size_allocate (GtkWidget *widget,
                        int        width,
                        int        height,
                        int        baseline)
{
  QdSplit *self = QD_SPLIT (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  gboolean beside;
  int sidebar_width = 0;
  int taken = 0;
  int slid;
  int handle_width;

  set_narrow (self, is_narrow (self, width));
  beside = !self->narrow && self->show_sidebar && self->sidebar != NULL;

  if (self->sidebar != NULL)
    {
      /* Fast first, then slower. */
      double eased = 1.0 - (1.0 - self->slid) * (1.0 - self->slid);

      sidebar_width = get_usable_sidebar_width (self, width);
      slid = beside ? sidebar_width : (int) (eased * sidebar_width);
      allocate (self->sidebar, beside || self->overlay || self->slid > 0.0,
                rtl ? width - slid : slid - sidebar_width,
                sidebar_width, height);
    }

  if (beside)
    taken = sidebar_width;
  if (self->content != NULL)
    allocate (self->content, TRUE, rtl ? 0 : taken, width - taken, height);

  gtk_widget_set_opacity (self->shade, self->slid);
  allocate (self->shade, self->slid > 0.0, 0, width, height);

  gtk_widget_measure (self->handle, GTK_ORIENTATION_HORIZONTAL, -1,
                      &handle_width, NULL, NULL, NULL);
  allocate (self->handle, beside,
            (rtl ? width - taken : taken) - handle_width / 2,
            handle_width, height);
}

static void
qd_split_dispose (GObject *object)
{
  QdSplit *self = QD_SPLIT (object);

  stop_slide (self);
  g_clear_weak_pointer (&self->focus);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_pointer (&self->shade, gtk_widget_unparent);
  g_clear_pointer (&self->sidebar, gtk_widget_unparent);
  g_clear_pointer (&self->handle, gtk_widget_unparent);

  G_OBJECT_CLASS (qd_split_parent_class)->dispose (object);
}

static void
qd_split_get_property (GObject    *object,
                       guint       property_id,
                       GValue     *value,
                       GParamSpec *pspec)
{
  QdSplit *self = QD_SPLIT (object);

  switch (property_id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, qd_split_get_narrow (self));
      break;

    case PROP_SIDEBAR_SHOWN:
      g_value_set_boolean (value, qd_split_get_sidebar_shown (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
qd_split_set_property (GObject      *object,
                       guint         property_id,
                       const GValue *value,
                       GParamSpec   *pspec)
{
  QdSplit *self = QD_SPLIT (object);

  switch (property_id)
    {
    case PROP_SIDEBAR_SHOWN:
      qd_split_set_sidebar_shown (self, g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
install_properties (GObjectClass *object_class)
{
  /**
   * QdSplit:narrow:
   *
   * Whether there is no room for the sidebar beside the content.
   */
  properties[PROP_NARROW] =
    g_param_spec_boolean ("narrow", NULL, NULL,
                          FALSE,
                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * QdSplit:sidebar-shown:
   *
   * Whether the sidebar is to be seen, beside the content or over it.
   */
  properties[PROP_SIDEBAR_SHOWN] =
    g_param_spec_boolean ("sidebar-shown", NULL, NULL,
                          TRUE,
                          G_PARAM_READWRITE |
                          G_PARAM_EXPLICIT_NOTIFY |
                          G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
qd_split_class_init (QdSplitClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = qd_split_dispose;
  object_class->get_property = qd_split_get_property;
  object_class->set_property = qd_split_set_property;

  widget_class->measure = qd_split_measure;
  widget_class->size_allocate = qd_split_size_allocate;

  install_properties (object_class);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0,
                                on_escape, NULL);

  gtk_widget_class_set_css_name (widget_class, "split");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
qd_split_init (QdSplit *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkGesture *click = gtk_gesture_click_new ();

  self->show_sidebar = TRUE;
  self->sidebar_width = DEFAULT_SIDEBAR_WIDTH;

  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);

  self->shade = g_object_new (GTK_TYPE_BOX, "css-name", "shade", NULL);
  gtk_widget_set_parent (self->shade, widget);
  g_signal_connect_swapped (click, "pressed",
                            G_CALLBACK (on_shade_pressed), self);
  gtk_widget_add_controller (self->shade, GTK_EVENT_CONTROLLER (click));

  self->handle = qd_handle_new (_("Width of the sidebar"));
  gtk_widget_set_parent (self->handle, widget);
  g_signal_connect_swapped (self->handle, "grabbed",
                            G_CALLBACK (on_handle_grabbed), self);
  g_signal_connect_swapped (self->handle, "moved",
                            G_CALLBACK (on_handle_moved), self);
  g_signal_connect_swapped (self->handle, "cancelled",
                            G_CALLBACK (on_handle_cancelled), self);
}

/**
 * qd_split_new:
 *
 * Returns: (transfer floating): a split without children
 */
GtkWidget *
qd_split_new (void)
{
  return g_object_new (QD_TYPE_SPLIT, NULL);
}

/**
 * qd_split_set_sidebar:
 * @sidebar: (nullable): what stands at the start
 */
void
qd_split_set_sidebar (QdSplit   *self,
                      GtkWidget *sidebar)
{
  g_return_if_fail (QD_IS_SPLIT (self));
  g_return_if_fail (sidebar == NULL || GTK_IS_WIDGET (sidebar));

  if (self->sidebar == sidebar)
    return;

  set_overlay (self, FALSE);
  g_clear_pointer (&self->sidebar, gtk_widget_unparent);
  self->sidebar = sidebar;
  if (sidebar != NULL)
    gtk_widget_insert_after (sidebar, GTK_WIDGET (self), self->shade);
}

/**
 * qd_split_set_content:
 * @content: (nullable): what fills the rest
 */
void
qd_split_set_content (QdSplit   *self,
                      GtkWidget *content)
{
  g_return_if_fail (QD_IS_SPLIT (self));
  g_return_if_fail (content == NULL || GTK_IS_WIDGET (content));

  if (self->content == content)
    return;

  g_clear_pointer (&self->content, gtk_widget_unparent);
  self->content = content;
  if (content != NULL)
    gtk_widget_insert_before (content, GTK_WIDGET (self), self->shade);
}

/**
 * qd_split_get_narrow:
 *
 * Returns: whether there is no room for the sidebar beside the content
 */
gboolean
qd_split_get_narrow (QdSplit *self)
{
  g_return_val_if_fail (QD_IS_SPLIT (self), FALSE);

  return self->narrow;
}

/**
 * qd_split_get_sidebar_shown:
 *
 * Returns: whether the sidebar is to be seen, beside the content or over it
 */
gboolean
qd_split_get_sidebar_shown (QdSplit *self)
{
  g_return_val_if_fail (QD_IS_SPLIT (self), FALSE);

  return self->narrow ? self->overlay : self->show_sidebar;
}

/**
 * qd_split_set_sidebar_shown:
 * @shown: whether the sidebar is to be seen
 *
 * Shows the sidebar, or hides it: beside the content, or over it where there
 * is no room beside it.
 */
void
qd_split_set_sidebar_shown (QdSplit  *self,
                            gboolean  shown)
{
  g_return_if_fail (QD_IS_SPLIT (self));

  if (self->narrow)
    set_overlay (self, shown && self->sidebar != NULL);
  else
    qd_split_set_show_sidebar (self, shown);
}

/**
 * qd_split_get_show_sidebar:
 *
 * Returns: whether the sidebar stands beside the content where there is room
 */
gboolean
qd_split_get_show_sidebar (QdSplit *self)
{
  g_return_val_if_fail (QD_IS_SPLIT (self), FALSE);

  return self->show_sidebar;
}

/**
 * qd_split_set_show_sidebar:
 * @show_sidebar: whether the sidebar stands beside the content where there is
 *   room
 */
void
qd_split_set_show_sidebar (QdSplit  *self,
                           gboolean  show_sidebar)
{
  g_return_if_fail (QD_IS_SPLIT (self));

  if (self->show_sidebar == show_sidebar)
    return;

  self->show_sidebar = show_sidebar;
  if (!show_sidebar && !self->narrow && has_focus (self, self->sidebar))
    focus_content (self);

  gtk_widget_queue_resize (GTK_WIDGET (self));
  if (!self->narrow)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SIDEBAR_SHOWN]);
}

/**
 * qd_split_get_sidebar_width:
 *
 * Returns: width of the sidebar beside the content, in application pixels
 */
int
qd_split_get_sidebar_width (QdSplit *self)
{
  g_return_val_if_fail (QD_IS_SPLIT (self), 0);

  return self->sidebar_width;
}

/**
 * qd_split_set_sidebar_width:
 * @sidebar_width: width of the sidebar beside the content, in application
 *   pixels; what is too little or too much becomes the least or the most
 */
void
qd_split_set_sidebar_width (QdSplit *self,
                            int      sidebar_width)
{
  g_return_if_fail (QD_IS_SPLIT (self));

  sidebar_width = CLAMP (sidebar_width, MIN_SIDEBAR_WIDTH, MAX_SIDEBAR_WIDTH);
  if (self->sidebar_width == sidebar_width)
    return;

  self->sidebar_width = sidebar_width;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * qd_split_focus_handle:
 *
 * Lets the arrow keys set the width of the sidebar, where it stands beside the
 * content.
 */
void
qd_split_focus_handle (QdSplit *self)
{
  g_return_if_fail (QD_IS_SPLIT (self));

  if (gtk_widget_get_child_visible (self->handle))
    qd_handle_take_focus (QD_HANDLE (self->handle));
}
