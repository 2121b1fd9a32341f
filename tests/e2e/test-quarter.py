#!/usr/bin/python3
"""A quarter of four people, lived through week by week with real keys and by command, to
its end and into the next: and then the time machine shows each week as it was."""

import json
import re

import quarter
from board import Board, title_of
from case import main, test
from details import VALUE, Details
from driver import (check, check_equal, keys, type_lines, type_text, wait_equal,
                    wait_for, wait_until_still)
from past import Past
from quarter import (BOARD, CHURN, CONFIDENCES, CONTRACT, FRIDAYS, HANDBOOK,
                     LEAD, MILESTONES, N_WEEKS, NPS, NPS_LATER, OVER, OWNERS, PLANNED,
                     RENEWALS, RENEWALS_NEXT, RUNS, SILENCE, SPEED, TEAMS, UPTIME, VALUES)
from run import Run
from workspace import COLUMNS, FIRST_DAY, LAST_DAY, Workspace

# What somebody reports in the way, and when it is out of it.
BLOCKER = 'The load balancer is on order'
BLOCKED, RESOLVED = 3, 8

# Which column a card goes to while one checks in on it, by week.
IN_RUN = {(0, TEAMS): 2, (1, NPS): 2, (1, CHURN): 2, (2, CONTRACT): 2,
          (BLOCKED, UPTIME): 3, (BLOCKED, RENEWALS): 2, (4, SPEED): 2, (11, CONTRACT): 4,
          (12, TEAMS): 4}

# Nobody hears of a key result for longer than a check-in may be late.
OUTDATED = range(SILENCE.start + 1, SILENCE.stop + 1)


class Quarter:
    """The file, the board in it, and what was there to see of it in each week."""

    def __init__(self, case):
        self.case = case
        self.workspace = Workspace(case.path('work.db'))
        self.board = None  # its id
        self.names = {}  # what a screen reader was told, by day
        self.states = {}  # what the file said, by day

    def open(self):
        """The program, and the board whose cycle is on."""
        program = self.case.start('--file', self.workspace.path)
        board = Board(program.window(), self.workspace, BOARD)
        wait_for('the board', lambda: list(board.look()) == COLUMNS)
        return board

    def command(self, *arguments):
        done = self.case.run('--file', self.workspace.path, *arguments)
        check_equal(f'the status of {arguments}\n{done.stderr}', 0, done.returncode)
        return done.stdout

    def plan(self):
        """Bring in an outline before the quarter begins, and say what no outline can."""
        self.case.live_on(PLANNED)
        path = self.case.path('plan.md')
        with open(path, 'w', encoding='utf-8') as file:
            file.write(quarter.outline())
        self.command('import', path)
        self.case.workspaces.append(self.workspace)
        self.board = self.workspace.value('SELECT id FROM board')

        board = self.open()
        details = Details(board)
        board.walk_to(CONTRACT)
        details.open(CONTRACT)
        details.choose('Metric', 6, 'Yes or No')
        details.close()
        board.walk_to(HANDBOOK)
        details.open(HANDBOOK)
        details.choose('Metric', 5, 'Milestones')
        board.window.tab_to('text box', 'New milestone')
        type_lines(*MILESTONES)
        wait_equal('the milestones', MILESTONES, lambda: [
            title for title, in self.workspace.query(
                'SELECT title FROM milestone ORDER BY rank, id')])
        details.close()
        board.window.program.quit()

    def check_in_by_command(self, owner, week):
        for title, values in VALUES.items():
            confidence = CONFIDENCES[title][week]
            if quarter.owner_of(title) != owner or confidence is None:
                continue
            value = values[week] if values[week] is not None else '-'
            self.command('check-in', quarter.title_of(title, week), str(value), '--note',
                         quarter.note(week), '--confidence', str(confidence))

    def due(self, *arguments):
        """The titles of the key results whose check-ins are due."""
        return [card['title'] for card in
                json.loads(self.command('due', '--json', *arguments))['cards']]

    def look(self, board, day):
        """Remember what is told of the board today."""
        self.names[day] = wait_until_still('the board', board.names)

    def copy(self, day):
        """Remember what the file says, once nobody has it open any more."""
        copy = self.workspace.copy_to(self.case.path(f'{day}.db'))
        self.states[day] = quarter.state_of(copy, self.board)


