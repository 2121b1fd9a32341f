/* Light or dark, as the person or the desktop wants it.
 *
 * GTK 4.8 does not follow the desktop's preference by itself: it is asked of
 * the settings portal, without waiting for the answer. Where there is no
 * portal, GTK's own setting stands.
 */

#include "config.h"

#include <gtk/gtk.h>

#include "qd-appearance.h"

#define PORTAL_NAME "org.freedesktop.portal.Desktop"
#define PORTAL_PATH "/org/freedesktop/portal/desktop"
#define PORTAL_INTERFACE "org.freedesktop.portal.Settings"
#define PORTAL_NAMESPACE "org.freedesktop.appearance"
#define PORTAL_KEY "color-scheme"

/* The portal's word for a preference of dark; 0 is none, 2 is light. */
#define PORTAL_PREFER_DARK 1

struct _QdAppearance
{
  GObject parent_instance;

  QdSettings *settings;

  GCancellable *cancellable;
  GDBusConnection *bus;
  guint subscription;
  gboolean portal_answered;
  guint32 portal_scheme;
  gboolean decided;             /* whether GTK's own setting is overridden */
};

G_DEFINE_FINAL_TYPE (QdAppearance, qd_appearance, G_TYPE_OBJECT)

/* The portal boxes its values once or twice, depending on its age. */
static void
take_portal_value (QdAppearance *self,
                   GVariant     *boxed)
{
  g_autoptr (GVariant) value = g_variant_ref (boxed);

  while (g_variant_is_of_type (value, G_VARIANT_TYPE_VARIANT))
    {
      GVariant *inner = g_variant_get_variant (value);

      g_variant_unref (value);
      value = inner;
    }

  if (g_variant_is_of_type (value, G_VARIANT_TYPE_UINT32))
    {
      self->portal_answered = TRUE;
      self->portal_scheme = g_variant_get_uint32 (value);
    }
}

/* GTK reads its theme anew even where the setting only seems to change, and that
 * takes longer than all else about a window. */
static void
set_dark (QdAppearance *self,
          gboolean      dark)
{
  GtkSettings *settings = gtk_settings_get_default ();
  gboolean is_dark;

  g_object_get (settings, "gtk-application-prefer-dark-theme", &is_dark, NULL);
  if (is_dark != dark)
    g_object_set (settings, "gtk-application-prefer-dark-theme", dark, NULL);
  self->decided = TRUE;
}

static void
apply (QdAppearance *self)
{
  GtkSettings *settings = gtk_settings_get_default ();
  g_autofree char *scheme = NULL;

  if (settings == NULL)
    return;

  scheme = qd_settings_dup_string (self->settings, "colour-scheme");
  if (g_str_equal (scheme, "light"))
    set_dark (self, FALSE);
  else if (g_str_equal (scheme, "dark"))
    set_dark (self, TRUE);
  else if (self->portal_answered)
    set_dark (self, self->portal_scheme == PORTAL_PREFER_DARK);
  else if (self->decided)
    {
      gtk_settings_reset_property (settings,
                                   "gtk-application-prefer-dark-theme");
      self->decided = FALSE;
    }
}

static void
on_setting_changed (GDBusConnection *bus,
                    const char      *sender,
                    const char      *path,
                    const char      *interface,
                    const char      *signal,
                    GVariant        *arguments,
                    gpointer         user_data)
{
  QdAppearance *self = user_data;
  g_autoptr (GVariant) value = NULL;
  const char *namespace;
  const char *key;

  g_assert (QD_IS_APPEARANCE (self));

  if (!g_variant_is_of_type (arguments, G_VARIANT_TYPE ("(ssv)")))
    return;

  g_variant_get (arguments, "(&s&sv)", &namespace, &key, &value);
  if (!g_str_equal (namespace, PORTAL_NAMESPACE) ||
      !g_str_equal (key, PORTAL_KEY))
    return;

  take_portal_value (self, value);
  apply (self);
}

static void
on_read (GObject      *bus,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer = NULL;
  g_autoptr (GVariant) value = NULL;
  QdAppearance *self = user_data;

  answer = g_dbus_connection_call_finish (G_DBUS_CONNECTION (bus), result,
                                          &error);
  if (answer == NULL)
    {
      g_debug ("The desktop does not say whether it is dark: %s",
               error->message);
      return;
    }

  g_assert (QD_IS_APPEARANCE (self));

  g_variant_get (answer, "(v)", &value);
  take_portal_value (self, value);
  apply (self);
}

static void
on_bus (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  GDBusConnection *bus = g_bus_get_finish (result, &error);
  QdAppearance *self = user_data;

  if (bus == NULL)
    {
      g_debug ("No session bus: %s", error->message);
      return;
    }

  /* Cancelled, and so not ours any more, would have been an error. */
  g_assert (QD_IS_APPEARANCE (self));

  self->bus = bus;
  self->subscription =
    g_dbus_connection_signal_subscribe (bus, PORTAL_NAME, PORTAL_INTERFACE,
                                        "SettingChanged", PORTAL_PATH,
                                        PORTAL_NAMESPACE,
                                        G_DBUS_SIGNAL_FLAGS_NONE,
                                        on_setting_changed, self, NULL);
  g_dbus_connection_call (bus, PORTAL_NAME, PORTAL_PATH, PORTAL_INTERFACE,
                          "Read",
                          g_variant_new ("(ss)", PORTAL_NAMESPACE, PORTAL_KEY),
                          G_VARIANT_TYPE ("(v)"),
                          G_DBUS_CALL_FLAGS_NONE, -1, self->cancellable,
                          on_read, self);
}

/* The desktop is asked only by those who want to follow it. */
static void
update (QdAppearance *self)
{
  g_autofree char *scheme = qd_settings_dup_string (self->settings,
                                                    "colour-scheme");

  g_assert (QD_IS_APPEARANCE (self));

  if (self->cancellable == NULL && g_str_equal (scheme, "follow"))
    {
      self->cancellable = g_cancellable_new ();
      g_bus_get (G_BUS_TYPE_SESSION, self->cancellable, on_bus, self);
    }

  apply (self);
}

static void
qd_appearance_dispose (GObject *object)
{
  QdAppearance *self = QD_APPEARANCE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->subscription != 0)
    g_dbus_connection_signal_unsubscribe (self->bus, self->subscription);
  self->subscription = 0;
  g_clear_object (&self->bus);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (qd_appearance_parent_class)->dispose (object);
}

static void
qd_appearance_class_init (QdAppearanceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = qd_appearance_dispose;
}

static void
qd_appearance_init (QdAppearance *self)
{
}

/**
 * qd_appearance_new:
 * @settings: settings whose "colour-scheme" says what the person wants
 *
 * Makes all windows light or dark from now on, as long as the object lives.
 *
 * Returns: (transfer full): a new object
 */
QdAppearance *
qd_appearance_new (QdSettings *settings)
{
  QdAppearance *self;

  g_return_val_if_fail (QD_IS_SETTINGS (settings), NULL);

  self = g_object_new (QD_TYPE_APPEARANCE, NULL);
  self->settings = g_object_ref (settings);
  g_signal_connect_object (settings, "notify::colour-scheme",
                           G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return self;
}
