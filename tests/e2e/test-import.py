#!/usr/bin/python3
"""Outlines that are brought in, and the commands that need no window."""

import os
import re
import shutil
from concurrent.futures import ThreadPoolExecutor

from case import main, test
from driver import (active_window, check, check_equal, keys, type_lines,
                    wait_equal, wait_for)
from workspace import Workspace

OUTLINE = '''# Plan

## Field App · Q4 2026

1. **Every repair is done in one visit**
   - KR: Raise jobs closed on the first visit from 71% to 82%
     - Now: 77%
     - Status: In Progress
   - KR: Find the manual in 2 minutes
2. **Nobody falls off a mast**
   - KR: Train 40 climbers
     - Status: At Risk
'''
OBJECTIVES = ['Every repair is done in one visit', 'Nobody falls off a mast']
MANUAL, CLIMBERS = 'Find the manual in 2 minutes', 'Train 40 climbers'
FIELD_APP = re.compile('Field App, .*', re.DOTALL)
REPORT = re.compile('.*2 objectives and 3 key results.*', re.DOTALL)
NOT_TEXT = b'## Field App\n\n1. **An objective**\n   - KR: Raise \xff by 2\n'

DONE, REFUSED, WRONG_USAGE = 0, 1, 2


def write(case, name, data):
    path = case.path(name)
    with open(path, 'wb') as file:
        file.write(data if isinstance(data, bytes) else data.encode())
    return path


def command(case, status, path, *words):
    """Run a command on a file; what it said, once its status is right."""
    done = case.run('--file', path, *words)
    said = done.stdout + done.stderr
    check_equal(f'the status of “{words[0]}”, which said:\n{said}', status,
                done.returncode)
    check('a refusal says why',
          (status == DONE) == (not done.stderr))
    return said


def import_outline(case):
    """A file with what the outline has, made by the command alone."""
    path = case.path('work.db')
    said = command(case, DONE, path, 'import',
                   write(case, 'field.md', OUTLINE))
    check(f'the report counts: {said}',
          '2 objectives and 3 key results' in said)
    workspace = Workspace(path)
    case.workspaces.append(workspace)
    check_equal('the boards', ['Field App'], workspace.boards)
    return workspace


@test('an outline comes in by the command, and a window shows it')
def by_command(case):
    workspace = import_outline(case)
    board = case.open(workspace)
    jobs, = workspace.cards('Field App', 'In Progress')
    board.expect(Not_Started=[MANUAL], In_Progress=[jobs],
                 At_Risk=[CLIMBERS], Complete=[])
    for objective in OBJECTIVES:
        board.chip(objective)
    check_equal('the objective of a card', OBJECTIVES[0],
                workspace.objective_of(MANUAL))
    name = board.card(jobs).name
    check(f'the name of the card has its progress: {name}', ' percent, ' in name)


@test('a window shows what a command brings in, and takes back')
def beside_a_window(case):
    board = case.open_growth()
    window, workspace = board.window, board.workspace
    command(case, DONE, workspace.path, 'import',
            write(case, 'field.md', OUTLINE))
    check_equal('the boards', ['Growth', 'Field App'], workspace.boards)
    row = window.find('list item', FIELD_APP)
    board.pointer.click(window.point(row))
    field = case.board(window, workspace, 'Field App')
    field.expect(Not_Started=[MANUAL], At_Risk=[CLIMBERS])
    command(case, DONE, workspace.path, 'undo')
    wait_for('the board to leave the sidebar',
             lambda: not window.has('list item', FIELD_APP))
    check_equal('the boards', ['Growth'], workspace.boards)


def choose(window, path):
    """Bring in the outline that the desktop's dialog is told of."""
    keys('ctrl+i')
    process = window.program.process.pid
    wait_for('the dialog to have the focus', lambda:
             active_window(process) not in (None, window.x_id))
    keys('ctrl+l')
    wait_for('the entry for the path', lambda: any(
        'focused' in node.states
        for dialog in window.program.root().children if dialog != window.node
        for node in dialog.find_all('text box', lambda name: True)))
    type_lines(path)


def close_report(window):
    """Read what came in, and go back to the window."""
    window.program.window(2).find('label', REPORT)
    keys('Escape')
    wait_for('the report to close',
             lambda: len(window.program.root().children) == 1)
    window.activate()


@test('an outline comes in through the menu, and its import is undone there')
def by_menu(case):
    os.mkdir(case.path('outlines'))
    board = case.open_growth()
    window, workspace = board.window, board.workspace
    board.focus('Raise NPS')
    choose(window, write(case, 'outlines/field.md', OUTLINE))
    wait_equal('the boards', ['Growth', 'Field App'], lambda: workspace.boards)
    field = case.board(window, workspace, 'Field App')
    field.expect(Not_Started=[MANUAL], At_Risk=[CLIMBERS])
    close_report(window)
    keys('ctrl+z')
    wait_equal('the boards', ['Growth'], lambda: workspace.boards)
    growth = case.board(window, workspace, 'Growth')
    growth.expect(In_Progress=workspace.cards('Growth', 'In Progress'))


