"""The time machine, worked with the keyboard alone."""

import re

from driver import keys, wait_for

SLIDER = 'slider', 'Day'


class Past:
    """What the time machine shows of a board."""

    def __init__(self, board):
        self.board = board
        self.window = board.window

    def open(self):
        keys('ctrl+t')
        self.window.find_focused(*SLIDER)

    def close(self):
        keys('Escape')
        wait_for('today', lambda: not self.window.has(*SLIDER))

    def wait_day(self, day, week):
        """Wait until it says that it is this day, which is in this week of the
        cycle."""
        name = f'{day:%A, %B} {day.day}, {day.year} · week {week} of .*'
        wait_for(f'the {day}', lambda: self.window.node.find_all(
            'status', re.compile(name).fullmatch))
