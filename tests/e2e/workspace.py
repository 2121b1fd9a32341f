"""A Quarterdeck file: made for a test, and read while the program has it open.

Reads the file itself with SQLite and only reads, so that a test compares what
the program shows with what it wrote.
"""

import os
import sqlite3
import subprocess
from contextlib import closing
from datetime import date

FIRST_DAY = date(2026, 10, 1)
LAST_DAY = date(2026, 12, 31)
COLUMNS = ['Not Started', 'In Progress', 'At Risk', 'Complete']
KINDS = ['edit', 'undo', 'redo', 'import']
ALIVE = 'coalesce({0}.archived, 0) = 0 AND coalesce({0}.deleted, 0) = 0'


class Workspace:
    """One file, and the boards that were put into it at first."""

    maker = None  # the program make-workspace

    def __init__(self, path):
        self.path = path

    @classmethod
    def make(cls, path, boards, environment):
        """A new file. BOARDS is {title: {'objectives': [title or (title,
        above)], column: [card or (card, objective) or (card, objective,
        metric) or (card, objective, metric, owner)]}}, a metric being
        (baseline, target, unit), and what is above an objective of a board
        before that it is aligned to."""
        lines = [f'cycle\t2026 Q4\t{FIRST_DAY}\t{LAST_DAY}']
        for title, board in boards.items():
            lines.append(f'board\t{title}')
            for objective in board.get('objectives', []):
                fields = ((objective,) if isinstance(objective, str)
                          else objective)
                lines.append('\t'.join(('objective', *fields)))
            for column in COLUMNS:
                lines.append(f'column\t{column}')
                for card in board.get(column, []):
                    fields = (card,) if isinstance(card, str) else card
                    lines.append('\t'.join(('card', *filter(None, fields[:2]))))
                    for metric in fields[2:3]:
                        lines.append('\t'.join(map(str, ('metric', *metric))))
                    for owner in fields[3:]:
                        lines.append(f'owner\t{owner}')
        subprocess.run([cls.maker, path], input='\n'.join(lines) + '\n',
                       env={**os.environ, **environment}, encoding='utf-8',
                       check=True)
        return cls(path)

    def query(self, sql, *arguments):
        uri = f'file:{self.path}?mode=ro'
        with closing(sqlite3.connect(uri, uri=True, timeout=30)) as database:
            return database.execute(sql, arguments).fetchall()

    def value(self, sql, *arguments):
        return self.query(sql, *arguments)[0][0]

    @property
    def boards(self):
        """The titles of the living boards, in order."""
        return [title for title, in self.query(
            'SELECT title FROM board AS b'
            f' WHERE {ALIVE.format("b")} ORDER BY parent, rank, id')]

    def columns(self, board):
        """The titles of the living columns of a board, in order."""
        return [title for title, in self.query(
            'SELECT k.title FROM "column" AS k JOIN board AS b ON b.id=k.parent'
            f' WHERE b.title=? AND {ALIVE.format("k")} ORDER BY k.rank, k.id',
            board)]

    def cards(self, board, column):
        """The titles of the living cards in a column, in order."""
        return [title for title, in self.query(
            'SELECT c.title FROM card AS c JOIN "column" AS k ON k.id=c.parent'
            ' JOIN board AS b ON b.id=k.parent WHERE b.title=? AND k.title=?'
            f' AND {ALIVE.format("c")} ORDER BY c.rank, c.id', board, column)]

    def objective_of(self, card):
        """The title of a card's objective, or None."""
        return self.value('SELECT (SELECT title FROM objective AS o'
                          ' WHERE o.id=c.objective) FROM card AS c'
                          ' WHERE c.title=?', card)

    def checkins(self, card):
        """The check-ins on a card that nobody took back, in order: day, value,
        note, blocker and confidence."""
        return self.query(
            'SELECT i.day, i.value, i.note, i.blocker, i.confidence'
            ' FROM checkin AS i JOIN card AS c ON c.id=i.card WHERE c.title=?'
            f' AND {ALIVE.format("i")} ORDER BY i.created, i.id', card)

    @property
    def n_transactions(self):
        """How many entries the log has, of whatever kind."""
        return self.value('SELECT count(*) FROM tx')

    def n_entries(self, kind):
        return self.value('SELECT count(*) FROM tx WHERE kind=?',
                          KINDS.index(kind))

    def snapshot(self):
        """All boards with all their cards: equal only where nothing differs."""
        return {board: {column: self.cards(board, column)
                        for column in self.columns(board)}
                for board in self.boards}

    def complaints(self):
        """What SQLite finds wrong with the file: nothing."""
        found = [line for line, in self.query('PRAGMA integrity_check')]
        return [] if found == ['ok'] else found

    def copy_to(self, path):
        """A copy of the file, made while nobody has it open."""
        with closing(sqlite3.connect(self.path)) as source:
            with closing(sqlite3.connect(path)) as target:
                source.backup(target)
        return Workspace(path)

    @property
    def folder(self):
        return os.path.dirname(self.path)
