#!/usr/bin/python3
"""Boards side by side, their review and their presentation, with a real pointer
and real keys."""

import re
import statistics
import time
from datetime import timedelta

from case import main, test
from details import Details
from driver import (PATIENCE_SECONDS, check, check_equal, keys, type_lines,
                    type_text, wait_equal, wait_for)
from together import Together
from workspace import FIRST_DAY

METRIC = 40, 10, 'outages'
FOUR = {
    'Company': {
        'objectives': ['Grow in Europe', 'Be reliable'],
        'Not Started': [('Open an office', 'Grow in Europe')],
        'In Progress': [('Raise revenue', 'Grow in Europe'),
                        ('Cut outages', 'Be reliable', METRIC)],
    },
    'Sales': {
        'objectives': [('Win in France', 'Grow in Europe'), 'Keep customers'],
        'In Progress': [('Sign ten partners', 'Win in France'),
                        ('Halve churn', 'Keep customers')],
    },
    'Support': {
        'objectives': ['Be reliable', ('Answer in French', 'Grow in Europe')],
        'Not Started': [('Hire two speakers', 'Answer in French')],
        'In Progress': [('Answer in an hour', 'Be reliable')],
    },
    'Product': {
        'objectives': ['Learn faster', 'Grow in Europe'],
        'In Progress': [('Translate the manual', 'Grow in Europe'),
                        ('Interview users', 'Learn faster')],
    },
}

# The cards of “Grow in Europe”, of what is aligned to it, and of its namesake.
FAMILY = {
    'Company': {'Not Started': ['Open an office'],
                'In Progress': ['Raise revenue']},
    'Sales': {'In Progress': ['Sign ten partners']},
    'Support': {'Not Started': ['Hire two speakers']},
    'Product': {'In Progress': ['Translate the manual']},
}

# Settings in memory would be forgotten with the process.
REMEMBERING = {'GSETTINGS_BACKEND': 'keyfile'}

# What a person takes for at once; a thirtieth of what a test waits for.
IN_STEP_SECONDS = PATIENCE_SECONDS / 30

TOGETHER = 'Side by Side'
FIRST_ROW = re.compile('Company, 3 cards: .*')
FILTER = 'search box', 'Filter by text'
REVIEWED = re.compile('.*Mark as Reviewed')
AUTHOR = re.compile(' · [^·]+ · (?=today$)')


def make_four(case):
    """The file with the four boards, early in their cycle."""
    case.live_on(FIRST_DAY + timedelta(1))
    return case.workspace(**FOUR)


def open_together(case, workspace=None, **environment):
    """All boards as cards, the focus on a card of the first one."""
    workspace = workspace or make_four(case)
    board = case.open(workspace, 'Company', **environment)
    board.focus('Raise revenue')
    keys('ctrl+b')
    together = Together(board.window, workspace)
    together.expect_titles(TOGETHER, 'Counts')
    keys('alt+3')
    together.expect_titles(TOGETHER, 'Cards')
    together.expect(*FOUR)
    together.pane('Company').focus('Raise revenue')
    return together


def all_cards(workspace):
    return {board: workspace.snapshot()[board] for board in FOUR}


def id_of(workspace, card):
    return workspace.value('SELECT id FROM card WHERE title=?', card)


@test('a card goes over three boards with its history and its objective')
def drag_over_three(case):
    workspace = make_four(case)
    done = case.run('--file', workspace.path, 'check-in', 'Cut outages', '25',
                    '--note', 'A second line is in')
    check_equal(f'the status of “check-in”\n{done.stderr}', 0, done.returncode)
    together = open_together(case, workspace)
    before = all_cards(workspace)
    known = id_of(workspace, 'Cut outages'), workspace.checkins('Cut outages')
    company = together.pane('Company')

    support = together.drag('Cut outages', company, 'Support', 'In Progress')
    support.expect(In_Progress=['Answer in an hour', 'Cut outages'])
    check_equal('the cards left in the file', ['Raise revenue'],
                workspace.cards('Company', 'In Progress'))
    check_equal('the card and its check-ins', known,
                (id_of(workspace, 'Cut outages'),
                 workspace.checkins('Cut outages')))
    check_equal('the board of its objective', 'Support', workspace.value(
        'SELECT b.title FROM card AS c JOIN objective AS o ON o.id=c.objective'
        ' JOIN board AS b ON b.id=o.parent WHERE c.title=?', 'Cut outages'))
    check_equal('its objective', 'Be reliable',
                workspace.objective_of('Cut outages'))

    support.focus('Cut outages')
    details = Details(support)
    details.open('Cut outages')
    check('the history came along', any('A second line is in' in line
                                        for line in details.timeline()))
    keys('Escape', 'ctrl+z')
    wait_equal('all boards in the file', before, lambda: all_cards(workspace))
    check_equal('the board of its objective', 'Company', workspace.value(
        'SELECT b.title FROM card AS c JOIN objective AS o ON o.id=c.objective'
        ' JOIN board AS b ON b.id=o.parent WHERE c.title=?', 'Cut outages'))
    support.expect(In_Progress=['Answer in an hour'])
    together.pane('Company').expect(In_Progress=['Raise revenue',
                                                 'Cut outages'])


