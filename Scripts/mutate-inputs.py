#!/usr/bin/env python3
"""Feeds npi with mutated inputs of every format that it reads, and counts what must never happen.

    swift build -c release --product npi
    Scripts/mutate-inputs.py                          20,000 inputs, two at a time
    Scripts/mutate-inputs.py --count 500 --kinds recording,weights
    Scripts/mutate-inputs.py --only 1234 --keep faults    one input again, kept

With the address sanitizer in the C parts (CKernels, CTerminal) and in Swift, in a build folder of its own:

    swift build -c release --product npi --sanitize=address --scratch-path .build-asan
    Scripts/mutate-inputs.py --npi .build-asan/release/npi

The seeds are made by npi itself: recordings, a tiny network, a checkpoint, a suite's results; meshes, tours and a configuration
stand below or are shipped. Input number n follows from --seed and n alone, so --first and --count split a long run. A fault is
    signal    the program was ended by a signal, or trapped (an exit status above 130 that is not ours)
    hang      it took longer than --seconds; long work is interrupted (SIGINT) after a second and has as long to stop
    memory    it held more than --megabytes at once
    raw       standard output or standard error has a control character, or what turns the direction of writing or has no
              width; on a terminal, where npi's own orders are right, a string sequence (OSC, DCS, ...) or such characters
    status    an exit status other than 0, 1, 64 and 130
The exit status is 1 where there was a fault. Only Python's standard library is used.
"""
import argparse
import collections
import concurrent.futures
import contextlib
import fcntl
import hashlib
import itertools
import json
import os
import pty
import random
import re
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import termios
import threading
import time
import unicodedata

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))

HOSTILE = [
    "\x1b[2J", "\x1b]52;c;aGVsbG8=\x07", "\x1b]0;title\x1b\\", "\x1bP1$r\x1b\\", "\x1b_Gi=1\x1b\\", "\x1b[?1049h", "\x7f", "\x00",
    "\x07", "\x08\x08\x08", "\r", "\n", "\r\nnpi: all is well", "\t", "\x9b2J", "\x9d52;c;aGk=\x9c", "\x85", "\u061c", "\u200b",
    "\u200d", "\u200e", "\u200f", "\u2028", "\u2029", "\u202a", "\u202e", "\u2060", "\u2066", "\u2069", "\ufeff", "\u00ad",
    "\u180e", "\ufff9", "\U000e0041", "\U000e0001", "\u3164", "\ufe0f", "e\u0301\u0301\u0301",
    "\U0001f600", "\u65e5\u672c", "<script>", "]]>", "\\u001b", "%s%n", "../../x",
]
NUMBERS = [
    "0", "-0", "-1", "1", "2", "9", "10", "255", "256", "65535", "65536", "2147483647", "2147483648", "4294967295", "4294967296",
    "1000000000000", "9007199254740993", "9223372036854775807", "9223372036854775808", "18446744073709551616", "1" + "0" * 400,
    "-9223372036854775808", "0.5", "1e5", "1e308", "1e309", "-1e309", "1e-400", "nan", "inf", "NaN", "Infinity", "1.", ".5", "0x10",
]
VALUES = [None, True, False, "", [], {}, [[]], -1, 0, 1, 2, 1.5, 2**31, 2**32, 10**12, 2**53 + 1, 2**63 - 1, 2**63, 10**30, 1e308]

CUBE_MTL = b"newmtl red\nKd 0.8 0.1 0.1\nnewmtl glass\nKd 0.2 0.3 0.4\nd 0.5\nKe 0.1 0.1 0.1\n"
CUBE = b"""# a cube
mtllib car.mtl
o body
v -1 0 -2\nv 1 0 -2\nv 1 1 -2\nv -1 1 -2\nv -1 0 2\nv 1 0 2\nv 1 1 2 0.5 0.5 0.5\nv -1 1 2
vt 0 0\nvt 1 1\nvn 0 0 1\nvn 0 1 0
usemtl red
f 1 2 3 4\nf 5/1/1 6/2/1 7//1 8\ns 1
usemtl glass
f 1 2 \\\n 6 5\nf -1 -2 -6 -5\nf 2 3 7 6\nl 1 2\ng roof
f 4 8 5 1
"""
CONFIGURATION = b"""theme: light
speed: 8
ascii: false
color: true
mouse: no
keys:
  step: [j, Right]
  step-back: k
  quit: [q, Ctrl-X]
"""


