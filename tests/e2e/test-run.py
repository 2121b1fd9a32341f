#!/usr/bin/python3
"""A run of check-ins with real keys alone: how many it takes, that none counts twice,
and that nothing is lost."""

import time
from datetime import date

from case import main, test
from details import VALUE, Details
from driver import (check, check_equal, keys, type_text, wait_equal, wait_for,
                    xdotool)
from run import Run

NPS = 'Raise NPS'
CHURN = 'Halve churn'
TEAMS = 'Win ten teams'
DUE = [NPS, CHURN, TEAMS]
BOARD = {'In Progress': [(NPS, None, (20, 60, 'points')),
                         (CHURN, None, (8, 4, '%')),
                         (TEAMS, None, (0, 10, 'teams'))]}

# A Friday on which one is asked.
DAY = date(2026, 10, 16)
PLANNED = date(2026, 10, 1)

# What a key result's check-in may take where only the value changed.
MOST_KEYS = 5

# After that, a card is there for long enough to be meant.
SETTLED_SECONDS = 0.5

# After that, what is typed is kept.
KEPT_SECONDS = 1.5


def expect_said(workspace, **counts):
    """Wait for the number of check-ins on each card, by its last word."""
    expected = [counts.get(title.split()[-1], 0) for title in DUE]
    wait_equal('the number of check-ins on each card', expected,
               lambda: [len(workspace.checkins(title)) for title in DUE])


def take_offer(board, n_due=3):
    """Who has nothing to say takes what is due on the board."""
    run = Run(board)
    run.take_offer('Mara', board.title, n_due)
    return run


def begin(case):
    """Everything that is due on a board, after who one is was asked."""
    case.live_on(PLANNED)
    workspace = case.workspace(Growth=BOARD)
    case.live_on(DAY)
    run = take_offer(case.open(workspace))
    run.wait_card(NPS)
    return run


def press(*names):
    """Press keys; how many a person counts: "ctrl+Return" is one."""
    keys(*names)
    return len(names)


@test('a check-in takes at most five keys where only the value changed')
def five_keys(case):
    run = begin(case)
    pressed = press('3', '1', 'ctrl+Return')
    run.wait_card(CHURN)
    check(f'{pressed} keys are few', pressed <= MOST_KEYS)
    expect_said(run.workspace, NPS=1)
    check_equal('what was said', [(str(DAY), 31.0, '', '', None)],
                [tuple('' if field is None and place in (2, 3) else field
                       for place, field in enumerate(row))
                 for row in run.workspace.checkins(NPS)])

    pressed = press('1', '2', '3', 'Return')
    run.window.find_focused('text box', 'What Moved?')
    keys('Return')
    run.window.find_focused('text box', 'Blockers')
    keys('Return')
    run.window.find_focused('slider', 'Confidence')
    keys('7')
    run.wait_card(TEAMS)
    expect_said(run.workspace, NPS=1, churn=1)
    check_equal('value and confidence', (123.0, 7),
                run.workspace.checkins(CHURN)[0][1::3])

    press('9', 'ctrl+Return')
    run.wait_end(3)
    keys('Escape')
    run.wait_board()


@test('four times Enter says what was said before, once')
def enter_alone(case):
    run = begin(case)
    keys('2', '5', 'ctrl+Return')
    run.wait_card(CHURN)
    keys('ctrl+z')
    run.wait_card(NPS)
    keys('2', '6', 'Return', 'Return', 'Return', 'Return')
    run.wait_card(CHURN)
    expect_said(run.workspace, NPS=1)

    # What is pressed once too often does nothing to the next card.
    keys('8', 'ctrl+Return', 'ctrl+Return', 'ctrl+Return')
    run.wait_card(TEAMS)
    expect_said(run.workspace, NPS=1, churn=1)


@test('“=” says that nothing moved, and a held one not twice')
def nothing_moved(case):
    run = begin(case)
    for title, value in zip(DUE, '567'):
        run.wait_card(title)
        keys(value, 'ctrl+Return')
    run.wait_end(3)
    run.window.program.quit()

    case.live_on(date(2026, 10, 23))
    run = take_offer(case.open(run.workspace))
    run.wait_card(NPS)
    time.sleep(SETTLED_SECONDS)
    xdotool('keydown', 'equal')
    time.sleep(1)
    xdotool('keyup', 'equal')
    run.wait_card(CHURN)
    expect_said(run.workspace, NPS=2, churn=1, teams=1)
    check_equal('the values', [5.0, 5.0],
                [row[1] for row in run.workspace.checkins(NPS)])
    keys('equal')
    run.wait_card(TEAMS)


@test('skip, back, a column and a dependency, and on again where one was')
def way(case):
    run = begin(case)
    type_text('33')
    keys('Next')
    run.wait_card(CHURN)
    keys('alt+Right')
    run.wait_card(TEAMS)
    keys('Prior')
    run.wait_card(CHURN)
    keys('ctrl+d')
    run.window.find_focused('text box', 'New dependency')
    type_text('The price list')
    keys('Return')
    wait_equal('what it waits for', ['The price list'], lambda: [
        title for title, in run.workspace.query(
            'SELECT title FROM dependency')])
    keys('Escape')
    run.wait_card(CHURN)
    keys('5', 'ctrl+3', 'ctrl+Return')
    run.wait_card(TEAMS)
    check_equal('the cards at risk', [CHURN],
                run.workspace.cards('Growth', 'At Risk'))

    keys('Escape')
    run.wait_board()
    keys('ctrl+k')
    run.window.find_focused('button', 'Check In on Growth (2 Due)')
    keys('Return')
    run.wait_card(NPS)
    wait_equal('what was half written', '33',
               lambda: run.window.find('text box', VALUE).text)
    keys('ctrl+Return')
    run.wait_card(TEAMS)
    expect_said(run.workspace, NPS=1, churn=1)
    keys('Next')
    wait_for('what came of it', lambda: run.window.has('list item', TEAMS))
    run.window.tab_to('list item', TEAMS)
    keys('Return')
    run.wait_card(TEAMS)


@test('after kill -9 the run goes on with what was half written')
def killed(case):
    run = begin(case)
    keys('3', '1', 'Return')
    run.window.find_focused('text box', 'What Moved?')
    type_text('The price list is out')
    time.sleep(KEPT_SECONDS)
    run.window.program.kill()

    run = take_offer(case.open(run.workspace))
    run.wait_card(NPS)
    wait_equal('the value', '31', lambda: run.window.find('text box', VALUE).text)
    check_equal('the words', 'The price list is out',
                run.window.find('text box', 'What Moved?').text)
    keys('equal')
    time.sleep(SETTLED_SECONDS)
    expect_said(run.workspace)
    keys('ctrl+Return')
    run.wait_card(CHURN)
    check_equal('what was said', [(31.0, 'The price list is out')],
                [row[1:3] for row in run.workspace.checkins(NPS)])

    keys('Prior')
    run.wait_shown(NPS)
    run.window.program.quit()
    board = case.open(run.workspace)
    details = Details(board)
    board.focus(NPS)
    details.open(NPS)
    check_equal('what is left of it', '',
                details.window.find('text box', 'What Moved?').text)


if __name__ == '__main__':
    main()
