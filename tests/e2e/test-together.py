#!/usr/bin/python3
"""Boards side by side, with a real pointer and real keys."""

import re

from case import main, test
from details import Details
from driver import (check, check_equal, keys, type_lines, type_text,
                    wait_equal, wait_for)
from together import FOUR, TOGETHER, Together, make_four, open_together

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

FIRST_ROW = re.compile('Company, 3 cards: .*')
FILTER = 'search box', 'Filter by text'


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


if __name__ == '__main__':
    main()