class Mutator:
    """Changes bytes; what it makes follows from its random numbers alone."""

    def __init__(self, rng):
        self.rng = rng

    def word(self):
        if self.rng.random() < 0.25:
            return self.rng.choice(NUMBERS)
        return "".join(self.rng.choice(HOSTILE) for _ in range(self.rng.randint(1, 3)))

    def place(self, data):
        first = self.rng.randint(0, len(data))
        return first, min(len(data), first + self.rng.choice([1, 1, 2, 4, 16, 64, 300]))

    def step(self, data, others):
        rng = self.rng
        first, last = self.place(data)
        lines = data.split(b"\n")
        choice = rng.randrange(13)
        if choice == 0 and data:
            at = rng.randrange(len(data))
            return data[:at] + bytes([data[at] ^ 1 << rng.randrange(8)]) + data[at + 1:]
        if choice == 1:
            return data[:first] + rng.randbytes(last - first) + data[last:]
        if choice == 2:
            return data[:first] + data[last:]
        if choice == 3:
            return data[:last] + data[first:last] * rng.choice([1, 2, 50]) + data[last:]
        if choice == 4:
            return data[:first]
        if choice in (5, 6):
            return data[:first] + self.word().encode("utf-8", "surrogatepass") + data[first:]
        if choice == 7:
            return self.replace_one(rb"-?\d+(?:\.\d+)?", data, rng.choice(NUMBERS).encode())
        if choice == 8:
            text = json.dumps(self.word(), ensure_ascii=rng.random() < 0.5).encode()
            return self.replace_one(rb'"[^"\n]*"', data, text)
        if choice == 9:
            return self.replace_one(rb"[A-Za-z][A-Za-z0-9_]+", data, self.word().encode())
        if choice == 10 and len(lines) > 1:
            at = rng.randrange(len(lines))
            lines[at:at + 1] = rng.choice([[], [lines[at]] * rng.choice([2, 100]), [rng.choice(lines)]])
            return b"\n".join(lines)
        if choice == 11:
            rng.shuffle(lines)
            return b"\n".join(lines)
        other = rng.choice(others)
        at = rng.randint(0, len(other))
        return data[:first] + other[at:at + rng.choice([8, 100, 1000])] + data[last:]

    def replace_one(self, pattern, data, text):
        found = list(re.finditer(pattern, data[:200_000]))
        if not found:
            return data
        match = self.rng.choice(found)
        return data[:match.start()] + text + data[match.end():]

    def bytes(self, data, others):
        for _ in range(self.rng.choice([1, 1, 1, 2, 3, 8])):
            data = self.step(data, others)[:4 << 20]
        return data

    def task(self, data, others):
        """A task file that still looks like one, mostly: words and lines change places, or come from another file."""
        rng = self.rng
        for _ in range(rng.choice([1, 1, 2, 4])):
            lines = data.split(b"\n")
            at, other = rng.randrange(len(lines)), rng.choice(rng.choice(others).split(b"\n"))
            kind = rng.randrange(6)
            if kind == 0:
                data = self.step(data, others)[:4 << 20]
                continue
            if kind == 1:
                lines[at:at + 1] = rng.choice([[], [lines[at]] * rng.choice([2, 300]), [other], [lines[at], other]])
            elif kind == 2:
                lines.insert(rng.randrange(len(lines) + 1), lines.pop(at))
            elif kind == 3:
                lines[at] = b" " * rng.choice([0, 1, 2, 4, 6, 70]) + lines[at].lstrip()
            else:
                words = re.findall(rb"\w+|[^\w\s]+", rng.choice([data, other])) or [b"(" * 300]
                found = list(re.finditer(rb"\w+|[^\w\s]+", lines[at]))
                if found:
                    match = rng.choice(found)
                    lines[at] = lines[at][:match.start()] + rng.choice(words) + lines[at][match.end():]
            data = b"\n".join(lines)
        return data

    def value(self, value):
        """One value somewhere within a JSON value is changed."""
        rng = self.rng
        if isinstance(value, dict) and value and rng.random() < 0.9:
            key = rng.choice(sorted(value))
            copy = dict(value)
            kind = rng.random()
            if kind < 0.1:
                del copy[key]
            elif kind < 0.2:
                copy[self.word()] = copy.pop(key)
            else:
                copy[key] = self.value(value[key])
            return copy
        if isinstance(value, list) and value and rng.random() < 0.9:
            at = rng.randrange(len(value))
            kind = rng.random()
            if kind < 0.1:
                return value[:at] + value[at + 1:]
            if kind < 0.2:
                return value[:at] + [value[at]] * rng.choice([2, 1000]) + value[at + 1:]
            return value[:at] + [self.value(value[at])] + value[at + 1:]
        if isinstance(value, str):
            inner = self.inner_json(value)
            if inner is not None and rng.random() < 0.9:
                return json.dumps(self.value(inner))
            if rng.random() < 0.8:
                return rng.choice([value + self.word(), self.word(), self.word() + value, value * rng.choice([2, 5000])])
        if isinstance(value, (int, float)) and rng.random() < 0.85:
            return rng.choice([not value] if isinstance(value, bool) else [number for number in VALUES if type(number) in (int, float)])
        return rng.choice(VALUES + [self.word()])

    @staticmethod
    def inner_json(text):
        """Metadata hold JSON within texts."""
        if text[:1] not in ("{", "["):
            return None
        try:
            return json.loads(text)
        except ValueError:
            return None

    def json_line(self, data):
        lines = data.split(b"\n")
        at = self.rng.choice([0, 0, len(lines) - 2, self.rng.randrange(len(lines))])
        try:
            value = self.value(json.loads(lines[at]))
        except (ValueError, IndexError):
            return self.bytes(data, [data])
        lines[at] = json.dumps(value, ensure_ascii=self.rng.random() < 0.5).encode("utf-8", "surrogatepass")
        return b"\n".join(lines)

    def renamed(self, data):
        """The recording with programs of other names, and a model of another name; it can still be replayed."""
        lines = data.split(b"\n")
        header = json.loads(lines[0])
        header["model"] = {"name": self.word(), "sha256": self.word()}
        lines[0] = json.dumps(header, ensure_ascii=self.rng.random() < 0.5).encode()
        data = b"\n".join(lines)
        for name in self.rng.sample(header["programs"], self.rng.randint(1, len(header["programs"]))):
            # JSON allows all but the controls below 32 raw.
            text = json.dumps(name + self.word(), ensure_ascii=self.rng.random() < 0.5).encode()
            data = data.replace(json.dumps(name).encode(), text)
        return data

    def recording(self, data, others):
        kind = self.rng.random()
        if kind < 0.4:
            return self.json_line(data)
        return self.renamed(data) if kind < 0.65 else self.bytes(data, others)

    def tensors(self, data):
        """A change within the header of a safetensors file, whose length and, mostly, checksum are made to fit."""
        length = struct.unpack("<Q", data[:8])[0]
        header, body = json.loads(data[8:8 + length]), data[8 + length:]
        metadata = header["__metadata__"]
        if self.rng.random() < 0.3 and "npi.checkpoint" in metadata:
            metadata["npi.checkpoint"] = self.value(metadata["npi.checkpoint"])
        elif self.rng.random() < 0.3 and "npi.checkpoint" in metadata:
            summary = json.loads(metadata["npi.checkpoint"])
            metadata["npi.checkpoint"] = json.dumps({**summary, "notes": self.value(summary["notes"])})
        elif self.rng.random() < 0.7:
            header["__metadata__"] = self.value(metadata)
        else:
            header = self.value(header)
        if self.rng.random() < 0.9:
            renew_checksum(header, body)
        text = json.dumps(header, ensure_ascii=self.rng.random() < 0.5).encode("utf-8", "surrogatepass")
        text += b" " * (-len(text) % 8)
        if self.rng.random() < 0.1:
            body = self.bytes(body, [body])
        return struct.pack("<Q", len(text)) + text + body


