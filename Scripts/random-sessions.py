#!/usr/bin/env python3
"""Drives the debugger in random terminal sessions and reports what went wrong.

    Scripts/random-sessions.py --count 1000 --seed 1 --jobs 2 [--binary .build/release/npi] [--only NUMBER]

Each session opens one command in a pseudo-terminal and an empty folder, and presses keys, types commands with and without
their colon, pastes, resizes, clicks, sends signals and what terminals answer, and leaves. Sessions depend on the seed and
their number alone; --only runs one of them again and shows what it did. Faults are

    crash      a signal ended it that nobody sent
    hang       it had not ended 10 seconds after it was asked to, over and over
    terminal   modes, the alternate screen, the cursor, the mouse or the marks of pasted text were not as before
    file       a file is there that was not asked for

The exit status is 1 if there was any. A file counts as asked for if it was named in a command, if its suggested name was
accepted with the enter key, or if its unusual name was typed and the question about it answered with yes; of a session ended
by a signal, so does its unfinished part. How many files there were of each kind is told, too.
"""

import argparse
import fcntl
import multiprocessing
import os
import random
import re
import select
import shutil
import signal
import struct
import sys
import tempfile
import termios
import time

FAULTS = ["crash", "hang", "terminal", "file"]
PATIENCE = 10.0

TYPES = ["xterm-256color"] * 6 + ["screen-256color", "tmux-256color", "linux", "rxvt-unicode-256color", "vt100",
                                  "xterm-kitty", "alacritty", "foot", "wezterm", "xterm-ghostty"]
COMMANDS = {
    "add": ["run", "add", "96", "125"],
    "long add": ["run", "add", "9" * 300, "1"],
    "sort": ["run", "sort", "4", "9", "2", "7"],
    "max": ["run", "max", "3", "1", "4"],
    "car": ["run", "car"],
    "playing": ["run", "add", "96", "125", "--play"],
    "picker": [],
    "tour": ["tour", "adding"],
    "replay": ["replay", "sample.npitrace"],
}
SUGGESTED = re.compile(r"^[a-z]+-[^ /]{0,60}\.npitrace$")
# Keys and reports that type nothing.
NO_TEXT = rb"(?:\x1b(?:\[|O)[0-9;]*[A-HZ~]|\x1b\[<[0-9;]*[Mm]|[\x00-\x07\x0b-\x0c\x0e-\x1a\x7f])*"
ENTER = rb"[\r\n]"
KEYS = list("snfcSNFCudbBwWgpeaitmvhxzr?/:,.[]{}+-=0123456789 qyYjkloHLM<>") + [
    "\r", "\r", "\t", "\x1b", "\x7f", "\x01", "\x05", "\x0b", "\x0c", "\x15", "\x17", "\x04", "\x00",
    "\x1b[A", "\x1b[B", "\x1b[C", "\x1b[D", "\x1bOA", "\x1bOB", "\x1bOC", "\x1bOD", "\x1b[H", "\x1b[F", "\x1bOH", "\x1bOF",
    "\x1b[5~", "\x1b[6~", "\x1b[1;5C", "\x1b[1;2D", "\x1b[3~", "\x1b[Z", "\x1bOP", "\x1b[15~", "\x1bx", "\u00e9", "\u6f22",
]
WORDS = ["break act", "break carry", "watch carry", "run add 1 2", "run sort 3 1 2", "another", "record", "goto 17", "theme light",
         "set carry 1", "force return", "branches", "record my run", "replay", "export html", "search ADD1", "write", "quit now",
         "break", "bookmark here", "help", "inside", "zoom", "rerun", "restart", "run car truck-1", "remove", "clear"]
REPLIES = ["\x1b]11;rgb:1e1e/1e1e/2e2e\x1b\\", "\x1b]10;rgb:ffff/ffff/ffff\x07", "\x1b]52;c;c25mYw==\x07", "\x1bP1+r544e=787465726d\x1b\\",
           "\x1bP>|XTerm(370)\x1b\\", "\x1b_Gi=31;OK\x1b\\", "\x1b^private\x1b\\", "\x1bXstring\x1b\\", "\x1b[?62;22c", "\x1b[>1;4402;0c",
           "\x1b[24;80R", "\x1b[1;5R", "\x1b[0n", "\x1b[I", "\x1b[O", "\x1b[?1u", "\x1b[?2026;2$y", "\x1b[8;24;80t", "\x1b[4;480;640t",
           "\u009d11;rgb:1/2/3\u009c", "\x1b]11;rgb:1e1e", "\x1bPq", "\x1b[1;"]


