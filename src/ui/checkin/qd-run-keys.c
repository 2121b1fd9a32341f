/* The keys of a run: what each of them does, whatever has the focus.
 *
 * They come before the fields, as those would make something else of them: Escape would
 * take back what is half written there. A list that is open has the keys for itself.
 */

#include "config.h"

#include "qd-run-keys.h"

static const struct
{
  guint keyval;
  GdkModifierType modifiers;
  const char *action;
} keys[] = {
  { GDK_KEY_Page_Down, 0, "run.skip" },
  { GDK_KEY_KP_Page_Down, 0, "run.skip" },
  { GDK_KEY_Page_Up, 0, "run.back" },
  { GDK_KEY_KP_Page_Up, 0, "run.back" },
  { GDK_KEY_Right, GDK_ALT_MASK, "run.skip" },
  { GDK_KEY_Left, GDK_ALT_MASK, "run.back" },
  { GDK_KEY_Escape, 0, "run.stop" },
  { GDK_KEY_d, GDK_CONTROL_MASK, "run.flag" },
};

static gboolean
is_in_popover (GtkWidget *page)
{
  GtkRoot *root = gtk_widget_get_root (page);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) != NULL;
}

/* Along the way, which runs the other way where one writes from the right. */
static guint
get_keyval (GtkWidget *page,
            guint      keyval)
{
  if (gtk_widget_get_direction (page) != GTK_TEXT_DIR_RTL)
    return keyval;
  if (keyval == GDK_KEY_Left)
    return GDK_KEY_Right;

  return keyval == GDK_KEY_Right ? GDK_KEY_Left : keyval;
}

static gboolean
choose_column (GtkWidget *page,
               guint      keyval)
{
  const guint32 digit = gdk_keyval_to_unicode (keyval);

  return digit >= '1' && digit <= '9' &&
         gtk_widget_activate_action (page, "run.column", "i", (int) (digit - '1'));
}

static gboolean
on_key_pressed (GtkWidget       *page,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  const GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();

  g_assert (GTK_IS_WIDGET (page));

  if (is_in_popover (page))
    return GDK_EVENT_PROPAGATE;
  if (modifiers == GDK_CONTROL_MASK && choose_column (page, keyval))
    return GDK_EVENT_STOP;

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i].keyval == get_keyval (page, keyval) && keys[i].modifiers == modifiers)
      {
        gtk_widget_activate_action (page, keys[i].action, NULL);
        return GDK_EVENT_STOP;
      }

  return GDK_EVENT_PROPAGATE;
}

/**
 * qd_run_keys_attach:
 * @page: the page of a run, with its actions
 *
 * Lets the keys work wherever in @page the focus is.
 */
void
qd_run_keys_attach (GtkWidget *page)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  g_return_if_fail (GTK_IS_WIDGET (page));

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (controller, "key-pressed", G_CALLBACK (on_key_pressed), page);
  gtk_widget_add_controller (page, controller);
}
