#!/usr/bin/python3
"""Reminders of check-ins that are due: when there is one, when none, and what a
click does; and the service that reminds without a window."""

import os
import re
import time
from datetime import date

from case import main, test
from details import VALUE
from driver import check, check_equal, keys, wait_equal, wait_for
from notifications import Notifications

ME = 'Mara Öst'
NPS = 'Raise NPS'
CHURN = 'Halve churn'
BOARD = {'In Progress': [(NPS, None, (20, 60, 'points'), ME),
                         (CHURN, None, (8, 4, '%'), ME),
                         ('Win ten teams', None, (0, 10, 'teams'), 'Ben')]}

PLANNED = date(2026, 10, 1)
# A day on which nothing is due yet, a Friday on which one is asked, and the next day.
BEFORE = date(2026, 10, 6)
DAY = date(2026, 10, 16)
NEXT = date(2026, 10, 17)

REMINDER = ('2 check-ins are due', f'{NPS}, {CHURN}')

# What would have come has come by then: it looks after five seconds.
QUIET_SECONDS = 9

notifications = Notifications()


class Settings:
    """What the program remembers of a person, in a file; changed under it."""

    def __init__(self, case, **values):
        folder = os.path.join(case.environment['XDG_CONFIG_HOME'],
                              'glib-2.0', 'settings')
        self.path = os.path.join(folder, 'keyfile')
        os.makedirs(folder, exist_ok=True)
        case.environment['GSETTINGS_BACKEND'] = 'keyfile'
        case.environment['GNOTIFICATION_BACKEND'] = 'gtk'
        self.write(values)

    def read(self):
        if not os.path.exists(self.path):
            return {}
        with open(self.path, encoding='utf-8') as file:
            return dict(line.rstrip('\n').split('=', 1) for line in file
                        if '=' in line)

    def write(self, values):
        lines = {**self.read(),
                 **{name.replace('_', '-'): value
                    for name, value in values.items()}}
        # As GLib does it: whoever watches sees one change.
        with open(self.path + '.new', 'w', encoding='utf-8') as file:
            file.write('[org/quarterdeck/Quarterdeck]\n')
            file.writelines(f'{name}={value}\n'
                            for name, value in lines.items())
        os.replace(self.path + '.new', self.path)


def prepare(case, **values):
    """A file with what Mara and Ben own, as the one that was open last."""
    notifications.sent.clear()
    notifications.shown.clear()
    case.live_on(PLANNED)
    workspace = case.workspace(Growth=BOARD)
    case.live_on(DAY)
    settings = Settings(case, **{'name': f"'{ME}'",
                                 'last_file': f"'{workspace.path}'", **values})
    return workspace, settings


def open_window(case, workspace):
    """A program as it starts from the menu of the desktop."""
    program = case.start()
    return program, case.board(program.window(), workspace)


def wait_sent(*expected):
    wait_equal('what was sent', list(expected),
               lambda: list(notifications.sent))


def check_silence(expected=()):
    time.sleep(QUIET_SECONDS)
    check_equal('what was sent', list(expected), list(notifications.sent))


def check_in_on_all(program):
    """Say of both cards, in the run that shows, where they are."""
    window = program.open_windows()[-1]
    for title in (NPS, CHURN):
        wait_for(f'the card “{title}”', lambda t=title: window.has('heading', t))
        window.find_focused('text box', VALUE)
        keys('5', 'ctrl+Return')
    wait_for('what came of it', lambda: window.has(
        'group', re.compile('2 Check-ins Made, .*')))


@test('a reminder comes once a day, opens the run and goes with the check-ins')
def once_a_day(case):
    workspace, settings = prepare(case)
    program, _board = open_window(case, workspace)
    wait_sent(REMINDER)
    wait_equal('the day', f"'{DAY}'",
               lambda: settings.read().get('reminded-day'))
    program.quit()

    program, _board = open_window(case, workspace)
    check_silence([REMINDER])
    program.quit()

    case.live_on(NEXT)
    program, _board = open_window(case, workspace)
    wait_sent(REMINDER, REMINDER)
    shown = dict(notifications.shown)
    check_equal('one shows', 1, len(shown))
    notifications.click()
    notifications.shown.update(shown)
    check_in_on_all(program)
    wait_equal('it is withdrawn', {}, lambda: dict(notifications.shown))


@test('nobody is reminded before the day, of others\' cards, or against their will')
def silence(case):
    workspace, settings = prepare(case)
    case.live_on(BEFORE)
    program, _board = open_window(case, workspace)
    check_silence()
    program.quit()

    case.live_on(DAY)
    for value in ({'name': "''"}, {'name': "'Ada'"},
                  {'name': f"'{ME}'", 'remind': 'false'}):
        settings.write(value)
        program, _board = open_window(case, workspace)
        check_silence()
        program.quit()

    # To be asked for it is enough.
    program, _board = open_window(case, workspace)
    settings.write({'remind': 'true'})
    wait_sent(REMINDER)
    settings.write({'remind': 'false'})
    wait_equal('it is withdrawn', {}, lambda: dict(notifications.shown))


