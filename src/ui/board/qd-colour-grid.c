/* The palette of objectives as a grid of swatches, one of them chosen.
 *
 * Each swatch also has its colour's name, for those who do not see it.
 */

#include "config.h"

#include "model/qd-hue.h"
#include "widgets/qd-palette.h"
#include "widgets/qd-swatch.h"

#include "qd-colour-grid.h"

#define N_COLUMNS 6

struct _QdColourGrid
{
  GtkWidget parent_instance;

  GtkToggleButton *buttons[QD_N_COLOURS];
};

G_DEFINE_FINAL_TYPE (QdColourGrid, qd_colour_grid, GTK_TYPE_WIDGET)

static GtkToggleButton *
create_button (guint colour)
{
  GtkWidget *button = gtk_toggle_button_new ();
  const char *name = qd_hue_get_name (colour);

  gtk_button_set_child (GTK_BUTTON (button),
                        qd_swatch_new (qd_palette_get_class (colour)));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);

  return GTK_TOGGLE_BUTTON (button);
}

static void
qd_colour_grid_dispose (GObject *object)
{
  QdColourGrid *self = QD_COLOUR_GRID (object);

  for (guint i = 0; i < QD_N_COLOURS; i++)
    {
      if (self->buttons[i] != NULL)
        gtk_widget_unparent (GTK_WIDGET (self->buttons[i]));
      self->buttons[i] = NULL;
    }

  G_OBJECT_CLASS (qd_colour_grid_parent_class)->dispose (object);
}

static void
qd_colour_grid_class_init (QdColourGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = qd_colour_grid_dispose;

  gtk_widget_class_set_css_name (widget_class, "colourgrid");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_GRID_LAYOUT);
}

static void
qd_colour_grid_init (QdColourGrid *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  for (guint i = 0; i < QD_N_COLOURS; i++)
    {
      GtkLayoutChild *child;

      self->buttons[i] = create_button (i);
      if (i > 0)
        gtk_toggle_button_set_group (self->buttons[i], self->buttons[0]);
      gtk_widget_set_parent (GTK_WIDGET (self->buttons[i]), GTK_WIDGET (self));

      child = gtk_layout_manager_get_layout_child (layout,
                                                   GTK_WIDGET (self->buttons[i]));
      g_object_set (child,
                    "column", (int) (i % N_COLUMNS),
                    "row", (int) (i / N_COLUMNS),
                    NULL);
    }

  gtk_toggle_button_set_active (self->buttons[0], TRUE);
}

/**
 * qd_colour_grid_get_colour:
 * @self: a grid
 *
 * Returns: the chosen colour, an index below %QD_N_COLOURS
 */
guint
qd_colour_grid_get_colour (QdColourGrid *self)
{
  g_return_val_if_fail (QD_IS_COLOUR_GRID (self), 0);

  for (guint i = 0; i < QD_N_COLOURS; i++)
    {
      if (gtk_toggle_button_get_active (self->buttons[i]))
        return i;
    }

  g_return_val_if_reached (0);
}

/**
 * qd_colour_grid_set_colour:
 * @self: a grid
 * @colour: an index below %QD_N_COLOURS
 */
void
qd_colour_grid_set_colour (QdColourGrid *self,
                           guint         colour)
{
  g_return_if_fail (QD_IS_COLOUR_GRID (self));
  g_return_if_fail (colour < QD_N_COLOURS);

  gtk_toggle_button_set_active (self->buttons[colour], TRUE);
}
