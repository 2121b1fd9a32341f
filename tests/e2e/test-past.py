#!/usr/bin/python3
"""The time machine, there and back with real keys: what it shows of a day before there was
a board, and that nothing in it can be changed."""

from case import main, test
from driver import check, keys, wait_equal, wait_for


def is_board(window):
    """Whether today shows."""
    return not window.has('slider', 'Day')


@test('Ctrl+T shows the past, keys leaf through it, and Escape leaves it')
def leaf(case):
    board = case.open_growth()
    window = board.window
    before = board.workspace.columns(board.title)
    keys('ctrl+t')
    window.find_focused('slider', 'Day')
    wait_for('the board of today', lambda: window.has('list', 'Not Started, 3 cards'))

    keys('Home')
    wait_for('that there was no board',
             lambda: not window.has('list', 'Not Started, 3 cards'))
    keys('End')
    wait_for('the board of today', lambda: window.has('list', 'Not Started, 3 cards'))

    keys('Escape')
    wait_for('that the past is left', lambda: is_board(window))
    wait_equal('the columns', before, lambda: list(board.look()))


@test('nothing of the past can be changed')
def read_only(case):
    board = case.open_growth()
    window = board.window
    before = board.workspace.columns(board.title)
    keys('ctrl+t')
    window.find_focused('slider', 'Day')
    wait_for('the board of today', lambda: window.has('list', 'Not Started, 3 cards'))
    while ', key result, ' not in window.focused().name:
        keys('Tab')
    keys('Delete', 'alt+Right', 'ctrl+2')
    keys('ctrl+t')
    wait_for('that the past is left', lambda: is_board(window))
    wait_equal('the columns', before, lambda: list(board.look()))
    check('that the program is there', case.programs[0].running)


if __name__ == '__main__':
    main()