class Session:
    """One run of the program in a terminal of its own."""

    def __init__(self, number, seed, binary, sample, is_shown):
        self.random = random.Random(f"{seed}-{number}")
        self.number, self.binary, self.is_shown = number, binary, is_shown
        self.kind = self.random.choice(list(COMMANDS))
        self.root = tempfile.mkdtemp(prefix="npi-session-")
        self.folder = os.path.join(self.root, "work")
        self.home = os.path.join(self.root, "home")
        os.mkdir(self.folder)
        os.mkdir(self.home)
        self.asked, self.sent, self.done = set(), b"", {}
        if self.kind == "replay":
            shutil.copy(sample, self.folder)
            self.asked.add("sample.npitrace")
        self.tail, self.modes, self.status, self.ending = b"", {}, None, None

    def start(self):
        self.main, self.other = os.openpty()
        self.resize(*self.random.choice([(80, 24), (120, 36), (200, 60), (61, 17)]))
        self.found = termios.tcgetattr(self.other)
        environment = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "TMUX", "LINES", "COLUMNS")}
        environment.update(TERM=self.random.choice(TYPES), HOME=self.home, LC_ALL="C.UTF-8",
                           SWIFT_BACKTRACE="enable=no")
        for name in ("CONFIG", "STATE", "DATA", "CACHE"):
            environment[f"XDG_{name}_HOME"] = os.path.join(self.home, name.lower())
        self.pid = os.fork()
        if self.pid == 0:
            try:
                os.setsid()
                fcntl.ioctl(self.other, termios.TIOCSCTTY, 0)
                for descriptor in range(3):
                    os.dup2(self.other, descriptor)
                os.closerange(3, 256)
                os.chdir(self.folder)
                os.execve(self.binary, [self.binary] + COMMANDS[self.kind], environment)
            finally:
                os._exit(127)
        end = time.monotonic() + PATIENCE
        while 1049 not in self.modes and 7 not in self.modes and not self.is_over() and time.monotonic() < end:
            self.pause(0.05)
            if b"\x1b[2J" in self.tail or b"\x1b[J" in self.tail:
                break
        self.pause(0.1)

    def resize(self, columns, rows):
        fcntl.ioctl(self.main, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def pause(self, seconds):
        """Takes what the program shows for so long."""
        end = time.monotonic() + seconds
        while True:
            left = end - time.monotonic()
            if not select.select([self.main], [], [], max(left, 0))[0]:
                return
            try:
                shown = os.read(self.main, 65536)
            except OSError:
                return
            text = self.tail + shown
            for mode, state in re.findall(rb"\x1b\[\?(\d+(?:;\d+)*)([hl])", text):
                for each in mode.split(b";"):
                    self.modes[int(each)] = state == b"h"
            self.tail = text[-64:]
            if left <= 0:
                return

    def is_over(self):
        if self.status is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG | os.WUNTRACED)
            if pid and os.WIFSTOPPED(status):
                os.kill(self.pid, signal.SIGCONT)
            elif pid:
                self.status = status
        return self.status is not None

    def say(self, text):
        if self.is_shown:
            print(f"  {text}", flush=True)

    def send(self, text, splits=False):
        """Types text; what the program does not read in time is left out."""
        data = text.encode() if isinstance(text, str) else text
        self.sent += data
        while data and not self.is_over():
            count = self.random.randint(1, 3) if splits else 4096
            ready = select.select([], [self.main], [], 2)[1]
            if not ready:
                self.say("the terminal is full")
                return
            os.set_blocking(self.main, False)
            try:
                data = data[os.write(self.main, data[:count]):]
            except BlockingIOError:
                self.pause(0.02)
            finally:
                os.set_blocking(self.main, True)
            self.pause(0.002 if splits else 0)

    def signal(self, number):
        if not self.is_over():
            os.kill(self.pid, number)

    # What a session does: one method for each kind of action.

    def do_keys(self):
        keys = "".join(self.random.choice(KEYS) for _ in range(self.random.randint(1, 12)))
        # Pressed where nothing is played before them, so that what is typed is read.
        for key in keys:
            self.send(key)

    def do_line(self):
        self.send(":" + self.random.choice(WORDS) + "\r")

    def do_mistyped(self):
        words = self.random.choice(WORDS)
        self.send(self.random.choice([words, words[1:], words.upper(), " " + words]) + "\r")

    def do_record(self):
        name = f"asked{self.random.randint(1, 3)}.npitrace"
        self.asked.add(name)
        self.send("\x1b")
        self.pause(0.1)
        self.send(f":record {name}\r")

    def do_paste(self):
        size = self.random.choice([1, 40, 5000, 20000])
        text = "".join(self.random.choice("abcr ynq:\r0123456789") for _ in range(size))
        start, end = self.random.choice([("\x1b[200~", "\x1b[201~")] * 4 + [("\x1b[200~", ""), ("", "\x1b[201~")])
        self.send(self.random.choice(["", ":", "/", "g"]) + start + (text if start else text[:40]) + end)
        if self.random.random() < 0.4:
            self.do_interrupt()

    def do_interrupt(self):
        # A second one that comes before the first is read ends the program, as it should.
        self.pause(0.3)
        self.press_interrupt()
        self.pause(0.5)

    def press_interrupt(self):
        """Ctrl-C, which has the terminal drop what it has not yet shown: all that is there is shown first."""
        while not self.is_over() and select.select([self.main], [], [], 0.05)[0]:
            self.pause(0)
        self.send("\x03")

    def do_resize(self):
        for _ in range(self.random.randint(1, 4)):
            self.resize(self.random.choice([1, 2, 10, 39, 61, 80, 120, 300]), self.random.choice([1, 2, 5, 17, 24, 60, 100]))
            self.pause(0.02)

    def do_signal(self):
        self.signal(self.random.choice([signal.SIGCONT, signal.SIGWINCH]))

    def do_stop(self):
        self.send("\x1a")
        for _ in range(10):
            self.pause(0.02)
            self.is_over()

    def do_mouse(self):
        button, column, row = self.random.choice([0, 1, 2, 32, 35, 64, 65]), self.random.randint(1, 220), self.random.randint(1, 70)
        form = self.random.randint(0, 2)
        if form == 0:
            self.send(f"\x1b[<{button};{column};{row}M\x1b[<{button};{column};{row}m")
        elif form == 1:
            self.send(b"\x1b[M" + bytes([32 + button, 32 + column, 32 + row]))
        else:
            self.send(f"\x1b[{32 + button};{column};{row}M")

    def do_reply(self):
        self.send(self.random.choice(REPLIES), splits=self.random.random() < 0.5)

    def do_noise(self):
        self.send(bytes(self.random.choice([b for b in range(256) if b not in (3, 26, 28)]) for _ in range(self.random.randint(1, 60))))

    ACTIONS = {"keys": 8, "line": 3, "mistyped": 6, "record": 1, "paste": 2, "interrupt": 1, "resize": 2, "signal": 1,
               "stop": 1, "mouse": 2, "reply": 3, "noise": 1}

    def run(self):
        """Runs it; returns its faults by kind, and how often each kind of action was done."""
        done = self.done
        self.start()
        for _ in range(self.random.randint(3, 25)):
            if self.is_over():
                break
            action = self.random.choices(list(self.ACTIONS), self.ACTIONS.values())[0]
            self.say(action)
            done[action] = done.get(action, 0) + 1
            getattr(self, f"do_{action}")()
            self.pause(self.random.choice([0, 0.01, 0.05]))
        self.leave()
        faults = self.faults()
        shutil.rmtree(self.root, ignore_errors=True)
        os.close(self.main)
        os.close(self.other)
        return faults, done

    def leave(self):
        if not self.is_over() and self.random.random() < 0.1:
            self.ending = self.random.choice([signal.SIGTERM, signal.SIGHUP])
            self.signal(self.ending)
        end = time.monotonic() + PATIENCE
        while not self.is_over() and time.monotonic() < end:
            for key in ("\x03", "\x1b", "\x1b", "q"):
                if self.is_over():
                    break
                self.press_interrupt() if key == "\x03" else self.send(key)
                self.pause(0.3)
            for _ in range(20):
                if self.is_over():
                    break
                self.pause(0.1)
        self.is_hanging = not self.is_over()
        if self.is_hanging:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        # All that it has shown counts, however slow this machine is.
        while select.select([self.main], [], [], 0.1)[0]:
            self.pause(0)

    def faults(self):
        if self.is_hanging:
            return {"hang": f"after {len(self.sent)} bytes"}
        faults = {}
        ended = os.WTERMSIG(self.status) if os.WIFSIGNALED(self.status) else None
        if ended is not None and ended != self.ending:
            faults["crash"] = signal.Signals(ended).name
        elif ended is None and os.WEXITSTATUS(self.status) != 0:
            faults["crash"] = f"exit status {os.WEXITSTATUS(self.status)}"
        wrong = [str(m) for m in (1, 1000, 1002, 1006, 1049, 2004) if self.modes.get(m)]
        if self.modes.get(25) is False:
            wrong.append("no cursor")
        if termios.tcgetattr(self.other) != self.found:
            wrong.append("modes")
        if wrong:
            faults["terminal"] = " ".join(wrong)
        stray = [name for name in self.files() if not self.is_asked(name, ended is not None)]
        if stray:
            faults["file"] = ", ".join(map(repr, stray))
        return faults

    def files(self):
        for folder, _, names in os.walk(self.folder):
            for name in names:
                yield os.path.relpath(os.path.join(folder, name), self.folder)
        # What the program keeps for itself goes under the XDG folders; nothing else belongs into the home folder.
        yield from (name for name in os.listdir(self.home) if name not in ("config", "state", "data", "cache"))

    def is_asked(self, name, was_ended):
        whole = name[:-5] if was_ended and name.endswith(".part") else name
        if whole in self.asked:
            reason = "named"
        elif SUGGESTED.match(whole) and re.search(rb"r" + NO_TEXT + ENTER, self.sent):
            reason = "suggested"
        elif re.search(re.escape(os.fsencode(whole)) + NO_TEXT + ENTER + NO_TEXT + rb"yes", self.sent):
            reason = "confirmed"
        else:
            return False
        self.done[f"{reason} files"] = self.done.get(f"{reason} files", 0) + 1
        return True


