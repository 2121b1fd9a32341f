/* Lays out the one child of a widget in the middle, no wider than can be read well. */

#include "config.h"

#include "qd-narrow-layout.h"

/* In pixels. */
#define MAX_WIDTH 640

struct _QdNarrowLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (QdNarrowLayout, qd_narrow_layout, GTK_TYPE_LAYOUT_MANAGER)

static int
get_width (GtkWidget *child,
           int        room)
{
  int minimum;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);

  return MAX (minimum, MIN (room, MAX_WIDTH));
}

static GtkSizeRequestMode
qd_narrow_layout_get_request_mode (GtkLayoutManager *manager,
                                   GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
qd_narrow_layout_measure (GtkLayoutManager *manager,
                          GtkWidget        *widget,
                          GtkOrientation    orientation,
                          int               for_size,
                          int              *minimum,
                          int              *natural,
                          int              *minimum_baseline,
                          int              *natural_baseline)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  if (child == NULL)
    return;

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      gtk_widget_measure (child, orientation,
                          for_size >= 0 ? get_width (child, for_size) : -1,
                          minimum, natural, NULL, NULL);
    }
  else
    {
      gtk_widget_measure (child, orientation, -1, minimum, NULL, NULL, NULL);
      *natural = MAX (*minimum, MAX_WIDTH);
    }
}

static void
qd_narrow_layout_allocate (GtkLayoutManager *manager,
                           GtkWidget        *widget,
                           int               width,
                           int               height,
                           int               baseline)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);
  int used;

  if (child == NULL)
    return;

  used = get_width (child, width);
  gtk_widget_size_allocate (child,
                            &(GtkAllocation) { (width - used) / 2, 0, used, height }, -1);
}

static void
qd_narrow_layout_class_init (QdNarrowLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->get_request_mode = qd_narrow_layout_get_request_mode;
  manager_class->measure = qd_narrow_layout_measure;
  manager_class->allocate = qd_narrow_layout_allocate;
}

static void
qd_narrow_layout_init (QdNarrowLayout *self)
{
}
