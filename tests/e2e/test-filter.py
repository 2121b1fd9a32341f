#!/usr/bin/python3
"""Showing the cards of some objectives only, and moving cards meanwhile."""

from case import main, test
from driver import check_equal, keys, wait_equal, wait_for

CROWDED = {
    'objectives': ['Speed', 'Trust'],
    'In Progress': [
        ('Hidden one', 'Trust'), ('Fast one', 'Speed'),
        ('Hidden two', 'Trust'), ('Hidden three', 'Trust'),
        ('Fast two', 'Speed'), ('Hidden four', 'Trust'),
    ],
    'At Risk': [('Fast three', 'Speed')],
}
HIDDEN = ['Hidden one', 'Hidden two', 'Hidden three', 'Hidden four']


def click(board, chip, hold=None):
    """Click on a chip at its beginning: its end may be out of sight."""
    board.window.activate()
    board.pointer.click(board.window.point(board.chip(chip), across=0.1),
                        hold=hold)


def wait_shown(board, column, titles):
    wait_equal(f'the cards that “{column}” shows', titles,
               board.column(column).titles)


def wait_pressed(board, *pressed):
    """Wait until just these chips are pressed."""
    names = ['Remote teams', 'Reliability', 'Pricing']
    wait_equal('the chips that are pressed', list(pressed),
               lambda: [name for name in names
                        if 'pressed' in board.chip(name).states])


def open_filtered(case):
    """A board that shows what hurries, and hides most."""
    board = case.open(case.workspace(Growth=CROWDED))
    click(board, 'Speed')
    wait_shown(board, 'In Progress', ['Fast one', 'Fast two'])
    wait_shown(board, 'At Risk', ['Fast three'])
    board.settle()
    return board


def expect_file(board, in_progress, at_risk):
    """Wait for the file to hold that, and the board all of it in the end."""
    workspace = board.workspace
    wait_equal('the cards in progress in the file', in_progress,
               lambda: workspace.cards('Growth', 'In Progress'))
    wait_equal('the cards at risk in the file', at_risk,
               lambda: workspace.cards('Growth', 'At Risk'))
    check_equal('the number of transactions', 2, workspace.n_transactions)
    click(board, 'Speed')
    board.expect(In_Progress=in_progress, At_Risk=at_risk)


@test('a click on a chip shows its cards, another click all')
def click_on_chip(case):
    board = case.open_growth()
    click(board, 'Reliability')
    wait_shown(board, 'In Progress', ['Restore in an hour'])
    wait_shown(board, 'Not Started', ['Halve the pages'])
    wait_shown(board, 'At Risk', ['Cut outages'])
    wait_pressed(board, 'Reliability')
    wait_equal('the name of the column', 'In Progress, 1 of 4 cards',
               lambda: board.column('In Progress').name)
    click(board, 'Pricing')
    wait_shown(board, 'In Progress', ['Survey customers'])
    wait_pressed(board, 'Pricing')
    click(board, 'Pricing')
    wait_shown(board, 'In Progress', [
        'Raise NPS', 'Restore in an hour', 'Onboard in a week',
        'Survey customers'])
    wait_pressed(board)
    wait_equal('the name of the column', 'In Progress, 4 cards',
               lambda: board.column('In Progress').name)
    check_equal('the number of transactions', 1,
                board.workspace.n_transactions)


@test('Control and a click add an objective, and take it away')
def control_click(case):
    board = case.open_growth()
    click(board, 'Remote teams')
    wait_shown(board, 'In Progress', ['Raise NPS', 'Onboard in a week'])
    click(board, 'Pricing', hold='ctrl')
    wait_shown(board, 'In Progress', ['Raise NPS', 'Onboard in a week',
                                      'Survey customers'])
    wait_pressed(board, 'Remote teams', 'Pricing')
    click(board, 'Remote teams', hold='ctrl')
    wait_shown(board, 'In Progress', ['Survey customers'])
    wait_pressed(board, 'Pricing')
    click(board, 'No Objective', hold='ctrl')
    wait_shown(board, 'Not Started', ['Tidy the wiki'])


@test('the button that clears the filter shows all')
def clear(case):
    board = case.open_growth()
    click(board, 'Pricing')
    wait_shown(board, 'At Risk', [])
    click(board, 'Clear Filter')
    wait_shown(board, 'At Risk', ['Hire two engineers', 'Cut outages'])
    wait_pressed(board)


@test('a drag down to the next card that shows does not move hidden ones')
def drag_down(case):
    board = open_filtered(case)
    board.drag('Fast one', board.column('In Progress').after('Fast two'))
    wait_shown(board, 'In Progress', ['Fast two', 'Fast one'])
    expect_file(board, ['Hidden one', 'Hidden two', 'Hidden three', 'Fast two',
                        'Fast one', 'Hidden four'], ['Fast three'])


@test('a drag up before the first card that shows does not move hidden ones')
def drag_up(case):
    board = open_filtered(case)
    board.drag('Fast two', board.column('In Progress').before('Fast one'))
    wait_shown(board, 'In Progress', ['Fast two', 'Fast one'])
    expect_file(board, ['Hidden one', 'Fast two', 'Fast one', 'Hidden two',
                        'Hidden three', 'Hidden four'], ['Fast three'])


@test('a drag into a filtered column goes beside the card that shows there')
def drag_across(case):
    board = open_filtered(case)
    board.drag('Fast three', board.column('In Progress').before('Fast two'))
    wait_shown(board, 'In Progress', ['Fast one', 'Fast three', 'Fast two'])
    expect_hidden(board)
    in_progress = board.workspace.cards('Growth', 'In Progress')
    check_equal('the order of those that hurry',
                ['Fast one', 'Fast three', 'Fast two'],
                [title for title in in_progress if title not in HIDDEN])
    expect_file(board, in_progress, [])


def expect_hidden(board):
    """The hidden cards are where they were, each beside the same ones."""
    wait_equal('the order of the hidden cards', HIDDEN, lambda: [
        title for title in board.workspace.cards('Growth', 'In Progress')
        if title in HIDDEN])


@test('a drag out of a filtered column leaves the hidden ones in order')
def drag_out(case):
    board = open_filtered(case)
    board.drag('Fast two', board.column('At Risk').before('Fast three'))
    wait_shown(board, 'At Risk', ['Fast two', 'Fast three'])
    expect_file(board, ['Hidden one', 'Fast one', 'Hidden two', 'Hidden three',
                        'Hidden four'], ['Fast two', 'Fast three'])


@test('Alt and an arrow pass over hidden cards')
def arrows(case):
    board = open_filtered(case)
    board.focus('Fast one')
    keys('alt+Down')
    wait_shown(board, 'In Progress', ['Fast two', 'Fast one'])
    board.wait_focus('Fast one')
    expect_file(board, ['Hidden one', 'Hidden two', 'Hidden three', 'Fast two',
                        'Fast one', 'Hidden four'], ['Fast three'])


@test('undo under a filter puts a card where it was among the hidden ones')
def undo_under_filter(case):
    board = open_filtered(case)
    board.focus('Fast two')
    keys('ctrl+3')
    wait_shown(board, 'In Progress', ['Fast one'])
    wait_for('the card to be at risk', lambda: 'Fast two'
             in board.column('At Risk').titles())
    keys('ctrl+z')
    wait_shown(board, 'In Progress', ['Fast one', 'Fast two'])
    click(board, 'Speed')
    board.expect(In_Progress=[title for title, _ in CROWDED['In Progress']],
                 At_Risk=['Fast three'])


if __name__ == '__main__':
    main()
