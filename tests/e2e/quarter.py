"""A quarter of four people, and what there was to see of it in each of its weeks.

The story is data: who said what of which key result in which week. What was seen is kept
by somebody who knows nothing of the past but was there: a copy of the file, and the words
of a screen reader.
"""

import os
import re
import subprocess
from datetime import date, timedelta

from driver import check_equal
from workspace import ALIVE, Workspace

BOARD = 'Growth'
PLANNED = date(2026, 9, 28)
N_WEEKS = 13
FRIDAYS = [date(2026, 10, 2) + week * timedelta(7) for week in range(N_WEEKS)]
OVER = date(2027, 1, 4)

MARA, JONAS, AIKO, TOMAS = OWNERS = [
    'Mara Klein', 'Jonas Weber', 'Aiko Sato', 'Tomas Reyes']

# Who leads, has no key result, and takes those of everybody.
LEAD = 'Lena Vogt'

TEAMS = 'Raise weekly active workspaces from 200 to 500'
NPS = 'Raise NPS from 20 to 60 points'
HANDBOOK = 'Publish the handbook'
UPTIME = 'Availability of at least 99.9 %'
SPEED = 'Pages load in at most 200 ms'
CHURN = 'Reduce churn from 8 % to 4 %'
CONTRACT = 'Sign the reseller contract'
RENEWALS = 'Grow renewals from 0 to 40 contracts'
# What a title becomes, in which week.
NPS_LATER = 'Raise NPS from 20 to 50 points'
# What a title becomes where its key result goes on; NPS_LATER does not say its target.
RENEWALS_NEXT = 'Grow renewals from 31 to 40 contracts'
RENAMED = 5

MILESTONES = ['Outline', 'First half', 'Second half', 'Reviewed by all teams']

OBJECTIVES = {
    'Become the first choice of remote teams': [
        (TEAMS, MARA), (NPS, JONAS), (HANDBOOK, AIKO)],
    'Run a service that nobody has to think about': [
        (UPTIME, TOMAS), (SPEED, MARA)],
    'Earn more from those who stay': [
        (CHURN, JONAS), (CONTRACT, AIKO), (RENEWALS, TOMAS)],
}

# Tomas Reyes says nothing from the fifth week to the eighth. Milestones are counted, so
# nobody says a value of them.
SILENCE = range(4, 8)
VALUES = {
    TEAMS: [200, 212, 240, 262, 290, 312, 330, 345, 372, 395, 420, 447, 500],
    NPS: [20, 22, 25, 24, 26, 30, 33, 35, 38, 40, 43, 44, 46],
    HANDBOOK: [None] * N_WEEKS,
    UPTIME: [99.95, 99.9, 99.7, 98.5, None, None, None, None, 99.91, 99.93, 99.95,
             99.95, 99.97],
    SPEED: [260, 255, 240, 244, 230, 226, 215, 210, 204, 199, 197, 190, 188],
    CHURN: [8, 7.9, 7.5, 7.6, 7.2, 7, 6.9, 6.9, 6.8, 6.8, None, None, None],
    CONTRACT: ['no'] * 10 + ['yes'] * 3,
    RENEWALS: [0, 1, 3, 4, None, None, None, None, 17, 21, 26, 29, 31],
}
CONFIDENCES = {
    TEAMS: [5, 5, 6, 6, 7, 7, 7, 7, 8, 8, 9, 9, 9],
    NPS: [7, 6, 6, 3, 4, 5, 5, 4, 4, 3, 3, 2, 2],
    HANDBOOK: [8, 8, 8, 7, 7, 7, 6, 6, 5, 5, 5, 4, 4],
    UPTIME: [9, 8, 6, 2, None, None, None, None, 6, 7, 8, 8, 9],
    SPEED: [5, 5, 6, 5, 6, 6, 7, 7, 8, 8, 8, 9, 9],
    CHURN: [6, 6, 6, 5, 5, 4, 4, 3, 2, 2, None, None, None],
    CONTRACT: [5, 5, 4, 4, 5, 6, 6, 7, 8, 9, 9, 9, 9],
    RENEWALS: [5, 5, 4, 4, None, None, None, None, 5, 5, 5, 6, 6],
}

# Whose run goes by keys in which week.
RUNS = [MARA, JONAS, AIKO, TOMAS, MARA, JONAS, AIKO, MARA, TOMAS, LEAD, JONAS, AIKO, MARA]


