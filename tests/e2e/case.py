"""Runs the tests of one file and reports them as TAP.

A test is a function marked with @test, which gets a Case: a folder of its own,
and from it files and programs. Whatever a test is about, in the end its
programs have to quit by their key with status 0 and without a complaint, and
its files have to be sound; what a failed test saw is kept as a picture and a
text.
"""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import traceback

import atspi
import picture
from board import Board
from driver import Failure, Program, Window, check, check_equal, wait_for
from workspace import Workspace

GROWTH = {
    'objectives': ['Remote teams', 'Reliability', 'Pricing'],
    'Not Started': [
        ('Write a handbook', 'Remote teams'),
        ('Halve the pages', 'Reliability'),
        ('Tidy the wiki',),
    ],
    'In Progress': [
        ('Raise NPS', 'Remote teams'),
        ('Restore in an hour', 'Reliability'),
        ('Onboard in a week', 'Remote teams'),
        ('Survey customers', 'Pricing'),
    ],
    'At Risk': [
        ('Hire two engineers', 'Remote teams'),
        ('Cut outages', 'Reliability'),
    ],
}
PLATFORM = {
    'objectives': ['Reliability'],
    'Not Started': [('Retire the old queue', 'Reliability')],
    'Complete': [('Patch in a day', 'Reliability')],
}

tests = []


def test(name):
    """Marks a function as the test that shows what NAME says."""
    def mark(function):
        tests.append((name, function))
        return function

    return mark


class Case:
    """What one test has at hand, and what has to be well at its end."""

    def __init__(self, bus, folder):
        self.bus = bus
        self.folder = folder
        self.programs = []
        self.workspaces = []
        self.environment = {}
        for name in ('config', 'data', 'state', 'cache'):
            path = os.path.join(folder, name)
            self.environment[f'XDG_{name.upper()}_HOME'] = path
            os.mkdir(path)
        shutil.copytree(
            os.path.join(os.environ['XDG_CONFIG_HOME'], 'gtk-4.0'),
            os.path.join(self.environment['XDG_CONFIG_HOME'], 'gtk-4.0'))

    def live_on(self, day):
        """Let it be DAY, a datetime.date, for what is started from now on."""
        self.environment['QUARTERDECK_NOW'] = day.isoformat()

    def path(self, name):
        return os.path.join(self.folder, name)

    def workspace(self, name='work.db', **boards):
        """A file with these boards."""
        workspace = Workspace.make(self.path(name), boards, self.environment)
        self.workspaces.append(workspace)
        return workspace

    def start(self, *arguments, **environment):
        """A running program."""
        log = self.path(f'log-{len(self.programs)}')
        program = Program(self.bus, log, arguments,
                          {**self.environment, **environment})
        self.programs.append(program)
        return program

    def run(self, *arguments):
        """The program as a command without a window, run to its end."""
        return subprocess.run([Program.path, *arguments],
                              env={**os.environ, **self.environment},
                              stdin=subprocess.DEVNULL, capture_output=True,
                              encoding='utf-8', check=False, timeout=300)

    def open(self, workspace, title=None, **environment):
        """A program that shows a file; its board, once it is there."""
        program = self.start('--file', workspace.path, **environment)
        return self.board(program.window(), workspace, title)

    @staticmethod
    def board(window, workspace, title=None):
        board = Board(window, workspace, title or workspace.boards[0])
        wait_for(f'the board “{board.title}”',
                 lambda: list(board.look()) == workspace.columns(board.title))
        return board

    def open_growth(self, **environment):
        """What most tests begin with."""
        return self.open(self.workspace(Growth=GROWTH), **environment)

    def finish(self):
        for program in self.programs:
            if program.running:
                program.quit()
            program.check_log()
        for workspace in self.workspaces:
            check_equal('what SQLite finds wrong with the file', [],
                        workspace.complaints())
            done = self.run('--file', workspace.path, 'check')
            check_equal(f'the status of “check”\n{done.stdout}{done.stderr}',
                        0, done.returncode)

    def keep_evidence(self, path):
        """Save what a person wants to see who looks into a failure."""
        picture.save(path + '.png')
        with open(path + '.txt', 'w', encoding='utf-8') as file:
            for program in self.programs:
                root = program.running and program.root()
                if root:
                    file.write('\n'.join(root.describe()) + '\n')
                file.write(program.log)
            for workspace in self.workspaces:
                json.dump(workspace.snapshot(), file, indent=1)

    def clean_up(self):
        for program in self.programs:
            program.kill()
        shutil.rmtree(self.folder, ignore_errors=True)


def run_test(bus, function, evidence):
    """Run one test; nothing, or what went wrong, as lines."""
    case = Case(bus, tempfile.mkdtemp())
    try:
        function(case)
        case.finish()
        return []
    except Exception as error:
        if isinstance(error, Failure):
            lines = str(error).splitlines()
        else:
            lines = traceback.format_exc().splitlines()
        try:
            case.keep_evidence(evidence)
            lines.append(f'see {evidence}.png and {evidence}.txt')
        except (atspi.Gone, Failure, OSError) as gone:
            lines.append(f'no evidence could be kept: {gone}')
        return lines
    finally:
        case.clean_up()


def main():
    parser = argparse.ArgumentParser(description=sys.modules['__main__'].__doc__)
    parser.add_argument('program', help='the quarterdeck to test')
    parser.add_argument('maker', help='the program make-workspace')
    parser.add_argument('evidence', help='folder for what failed tests saw')
    parser.add_argument('only', nargs='?', default='',
                        help='run only tests whose name has this in it')
    arguments = parser.parse_args()

    Program.path = os.path.abspath(arguments.program)
    Workspace.maker = os.path.abspath(arguments.maker)
    os.makedirs(arguments.evidence, exist_ok=True)
    file_name = os.path.splitext(os.path.basename(sys.argv[0]))[0]
    chosen = [(name, function) for name, function in tests
              if arguments.only in name]

    bus = atspi.Bus()
    print(f'1..{len(chosen)}', flush=True)
    failed = 0
    for number, (name, function) in enumerate(chosen, 1):
        evidence = os.path.join(arguments.evidence, f'{file_name}-{number}')
        lines = run_test(bus, function, evidence)
        print('not ok' if lines else 'ok', number, name, flush=True)
        for line in lines:
            print('#', line, flush=True)
        failed += bool(lines)
    sys.exit(1 if failed else 0)