def renew_checksum(header, body):
    """Makes the checksum fit a changed header, so that the change is looked at; one of its two forms is there."""
    metadata = header.get("__metadata__") if isinstance(header, dict) else None
    if not isinstance(metadata, dict):
        return
    is_new = "npi.digest" in metadata
    keys = [key for key in metadata if key not in ("npi.digest", "npi.sha256") and (key.startswith("npi.") or not is_new)]
    digest = hashlib.sha256()

    def add(text):
        data = str(text).encode("utf-8", "surrogatepass")
        digest.update(struct.pack("<Q", len(data)) + data)

    for key in sorted(keys):
        add(key)
        add(metadata[key])
    tensors = [(name, entry) for name, entry in header.items() if name != "__metadata__"]
    try:
        tensors.sort(key=lambda tensor: tensor[0].encode() if is_new else tuple(tensor[1]["data_offsets"]))
        for name, entry in tensors:
            add(name)
            add(entry["shape"])
            digest.update(body[slice(*entry["data_offsets"])])
    except (TypeError, KeyError, ValueError, UnicodeEncodeError):
        return
    metadata["npi.digest" if is_new else "npi.sha256"] = digest.hexdigest()


class Case:
    """A command, the files that it reads, and how it is run."""

    def __init__(self, arguments, files=None, interrupted=False, on_terminal=False, keys=b""):
        self.arguments = arguments
        self.files = files or {}
        self.interrupted = interrupted
        self.on_terminal = on_terminal
        self.keys = keys


