/* Lets a person mark and copy what a label says, without another stop for Tab.
 *
 * GtkLabel makes what can be selected focusable, so that a page of text is a stop at
 * each paragraph. Here a label can have the focus only from a click on it until the
 * focus goes on, which is all that copying takes.
 */

#include "config.h"

#include "qd-selectable.h"

/* Not focusable is not enough: GtkLabel says then that it took the focus from Tab, which
 * would stay where it is for ever.
 */
static void
let_focus (GtkWidget *label,
           gboolean   possible)
{
  gtk_widget_set_focusable (label, possible);
  gtk_widget_set_can_focus (label, possible);
}

/* Before the label, which then takes the focus. */
static void
on_pressed (GtkGesture *click)
{
  let_focus (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (click)), TRUE);
}

static void
on_left (GtkEventController *focus)
{
  let_focus (gtk_event_controller_get_widget (focus), FALSE);
}

/**
 * qd_selectable_make:
 * @label: a label without links
 *
 * Lets the pointer select what it says.
 */
void
qd_selectable_make (GtkLabel *label)
{
  GtkGesture *click;
  GtkEventController *focus;

  g_return_if_fail (GTK_IS_LABEL (label));

  gtk_label_set_selectable (label, TRUE);
  let_focus (GTK_WIDGET (label), FALSE);

  click = gtk_gesture_click_new ();
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), NULL);
  gtk_widget_add_controller (GTK_WIDGET (label), GTK_EVENT_CONTROLLER (click));

  focus = gtk_event_controller_focus_new ();
  g_signal_connect (focus, "leave", G_CALLBACK (on_left), NULL);
  gtk_widget_add_controller (GTK_WIDGET (label), focus);
}
