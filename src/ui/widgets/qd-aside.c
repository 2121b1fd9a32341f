/* A pane that opens at the end of some content, and takes its place where there is
 * no room for both.
 *
 * A handle between the two sets the width of the pane. The content stays as wide as
 * it needs to be; where it could not, it waits behind the pane until that is closed. A
 * pane that is of no use without the content lies below it then.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "qd-aside.h"
#include "qd-handle.h"

/* In application pixels. Beside the pane the content has room for a column. */
#define MIN_WIDTH 320
#define MAX_WIDTH 640
#define DEFAULT_WIDTH 380
#define MIN_CONTENT_WIDTH 280

struct _QdAside
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkWidget *pane;
  GtkWidget *handle;

  gboolean open;
  gboolean shares;  /* of no use without the content */
  int width;
  int width_before; /* when the handle was grabbed */
};

G_DEFINE_FINAL_TYPE (QdAside, qd_aside, GTK_TYPE_WIDGET)

static void
on_grabbed (QdAside *self)
{
  g_assert (QD_IS_ASIDE (self));

  self->width_before = self->width;
}

static void
on_moved (QdAside *self,
          int      distance)
{
  g_assert (QD_IS_ASIDE (self));

  qd_aside_set_width (self, self->width - distance);
}

static void
on_cancelled (QdAside *self)
{
  g_assert (QD_IS_ASIDE (self));

  qd_aside_set_width (self, self->width_before);
}

static void
qd_aside_measure (GtkWidget      *widget,
                  GtkOrientation  orientation,
                  int             for_size,
                  int            *minimum,
                  int            *natural,
                  int            *minimum_baseline,
                  int            *natural_baseline)
{
  QdAside *self = QD_ASIDE (widget);
  int pane_minimum, pane_natural;

  gtk_widget_measure (self->content, orientation, -1, minimum, natural, NULL, NULL);
  if (!self->open)
    return;

  gtk_widget_measure (self->pane, orientation, -1, &pane_minimum, &pane_natural, NULL, NULL);
  *minimum = MAX (*minimum, pane_minimum);
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? *natural + self->width
                                                       : MAX (*natural, pane_natural);
}

static void
place (GtkWidget *child,
       gboolean   visible,
       int        x,
       int        y,
       int        width,
       int        height)
{
  gtk_widget_set_child_visible (child, visible);
  if (visible)
    gtk_widget_size_allocate (child, &(GtkAllocation) { x, y, width, height }, -1);
}

static int
get_minimum (GtkWidget *child)
{
  int minimum;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);

  return minimum;
}

/* How high the pane is below the content; 0 where there is no room for that, either. */
static int
get_height_below (QdAside *self,
                  int      width,
                  int      height)
{
  int content_minimum, pane_minimum;

  if (!self->shares || width < get_minimum (self->content))
    return 0;

  gtk_widget_measure (self->content, GTK_ORIENTATION_VERTICAL, width, &content_minimum, NULL,
                      NULL, NULL);
  gtk_widget_measure (self->pane, GTK_ORIENTATION_VERTICAL, width, &pane_minimum, NULL, NULL,
                      NULL);

  return height >= content_minimum + pane_minimum ? pane_minimum : 0;
}

static void
qd_aside_size_allocate (GtkWidget *widget,
                        int        width,
                        int        height,
                        int        baseline)
{
  QdAside *self = QD_ASIDE (widget);
  const gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  const int content_minimum = MAX (get_minimum (self->content), MIN_CONTENT_WIDTH);
  const int pane_minimum = MAX (get_minimum (self->pane), MIN_WIDTH);
  const gboolean beside = self->open && width >= content_minimum + pane_minimum;
  int pane_width = 0, below = 0, handle_width;

  if (self->open && !beside)
    below = get_height_below (self, width, height);
  if (below > 0)
    {
      place (self->content, TRUE, 0, 0, width, height - below);
      place (self->pane, TRUE, 0, height - below, width, below);
      gtk_widget_set_child_visible (self->handle, FALSE);
      return;
    }

  if (beside)
    pane_width = CLAMP (self->width, pane_minimum, width - content_minimum);
  else if (self->open)
    pane_width = width;

  place (self->content, beside || !self->open, rtl ? pane_width : 0, 0, width - pane_width,
         height);
  place (self->pane, self->open, rtl ? 0 : width - pane_width, 0, pane_width, height);

  handle_width = get_minimum (self->handle);
  place (self->handle, beside,
         (rtl ? pane_width : width - pane_width) - handle_width / 2, 0, handle_width, height);
}

