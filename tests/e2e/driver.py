"""Quarterdeck under a hand: starts the program, finds things by the names that
a screen reader gets, and works with a real pointer and real keys.

Nothing here sleeps and hopes: what a test waits for is asked for again and
again until it is so, and a test that waited in vain says for what. The one
exception is the speed of the hand itself.
"""

import os
import re
import signal
import subprocess
import time

import atspi

# Only what fails waits that long. Sanitizers make the program slow.
PATIENCE_SECONDS = 120 if 'ASAN_OPTIONS' in os.environ else 30
POLL_SECONDS = 0.02

# A hand is slower than a frame, so that no step of a drag is skipped.
STEP_SECONDS = 0.02
STEPS = 10

# More than there are fields and buttons beside a board.
MAX_TABS = 60

COMPLAINT = re.compile(r'WARNING|CRITICAL|\bERROR\b|Sanitizer|runtime error')
COLUMN_NAME = re.compile(r'(?P<title>.*), (?:(?P<shown>\d+) of )?'
                         r'(?P<all>\d+) cards?', re.DOTALL)


class Failure(Exception):
    """The program did not do what the test expects of it."""


def wait_for(what, condition, seconds=PATIENCE_SECONDS):
    """The first true answer of CONDITION, or a failure that says what was
    waited for and what the last answer was."""
    begun = time.monotonic()
    while True:
        try:
            answer = condition()
        except atspi.Gone as gone:
            answer, shown = None, gone
        else:
            shown = answer
        if answer:
            return answer
        if time.monotonic() - begun > seconds:
            raise Failure(f'waited {seconds} s for {what}; at last: {shown!r}')
        time.sleep(POLL_SECONDS)


def wait_equal(what, expected, actual):
    """Wait until ACTUAL () is as EXPECTED; a failure shows both."""
    last = None

    def is_equal():
        nonlocal last
        last = actual()
        return last == expected

    try:
        wait_for(what, is_equal)
    except Failure:
        raise Failure(f'{what}\n  expected: {expected!r}\n'
                      f'  found:    {last!r}') from None


def check_equal(what, expected, actual):
    if actual != expected:
        raise Failure(f'{what}\n  expected: {expected!r}\n'
                      f'  found:    {actual!r}')


def check(what, condition):
    if not condition:
        raise Failure(what)


def wait_until_still(what, look):
    """Wait until LOOK () says the same for longer than a transition takes to
    begin, and return it."""
    last, since = look(), time.monotonic()

    def is_still():
        nonlocal last, since
        now = look()
        if now != last:
            last, since = now, time.monotonic()
        return time.monotonic() - since > 5 * STEP_SECONDS

    wait_for(f'{what} to come to rest', is_still)
    return last


def xdotool(*arguments):
    """What xdotool answers; nothing where it finds nothing."""
    return subprocess.run(['xdotool', *map(str, arguments)],
                          stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                          encoding='utf-8', check=False,
                          timeout=PATIENCE_SECONDS).stdout


def keys(*names):
    """Press keys one after the other, as fast as X takes them."""
    xdotool('key', '--delay', 0, *names)


def type_text(text):
    """Type without Return, as fast as X takes it."""
    xdotool('type', '--delay', 1, text)


def type_lines(*lines):
    """Type lines as fast as X takes them, with Return behind each."""
    steps = []
    for line in lines:
        steps += ['type', '--delay', 1, '--args', 1, line,
                  'key', '--delay', 0, 'Return']
    xdotool(*steps)


class Pointer:
    """The mouse."""

    def __init__(self):
        self.place = 0, 0

    def move(self, place):
        self.place = tuple(map(int, place))
        xdotool('mousemove', *self.place)

    def glide(self, place, steps=STEPS):
        """Move there as a hand does: a drag begins and is followed."""
        x, y = self.place
        for step in range(1, steps + 1):
            self.move((x + (place[0] - x) * step / steps,
                       y + (place[1] - y) * step / steps))
            time.sleep(STEP_SECONDS)

    def press(self, button=1):
        xdotool('mousedown', button)

    def release(self, button=1):
        xdotool('mouseup', button)

    def click(self, place, button=1, hold=None):
        """Click, holding a key down meanwhile if HOLD names one."""
        self.move(place)
        steps = ['click', button]
        if hold is not None:
            steps = ['keydown', hold, *steps, 'keyup', hold]
        xdotool(*steps)

    def double_click(self, place):
        self.move(place)
        xdotool('click', '--repeat', 2, '--delay', 30, 1)