def run(job):
    number, options, sample = job
    session = Session(number, options.seed, options.binary, sample, options.only is not None)
    try:
        return number, session.kind, *session.run()
    except OSError as error:
        return number, session.kind, {"crash": f"the session failed: {error}"}, {}


def main():
    parser = argparse.ArgumentParser(description="Drives the debugger in random terminal sessions.")
    parser.add_argument("--count", type=int, default=100, help="how many sessions (default: 100)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2, help="how many at a time (default: 2)")
    parser.add_argument("--binary", default=".build/release/npi")
    parser.add_argument("--only", type=int, help="run this session alone, and show what it does")
    options = parser.parse_args()
    options.binary = os.path.abspath(options.binary)
    if not os.access(options.binary, os.X_OK):
        sys.exit(f"{options.binary} is not there; build it with: swift build -c release")
    folder = tempfile.mkdtemp(prefix="npi-sample-")
    sample = os.path.join(folder, "sample.npitrace")
    if os.system(f"'{options.binary}' run add 96 125 --plain --record '{sample}' >/dev/null") != 0:
        sys.exit("the sample could not be recorded")
    numbers = [options.only] if options.only is not None else range(options.count)
    kinds = {kind: dict.fromkeys(["tried"] + FAULTS, 0) for kind in COMMANDS}
    actions = {}
    with multiprocessing.Pool(options.jobs) as pool:
        for number, kind, faults, done in pool.imap_unordered(run, [(n, options, sample) for n in numbers]):
            kinds[kind]["tried"] += 1
            for action, count in done.items():
                actions[action] = actions.get(action, 0) + count
            for fault, what in faults.items():
                kinds[kind][fault] += 1
                print(f"session {number} ({kind}): {fault}: {what}", flush=True)
    shutil.rmtree(folder, ignore_errors=True)
    total = {name: sum(row[name] for row in kinds.values()) for name in ["tried"] + FAULTS}
    print("".join(f"{name:>10}" for name in ["kind", "tried"] + FAULTS))
    for kind, row in list(kinds.items()) + [("all", total)]:
        print(f"{kind:>10}" + "".join(f"{row[name]:>10}" for name in ["tried"] + FAULTS))
    print("done: " + ", ".join(f"{count} {name}" for name, count in sorted(actions.items())))
    sys.exit(any(total[fault] for fault in FAULTS))


if __name__ == "__main__":
    main()