class Seeds:
    """What is mutated."""

    def __init__(self, npi, folder):
        self.npi, self.folder = npi, folder
        self.recordings = []
        cube = {"car.obj": CUBE, "car.mtl": CUBE_MTL}
        for name, data in cube.items():
            self.write(name, data)
        for number, words in enumerate(["add 96 125", "add 7 5", "sort 3 1 2", "max 2 9 4", "car --car car.obj --from 15,15"]):
            name = f"seed{number}.npitrace"
            self.run(["run", *words.split(), "--plain", "--record", name])
            self.recordings.append(self.read(name))
        sizes = ["--units", "8", "--longest", "2", "--problems", "1"]
        self.run(["train", "--tasks", "add,sort", *sizes, "--updates", "2", "--out", "tiny.safetensors"])
        self.weights = [self.read("tiny.safetensors")]
        self.run(["train", "--tasks", "sort", *sizes, "--updates", "2000000", "--out", "long.safetensors"], interrupt=2)
        self.checkpoints = [self.read("long.safetensors.checkpoint")]
        self.run(["train", "--tasks", "add", *sizes, "--auxiliary", "3", "--updates", "2000000", "--out", "aux.safetensors"],
                 interrupt=2)
        self.checkpoints.append(self.read("aux.safetensors.checkpoint"))
        self.run(["evaluate", "--suite", "fig6", "--quick", "--state", "suite.jsonl"])
        self.suites = [self.read("suite.jsonl")]
        self.tours, self.tasks = self.shipped("tours"), self.shipped("tasks")

    @staticmethod
    def shipped(folder):
        folder = os.path.join(ROOT, "Assets", folder)
        return [open(os.path.join(folder, name), "rb").read() for name in sorted(os.listdir(folder))]

    def write(self, name, data):
        with open(os.path.join(self.folder, name), "wb") as file:
            file.write(data)

    def read(self, name):
        with open(os.path.join(self.folder, name), "rb") as file:
            return file.read()

    def run(self, arguments, interrupt=None):
        process = subprocess.Popen([self.npi, *arguments], cwd=self.folder, stdin=subprocess.DEVNULL,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=environment(self.folder))
        try:
            errors = process.communicate(timeout=interrupt or 300)[1]
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGINT)
            errors = process.communicate(timeout=60)[1]
        if process.returncode not in (0, 130):
            sys.exit(f"the seeds cannot be made: npi {' '.join(arguments)}: {errors.decode(errors='replace')}")


