#!/usr/bin/python3
"""Where the focus goes, what Escape leaves, and what a screen reader meets."""

import re
from itertools import groupby

from case import main, test
from details import Details
from driver import (COLUMN_NAME, PATIENCE_SECONDS, Failure, check, check_equal, keys,
                    type_text, wait_equal, wait_for)

MOST_STOPS = 40
TITLE = 'Growth · 2026 Q4'
FILTER = 'search box', 'Filter by text'
GROWTH_ROW = re.compile('Growth, 9 cards: .*')
SEARCH = 'search box', 'Search Everything'

# What is entered as a whole and left as a whole: role and name.
REGIONS = {
    ('list', 'Boards'): 'sidebar',
    ('group', 'Objectives'): 'objectives',
    ('group', 'Board'): 'head',
    ('list', 'Not Started, 3 cards'): 'Not Started',
    ('list', 'In Progress, 4 cards'): 'In Progress',
    ('list', 'At Risk, 2 cards'): 'At Risk',
    ('list', 'Complete, 0 cards'): 'Complete',
}


def region_of(node):
    """The name of the region that an object lies in."""
    while node is not None:
        known = REGIONS.get((node.role, node.name))
        if known is not None:
            return known
        node = node.parent
    return 'window'


def go_round(window, key):
    """Press a key until the focus is back where it began; the stops."""
    stops = [wait_for('something to have the focus', window.focused)]
    while len(stops) < MOST_STOPS:
        keys(key)
        node = wait_for(f'{key} to leave {stops[-1]!r}',
                        lambda: window.focused_other_than(stops[-1]))
        if node == stops[0]:
            return stops
        check(f'{key} comes back to {node!r} too early', node not in stops)
        stops.append(node)
    raise Failure(f'{key} does not come back but goes past\n  '
                  + '\n  '.join(map(repr, stops)))


def wait_end(program):
    """Wait for the program to end, and see that it does so well."""
    check_equal('the exit status of the program', 0,
                program.process.wait(PATIENCE_SECONDS))


@test('Tab goes round the window, once to each region, and Shift+Tab the way back')
def round_trip(case):
    board = case.open_growth()
    board.focus('Raise NPS')
    forwards = go_round(board.window, 'Tab')
    regions = [region for region, _ in groupby(map(region_of, forwards))]
    met = [region for region in regions if region != 'window']
    for region in REGIONS.values():
        check_equal(f'how often Tab entered “{region}” of {regions}', 1,
                    met.count(region) - (region == regions[0] == regions[-1]))
    backwards = go_round(board.window, 'shift+Tab')
    check_equal('the way back', forwards[:1] + forwards[:0:-1], backwards)
    board.wait_focus('Raise NPS')
    check_equal('what the window shows', TITLE, board.window.node.name)


@test('in the sidebar Tab opens nothing, and leaves the list in one step')
def sidebar(case):
    board = case.open_growth()
    board.focus('Raise NPS')
    row = board.window.tab_to('list item', GROWTH_ROW, 'shift+Tab')
    keys('Tab')
    button = wait_for('Tab to leave the row',
                      lambda: board.window.focused_other_than(row))
    check_equal('what Tab leads to', 'New Board…', button.name)
    keys('shift+Tab')
    wait_equal('where Shift+Tab leads', row, board.window.focused)
    check_equal('what the window shows', TITLE, board.window.node.name)


@test('Escape empties and leaves the filter bar, then the details, then nothing')
def escape(case):
    board = case.open_growth()
    details = Details(board)
    board.focus('Raise NPS')
    details.open('Raise NPS')
    board.focus('Onboard in a week')
    details.wait_shown('Onboard in a week')
    keys('ctrl+f')
    board.window.find_focused(*FILTER)
    type_text('week')
    wait_equal('what is in progress', ['Onboard in a week'],
               board.column('In Progress').titles)
    keys('Escape')
    wait_equal('the number of cards in progress', 4,
               lambda: len(board.column('In Progress').titles()))
    board.window.find_focused(*FILTER)
    keys('Escape')
    board.wait_focus('Onboard in a week')
    check_equal('the details', 'Onboard in a week', details.title)
    keys('Escape')
    wait_equal('the details', None, lambda: details.title)
    board.wait_focus('Onboard in a week')
    keys('Escape')
    board.wait_focus('Onboard in a week')
    check_equal('the number of transactions', 1,
                board.workspace.n_transactions)


@test('Control and Q quit from a dialog')
def quit_from_dialog(case):
    board = case.open_growth()
    board.focus('Raise NPS')
    keys('ctrl+shift+n')
    dialog = board.window.program.window(2)
    dialog.find_focused('text box', 'Team')
    keys('ctrl+q')
    wait_end(board.window.program)
    check_equal('the boards in the file', ['Growth'], board.workspace.boards)


@test('Control and Q quit from a menu, and what was typed before is kept')
def quit_from_menu(case):
    board = case.open_growth()
    details = Details(board)
    board.focus('Raise NPS')
    details.open('Raise NPS')
    details.type_into('Unit', 'points')
    board.focus('Onboard in a week')
    keys('shift+F10')
    board.window.find_focused('menu item', 'Open Details')
    keys('ctrl+q')
    wait_end(board.window.program)
    check_equal('the unit in the file', [('points',)], board.workspace.query(
        'SELECT unit FROM card WHERE title=?', 'Raise NPS'))


def columns_met(board):
    return len(board.window.node.find_all('list', COLUMN_NAME.fullmatch))


@test('a screen reader meets only the page that shows')
def pages(case):
    board = case.open_growth()
    board.focus('Raise NPS')
    check_equal('the columns on the board', 4, columns_met(board))
    keys('ctrl+shift+f')
    board.window.find_focused(*SEARCH)
    wait_equal('the columns while searching', 0, lambda: columns_met(board))
    type_text('nps')
    row = board.window.find('list item', 'Raise NPS, Key result on Growth, 2026 Q4')
    keys('Down')
    wait_equal('where the arrow leads', row, board.window.focused)
    keys('Return')
    wait_equal('the columns on the board', 4, lambda: columns_met(board))
    check('the search is out of the way', not board.window.has(*SEARCH))


if __name__ == '__main__':
    main()