@test('nobody is reminded of the check-ins that they go through')
def in_the_run(case):
    workspace, _settings = prepare(case)
    program, board = open_window(case, workspace)
    keys('ctrl+k')
    board.window.find_focused('text box', VALUE)
    check_silence()
    check_in_on_all(program)


def entry_of(case):
    return os.path.join(case.environment['XDG_CONFIG_HOME'], 'autostart',
                        'org.quarterdeck.Quarterdeck.desktop')


@test('the preferences turn the service on and off')
def preferences(case):
    workspace, settings = prepare(case)
    program, board = open_window(case, workspace)
    keys('ctrl+comma')
    window = program.window(2)
    box = window.find('checkbox', 'Also while no window is open')
    program.pointer.click(window.point(box))
    wait_for('the entry', lambda: os.path.exists(entry_of(case)))
    with open(entry_of(case), encoding='utf-8') as file:
        text = file.read()
    check_equal('its command', [f'Exec="{program.path}" --background'],
                [line for line in text.splitlines() if line.startswith('Exec')])
    check_equal('the setting', 'true',
                settings.read().get('remind-in-background'))

    # Reminding at all comes first.
    remind = window.find('checkbox', 'Remind me of check-ins')
    program.pointer.click(window.point(remind))
    wait_for('no entry', lambda: not os.path.exists(entry_of(case)))
    wait_for('the other box', lambda: 'sensitive' not in box.states)
    program.pointer.click(window.point(remind))
    wait_for('the entry', lambda: os.path.exists(entry_of(case)))
    program.pointer.click(window.point(box))
    wait_for('no entry again', lambda: not os.path.exists(entry_of(case)))
    keys('Escape')
    wait_for('the preferences to close',
             lambda: len(program.root().children) == 1)
    check_equal('the board is there', [NPS, CHURN, 'Win ten teams'],
                workspace.cards(board.title, 'In Progress'))


@test('the service reminds without a window, and a click opens one')
def service(case):
    workspace, settings = prepare(case, remind_in_background='true')
    before = workspace.n_transactions
    size = os.stat(workspace.path)
    program = case.start('--background')
    wait_sent(REMINDER)
    root = program.root()
    check('there is no window', not root or not root.children)
    after = os.stat(workspace.path)
    check_equal('the file', (size.st_size, size.st_mtime_ns),
                (after.st_size, after.st_mtime_ns))

    # Another one has nothing to do.
    other = case.start('--background')
    check_equal('the status of another', 0, other.process.wait(30))

    shown = dict(notifications.shown)
    notifications.click()
    window = program.window()
    notifications.shown.update(shown)
    window.find_focused('text box', VALUE)
    check_in_on_all(program)
    wait_equal('it is withdrawn', {}, lambda: dict(notifications.shown))
    check_equal('two check-ins', before + 2, workspace.n_transactions)
    keys('ctrl+w')
    wait_for('no window', lambda: not program.root().children)

    settings.write({'remind_in_background': 'false'})
    check_equal('the status of the service', 0, program.process.wait(30))


@test('the service says in one line what is wrong with the file')
def trouble(case):
    workspace, settings = prepare(case, remind_in_background='true')
    broken = case.path('broken.db')
    with open(broken, 'wb') as file:
        file.write(b'no database at all\n' * 100)
    for path in (broken, case.path('gone.db')):
        settings.write({'last_file': f"'{path}'"})
        program = case.start('--background')
        wait_for('a complaint', lambda: program.log)
        time.sleep(1)
        check_equal('lines', 1, len(program.log.splitlines()))
        settings.write({'remind_in_background': 'false'})
        check_equal('the status', 0, program.process.wait(30))
        settings.write({'remind_in_background': 'true'})
    check('nothing was made', not os.path.exists(os.path.join(
        case.environment['XDG_DATA_HOME'], 'quarterdeck', 'quarterdeck.db')))

    settings.write({'remind_in_background': 'false'})
    program = case.start('--background')
    check_equal('the status', 0, program.process.wait(30))
    check_equal('what it says', 'Reminders in the background are turned off '
                'in the preferences.\n', program.log)
    check_equal('what was sent', [], notifications.sent)
    check('the file is as it was', workspace.boards == ['Growth'])


@test('the morning comes at nine where no window is open')
def morning(case):
    _workspace, settings = prepare(case, remind_in_background='true',
                                   reminded_day=f"'{DAY}'")
    case.environment['QUARTERDECK_NOW'] = f'{DAY}T08:59:40'
    program = case.start('--background')
    check_silence()
    settings.write({'reminded_day': "''"})
    check_equal('what was sent', [], notifications.sent)
    wait_for('a reminder', lambda: notifications.sent, 90)
    settings.write({'remind_in_background': 'false'})
    check_equal('the status', 0, program.process.wait(30))


if __name__ == '__main__':
    main()
