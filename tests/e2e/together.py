"""Four boards, side by side in a window: which they are, and dragging between them."""

from datetime import timedelta

import atspi
from board import Board
from driver import STEPS, keys, wait_equal, wait_for
from workspace import FIRST_DAY

TOGETHER = 'Side by Side'
ROW = 'Boards side by side'
DENSITIES = ['Counts', 'Compact', 'Cards']

# From the edge of the row, well inside the stripe where a drag scrolls.
EDGE_PIXELS = 16

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


class Pane(Board):
    """One of several boards side by side."""

    def __init__(self, together, title):
        super().__init__(together.window, together.workspace, title)
        self.together = together

    @property
    def node(self):
        return self.together.find(self.title)

    def column(self, title):
        """What was far out of sight is made anew when it comes back."""
        self.look()
        return super().column(title)

    def card(self, title):
        self.look()
        return super().card(title)


class Together:
    """What a window shows side by side."""

    def __init__(self, window, workspace):
        self.window = window
        self.workspace = workspace
        self.pointer = window.program.pointer

    @property
    def row(self):
        return self.window.find('group', ROW)

    def panes(self):
        """The node of each board by its title, from left to right."""
        boards = self.workspace.boards
        level = self.window.node.find_all('group', lambda name: name == ROW)
        while level:
            names = atspi.names(level)
            if any(name in boards for name in names):
                return dict(zip(names, level))
            level = [node for below in atspi.children(level) for node in below]
        return {}

    def find(self, title):
        return wait_for(f'“{title}” side by side with others',
                        lambda: self.panes().get(title))

    def expect(self, *titles):
        """Wait until just these boards stand side by side, in this order."""
        wait_equal('the boards side by side', list(titles),
                   lambda: list(self.panes()))

    def expect_titles(self, title, density):
        """Wait for the title of the window, and for the density."""
        wait_equal('the title of the window', title,
                   lambda: self.window.node.name)
        wait_equal('the density', [density], lambda: [
            name for name in DENSITIES
            if 'pressed' in self.window.find('button', name).states])

    def pane(self, title):
        """A board, once its columns show."""
        pane = Pane(self, title)
        wait_for(f'the columns of “{title}”', lambda:
                 list(pane.look()) == self.workspace.columns(title))
        return pane

    def shown(self):
        """What a screen reader is told of the cards: {board: {column:
        titles}}."""
        return {title: Pane(self, title).shown() for title in self.panes()}

    def is_in_sight(self, node):
        """Whether all of an object is between the edges of the row."""
        (left, _, width, _), (x, _, node_width, _) = atspi.extents(
            [self.row, node])
        return node_width > 0 and left <= x and x + node_width <= left + width

    def begins_in_sight(self, node):
        """Whether the left end of an object is between the edges of the row."""
        (left, _, width, _), (x, _, _, _) = atspi.extents([self.row, node])
        return left <= x < left + width

    def carry_into_sight(self, title, forward):
        """Hold what is in the air at an edge of the row until a board has come
        in from there for the most part."""
        row, node = self.row, self.find(title)
        left, _, width, _ = row.extents
        at_edge = EDGE_PIXELS / width
        self.pointer.glide(
            self.window.point(row, 1 - at_edge if forward else at_edge),
            2 * STEPS)

        def has_come():
            x, _, node_width, _ = node.extents
            return (x < left + width / 4 if forward
                    else x + node_width > left + width * 3 / 4)

        wait_for(f'“{title}” to be scrolled to', has_come)
        self.pointer.glide(self.window.point(row))

    def drag(self, card, pane, title, column, forward=True):
        """Drag a card of a pane to a column that is far out of sight."""
        pane.take(card)
        self.carry_into_sight(title, forward)
        target = self.pane(title)
        target.carry(target.column(column).on_empty_space())
        self.pointer.release()
        return target


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
