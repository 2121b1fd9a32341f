#!/usr/bin/python3
"""What becomes of typing in the details of a card: undo, the wheel, quitting."""

import re

from case import main, test
from details import VALUE, Details
from driver import (Window, check, check_equal, keys, type_lines, type_text,
                    wait_equal, wait_for, wait_until_still)
from workspace import FIRST_DAY

NPS = 'Raise NPS'
CHURN = 'Halve churn'
MEASURED = {'In Progress': [(NPS, None, (20, 60, 'points')), CHURN]}
KEEP = 'button', 'Keep Editing'
DISCARD = 'button', 'Discard'
N_LINES = 40


def open_details(case):
    case.live_on(FIRST_DAY)
    board = case.open(case.workspace(Growth=MEASURED))
    board.focus(NPS)
    details = Details(board)
    details.open(NPS)
    return board, details


def titles(board):
    return board.workspace.cards('Growth', 'In Progress')


def expect_text(details, field, text):
    wait_equal(f'the text in {field}', text, lambda: details.entry(field).text)


@test('Ctrl+Z in a title that goes to the file takes the typing back, and redo')
def undo_title(case):
    board, details = open_details(case)
    details.window.tab_to('text box', 'Title')
    keys('End')
    type_text(' a lot')
    wait_equal('the cards', [NPS + ' a lot', CHURN], lambda: titles(board))
    keys('ctrl+z')
    wait_equal('the cards', [NPS, CHURN], lambda: titles(board))
    expect_text(details, 'Title', NPS)
    keys('ctrl+shift+z')
    wait_equal('the cards', [NPS + ' a lot', CHURN], lambda: titles(board))
    expect_text(details, 'Title', NPS + ' a lot')


@test('Ctrl+Z after a check-in takes the check-in back, not what was typed for it')
def undo_check_in(case):
    board, details = open_details(case)
    type_text('25')
    keys('Return')
    wait_equal('the number of check-ins', 1,
               lambda: len(board.workspace.checkins(NPS)))
    board.window.find_focused('text box', VALUE)
    keys('ctrl+z')
    wait_equal('the number of check-ins', 0,
               lambda: len(board.workspace.checkins(NPS)))


@test('Ctrl+Z takes back words that were not sent, then what was done before')
def undo_words(case):
    board, details = open_details(case)
    for field, send in [('Comment', 'ctrl+Return'), ('What Moved?', None),
                        ('Blockers', None)]:
        details.window.tab_to('text box', field,
                              key='Tab' if send else 'shift+Tab')
        if send:
            type_text('Sent')
            keys(send)
            expect_text(details, field, '')
        before = board.workspace.n_transactions
        type_text('words')
        keys('ctrl+z')
        expect_text(details, field, '')
        check_equal('the number of transactions', before,
                    board.workspace.n_transactions)
        if send:
            keys('ctrl+z')
            wait_equal('the comments', 1,
                       lambda: board.workspace.n_entries('undo'))
            expect_text(details, field, '')


@test('Ctrl+Z in a number takes back what was typed, and then what was done')
def undo_number(case):
    board, details = open_details(case)
    details.type_into('Target (points)', '70')
    keys('Return')
    target = 'SELECT target FROM card WHERE title=?'
    wait_equal('the target', 70, lambda: board.workspace.value(target, NPS))
    type_text('5')
    expect_text(details, 'Target (points)', '705')
    keys('ctrl+z')
    expect_text(details, 'Target (points)', '70')
    check_equal('the target', 70, board.workspace.value(target, NPS))
    keys('ctrl+z')
    wait_equal('the target', 60, lambda: board.workspace.value(target, NPS))
    expect_text(details, 'Target (points)', '60')


@test('Ctrl+Z after new cards takes the last one back')
def undo_new_card(case):
    board = case.open(case.workspace(Growth=MEASURED))
    board.focus(NPS)
    keys('ctrl+n')
    board.window.find_focused('text box', 'Title of the new key result')
    type_lines('First', 'Second')
    board.expect(In_Progress=[NPS, CHURN, 'First', 'Second'])
    keys('ctrl+z')
    board.expect(In_Progress=[NPS, CHURN, 'First'])


def fill_in(details):
    type_text('33')
    details.window.tab_to('text box', 'What Moved?')
    type_text('Words of a check-in')
    details.window.tab_to('text box', 'New milestone')
    type_text('Ship it')
    details.window.tab_to('text box', 'New dependency')
    type_text('Legal')


def ask_to_quit(board):
    """What is asked first."""
    program = board.window.program
    keys('ctrl+q')
    node = wait_for('a question', lambda: next(
        (node for node in program.root().children if node.role == 'dialog'), None))
    return Window(program, node, None)


