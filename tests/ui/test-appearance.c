/* Light or dark, with a desktop that says what it prefers, and without. */

#include "config.h"

#include <gtk/gtk.h>

#include "qd-appearance.h"
#include "ui-fixture.h"

#define PORTAL_PATH "/org/freedesktop/portal/desktop"
#define PORTAL_INTERFACE "org.freedesktop.portal.Settings"

static const char introspection[] =
  "<node><interface name='" PORTAL_INTERFACE "'>"
  " <method name='Read'>"
  "  <arg type='s' direction='in'/><arg type='s' direction='in'/>"
  "  <arg type='v' direction='out'/>"
  " </method>"
  "</interface></node>";

typedef struct
{
  GDBusConnection *bus;
  guint object;
  guint name;
  gboolean owned;
  guint32 scheme;
  guint n_reads;
} Portal;

static gboolean
is_dark (void)
{
  gboolean dark;

  g_object_get (gtk_settings_get_default (),
                "gtk-application-prefer-dark-theme", &dark,
                NULL);

  return dark;
}

static void
on_call (GDBusConnection       *bus,
         const char            *sender,
         const char            *path,
         const char            *interface,
         const char            *method,
         GVariant              *arguments,
         GDBusMethodInvocation *invocation,
         gpointer               user_data)
{
  Portal *portal = user_data;
  const char *namespace;
  const char *key;

  g_variant_get (arguments, "(&s&s)", &namespace, &key);
  g_assert_cmpstr (namespace, ==, "org.freedesktop.appearance");
  g_assert_cmpstr (key, ==, "color-scheme");
  portal->n_reads++;

  /* Boxed twice, as Read() of real portals has it. */
  g_dbus_method_invocation_return_value (
    invocation,
    g_variant_new ("(v)", g_variant_new_variant (
                            g_variant_new_uint32 (portal->scheme))));
}

static void
on_owned (GDBusConnection *bus,
          const char      *name,
          gpointer         user_data)
{
  Portal *portal = user_data;

  portal->owned = TRUE;
}

static void
set_up (Portal        *portal,
        gconstpointer  unused)
{
  static const GDBusInterfaceVTable vtable = { .method_call = on_call };
  g_autoptr (GDBusNodeInfo) info = NULL;
  g_autoptr (GError) error = NULL;

  info = g_dbus_node_info_new_for_xml (introspection, &error);
  g_assert_no_error (error);
  portal->bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &error);
  g_assert_no_error (error);
  portal->object = g_dbus_connection_register_object (portal->bus, PORTAL_PATH,
                                                      info->interfaces[0], &vtable,
                                                      portal, NULL, &error);
  g_assert_no_error (error);
  portal->name = g_bus_own_name_on_connection (portal->bus,
                                               "org.freedesktop.portal.Desktop",
                                               G_BUS_NAME_OWNER_FLAGS_NONE,
                                               on_owned, NULL, portal, NULL);
  while (!portal->owned)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (is_dark ());
}

static void
tear_down (Portal        *portal,
           gconstpointer  unused)
{
  g_bus_unown_name (portal->name);
  g_dbus_connection_unregister_object (portal->bus, portal->object);
  g_object_unref (portal->bus);
  gtk_settings_reset_property (gtk_settings_get_default (),
                               "gtk-application-prefer-dark-theme");
}

static void
change_scheme (Portal  *portal,
               guint32  scheme)
{
  g_autoptr (GError) error = NULL;

  portal->scheme = scheme;
  g_dbus_connection_emit_signal (portal->bus, NULL, PORTAL_PATH, PORTAL_INTERFACE,
                                 "SettingChanged",
                                 g_variant_new ("(ssv)",
                                                "org.freedesktop.appearance",
                                                "color-scheme",
                                                g_variant_new_uint32 (scheme)),
                                 &error);
  g_assert_no_error (error);
}

static void
wait_for (gboolean dark)
{
  while (is_dark () != dark)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_follow (Portal        *portal,
             gconstpointer  unused)
{
  g_autoptr (QdSettings) settings = qd_settings_new (FALSE);
  QdAppearance *appearance;

  portal->scheme = 1;
  appearance = qd_appearance_new (settings);
  g_assert_false (is_dark ());
  wait_for (TRUE);

  change_scheme (portal, 2);
  wait_for (FALSE);
  change_scheme (portal, 1);
  wait_for (TRUE);

  g_object_set (settings, "colour-scheme", "light", NULL);
  g_assert_false (is_dark ());
  g_object_set (settings, "colour-scheme", "follow", NULL);
  g_assert_true (is_dark ());

  g_assert_finalize_object (appearance);
}

/* Who has decided needs no portal. */
static void
test_decided (Portal        *portal,
              gconstpointer  unused)
{
  g_autoptr (QdSettings) settings = qd_settings_new (FALSE);
  QdAppearance *appearance;

  g_object_set (settings, "colour-scheme", "dark", NULL);
  appearance = qd_appearance_new (settings);
  g_assert_true (is_dark ());
  ui_settle ();
  g_assert_cmpuint (portal->n_reads, ==, 0);

  g_assert_finalize_object (appearance);
}

/* What comes too late concerns nobody. */
static void
test_gone (Portal        *portal,
           gconstpointer  unused)
{
  g_autoptr (QdSettings) settings = qd_settings_new (FALSE);

  portal->scheme = 1;
  g_assert_finalize_object (qd_appearance_new (settings));
  change_scheme (portal, 1);
  ui_settle ();
  g_assert_false (is_dark ());
}

/* What GTK itself was told stands. */
static void
test_without_portal (void)
{
  g_autoptr (QdSettings) settings = qd_settings_new (FALSE);
  QdAppearance *appearance = qd_appearance_new (settings);

  ui_settle ();
  g_assert_false (is_dark ());
  g_object_set (settings, "colour-scheme", "dark", NULL);
  g_assert_true (is_dark ());
  g_object_set (settings, "colour-scheme", "follow", NULL);
  g_assert_false (is_dark ());

  g_assert_finalize_object (appearance);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv);

  g_test_add_func ("/appearance/without-portal", test_without_portal);
  g_test_add ("/appearance/follow", Portal, NULL, set_up, test_follow, tear_down);
  g_test_add ("/appearance/decided", Portal, NULL,
              set_up, test_decided, tear_down);
  g_test_add ("/appearance/gone", Portal, NULL, set_up, test_gone, tear_down);

  return g_test_run ();
}
