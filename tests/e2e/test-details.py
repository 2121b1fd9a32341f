#!/usr/bin/python3
"""What a key result is and how it goes, beside its board and by keys alone."""

import re
from datetime import date, timedelta

from case import main, test
from details import ADVICE, VALUE, Coach, Details
from driver import (check, check_equal, keys, type_lines, type_text, wait_equal,
                    wait_for)
from method import KeyResult, first_due
from workspace import FIRST_DAY

NPS = 'Raise NPS'
CHURN = 'Halve churn'
METRIC = 20, 60, 'points'
MEASURED = {'In Progress': [(NPS, None, METRIC), (CHURN, None, (8, 4, '%'))]}
WEEK = timedelta(7)
OWNER = 'Maria Keller'
FILTER = 'search box', 'Filter by text'
SEARCH = 'search box', 'Search Everything'

# Value, note, blocker and confidence, a week apart, the first one a week late:
# too early to say anything, on track, behind, at risk.
WEEKS = [
    (22, 'First answers came in', '', 7),
    (26, 'Sampled the larger customers', '', 8),
    (25, 'Fewer answers', '', 5),
    (24, 'Price change annoys people', 'Legal does not answer', 3),
]


def day_of(week):
    return first_due() + (week + 1) * WEEK


def new_key_result(**figures):
    baseline, target, unit = METRIC
    return KeyResult(NPS, baseline, target, unit, 'In Progress', **figures)


def expect_card(board, result, day, place='1 of 1'):
    """Wait for the card to be called as the method says."""
    expected = result.name(day, place)
    wait_equal('the name of the card', expected,
               lambda: board.card(result.title).name)


def expect_checkins(board, *checkins):
    wait_equal('the check-ins in the file', list(checkins),
               lambda: board.workspace.checkins(NPS))


def open_at(case, day, workspace=None):
    """A board on a day, with a key result that has a metric."""
    case.live_on(day)
    board = case.open(workspace or case.workspace(Growth=MEASURED))
    board.focus(NPS)
    return board


def check_in_by_command(case, workspace, until=len(WEEKS)):
    """The weeks, quickly."""
    rows = []
    for week, (value, note, blocker, confidence) in enumerate(WEEKS[:until]):
        day = day_of(week)
        case.live_on(day)
        done = case.run('--file', workspace.path, 'check-in', NPS, str(value),
                        '--note', note, '--confidence', str(confidence),
                        *(['--blocker', blocker] if blocker else []))
        check_equal(f'the status of “check-in”\n{done.stderr}', 0, done.returncode)
        rows.append((day.isoformat(), value, note, blocker or None, confidence))
    return rows


def type_cards(board, *titles):
    """New cards on an empty board, with the focus on the first."""
    keys('ctrl+n')
    board.window.find_focused('text box', 'Title of the new key result')
    type_lines(*titles)
    board.expect(Not_Started=list(titles))
    keys('Escape')
    board.wait_focus(titles[0])


def written(board, title):
    """What the file says a key result is."""
    return board.workspace.query(
        'SELECT c.metric, c.baseline, c.target, c.unit, c.weight,'
        ' c.measurement, p.title FROM card AS c'
        ' LEFT JOIN person AS p ON p.id=c.owner WHERE c.title=?', title)[0]


def expect_refused(board, details, field, text, clear):
    """Type what is no number: it stays, with the reason, and is not written."""
    before = board.workspace.n_transactions
    entry = details.type_into(field, text)
    check_equal('what is wrong before the field is left', '', entry.description)
    keys('Tab')
    wait_for('the reason at the field', lambda: text in entry.description)
    reason = entry.description
    board.window.find('alert', reason)
    check_equal('the text that was refused', text, entry.text)
    check_equal('the number of transactions', before,
                board.workspace.n_transactions)
    keys('shift+Tab')
    board.window.find_focused('text box', field)
    keys(*clear)
    wait_equal('the text in the field', '', lambda: entry.text)
    wait_equal('what is wrong', '', lambda: entry.description)


