"""A run of check-ins, found and worked as by somebody who has no mouse."""

import re

from details import VALUE
from driver import keys, type_text, wait_for

WHO = 'text box', 'Another name'


class Run:
    """The page of a run, over a board."""

    def __init__(self, board):
        self.board = board
        self.window = board.window
        self.workspace = board.workspace

    def begin_as(self, name):
        """Begin it, and say by whom."""
        keys('ctrl+k')
        self.window.tab_to(*WHO)
        type_text(name)
        keys('Return')

    def take_offer(self, name, board, n_due):
        """Begin it as somebody with nothing to say, who takes what is due on a
        board."""
        self.begin_as(name)
        self.window.find_focused('button', f'Check In on {board} ({n_due} Due)')
        keys('Return')

    def wait_shown(self, title):
        """Wait until it is this card's turn."""
        wait_for(f'the card “{title}”',
                 lambda: self.window.has('heading', title))

    def wait_card(self, title):
        """Wait until a card shows and its value has the focus."""
        self.wait_shown(title)
        self.window.find_focused('text box', VALUE)

    def wait_end(self, n_made):
        """Wait for what came of it."""
        wait_for('what came of it', lambda: self.window.has(
            'group', re.compile(f'{n_made} Check-ins? Made, .*')))

    def wait_board(self):
        """Wait until the board shows again."""
        wait_for('the board', lambda: list(self.board.look()) ==
                 self.workspace.columns(self.board.title))