def check_in(run, title, week):
    """One key result of a run, by keys alone."""
    run.wait_shown(title)
    value = VALUES[quarter.first_title(title)][week]
    if value is None:
        run.window.find_focused('text box', 'What Moved?')
    elif isinstance(value, str):
        answer = run.window.find_focused('button', re.compile('Is It Done\\?.*'))
        if value == 'yes' and not answer.name.endswith(': Done'):
            Details(run.board).choose('Is It Done?', 1, 'Done')
        keys('Return')
    else:
        run.window.find_focused('text box', VALUE)
        type_text(str(value))
        keys('Return')
    run.window.find_focused('text box', 'What Moved?')
    type_text(quarter.note(week))
    keys('Return')
    run.window.find_focused('text box', 'Blockers')
    if (week, title) == (BLOCKED, UPTIME):
        type_text(BLOCKER)
    keys('Return')
    run.window.find_focused('slider', 'Confidence')
    column = IN_RUN.get((week, title))
    if column is not None:
        keys(f'ctrl+{column}')
    keys(str(CONFIDENCES[quarter.first_title(title)][week]))


def run_by_keys(story, board, week):
    """What is due of somebody, or of all by who leads them, as “due” tells it."""
    run = Run(board)
    if RUNS[week] == LEAD:
        titles = story.due()
        run.take_offer(LEAD, BOARD, len(titles))
    else:
        titles = story.due('--owner', RUNS[week])
        run.begin_as(RUNS[week])
    check('something is due', titles)
    for title in titles:
        check_in(run, title, week)
    run.wait_end(len(titles))
    keys('Escape')
    run.wait_board()


def tick(board, title, milestone):
    details = Details(board)
    board.walk_to(title)
    details.open(title)
    board.window.tab_to('checkbox', f'Milestone “{milestone}”')
    keys('space')
    wait_equal('whether it is done', [(1,)], lambda: board.workspace.query(
        'SELECT done FROM milestone WHERE title=?', milestone))
    details.close()


def move(board, title, key, **columns):
    """Move a card with a key; the cards that columns hold then."""
    board.walk_to(title)
    keys(key)
    board.expect(**columns)


def rename(board):
    board.walk_to(NPS)
    keys('F2')
    board.window.find_focused('text box', re.compile('.*'))
    keys('ctrl+a')
    type_text(NPS_LATER)
    keys('Return')
    board.wait_focus(NPS_LATER)


def resolve(board):
    details = Details(board)
    board.walk_to(UPTIME)
    details.open(UPTIME)
    board.window.tab_to('button', 'Mark as Resolved')
    keys('space')
    board.window.find('button', 'Reopen')
    details.close()
    keys('alt+Left')
    wait_for('it to be in progress again',
             lambda: UPTIME in board.workspace.cards(BOARD, 'In Progress'))


def archive(board):
    board.walk_to(CHURN)
    keys('Delete')
    wait_for('the card to be gone', lambda: board.place_of(CHURN) is None)


# What else happens on the board, by week.
EVENTS = {
    0: lambda board: move(board, HANDBOOK, 'alt+Right', In_Progress=[TEAMS, HANDBOOK]),
    2: lambda board: tick(board, HANDBOOK, MILESTONES[0]),
    4: lambda board: move(board, TEAMS, 'alt+Down', In_Progress=[
        HANDBOOK, TEAMS, NPS, CHURN, CONTRACT, RENEWALS, SPEED]),
    quarter.RENAMED: rename,
    6: lambda board: tick(board, HANDBOOK, MILESTONES[1]),
    RESOLVED: resolve,
    9: archive,
    10: lambda board: tick(board, HANDBOOK, MILESTONES[2]),
}