def outline():
    """The plan, as somebody wrote it down."""
    lines = ['# OKRs 2026 Q4', '', f'## {BOARD}', '']
    for number, (objective, key_results) in enumerate(OBJECTIVES.items(), 1):
        lines += [f'{number}. **{objective}**', '']
        for title, owner in key_results:
            lines += [f'   - KR: {title}', f'     - Owner: {owner}']
        lines.append('')
    return '\n'.join(lines)


def owner_of(title):
    """Whose key result it was from the beginning."""
    return next(owner for key_results in OBJECTIVES.values()
                for name, owner in key_results if name == title)


def first_title(title):
    """What a key result was called when it was planned."""
    return NPS if title == NPS_LATER else title


def title_of(title, week):
    """What a key result is called when a week begins."""
    return NPS_LATER if title == NPS and week > RENAMED else title


def note(week):
    """What somebody says in it."""
    return f'As it went in week {week + 1}'


def figure(number):
    """A number as show-past tells it."""
    return '' if number is None else f'{number:.17g}'


def state_of(workspace, board):
    """How a board with this id stands in a file, as lines like those of show-past, by
    nothing but what is written in the tables."""
    lines = [f'objective\t{title}' for title, in workspace.query(
        f'SELECT title FROM objective AS o WHERE parent=? AND {ALIVE.format("o")}'
        ' ORDER BY rank, id', board)]
    for column, title in workspace.query(
            f'SELECT id, title FROM "column" AS k WHERE parent=?'
            f' AND {ALIVE.format("k")} ORDER BY rank, id', board):
        lines.append(f'column\t{title}')
        lines += map(card_line, workspace.query(
            'SELECT c.title, o.title, p.title, c.metric, c.baseline, c.target, c.unit,'
            ' (SELECT i.value FROM checkin AS i WHERE i.card=c.id AND i.value IS NOT NULL'
            f'  AND {ALIVE.format("i")} ORDER BY i.day DESC, i.created DESC LIMIT 1),'
            ' (SELECT count(DISTINCT i.day) FROM checkin AS i WHERE i.card=c.id'
            f'  AND i.value IS NOT NULL AND {ALIVE.format("i")}),'
            ' (SELECT max(i.day) FROM checkin AS i WHERE i.card=c.id'
            f'  AND {ALIVE.format("i")}),'
            ' (SELECT i.confidence FROM checkin AS i WHERE i.card=c.id'
            f'  AND i.confidence IS NOT NULL AND {ALIVE.format("i")}'
            '  ORDER BY i.day DESC, i.created DESC LIMIT 1),'
            ' (SELECT count(*) > 0 FROM checkin AS i WHERE i.card=c.id'
            "  AND coalesce(i.blocker, '') != '' AND i.resolved IS NULL"
            f'  AND {ALIVE.format("i")}),'
            ' (SELECT count(*) FROM milestone AS m WHERE m.parent=c.id AND m.done=1'
            f'  AND {ALIVE.format("m")}),'
            ' (SELECT count(*) FROM milestone AS m WHERE m.parent=c.id'
            f'  AND {ALIVE.format("m")})'
            ' FROM card AS c LEFT JOIN objective AS o ON o.id=c.objective'
            ' LEFT JOIN person AS p ON p.id=c.owner'
            f' WHERE c.parent=? AND {ALIVE.format("c")} ORDER BY c.rank, c.id', column))
    return lines


def card_line(row):
    (title, objective, owner, metric, baseline, target, unit, value, n_readings, checked,
     confidence, blocked, n_done, n_milestones) = row
    return '\t'.join([
        'card', title, objective or '', owner or '', str(metric or 0), figure(baseline),
        figure(target), unit or '', figure(value), str(n_readings), checked or '',
        figure(confidence), str(blocked), str(n_done), str(n_milestones)])


def past_states(workspace, board, days):
    """The same lines by day, as a store of the past tells them today."""
    program = os.path.join(os.path.dirname(Workspace.maker), 'show-past')
    done = subprocess.run([program, workspace.path, str(board), *map(str, days)],
                          capture_output=True, encoding='utf-8', check=False, timeout=60)
    check_equal(f'the status of show-past\n{done.stderr}', 0, done.returncode)
    parts = re.split(r'^day\t(.*)\n', done.stdout, flags=re.MULTILINE)[1:]
    return {date.fromisoformat(day): text.splitlines()
            for day, text in zip(parts[::2], parts[1::2])}
