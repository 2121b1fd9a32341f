/* A column in the middle of its place that never becomes too wide to be read.
 *
 * All children lie over each other, as in a GtkBinLayout; there is usually one.
 */

#include "config.h"

#include "qd-centred-layout.h"

/* About 75 letters on a line. */
#define MAXIMUM 640

struct _QdCentredLayout
{
  GtkLayoutManager parent_instance;

  int maximum; /* px */
};

enum
{
  PROP_0,
  PROP_MAXIMUM,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (QdCentredLayout, qd_centred_layout, GTK_TYPE_LAYOUT_MANAGER)

/* How wide a child becomes where there is room for @width, or where that is no matter
 * (−1). */
static int
limit_width (QdCentredLayout *self,
             GtkWidget       *child,
             int              width)
{
  int minimum;

  if (width < 0)
    return width;
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);

  return MAX (minimum, MIN (width, self->maximum));
}

static GtkSizeRequestMode
qd_centred_layout_get_request_mode (GtkLayoutManager *manager,
                                    GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
qd_centred_layout_measure (GtkLayoutManager *manager,
                           GtkWidget        *widget,
                           GtkOrientation    orientation,
                           int               for_size,
                           int              *minimum,
                           int              *natural,
                           int              *minimum_baseline,
                           int              *natural_baseline)
{
  QdCentredLayout *self = QD_CENTRED_LAYOUT (manager);

  *minimum = *natural = 0;
  *minimum_baseline = *natural_baseline = -1;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      if (!gtk_widget_should_layout (child))
        continue;
      if (orientation == GTK_ORIENTATION_HORIZONTAL)
        {
          gtk_widget_measure (child, orientation, -1, &child_minimum, &child_natural, NULL,
                              NULL);
          child_natural = MAX (child_minimum, MIN (child_natural, self->maximum));
        }
      else
        gtk_widget_measure (child, orientation, limit_width (self, child, for_size),
                            &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural = MAX (*natural, child_natural);
    }
}

static void
qd_centred_layout_allocate (GtkLayoutManager *manager,
                            GtkWidget        *widget,
                            int               width,
                            int               height,
                            int               baseline)
{
  QdCentredLayout *self = QD_CENTRED_LAYOUT (manager);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child))
      {
        const int child_width = limit_width (self, child, width);

        gtk_widget_size_allocate (child, &(GtkAllocation) { (width - child_width) / 2, 0,
                                                            child_width, height }, -1);
      }
}

static void
qd_centred_layout_get_property (GObject    *object,
                                guint       property_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  QdCentredLayout *self = QD_CENTRED_LAYOUT (object);

  switch (property_id)
    {
    case PROP_MAXIMUM:
      g_value_set_int (value, self->maximum);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
qd_centred_layout_set_property (GObject      *object,
                                guint         property_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  QdCentredLayout *self = QD_CENTRED_LAYOUT (object);

  switch (property_id)
    {
    case PROP_MAXIMUM:
      if (self->maximum == g_value_get_int (value))
        return;
      self->maximum = g_value_get_int (value);
      gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
      g_object_notify_by_pspec (object, pspec);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
qd_centred_layout_class_init (QdCentredLayoutClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  object_class->get_property = qd_centred_layout_get_property;
  object_class->set_property = qd_centred_layout_set_property;

  layout_class->get_request_mode = qd_centred_layout_get_request_mode;
  layout_class->measure = qd_centred_layout_measure;
  layout_class->allocate = qd_centred_layout_allocate;

  /**
   * QdCentredLayout:maximum:
   *
   * How wide the column becomes at most, in px.
   */
  properties[PROP_MAXIMUM] =
    g_param_spec_int ("maximum", NULL, NULL,
                      1, G_MAXINT, MAXIMUM,
                      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
qd_centred_layout_init (QdCentredLayout *self)
{
  self->maximum = MAXIMUM;
}