@test('Ctrl+Q asks before a check-in goes that was not sent, and Escape keeps it')
def quit_with_words(case):
    board, details = open_details(case)
    fill_in(details)
    question = ask_to_quit(board)
    question.find('label', re.compile(f'.*“{NPS}”.*'))
    question.find_focused(*KEEP)
    keys('Escape')
    wait_equal('the windows', 1, lambda: len(board.window.program.root().children))
    expect_text(details, 'What Moved?', 'Words of a check-in')
    check_equal('the card that is open', NPS, details.title)
    board.window.activate()
    question = ask_to_quit(board)
    question.tab_to(*DISCARD)
    keys('Return')
    check_equal('the exit status', 0, board.window.program.process.wait(30))
    check_equal('the check-ins', [], board.workspace.checkins(NPS))
    check_equal('the milestones', [('Ship it',)],
                board.workspace.query('SELECT title FROM milestone'))
    check_equal('the number of dependencies', 1,
                board.workspace.value('SELECT count(*) FROM dependency'))

    board = case.open(board.workspace)
    details = Details(board)
    board.focus(NPS)
    details.open(NPS)
    expect_text(details, 'What Moved?', '')


@test('a comment on another card, whose details are closed, is asked about too')
def quit_with_comment(case):
    board, details = open_details(case)
    details.window.tab_to('text box', 'Comment')
    type_text('A thought')
    details.close()
    question = ask_to_quit(board)
    question.find('label', re.compile(f'.*“{NPS}”.*'))
    question.tab_to(*DISCARD)
    keys('Return')
    check_equal('the exit status', 0, board.window.program.process.wait(30))


@test('Ctrl+Q does not ask where all was sent, and adds a half typed milestone')
def quit_without_words(case):
    board, details = open_details(case)
    type_text('25')
    keys('Return')
    wait_equal('the number of check-ins', 1,
               lambda: len(board.workspace.checkins(NPS)))
    details.window.tab_to('text box', 'New milestone')
    type_text('Ship it')
    board.window.program.quit()
    check_equal('the milestones', [('Ship it',)],
                board.workspace.query('SELECT title FROM milestone'))


@test('a pasted text makes its field higher, to a limit, and its end is in sight')
def paste(case):
    board, details = open_details(case)
    details.window.tab_to('text box', 'How It Is Measured')
    entry = details.entry('How It Is Measured')
    low = entry.extents[3]
    type_text('word ' * 40)
    keys('ctrl+a', 'ctrl+c', 'End', 'ctrl+v', 'ctrl+v', 'ctrl+v')
    wait_equal('the length of the text', 800, lambda: len(entry.text))
    wait_until_still('the field', lambda: entry.extents)
    high = entry.extents[3]
    check(f'the field grew from {low} to {high}', 2 * low < high <= 240)
    keys('ctrl+a', 'BackSpace')
    wait_equal('the height', low, lambda: entry.extents[3])


@test('the wheel over a field with nothing to scroll scrolls the details')
def wheel(case):
    board, details = open_details(case)
    entry = details.entry('What Moved?')
    wait_until_still('the field', lambda: entry.extents)
    top = entry.extents[1]
    board.pointer.click(board.window.point(entry), button=5)
    wait_equal('whether it moved', True, lambda: entry.extents[1] < top)


@test('Escape keeps a title that is in the file, and takes back a number that is not')
def escape(case):
    board, details = open_details(case)
    details.type_into('Target (points)', '70')
    keys('Escape')
    expect_text(details, 'Target (points)', '60')
    check_equal('the card that is open', NPS, details.title)
    details.window.tab_to('text box', 'Title', key='shift+Tab')
    keys('End')
    type_text('!')
    wait_equal('the cards', [NPS + '!', CHURN], lambda: titles(board))
    keys('Escape')
    wait_equal('the card that is open', None, lambda: details.title)
    check_equal('the cards', [NPS + '!', CHURN], titles(board))


@test('one long title does not make a list of choices as wide as the screen')
def long_choice(case):
    long = 'A goal of very many words ' * 12
    case.live_on(FIRST_DAY)
    board = case.open(case.workspace(Growth={'objectives': [long.strip()],
                                             **MEASURED}))
    board.focus(NPS)
    details = Details(board)
    details.open(NPS)
    details.window.tab_to('button', re.compile('Objective: .*'))
    keys('space')
    item = board.window.find_focused('list item', re.compile('.*'))
    wait_until_still('the list', lambda: item.extents)
    check(f'the list is {item.extents[2]} wide', 0 < item.extents[2] < 700)
    keys('Escape')


if __name__ == '__main__':
    main()
