"""Reads and writes recordings of Neural Programmer-Interpreters (`.npitrace`), for use with `npi`.

Needs nothing but Python 3.9. What a recording holds is described in Documentation/Recordings.md.

Reading:

    recording = npitrace.read("sum.npitrace")
    for event in recording.events:
        print(event.number, "  " * event.depth, event.name, event.end)

Writing the run of a network of your own, in the order in which things happen:

    with npitrace.Writer("mine.npitrace", task="add", input=["96", "125"], program="ADD",
                         programs=["ADD", "ADD1", "CARRY", "LSHIFT", "ACT"]) as trace:
        trace.call("ADD")
        trace.call("ADD1", end=0.001, programs=p_programs, arguments=p_arguments)
        trace.act((3, 0, 1), end=0.002, programs=p_programs, arguments=p_arguments)
        trace.ret(end=0.99)
        ...
        trace.finish(output="221")

`p_programs` is a list with the probability of each program, in the order of `programs`; `p_arguments` has three lists of
ten, or is flat. Tensors and arrays are taken as they are, by their `tolist`.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
from dataclasses import dataclass, field
from typing import Any, Iterable, Iterator, List, Optional, Sequence, Tuple, Union

VERSION = 1
"""The version of the format."""

ARGUMENT_COUNT = 3
VALUE_COUNT = 10
TOP_COUNT = 4
"""How many programs of an event are kept, the likeliest first."""
BEST_COUNT = 2
"""How many values of each argument are kept."""

Triple = Tuple[int, int, int]


class TraceError(ValueError):
    """A recording that cannot be read, or an event that cannot follow those before."""

    def __init__(self, what: str, line: Optional[int] = None):
        super().__init__(what if line is None else "line %d: %s" % (line, what))
        self.line = line
        """The number of the line that is wrong, from 1; None where it is none of a file."""


@dataclass
class Event:
    """One event of a run."""

    number: int
    """From 1; after it, the run is at the position of the same number."""
    kind: str
    """"call", "act" or "return"."""
    program: Optional[str]
    """The program that was called or that returned; None for an action."""
    arguments: Optional[Triple]
    """Three integers 0...9; None for a return."""
    depth: int
    """How many frames lie below the event's own; a call's own frame is the one that it opens."""
    frame: int
    """The number of the call whose frame decided this; 0 for the first event."""
    say: Optional[str] = None
    """What an action is called, such as "WRITE OUT 1"."""
    end: Optional[float] = None
    """The probability of returning that the network gave before; None where it was not asked."""
    top: List[Tuple[str, float]] = field(default_factory=list)
    """The likeliest programs with their probabilities, the likeliest first."""
    values: List[List[Tuple[int, float]]] = field(default_factory=list)
    """For each argument the likeliest values with their probabilities."""
    expert: Optional[bool] = None
    """Whether the algorithm that knows the task would have done the same; None where that is not known."""
    right: Optional[Tuple[float, int]] = None
    """At a mistake: the probability of the right choice, and its rank among the alternatives, from 1."""
    forced: bool = False
    """Whether a person decided it in the network's stead."""

    @property
    def name(self) -> str:
        """The program of a call, the action, or "return"."""
        if self.kind == "act":
            return self.say or "ACT %d %d %d" % (self.arguments or (0, 0, 0))
        return self.program or "" if self.kind == "call" else "return"

    @property
    def is_mistake(self) -> bool:
        """Whether the expert would have done something else."""
        return self.expert is False


@dataclass
class Change:
    """A cell that a person has set."""

    position: int
    """After how many events."""
    text: str
    """The change as it is typed after `:set` in npi, such as "carry[1] = 0"."""