@test('a key result is filled in from an empty card with the keyboard alone')
def fill(case):
    case.live_on(FIRST_DAY)
    board = case.open(case.workspace(Growth={}))
    details = Details(board)
    type_cards(board, NPS)
    check_equal('what an empty card says', {None, 0, ''},
                {None, 0, '', *written(board, NPS)})
    details.open(NPS)
    details.type_into('Owner', OWNER)
    details.choose('Metric', 1, 'From a Baseline to a Target')
    expect_refused(board, details, 'Baseline', 'abc', ['Escape'])
    details.type_into('Baseline', '20')
    details.type_into('Target', '60')
    details.type_into('Unit', 'points')
    details.type_into('Weight', '1.5')
    details.type_into('How It Is Measured', 'Survey after each release')
    wait_equal('what the file says', (1, 20, 60, 'points', 1.5,
                                      'Survey after each release', OWNER),
               lambda: written(board, NPS))
    result = KeyResult(NPS, *METRIC, 'Not Started', OWNER)
    for field, text in [('Title', NPS), ('Owner', OWNER),
                        ('Baseline (points)', '20'), ('Target (points)', '60'),
                        ('Unit', 'points'), ('Weight', '1.5'),
                        ('How It Is Measured', 'Survey after each release')]:
        wait_equal(f'what {field} says', text,
                   lambda: details.entry(field).text)
    board.window.find('label', f'Goes up from {result.amount(20)}'
                               f' to {result.amount(60)}')
    wait_equal('what the chart says', result.chart(FIRST_DAY), details.chart)
    expect_card(board, result, FIRST_DAY)
    details.close()


@test('an owner who is known is proposed after a few letters')
def owner(case):
    case.live_on(FIRST_DAY)
    board = case.open(case.workspace(Growth={}))
    details = Details(board)
    type_cards(board, NPS, CHURN)
    details.open(NPS)
    details.type_into('Owner', OWNER)
    keys('Return')
    wait_for('the owner to be in the file', lambda: OWNER in written(board, NPS))
    details.close()
    keys('Down')
    details.open(CHURN)
    entry = details.type_into('Owner', 'mar')
    wait_for('the proposals to open', lambda: 'expanded' in entry.states)
    keys('Down')
    wait_equal('the proposal that is marked', OWNER, lambda: entry.description)
    keys('Return')
    wait_equal('the owner in the field', OWNER, lambda: entry.text)
    wait_equal('the owners in the file', [(OWNER,), (OWNER,)], lambda:
               board.workspace.query('SELECT p.title FROM card AS c'
                                     ' JOIN person AS p ON p.id=c.owner'))
    check_equal('how many people there are', 1,
                board.workspace.value('SELECT count(*) FROM person'))


def live_week(case, workspace, result, week):
    """Check in with real keys, a week after the last time."""
    day = day_of(week)
    value, note, blocker, confidence = WEEKS[week]
    board = open_at(case, day, workspace)
    details, coach = Details(board), Coach(board)
    expect_card(board, result, day)
    coach.expect(advice_about(result, day))
    keys('space')
    details.wait_open(NPS)
    wait_equal('what the chart says', result.chart(day), details.chart)
    details.check_in(value, note, confidence, blocker)
    if week == 0:
        details.choose('Column', 1, 'In Progress')
        result.column = 'In Progress'
    keys('ctrl+Return')
    result.check_in(day, value, confidence)
    result.blocked = bool(blocker)
    wait_equal('the check-ins in the file', len(result.readings),
               lambda: len(board.workspace.checkins(NPS)))
    check_equal('the check-in in the file',
                (day.isoformat(), value, note, blocker or None, confidence),
                board.workspace.checkins(NPS)[-1])
    wait_equal('what the chart says', result.chart(day), details.chart)
    details.close()
    expect_card(board, result, day)
    coach.expect(advice_about(result, day))
    board.window.program.quit()


def advice_about(result, day):
    """How much the coach says to a board with nothing but this key result: that
    there are no objectives, that nobody owns it or said how it is measured, and
    what does not agree."""
    return 3 + len(result.disagreements(day)) + result.is_outdated(day)


@test('four check-ins, a week apart, move figures, chart, badges and coach')
def four_weeks(case):
    case.live_on(FIRST_DAY)
    workspace = case.workspace(Growth={'Not Started': [(NPS, None, METRIC)]})
    result = new_key_result()
    result.column = 'Not Started'
    for week in range(len(WEEKS)):
        live_week(case, workspace, result, week)
    silence = day_of(len(WEEKS))
    for day in silence, silence + timedelta(3), silence + timedelta(4):
        board = open_at(case, day, workspace)
        expect_card(board, result, day)
        Coach(board).expect(advice_about(result, day))
        board.window.program.quit()
    check('nothing is said for so long that it is outdated',
          result.is_outdated(day))


