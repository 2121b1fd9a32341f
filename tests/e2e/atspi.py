"""What a screen reader is told about a program.

The accessible objects of one process, read from the accessibility bus at the
moment they are asked for: nothing is remembered, so what a test sees is what
the program says now. Questions go out many at a time, because one that waits
for its answer costs ten times as much. It presses nothing and changes nothing.

GTK 4 knows no places on the screen, only in a window, and says that every
object is "visible": what is scrolled out of sight shows in its extents alone.
"""

from gi.repository import Gio, GLib

ACCESSIBLE = 'org.a11y.atspi.Accessible'
COMPONENT = 'org.a11y.atspi.Component'
TEXT = 'org.a11y.atspi.Text'
PROPERTIES = 'org.freedesktop.DBus.Properties'
REGISTRY = ('org.a11y.atspi.Registry', '/org/a11y/atspi/accessible/root')
WINDOW_COORDINATES = 1
CALL_MILLISECONDS = 60_000

STATES = {
    'active': 1, 'busy': 3, 'checked': 4, 'editable': 7, 'expanded': 10,
    'focusable': 11, 'focused': 12, 'pressed': 20, 'selected': 23,
    'sensitive': 24, 'showing': 25,
}


class Gone(Exception):
    """The object, or the whole program, is no longer there."""


class Bus:
    """The accessibility bus of the session."""

    def __init__(self):
        session = Gio.bus_get_sync(Gio.BusType.SESSION)
        address, = session.call_sync(
            'org.a11y.Bus', '/org/a11y/bus', 'org.a11y.Bus', 'GetAddress',
            None, None, Gio.DBusCallFlags.NONE, CALL_MILLISECONDS).unpack()
        self.connection = Gio.DBusConnection.new_for_address_sync(
            address, Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT
            | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION)

    def ask(self, calls):
        """Answers to (name, path, interface, method, arguments), in order;
        None from what is gone."""
        calls = list(calls)
        answers = [None] * len(calls)
        waiting = len(calls)

        def take(connection, result, index):
            nonlocal waiting
            waiting -= 1
            try:
                answers[index] = connection.call_finish(result).unpack()
            except GLib.Error:
                pass

        for index, call in enumerate(calls):
            self.connection.call(*call, None, Gio.DBusCallFlags.NONE,
                                 CALL_MILLISECONDS, None, take, index)
        while waiting:
            GLib.MainContext.default().iteration(True)
        return answers

    def application(self, process):
        """The root object of a process, or None while it has none."""
        answer, = self.ask([(*REGISTRY, ACCESSIBLE, 'GetChildren', None)])
        references = answer[0] if answer else []
        owners = self.ask(
            ('org.freedesktop.DBus', '/', 'org.freedesktop.DBus',
             'GetConnectionUnixProcessID', GLib.Variant('(s)', (name,)))
            for name, _ in references)
        for reference, owner in zip(references, owners):
            if owner == (process,):
                return Node(self, *reference)
        return None


class Node:
    """One accessible object. Everything about it is asked for anew, but for
    the role, which never changes."""

    def __init__(self, bus, bus_name, path, parent=None):
        self.bus = bus
        self.bus_name = bus_name
        self.path = path
        self.parent = parent
        self.known_role = None

    def __repr__(self):
        return f'{self.role} “{self.name[:60]}”'

    def __eq__(self, other):
        return (isinstance(other, Node)
                and (self.bus_name, self.path) == (other.bus_name, other.path))

    def __hash__(self):
        return hash((self.bus_name, self.path))

    def to(self, interface, method, arguments=None):
        """A question to this object, for Bus.ask()."""
        return self.bus_name, self.path, interface, method, arguments

    def ask(self, *question):
        answer, = self.bus.ask([self.to(*question)])
        if answer is None:
            raise Gone(f'{self.path} does not answer {question[1]}')
        return answer[0]

    @property
    def name(self):
        return names([self])[0]

    @property
    def description(self):
        return self.ask(PROPERTIES, 'Get', GLib.Variant(
            '(ss)', (ACCESSIBLE, 'Description')))

    @property
    def role(self):
        if self.known_role is None:
            self.known_role = self.ask(ACCESSIBLE, 'GetRoleName')
        return self.known_role

    @property
    def states(self):
        return states([self])[0]

    @property
    def extents(self):
        return extents([self])[0]

    @property
    def text(self):
        """The text of an entry."""
        length = self.ask(PROPERTIES, 'Get', GLib.Variant(
            '(ss)', (TEXT, 'CharacterCount')))
        return self.ask(TEXT, 'GetText', GLib.Variant('(ii)', (0, length)))

    @property
    def children(self):
        return children([self])[0]

    def walk(self):
        """This object and all below it, level by level."""
        found = []
        level = [self]
        while level:
            found += level
            level = [child for below in children(level) for child in below]
        return found

    def find_all(self, role, matches):
        """All objects below with this role and a name that MATCHES accepts."""
        nodes = [node for node in self.walk() if node.role == role]
        return [node for node, name in zip(nodes, names(nodes))
                if matches(name)]

    def describe(self, depth=0):
        """The whole tree below as lines of text, for a person."""
        try:
            states = ' '.join(sorted(self.states - {'sensitive'}))
            place = self.extents if self.parent else ''
            yield f'{"  " * depth}{self!r} {place} {states}'
            for child in self.children:
                yield from child.describe(depth + 1)
        except Gone as gone:
            yield f'{"  " * depth}(gone: {gone})'


def ask_all(nodes, *question):
    """The answers of many objects to one question; Gone if one is gone."""
    if not nodes:
        return []
    answers = nodes[0].bus.ask(node.to(*question) for node in nodes)
    if None in answers:
        raise Gone(f'something does not answer {question[1]}')
    return [answer[0] for answer in answers]


def states(nodes):
    """The names of the states that each object is in."""
    answers = ask_all(nodes, ACCESSIBLE, 'GetState')
    return [{name for name, bit in STATES.items()
             if (low | high << 32) >> bit & 1} for low, high in answers]


def names(nodes):
    return ask_all(nodes, PROPERTIES, 'Get',
                   GLib.Variant('(ss)', (ACCESSIBLE, 'Name')))


def extents(nodes):
    """x, y, width and height inside the window, as GTK counts them."""
    return ask_all(nodes, COMPONENT, 'GetExtents',
                   GLib.Variant('(u)', (WINDOW_COORDINATES,)))


def children(nodes):
    """The children of each object, with their roles."""
    lists = [[Node(node.bus, *reference, node) for reference in references]
             for node, references in zip(nodes, ask_all(nodes, ACCESSIBLE,
                                                        'GetChildren'))]
    below = [child for found in lists for child in found]
    for child, role in zip(below, ask_all(below, ACCESSIBLE, 'GetRoleName')):
        child.known_role = role
    return lists
