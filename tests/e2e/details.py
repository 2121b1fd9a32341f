"""The details of a card beside its board, worked with the keyboard alone."""

import re

from driver import keys, type_text, wait_equal

VALUE = re.compile(r'Value( \(.*\))?')
FIRST_FIELD = re.compile(r'What Moved\?|' + VALUE.pattern)
ADVICE = re.compile(r'Advice, (?:(\d+) items?|nothing open)')


class Details:
    """What is open beside a board, whatever card it is about."""

    def __init__(self, board):
        self.board = board
        self.window = board.window

    @property
    def title(self):
        """The title of the card that is open, or None."""
        panes = self.window.node.find_all('region', bool)
        return panes[0].name if panes else None

    def open(self, title):
        """Open them by the key, with the focus on the card."""
        self.board.wait_focus(title)
        keys('Return')
        self.wait_open(title)

    def wait_open(self, title):
        self.wait_shown(title)
        self.window.find_focused('text box', FIRST_FIELD)

    def wait_shown(self, title):
        """Wait until they are open, wherever the focus is."""
        wait_equal('the card that is open', title, lambda: self.title)

    def close(self):
        """Close them by the key: the focus goes back to the card."""
        title = self.title
        keys('Escape')
        wait_equal('the card that is open', None, lambda: self.title)
        self.board.wait_focus(title)

    def entry(self, name):
        return self.window.find('text box', name)

    def type_into(self, name, text):
        """Go on to a field, and type into it instead of what is there."""
        entry = self.window.tab_to('text box', name)
        keys('ctrl+a', 'BackSpace')
        type_text(text)
        wait_equal(f'the text in {name}', text, lambda: entry.text)
        return entry

    def choose(self, name, n_down, choice):
        """Go on to a choice, and choose what stands so much further down."""
        self.window.tab_to('button', re.compile(f'{name}: .*'))
        keys('space')
        self.window.find_focused('list item', re.compile('.*'))
        keys(*['Down'] * n_down, 'Return')
        self.window.find_focused('button', f'{name}: {choice}')

    def check_in(self, value, note, confidence, blocker=''):
        """Fill in a check-in from its first field on. Ctrl+Enter sends it."""
        self.window.find_focused('text box', VALUE)
        type_text(str(value))
        keys('Tab')
        self.window.find_focused('text box', 'What Moved?')
        type_text(note)
        keys('Tab')
        self.window.find_focused('text box', 'Blockers')
        type_text(blocker)
        keys('Tab')
        self.window.find_focused('slider', 'Confidence')
        keys(str(confidence))

    def timeline(self):
        """What a screen reader is told of each thing that happened."""
        lists = self.window.node.find_all('list', lambda name: name == 'Timeline')
        return [row.name for row in lists[0].children
                if row.role == 'list item'] if lists else []

    def chart(self):
        return self.window.find('image', 'Chart').description


class Coach:
    """The advice in the head of a board."""

    def __init__(self, board):
        self.board = board
        self.window = board.window

    @property
    def button(self):
        return self.window.find('button', ADVICE)

    @property
    def count(self):
        return int(ADVICE.fullmatch(self.button.name)[1] or 0)

    def expect(self, count):
        wait_equal('how much advice there is', count, lambda: self.count)

    def advice(self):
        """What a screen reader is told of each advice that is open."""
        lists = self.window.node.find_all('list', lambda name: name == 'Advice')
        return [row.name for row in lists[0].children] if lists else []