@test('a dialog that looks into the folder of the file does it no harm')
def from_own_folder(case):
    board = case.open_growth()
    window, workspace = board.window, board.workspace
    board.focus('Raise NPS')
    choose(window, write(case, 'field.md', OUTLINE))
    close_report(window)
    check_equal('the boards', ['Growth', 'Field App'], workspace.boards)


@test('an outline that is no text is refused, and the line is named')
def refused(case):
    workspace = import_outline(case)
    before = workspace.n_transactions
    said = command(case, REFUSED, workspace.path, 'import',
                   write(case, 'bad.md', NOT_TEXT))
    check(f'the file and the line are named: {said}',
          'bad.md' in said and 'Line 4' in said)
    said = command(case, REFUSED, workspace.path, 'import',
                   case.path('missing.md'))
    check(f'the file is named: {said}', 'missing.md' in said)
    check_equal('the number of transactions', before, workspace.n_transactions)


@test('what could not be read is told with its line, and nothing is dropped')
def remarks(case):
    path = case.path('work.db')
    said = command(case, DONE, path, 'import', write(
        case, 'field.md', OUTLINE + '\n| a | b |\n|---|---|\n| 1 | 2 |\n'))
    line = OUTLINE.count('\n') + 2
    check(f'line {line} is named: {said}', f'Line {line}:' in said)
    check(f'the text is told: {said}', '| 1 | 2 |' in said)


@test('“history” tells what was done, and “undo” and “redo” do their work')
def history(case):
    workspace = import_outline(case)
    path = workspace.path
    check_equal('the lines of the history', 1,
                len(command(case, DONE, path, 'history').splitlines()))
    command(case, DONE, path, 'undo')
    check_equal('the boards', [], workspace.boards)
    command(case, REFUSED, path, 'undo')
    command(case, DONE, path, 'redo')
    check_equal('the boards', ['Field App'], workspace.boards)
    command(case, REFUSED, path, 'redo')
    check_equal('the entries of the log', 3, workspace.n_transactions)
    command(case, DONE, path, 'history', CLIMBERS)
    command(case, REFUSED, path, 'history', 'No such card')


@test('“undo” takes back what a window did, and the window shows it')
def undo_beside_a_window(case):
    board = case.open_growth()
    board.focus('Raise NPS')
    keys('ctrl+4')
    board.expect(Complete=['Raise NPS'])
    said = command(case, DONE, board.workspace.path, 'undo')
    check(f'the card is named: {said}', 'Raise NPS' in said)
    board.expect(In_Progress=['Raise NPS', 'Restore in an hour',
                              'Onboard in a week', 'Survey customers'],
                 Complete=[])


@test('programs that make the same file at the same time all succeed')
def at_once(case):
    outlines = [write(case, f'{n}.md', OUTLINE.replace('Field', f'Field {n}'))
                for n in range(6)]
    path = case.path('work.db')
    with ThreadPoolExecutor(len(outlines)) as pool:
        for done in pool.map(lambda outline: case.run(
                '--file', path, 'import', outline), outlines):
            check_equal(f'the status, which said:\n{done.stderr}', DONE,
                        done.returncode)
    workspace = Workspace(path)
    case.workspaces.append(workspace)
    check_equal('the boards', [f'Field {n} App' for n in range(6)],
                sorted(workspace.boards))


@test('“check” tells a sound file from a damaged one and from none')
def check_file(case):
    workspace = import_outline(case)
    command(case, DONE, workspace.path, 'check')
    command(case, REFUSED, case.path('missing.db'), 'check')
    command(case, REFUSED, write(case, 'text.db', 'no database'), 'check')
    damaged = case.path('damaged.db')
    shutil.copyfile(workspace.path, damaged)
    size = os.path.getsize(damaged)
    with open(damaged, 'r+b') as file:
        file.seek(size // 2)
        file.write(b'\xa5' * (size // 4))
    command(case, REFUSED, damaged, 'check')
    check('a check makes no file', not os.path.exists(case.path('missing.db')))


@test('wrong usage ends with status 2, and no window opens')
def wrong_usage(case):
    path = case.path('work.db')
    for words in [['frobnicate'], ['import'], ['undo', 'twice'],
                  ['history', 'a', 'b']]:
        said = command(case, WRONG_USAGE, path, *words)
        check(f'the right usage is told: {said}', 'Usage:' in said)
    check('no file was made', not os.path.exists(path))


if __name__ == '__main__':
    main()
