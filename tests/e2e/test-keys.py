#!/usr/bin/python3
"""Working on a board with the keyboard alone."""

from case import GROWTH, PLATFORM, main, test
from driver import (check_equal, keys, type_lines, type_text, wait_equal,
                    wait_for)

IN_PROGRESS = ['Raise NPS', 'Restore in an hour', 'Onboard in a week',
               'Survey customers']
MANY = 50


def expect_name(board, column, name):
    wait_equal(f'the name of “{column}”', name,
               lambda: board.column(column).name)


@test('Alt and an arrow move a card each way, and the focus stays on it')
def move_by_arrows(case):
    board = case.open_growth()
    board.focus('Restore in an hour')
    keys('alt+Up')
    board.expect(In_Progress=['Restore in an hour', 'Raise NPS',
                              'Onboard in a week', 'Survey customers'])
    board.wait_focus('Restore in an hour')
    keys('alt+Down')
    board.expect(In_Progress=IN_PROGRESS)
    keys('alt+Right')
    board.expect(In_Progress=['Raise NPS', 'Onboard in a week',
                              'Survey customers'])
    wait_for('the card to be at risk', lambda: 'Restore in an hour'
             in board.workspace.cards('Growth', 'At Risk'))
    board.wait_focus('Restore in an hour')
    keys('alt+Left')
    wait_for('the card to be in progress', lambda: 'Restore in an hour'
             in board.workspace.cards('Growth', 'In Progress'))
    board.wait_focus('Restore in an hour')
    check_equal('the number of transactions', 5,
                board.workspace.n_transactions)


@test('a card at the edge does not move further, and nothing is written')
def edges(case):
    board = case.open_growth()
    board.focus('Write a handbook')
    keys('alt+Up', 'alt+Left')
    board.focus('Tidy the wiki')
    keys('alt+Down', 'ctrl+1', 'alt+Up')
    board.expect(Not_Started=['Write a handbook', 'Tidy the wiki',
                              'Halve the pages'])
    check_equal('the number of transactions', 2,
                board.workspace.n_transactions)


@test('Control and a digit send a card to that column')
def send(case):
    board = case.open_growth()
    board.focus('Raise NPS')
    for digit, column in enumerate(['Not Started', 'In Progress', 'At Risk',
                                    'Complete'], 1):
        keys(f'ctrl+{digit}')
        wait_for(f'the card to be in “{column}”', lambda: 'Raise NPS'
                 in board.workspace.cards('Growth', column))
        wait_for(f'“{column}” to show the card', lambda: 'Raise NPS'
                 in board.column(column).titles())
        board.wait_focus('Raise NPS')
    board.expect(Complete=['Raise NPS'])


@test('keys undo and redo a move')
def undo_and_redo(case):
    board = case.open_growth()
    board.focus('Raise NPS')
    keys('ctrl+4')
    board.expect(Complete=['Raise NPS'])
    for redo in ['ctrl+shift+z', 'ctrl+y']:
        keys('ctrl+z')
        board.expect(In_Progress=IN_PROGRESS, Complete=[])
        keys(redo)
        board.expect(In_Progress=IN_PROGRESS[1:], Complete=['Raise NPS'])
    check_equal('the number of undos', 2, board.workspace.n_entries('undo'))
    check_equal('the number of redos', 2, board.workspace.n_entries('redo'))


@test('F2 renames a card, and Escape leaves its title alone')
def rename(case):
    board = case.open_growth()
    board.focus('Raise NPS')
    keys('F2')
    entry = board.window.find_focused('text box', 'Rename Key Result')
    check_equal('the text to begin with', 'Raise NPS', entry.text)
    type_lines('Raise NPS to 45')
    board.expect(In_Progress=['Raise NPS to 45', *IN_PROGRESS[1:]])
    board.wait_focus('Raise NPS to 45')
    keys('F2')
    board.window.find_focused('text box', 'Rename Key Result')
    type_text('Never mind')
    keys('Escape')
    board.wait_focus('Raise NPS to 45')
    keys('alt+Down')
    board.expect(In_Progress=['Restore in an hour', 'Raise NPS to 45',
                              *IN_PROGRESS[2:]])
    check_equal('the number of transactions', 3,
                board.workspace.n_transactions)


@test('Delete archives a card, the focus goes to the next, undo brings it back')
def archive(case):
    board = case.open_growth()
    board.focus('Restore in an hour')
    keys('Delete')
    board.expect(In_Progress=['Raise NPS', 'Onboard in a week',
                              'Survey customers'])
    board.wait_focus('Onboard in a week')
    expect_name(board, 'In Progress', 'In Progress, 3 cards')
    check_equal('whether the row is still in the file', 1,
                board.workspace.value('SELECT count(*) FROM card WHERE title=?',
                                      'Restore in an hour'))
    keys('ctrl+z')
    board.expect(In_Progress=IN_PROGRESS)
    expect_name(board, 'In Progress', 'In Progress, 4 cards')


@test('new cards are typed one after the other, as fast as one can')
def type_cards(case):
    board = case.open_growth()
    titles = [f'Typed number {number}' for number in range(1, 11)]
    board.focus('Hire two engineers')
    keys('ctrl+n')
    board.window.find_focused('text box', 'Title of the new key result')
    type_lines(*titles)
    board.expect(At_Risk=['Hire two engineers', 'Cut outages', *titles])
    check_equal('the number of transactions', 11,
                board.workspace.n_transactions)
    type_text('Never mind')
    keys('Escape')
    board.wait_focus('Hire two engineers')
    keys('alt+Down')
    board.expect(At_Risk=['Cut outages', 'Hire two engineers', *titles])


