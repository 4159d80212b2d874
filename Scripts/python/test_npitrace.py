"""Tests of the module. From this folder: python3 -m unittest

With the variable NPI naming the program, they also hand it what they write: NPI=../../.build/release/npi python3 -m unittest
"""

import json
import os
import subprocess
import tempfile
import unittest

import npitrace
import toy_npi

NPI = os.environ.get("NPI")
CERTAIN = [[1.0] + [0.0] * 9] * 3


class Folder(unittest.TestCase):
    """Tests that write files."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name

    def path(self, name):
        return os.path.join(self.folder, name)

    def writer(self, name="run.npitrace", **more):
        return npitrace.Writer(
            self.path(name), task="add", input=["1", "2"], program="ADD", programs=["ADD", "ADD1", "ACT"], **more
        )

    def lines(self, name="run.npitrace"):
        with open(self.path(name), encoding="utf-8") as file:
            return [json.loads(line) for line in file]


class WritingTests(Folder):
    def test_what_is_written_is_read(self):
        with self.writer(model=("mine", "abc"), seed=3) as trace:
            trace.call("ADD")
            trace.call("ADD1", (1, 2, 3), end=0.25, programs=[0.1, 0.7, 0.2], arguments=CERTAIN, expert=True)
            trace.act((3, 2, 1), say="WRITE OUT 1", end=0.0, programs=[0, 0, 1], arguments=[0.1] * 30, expert=False)
            trace.ret(end=0.75)
            trace.ret(forced=True)
            trace.finish(output="3", correct=True)
        recording = npitrace.read(self.path("run.npitrace"))
        self.assertEqual((recording.task, recording.input, recording.output), ("add", ["1", "2"], "3"))
        self.assertEqual(recording.header["model"], {"name": "mine", "sha256": "abc"})
        self.assertTrue(recording.end["halted"])
        self.assertEqual([event.name for event in recording.events], ["ADD", "ADD1", "WRITE OUT 1", "return", "return"])
        self.assertEqual([event.depth for event in recording.events], [0, 1, 1, 1, 0])
        self.assertEqual([event.frame for event in recording.events], [0, 1, 2, 2, 1])
        call, act = recording.events[1:3]
        self.assertEqual(call.top, [("ADD1", 0.7), ("ACT", 0.2), ("ADD", 0.1)])
        self.assertEqual(call.values, [[(0, 1.0)]] * 3)
        self.assertEqual(act.top, [("ACT", 1.0)])
        self.assertEqual(act.values, [[(0, 0.1), (1, 0.1)]] * 3)
        self.assertEqual(recording.mistakes, [act])
        self.assertTrue(recording.events[4].forced)
        self.assertEqual([call.program for call in recording.stack(3)], ["ADD1", "ADD"])
        self.assertEqual([call.program for call in recording.stack(4)], ["ADD"])
        self.assertEqual(recording.stack(5), [])

    def test_what_a_certain_network_says_of_the_arguments_is_left_out(self):
        with self.writer() as trace:
            trace.call("ADD")
            trace.call("ADD1", arguments=CERTAIN)
            trace.ret(arguments=CERTAIN)
            trace.call("ADD1", (5, 0, 0), arguments=CERTAIN)
        self.assertEqual(["values" in line for line in self.lines()[1:-1]], [False, False, False, True])

    def test_the_file_has_its_name_once_it_is_whole(self):
        trace = self.writer()
        trace.call("ADD")
        self.assertEqual(os.listdir(self.folder), ["run.npitrace.part"])
        self.assertEqual(len(npitrace.read(self.path("run.npitrace.part")).events), 1)
        trace.finish()
        self.assertEqual(os.listdir(self.folder), ["run.npitrace"])

    def test_a_run_that_failed_is_kept_as_far_as_it_went(self):
        with self.assertRaises(ZeroDivisionError):
            with self.writer() as trace:
                trace.call("ADD")
                1 / 0
        recording = npitrace.read(self.path("run.npitrace"))
        self.assertEqual((len(recording.events), recording.end["halted"]), (1, False))

    def test_events_that_cannot_follow_are_refused_and_not_written(self):
        trace = self.writer()
        for wrong in [
            lambda: trace.ret(),
            lambda: trace.act((0, 0, 0)),
            lambda: trace.call("ADD1"),
        ]:
            self.assertRaises(npitrace.TraceError, wrong)
        trace.call("ADD")
        for wrong in [
            lambda: trace.call("SUB"),
            lambda: trace.act((0, 0)),
            lambda: trace.act((0, 0, 10)),
            lambda: trace.ret(end=1.5),
            lambda: trace.ret(end=float("nan")),
            lambda: trace.ret(programs=[1.0]),
            lambda: trace.ret(arguments=[[1.0] * 10] * 2),
        ]:
            self.assertRaises(npitrace.TraceError, wrong)
        trace.ret()
        self.assertRaises(npitrace.TraceError, lambda: trace.call("ADD"))
        trace.finish()
        self.assertEqual([event.kind for event in npitrace.read(self.path("run.npitrace")).events], ["call", "return"])

    def test_tensors_are_taken_as_they_are(self):
        class Tensor:
            def __init__(self, numbers):
                self.numbers = numbers

            def tolist(self):
                return self.numbers

        with self.writer() as trace:
            trace.call("ADD")
            trace.act(Tensor([3, 2, 1]), programs=Tensor([0.25, 0.25, 0.5]), arguments=Tensor([[0.1] * 10] * 3))
        act = npitrace.read(self.path("run.npitrace")).events[1]
        self.assertEqual((act.arguments, act.top[0]), ((3, 2, 1), ("ACT", 0.5)))


class ReadingTests(Folder):
    def damaged(self, change):
        toy_npi.run(toy_npi.ToyNPI(), "58", "67", self.path("whole.npitrace"))
        with open(self.path("whole.npitrace"), "rb") as file:
            lines = file.read().split(b"\n")
        with open(self.path("bad.npitrace"), "wb") as file:
            file.write(b"\n".join(change(lines)))
        return self.path("bad.npitrace")

    def test_a_last_line_that_broke_off_is_left_out(self):
        recording = npitrace.read(self.damaged(lambda lines: lines[:10] + [lines[10][:20]]))
        self.assertEqual((len(recording.events), recording.end, recording.is_cut), (9, None, True))

    def branched(self, *more):
        """A run of three events, cut after the second, and more lines."""
        lines = [
            {"npitrace": 1, "task": "add", "input": ["1", "2"], "program": "ADD"},
            {"n": 1, "k": "call", "program": "ADD"},
            {"n": 2, "k": "call", "program": "ADD1"},
            {"n": 3, "k": "return", "program": "ADD1"},
            {"k": "cut", "n": 2, "branch": 2, "from": 1, "say": "step 2: carry = 1"},
            {"k": "set", "n": 2, "change": "carry[0] = 1"},
            {"n": 3, "k": "act", "args": [3, 2, 4], "forced": True},
            *more,
        ]
        return npitrace.parse(json.dumps(line).encode() + b"\n" for line in lines)

    def test_branches_and_changes_are_read(self):
        recording = self.branched(
            {"k": "branch", "branch": 1},
            {"n": 4, "k": "return", "program": "ADD"},
            {"k": "end", "halted": True, "events": 4},
            {"k": "branch", "branch": 2},
            {"k": "end", "halted": False, "events": 3},
        )
        first, second = recording.branches
        self.assertEqual([event.name for event in first.events], ["ADD", "ADD1", "return", "return"])
        self.assertEqual([event.name for event in second.events], ["ADD", "ADD1", "ACT 3 2 4"])
        self.assertEqual((second.number, second.parent, second.start, second.say), (2, 1, 2, "step 2: carry = 1"))
        self.assertEqual((recording.run, recording.changes), (second, [npitrace.Change(2, "carry[0] = 1")]))
        self.assertEqual((first.end["halted"], recording.end["halted"]), (True, False))
        self.assertTrue(second.events[2].forced)

    def test_branches_that_cannot_be_are_told(self):
        for line, words in [
            ({"k": "branch", "branch": 3}, "line 8: there is no branch 3"),
            ({"k": "cut", "n": 2, "branch": 2}, "line 8: there is a branch 2 already"),
            ({"k": "cut", "n": 9, "branch": 3}, "line 8: branch 1 cannot be cut after event 9"),
            ({"k": "cut", "n": 1, "branch": 3, "from": 4}, "line 8: there is no branch 4"),
            ({"k": "branch", "branch": []}, "line 8: it is no branch"),
            ({"k": "set", "n": 2, "change": "carry 1"}, "line 8: it is no change after event 3"),
        ]:
            with self.subTest(words), self.assertRaises(npitrace.TraceError) as error:
                self.branched(line)
            self.assertIn(words, str(error.exception))

    def test_what_is_wrong_is_told_with_its_line(self):
        for change, words in [
            (lambda lines: [b"{}"] + lines[1:], "line 1: this is no recording"),
            (lambda lines: [lines[0].replace(b":1,", b":2,", 1)], "version 2"),
            (lambda lines: lines[:3] + lines[4:], "line 4: event 4 stands where event 3 should be"),
            (lambda lines: lines[:5] + [b"{"] + lines[6:], "line 6: it cannot be read"),
            (lambda lines: lines[:2] + [b'{"n":2,"k":"return","program":"ADD1"}'], "line 3: ADD1 returns"),
            (lambda lines: lines[:-1] + lines[-2:], "nothing may follow the end line"),
            (lambda lines: [], "empty"),
        ]:
            with self.subTest(words), self.assertRaises(npitrace.TraceError) as error:
                npitrace.read(self.damaged(change))
            self.assertIn(words, str(error.exception))


class ToyTests(Folder):
    def test_it_adds(self):
        for first, second in [("0", "0"), ("58", "67"), ("99999", "1"), ("905", "95099")]:
            output = toy_npi.run(toy_npi.ToyNPI(), first, second, self.path("toy.npitrace"))
            self.assertEqual(int(output), int(first) + int(second))
            self.assertEqual(npitrace.read(self.path("toy.npitrace")).output, output)

    def test_without_the_unit_for_15_it_takes_15_for_14(self):
        self.assertEqual(toy_npi.run(toy_npi.ToyNPI(deaf=15), "58", "67", self.path("toy.npitrace")), "124")

    @unittest.skipUnless(NPI, "the variable NPI does not name the program")
    def test_npi_replays_it_and_finds_its_mistake(self):
        toy_npi.run(toy_npi.ToyNPI(), "58", "67", self.path("right.npitrace"))
        toy_npi.run(toy_npi.ToyNPI(deaf=15), "58", "67", self.path("wrong.npitrace"))
        right = self.npi("replay", "right.npitrace", "--plain")
        self.assertEqual(right.stdout.splitlines()[:3], ["ADD", "  ADD1", "    WRITE OUT 5"])
        self.assertEqual(right.stdout.splitlines()[-1], "125 (correct)")
        wrong = self.npi("replay", "wrong.npitrace", "--plain")
        self.assertEqual(wrong.stdout.splitlines()[-1], "124 (not correct, it should be 125)")
        # The probabilities are those that the toy gave.
        lines = [json.loads(line) for line in self.npi("replay", "right.npitrace", "--json").stdout.splitlines()]
        for event, line in zip(npitrace.read(self.path("right.npitrace")).events, lines[1:]):
            self.assertEqual(line.get("end"), event.end)
            self.assertEqual([tuple(pair) for pair in line.get("top", [])], event.top)

    @unittest.skipUnless(NPI, "the variable NPI does not name the program")
    def test_the_module_reads_what_npi_records(self):
        self.npi("run", "sort", "3", "1", "2", "--record", "sort.npitrace")
        recording = npitrace.read(self.path("sort.npitrace"))
        self.assertEqual((recording.task, recording.input, recording.output), ("sort", ["3", "1", "2"], "1 2 3"))
        self.assertEqual(len(recording.events), recording.end["events"])
        self.assertTrue(all(event.expert for event in recording.events[1:]))

    @unittest.skipUnless(NPI, "the variable NPI does not name the program")
    def test_a_task_of_ones_own_travels_in_the_recording(self):
        self.npi("new", "count.task", "--like", "increment")
        with open(self.path("count.task"), encoding="utf-8") as file:
            text = file.read()
        name = text.split("task ", 1)[1].split()[0]
        program = text.split("\nprogram ", 1)[1].split()[0]
        with npitrace.Writer(
            self.path("own.npitrace"), task=name, input=["1011"], program=program, task_text=text
        ) as trace:
            trace.call(program)
            trace.ret()
            trace.finish()
        os.remove(self.path("count.task"))
        self.assertEqual(self.npi("replay", "own.npitrace", "--plain").stdout.splitlines()[0], program)

    def npi(self, *words):
        result = subprocess.run(
            [NPI, *words], cwd=self.folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            universal_newlines=True,
        )
        self.assertEqual(result.returncode, 0, result.stderr)
        return result


if __name__ == "__main__":
    unittest.main()