def expect_outdated(story, board, week):
    """Those of who says nothing, and no others."""
    expected = {UPTIME, RENEWALS} if week in OUTDATED else set()
    told = {title_of(name) for names in board.names().values() for name in names
            if ', Outdated' in name}
    check_equal(f'the cards told as outdated in week {week + 1}', expected, told)
    status, = json.loads(story.command('status', '--json'))['boards']
    check_equal(f'those that “status” tells in week {week + 1}', expected, {
        card['title'] for column in status['columns'] for card in column['cards']
        if card['outdated']})


def live_week(story, week):
    """A Friday: some check in by command, one by keys, and things happen."""
    day = FRIDAYS[week]
    story.case.live_on(day)
    board = story.open()
    expect_outdated(story, board, week)
    for owner in OWNERS:
        if RUNS[week] not in (owner, LEAD):
            story.check_in_by_command(owner, week)
    run_by_keys(story, board, week)
    if week in EVENTS:
        EVENTS[week](board)
    story.look(board, day)
    board.window.program.quit()
    story.copy(day)


GRADE = 'Grade, from 0.0 to 1.0'
REASON = 'Why not the grade that the figures propose'
LEARNING = re.compile('What did we learn.*')
WAITS = 'Why it waits'

# What becomes of each key result in the end, what was learned, and the grade where it is
# not the one that the figures propose.
ENDS = {
    TEAMS: ('Done', None, None),
    NPS_LATER: ('Carry over', 'Ask sooner', '0.4'),
    HANDBOOK: ('Carry over', 'Writers need a week', None),
    UPTIME: ('Done', None, None),
    SPEED: ('Drop', None, None),
    CONTRACT: ('Done', None, None),
    RENEWALS: ('Carry over', 'Four weeks of silence', None),
}


def end(board, titles):
    """One of these key results, whichever the guide through the end of a cycle asks
    about."""
    window = board.window
    title = wait_for('one of the key results', lambda: next(
        (title for title in titles if window.has('heading', title)), None))
    decision, learning, grade = ENDS[title]
    window.find_focused('text box', GRADE)
    if grade is not None:
        type_text(grade)
        keys('Tab')
        window.tab_to('text box', REASON)
        type_text('Half of them answered')
    if learning is not None:
        window.tab_to('text box', LEARNING)
        type_text(learning)
    window.tab_to('button', decision)
    keys('space')
    wait_for(f'what becomes of “{title}”', lambda: board.workspace.query(
        'SELECT 1 FROM card WHERE title=? AND decision>0', title))
    keys('ctrl+Return')
    return title


def close(story):
    """The guide from the main menu to the button at its end."""
    story.case.live_on(OVER)
    board = story.open()
    board.walk_to(TEAMS)
    keys('F10')
    board.window.find('menu item', 'Close the Cycle…')
    keys('c')
    left = set(ENDS)
    while left:
        left.remove(end(board, left))
    board.window.find_focused('button', 'Close the Board')
    keys('Return')
    board.window.find_focused('button', 'Plan the Next Cycle…')
    check_equal('the day on which the board was closed', str(OVER), story.workspace.value(
        'SELECT closed FROM board WHERE id=?', story.board))
    return board


def check_states(story):
    """A store of the past tells of each Friday what the file said on it."""
    past = quarter.past_states(story.workspace, story.board, FRIDAYS)
    for day in FRIDAYS:
        check_equal(f'the board on {day}', story.states[day], past[day])


def expect_week(story, past, week):
    """The time machine shows a week as it was seen then."""
    day = FRIDAYS[week]
    past.wait_day(day, week + 1)
    wait_equal(f'the cards of {day}', story.names[day], past.board.names)