EXPORTS = ["folded", "chrome", "speedscope", "html", "svg", "asciicast"]
HOSTILE_NAMES = ["run.npitrace", "run.npitrace", "a\x1b[2Jb", "two\nlines", "r\u202em", "c\x9b2J", "\u200bx", "-", "caf\udce9"]


def recording(mutator, seeds):
    rng = mutator.rng
    data = rng.choice(seeds.recordings)
    data = mutator.recording(data, seeds.recordings)
    name = rng.choice(HOSTILE_NAMES)
    path = "./-" if name == "-" else name
    command = rng.choice([
        ["replay", path, "--plain"], ["replay", path, "--plain", "--narrate"], ["replay", path, "--json"],
        ["replay", path, "--verify"], ["export"]])
    if command[0] == "export":
        out = rng.choice(["-", rng.choice(HOSTILE_NAMES[2:]) + "out", "out"])
        command = ["export", path, "--format", rng.choice(EXPORTS), "-o", out]
        if rng.random() < 0.1:
            command += ["--from", rng.choice(NUMBERS), "--to", rng.choice(NUMBERS)]
    return Case(command, {name: data, "car.obj": CUBE, "car.mtl": CUBE_MTL})


def screen(mutator, seeds):
    """A recording on a terminal; a few keys, then the end."""
    data = mutator.renamed(mutator.rng.choice(seeds.recordings))
    data = mutator.json_line(data) if mutator.rng.random() < 0.2 else data
    keys = bytes(mutator.rng.choice(b"snfcSNFCudbwBz0123456789[]+-,.v\t\x0e") for _ in range(mutator.rng.randint(0, 12)))
    paste = b"\x1b[200~" + mutator.word().encode("utf-8", "surrogatepass") + b"\x1b[201~"
    keys += mutator.rng.choice([b"", b"/" + paste + b"\r", b":" + paste + b"\r", b"w" + paste + b"\r", b"e" + paste])
    return Case(["replay", "run.npitrace"], {"run.npitrace": data, "car.obj": CUBE, "car.mtl": CUBE_MTL}, on_terminal=True, keys=keys)


def weights(mutator, seeds):
    rng = mutator.rng
    data = rng.choice(seeds.weights)
    data = mutator.tensors(data) if rng.random() < 0.75 else mutator.bytes(data, seeds.weights)
    name = rng.choice(["w.safetensors", "w.safetensors", "w\x1b[2J\n.safetensors"])
    command = rng.choice([
        ["model", name], ["model", name, "--json"], ["run", "add", "9", "5", "--model", name, "--plain", "--max-steps", "50"],
        ["run", "sort", "2", "1", "--model", name, "--json", "--max-steps", "50"],
        ["replay", "seed.npitrace", "--verify", "--model", name]])
    return Case(command, {name: data, "seed.npitrace": seeds.recordings[1]})


def frozen_core(mutator, seeds):
    data = mutator.tensors(mutator.rng.choice(seeds.weights))
    return Case(["train", "--tasks", "max", "--freeze-core", "w.safetensors", "--updates", "2", "--longest", "2", "--problems", "1",
                 "--out", "new.safetensors"], {"w.safetensors": data}, interrupted=True)


def checkpoint(mutator, seeds):
    data = mutator.rng.choice(seeds.checkpoints)
    data = mutator.tensors(data) if mutator.rng.random() < 0.85 else mutator.bytes(data, seeds.checkpoints)
    name = mutator.rng.choice(["c.checkpoint", "c.checkpoint", "c\x1b[2J.checkpoint"])
    command = mutator.rng.choice([["train", "--resume", name]] * 4 + [["model", name]])
    return Case(command, {name: data}, interrupted=command[0] == "train")


def suite(mutator, seeds):
    data = mutator.rng.choice(seeds.suites)
    data = mutator.json_line(data) if mutator.rng.random() < 0.7 else mutator.bytes(data, seeds.suites)
    command = ["evaluate", "--suite", "fig6", "--quick", "--state", "s.jsonl"]
    return Case(command + mutator.rng.choice([[], ["--json"], ["--plot", "p.svg"]]), {"s.jsonl": data}, interrupted=True)


