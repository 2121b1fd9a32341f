/* What keys do with boards side by side: go from one to the next, put them in another
 * order, set their width, fold them.
 */

#include "config.h"

#include "qd-pane-row-private.h"

static QdPane *
get_neighbour (QdPaneRow *self,
               gboolean   forward)
{
  GtkWidget *pane = (GtkWidget *) qd_pane_row_get_current (self);

  if (pane == NULL)
    return NULL;

  return (QdPane *) (forward ? gtk_widget_get_next_sibling (pane)
                             : gtk_widget_get_prev_sibling (pane));
}

/* Left and right are those of the screen. */
static void
go_action (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  QdPaneRow *self = QD_PANE_ROW (widget);
  const gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  const gboolean forward = g_str_has_suffix (action_name, "-right") != rtl;
  QdPane *pane = get_neighbour (self, forward);

  if (pane != NULL)
    qd_pane_row_enter (self, pane, !forward, g_variant_get_double (parameter));
}

static void
turn_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  QdPaneRow *self = QD_PANE_ROW (widget);
  QdPane *pane = get_neighbour (self, g_str_equal (action_name, "panes.next"));

  if (pane != NULL)
    qd_pane_row_enter (self, pane, FALSE, 0.0);
}

static void
move_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  QdPaneRow *self = QD_PANE_ROW (widget);
  QdPane *pane = qd_pane_row_get_current (self);
  guint position = 0;

  if (pane == NULL)
    return;

  for (GtkWidget *child = gtk_widget_get_first_child (self->panes);
       child != GTK_WIDGET (pane); child = gtk_widget_get_next_sibling (child))
    position++;

  if (g_str_equal (action_name, "panes.move-next"))
    qd_chosen_boards_move (self->boards, qd_pane_get_board (pane), position + 1);
  else if (position > 0)
    qd_chosen_boards_move (self->boards, qd_pane_get_board (pane), position - 1);
}

static void
resize_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  QdPane *pane = qd_pane_row_get_current (QD_PANE_ROW (widget));

  if (pane != NULL)
    qd_pane_focus_handle (pane);
}

static void
fold_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  QdPane *pane = qd_pane_row_get_current (QD_PANE_ROW (widget));

  if (pane != NULL)
    qd_pane_set_folded (pane, !qd_pane_get_folded (pane));
}

/* Installs actions on the class of QdPaneRow. */
void
qd_pane_row_install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    const char *parameter_type;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "panes.go-left", "d", go_action },
    { "panes.go-right", "d", go_action },
    { "panes.previous", NULL, turn_action },
    { "panes.next", NULL, turn_action },
    { "panes.move-previous", NULL, move_action },
    { "panes.move-next", NULL, move_action },
    { "panes.resize", NULL, resize_action },
    { "panes.fold", NULL, fold_action },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      gtk_widget_class_install_action (widget_class, actions[i].name,
                                       actions[i].parameter_type, actions[i].activate);
    }
}

/* Before the lists of cards, which know some of these keys and do not let go of them. */
void
qd_pane_row_add_keys (QdPaneRow *self)
{
  static const struct
  {
    guint key;
    GdkModifierType modifiers;
    const char *action;
  } keys[] = {
    { GDK_KEY_Page_Up, GDK_CONTROL_MASK, "panes.previous" },
    { GDK_KEY_Page_Down, GDK_CONTROL_MASK, "panes.next" },
    { GDK_KEY_Page_Up, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "panes.move-previous" },
    { GDK_KEY_Page_Down, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "panes.move-next" },
    { GDK_KEY_F8, GDK_SHIFT_MASK, "panes.resize" },
    { GDK_KEY_F7, 0, "panes.fold" },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_keyval_trigger_new (keys[i].key, keys[i].modifiers),
                        gtk_named_action_new (keys[i].action)));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}