@test('a card leaves its objective behind on the way back, until undo')
def drag_back(case):
    together = open_together(case)
    workspace = together.workspace
    keys(*['ctrl+Next'] * 3)
    product = together.pane('Product')
    wait_for('the last board to be in sight', lambda: together.is_in_sight(
        product.column('In Progress').view))
    product.settle()
    sales = together.drag('Interview users', product, 'Sales', 'In Progress',
                          forward=False)
    sales.expect(In_Progress=['Sign ten partners', 'Halve churn',
                              'Interview users'])
    name = 'Interview users, key result, In Progress, 3 of 3'
    check_equal('the name of the card, without its objective', name,
                sales.card('Interview users').name)
    together.window.find('label', re.compile(
        'Moved “Interview users” to Sales, without its label: .*'))
    sales.focus('Interview users')
    keys('ctrl+z')
    sales.expect(In_Progress=['Sign ten partners', 'Halve churn'])
    keys('ctrl+Next', 'ctrl+Next')
    product = together.pane('Product')
    product.expect(In_Progress=['Translate the manual', 'Interview users'])
    name = 'Interview users, key result, In Progress, 2 of 2, Learn faster'
    wait_equal('the name of the card, with its objective', name,
               lambda: product.card('Interview users').name)
    check_equal('the objective in the file', 'Learn faster',
                workspace.objective_of('Interview users'))


@test('a card is dragged between compact boards, and undo brings it back')
def drag_compact(case):
    together = open_together(case)
    workspace = together.workspace
    before = all_cards(workspace)
    keys('alt+2')
    together.expect_titles(TOGETHER, 'Compact')
    company, sales = together.pane('Company'), together.pane('Sales')
    company.settle()
    company.take('Cut outages')
    sales.carry(sales.column('In Progress').before('Halve churn'))
    together.pointer.release()
    sales.expect(In_Progress=['Sign ten partners', 'Cut outages',
                              'Halve churn'])
    company.expect(In_Progress=['Raise revenue'])
    keys('ctrl+z')
    wait_equal('all boards in the file', before, lambda: all_cards(workspace))
    company.expect(In_Progress=['Raise revenue', 'Cut outages'])
    keys('alt+3')
    together.expect_titles(TOGETHER, 'Cards')
    check_equal('the cards that the other density shows', before['Company'],
                together.pane('Company').shown())


@test('Tab leads into and out of the boards, both ways and in each density')
def tab(case):
    together = open_together(case)
    window = together.window
    for key in ['alt+3', 'alt+2', 'alt+1']:
        keys(key)
        first = wait_for('something to have the focus', window.focused)
        window.tab_to('list item', FIRST_ROW, 'shift+Tab')
        window.tab_to('button', 'Compact')
        window.tab_to(first.role, first.name)
        window.tab_to('button', 'Boards')


@test('Tab stops at each board, also at those that are out of sight')
def tab_far(case):
    together = open_together(case)
    for key, titles in [('Tab', list(FOUR)[1:]),
                        ('shift+Tab', list(FOUR)[-2::-1])]:
        for title in titles:
            head = together.window.tab_to(
                'group', re.compile(f'{title}, progress .*'), key)
            wait_for(f'“{title}” to begin in sight',
                     lambda head=head: together.begins_in_sight(head))
    check_equal('what a screen reader knows of the boards', list(FOUR),
                list(together.panes()))


