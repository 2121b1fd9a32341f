"""What the method says of a key result, worked out a second time.

From the rules as they are written down, for a metric that goes from a baseline
to a target, without an objective, in a cycle with weekly check-ins. The words
are those that a screen reader gets.
"""

import math
from datetime import timedelta

from workspace import FIRST_DAY, LAST_DAY

ASPIRATION = 0.7  # of an aspirational target is a success
EARLY = 2 / 13
NEGLIGIBLE = 0.05
ON_TRACK = 0.9
BEHIND = 0.7
CADENCE = 7
FRIDAY = 4
GRACE = 3
STUCK_DAYS = 21
FORECAST_POINTS = 4, 6
FORECAST_DIGITS = 3  # are shown
LOW, HIGH = 3, 7  # the bands of confidence
NO_BREAK_SPACE = '\u00a0'


def figure(number):
    """A number as it is shown, with at most three decimals."""
    return f'{number:.3f}'.rstrip('0').rstrip('.').replace('-', '−')


def percent(share):
    return figure(math.floor(share * 100 + 0.5))


def long_day(day):
    return f'{day:%B} {day.day}'


def first_due():
    return FIRST_DAY + timedelta((FRIDAY - FIRST_DAY.weekday()) % 7)


def expected(day):
    """The share of the way that should be done by a day."""
    return (day - FIRST_DAY) / (LAST_DAY - FIRST_DAY)


class KeyResult:
    """A key result, and what was said in its check-ins."""

    def __init__(self, title, baseline, target, unit, column, owner=None,
                 made=FIRST_DAY):
        self.title = title
        self.baseline = baseline
        self.target = target
        self.unit = unit
        self.column = column
        self.owner = owner
        self.made = made
        self.blocked = False
        self.readings = []  # day, value, confidence

    def check_in(self, day, value, confidence):
        self.readings.append((day, value, confidence))

    @property
    def confidence(self):
        return self.readings[-1][2] if self.readings else None

    @property
    def progress(self):
        if not self.readings:
            return None
        value = self.readings[-1][1]
        return (value - self.baseline) / (self.target - self.baseline)

    @property
    def due(self):
        """The first due day that no check-in counts for."""
        day = first_due()
        # Both the making and a check-in are heard of for some days.
        heard = self.readings[-1][0] if self.readings else self.made
        while day < heard + timedelta(CADENCE - GRACE):
            day += timedelta(CADENCE)
        return day

    def is_outdated(self, day):
        return day > self.due + timedelta(GRACE)

    def suggested(self, day):
        """The health by the figures alone."""
        if self.progress is None:
            return None
        if self.progress >= 1:
            return 'Complete'
        if expected(day) < EARLY:
            return 'Too early to say'
        ratio = self.progress / (ASPIRATION * expected(day))
        if expected(day) - self.progress <= NEGLIGIBLE or ratio >= ON_TRACK:
            return 'On track'
        return 'Behind' if ratio >= BEHIND else 'At risk'

    def disagreements(self, day):
        """What column, figures and confidence say against each other."""
        found = []
        if self.column == 'Not Started' and (
                day >= max(self.made, FIRST_DAY) + timedelta(STUCK_DAYS)):
            found.append('Stuck')
        if self.column == 'In Progress':
            if self.suggested(day) == 'At risk':
                found.append('Behind pace')
            if self.confidence is not None and self.confidence <= LOW:
                found.append('Low confidence')
        return found

    def name(self, day, place='1 of 1'):
        """What the card is called on a day."""
        parts = [self.title, 'key result', self.column, place]
        if self.progress is not None:
            parts += [f'{percent(self.progress)} percent',
                      f'expected {percent(expected(day))}']
        if self.owner:
            parts.append(self.owner)
        if self.is_outdated(day):
            parts.append('Outdated')
        else:
            parts += filter(None, [self.suggested(day)])
            parts += ['due check-in'] if day >= self.due else []
        parts += self.disagreements(day)
        parts += ['blocked'] if self.blocked else []
        if self.confidence is not None:
            band = ('low' if self.confidence <= LOW else
                    'high' if self.confidence >= HIGH else 'medium')
            parts.append(f'Confidence {self.confidence} of 10, {band}')
        return ', '.join(parts)

    def landing(self):
        """Where it stands on the last day, by least squares; or None."""
        least, most = FORECAST_POINTS
        if len(self.readings) < least:
            return None
        points = [((day - FIRST_DAY).days, value)
                  for day, value, _ in self.readings[-most:]]
        day = sum(x for x, _ in points) / len(points)
        value = sum(y for _, y in points) / len(points)
        slope = (sum((x - day) * (y - value) for x, y in points)
                 / sum((x - day) ** 2 for x, _ in points))
        return value + slope * ((LAST_DAY - FIRST_DAY).days - day)

    def amount(self, number):
        return f'{figure(number)}{NO_BREAK_SPACE}{self.unit}'

    def chart(self, day):
        """What the chart says on a day."""
        n = len(self.readings)
        way = self.baseline, self.target
        if n == 0:
            sentences = [f'From {self.amount(way[0])} to {self.amount(way[1])}.',
                         'No check-in in this cycle yet.']
        else:
            sentences = [f'From {self.amount(way[0])} to {self.amount(way[1])}, '
                         f'now {self.amount(self.readings[-1][1])} '
                         f'after {n} check-in{"s" if n > 1 else ""}.']
        should = way[0] + expected(day) * (way[1] - way[0])
        sentences.append(f'Expected by today: {self.amount(should)}.')
        landing = self.landing()
        if landing is not None:
            landing = float(f'{landing:.{FORECAST_DIGITS}g}')
            short = ', short of the target' if landing < self.target else ''
            sentences.append(f'By the forecast it lands at {self.amount(landing)} '
                             f'on {long_day(LAST_DAY)}{short}.')
        return ' '.join(sentences)