def sentence(week):
    """How the check-in of a week begins and ends in the timeline."""
    value, note, blocker, confidence = WEEKS[week]
    result = new_key_result()
    before = f'{WEEKS[week - 1][0]} → ' if week else ''
    day = day_of(week)
    said = f'check-in, {before}{result.amount(value)}, ' \
           f'confidence {confidence} of 10, {note}'
    said += f', blocker: {blocker}' if blocker else ''
    return f'{day:%B} {day.day}, {day.year}', said


def tells(row, week):
    day, said = sentence(week)
    return f', {day}, ' in row and row.endswith(', ' + said)


@test('after a restart, the timeline and the commands tell every check-in')
def history(case):
    case.live_on(FIRST_DAY)
    workspace = case.workspace(Growth=MEASURED)
    check_in_by_command(case, workspace)
    board = open_at(case, day_of(len(WEEKS) - 1), workspace)
    details = Details(board)
    details.open(NPS)
    wait_equal('how much the timeline tells', len(WEEKS) + 1,
               lambda: len(details.timeline()))
    for week, row in enumerate(reversed(details.timeline()[:-1])):
        check(f'week {week} is told as {sentence(week)}, not as “{row}”',
              tells(row, week))
    told = case.run('--file', workspace.path, 'history', NPS).stdout
    shown = case.run('--file', workspace.path, 'show', NPS).stdout
    for week, (value, note, blocker, confidence) in enumerate(WEEKS):
        day = day_of(week)
        check(f'“history” tells week {week}:\n{told}', re.search(
            rf'^{day} 12:\d\d .* Checked in on “{NPS}”$', told, re.MULTILINE))
        check(f'“show” tells week {week}:\n{shown}', re.search(
            rf'^  {day}  .*{value}.points, confidence {confidence} of 10$\n'
            rf'^ +{note}$' + (rf'\n^ +Blocker: {blocker}$' if blocker else ''),
            shown, re.MULTILINE))


@test('a check-in is undone and redone, and what the card says with it')
def undo(case):
    case.live_on(FIRST_DAY)
    workspace = case.workspace(Growth=MEASURED)
    rows = check_in_by_command(case, workspace, 1)
    day = day_of(1)
    board = open_at(case, day, workspace)
    result, details = new_key_result(), Details(board)
    result.check_in(day_of(0), *WEEKS[0][::3])
    expect_card(board, result, day, '1 of 2')
    keys('space')
    details.check_in(30, 'More answers', 8)
    keys('ctrl+Return')
    row = day.isoformat(), 30, 'More answers', None, 8
    expect_checkins(board, *rows, row)
    details.close()
    keys('ctrl+z')
    expect_checkins(board, *rows)
    expect_card(board, result, day, '1 of 2')
    result.check_in(day, 30, 8)
    keys('ctrl+shift+z')
    expect_checkins(board, *rows, row)
    expect_card(board, result, day, '1 of 2')


@test('a check-in is corrected, and the old one stays in the timeline, marked')
def correct(case):
    case.live_on(FIRST_DAY)
    workspace = case.workspace(Growth=MEASURED)
    rows = check_in_by_command(case, workspace, 2)
    day = day_of(1) + timedelta(1)
    board = open_at(case, day, workspace)
    result, details = new_key_result(), Details(board)
    details.open(NPS)
    board.window.tab_to('button', 'Correct…')
    keys('space')
    entry = board.window.find_focused('text box', VALUE)
    wait_equal('the value to correct', str(WEEKS[1][0]), lambda: entry.text)
    wait_equal('the note to correct', WEEKS[1][1],
               lambda: details.entry('What Moved?').text)
    type_text('36')
    keys('ctrl+Return')
    corrected = (rows[1][0], 36, *rows[1][2:])
    expect_checkins(board, *rows, corrected)
    check_equal('what the new one stands for', 1, workspace.value(
        'SELECT count(*) FROM checkin AS new JOIN checkin AS old'
        ' ON new.supersedes=old.id WHERE old.value=? AND new.value=36',
        WEEKS[1][0]))
    wait_equal('the check-ins that are marked', [WEEKS[1][1]], lambda:
               [row.rpartition(', ')[2] for row in details.timeline()
                if 'check-in, corrected later' in row])
    for (made, value, _, _, confidence) in [rows[0], corrected]:
        result.check_in(date.fromisoformat(made), value, confidence)
    wait_equal('what the chart says', result.chart(day), details.chart)
    details.close()
    expect_card(board, result, day, '1 of 2')