@dataclass
class Branch:
    """One run of a recording: the original one, or one that began where a person changed something."""

    number: int = 1
    """1 is the original run."""
    parent: Optional[int] = None
    """The branch from which it began; None for the original run."""
    start: int = 0
    """How many events it has of that one."""
    say: str = "original run"
    """What was changed."""
    events: List[Event] = field(default_factory=list)
    """All of its events, those of its parent before it among them; `events[n - 1]` is event n."""
    changes: List[Change] = field(default_factory=list)
    """The cells that a person has set on the way."""
    end: Optional[dict] = None
    """Its end line as it stands; None where it is missing."""

    def _open_calls(self) -> List[Event]:
        calls: List[Event] = []
        for event in self.events:
            if event.kind == "call":
                calls.append(event)
            elif event.kind == "return":
                calls.pop()
        return calls


@dataclass
class Recording:
    """A run that was read, with the branches that a person tried."""

    header: dict
    """The first line as it stands."""
    branches: List[Branch]
    """All runs in the order in which they began; one where nothing was changed."""
    run: Branch
    """The one that was looked at last."""
    is_cut: bool = False
    """Whether a last line broke off, and was left out."""

    @property
    def events(self) -> List[Event]:
        """What happened in the run that was looked at last, in order; `events[n - 1]` is event n."""
        return self.run.events

    @property
    def changes(self) -> List[Change]:
        """The cells that a person has set on its way."""
        return self.run.changes

    @property
    def end(self) -> Optional[dict]:
        """The last line as it stands; None where it is missing, as after a crash."""
        return self.run.end

    @property
    def task(self) -> str:
        return self.header["task"]

    @property
    def input(self) -> List[str]:
        return list(self.header.get("input", []))

    @property
    def output(self) -> Any:
        """What stood in the environment at the end; None where that was not told."""
        return self.end.get("output") if self.end else None

    def stack(self, position: int) -> List[Event]:
        """The calls that are open after `position` events, the innermost first."""
        calls: List[Event] = []
        number = 0
        if position > 0:
            event = self.events[position - 1]
            number = event.number if event.kind == "call" else event.frame
            if event.kind == "return":
                number = self.events[event.frame - 1].frame
        while number > 0:
            calls.append(self.events[number - 1])
            number = self.events[number - 1].frame
        return calls

    @property
    def mistakes(self) -> List[Event]:
        """The events that the expert would have made otherwise."""
        return [event for event in self.events if event.is_mistake]


def read(path: Union[str, os.PathLike]) -> Recording:
    """Reads a recording.

    A last line that broke off is left out, as `npi` does.

    Raises TraceError with the line and what is wrong there.
    """
    with open(path, "rb") as file:
        return parse(file)


def parse(lines: Iterable[bytes]) -> Recording:
    """Reads a recording from its lines."""
    recording: Optional[Recording] = None
    open_calls: List[Event] = []
    cut: Optional[TraceError] = None
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        if cut is not None:
            raise cut
        try:
            content = json.loads(line.decode("utf-8"))
            if not isinstance(content, dict):
                raise ValueError("it is no object")
        except ValueError as error:
            cut = TraceError("it cannot be read: %s" % error, number)
            if recording is None or line.endswith(b"\n"):
                raise cut from None
            continue
        if recording is None:
            run = Branch()
            recording = Recording(_checked_header(content), [run], run)
        elif content.get("k") in ("cut", "branch"):
            try:
                recording.run = _branch(content, recording)
            except TraceError as error:
                raise TraceError(str(error), number) from None
            except TypeError as error:
                raise TraceError("it is no branch: %s" % error, number) from None
            open_calls = recording.run._open_calls()
        elif recording.end is not None:
            raise TraceError("nothing may follow the end line", number)
        elif content.get("k") == "set":
            if content.get("n") != len(recording.events) or not isinstance(content.get("change"), str):
                raise TraceError("it is no change after event %d" % len(recording.events), number)
            recording.changes.append(Change(content["n"], content["change"]))
        elif content.get("k") == "end":
            if content.get("events") != len(recording.events):
                raise TraceError(
                    "the end line tells %s events; there are %d" % (content.get("events"), len(recording.events)), number)
            recording.run.end = content
        else:
            try:
                recording.events.append(_event(content, recording, open_calls))
            except TraceError as error:
                raise TraceError(str(error), number) from None
            except (KeyError, TypeError, ValueError, IndexError) as error:
                raise TraceError("it is no event: %s" % error, number) from None
    if recording is None:
        raise TraceError("the recording is empty")
    recording.is_cut = cut is not None
    return recording


