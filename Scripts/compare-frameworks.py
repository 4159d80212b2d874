#!/usr/bin/env python3
"""Runs PyTorch and ONNX Runtime beside npi on the same work and prints ratios: a training update on the same frames, in the
same batches, on the same cores; and one step of a network, on one core.

    python3 -m venv peers && peers/bin/pip install torch onnx onnxruntime
    swift build -c release --product Benchmarks
    peers/bin/python3 Scripts/compare-frameworks.py

Absolute times drift with the machine's other work, so all take turns, and only ratios of one run mean anything. What cannot
be imported is left out, with a word.
"""

import argparse
import json
import os
import pathlib
import platform
import statistics
import subprocess
import sys
import tempfile
import time


def missing(name, error):
    print(f"  {name}: left out, {error}")


try:
    import torch
    from torch import nn
    from torch.nn import functional
    from torch.nn.utils.rnn import PackedSequence
except ImportError as error:
    missing("PyTorch", error)
    print("nothing to compare npi with")
    sys.exit(0)

try:
    import numpy
    import onnx
    import onnxruntime
    from onnx import TensorProto, helper, numpy_helper
except ImportError as error:
    missing("ONNX Runtime", error)
    onnxruntime = None

ROOT = pathlib.Path(__file__).resolve().parents[1]


class Network(nn.Module):
    """npi's network, with its names and sizes."""

    def __init__(self, work):
        super().__init__()
        s = work["sizes"]
        self.fields = work["fields"]

        def mlp(inputs, hidden, outputs, *last):
            return nn.Sequential(nn.Linear(inputs, hidden), nn.ReLU(), nn.Linear(hidden, outputs), *last)

        self.encoder = mlp(sum(self.fields) + 30, s["encoderHiddenSize"], s["stateSize"], nn.ReLU())
        self.fuse = mlp(s["stateSize"] + s["programSize"], s["fuseHiddenSize"], s["coreInputSize"])
        self.core = nn.LSTM(s["coreInputSize"], s["hiddenSize"], num_layers=2)
        self.end = nn.Linear(s["hiddenSize"], 1)
        self.key = nn.Linear(s["hiddenSize"], s["keySize"])
        self.argument = nn.Linear(s["hiddenSize"], 30)
        self.keys = nn.Parameter(torch.randn(work["programs"], s["keySize"]) / 8)
        self.programs = nn.Parameter(torch.randn(work["programs"], s["programSize"]) / 8)

    def heads(self, h):
        return self.end(h).squeeze(-1), self.key(h) @ self.keys.T, self.argument(h).unflatten(-1, (3, 10))

    def forward(self, batch):
        """All frames of an update, packed: no row is padding."""
        core_input = self.fuse(torch.cat([self.encoder(batch.inputs), self.programs[batch.program]], 1))
        packed, _ = self.core(PackedSequence(core_input, batch.active))
        return self.heads(packed.data)

    def step(self, inputs, program, state):
        core_input = self.fuse(torch.cat([self.encoder(inputs), self.programs[program].unsqueeze(0)], 1))
        h, state = self.core(core_input.unsqueeze(0), state)
        end, scores, arguments = self.heads(h[0])
        return torch.sigmoid(end), torch.softmax(scores, -1), torch.softmax(arguments, -1), state


class Batch:
    """The frames of one update as tensors, made before the time is taken."""

    def __init__(self, frames, fields):
        frames = sorted(frames, key=lambda frame: -len(frame["decisions"]))
        starts = [sum(fields[:i]) for i in range(len(fields))]
        starts += [sum(fields) + 10 * i for i in range(3)]
        inputs, programs, ends, callees, given, active = [], [], [], [], [], []
        for step in range(len(frames[0]["decisions"])):
            present = [frame for frame in frames if step < len(frame["decisions"])]
            active.append(len(present))
            for frame in present:
                seen = frame["categories"][step * len(fields) : (step + 1) * len(fields)] + frame["arguments"]
                row = torch.zeros(sum(fields) + 30)
                row[[start + value for start, value in zip(starts, seen)]] = 1
                inputs.append(row)
                programs.append(frame["program"])
                decision = frame["decisions"][step]
                ends.append(0.0 if decision else 1.0)
                callees.append(decision[0] if decision else -1)
                given.append(decision[1:] if decision else [0, 0, 0])
        self.inputs = torch.stack(inputs)
        self.program = torch.tensor(programs)
        self.ends = torch.tensor(ends)
        self.active = torch.tensor(active)
        self.calling = (self.ends == 0).nonzero().squeeze(1)
        self.callees = torch.tensor(callees)[self.calling]
        self.given = torch.tensor(given)[self.calling]
        self.rows = len(ends)


