/* What to ask the one who writes the title of a key result, in small words below it.
 *
 * It goes out of the way where there is nothing to ask; or it always takes the room
 * of a number of lines, so that nothing moves while somebody types. It does not know
 * where the title is typed.
 */

#include "config.h"

#include "method/qd-wording.h"

#include "qd-tooltip.h"
#include "qd-wording-line.h"

/* More than a title of many words would be cut. */
#define MAX_LINES 20

struct _QdWordingLine
{
  GtkWidget parent_instance;

  GtkWidget *label;
  guint n_lines;
};

enum
{
  PROP_0,
  PROP_N_LINES,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (QdWordingLine, qd_wording_line, GTK_TYPE_WIDGET)

static int
measure_lines (QdWordingLine *self)
{
  g_autoptr (GString) text = g_string_new ("");
  g_autoptr (PangoLayout) layout = NULL;
  int height;

  for (guint i = 1; i < self->n_lines; i++)
    g_string_append_c (text, '\n');
  layout = gtk_widget_create_pango_layout (self->label, text->str);
  pango_layout_get_pixel_size (layout, NULL, &height);

  return height;
}

static GtkSizeRequestMode
qd_wording_line_get_request_mode (GtkWidget *widget)
{
  return QD_WORDING_LINE (widget)->n_lines > 0 ? GTK_SIZE_REQUEST_CONSTANT_SIZE
                                               : GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
qd_wording_line_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  QdWordingLine *self = QD_WORDING_LINE (widget);

  if (self->n_lines > 0 && orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = measure_lines (self);
  else
    gtk_widget_measure (self->label, orientation, for_size, minimum, natural, NULL, NULL);
}

static void
qd_wording_line_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  gtk_widget_size_allocate (QD_WORDING_LINE (widget)->label,
                            &(GtkAllocation) { 0, 0, width, height }, -1);
}

static void
qd_wording_line_constructed (GObject *object)
{
  QdWordingLine *self = QD_WORDING_LINE (object);

  G_OBJECT_CLASS (qd_wording_line_parent_class)->constructed (object);

  if (self->n_lines == 0)
    {
      gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
      return;
    }

  gtk_label_set_lines (GTK_LABEL (self->label), (int) self->n_lines);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
}

static void
qd_wording_line_set_property (GObject      *object,
                              guint         property_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  QdWordingLine *self = QD_WORDING_LINE (object);

  switch (property_id)
    {
    case PROP_N_LINES:
      self->n_lines = g_value_get_uint (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
qd_wording_line_dispose (GObject *object)
{
  g_clear_pointer (&QD_WORDING_LINE (object)->label, gtk_widget_unparent);

  G_OBJECT_CLASS (qd_wording_line_parent_class)->dispose (object);
}

static void
qd_wording_line_class_init (QdWordingLineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = qd_wording_line_constructed;
  object_class->set_property = qd_wording_line_set_property;
  object_class->dispose = qd_wording_line_dispose;

  widget_class->get_request_mode = qd_wording_line_get_request_mode;
  widget_class->measure = qd_wording_line_measure;
  widget_class->size_allocate = qd_wording_line_size_allocate;

  /**
   * QdWordingLine:n-lines:
   *
   * How many lines of room it takes, whatever it says; 0 for as many as that needs.
   */
  properties[PROP_N_LINES] =
    g_param_spec_uint ("n-lines", NULL, NULL,
                       0, MAX_LINES, 0,
                       G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY |
                       G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "wordingline");
}

static void
qd_wording_line_init (QdWordingLine *self)
{
  self->label = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0.0f);
  gtk_label_set_yalign (GTK_LABEL (self->label), 0.0f);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
}

/**
 * qd_wording_line_new:
 * @n_lines: how many lines of room it takes, whatever it says; 0 for as many as that
 *   needs
 *
 * Returns: (transfer floating): a line that says nothing yet
 */
GtkWidget *
qd_wording_line_new (guint n_lines)
{
  return g_object_new (QD_TYPE_WORDING_LINE, "n-lines", n_lines, NULL);
}

/**
 * qd_wording_line_judge:
 * @title: a title, maybe not yet whole
 * @measured: whether something else says from what to what: then only what the team
 *   makes rather than changes is asked about
 *
 * Says what could be better about @title.
 */
void
qd_wording_line_judge (QdWordingLine *self,
                       const char    *title,
                       gboolean       measured)
{
  g_autofree char *advice = NULL;

  g_return_if_fail (QD_IS_WORDING_LINE (self));
  g_return_if_fail (title != NULL);

  if (!measured || qd_wording_begins_with_output (title, NULL))
    advice = qd_wording_advise (title);

  gtk_label_set_text (GTK_LABEL (self->label), advice != NULL ? advice : "");
  if (self->n_lines > 0)
    qd_tooltip_set_text (GTK_WIDGET (self), advice);
  else
    gtk_widget_set_visible (GTK_WIDGET (self), advice != NULL);
}

/**
 * qd_wording_line_get_text:
 *
 * Returns: what could be better, or ""
 */
const char *
qd_wording_line_get_text (QdWordingLine *self)
{
  g_return_val_if_fail (QD_IS_WORDING_LINE (self), NULL);

  return gtk_label_get_text (GTK_LABEL (self->label));
}
