"""Where programs send their notifications: a desktop that shows none of them, but
remembers which there were and can click on them."""

import threading

from gi.repository import Gio, GLib

NAME = 'org.gtk.Notifications'
PATH = '/org/gtk/Notifications'
INTERFACE = """
<node>
  <interface name="org.gtk.Notifications">
    <method name="AddNotification">
      <arg type="s" direction="in"/>
      <arg type="s" direction="in"/>
      <arg type="a{sv}" direction="in"/>
    </method>
    <method name="RemoveNotification">
      <arg type="s" direction="in"/>
      <arg type="s" direction="in"/>
    </method>
  </interface>
</node>
"""
APPLICATION = 'org.quarterdeck.Quarterdeck'


class Notifications:
    """Owns the name as long as the test program lives; its thread only listens."""

    def __init__(self):
        self.sent = []      # (title, body), in order
        self.shown = {}     # id → what it says, as it came
        self.context = GLib.MainContext()
        ready = threading.Event()
        threading.Thread(target=self.listen, args=(ready,),
                         daemon=True).start()
        ready.wait()

    def listen(self, ready):
        self.context.push_thread_default()
        self.connection = Gio.DBusConnection.new_for_address_sync(
            Gio.dbus_address_get_for_bus_sync(Gio.BusType.SESSION, None),
            Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT |
            Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION, None, None)
        node = Gio.DBusNodeInfo.new_for_xml(INTERFACE)
        self.connection.register_object(PATH, node.interfaces[0], self.on_call,
                                        None, None)
        self.connection.call_sync(
            'org.freedesktop.DBus', '/org/freedesktop/DBus',
            'org.freedesktop.DBus', 'RequestName',
            GLib.Variant('(su)', (NAME, 0)), None, Gio.DBusCallFlags.NONE, -1,
            None)
        ready.set()
        GLib.MainLoop.new(self.context, False).run()

    def on_call(self, _connection, _sender, _path, _interface, method,
                parameters, invocation):
        words = parameters.unpack()
        if method == 'AddNotification':
            self.shown[words[1]] = words[2]
            self.sent.append((words[2]['title'], words[2]['body']))
        else:
            self.shown.pop(words[1], None)
        invocation.return_value(None)

    def click(self):
        """Click on the one notification that shows, as a desktop does."""
        (name, notification), = self.shown.items()
        action = notification['default-action'].removeprefix('app.')
        del self.shown[name]
        Gio.bus_get_sync(Gio.BusType.SESSION, None).call_sync(
            APPLICATION, '/' + APPLICATION.replace('.', '/'),
            'org.freedesktop.Application', 'ActivateAction',
            GLib.Variant('(sava{sv})', (action, [], {})), None,
            Gio.DBusCallFlags.NO_AUTO_START, -1, None)