class TorchTraining:
    def __init__(self, work):
        torch.manual_seed(1)
        self.network = Network(work)
        self.optimizer = torch.optim.Adam(self.network.parameters(), lr=2e-3)
        self.batches = [Batch(frames, work["fields"]) for frames in work["updates"]]

    def run(self):
        """Nanoseconds a network step."""
        torch.set_num_threads(2)
        start = time.perf_counter_ns()
        for batch in self.batches:
            self.optimizer.zero_grad()
            ends, scores, arguments = self.network(batch)
            loss = functional.binary_cross_entropy_with_logits(ends, batch.ends, reduction="sum")
            loss = loss + functional.cross_entropy(scores[batch.calling], batch.callees, reduction="sum")
            chosen = arguments[batch.calling].flatten(0, 1)
            loss = loss + functional.cross_entropy(chosen, batch.given.flatten(), reduction="sum")
            (loss / batch.rows).backward()
            nn.utils.clip_grad_norm_(self.network.parameters(), 1)
            self.optimizer.step()
        return (time.perf_counter_ns() - start) / sum(batch.rows for batch in self.batches)


class TorchStep:
    def __init__(self, work):
        torch.manual_seed(1)
        self.network = Network(work)
        self.inputs = torch.zeros(1, sum(work["fields"]) + 30)
        self.inputs[0, 0] = 1
        size = work["sizes"]["hiddenSize"]
        self.state = (torch.rand(2, 1, size), torch.rand(2, 1, size))

    def run(self, count=200):
        torch.set_num_threads(1)
        with torch.inference_mode():
            start = time.perf_counter_ns()
            for _ in range(count):
                self.network.step(self.inputs, 1, self.state)
            return (time.perf_counter_ns() - start) / count


class OnnxStep:
    """The same step as a graph, on the same weights."""

    def __init__(self, torch_step):
        network, size = torch_step.network, torch_step.state[0].shape[2]
        nodes, weights = [], []

        def value(name, tensor):
            weights.append(numpy_helper.from_array(tensor.detach().numpy().copy(), name))
            return name

        def node(kind, inputs, output, **options):
            nodes.append(helper.make_node(kind, inputs, output if isinstance(output, list) else [output], **options))
            return output

        def linear(layer, source, name):
            inputs = [source, value(f"{name}.w", layer.weight), value(f"{name}.b", layer.bias)]
            return node("Gemm", inputs, name, transB=1)

        s = node("Relu", [linear(network.encoder[0], "x", "e0")], "e1")
        s = node("Relu", [linear(network.encoder[2], s, "e2")], "e3")
        program = node("Gather", [value("programs", network.programs), "program"], "p")
        f = node("Relu", [linear(network.fuse[0], node("Concat", [s, program], "sp", axis=1), "f0")], "f1")
        x = node("Unsqueeze", [linear(network.fuse[2], f, "f2"), value("axis", torch.tensor([0]))], "x0")
        for layer in range(2):

            def gates(kind):
                # PyTorch's i, f, g, o as ONNX's i, o, f, g.
                i, f, g, o = getattr(network.core, f"{kind}_l{layer}").detach().chunk(4)
                return torch.cat([i, o, f, g]).unsqueeze(0)

            bias = torch.cat([gates("bias_ih"), gates("bias_hh")], 1)
            inputs = [x, value(f"w{layer}", gates("weight_ih")), value(f"r{layer}", gates("weight_hh"))]
            inputs += [value(f"b{layer}", bias), "", f"h{layer}", f"c{layer}"]
            node("LSTM", inputs, ["", f"nh{layer}", f"nc{layer}"], hidden_size=size)
            x = f"nh{layer}"
        h = node("Squeeze", [x, "axis"], "h")
        node("Sigmoid", [linear(network.end, h, "end0")], "end")
        scores = node("MatMul", [linear(network.key, h, "key"), value("keys", network.keys.T)], "scores")
        node("Softmax", [scores], "calls")
        shape = value("shape", torch.tensor([1, 3, 10]))
        node("Softmax", [node("Reshape", [linear(network.argument, h, "a0"), shape], "a1")], "arguments")

        def info(name, *shape, kind=TensorProto.FLOAT):
            return helper.make_tensor_value_info(name, kind, shape)

        states = [info(f"{name}{layer}", 1, 1, size) for layer in range(2) for name in ("h", "c")]
        inputs = [info("x", 1, torch_step.inputs.shape[1]), info("program", 1, kind=TensorProto.INT64)] + states
        outputs = [helper.make_empty_tensor_value_info(name) for name in ("end", "calls", "arguments")]
        outputs += [helper.make_empty_tensor_value_info(f"n{s.name}") for s in states]
        graph = helper.make_graph(nodes, "step", inputs, outputs, weights)
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self.session = onnxruntime.InferenceSession(
            model.SerializeToString(), options, providers=["CPUExecutionProvider"]
        )
        self.feed = {"x": torch_step.inputs.numpy(), "program": numpy.array([1])}
        for layer in range(2):
            self.feed[f"h{layer}"] = torch_step.state[0][layer : layer + 1].numpy()
            self.feed[f"c{layer}"] = torch_step.state[1][layer : layer + 1].numpy()
        self.check(torch_step)

    def check(self, torch_step):
        """Both are to compute the same."""
        with torch.inference_mode():
            expected = torch_step.network.step(torch_step.inputs, 1, torch_step.state)
        found = self.session.run(["calls", "nh1"], self.feed)
        for one, other in zip(found, [expected[1], expected[3][0][1:]]):
            assert numpy.abs(one - other.numpy()).max() < 1e-5

    def run(self, count=200):
        start = time.perf_counter_ns()
        for _ in range(count):
            self.session.run(None, self.feed)
        return (time.perf_counter_ns() - start) / count