@test('boards are chosen by the keyboard alone')
def choose(case):
    together = open_together(case)
    window = together.window

    def is_chosen(title):
        box = window.find('checkbox', f'{title} side by side')
        return 'checked' in box.states

    window.tab_to('list item', FIRST_ROW, 'shift+Tab')
    keys('Down')
    second = re.compile('Sales, 2 cards: .*')
    window.find_focused('list item', second)
    keys('shift+Tab')
    window.find_focused('button', 'Main menu')
    keys('Tab')
    window.find_focused('list item', second)
    keys('Tab')
    window.find_focused('button', 'New Board…')
    keys('shift+Tab')
    window.find_focused('list item', second)
    keys('space')
    together.expect('Company', 'Support', 'Product')
    check('the box of the board is empty', not is_chosen('Sales'))
    keys('Down', 'Down', 'space')
    together.expect('Company', 'Support')
    keys('Up', 'Up', 'space')
    together.expect('Company', 'Support', 'Sales')
    check('the box of the board is ticked', is_chosen('Sales'))
    check_equal('the title of the window', TOGETHER, window.node.name)

    keys('Return')
    wait_equal('the title of the window', 'Sales · 2026 Q4',
               lambda: window.node.name)
    alone = case.board(window, together.workspace, 'Sales')
    alone.expect(In_Progress=['Sign ten partners', 'Halve churn'])
    keys('ctrl+b')
    together.expect('Company', 'Support', 'Sales')
    together.expect_titles(TOGETHER, 'Cards')
    check_equal('the number of transactions', 1,
                together.workspace.n_transactions)


@test('a family is filtered on four boards')
def family(case):
    together = open_together(case)
    everything = all_cards(together.workspace)
    expected = {board: {column: FAMILY[board].get(column, [])
                        for column in columns}
                for board, columns in everything.items()}
    for title in list(FOUR)[1:]:
        keys('ctrl+Next')
        together.pane(title)
    keys('1')
    wait_equal('the cards of the family', expected, together.shown)
    together.window.find('button', re.compile('Remove filter: .*Grow in Europe'))
    keys('0')
    wait_equal('all cards', everything, together.shown)

    keys('ctrl+f')
    together.window.find_focused(*FILTER)
    type_text('an h')
    found = {'Support': {'In Progress': ['Answer in an hour']}}
    wait_equal('the cards with this text', {
        board: {column: found.get(board, {}).get(column, [])
                for column in columns}
        for board, columns in everything.items()}, together.shown)
    keys('Escape')
    wait_equal('all cards', everything, together.shown)
    check_equal('the number of transactions', 1,
                together.workspace.n_transactions)


def find_view_button(window, name):
    """The button of the menu of views; GTK names what it is in, too."""
    def look():
        found = window.node.find_all('button', lambda text: text == name)
        return next((node for node in found if 'focusable' in node.states), None)

    return wait_for(f'a button of views “{name}”', look)


def save_view(together, name):
    """Keep what shows under a name, by the menu of views."""
    window = together.window
    window.activate()
    together.pointer.click(window.point(find_view_button(window, 'Views')))
    window.find_focused('menu item', 'Save as New View…')
    keys('Return')
    window.find_focused('text box', 'Name of the View')
    type_lines(name)
    wait_equal('the title of the window', name, lambda: window.node.name)


def start_again(case, workspace):
    program = case.start('--file', workspace.path, **REMEMBERING)
    return Together(program.window(), workspace)


@test('a saved view comes back by its key, and a restart shows what was seen last')
def views(case):
    together = open_together(case, **REMEMBERING)
    window, workspace = together.window, together.workspace
    box = window.find('checkbox', 'Sales side by side')
    together.pointer.click(window.point(box))
    together.expect('Company', 'Support', 'Product')
    together.pane('Company').focus('Raise revenue')
    keys('alt+2')
    together.expect_titles(TOGETHER, 'Compact')
    save_view(together, 'Monday')
    check_equal('the views in the file', [('Monday',)],
                workspace.query('SELECT title FROM view'))

    together.pane('Company').focus('Raise revenue')
    keys('alt+3')
    together.expect_titles('Monday', 'Cards')
    for board in ['Support', 'Product']:
        box = window.find('checkbox', f'{board} side by side')
        together.pointer.click(window.point(box))
    together.expect('Company')
    together.pane('Company').focus('Raise revenue')
    keys('ctrl+alt+1')
    together.expect('Company', 'Support', 'Product')
    together.expect_titles('Monday', 'Compact')

    window.program.quit()
    again = start_again(case, workspace)
    again.expect('Company', 'Support', 'Product')
    again.expect_titles('Monday', 'Compact')
    find_view_button(again.window, 'Monday')
    again.pane('Company').focus('Raise revenue')
    keys('ctrl+Next', 'ctrl+shift+Next')
    again.expect('Company', 'Product', 'Support')
    again.window.program.quit()
    again = start_again(case, workspace)
    again.expect('Company', 'Product', 'Support')
    again.expect_titles(TOGETHER, 'Compact')


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
