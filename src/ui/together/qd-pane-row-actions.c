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

/* Installs actions and keys on the class of QdPaneRow. */
void
qd_pane_row_install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    const char *parameter_type;
    GtkWidgetActionActivateFunc activate;
    guint key;
    GdkModifierType modifiers;
  } actions[] = {
    { "panes.go-left", "d", go_action, 0, 0 },
    { "panes.go-right", "d", go_action, 0, 0 },
    { "panes.previous", NULL, turn_action, GDK_KEY_Page_Up, GDK_CONTROL_MASK },
    { "panes.next", NULL, turn_action, GDK_KEY_Page_Down, GDK_CONTROL_MASK },
    { "panes.move-previous", NULL, move_action, GDK_KEY_Page_Up,
      GDK_CONTROL_MASK | GDK_SHIFT_MASK },
    { "panes.move-next", NULL, move_action, GDK_KEY_Page_Down,
      GDK_CONTROL_MASK | GDK_SHIFT_MASK },
    { "panes.resize", NULL, resize_action, GDK_KEY_F8, GDK_SHIFT_MASK },
    { "panes.fold", NULL, fold_action, GDK_KEY_F7, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      gtk_widget_class_install_action (widget_class, actions[i].name,
                                       actions[i].parameter_type, actions[i].activate);
      if (actions[i].key != 0)
        gtk_widget_class_add_binding_action (widget_class, actions[i].key,
                                             actions[i].modifiers, actions[i].name, NULL);
    }
}
