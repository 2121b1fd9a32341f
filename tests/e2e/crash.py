#!/usr/bin/python3
"""Kills a program that writes, hundreds of times, and looks at what is left.

  crash.py WRITER [KILLS]

After each kill: every change that the program had told of is in the file under
its number and hash, the entries are numbered without gaps and chained by their
hashes, and SQLite finds the file sound. Most kills hit one file that grows, some
two programs that write to it at once, some a file that is just being made. In the
end the program itself must find all files sound: that what people see is what
the log says.
"""

import hashlib
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

KILLS = 500

# Seconds after the program is ready. The few long runs reach the moment when the
# log is moved into the file.
SHORT_RUN = 0.04
LONG_RUN = 1.2
LONG_EVERY = 50
TWO_EVERY = 10
FRESH_EVERY = 8

# Seconds after the start of a program that makes a new file.
FRESH_RUN = 0.08


class Wrong(Exception):
    pass


class File:
    """A file, what was told of it, and how far it was looked at."""

    def __init__(self, path):
        self.path = path
        self.told = {}
        self.chains = {}
        self.n_entries = 0

    def note(self, output):
        """Takes the whole lines of what a program said before it was killed."""
        for line in output.decode().split('\n')[:-1]:
            words = line.split()
            if words[0] == 'ack':
                self.told[int(words[1]), int(words[2])] = words[3]

    def check(self):
        if not os.path.exists(self.path) or os.path.getsize(self.path) == 0:
            if self.told:
                raise Wrong('the file is gone')
            return

        # The next program must find the file as the killed one left it: this one
        # only reads, and where the log must be recovered first, reads a copy.
        try:
            self.check_file(f'file:{self.path}?mode=ro')
        except sqlite3.OperationalError:
            copy = self.path + '-copy'
            for suffix in ('', '-wal'):
                if os.path.exists(copy + suffix):
                    os.remove(copy + suffix)
                if os.path.exists(self.path + suffix):
                    shutil.copyfile(self.path + suffix, copy + suffix)
            self.check_file(f'file:{copy}')

    def check_file(self, uri):
        db = sqlite3.connect(uri, uri=True)
        db.execute('PRAGMA synchronous=OFF')
        try:
            found = db.execute('PRAGMA integrity_check').fetchall()
            if found != [('ok',)]:
                raise Wrong(f'SQLite finds {found[:3]}')
            if db.execute('PRAGMA user_version').fetchone()[0] != 0:
                self.check_log(db)
            elif self.told:
                raise Wrong('the file is empty')
        finally:
            db.close()

    def check_log(self, db):
        streams = db.execute('SELECT rid, head, head_hash FROM stream').fetchall()
        for rid, head, head_hash in streams:
            seq, previous = self.chains.get(rid, (0, b''))
            rows = db.execute('SELECT seq, hash, payload FROM tx'
                              ' WHERE rid=? AND seq>? ORDER BY seq', (rid, seq))
            for number, kept, payload in rows:
                expected = hashlib.sha256(previous + payload.encode()).digest()[:16]
                if number != seq + 1 or kept != expected:
                    raise Wrong(f'entry {number} does not follow on {seq}')
                if self.told.get((rid, number), kept.hex().upper()) != kept.hex().upper():
                    raise Wrong(f'entry {number} is another than was told')
                seq, previous = number, kept
            if (head, head_hash) != (seq, previous):
                raise Wrong(f'the log ends at {seq}, not at {head}')
            self.n_entries += seq - self.chains.get(rid, (0, b''))[0]
            self.chains[rid] = seq, previous

        for rid, number in self.told:
            if number > self.chains.get(rid, (0, b''))[0]:
                raise Wrong(f'entry {number} was told of, but is not there')


def start(writer, path):
    seed = str(random.randrange(1 << 32))
    return subprocess.Popen([writer, path, seed], stdout=subprocess.PIPE,
                            stderr=subprocess.PIPE)


def kill(process, file):
    """Ends a program that must be running, and takes what it has said."""
    process.send_signal(signal.SIGKILL)
    output, complaint = process.communicate()
    if process.returncode != -signal.SIGKILL:
        raise Wrong(f'it ended by itself: {complaint.decode()}')
    file.note(output)


def wait_until_ready(process):
    """The first line is read byte by byte; the rest stays in the pipe."""
    line = b''
    while not line.endswith(b'\n'):
        byte = os.read(process.stdout.fileno(), 1)
        if not byte:
            raise Wrong(f'it did not start: {process.communicate()[1].decode()}')
        line += byte


def kill_working(writer, file, number):
    processes = [start(writer, file.path)]
    if number % TWO_EVERY == 0:
        processes.append(start(writer, file.path))
    for process in processes:
        wait_until_ready(process)
    for process in processes:
        run = LONG_RUN if number % LONG_EVERY == 0 else SHORT_RUN
        time.sleep(random.uniform(0, run))
        kill(process, file)


def kill_starting(writer, file):
    process = start(writer, file.path)
    time.sleep(random.uniform(0, FRESH_RUN))
    kill(process, file)


def look_over(writer, file):
    found = subprocess.run([writer, file.path], stderr=subprocess.PIPE, check=False)
    if found.returncode != 0:
        raise Wrong(f'{file.path} is not sound: {found.stderr.decode()}')
    file.check()


def run(writer, folder, kills):
    growing = File(os.path.join(folder, 'growing.db'))
    files = [growing]
    for number in range(1, kills + 1):
        if number % FRESH_EVERY == 0:
            file = File(os.path.join(folder, f'fresh-{number}.db'))
            files.append(file)
            kill_starting(writer, file)
            file.check()
            # What was left of it can be worked with.
            kill_working(writer, file, 1)
        else:
            file = growing
            kill_working(writer, file, number)
        try:
            file.check()
        except Wrong as wrong:
            raise Wrong(f'after kill {number}: {wrong}') from wrong

    for file in files:
        look_over(writer, file)

    return growing, files


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit('Usage: crash.py WRITER [KILLS]')

    kills = int(sys.argv[2]) if len(sys.argv) == 3 else KILLS
    seed = random.randrange(1 << 32)
    random.seed(seed)
    print('1..1')
    print(f'# seed {seed}')
    with tempfile.TemporaryDirectory(prefix='quarterdeck-crash-') as folder:
        try:
            growing, files = run(sys.argv[1], folder, kills)
        except Wrong as wrong:
            print(f'not ok 1 {kills} kills lose nothing')
            sys.exit(f'{wrong}')
        told = sum(len(file.told) for file in files)
        print(f'# {told} changes told of, {growing.n_entries} entries in the grown file of '
              f'{os.path.getsize(growing.path) // 1024} KiB, {len(files) - 1} new files')
        print(f'ok 1 {kills} kills lose nothing' if told > kills else
              'not ok 1 hardly anything was written')


if __name__ == '__main__':
    main()