@test('a new board comes by the keyboard alone, with its first card')
def new_board(case):
    board = case.open_growth()
    board.focus('Raise NPS')
    keys('ctrl+shift+n')
    dialog = board.window.program.window(2)
    dialog.find_focused('text box', 'Team')
    type_lines('Nordics')
    wait_equal('the boards in the file', ['Growth', 'Nordics'],
               lambda: board.workspace.boards)
    wait_equal('the title of the window', 'Nordics · 2026 Q4',
               lambda: board.window.node.name)
    nordics = case.board(board.window, board.workspace, 'Nordics')
    nordics.expect(Not_Started=[], In_Progress=[], At_Risk=[], Complete=[])
    wait_for('the dialog to be gone', lambda:
             len(board.window.program.root().children) == 1)
    keys('ctrl+n')
    board.window.find_focused('text box', 'Title of the new key result')
    type_lines('Open three shops')
    nordics.expect(Not_Started=['Open three shops'])


@test('digits filter to objectives, and 0 shows all again')
def filter_by_digits(case):
    board = case.open_growth()
    board.focus('Raise NPS')
    keys('1')
    wait_equal('what Remote teams has in progress',
               ['Raise NPS', 'Onboard in a week'],
               board.column('In Progress').titles)
    expect_name(board, 'In Progress', 'In Progress, 2 of 4 cards')
    board.wait_focus('Raise NPS')
    keys('3')
    wait_equal('what one or the other has in progress',
               ['Raise NPS', 'Onboard in a week', 'Survey customers'],
               board.column('In Progress').titles)
    keys('1')
    wait_equal('what Pricing has in progress', ['Survey customers'],
               board.column('In Progress').titles)
    board.wait_focus('Survey customers')
    keys('0')
    wait_equal('what is in progress', IN_PROGRESS,
               board.column('In Progress').titles)
    check_equal('the number of transactions', 1,
                board.workspace.n_transactions)


@test('the menu of a card opens, is walked through, and archives by keys')
def menu(case):
    board = case.open_growth()
    board.focus('Raise NPS')
    keys('shift+F10')
    board.window.find_focused('menu item', 'Open Details')
    keys('Up')
    board.window.find_focused('menu item', 'Archive')
    keys('Return')
    board.expect(In_Progress=IN_PROGRESS[1:])
    board.wait_focus(IN_PROGRESS[1])
    keys('Menu')
    board.window.find_focused('menu item', 'Open Details')
    keys('Escape')
    board.wait_focus(IN_PROGRESS[1])


@test('whatever opens and closes over a card, the focus comes back to it')
def focus_stays(case):
    board = case.open_growth()
    board.focus('Onboard in a week')
    for opening, kind, name in [('shift+F10', 'menu item', 'Open Details'),
                                ('F2', 'text box', 'Rename Key Result')]:
        keys(opening)
        board.window.find_focused(kind, name)
        keys('Escape')
        board.wait_focus('Onboard in a week')
    keys('F2')
    board.window.find_focused('text box', 'Rename Key Result')
    type_lines('Onboard in a day')
    board.wait_focus('Onboard in a day')
    keys('Delete')
    board.wait_focus('Survey customers')
    keys('Delete')
    board.wait_focus('Restore in an hour')
    keys('Up', 'Delete', 'ctrl+z', 'ctrl+z')
    board.expect(In_Progress=[*IN_PROGRESS[:2], 'Survey customers'])
    board.wait_focus('Restore in an hour')


@test('a held Alt+Right ends in the last column and writes each step once')
def hold(case):
    board = case.open_growth()
    board.focus('Halve the pages')
    keys(*['alt+Right'] * MANY)
    board.expect(Not_Started=['Write a handbook', 'Tidy the wiki'],
                 In_Progress=IN_PROGRESS,
                 At_Risk=['Hire two engineers', 'Cut outages'],
                 Complete=['Halve the pages'])
    board.wait_focus('Halve the pages')
    check_equal('the number of transactions', 4,
                board.workspace.n_transactions)


@test('a board that is undone and redone shows all its cards again')
def redo_board(case):
    board = case.open_growth()
    keys('ctrl+z')
    wait_equal('the boards in the file', [], lambda: board.workspace.boards)
    keys('ctrl+shift+z')
    again = case.board(board.window, board.workspace, 'Growth')
    again.expect(In_Progress=IN_PROGRESS)
    again.chip('Reliability')


@test('a hundred undos in a row all arrive, and a hundred redos')
def undo_all(case):
    workspace = case.workspace(Growth=GROWTH, Platform=PLATFORM)
    board = case.open(workspace)
    before = workspace.snapshot()
    board.focus('Raise NPS')
    keys(*['alt+Right', 'alt+Left'] * MANY)
    wait_equal('the number of transactions', 1 + 2 * MANY,
               lambda: workspace.n_transactions)
    after = workspace.snapshot()
    keys(*['ctrl+z'] * 2 * MANY)
    wait_equal('the number of undos', 2 * MANY,
               lambda: workspace.n_entries('undo'))
    check_equal('all boards', before, workspace.snapshot())
    wait_equal('the board that shows', before['Growth'], board.shown)
    keys(*['ctrl+shift+z'] * 2 * MANY)
    wait_equal('the number of redos', 2 * MANY,
               lambda: workspace.n_entries('redo'))
    check_equal('all boards', after, workspace.snapshot())
    wait_equal('the board that shows', after['Growth'], board.shown)


if __name__ == '__main__':
    main()
