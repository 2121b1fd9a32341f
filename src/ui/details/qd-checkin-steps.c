/* The way through the fields of a check-in with Enter alone, for whoever makes many of
 * them: on to the next field, and from the last one the check-in is sent.
 *
 * The last one is how confident somebody is: a digit that is typed there says it all,
 * and sends. After "1" it waits, as that may become 10.
 */

#include "config.h"

#include "qd-checkin-steps.h"
#include "widgets/qd-confidence-picker.h"
#include "widgets/qd-number-entry.h"

#define KEY "qd-checkin-steps"

/* In milliseconds: somewhat longer than the picker takes a "0" as part of 10. */
#define PATIENCE 650

typedef struct
{
  GtkWidget *fields; /* (unowned): has this as its data */
  GPtrArray *stops;  /* (element-type GtkWidget) (unowned): in fields */
  guint send_id;
} Steps;

static gboolean
has_focus (GtkWidget *widget)
{
  return (gtk_widget_get_state_flags (widget) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

/* What is chosen in a list is chosen with Enter. */
static gboolean
is_in_popover (Steps *self)
{
  GtkRoot *root = gtk_widget_get_root (self->fields);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) != NULL;
}

static void
send (Steps *self)
{
  g_clear_handle_id (&self->send_id, g_source_remove);
  gtk_widget_activate_action (self->fields, "checkin.send", NULL);
}

/* To the next of them that shows. */
static void
go_on (Steps *self,
       guint  stop)
{
  guint next = stop + 1;

  while (next < self->stops->len &&
         !gtk_widget_get_visible (g_ptr_array_index (self->stops, next)))
    next++;

  if (next < self->stops->len)
    gtk_widget_grab_focus (g_ptr_array_index (self->stops, next));
  else
    send (self);
}

static gboolean
on_enter (GtkWidget *fields,
          GVariant  *unused_arguments,
          gpointer   user_data)
{
  Steps *self = user_data;

  g_assert (self->fields == fields);

  if (is_in_popover (self))
    return GDK_EVENT_PROPAGATE;

  for (guint i = 0; i < self->stops->len; i++)
    {
      GtkWidget *stop = g_ptr_array_index (self->stops, i);

      if (!has_focus (stop))
        continue;

      /* A number that is no number has to be put right first. */
      if (!QD_IS_NUMBER_ENTRY (stop) || qd_number_entry_finish (QD_NUMBER_ENTRY (stop)))
        go_on (self, i);

      return GDK_EVENT_STOP;
    }

  return GDK_EVENT_PROPAGATE;
}

static gboolean
on_patience_over (gpointer user_data)
{
  Steps *self = user_data;

  self->send_id = 0;
  send (self);

  return G_SOURCE_REMOVE;
}

static void
on_digit (Steps              *self,
          int                 digit,
          QdConfidencePicker *picker)
{
  g_assert (QD_IS_CONFIDENCE_PICKER (picker));

  g_clear_handle_id (&self->send_id, g_source_remove);
  if (digit == 1)
    self->send_id = g_timeout_add (PATIENCE, on_patience_over, self);
  else
    send (self);
}

/* Who leaves, or takes the digit back, does not send it. */
static void
on_changed_mind (Steps *self)
{
  g_clear_handle_id (&self->send_id, g_source_remove);
}

static void
watch_picker (Steps     *self,
              GtkWidget *picker)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_data (picker, "type-digit", G_CALLBACK (on_digit), self, NULL,
                         G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_swapped (picker, "clear", G_CALLBACK (on_changed_mind), self);
  g_signal_connect_swapped (picker, "step", G_CALLBACK (on_changed_mind), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_changed_mind), self);
  gtk_widget_add_controller (picker, focus);
}

static void
steps_free (gpointer data)
{
  Steps *self = data;

  g_clear_handle_id (&self->send_id, g_source_remove);
  g_ptr_array_unref (self->stops);
  g_free (self);
}

/**
 * qd_checkin_steps_attach:
 * @fields: a widget with the action "checkin.send"
 * @stops: (array length=n_stops): what Enter goes through, all of them in @fields for as
 *   long as that is there, the last one a #QdConfidencePicker; those that do not show
 *   are passed by
 * @n_stops: how many
 *
 * Lets Enter go from one of @stops to the next, also where it would begin a new line:
 * that is left to Shift+Enter.
 */
void
qd_checkin_steps_attach (GtkWidget         *fields,
                         GtkWidget * const *stops,
                         guint              n_stops)
{
  GtkEventController *shortcuts = gtk_shortcut_controller_new ();
  Steps *self = g_new0 (Steps, 1);

  g_return_if_fail (GTK_IS_WIDGET (fields));
  g_return_if_fail (n_stops > 0 && QD_IS_CONFIDENCE_PICKER (stops[n_stops - 1]));

  self->fields = fields;
  self->stops = g_ptr_array_new ();
  for (guint i = 0; i < n_stops; i++)
    g_ptr_array_add (self->stops, stops[i]);
  g_object_set_data_full (G_OBJECT (fields), KEY, self, steps_free);
  watch_picker (self, stops[n_stops - 1]);

  /* Before the fields get the key. */
  gtk_event_controller_set_propagation_phase (shortcuts, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (shortcuts),
    gtk_shortcut_new (gtk_alternative_trigger_new (
                        gtk_keyval_trigger_new (GDK_KEY_Return, 0),
                        gtk_keyval_trigger_new (GDK_KEY_KP_Enter, 0)),
                      gtk_callback_action_new (on_enter, self, NULL)));
  gtk_widget_add_controller (fields, shortcuts);
}
