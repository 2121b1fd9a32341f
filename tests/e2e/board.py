"""The board in a window: its columns, cards and chips, and dragging on it.

What is expected is looked for twice: in the file, and in what a screen reader
is told.
"""

import re

import atspi
from driver import (COLUMN_NAME, PATIENCE_SECONDS, STEPS, Failure, keys,
                    wait_equal, wait_for, wait_until_still)

CARD_NAME = re.compile(r'(?P<title>.*?), key result, .*', re.DOTALL)

# How often a hand corrects where it holds a card, for gaps open under it.
CORRECTIONS = 6

# The picture flies for half a second where nothing is slow.
RETURN_SECONDS = PATIENCE_SECONDS / 15


def title_of(name):
    """The title of the card that a screen reader calls so."""
    match = CARD_NAME.fullmatch(name)
    return match['title'] if match else name


class Column:
    """A column, as the list that a screen reader finds."""

    def __init__(self, board, title, node):
        self.board = board
        self.title = title
        self.node = node

    @property
    def name(self):
        return self.node.name

    @property
    def head(self):
        """The label that shows the title."""
        return self.view.find_all('label', lambda name: name == self.title)[0]

    @property
    def view(self):
        """All of the column: the closest ancestor that has its head, too."""
        node = self.node.parent
        while not node.find_all('label', lambda name: name == self.title):
            node = node.parent
        return node

    def cards(self):
        """The cards that show, from top to bottom, with their names."""
        rows = [row for row in self.node.children if row.role == 'list item']
        nodes = [cards[0] for cards in atspi.children(rows) if cards]
        return list(zip(nodes, atspi.names(nodes)))

    def titles(self):
        return [title_of(name) for _, name in self.cards()]

    def extents(self):
        """Where the cards are: what gaps and scrolling change."""
        return atspi.extents([node for node, _ in self.cards()])

    # Where on the screen to let go of a card, asked for again and again
    # because cards make room for it.

    def at(self, title):
        return lambda: self.board.window.point(self.board.card(title))

    def before(self, title):
        return lambda: self.board.window.point(self.board.card(title), down=0.2)

    def after(self, title):
        return lambda: self.board.window.point(self.board.card(title), down=0.8)

    def on_head(self):
        return lambda: self.board.window.point(self.head)

    def on_empty_space(self):
        """Below all cards, and not so low that a toast is there."""
        return lambda: self.board.window.point(self.view, down=0.8)


class Board:
    """The board that a window shows."""

    def __init__(self, window, workspace, title):
        self.window = window
        self.workspace = workspace
        self.title = title
        self.pointer = window.program.pointer
        self.known = {}

    @property
    def node(self):
        """What the columns are in."""
        return self.window.node

    def look(self):
        """Find the columns anew."""
        lists = self.node.find_all('list', COLUMN_NAME.fullmatch)
        self.known = {}
        for node, name in zip(lists, atspi.names(lists)):
            title = COLUMN_NAME.fullmatch(name)['title']
            self.known[title] = Column(self, title, node)
        return self.known

    def column(self, title):
        """A column, once the board shows it."""
        if title not in self.known:
            wait_for(f'the column “{title}”', lambda: title in self.look())
        return self.known[title]

    def card(self, title):
        """A card, once the board shows it, wherever it is."""
        def find():
            for column in (self.known or self.look()).values():
                for node, name in column.cards():
                    if title_of(name) == title:
                        return node
            return None

        return wait_for(f'the card “{title}”', find)

    def chip(self, title):
        """The button that filters to an objective."""
        return self.window.find('button', title)

    def focus(self, title):
        """Click on a card until it has the focus."""
        self.click_until_focused(f'“{title}”', lambda: self.card(title))

    def focus_first(self, column):
        """Click on the first card of a column until it has the focus."""
        self.click_until_focused(f'the first card of “{column}”',
                                 lambda: self.column(column).cards()[0][0])

    def click_until_focused(self, what, find):
        """Click where FIND () is until that has the focus. The picture of a drag
        that came to nothing takes the clicks on it while it flies back, and a
        card that was just told of may not be where it is going to be."""
        def click():
            self.pointer.click(self.window.point(find()))
            try:
                wait_for(f'the focus to be on {what}',
                         lambda: 'focused' in find().states, RETURN_SECONDS)
            except Failure:
                return False
            return True

        self.window.activate()
        wait_for(f'a click to put the focus on {what}', click)

    def wait_focus(self, title, seconds=PATIENCE_SECONDS):
        """Wait until the card has the focus, wherever it went."""
        wait_for(f'the focus to be on “{title}”',
                 lambda: 'focused' in self.card(title).states, seconds)

    def shown(self):
        """What a screen reader is told: {column: titles}."""
        return {title: column.titles() for title, column in self.look().items()}

    def names(self):
        """What a screen reader says of each card: {column: names}."""
        return {title: [name for _, name in column.cards()]
                for title, column in self.look().items()}

    def place_of(self, title):
        """Which column a card is in, counted from 0, and where there; None where the
        board does not show it."""
        return next(((number, titles.index(title))
                     for number, titles in enumerate(self.shown().values())
                     if title in titles), None)

    def walk_to(self, title):
        """Go to a card with the keys, from wherever one is."""
        begin = self.window.focused()
        while begin is None or not CARD_NAME.fullmatch(begin.name):
            keys('Tab')
            begin = wait_for('Tab to go on', lambda: self.window.focused_other_than(begin))
        from_column, _ = self.place_of(title_of(begin.name))
        column, row = wait_for(f'the card “{title}”', lambda: self.place_of(title))
        step = 'Right' if column > from_column else 'Left'
        keys(*[step] * abs(column - from_column), 'Home', *['Down'] * row)
        self.wait_focus(title)

    def settle(self):
        """Wait until no gap opens or closes and nothing scrolls any more."""
        columns = list(self.known.values())
        wait_until_still('the board',
                         lambda: [column.extents() for column in columns])

    def take(self, title):
        """Press on a card and pull until it is in the air. Not where focus()
        clicks: that would be a double click."""
        self.window.activate()
        x, y = self.window.point(self.card(title), across=0.25)
        self.pointer.move((x, y))
        self.pointer.press()
        self.pointer.glide((x + 12, y + 6), 4)

    def carry(self, place):
        """Bring what is in the air to PLACE (), which may move meanwhile."""
        self.pointer.glide(place(), STEPS)
        for _ in range(CORRECTIONS):
            self.settle()
            if place() == self.pointer.place:
                return
            self.pointer.glide(place(), STEPS // 2)
        raise Failure('the board does not come to rest below a card')

    def drag(self, title, place):
        """Drag a card to PLACE (), a point on the screen, and drop it."""
        self.take(title)
        self.carry(place)
        self.pointer.release()

    def expect(self, **columns):
        """Wait for columns to hold these cards; NAME is "Na me" as Na_me."""
        for name, titles in columns.items():
            title = name.replace('_', ' ')
            wait_equal(f'the cards in “{title}” of “{self.title}” in the file',
                       titles, lambda: self.workspace.cards(self.title, title))
            wait_equal(f'the cards that “{title}” shows', titles,
                       self.column(title).titles)