def mesh(mutator, seeds):
    rng = mutator.rng
    files = {"car.obj": CUBE, "car.mtl": CUBE_MTL}
    for name in rng.choice([["car.obj"], ["car.mtl"], ["car.obj", "car.mtl"]]):
        files[name] = mutator.bytes(files[name], [CUBE, CUBE_MTL])
    command = ["run", "car", "--car", "car.obj", "--max-steps", "3"] + rng.choice([["--plain"], ["--json"], ["--narrate"]])
    return Case(command, files)


def tour(mutator, seeds):
    name = mutator.rng.choice(["t.yaml", "t\x1b[2J\n.yaml", "t\u202e.yml"])
    return Case(["tour", name, "--plain"], {name: mutator.bytes(mutator.rng.choice(seeds.tours), seeds.tours)})


def task(mutator, seeds):
    name = mutator.rng.choice(["t.task", "t.task", "t\x1b[2J\n.task", "t\u202e.task"])
    command = mutator.rng.choice([
        ["check", name, "--problems", "5"], ["check", name, "--problems", "5"], ["check", "--format", name],
        ["check", "--format", "--in-place", name], ["run", name, "9", "5", "--expert", "--plain", "--narrate", "--max-steps", "500"],
        ["run", name, "3", "--expert", "--json", "--max-steps", "500"], ["run", name, "9", "5", "--max-steps", "50"]])
    return Case(command, {name: mutator.task(mutator.rng.choice(seeds.tasks), seeds.tasks)})


def configuration(mutator, seeds):
    data = mutator.bytes(CONFIGURATION, [CONFIGURATION, seeds.tours[0]])
    return Case(["replay", "seed.npitrace"], {"npi/config.yaml": data, "seed.npitrace": seeds.recordings[1]}, on_terminal=True)


COMMANDS = [
    "run add 96 125 --plain", "run add 9 9 --json --seed 3", "run sort 9 2 5 --break COMPSWAP --max-steps 9", "run max 3 1 --narrate",
    "run car --car truck-1 --from -60,45 --to 0,15 --max-steps 2", "run add 1 2 --record new.npitrace --overwrite",
    "replay seed.npitrace --plain --narrate", "replay seed.npitrace --verify --model w.safetensors", "replay --speed 3 seed.npitrace",
    "export seed.npitrace --format svg --step 3 --size 80x24 --theme light -o o.svg", "export seed.npitrace --format html --from 1 --to 5",
    "export seed.npitrace --format asciicast --speed 8", "tour adding --plain", "tour --list", "tour t.yaml --play --pace 5",
    "train --tasks add,sort --units 8 --longest 2 --problems 1 --updates 2 --out n.safetensors", "train --resume x --seed 3",
    "train --tasks car --cars-per-kind 1 --real-cars f --learning-rate 0.1", "evaluate --suite fig6 --quick --state s.jsonl --json",
    "evaluate --suite quick --model w.safetensors --plot p.svg", "model w.safetensors --json", "cars --write cars --examine",
    "cars --examine --any-poses 3", "help run", "run add 1 2 --theme dark --ascii --no-color --no-mouse", "--version", "dance",
]


def arguments(mutator, seeds):
    rng = mutator.rng
    words = rng.choice(COMMANDS).split()
    for _ in range(rng.choice([1, 1, 2, 4])):
        at = rng.randrange(len(words) + 1)
        word = words[at] if at < len(words) else ""
        changed = rng.choice([
            lambda: [], lambda: [word, word], lambda: [mutator.word()], lambda: [word + mutator.word()],
            lambda: [mutator.word() + word], lambda: [rng.choice(NUMBERS)], lambda: [rng.choice(rng.choice(COMMANDS).split())],
            lambda: ["--" + mutator.word()], lambda: [word + "=" + mutator.word()], lambda: [word[: len(word) // 2]],
            lambda: [os.fsdecode(rng.randbytes(3))], lambda: ["9" * rng.choice([20, 2000])]])()
        words[at:at + 1] = changed
    # Whatever is written stays in the folder of the case.
    words = [word.replace("\0", "").replace("/", "_").replace("..", "_") for word in words]
    return Case(words, {"seed.npitrace": seeds.recordings[1], "w.safetensors": seeds.weights[0]}, interrupted=True)


# How often each kind comes up beside the others.
KINDS = {
    recording: 30, screen: 4, weights: 18, frozen_core: 2, checkpoint: 12, suite: 4, mesh: 12, tour: 7, configuration: 3, arguments: 8,
    task: 20,
}


def environment(folder):
    variables = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "XDG_", "NPI"))}
    variables.update({
        "HOME": folder, "XDG_CONFIG_HOME": folder, "XDG_STATE_HOME": folder, "XDG_CACHE_HOME": folder, "LANG": "C.UTF-8", "TERM": "xterm-256color",
        "SWIFT_BACKTRACE": "enable=no", "ASAN_OPTIONS": "detect_leaks=0:abort_on_error=1:quarantine_size_mb=16:allocator_may_return_null=1",
    })
    return variables