def _checked_header(content: dict) -> dict:
    if "npitrace" not in content:
        raise TraceError("this is no recording", 1)
    if content["npitrace"] != VERSION:
        raise TraceError("it has version %s; this module reads %d" % (content["npitrace"], VERSION), 1)
    for key in ("task", "program"):
        if not content.get(key):
            raise TraceError("the %s is missing" % key, 1)
    return content


def _branch(content: dict, recording: Recording) -> Branch:
    """The branch that begins or goes on behind a line."""
    known = {branch.number: branch for branch in recording.branches}
    number = content.get("branch")
    if content["k"] == "branch":
        if number not in known:
            raise TraceError("there is no branch %s" % number)
        return known[number]
    parent = known.get(content.get("from", 1))
    position = content.get("n")
    if parent is None:
        raise TraceError("there is no branch %s from which another could begin" % content.get("from"))
    if not isinstance(number, int) or number in known:
        raise TraceError("there is a branch %s already" % number)
    if not isinstance(position, int) or not 0 <= position <= len(parent.events):
        raise TraceError("branch %d cannot be cut after event %s" % (parent.number, position))
    changes = [change for change in parent.changes if change.position <= position]
    branch = Branch(number, parent.number, position, content.get("say", ""), parent.events[:position], changes)
    recording.branches.append(branch)
    return branch


def _event(content: dict, recording: Recording, open_calls: List[Event]) -> Event:
    kind = content["k"]
    if kind not in ("call", "act", "return"):
        raise TraceError("k should be call, act, return, set, cut, branch or end")
    if content["n"] != len(recording.events) + 1:
        raise TraceError("event %s stands where event %d should be" % (content["n"], len(recording.events) + 1))
    if recording.events and not open_calls:
        raise TraceError("nothing may follow the return of %s" % recording.header["program"])
    if not recording.events and (kind != "call" or content["program"] != recording.header["program"]):
        raise TraceError("the first event should be the call of %s" % recording.header["program"])
    if kind == "return" and content["program"] != open_calls[-1].program:
        raise TraceError("%s returns, but the innermost call is %s" % (content["program"], open_calls[-1].program))
    event = Event(
        number=content["n"],
        kind=kind,
        program=content["program"] if kind != "act" else None,
        arguments=_triple(content["args"] if kind == "act" else content.get("args", (0, 0, 0)))
        if kind != "return" else None,
        depth=len(open_calls) - (0 if kind == "call" else 1),
        frame=open_calls[-1].number if open_calls else 0,
        say=content.get("say"),
        end=content.get("end"),
        top=[(name, chance) for name, chance in content.get("top", [])],
        values=[list(zip(flat[::2], flat[1::2])) for flat in content.get("values", [])],
        expert=content.get("expert"),
        right=tuple(content["right"]) if "right" in content else None,
        forced=bool(content.get("forced", False)),
    )
    if "depth" in content and content["depth"] != event.depth:
        raise TraceError("the event has depth %s; here it should be %d" % (content["depth"], event.depth))
    if (event.end is not None or event.top) and not event.values:
        # The network was certain.
        event.values = [[(value, 1.0)] for value in event.arguments or (0, 0, 0)]
    if kind == "call":
        open_calls.append(event)
    elif kind == "return":
        open_calls.pop()
    return event


