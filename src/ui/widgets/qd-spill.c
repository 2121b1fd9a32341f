/* Two things in one line, the second at its end; where the first would be squeezed,
 * the second goes to a line of its own beneath.
 *
 * Its children are the two, as given by the interface file.
 */

#include "config.h"

#include "qd-spill.h"

/* In pixels: between the two, and the width that is never too little for the
 * first, for what it cannot show it scrolls. */
#define SPACING 6
#define ENOUGH 360

struct _QdSpill
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (QdSpill, qd_spill, GTK_TYPE_WIDGET)

typedef struct
{
  int minimum;
  int natural;
} Size;

static Size
measure (GtkWidget      *child,
         GtkOrientation  orientation,
         int             for_size)
{
  Size size = { 0, 0 };

  if (child != NULL && gtk_widget_should_layout (child))
    gtk_widget_measure (child, orientation, for_size, &size.minimum, &size.natural, NULL, NULL);

  return size;
}

/* Whether the second finds no room beside the first. */
static gboolean
is_spilling (QdSpill *self,
             int      width)
{
  GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (self));
  const Size size = measure (first, GTK_ORIENTATION_HORIZONTAL, -1);
  const Size rest = measure (gtk_widget_get_last_child (GTK_WIDGET (self)),
                             GTK_ORIENTATION_HORIZONTAL, -1);

  return rest.natural > 0 &&
         width - SPACING - rest.natural < MAX (size.minimum, MIN (size.natural, ENOUGH));
}

static GtkSizeRequestMode
qd_spill_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
qd_spill_measure (GtkWidget      *widget,
                  GtkOrientation  orientation,
                  int             for_size,
                  int            *minimum,
                  int            *natural,
                  int            *minimum_baseline,
                  int            *natural_baseline)
{
  const Size first = measure (gtk_widget_get_first_child (widget), orientation, -1);
  const Size rest = measure (gtk_widget_get_last_child (widget), orientation, -1);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MAX (first.minimum, rest.minimum);
      *natural = first.natural + SPACING + rest.natural;
    }
  else if (for_size < 0 || is_spilling (QD_SPILL (widget), for_size))
    {
      *minimum = first.minimum + SPACING + rest.minimum;
      *natural = first.natural + SPACING + rest.natural;
    }
  else
    {
      *minimum = MAX (first.minimum, rest.minimum);
      *natural = MAX (first.natural, rest.natural);
    }
}

static void
place (GtkWidget *child,
       gboolean   at_end,
       int        y,
       int        width,
       int        whole_width,
       int        height)
{
  const gboolean rtl = gtk_widget_get_direction (child) == GTK_TEXT_DIR_RTL;
  const int x = at_end != rtl ? whole_width - width : 0;

  gtk_widget_size_allocate (child, &(GtkAllocation) { x, y, width, height }, -1);
}

static void
qd_spill_size_allocate (GtkWidget *widget,
                        int        width,
                        int        height,
                        int        baseline)
{
  GtkWidget *first = gtk_widget_get_first_child (widget);
  GtkWidget *rest = gtk_widget_get_last_child (widget);
  const gboolean spilling = is_spilling (QD_SPILL (widget), width);
  const int rest_width = MIN (width, measure (rest, GTK_ORIENTATION_HORIZONTAL, -1).natural);
  const int rest_height = spilling ? measure (rest, GTK_ORIENTATION_VERTICAL, -1).minimum : height;

  if (spilling)
    place (first, FALSE, 0, width, width, height - rest_height - SPACING);
  else
    place (first, FALSE, 0, rest_width > 0 ? width - rest_width - SPACING : width, width, height);
  place (rest, TRUE, height - rest_height, rest_width, width, rest_height);
}

static void
qd_spill_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (qd_spill_parent_class)->dispose (object);
}

static void
qd_spill_class_init (QdSpillClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = qd_spill_dispose;

  widget_class->get_request_mode = qd_spill_get_request_mode;
  widget_class->measure = qd_spill_measure;
  widget_class->size_allocate = qd_spill_size_allocate;

  gtk_widget_class_set_css_name (widget_class, "spill");
}

static void
qd_spill_init (QdSpill *self)
{
}
