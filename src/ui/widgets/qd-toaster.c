/* A place for short messages over the content of a window.
 *
 * One message shows at a time; a newer one takes the place of the older. A
 * message goes by itself after a while, but stays as long as the pointer is
 * over it or the focus is in it. The undo button only names the window's
 * action: whoever changes the file must withdraw it when it would mean something
 * else by then.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "qd-error.h"
#include "qd-toaster.h"

/* How long a message stays, in milliseconds. */
#define DEFAULT_DURATION 5000

/* An error, or an offer, wants to be read: it stays this many times longer. */
#define ERROR_FACTOR 3

/* What else than to undo a message offers to do. */
typedef struct
{
  const char *label;
  const char *action_name;
  GVariant *target;
} Offer;

/* Messages quote titles, and these may be of any length, in characters. */
#define MAX_LENGTH 400

struct _QdToaster
{
  GtkWidget parent_instance;

  GtkOverlay *overlay;
  GtkRevealer *revealer;

  GtkLabel *label;              /* of the toast that shows, or NULL */
  gboolean undoable;
  guint duration;
  guint time_left;
  guint timeout_id;
  guint n_holds;                /* pointer over it, focus in it */
};

enum
{
  PROP_0,
  PROP_CHILD,
  PROP_DURATION,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (QdToaster, qd_toaster, GTK_TYPE_WIDGET)

static GParamSpec *properties[N_PROPS];

static gboolean
on_timeout (gpointer user_data)
{
  QdToaster *self = user_data;

  g_assert (QD_IS_TOASTER (self));

  self->timeout_id = 0;
  qd_toaster_dismiss (self);

  return G_SOURCE_REMOVE;
}

/* Let the time run while nobody is busy with the toast. */
static void
update_timeout (QdToaster *self)
{
  g_clear_handle_id (&self->timeout_id, g_source_remove);

  if (self->label != NULL && self->n_holds == 0)
    self->timeout_id = g_timeout_add (self->time_left, on_timeout, self);
}

static void
on_hold (QdToaster *self)
{
  g_assert (QD_IS_TOASTER (self));

  self->n_holds++;
  update_timeout (self);
}

static void
on_release (QdToaster *self)
{
  g_assert (QD_IS_TOASTER (self));

  /* The last toast may have gone with the pointer over it. */
  if (self->n_holds == 0)
    return;

  self->n_holds--;
  update_timeout (self);
}

static void
on_child_revealed (QdToaster *self)
{
  g_assert (QD_IS_TOASTER (self));

  if (self->label == NULL)
    gtk_revealer_set_child (self->revealer, NULL);
}

static GtkWidget *
create_label (QdToaster  *self,
              const char *text)
{
  GtkWidget *label = gtk_label_new (NULL);

  self->label = GTK_LABEL (label);
  if (g_utf8_strlen (text, -1) > MAX_LENGTH)
    {
      g_autofree char *start = g_utf8_substring (text, 0, MAX_LENGTH);
      g_autofree char *cut = g_strconcat (start, "…", NULL);

      gtk_label_set_text (self->label, cut);
    }
  else
    gtk_label_set_text (self->label, text);

  gtk_label_set_wrap (self->label, TRUE);
  gtk_label_set_wrap_mode (self->label, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (self->label, GTK_NATURAL_WRAP_NONE);
  gtk_label_set_lines (self->label, 4);
  gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (self->label, 60);
  gtk_label_set_xalign (self->label, 0);

  return label;
}

static GtkWidget *
create_close_button (QdToaster *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _("Dismiss"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Dismiss"),
                                  -1);
  g_signal_connect_swapped (button, "clicked",
                            G_CALLBACK (qd_toaster_dismiss), self);

  return button;
}

static GtkWidget *
create_button (const Offer *offer)
{
  GtkWidget *button = gtk_button_new_with_label (offer->label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), offer->action_name);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), offer->target);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);

  return button;
}

/* A fresh widget for every message: its role depends on what it says, and a
 * screen reader announces what newly appears. */
static GtkWidget *
create_toast (QdToaster         *self,
              const char        *text,
              const Offer       *offer,
              gboolean           undoable,
              GtkAccessibleRole  role)
{
  const Offer undo = { _("Undo"), "win.undo", NULL };
  GtkWidget *toast = g_object_new (GTK_TYPE_BOX,
                                   "accessible-role", role,
                                   "css-name", "toast",
                                   "spacing", 12,
                                   NULL);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkWidget *label = create_label (self, text);

  gtk_box_append (GTK_BOX (toast), label);
  if (offer != NULL)
    gtk_box_append (GTK_BOX (toast), create_button (offer));
  if (undoable)
    gtk_box_append (GTK_BOX (toast), create_button (&undo));
  gtk_box_append (GTK_BOX (toast), create_close_button (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (toast),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_text (GTK_LABEL (label)),
                                  -1);

  g_signal_connect_swapped (motion, "enter", G_CALLBACK (on_hold), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (on_release), self);
  gtk_widget_add_controller (toast, motion);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (on_hold), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_release), self);
  gtk_widget_add_controller (toast, focus);

  return toast;
}