def _triple(arguments: Sequence[int]) -> Triple:
    values = tuple(int(value) for value in _listed(arguments))
    if len(values) != ARGUMENT_COUNT or not all(0 <= value < VALUE_COUNT for value in values):
        raise TraceError("arguments are three integers 0...9, not %s" % (values,))
    return values  # type: ignore[return-value]


def _listed(numbers: Any) -> Any:
    return numbers.tolist() if hasattr(numbers, "tolist") else numbers


class Writer:
    """Writes a recording, event by event, in the order in which things happen.

    The file has its name once it is whole; until then its lines are in `PATH.part`, where `npi replay` can read them.
    Used with `with`, it is finished at the end of the block, also where that ends by an error.
    """

    def __init__(
        self,
        path: Union[str, os.PathLike],
        *,
        task: str,
        input: Sequence[str],
        program: str,
        programs: Sequence[str] = (),
        model: Optional[Tuple[str, str]] = None,
        task_text: Optional[str] = None,
        seed: int = 0,
    ):
        """Opens the file.

        task      a task that npi knows, such as "add", or one of your own; then `task_text` is the text of its file
        input     the input as it is typed after `npi run TASK`
        program   the program that runs first
        programs  all programs of the network, in the order of their probabilities
        model     the name and the SHA-256 of the weights, in hexadecimal, to tell runs apart
        """
        self.programs = list(programs)
        self.program = program
        self._calls: List[Tuple[str, int]] = []
        self._count = 0
        self._is_finished = False
        header: dict = {"npitrace": VERSION, "task": task, "input": [str(word) for word in input], "program": program}
        if model is not None:
            header["model"] = {"name": model[0], "sha256": model[1]}
        header["seed"] = seed
        if self.programs:
            if program not in self.programs:
                raise TraceError("programs lack %s" % program)
            if len(set(self.programs)) < len(self.programs):
                raise TraceError("programs name one twice")
            header["programs"] = self.programs
        if task_text is not None:
            contents = task_text.encode("utf-8")
            header["attachment"] = {
                "name": "task",
                "sha256": hashlib.sha256(contents).hexdigest(),
                "contents": base64.b64encode(contents).decode("ascii"),
            }
        self.path = os.fspath(path)
        self._part = self.path + ".part"
        self._file = open(self._part, "w", encoding="utf-8", newline="\n")
        self._write(header)

    @property
    def depth(self) -> int:
        """How many calls are open."""
        return len(self._calls)

    @property
    def event_count(self) -> int:
        """How many events there have been."""
        return self._count

    def call(self, program: str, args: Sequence[int] = (0, 0, 0), **said: Any) -> None:
        """A program is called. The first call is that of the top program, about which no network is asked.

        What the network said before, all of which may be left out:

        end        the probability of returning
        programs   the probability of each program
        arguments  the probabilities of the values of each argument, 3 x 10
        expert     whether the algorithm that knows the task would do the same
        forced     whether a person decided it
        """
        if self._count == 0 and program != self.program:
            raise TraceError("the first event should be the call of %s" % self.program)
        if self.programs and program not in self.programs:
            raise TraceError("programs lack %s" % program)
        args = _triple(args)
        self._event({"k": "call", "program": program, "args": list(args)}, self.depth, args, said)
        self._calls.append((program, self._count))

    def act(self, args: Sequence[int], say: Optional[str] = None, **said: Any) -> None:
        """The environment performs an action. `say` tells a person what it is; the rest as for `call`."""
        args = _triple(args)
        event: dict = {"k": "act", "args": list(args)}
        if say is not None:
            event["say"] = say
        self._event(event, self.depth - 1, args, said)

    def ret(self, **said: Any) -> None:
        """The innermost frame returns. As for `call`."""
        if not self._calls:
            raise TraceError("no call is open that could return")
        program, _ = self._calls[-1]
        self._event({"k": "return", "program": program}, self.depth - 1, (0, 0, 0), said)
        self._calls.pop()

    def set(self, change: str) -> None:
        """A person sets a cell, as it is typed after `:set` in npi: "carry[1] = 0"."""
        if self._is_finished:
            raise TraceError("the recording is finished")
        self._write({"k": "set", "n": self._count, "change": change})

    def finish(self, output: Any = None, correct: Optional[bool] = None, limit: Optional[int] = None) -> None:
        """Writes the last line, and gives the file its name.

        output   what stands in the environment, as npi shows it
        limit    after how many events the run was given up, if it was
        """
        if self._is_finished:
            return
        end: dict = {"k": "end", "halted": self._count > 0 and not self._calls}
        if output is not None:
            end["output"] = output
        if correct is not None:
            end["correct"] = correct
        end["events"] = self._count
        if limit is not None:
            end["limit"] = limit
        self._write(end)
        self._file.close()
        os.replace(self._part, self.path)
        self._is_finished = True

    def __enter__(self) -> "Writer":
        return self

    def __exit__(self, *_: Any) -> None:
        self.finish()

    def _event(self, event: dict, depth: int, args: Triple, said: dict) -> None:
        if self._is_finished:
            raise TraceError("the recording is finished")
        if self._count > 0 and not self._calls:
            raise TraceError("nothing may follow the return of %s" % self.program)
        if self._count == 0 and event["k"] != "call":
            raise TraceError("the first event should be the call of %s" % self.program)
        line = {"n": self._count + 1, **event, "depth": depth, **self._said(args, **said)}
        self._write(line)
        self._count += 1

    def _said(
        self,
        args: Triple,
        end: Optional[float] = None,
        programs: Any = None,
        arguments: Any = None,
        expert: Optional[bool] = None,
        forced: bool = False,
    ) -> dict:
        said: dict = {}
        if end is not None:
            said["end"] = _rounded(end)
        if programs is not None:
            said["top"] = [[name, chance] for name, chance in self._top(programs)]
        if arguments is not None:
            best = [list(_best(row)) for row in _rows(arguments)]
            # Left out where the network was certain of what happened.
            if [[(value, 1.0)] for value in args] != best:
                said["values"] = [[number for pair in row for number in pair] for row in best]
        if expert is not None:
            said["expert"] = bool(expert)
        if forced:
            said["forced"] = True
        return said

    def _top(self, programs: Any) -> Iterator[Tuple[str, float]]:
        chances = [float(chance) for chance in _listed(programs)]
        if len(chances) != len(self.programs):
            raise TraceError("there are %d probabilities for %d programs" % (len(chances), len(self.programs)))
        for row in sorted(range(len(chances)), key=lambda row: -chances[row])[:TOP_COUNT]:
            if _rounded(chances[row]) > 0:
                yield self.programs[row], _rounded(chances[row])

    def _write(self, line: dict) -> None:
        self._file.write(json.dumps(line, separators=(",", ":"), allow_nan=False) + "\n")
        self._file.flush()


def _rows(arguments: Any) -> List[List[float]]:
    flat: List[float] = []
    for entry in _listed(arguments):
        entry = _listed(entry)
        flat += [float(number) for number in entry] if isinstance(entry, (list, tuple)) else [float(entry)]
    if len(flat) != ARGUMENT_COUNT * VALUE_COUNT:
        raise TraceError("the probabilities of arguments are three times ten, not %d" % len(flat))
    return [flat[start:start + VALUE_COUNT] for start in range(0, len(flat), VALUE_COUNT)]


def _best(row: List[float]) -> Iterator[Tuple[int, float]]:
    for value in sorted(range(len(row)), key=lambda value: -row[value])[:BEST_COUNT]:
        if _rounded(row[value]) > 0:
            yield value, _rounded(row[value])


def _rounded(chance: float) -> float:
    """A probability as recordings have it: five decimals at most."""
    chance = float(chance)
    if not 0 <= chance <= 1.0001:
        raise TraceError("a probability is 0...1, not %s" % chance)
    return min(round(chance, 5), 1.0)
