#!/usr/bin/python3
"""Two windows, two processes, and what is there after the end of one."""

import os
import re
import statistics
import time

from case import GROWTH, PLATFORM, main, test
from driver import (PATIENCE_SECONDS, active_window, check, check_equal, keys,
                    type_lines, type_text, wait_equal, wait_for)
from workspace import Workspace

# Settings in memory would be forgotten with the process.
REMEMBERING = {'GSETTINGS_BACKEND': 'keyfile'}

# What a person takes for at once; a thirtieth of what a test waits for.
IN_STEP_SECONDS = PATIENCE_SECONDS / 30

# Two windows side by side, wide enough for two columns.
WIDTH, HEIGHT = 630, 760

IN_PROGRESS = ['Raise NPS', 'Restore in an hour', 'Onboard in a week',
               'Survey customers']


def show(window, title):
    """Choose a board in the sidebar, and wait until the window shows it."""
    window.activate()
    rows = window.node.find_all('list item',
                                lambda name: name.startswith(f'{title},'))
    window.program.pointer.click(window.point(rows[0]))
    wait_for(f'the window to show “{title}”',
             lambda: window.node.name.startswith(f'{title} ·'))


def open_two(case, title):
    """Two windows of one process: the board Growth, and that of this title."""
    workspace = case.workspace(Growth=GROWTH, Platform=PLATFORM)
    left = case.open(workspace, 'Growth')
    program = left.window.program
    keys('F10')
    left.window.find_focused('menu item', 'New Window')
    keys('Return')
    window = program.window(2)
    show(window, title)
    right = case.board(window, workspace, title)
    for board, x in [(left, 0), (right, WIDTH + 10)]:
        board.window.activate()
        board.window.resize(WIDTH, HEIGHT)
        board.window.place(x, 0)
        board.settle()
    return left, right


@test('a drag from a window to another one that shows the same board')
def drag_on_one_board(case):
    left, right = open_two(case, 'Growth')
    left.drag('Raise NPS', right.column('Not Started').before('Tidy the wiki'))
    for board in [left, right]:
        board.expect(In_Progress=IN_PROGRESS[1:], Not_Started=[
            'Write a handbook', 'Halve the pages', 'Raise NPS',
            'Tidy the wiki'])
    right.drag('Raise NPS', left.column('In Progress').on_head())
    for board in [left, right]:
        board.expect(In_Progress=IN_PROGRESS, Not_Started=[
            'Write a handbook', 'Halve the pages', 'Tidy the wiki'])
    check_equal('the number of transactions', 3, left.workspace.n_transactions)


@test('a drag from a window to another board in another one, and undo there')
def drag_to_another_board(case):
    left, right = open_two(case, 'Platform')
    left.drag('Restore in an hour',
              right.column('Not Started').after('Retire the old queue'))
    left.expect(In_Progress=['Raise NPS', 'Onboard in a week',
                             'Survey customers'])
    right.expect(Not_Started=['Retire the old queue', 'Restore in an hour'])
    check_equal('the number of transactions', 2, left.workspace.n_transactions)
    right.focus('Retire the old queue')
    keys('ctrl+z')
    left.expect(In_Progress=IN_PROGRESS)
    right.expect(Not_Started=['Retire the old queue'])


@test('what is done in a window shows in the other one')
def windows_in_step(case):
    left, right = open_two(case, 'Growth')
    left.focus('Raise NPS')
    keys('ctrl+4')
    right.expect(Complete=['Raise NPS'])
    right.focus('Tidy the wiki')
    keys('Delete')
    left.expect(Not_Started=['Write a handbook', 'Halve the pages'])


def seconds_until(what, condition):
    begun = time.monotonic()
    wait_for(what, condition)
    return time.monotonic() - begun


@test('two processes on one file are in step within a second')
def processes_in_step(case):
    first = case.open_growth()
    second = case.open(first.workspace)
    check('these are two processes', first.window.program.process.pid
          != second.window.program.process.pid)
    first.focus('Raise NPS')
    delays = []
    for key, column in [('alt+Right', 'At Risk'), ('alt+Right', 'Complete'),
                        ('alt+Left', 'At Risk'), ('alt+Left', 'In Progress'),
                        ('alt+Left', 'Not Started')]:
        keys(key)
        wait_for(f'the file to have the card in “{column}”', lambda:
                 'Raise NPS' in first.workspace.cards('Growth', column))
        delays.append(seconds_until(
            f'the other process to show the card in “{column}”',
            lambda: 'Raise NPS' in second.column(column).titles()))
    check(f'in step within {IN_STEP_SECONDS} s, not {delays}',
          statistics.median(delays) < IN_STEP_SECONDS)
    second.focus('Cut outages')
    keys('ctrl+4')
    first.expect(At_Risk=['Hire two engineers'], Complete=['Cut outages'])


@test('two processes that work at once lose nothing')
def both_at_once(case):
    first = case.open_growth()
    second = case.open(first.workspace)
    first.focus('Hire two engineers')
    keys('ctrl+n')
    first.window.find_focused('text box', 'Title of the new key result')
    second.focus('Raise NPS')
    keys('ctrl+n')
    second.window.find_focused('text box', 'Title of the new key result')
    written = {first: [], second: []}
    for number in range(5):
        for board, name in [(first, 'First'), (second, 'Second')]:
            board.window.activate()
            type_lines(f'{name} {number}')
            written[board].append(f'{name} {number}')
    for board in [first, second]:
        board.expect(
            At_Risk=['Hire two engineers', 'Cut outages', *written[first]],
            In_Progress=[*IN_PROGRESS, *written[second]])
    for board in [first, second]:
        board.window.activate()
        keys('Escape')


