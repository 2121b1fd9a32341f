#!/usr/bin/python3
"""Dragging cards with a real pointer, on one board in one window."""

from case import main, test
from driver import check_equal, keys, wait_equal, wait_for


def expect_only(board, n_transactions):
    """Nothing but one more entry was written: that of a move made now."""
    board.focus('Hire two engineers')
    keys('alt+Down')
    board.expect(At_Risk=['Cut outages', 'Hire two engineers'])
    check_equal('the number of transactions', n_transactions + 1,
                board.workspace.n_transactions)


@test('a card goes between two cards of another column')
def between_cards(case):
    board = case.open_growth()
    board.drag('Raise NPS', board.column('At Risk').before('Cut outages'))
    board.expect(
        In_Progress=['Restore in an hour', 'Onboard in a week',
                     'Survey customers'],
        At_Risk=['Hire two engineers', 'Raise NPS', 'Cut outages'])
    check_equal('the number of transactions', 2, board.workspace.n_transactions)


@test('counts in the names of columns follow a drag')
def names_of_columns(case):
    board = case.open_growth()
    check_equal('the name of the column', 'In Progress, 4 cards',
                board.column('In Progress').name)
    board.drag('Raise NPS', board.column('Complete').on_head())
    board.expect(Complete=['Raise NPS'])
    wait_equal('the name of the column left', 'In Progress, 3 cards',
               lambda: board.column('In Progress').name)
    wait_equal('the name of the column reached', 'Complete, 1 card',
               lambda: board.column('Complete').name)


@test('a card is named for its title and says where it is')
def names_of_cards(case):
    board = case.open_growth()
    # What follows depends on the day.
    begin = ('Restore in an hour, key result, In Progress, 2 of 4, '
             'Reliability')
    check_equal('the name of the card', begin,
                board.card('Restore in an hour').name[:len(begin)])
    board.drag('Restore in an hour', board.column('At Risk').on_empty_space())
    board.expect(At_Risk=['Hire two engineers', 'Cut outages',
                          'Restore in an hour'])
    begin = 'Restore in an hour, key result, At Risk, 3 of 3, Reliability'
    wait_equal('the name of the card that moved', begin,
               lambda: board.card('Restore in an hour').name[:len(begin)])


@test('a card goes to the head of a column and is its first')
def onto_head(case):
    board = case.open_growth()
    board.drag('Survey customers', board.column('At Risk').on_head())
    board.expect(
        In_Progress=['Raise NPS', 'Restore in an hour', 'Onboard in a week'],
        At_Risk=['Survey customers', 'Hire two engineers', 'Cut outages'])


@test('a card goes to the empty space of a column and is its last')
def onto_empty_space(case):
    board = case.open_growth()
    board.drag('Write a handbook', board.column('At Risk').on_empty_space())
    board.expect(
        Not_Started=['Halve the pages', 'Tidy the wiki'],
        At_Risk=['Hire two engineers', 'Cut outages', 'Write a handbook'])


@test('a card goes to a column without cards')
def into_empty_column(case):
    board = case.open_growth()
    board.drag('Cut outages', board.column('Complete').on_empty_space())
    board.expect(At_Risk=['Hire two engineers'], Complete=['Cut outages'])


@test('the last card of a column goes, and comes back')
def last_card(case):
    board = case.open_growth()
    for card in ['Hire two engineers', 'Cut outages']:
        board.drag(card, board.column('Complete').on_empty_space())
    board.expect(At_Risk=[], Complete=['Hire two engineers', 'Cut outages'])
    board.drag('Cut outages', board.column('At Risk').on_head())
    board.expect(At_Risk=['Cut outages'], Complete=['Hire two engineers'])


@test('a card goes down in its column')
def down(case):
    board = case.open_growth()
    board.drag('Raise NPS', board.column('In Progress').after(
        'Onboard in a week'))
    board.expect(In_Progress=['Restore in an hour', 'Onboard in a week',
                              'Raise NPS', 'Survey customers'])
    check_equal('the number of transactions', 2, board.workspace.n_transactions)


@test('a card goes up in its column')
def up(case):
    board = case.open_growth()
    board.drag('Survey customers', board.column('In Progress').before(
        'Restore in an hour'))
    board.expect(In_Progress=['Raise NPS', 'Survey customers',
                              'Restore in an hour', 'Onboard in a week'])


@test('a card goes to the first and to the last place of its column')
def first_and_last(case):
    board = case.open_growth()
    column = board.column('In Progress')
    board.drag('Onboard in a week', column.before('Raise NPS'))
    board.expect(In_Progress=['Onboard in a week', 'Raise NPS',
                              'Restore in an hour', 'Survey customers'])
    board.drag('Raise NPS', column.after('Survey customers'))
    board.expect(In_Progress=['Onboard in a week', 'Restore in an hour',
                              'Survey customers', 'Raise NPS'])


@test('a card that is dropped where it was writes nothing')
def onto_itself(case):
    board = case.open_growth()
    column = board.column('In Progress')
    board.drag('Restore in an hour', column.at('Restore in an hour'))
    board.drag('Restore in an hour', column.after('Raise NPS'))
    board.drag('Restore in an hour', column.before('Onboard in a week'))
    expect_only(board, 1)
    board.expect(In_Progress=['Raise NPS', 'Restore in an hour',
                              'Onboard in a week', 'Survey customers'])


@test('a drop outside the window writes nothing')
def outside(case):
    board = case.open_growth()
    board.drag('Restore in an hour', lambda: (4, 790))
    expect_only(board, 1)
    board.expect(In_Progress=['Raise NPS', 'Restore in an hour',
                              'Onboard in a week', 'Survey customers'])


@test('a drop on something that takes no cards writes nothing')
def onto_header_bar(case):
    board = case.open_growth()
    undo = board.window.find('button', 'Redo')
    board.drag('Restore in an hour', lambda: board.window.point(undo))
    expect_only(board, 1)


@test('Escape ends a drag and writes nothing')
def escape(case):
    board = case.open_growth()
    board.take('Restore in an hour')
    board.carry(board.column('Complete').on_empty_space())
    keys('Escape')
    wait_for('the gap to close', lambda: board.column('Complete').name)
    board.pointer.release()
    expect_only(board, 1)
    board.expect(Complete=[])


@test('a card can be dragged again and again')
def again_and_again(case):
    board = case.open_growth()
    for _ in range(3):
        for column in ['At Risk', 'Complete', 'Not Started', 'In Progress']:
            board.drag('Raise NPS', board.column(column).on_empty_space())
            wait_equal('the last card of the column', ['Raise NPS'],
                       lambda: board.column(column).titles()[-1:])
    check_equal('the number of transactions', 13,
                board.workspace.n_transactions)


@test('a drop under the toast lands in the column')
def under_the_toast(case):
    board = case.open_growth()
    board.drag('Raise NPS', board.column('Complete').on_head())
    board.expect(Complete=['Raise NPS'])
    toast = board.window.find('button', 'Undo')
    left, right = board.column('In Progress'), board.column('At Risk')
    place = board.window.point(toast)
    below = min([left, right], key=lambda column: abs(
        board.window.point(column.view)[0] - place[0]))
    board.drag('Tidy the wiki', lambda: place)
    wait_equal(f'the last card of “{below.title}”', 'Tidy the wiki',
               lambda: below.titles()[-1])


if __name__ == '__main__':
    main()