def resident_megabytes(process):
    try:
        with open(f"/proc/{process.pid}/statm") as file:
            return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") >> 20
    except (OSError, IndexError, ValueError):
        return 0


def is_raw(character, before):
    """Whether a terminal could take the character for an order, or be led astray by it."""
    if unicodedata.category(character) not in ("Cc", "Cf", "Zl", "Zp", "Co", "Cs"):
        return False
    return character not in "\n\t" and not (character == "\u200d" and ord(before) > 0x2000)


def raw_character(data, on_terminal=False):
    """The first character that should not be there, or None."""
    if on_terminal:
        found = re.search(rb"\x1b[\]P_^X]", data)
        if found:
            return "a string sequence"
        # Carriage returns, tabulators and escapes are ncurses' own, and so are shifts of the character set.
        data = re.sub(rb"[\x07\x08\t\r\x0e\x0f\x1b]", b"", data)
    text, before = data.decode("utf-8", "replace"), "a"
    for character in text:
        if is_raw(character, before):
            return f"U+{ord(character):04X}"
        before = character
    return None


def read_all(descriptor, into):
    while True:
        try:
            piece = os.read(descriptor, 1 << 16)
        except OSError:
            return
        if not piece:
            return
        if len(into) < 64 << 20:
            into += piece


def run_case(case, folder, options):
    """Runs it and returns the faults, each as its kind and what is to be said of it."""
    for name, data in case.files.items():
        path = os.path.join(folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as file:
            file.write(data)
    out, err = bytearray(), bytearray()
    readers = []
    if case.on_terminal:
        ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 100, 0, 0))
        streams = {"stdin": theirs, "stdout": theirs}
    else:
        ours = theirs = None
        streams = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE}
    process = subprocess.Popen([options.npi, *case.arguments], cwd=folder, env=environment(folder), stderr=subprocess.PIPE,
                               start_new_session=True, **streams)
    if theirs is not None:
        os.close(theirs)
    for descriptor, into in [(ours if case.on_terminal else process.stdout.fileno(), out), (process.stderr.fileno(), err)]:
        readers.append(threading.Thread(target=read_all, args=(descriptor, into), daemon=True))
        readers[-1].start()
    faults, limit, start = [], options.seconds, time.monotonic()
    # On a terminal the keys, and then what leaves any question and the program, again and again.
    to_send = itertools.chain([case.keys], itertools.cycle([b"\x1b", b"q", b"\x03", b":quit\r"]))
    next_key = 0.4 * options.patience
    interrupted = False
    while process.poll() is None:
        passed = time.monotonic() - start
        if case.on_terminal and passed > next_key:
            next_key = passed + 0.3 * options.patience
            with contextlib.suppress(OSError):
                os.write(ours, next(to_send))
        if case.interrupted and not interrupted and passed > options.patience:
            process.send_signal(signal.SIGINT)
            interrupted, limit = True, options.seconds + options.patience
        held = resident_megabytes(process)
        if held > options.megabytes:
            faults.append(("memory", f"{held} MB"))
        elif passed > limit:
            faults.append(("hang", f"{passed:.0f} s"))
        if faults:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            break
        time.sleep(0.004)
    for reader in readers:
        reader.join(2)
    if case.on_terminal:
        os.close(ours)
    else:
        process.stdout.close()
    process.stderr.close()
    status = process.returncode
    if not faults and not (interrupted and status == -signal.SIGINT):
        if status < 0 or status > 130:
            faults.append(("signal", f"status {status}"))
        elif status not in (0, 1, 64, 130):
            faults.append(("status", str(status)))
    for name, data, is_screen in [("output", out, case.on_terminal), ("errors", err, False)]:
        found = raw_character(bytes(data), is_screen)
        if found:
            faults.append(("raw", f"{found} in {name}"))
    return faults, bytes(err)


