/* Two children beside each other where there is room for both, else one above the other.
 *
 * The first one gets the larger part, as a picture with the words for it.
 */

#include "config.h"

#include "qd-beside-layout.h"

/* Both stand beside each other from this width on; of it, the first one has this share. */
#define MIN_WIDTH 760
#define SHARE 0.62

/* Between both. */
#define SPACING 18

struct _QdBesideLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (QdBesideLayout, qd_beside_layout, GTK_TYPE_LAYOUT_MANAGER)

static GtkWidget *
get_first (GtkWidget *widget)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);

  return child;
}

/* What is alone has nothing beside it, and all the room. */
static gboolean
is_beside (GtkWidget *widget,
           int        width)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += gtk_widget_should_layout (child) ? 1 : 0;

  return n > 1 && width >= MIN_WIDTH;
}

/* What a child has of @width; all of it where one is above the other. */
static int
get_part (int      width,
          gboolean beside,
          gboolean first)
{
  const int part = (int) ((width - SPACING) * SHARE);

  if (!beside)
    return width;

  return first ? part : width - SPACING - part;
}

static GtkSizeRequestMode
qd_beside_layout_get_request_mode (GtkLayoutManager *manager,
                                   GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
qd_beside_layout_measure (GtkLayoutManager *manager,
                          GtkWidget        *widget,
                          GtkOrientation    orientation,
                          int               for_size,
                          int              *minimum,
                          int              *natural,
                          int              *minimum_baseline,
                          int              *natural_baseline)
{
  GtkWidget *first = get_first (widget);
  int width = for_size;
  gboolean beside;

  *minimum = *natural = 0;
  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_VERTICAL && width < 0)
    gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  beside = orientation == GTK_ORIENTATION_VERTICAL && is_beside (widget, width);

  for (GtkWidget *child = first; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int least, usual;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, orientation,
                          orientation == GTK_ORIENTATION_VERTICAL
                            ? get_part (width, beside, child == first) : -1,
                          &least, &usual, NULL, NULL);
      if (orientation == GTK_ORIENTATION_HORIZONTAL || beside)
        {
          *minimum = MAX (*minimum, least);
          *natural = MAX (*natural, usual);
        }
      else
        {
          *minimum += least + (child != first ? SPACING : 0);
          *natural += usual + (child != first ? SPACING : 0);
        }
    }
}

static void
qd_beside_layout_allocate (GtkLayoutManager *manager,
                           GtkWidget        *widget,
                           int               width,
                           int               height,
                           int               baseline)
{
  GtkWidget *first = get_first (widget);
  const gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  const gboolean beside = is_beside (widget, width);
  GtkAllocation place = { 0, 0, 0, 0 };
  int start = 0;

  for (GtkWidget *child = first; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int least;

      if (!gtk_widget_should_layout (child))
        continue;
      place.width = get_part (width, beside, child == first);
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, place.width, NULL, &least, NULL,
                          NULL);
      place.height = beside ? height : least;
      if (beside)
        {
          place.x = rtl ? width - start - place.width : start;
          start += place.width + SPACING;
        }
      gtk_widget_size_allocate (child, &place, -1);
      if (!beside)
        place.y += place.height + SPACING;
    }
}

static void
qd_beside_layout_class_init (QdBesideLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->get_request_mode = qd_beside_layout_get_request_mode;
  manager_class->measure = qd_beside_layout_measure;
  manager_class->allocate = qd_beside_layout_allocate;
}

static void
qd_beside_layout_init (QdBesideLayout *self)
{
}
