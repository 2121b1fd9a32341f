/* The menu of what somebody presses, with the secondary button, or for long with a finger.
 *
 * Which menu it is, and whether there is one, its owner knows.
 */

#include "config.h"

#include "qd-context-menu.h"

#define KEY "qd-context-menu"

typedef struct
{
  QdMenuPopUp pop_up;
  gpointer user_data;
} ContextMenu;

static void
ask (ContextMenu *self,
     GtkGesture  *gesture,
     double       x,
     double       y)
{
  if (self->pop_up (self->user_data, x, y))
    gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
on_pressed (GtkGesture  *gesture,
            int          n_press,
            double       x,
            double       y,
            ContextMenu *self)
{
  g_assert (GTK_IS_GESTURE_CLICK (gesture));

  ask (self, gesture, x, y);
}

static void
on_long_pressed (GtkGesture  *gesture,
                 double       x,
                 double       y,
                 ContextMenu *self)
{
  g_assert (GTK_IS_GESTURE_LONG_PRESS (gesture));

  ask (self, gesture, x, y);
}

/**
 * qd_context_menu_attach:
 * @widget: a widget that has no menu of this kind yet
 * @pop_up: pops up the menu of what is at a place of the widget
 * @user_data: for @pop_up; has to live as long as the widget
 *
 * Asks for a menu where somebody presses the widget as for a menu, from now on.
 */
void
qd_context_menu_attach (GtkWidget   *widget,
                        QdMenuPopUp  pop_up,
                        gpointer     user_data)
{
  GtkGesture *click, *press;
  ContextMenu *self;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (g_object_get_data (G_OBJECT (widget), KEY) == NULL);

  self = g_new0 (ContextMenu, 1);
  self->pop_up = pop_up;
  self->user_data = user_data;
  g_object_set_data_full (G_OBJECT (widget), KEY, self, g_free);

  click = gtk_gesture_click_new ();
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));

  press = gtk_gesture_long_press_new ();
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect (press, "pressed", G_CALLBACK (on_long_pressed), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (press));
}

/**
 * qd_context_menu_new:
 * @owner: what the menu is for, and takes it apart
 * @model: (nullable): what is in it
 *
 * Returns: (transfer none): a menu that opens where it is told to point
 */
GtkWidget *
qd_context_menu_new (GtkWidget  *owner,
                     GMenuModel *model)
{
  GtkWidget *menu;

  g_return_val_if_fail (GTK_IS_WIDGET (owner), NULL);

  menu = gtk_popover_menu_new_from_model_full (model, GTK_POPOVER_MENU_NESTED);
  gtk_popover_set_has_arrow (GTK_POPOVER (menu), FALSE);
  gtk_widget_set_halign (menu, GTK_ALIGN_START);
  gtk_widget_set_parent (menu, owner);

  return menu;
}
