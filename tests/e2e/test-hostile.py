#!/usr/bin/python3
"""Text, windows and files that nobody would wish for."""

import re
import sqlite3
from contextlib import closing

from case import GROWTH, main, test
from driver import (check, check_equal, keys, type_lines, wait_equal, wait_for,
                    wait_until_still)

MARKUP = '<b>Bold</b> & <span size="99999">"big"</span> &nbsp; %s %n _u'
REVERSED = 'Ship \u202egnihtyreve\u202c by \u2067מחר\u2069'
EMOJI = 'Delight 👩‍👩‍👧‍👦 in 🇳🇴 by 🫶🏿'
MARKED = 'Z' + '\u0301\u0323\u034f' * 400 + 'algo'
LONG = 'Long ' + 'word ' * 20_000
ENDLESS = 'W' * 100_000
HOSTILE = [MARKUP, REVERSED, EMOJI, MARKED, LONG.strip(), ENDLESS]

TOAST = re.compile(re.escape('Moved “<b>Bold</b> & <span') + '.*')

SMALLEST = 1, 1


def open_hostile(case, *titles):
    return case.open(case.workspace(**{'Growth': {
        'objectives': [MARKUP, REVERSED],
        'Not Started': [(title, MARKUP) for title in titles],
    }}))


def expect_file(board, **columns):
    for name, titles in columns.items():
        column = name.replace('_', ' ')
        wait_equal(f'the beginnings of the cards in “{column}” in the file',
                   [title[:40] for title in titles],
                   lambda: [title[:40] for title in
                            board.workspace.cards('Growth', column)])
        check(f'“{column}” has every title whole in the file',
              board.workspace.cards('Growth', column) == titles)


@test('a card with any title shows, moves by keys and comes back')
def any_title(case):
    board = open_hostile(case, *HOSTILE)
    expect_file(board, Not_Started=HOSTILE)
    wait_equal('the name of the column', 'Not Started, 6 cards',
               lambda: board.column('Not Started').name)
    for node, name in board.column('Not Started').cards():
        check(f'a name fits a screen reader: {len(name)} characters',
              len(name) < 5_000)
    for count in range(1, len(HOSTILE) + 1):
        board.focus_first('Not Started')
        keys('ctrl+4')
        wait_equal(f'how many cards are complete after {count}', count,
                   lambda: len(board.column('Complete').cards()))
    check_equal('whether all cards are complete', True,
                sorted(board.workspace.cards('Growth', 'Complete'))
                == sorted(HOSTILE))
    keys('ctrl+z')
    wait_equal('how many cards are complete', len(HOSTILE) - 1,
               lambda: len(board.column('Complete').cards()))


@test('markup is text: in cards, chips, columns, toasts and entries')
def markup(case):
    board = open_hostile(case, MARKUP)
    board.chip(MARKUP)
    board.chip(REVERSED)
    board.drag(MARKUP, board.column('Complete').on_head())
    toast = board.window.find('label', TOAST)
    check('the toast shows', toast.extents[2] > 0)
    board.expect(Complete=[MARKUP])
    board.focus(MARKUP)
    keys('F2')
    entry = board.window.find_focused('text box', 'Rename Key Result')
    check_equal('the text to begin with', MARKUP, entry.text)
    type_lines('</b> & <')
    board.expect(Complete=['</b> & <'])


@test('a card whose title turns the direction of text is dragged like others')
def direction(case):
    board = open_hostile(case, REVERSED, EMOJI)
    for title in [REVERSED, EMOJI]:
        board.focus_first('Not Started')
        keys('alt+Right')
        wait_for('the card to be in progress', lambda: title
                 in board.workspace.cards('Growth', 'In Progress'))
    wait_equal('the name of the column', 'In Progress, 2 cards',
               lambda: board.column('In Progress').name)


@test('the smallest window there can be still takes keys')
def tiny_window(case):
    board = case.open_growth()
    board.focus('Raise NPS')
    board.window.resize(*SMALLEST)
    wait_until_still('the board', lambda: board.card('Raise NPS').extents)
    for key, column in [('alt+Right', 'At Risk'), ('ctrl+4', 'Complete'),
                        ('ctrl+1', 'Not Started')]:
        keys(key)
        wait_for(f'the card to be in “{column}”', lambda: 'Raise NPS'
                 in board.workspace.cards('Growth', column))
    _, _, width, height = board.window.geometry()
    check(f'the window is small: {width} × {height}',
          width <= 640 and height <= 480)
    board.wait_focus('Raise NPS')
    board.window.resize(1100, 700)
    board.expect(Not_Started=['Write a handbook', 'Halve the pages',
                              'Tidy the wiki', 'Raise NPS'])


def make_newer(case):
    """A file as a later version of the program may leave it."""
    workspace = case.workspace(Growth=GROWTH)
    case.workspaces.remove(workspace)
    with closing(sqlite3.connect(workspace.path)) as database:
        database.execute('PRAGMA user_version=99')
        database.commit()
    return workspace


@test('a file of a newer program is shown as such and never written to')
def newer_file(case):
    workspace = make_newer(case)
    before = workspace.snapshot()
    program = case.start('--file', workspace.path)
    window = program.window()
    wait_for('the window to say that the file is newer', lambda:
             window.node.find_all('label', lambda name: 'newer' in name.lower()))
    keys('ctrl+n', 'Delete', 'ctrl+z', 'alt+Right', 'ctrl+4')
    check('nothing is offered that cannot be done',
          not window.has('button', 'Add Key Result') and
          'sensitive' not in window.find('button', 'New Objective').states)
    for words in [['undo'], ['check']]:
        done = case.run('--file', workspace.path, *words)
        check_equal(f'the status of “{words[0]}”', 1, done.returncode)
        check(f'the reason is told: {done.stderr}', 'newer' in done.stderr)
    program.quit()
    check_equal('the cards', before, workspace.snapshot())
    check_equal('the number of transactions', 1, workspace.n_transactions)
    check_equal('the format', 99, workspace.value('PRAGMA user_version'))


@test('a file that is none of ours is left alone, byte by byte')
def foreign_file(case):
    path = case.path('notes.txt')
    with open(path, 'wb') as file:
        file.write(b'These are my notes.\n' * 100)
    program = case.start('--file', path)
    window = program.window()
    window.find('heading', 'This Is No Quarterdeck File')
    program.quit()
    with open(path, 'rb') as file:
        check('the file is as it was',
              file.read() == b'These are my notes.\n' * 100)


if __name__ == '__main__':
    main()
