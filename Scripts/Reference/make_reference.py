#!/usr/bin/env python3
"""Writes the numbers that NPIKit's tests compare themselves with: Tests/NPIKitTests/Reference/pytorch.safetensors.

The same network in PyTorch, at small sizes, on a few frames of unequal length: its parameters, outputs, loss, gradients,
and its parameters after ten steps of Adam with gradient clipping. PyTorch is needed to run this script, never to run
the tests.

    pip install torch safetensors
    python3 Scripts/Reference/make_reference.py

The numbers of a network that sees images come from make_image_reference.py beside it.
"""

import json
import pathlib

import torch
from safetensors.torch import save_file
from torch import nn
from torch.nn import functional

OUTPUT = pathlib.Path(__file__).resolve().parents[2] / "Tests/NPIKitTests/Reference/pytorch.safetensors"

SIZES = dict(
    encoderHiddenSize=9, stateSize=8, programSize=7, keySize=5, fuseHiddenSize=10, coreInputSize=11, hiddenSize=12
)
FIELDS = [("A", 3), ("B", 4), ("C", 2)]
PROGRAMS = ["ACT", "MAIN", "SUB", "LEAF"]
# Steps of each frame; the order is not that of length, so that packing is tested too.
LENGTHS = [3, 6, 1, 6, 2]


class Network(nn.Module):
    def __init__(self):
        super().__init__()
        s = SIZES
        inputs = sum(size for _, size in FIELDS) + 30

        def mlp(i, h, o, last):
            return nn.Sequential(nn.Linear(i, h), nn.ReLU(), nn.Linear(h, o), *([nn.ReLU()] if last else []))

        self.encoders = nn.ModuleDict(
            {"toy": mlp(inputs, s["encoderHiddenSize"], s["stateSize"], last=True)}
        )
        self.fuse = mlp(s["stateSize"] + s["programSize"], s["fuseHiddenSize"], s["coreInputSize"], last=False)
        self.core = nn.LSTM(s["coreInputSize"], s["hiddenSize"], num_layers=2, batch_first=True)
        self.end = nn.Linear(s["hiddenSize"], 1)
        self.key = nn.Linear(s["hiddenSize"], s["keySize"])
        self.argument = nn.Linear(s["hiddenSize"], 30)
        self.memory = nn.Module()
        self.memory.keys = nn.Parameter(torch.randn(len(PROGRAMS), s["keySize"]))
        self.memory.programs = nn.Parameter(torch.randn(len(PROGRAMS), s["programSize"]))

    def forward(self, observations, arguments, program):
        """observations (T, fields), arguments (3), program: one frame."""
        columns = [functional.one_hot(observations[:, i], size) for i, (_, size) in enumerate(FIELDS)]
        columns += [functional.one_hot(arguments[i], 10).expand(len(observations), 10) for i in range(3)]
        s = self.encoders["toy"](torch.cat(columns, 1).float())
        p = self.memory.programs[program].expand(len(s), -1)
        h, _ = self.core(self.fuse(torch.cat([s, p], 1)).unsqueeze(0))
        h = h.squeeze(0)
        scores = self.key(h) @ self.memory.keys.T
        return self.end(h).squeeze(1), scores, self.argument(h).view(-1, 3, 10)


def make_frames(generator):
    def draw(high, *shape):
        return torch.randint(0, high, shape, generator=generator)

    frames = []
    for length in LENGTHS:
        frames.append(
            dict(
                program=int(draw(3, 1)) + 1,
                arguments=draw(10, 3),
                observations=torch.stack([draw(size, length) for _, size in FIELDS], 1),
                callees=draw(len(PROGRAMS), length - 1),
                given=draw(10, length - 1, 3),
            )
        )
    return frames


def loss_of(network, frames):
    """The mean over all steps; a frame's last step is its return, where nothing is called."""
    total, outputs = 0.0, []
    for frame in frames:
        ends, scores, arguments = network(frame["observations"], frame["arguments"], frame["program"])
        target = torch.zeros(len(ends))
        target[-1] = 1
        total = total + functional.binary_cross_entropy_with_logits(ends, target, reduction="sum")
        total = total + functional.cross_entropy(scores[:-1], frame["callees"], reduction="sum")
        for i in range(3):
            total = total + functional.cross_entropy(arguments[:-1, i], frame["given"][:, i], reduction="sum")
        outputs.append((torch.sigmoid(ends), torch.softmax(scores, 1), torch.softmax(arguments, 2)))
    return total / sum(LENGTHS), outputs


def main():
    torch.manual_seed(20160502)
    torch.set_num_threads(1)
    network = Network()
    frames = make_frames(torch.Generator().manual_seed(1511))
    tensors = {f"before.{name}": value.detach().clone() for name, value in network.named_parameters()}

    loss, outputs = loss_of(network, frames)
    loss.backward()
    tensors["loss"] = loss.detach().reshape(1)
    for name, value in network.named_parameters():
        tensors[f"gradient.{name}"] = value.grad.clone()
    tensors["ends"] = torch.cat([o[0] for o in outputs]).detach()
    tensors["programs"] = torch.cat([o[1] for o in outputs]).detach()
    tensors["arguments"] = torch.cat([o[2] for o in outputs]).detach()

    optimizer = torch.optim.Adam(network.parameters(), lr=0.01)
    losses, norms = [], []
    for _ in range(10):
        optimizer.zero_grad()
        loss, _ = loss_of(network, frames)
        loss.backward()
        norms.append(torch.nn.utils.clip_grad_norm_(network.parameters(), 0.5))
        optimizer.step()
        losses.append(loss.detach())
    tensors["losses"] = torch.stack(losses)
    tensors["norms"] = torch.stack(norms)
    for name, value in network.named_parameters():
        tensors[f"after.{name}"] = value.detach().clone()

    description = [
        dict(
            program=frame["program"],
            arguments=frame["arguments"].tolist(),
            observations=frame["observations"].flatten().tolist(),
            callees=frame["callees"].tolist(),
            given=frame["given"].tolist(),
        )
        for frame in frames
    ]
    metadata = dict(
        sizes=json.dumps(SIZES), fields=json.dumps(FIELDS), programs=json.dumps(PROGRAMS), frames=json.dumps(description)
    )
    save_file({name: value.contiguous() for name, value in tensors.items()}, OUTPUT, metadata)
    print(f"{OUTPUT.name}: {OUTPUT.stat().st_size} bytes, loss {losses[0]:.6f} -> {losses[-1]:.6f}")


if __name__ == "__main__":
    main()