def travel(story, board):
    """Through all weeks by keys, back and forth: none is like another."""
    days = list(story.names)
    check('each week differs from the one before', all(
        story.names[day] != story.names[later] for day, later in zip(days, days[1:])))
    past = Past(board)
    past.open()
    keys('End', *['Left'] * (LAST_DAY - FRIDAYS[-1]).days)
    for week in reversed(range(N_WEEKS)):
        expect_week(story, past, week)
        keys('Prior')
    keys('Home', *['Right'] * (FRIDAYS[0] - FIRST_DAY).days)
    for week in range(N_WEEKS):
        expect_week(story, past, week)
        keys('Next')
    past.close()


def expect_refused(story, board):
    """Nothing on a closed board can be changed, by keys or by command."""
    before = story.workspace.n_transactions
    board.walk_to(TEAMS)
    keys('alt+Left', 'Delete', 'ctrl+1')
    done = story.case.run('--file', story.workspace.path, 'check-in', TEAMS, '501')
    check_equal('the status of a check-in on a closed board', 1, done.returncode)
    check_equal('the number of transactions', before, story.workspace.n_transactions)


def carried_over(story):
    """What the next board has in common with this one, by SQL alone."""
    return story.workspace.query(
        'SELECT b.continues, old.title, new.title, k.title, new.baseline, new.target,'
        ' (SELECT count(*) FROM checkin AS i WHERE i.card=new.id),'
        " (SELECT group_concat(title || coalesce(done, 0), ', ') FROM (SELECT * FROM"
        '  milestone WHERE parent=new.id ORDER BY rank, id)),'
        ' (SELECT o.continues=old.objective FROM objective AS o WHERE o.id=new.objective)'
        ' FROM card AS new JOIN card AS old ON old.id=new.continues'
        ' JOIN "column" AS k ON k.id=new.parent JOIN board AS b ON b.id=k.parent'
        ' WHERE b.id!=? ORDER BY new.rank, new.id', story.board)


def plan_next(story, board):
    """The board of the next cycle begins with what is carried over."""
    closed = quarter.state_of(story.workspace, story.board)
    board.walk_to(TEAMS)
    keys('F10')
    board.window.find('menu item', 'Plan the Next Cycle…')
    keys('y')
    board.window.find('heading', f'What comes after {BOARD}, 2026 Q4')
    keys('ctrl+Return')
    wait_equal('what is carried over', sorted([
        (story.board, NPS_LATER, NPS_LATER, 'Not Started', 46, 60, 0, None, 1),
        (story.board, HANDBOOK, HANDBOOK, 'Not Started', None, None, 0,
         ', '.join(f'{title}0' for title in MILESTONES), 1),
        (story.board, RENEWALS, RENEWALS_NEXT, 'Not Started', 31, 40, 0, None, 1),
    ], key=str), lambda: sorted(carried_over(story), key=str))
    check_equal('the key results on the next board', 3, story.workspace.value(
        'SELECT count(*) FROM card AS c JOIN "column" AS k ON k.id=c.parent'
        ' WHERE k.parent!=?', story.board))
    check_equal('the closed board', closed, quarter.state_of(story.workspace, story.board))


def finish(story):
    """The end of the quarter, and what stays of it."""
    board = close(story)
    keys('Escape')
    wait_for('the board', lambda: list(board.look()) == COLUMNS)
    expect_refused(story, board)
    plan_next(story, board)
    go_back(story, board)
    travel(story, board)
    check_states(story)


def go_back(story, board):
    """To the closed board, by the keys of the sidebar."""
    rows = re.compile(f'{BOARD}, 7 cards: .*')
    board.window.tab_to('list item', re.compile('Cycle .*|Growth, .*'))
    while not rows.fullmatch(board.window.focused().name):
        node = board.window.focused()
        keys('Down')
        wait_for('Down to go on', lambda: board.window.focused_other_than(node))
    keys('Return')
    wait_for('the closed board', lambda: board.place_of(TEAMS) is not None)


@test('a quarter of four people, its end, the next one, and each week as it was')
def whole(case):
    story = Quarter(case)
    story.plan()
    for week in range(N_WEEKS):
        live_week(story, week)
    finish(story)


if __name__ == '__main__':
    main()