class Program:
    """One process of Quarterdeck."""

    path = None  # of the executable

    def __init__(self, bus, log_path, arguments, environment=()):
        self.bus = bus
        self.log_path = log_path
        with open(log_path, 'wb') as log:
            self.process = subprocess.Popen(
                [self.path, *arguments], stdin=subprocess.DEVNULL, stdout=log,
                stderr=log, env={**os.environ, **dict(environment)})
        self.windows_seen = []
        self.pointer = Pointer()

    @property
    def running(self):
        return self.process.poll() is None

    @property
    def log(self):
        with open(self.log_path, encoding='utf-8', errors='replace') as file:
            return file.read()

    def root(self):
        if not self.running:
            raise Failure(f'the program ended with status '
                          f'{self.process.returncode}:\n{self.log}')
        return self.bus.application(self.process.pid)

    def window(self, n_windows=1):
        """The newest window, once there are so many of them."""
        def find():
            root = self.root()
            nodes = root.children if root else []
            if len(nodes) != n_windows:
                return None
            known = [window.node for window in self.windows_seen]
            fresh = [node for node in nodes if node not in known]
            check('one window is new', len(fresh) <= 1)
            if not fresh:
                return self.windows_seen[-1]
            x_id = active_window(self.process.pid)
            if x_id is None or x_id in [w.x_id for w in self.windows_seen]:
                return None
            if 'active' not in fresh[0].states:
                return None
            self.windows_seen.append(Window(self, fresh[0], x_id))
            return self.windows_seen[-1]

        return wait_for(f'window {n_windows} of the program', find)

    def open_windows(self):
        """The windows seen that are still there, the newest last."""
        nodes = self.root().children
        return [window for window in self.windows_seen if window.node in nodes]

    def quit(self):
        """Quit by the key, and see that the program ends well."""
        self.open_windows()[-1].activate()
        keys('ctrl+q')
        try:
            status = self.process.wait(PATIENCE_SECONDS)
        except subprocess.TimeoutExpired:
            raise Failure('Ctrl+Q did not end the program') from None
        check_equal('the exit status of the program', 0, status)

    def check_log(self):
        found = [line for line in self.log.splitlines()
                 if COMPLAINT.search(line)]
        check('the program complained:\n' + '\n'.join(found), not found)

    def kill(self):
        """End it as a power cut would."""
        if self.running:
            self.process.send_signal(signal.SIGKILL)
            self.process.wait()


def active_window(process):
    """The X window that has the focus, if it is one of that process."""
    answer = xdotool('getactivewindow', 'getwindowpid', 'getactivewindow')
    pid, _, window = answer.partition('\n')
    if not window.strip() or int(pid) != process:
        return None
    return int(window)


class Window:
    """A window of the program, and the board in it."""

    def __init__(self, program, node, x_id):
        self.program = program
        self.node = node
        self.x_id = x_id

    def geometry(self):
        """x, y, width and height on the screen."""
        answer = xdotool('getwindowgeometry', '--shell', self.x_id)
        values = dict(line.split('=') for line in answer.split())
        return tuple(int(values[name]) for name in ('X', 'Y', 'WIDTH', 'HEIGHT'))

    def place(self, x, y):
        xdotool('windowmove', '--sync', self.x_id, x, y)

    def resize(self, width, height):
        xdotool('windowsize', self.x_id, width, height)
        wait_until_still('the window', self.geometry)

    def activate(self):
        xdotool('windowactivate', '--sync', self.x_id)
        wait_for('the window to be active',
                 lambda: 'active' in self.node.states)

    def find(self, role, name):
        """Wait for the one object of this role whose name matches."""
        def look():
            found = self.node.find_all(role, lambda text: matches(name, text))
            return found[0] if len(found) == 1 else None

        return wait_for(f'a {role} “{name}”', look)

    def find_focused(self, role, name):
        """Wait for an object like this that has the focus."""
        def look():
            found = self.node.find_all(role, lambda text: matches(name, text))
            return next((node for node in found if 'focused' in node.states),
                        None)

        return wait_for(f'the focus to be on a {role} “{name}”', look)

    def focused(self):
        """The object that has the focus, or None while nothing has it."""
        nodes = self.node.walk()
        return next((node for node, states in zip(nodes, atspi.states(nodes))
                     if 'focused' in states), None)

    def focused_other_than(self, node):
        focused = self.focused()
        return None if focused == node else focused

    def tab_to(self, role, name, key='Tab'):
        """Press Tab until an object like this has the focus; it."""
        passed = []
        node = wait_for('something to have the focus', self.focused)
        while len(passed) < MAX_TABS:
            if node.role == role and matches(name, node.name):
                return node
            passed.append(repr(node))
            keys(key)
            node = wait_for(f'{key} to leave {passed[-1]}',
                            lambda before=node: self.focused_other_than(before))
        raise Failure(f'{key} does not lead to a {role} “{name}” but past\n  '
                      + '\n  '.join(passed))

    def has(self, role, name):
        return bool(self.node.find_all(role, lambda text: matches(name, text)))

    def point(self, node, across=0.5, down=0.5):
        """Where on the screen a point of an object is."""
        return self.point_in(node.extents, across, down)

    def point_in(self, extents, across=0.5, down=0.5):
        """Where on the screen a point of a rectangle in the window is."""
        x, y, width, height = extents
        left, top, x_width, x_height = self.geometry()
        _, _, inner_width, inner_height = self.node.extents
        # Without a compositor the frame is equally wide all around.
        return (left + (x_width - inner_width) // 2 + x + int(width * across),
                top + (x_height - inner_height) // 2 + y + int(height * down))


def matches(pattern, text):
    return pattern.fullmatch(text) if isinstance(pattern, re.Pattern) \
        else pattern == text
