"""A Neural Programmer-Interpreter in plain Python that adds numbers, and records what it does for `npi`.

    python3 toy_npi.py 58 67 --out toy.npitrace
    npi replay toy.npitrace

It stands for a network of your own, in PyTorch say: what has to be done to have its runs in `npi` is in `run`. Its weights are
set by hand. `--deaf K` cuts one of the threshold units by which it sees sums, which gives a network that makes mistakes.
"""

from __future__ import annotations

import argparse
import hashlib
import math
from dataclasses import dataclass
from typing import List, Optional, Tuple

from npitrace import Writer

PROGRAMS = ["ADD", "ADD1", "CARRY", "LSHIFT", "ACT"]
ROWS = ["INP1", "INP2", "CARRY", "OUT"]
BLANK = 10
# An action's arguments on npi's scratchpad for addition: the row, what is done there, and the digit that is written.
LEFT, RIGHT, WRITE = 0, 1, 2
CARRY, OUT = 2, 3


class Pad:
    """The scratchpad: four rows of digits with a pointer on each."""

    def __init__(self, first: str, second: str):
        self.width = max(len(first), len(second)) + 2
        blank = [BLANK] * self.width
        self.rows = [blank[len(text):] + [int(digit) for digit in text] for text in (first, second)]
        self.rows += [list(blank), list(blank)]
        self.pointers = [self.width - 1] * 4

    def look(self) -> List[int]:
        """What stands under each pointer: all that a network sees."""
        return [row[place] for row, place in zip(self.rows, self.pointers)]

    def perform(self, arguments: Tuple[int, int, int]) -> str:
        """Carries out an action, and says what it is."""
        row, verb, digit = arguments
        if verb == WRITE:
            self.rows[row][self.pointers[row]] = digit
            return "WRITE %s %d" % (ROWS[row], digit)
        place = self.pointers[row] + (1 if verb == RIGHT else -1)
        self.pointers[row] = min(max(place, 0), self.width - 1)
        return "PTR %s %s" % (ROWS[row], "RIGHT" if verb == RIGHT else "LEFT")

    @property
    def output(self) -> str:
        return "".join(str(digit) for digit in self.rows[3] if digit != BLANK)


@dataclass
class Answer:
    """What the network says of a frame's next step."""

    end: float
    programs: List[float]
    arguments: List[List[float]]


class ToyNPI:
    """Says what a frame does next, by what it sees and by a state of its own: how many steps it has made."""

    def __init__(self, sharpness: float = 8.0, deaf: Optional[int] = None):
        self.sharpness = sharpness
        self.deaf = deaf

    @property
    def digest(self) -> str:
        """Tells networks of different weights apart."""
        return hashlib.sha256(repr((self.sharpness, self.deaf)).encode()).hexdigest()

    def thresholds(self, seen: List[int]) -> List[float]:
        """The hidden layer: unit k is near 1 where the column's sum is k or more. Blanks count as 0."""
        total = sum(digit for digit in seen[:3] if digit != BLANK)
        units = [1.0] + [logistic(self.sharpness * (total - k + 0.5)) for k in range(1, 21)]
        if self.deaf is not None:
            units[self.deaf] = 0.0
        return units

    def step(self, program: str, seen: List[int], state: int) -> Tuple[Answer, int]:
        """One evaluation: what the network says, and its state after it."""
        at_least = self.thresholds(seen)
        end, next_program, arguments = -1.0, "ACT", (0, 0, 0)
        digits: Optional[List[float]] = None
        if program == "ADD":
            end = 1.0 if state % 2 == 0 and all(cell == BLANK for cell in seen[:3]) else -1.0
            next_program = "ADD1" if state % 2 == 0 else "LSHIFT"
        elif program == "ADD1" and state == 0:
            arguments = (OUT, WRITE, 0)
            # A digit is written for its own sum and for the one that is ten more.
            digits = [at_least[d] - at_least[d + 1] + at_least[d + 10] - at_least[d + 11] for d in range(10)]
        elif program == "ADD1":
            end = 1.0 - 2.0 * at_least[10] if state == 1 else 1.0
            next_program = "CARRY"
        elif program == "CARRY":
            moves = [(CARRY, LEFT, 0), (CARRY, WRITE, 1), (CARRY, RIGHT, 0)]
            end, arguments = (-1.0, moves[state]) if state < 3 else (1.0, arguments)
        else:
            end, arguments = (-1.0, (state, LEFT, 0)) if state < 4 else (1.0, arguments)
        rows = [[1.0 if value == chosen else 0.0 for value in range(10)] for chosen in arguments]
        if digits is not None:
            rows[2] = digits
        answer = Answer(
            logistic(self.sharpness * end),
            softmax([self.sharpness * (name == next_program) for name in PROGRAMS]),
            [softmax([self.sharpness * score for score in row]) for row in rows],
        )
        return answer, state + 1


def run(network: ToyNPI, first: str, second: str, path: str, limit: int = 1000) -> str:
    """Lets the network add, and records it. Returns what it wrote."""
    pad = Pad(first, second)
    with Writer(
        path, task="add", input=[first, second], program="ADD", programs=PROGRAMS, model=("toy", network.digest)
    ) as trace:
        trace.call("ADD")
        frames = [["ADD", 0]]
        while frames and trace.event_count < limit:
            program, state = frames[-1]
            answer, frames[-1][1] = network.step(program, pad.look(), state)
            said = {"end": answer.end, "programs": answer.programs, "arguments": answer.arguments}
            chosen = PROGRAMS[largest(answer.programs)]
            arguments = tuple(largest(row) for row in answer.arguments)
            if answer.end >= 0.5:
                trace.ret(**said)
                frames.pop()
            elif chosen == "ACT":
                trace.act(arguments, say=pad.perform(arguments), **said)
            else:
                trace.call(chosen, arguments, **said)
                frames.append([chosen, 0])
        trace.finish(output=pad.output, limit=limit if frames else None)
    return pad.output


def logistic(score: float) -> float:
    return 1 / (1 + math.exp(-score))


def softmax(scores: List[float]) -> List[float]:
    weights = [math.exp(score - max(scores)) for score in scores]
    return [weight / sum(weights) for weight in weights]


def largest(chances: List[float]) -> int:
    return max(range(len(chances)), key=lambda index: chances[index])


def main() -> None:
    parser = argparse.ArgumentParser(description="Adds two numbers by a toy network, and records it.")
    parser.add_argument("first")
    parser.add_argument("second")
    parser.add_argument("--out", default="toy.npitrace")
    parser.add_argument("--deaf", type=int, metavar="K", help="cut threshold unit K, 1...20")
    options = parser.parse_args()
    print(run(ToyNPI(deaf=options.deaf), options.first, options.second, options.out))


if __name__ == "__main__":
    main()