class Process:
    """A process of its own for each turn, which prints nanoseconds: PyTorch's threads wait for work in a loop, which makes
    PyTorch faster, but would take the cores from whoever's turn is next."""

    def __init__(self, path, *words):
        self.command = [path, *words]

    def run(self):
        return float(subprocess.run(self.command, check=True, capture_output=True, text=True).stdout)


def contest(title, contenders, rounds):
    for contender in contenders.values():
        contender.run()
    times = {name: [] for name in contenders}
    for _ in range(rounds):
        for name, contender in contenders.items():
            times[name].append(contender.run())
    print(f"\n{title}\n  {'':16}{'median':>12}{'fastest':>12}{'npi is':>12}")
    own = statistics.median(times["npi"])
    for name, list in times.items():
        median = statistics.median(list)
        print(f"  {name:16}{median / 1e3:9.1f} us{min(list) / 1e3:9.1f} us{median / own:10.2f} x")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--benchmarks", default=ROOT / ".build/release/Benchmarks", help="the built benchmarks of npi")
    parser.add_argument("--updates", type=int, default=12, help="updates a turn")
    parser.add_argument("--rounds", type=int, default=9, help="turns of each")
    parser.add_argument("--turn", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.turn:
        training = TorchTraining(json.loads(pathlib.Path(options.turn).read_text()))
        # The first updates make room.
        training.run()
        return print(training.run())
    path = str(options.benchmarks)
    if not os.access(path, os.X_OK):
        sys.exit(f"there is no {path}; swift build -c release --product Benchmarks makes it")
    frames = subprocess.run([path, "peer-work", str(options.updates)], check=True, capture_output=True, text=True)
    work = json.loads(frames.stdout)
    names = f"PyTorch {torch.__version__}" + (f", ONNX Runtime {onnxruntime.__version__}" if onnxruntime else "")
    load = ", ".join(f"{value:.1f}" for value in os.getloadavg())
    print(f"{processor()}, {os.cpu_count()} cores, load {load}; OpenBLAS {work['kernels']}; {names}")
    with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        file.write(frames.stdout)
        file.flush()
        training = {
            "npi": Process(path, "peer-training", str(options.updates)),
            "PyTorch": Process(sys.executable, __file__, "--turn", file.name),
        }
        contest("A network step of training, addition, two cores", training, options.rounds)
    steps = {"npi": Process(path, "peer-step", "2000"), "PyTorch eager": TorchStep(work)}
    if onnxruntime:
        steps["ONNX Runtime"] = OnnxStep(steps["PyTorch eager"])
    contest("One step of the network, one core", steps, options.rounds)


def processor():
    try:
        lines = pathlib.Path("/proc/cpuinfo").read_text().splitlines()
        return next(line.split(":")[1].strip() for line in lines if line.startswith("model name"))
    except (OSError, StopIteration):
        return platform.processor() or "unknown processor"


if __name__ == "__main__":
    main()