/* Leave the focus with the content when the toast that has it goes. */
static void
rescue_focus (QdToaster *self)
{
  GtkWidget *child = gtk_overlay_get_child (self->overlay);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && child != NULL &&
      gtk_widget_is_ancestor (focus, GTK_WIDGET (self->revealer)))
    gtk_widget_child_focus (child, GTK_DIR_TAB_FORWARD);
}

static void
show_toast (QdToaster         *self,
            const char        *text,
            const Offer       *offer,
            gboolean           undoable,
            GtkAccessibleRole  role)
{
  const gboolean long_read = role == GTK_ACCESSIBLE_ROLE_ALERT || offer != NULL;
  GtkWidget *toast;

  rescue_focus (self);
  toast = create_toast (self, text, offer, undoable, role);
  if (role == GTK_ACCESSIBLE_ROLE_ALERT)
    gtk_widget_add_css_class (toast, "error");

  self->undoable = undoable;
  self->n_holds = 0;
  self->time_left = self->duration;
  if (long_read)
    self->time_left *= ERROR_FACTOR;

  /* No "leave" comes where a drag ended in a drop. */
  gtk_widget_set_can_target (GTK_WIDGET (self->revealer), TRUE);
  gtk_revealer_set_child (self->revealer, toast);
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
  update_timeout (self);
}

static void
qd_toaster_dispose (GObject *object)
{
  QdToaster *self = QD_TOASTER (object);

  g_clear_handle_id (&self->timeout_id, g_source_remove);
  self->label = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_TOASTER);

  G_OBJECT_CLASS (qd_toaster_parent_class)->dispose (object);
}