static void
qd_aside_dispose (GObject *object)
{
  QdAside *self = QD_ASIDE (object);

  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_pointer (&self->pane, gtk_widget_unparent);
  g_clear_pointer (&self->handle, gtk_widget_unparent);

  G_OBJECT_CLASS (qd_aside_parent_class)->dispose (object);
}

static void
qd_aside_class_init (QdAsideClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = qd_aside_dispose;

  widget_class->measure = qd_aside_measure;
  widget_class->size_allocate = qd_aside_size_allocate;

  gtk_widget_class_set_css_name (widget_class, "aside");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
qd_aside_init (QdAside *self)
{
  self->width = DEFAULT_WIDTH;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);

  self->handle = qd_handle_new (_("Width of the details"));
  gtk_widget_set_parent (self->handle, GTK_WIDGET (self));
  g_signal_connect_swapped (self->handle, "grabbed", G_CALLBACK (on_grabbed), self);
  g_signal_connect_swapped (self->handle, "moved", G_CALLBACK (on_moved), self);
  g_signal_connect_swapped (self->handle, "cancelled", G_CALLBACK (on_cancelled), self);
}

/**
 * qd_aside_new:
 * @content: what is always there
 * @pane: what opens beside it
 *
 * Returns: (transfer floating): both, with the pane closed
 */
GtkWidget *
qd_aside_new (GtkWidget *content,
              GtkWidget *pane)
{
  QdAside *self;

  g_return_val_if_fail (GTK_IS_WIDGET (content), NULL);
  g_return_val_if_fail (GTK_IS_WIDGET (pane), NULL);

  self = g_object_new (QD_TYPE_ASIDE, NULL);
  self->content = content;
  self->pane = pane;
  gtk_widget_insert_before (content, GTK_WIDGET (self), self->handle);
  gtk_widget_insert_before (pane, GTK_WIDGET (self), self->handle);
  gtk_widget_set_child_visible (pane, FALSE);

  return GTK_WIDGET (self);
}

/**
 * qd_aside_get_open:
 *
 * Returns: whether the pane is open
 */
gboolean
qd_aside_get_open (QdAside *self)
{
  g_return_val_if_fail (QD_IS_ASIDE (self), FALSE);

  return self->open;
}

/**
 * qd_aside_set_open:
 * @open: whether the pane is open
 */
void
qd_aside_set_open (QdAside  *self,
                   gboolean  open)
{
  g_return_if_fail (QD_IS_ASIDE (self));

  if (self->open == open)
    return;

  self->open = open;
  /* At once, so that it can take the focus, or the content can. */
  gtk_widget_set_child_visible (self->pane, open);
  gtk_widget_set_child_visible (self->content, TRUE);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * qd_aside_set_shares:
 * @shares: whether the pane is of no use without the content
 *
 * Where there is no room for both beside each other, such a pane lies below the content;
 * others take its place.
 */
void
qd_aside_set_shares (QdAside  *self,
                     gboolean  shares)
{
  g_return_if_fail (QD_IS_ASIDE (self));

  if (self->shares == shares)
    return;

  self->shares = shares;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * qd_aside_get_width:
 *
 * Returns: width of the pane beside the content, in application pixels
 */
int
qd_aside_get_width (QdAside *self)
{
  g_return_val_if_fail (QD_IS_ASIDE (self), 0);

  return self->width;
}

/**
 * qd_aside_set_width:
 * @width: width of the pane beside the content, in application pixels; what is too
 *   little or too much becomes the least or the most
 */
void
qd_aside_set_width (QdAside *self,
                    int      width)
{
  g_return_if_fail (QD_IS_ASIDE (self));

  width = CLAMP (width, MIN_WIDTH, MAX_WIDTH);
  if (self->width == width)
    return;

  self->width = width;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