@test('a restart finds the board, its filter and its order again')
def restart(case):
    workspace = case.workspace(Growth=GROWTH, Platform=PLATFORM)
    board = case.open(workspace, 'Growth', **REMEMBERING)
    board.focus('Raise NPS')
    keys('alt+Down', 'ctrl+4')
    board.expect(Complete=['Raise NPS'])
    show(board.window, 'Platform')
    platform = case.board(board.window, workspace, 'Platform')
    platform.focus('Patch in a day')
    keys('alt+Left', '1')
    platform.expect(At_Risk=['Patch in a day'])
    wait_for('the chip to be pressed',
             lambda: 'pressed' in platform.chip('Reliability').states)
    shown = platform.shown()
    board.window.program.quit()

    again = case.open(workspace, 'Platform', **REMEMBERING)
    check_equal('the title of the window', 'Platform · 2026 Q4',
                again.window.node.name)
    wait_equal('the board that shows', shown, again.shown)
    wait_for('the chip to be pressed',
             lambda: 'pressed' in again.chip('Reliability').states)
    show(again.window, 'Growth')
    growth = case.board(again.window, workspace, 'Growth')
    growth.expect(In_Progress=IN_PROGRESS[1:], Complete=['Raise NPS'])


@test('half a title is kept by Ctrl+Q, and the file is closed')
def quit_while_typing(case):
    board = case.open_growth()
    workspace = board.workspace
    board.focus('Hire two engineers')
    keys('ctrl+n')
    board.window.find_focused('text box', 'Title of the new key result')
    type_text('Half a title')
    board.window.program.quit()
    check('the log was put into the file',
          not os.path.exists(workspace.path + '-wal'))
    check_equal('the cards', ['Hire two engineers', 'Cut outages',
                              'Half a title'],
                workspace.cards('Growth', 'At Risk'))


@test('half a name is kept by Ctrl+Q')
def quit_while_renaming(case):
    board = case.open_growth()
    show(board.window, 'Growth')
    keys('F2')
    board.window.find_focused('text box', re.compile('.*'))
    keys('ctrl+a')
    type_text('Expansion')
    board.window.program.quit()
    check_equal('the boards', ['Expansion'], board.workspace.boards)


def choose_in_file_menu(window, item):
    """Choose in what the main menu has for the file, by the keys."""
    window.activate()
    keys('F10')
    window.find_focused('menu item', 'New Window')

    def go_to(name):
        def move():
            found = window.node.find_all('menu item', lambda it: it == name)
            if any('focused' in node.states for node in found):
                return True
            keys('Down')
            return False

        wait_for(f'the focus to be on “{name}”', move)
        keys('Return')

    go_to('File')
    go_to(item)


@test('a copy is saved by the keys, whole and alone in its folder')
def save_copy(case):
    board = case.open_growth()
    window, workspace = board.window, board.workspace
    board.focus('Raise NPS')
    keys('ctrl+4')
    board.expect(Complete=['Raise NPS'])
    os.mkdir(case.path('copies'))
    path = case.path('copies/copy.db')
    choose_in_file_menu(window, 'Save a Copy…')
    process = window.program.process.pid
    wait_for('the dialog to have the focus', lambda:
             active_window(process) not in (None, window.x_id))
    wait_for('the entry for the name', lambda: any(
        'focused' in node.states
        for dialog in window.program.root().children if dialog != window.node
        for node in dialog.find_all('text box', lambda name: True)))
    keys('ctrl+a')
    type_lines(path)
    wait_equal('what is in the folder', ['copy.db'],
               lambda: os.listdir(case.path('copies')))
    copy = Workspace(path)
    case.workspaces.append(copy)
    check_equal('the copy', workspace.snapshot(), copy.snapshot())
    window.activate()
    board.focus('Tidy the wiki')


@test('a backup that is restored shows in all windows of the file')
def restore_in_both(case):
    left, right = open_two(case, 'Growth')
    program = left.window.program
    folder = left.workspace.path + '.backups'
    wait_for('the first backup', lambda: os.path.isdir(folder) and any(
        name.endswith('.db') for name in os.listdir(folder)))
    left.focus('Raise NPS')
    keys('ctrl+4')
    right.expect(Complete=['Raise NPS'])
    choose_in_file_menu(right.window, 'Restore a Backup…')
    dialog = program.window(3)
    rows = dialog.node.find_all('list item', lambda name: True)
    program.pointer.click(dialog.point(rows[0]))
    program.pointer.click(dialog.point(dialog.find('button', 'Restore')))
    for board in [left, right]:
        wait_for('the board to be there again', lambda: board.look())
        board.expect(In_Progress=IN_PROGRESS, Complete=[])


@test('after kill -9 in the middle of work all that was shown is there')
def killed(case):
    board = case.open_growth()
    workspace = board.workspace
    for n_moves in [3, 10, 25]:
        board.focus('Raise NPS')
        before = workspace.n_transactions
        keys(*['alt+Right', 'alt+Left'] * 15)
        wait_for(f'{n_moves} moves to be written',
                 lambda: workspace.n_transactions >= before + n_moves)
        board.window.program.kill()
        written = workspace.snapshot()
        check_equal('what SQLite finds wrong with the file', [],
                    workspace.complaints())
        board = case.open(workspace)
        wait_equal('the board that shows', written['Growth'], board.shown)
    check_equal('how many cards there are', 9,
                sum(len(cards) for cards in board.shown().values()))


if __name__ == '__main__':
    main()
