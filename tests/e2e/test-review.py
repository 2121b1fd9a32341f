#!/usr/bin/python3
"""The review of several boards, their presentation, and two processes in step, with
real keys."""

import re
import statistics
import time

from case import main, test
from details import Details
from driver import (PATIENCE_SECONDS, check, check_equal, keys, type_lines,
                    wait_equal, wait_for)
from together import FOUR, TOGETHER, open_together

# What a person takes for at once; a thirtieth of what a test waits for.
IN_STEP_SECONDS = PATIENCE_SECONDS / 30

REVIEWED = re.compile('.*Mark as Reviewed')
AUTHOR = re.compile(' · [^·]+ · (?=today$)')


def review_lines(window):
    """What a screen reader is told of each line of the review, but for who did
    it."""
    lists = window.node.find_all('list', lambda name: name == 'Review')
    names = [row.name for row in lists[0].children
             if row.role == 'list item'] if lists else []
    return [AUTHOR.sub(' · ', name) for name in names]


def expect_review(window, *lines):
    wait_equal('the lines of the review', list(lines),
               lambda: review_lines(window))


def mark_reviewed(together):
    """Press the button of the review."""
    window = together.window
    window.activate()
    together.pointer.click(window.point(window.find('button', REVIEWED)))


def move_and_check_in(together):
    """What happens on the first board."""
    company = together.pane('Company')
    company.focus('Raise revenue')
    keys('ctrl+3')
    company.expect(In_Progress=['Cut outages'], At_Risk=['Raise revenue'])
    company.focus('Cut outages')
    details = Details(company)
    details.open('Cut outages')
    details.check_in(25, 'A second line is in', 8)
    keys('ctrl+Return')
    wait_equal('the number of check-ins', 1, lambda: len(
        together.workspace.checkins('Cut outages')))
    keys('Escape')
    wait_equal('the card that is open', None, lambda: details.title)
    company.wait_focus('Cut outages')


def add_and_archive(together):
    """What happens on the second board."""
    keys('ctrl+Next')
    sales = together.pane('Sales')
    sales.focus('Halve churn')
    keys('ctrl+n')
    together.window.find_focused('text box', 'Title of the new key result')
    type_lines('Call every customer')
    sales.expect(In_Progress=['Sign ten partners', 'Halve churn',
                              'Call every customer'])
    keys('Escape')
    sales.focus('Sign ten partners')
    keys('Delete')
    sales.expect(In_Progress=['Halve churn', 'Call every customer'])


@test('the review tells just what was done, until it is marked as reviewed')
def review(case):
    together = open_together(case)
    window = together.window
    keys('F5')
    wait_equal('how much is new to who never reviewed', len(FOUR) + 1,
               lambda: len(review_lines(window)))
    mark_reviewed(together)
    expect_review(window)

    keys('ctrl+b')
    together.expect(*FOUR)
    move_and_check_in(together)
    add_and_archive(together)
    changes = [
        'What Changed, 4',
        '“Raise revenue” moved from In Progress to At Risk, Company · today',
        '“Cut outages” has its first value, 25\u00a0outages: '
        'A second line is in, Company · today',
        '“Call every customer” is new; it stands in In Progress, '
        'Sales · today',
        '“Sign ten partners” was dropped; it stood in In Progress, '
        'Sales · today',
    ]
    standing = [
        'At Risk or Behind, 1',
        '“Raise revenue” is at risk, Company',
        'Does Not Add Up, 1',
        '“Raise revenue” does not add up: At Risk, but no blocker is noted, '
        'Company',
    ]
    keys('F5')
    expect_review(window, *changes, *standing)
    mark_reviewed(together)
    expect_review(window, *standing)
    keys('ctrl+z')
    expect_review(window, *changes, *standing)


@test('what one process moves side by side shows in another within a second')
def processes_in_step(case):
    first = open_together(case)
    second = open_together(case, first.workspace)
    check('these are two processes', first.window.program.process.pid
          != second.window.program.process.pid)
    there = second.pane('Company')
    first.window.activate()
    first.pane('Company').focus('Raise revenue')
    delays = []
    for key, column in [('ctrl+3', 'At Risk'), ('ctrl+4', 'Complete'),
                        ('ctrl+1', 'Not Started')]:
        keys(key)
        wait_for(f'the file to have the card in “{column}”', lambda:
                 'Raise revenue' in first.workspace.cards('Company', column))
        begun = time.monotonic()
        wait_for(f'the other process to show the card in “{column}”',
                 lambda: 'Raise revenue' in there.column(column).titles())
        delays.append(time.monotonic() - begun)
    check(f'in step within {IN_STEP_SECONDS} s, not {delays}',
          statistics.median(delays) < IN_STEP_SECONDS)


@test('a presentation fills the screen, goes on and back, and Escape leaves it')
def presentation(case):
    together = open_together(case)
    window = together.window
    before = window.geometry()

    def expect_board(title, place):
        window.find_focused('group', title)
        window.find('label', place)

    keys('F11')
    expect_board('Company', '1 of 4')
    wait_equal('where the window is', (0, 0, 1280, 800), window.geometry)
    keys('Right')
    expect_board('Sales', '2 of 4')
    alone = case.board(window, together.workspace, 'Sales')
    alone.expect(In_Progress=['Sign ten partners', 'Halve churn'])
    keys('Right', 'Right', 'Right')
    expect_board('Product', '4 of 4')
    keys('Left')
    expect_board('Support', '3 of 4')
    keys('Escape')
    wait_equal('where the window is', before, window.geometry)
    together.expect(*FOUR)
    keys('F11')
    expect_board('Support', '3 of 4')
    keys('F11')
    together.expect_titles(TOGETHER, 'Cards')
    window.find('button', 'Boards')
    check_equal('the number of transactions', 1,
                together.workspace.n_transactions)


def new_board(title):
    return re.compile(f'The board “{title}” is new: .*')


@test('a presentation leads back to the review where it began, and has no controls')
def present_review(case):
    together = open_together(case)
    window = together.window
    keys('F5')
    window.tab_to('list item', new_board('Sales'), 'Down')
    keys('F11')
    window.find_focused('group', 'Company')
    check_equal('what there is to press', [], [
        node for node in window.node.walk()
        if node.role in ('button', 'entry', 'text box', 'separator')])
    keys('Tab', 'shift+Tab', 'Right')
    window.find_focused('group', 'Sales')
    keys('Escape')
    wait_equal('the title of the window', 'Review', lambda: window.node.name)
    window.find_focused('list item', new_board('Sales'))
    window.find('button', 'Boards')


if __name__ == '__main__':
    main()