def try_input(number, seeds, options):
    rng = random.Random(f"{options.seed}:{number}")
    kinds = [kind for kind in KINDS if not options.kinds or kind.__name__ in options.kinds]
    kind = rng.choices(kinds, [KINDS[kind] for kind in kinds])[0]
    case = kind(Mutator(rng), seeds)
    folder = tempfile.mkdtemp(prefix="npi-mutated-")
    try:
        faults, errors = run_case(case, folder, options)
        if options.keep and (faults or options.only is not None):
            kept = os.path.join(options.keep, str(number))
            shutil.rmtree(kept, ignore_errors=True)
            for name, data in case.files.items():
                path = os.path.join(kept, name)
                os.makedirs(os.path.dirname(path), exist_ok=True)
                with open(path, "wb") as file:
                    file.write(data)
            with open(os.path.join(kept, "case.txt"), "w", errors="backslashreplace") as file:
                file.write(f"npi {case.arguments!r}\nkeys {case.keys!r}\n{faults}\n{errors[-4000:].decode(errors='replace')!r}\n")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return number, kind.__name__, faults, case.arguments


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--npi", default=os.path.join(ROOT, ".build", "release", "npi"), help="the program")
    parser.add_argument("--count", type=int, default=20_000, help="how many inputs")
    parser.add_argument("--first", type=int, default=0, help="the number of the first one")
    parser.add_argument("--only", type=int, help="this input alone")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2, help="how many at a time")
    parser.add_argument("--kinds", default="", help="only these: " + ", ".join(kind.__name__ for kind in KINDS))
    parser.add_argument("--seconds", type=float, default=10, help="longer is a hang")
    parser.add_argument("--patience", type=float, default=1, help="after so many seconds long work is interrupted")
    parser.add_argument("--megabytes", type=int, default=1024, help="more is a fault")
    parser.add_argument("--keep", help="a folder for the inputs that led to faults")
    options = parser.parse_args()
    options.npi = os.path.abspath(options.npi)
    options.kinds = set(filter(None, options.kinds.split(",")))
    numbers = [options.only] if options.only is not None else range(options.first, options.first + options.count)
    tried, faulty = collections.Counter(), collections.defaultdict(collections.Counter)
    with tempfile.TemporaryDirectory(prefix="npi-seeds-") as folder:
        seeds = Seeds(options.npi, folder)
        start = time.monotonic()
        with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
            for number, kind, faults, words in pool.map(lambda number: try_input(number, seeds, options), numbers):
                tried[kind] += 1
                for fault, what in faults:
                    faulty[kind][fault] += 1
                    print(f"input {number}: {kind}: {fault}: {what}: npi {words!r}", flush=True)
                if sum(tried.values()) % 500 == 0:
                    print(f"{sum(tried.values())} tried, {time.monotonic() - start:.0f} s", file=sys.stderr, flush=True)
    columns = ["signal", "hang", "memory", "raw", "status"]
    print(f"\n{'kind':15}{'tried':>8}" + "".join(f"{column:>8}" for column in columns))
    for kind in KINDS:
        name = kind.__name__
        if tried[name]:
            print(f"{name:15}{tried[name]:8}" + "".join(f"{faulty[name][column]:8}" for column in columns))
    total = {column: sum(counts[column] for counts in faulty.values()) for column in columns}
    print(f"{'all':15}{sum(tried.values()):8}" + "".join(f"{total[column]:8}" for column in columns))
    sys.exit(1 if any(total.values()) else 0)


if __name__ == "__main__":
    main()