static void
qd_toaster_get_property (GObject    *object,
                         guint       property_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  QdToaster *self = QD_TOASTER (object);

  switch (property_id)
    {
    case PROP_CHILD:
      g_value_set_object (value, qd_toaster_get_child (self));
      break;

    case PROP_DURATION:
      g_value_set_uint (value, self->duration);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
qd_toaster_set_property (GObject      *object,
                         guint         property_id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  QdToaster *self = QD_TOASTER (object);

  switch (property_id)
    {
    case PROP_CHILD:
      qd_toaster_set_child (self, g_value_get_object (value));
      break;

    case PROP_DURATION:
      if (self->duration != g_value_get_uint (value))
        {
          self->duration = g_value_get_uint (value);
          g_object_notify_by_pspec (object, pspec);
        }
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

/* What is dragged goes through a message to what lies below it. */
static void
on_drag_enter (QdToaster *self)
{
  g_assert (QD_IS_TOASTER (self));

  gtk_widget_set_can_target (GTK_WIDGET (self->revealer), FALSE);
}

static void
on_drag_leave (QdToaster *self)
{
  g_assert (QD_IS_TOASTER (self));

  gtk_widget_set_can_target (GTK_WIDGET (self->revealer), TRUE);
}

static void
qd_toaster_class_init (QdToasterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = qd_toaster_dispose;
  object_class->get_property = qd_toaster_get_property;
  object_class->set_property = qd_toaster_set_property;

  /**
   * QdToaster:child:
   *
   * The content below the messages.
   */
  properties[PROP_CHILD] =
    g_param_spec_object ("child", NULL, NULL,
                         GTK_TYPE_WIDGET,
                         G_PARAM_READWRITE |
                         G_PARAM_EXPLICIT_NOTIFY |
                         G_PARAM_STATIC_STRINGS);

  /**
   * QdToaster:duration:
   *
   * How long a message stays, in milliseconds.
   */
  properties[PROP_DURATION] =
    g_param_spec_uint ("duration", NULL, NULL,
                       1, G_MAXUINT / ERROR_FACTOR, DEFAULT_DURATION,
                       G_PARAM_READWRITE |
                       G_PARAM_EXPLICIT_NOTIFY |
                       G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "toaster");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/quarterdeck/Quarterdeck/qd-toaster.ui");
  gtk_widget_class_bind_template_child (widget_class, QdToaster, overlay);
  gtk_widget_class_bind_template_child (widget_class, QdToaster, revealer);
  gtk_widget_class_bind_template_callback (widget_class, on_child_revealed);
}

static void
qd_toaster_init (QdToaster *self)
{
  GtkEventController *drag = gtk_drop_controller_motion_new ();

  self->duration = DEFAULT_DURATION;
  gtk_widget_init_template (GTK_WIDGET (self));

  g_signal_connect_swapped (drag, "enter", G_CALLBACK (on_drag_enter), self);
  g_signal_connect_swapped (drag, "leave", G_CALLBACK (on_drag_leave), self);
  gtk_widget_add_controller (GTK_WIDGET (self), drag);
}

/**
 * qd_toaster_new:
 *
 * Returns: (transfer floating): a toaster without content
 */
GtkWidget *
qd_toaster_new (void)
{
  return g_object_new (QD_TYPE_TOASTER, NULL);
}

/**
 * qd_toaster_get_child:
 *
 * Returns: (transfer none) (nullable): the content below the messages
 */
GtkWidget *
qd_toaster_get_child (QdToaster *self)
{
  g_return_val_if_fail (QD_IS_TOASTER (self), NULL);

  return gtk_overlay_get_child (self->overlay);
}

/**
 * qd_toaster_set_child:
 * @child: (nullable): the content below the messages
 */
void
qd_toaster_set_child (QdToaster *self,
                      GtkWidget *child)
{
  g_return_if_fail (QD_IS_TOASTER (self));
  g_return_if_fail (child == NULL || GTK_IS_WIDGET (child));

  if (gtk_overlay_get_child (self->overlay) == child)
    return;

  gtk_overlay_set_child (self->overlay, child);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHILD]);
}

/**
 * qd_toaster_get_text:
 *
 * Returns: (nullable): the message that shows, or %NULL when none does
 */
const char *
qd_toaster_get_text (QdToaster *self)
{
  g_return_val_if_fail (QD_IS_TOASTER (self), NULL);

  return self->label != NULL ? gtk_label_get_text (self->label) : NULL;
}

/**
 * qd_toaster_dismiss:
 *
 * Takes away the message that shows, if any.
 */
void
qd_toaster_dismiss (QdToaster *self)
{
  g_return_if_fail (QD_IS_TOASTER (self));

  if (self->label == NULL)
    return;

  rescue_focus (self);
  self->label = NULL;
  self->n_holds = 0;
  update_timeout (self);
  gtk_revealer_set_reveal_child (self->revealer, FALSE);
}

/**
 * qd_toaster_withdraw_undo:
 *
 * Takes away the message that shows if it offers to undo what it tells of: by
 * now something else would be undone.
 */
void
qd_toaster_withdraw_undo (QdToaster *self)
{
  g_return_if_fail (QD_IS_TOASTER (self));

  if (self->undoable)
    qd_toaster_dismiss (self);
}

/**
 * qd_toaster_say:
 * @any_descendant: a widget inside a #QdToaster
 * @text: a translated sentence in the past that says what was done
 * @undoable: whether to offer an undo button, which activates "win.undo"
 *
 * Shows @text in place of any other message. Does nothing outside a toaster.
 */
void
qd_toaster_say (GtkWidget  *any_descendant,
                const char *text,
                gboolean    undoable)
{
  GtkWidget *self;

  g_return_if_fail (GTK_IS_WIDGET (any_descendant));
  g_return_if_fail (text != NULL);

  self = gtk_widget_get_ancestor (any_descendant, QD_TYPE_TOASTER);
  if (self != NULL)
    show_toast (QD_TOASTER (self), text, NULL, undoable,
                GTK_ACCESSIBLE_ROLE_STATUS);
}

/**
 * qd_toaster_offer:
 * @any_descendant: a widget inside a #QdToaster
 * @text: a translated sentence in the past that says what was done
 * @label: (transfer none): what can be done next, as on a button
 * @action_name: the action that does it, of the window
 * @target: (nullable) (transfer floating): the parameter of the action
 *
 * Shows @text in place of any other message, for longer than others, with a button for
 * what it offers, and one to undo.
 */
void
qd_toaster_offer (GtkWidget  *any_descendant,
                  const char *text,
                  const char *label,
                  const char *action_name,
                  GVariant   *target)
{
  g_autoptr (GVariant) sunk = target != NULL ? g_variant_ref_sink (target) : NULL;
  const Offer offer = { label, action_name, sunk };
  GtkWidget *self;

  g_return_if_fail (GTK_IS_WIDGET (any_descendant));
  g_return_if_fail (text != NULL);
  g_return_if_fail (label != NULL);
  g_return_if_fail (action_name != NULL);

  self = gtk_widget_get_ancestor (any_descendant, QD_TYPE_TOASTER);
  if (self != NULL)
    show_toast (QD_TOASTER (self), text, &offer, TRUE, GTK_ACCESSIBLE_ROLE_STATUS);
}

/**
 * qd_toaster_report:
 * @any_descendant: a widget inside a #QdToaster
 * @error: what happened
 *
 * Shows the message of @error in place of any other, for longer than others.
 * What the person cancelled needs no message. Outside a toaster, the message
 * goes to the log.
 */
void
qd_toaster_report (GtkWidget    *any_descendant,
                   const GError *error)
{
  GtkWidget *self;

  g_return_if_fail (GTK_IS_WIDGET (any_descendant));
  g_return_if_fail (error != NULL);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = gtk_widget_get_ancestor (any_descendant, QD_TYPE_TOASTER);
  if (self != NULL)
    show_toast (QD_TOASTER (self), error->message, NULL, FALSE,
                GTK_ACCESSIBLE_ROLE_ALERT);
  else
    g_message ("%s", error->message);
}