@test('Ctrl+F filters as one types, and Escape leaves')
def filter_text(case):
    board = open_at(case, FIRST_DAY)
    keys('ctrl+f')
    entry = board.window.find_focused(*FILTER)
    type_text('chu')
    wait_equal('the cards that show', [CHURN], board.column('In Progress').titles)
    keys('Escape')
    wait_equal('the text', '', lambda: entry.text)
    wait_equal('the cards that show', [NPS, CHURN],
               board.column('In Progress').titles)
    keys('Escape')
    board.wait_focus(CHURN)
    check('the field is gone', not board.window.has(*FILTER))


@test('Ctrl+Shift+F finds the word of a note, and Enter opens its check-in')
def search(case):
    case.live_on(FIRST_DAY)
    workspace = case.workspace(Growth=MEASURED, Other={})
    check_in_by_command(case, workspace, 1)
    case.live_on(day_of(0))
    board = case.open(workspace, 'Growth')
    board.window.activate()
    keys('ctrl+shift+f')
    board.window.find_focused(*SEARCH)
    type_text('answ')
    wait_for('a result', lambda: board.window.node.find_all(
        'label', lambda name: WEEKS[0][1] in name))
    keys('Return')
    Details(board).wait_shown(NPS)
    board.window.find_focused('list item', re.compile(f'.*{re.escape(WEEKS[0][1])}.*'))
    check_equal('the title of the window', 'Growth · 2026 Q4',
                board.window.node.name)


@test('an advice is dismissed by keys, comes back by undo, and stays dismissed')
def coach(case):
    board = open_at(case, FIRST_DAY)
    coach = Coach(board)
    wait_for('advice', lambda: coach.count > 1)
    count = coach.count
    board.window.tab_to('button', ADVICE, 'shift+Tab')
    keys('space')
    wait_equal('how much advice shows', count, lambda: len(coach.advice()))
    first = coach.advice()[0]
    board.window.tab_to('button', 'Dismiss')
    keys('space')
    coach.expect(count - 1)
    wait_for('the advice to be gone', lambda: first not in coach.advice())
    keys('Escape')
    board.window.find_focused('button', ADVICE)
    keys('ctrl+z')
    coach.expect(count)
    keys('ctrl+shift+z')
    coach.expect(count - 1)
    board.window.program.quit()
    again = Coach(open_at(case, FIRST_DAY, board.workspace))
    again.expect(count - 1)


@test('words that were not sent stay with their card')
def drafts(case):
    board = open_at(case, FIRST_DAY)
    details = Details(board)
    for title, words in [(NPS, 'Half a thought'), (CHURN, 'Another one')]:
        board.wait_focus(title)
        keys('space')
        details.wait_open(title)
        keys('Tab')
        entry = board.window.find_focused('text box', 'What Moved?')
        check_equal('the words to begin with', '', entry.text)
        type_text(words)
        details.close()
        keys('Down')
    board.focus(NPS)
    details.open(NPS)
    for title, words in [(CHURN, 'Another one'), (NPS, 'Half a thought')]:
        board.focus(title)
        wait_equal('the card that is open', title, lambda: details.title)
        wait_equal('its words', words, lambda: details.entry('What Moved?').text)
    check_equal('the number of check-ins', 0,
                board.workspace.value('SELECT count(*) FROM checkin'))
    for title in (NPS, CHURN):
        board.focus(title)
        wait_equal('the card that is open', title, lambda: details.title)
        board.pointer.click(board.window.point(details.entry('What Moved?')))
        keys('ctrl+a', 'BackSpace')
        wait_equal('its words', '', lambda: details.entry('What Moved?').text)


if __name__ == '__main__':
    main()
