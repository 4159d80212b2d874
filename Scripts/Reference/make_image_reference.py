#!/usr/bin/env python3
"""Writes the numbers of a network that sees images: Tests/NPIKitTests/Reference/pytorch-images.safetensors.

As make_reference.py, whose network it takes, with an image beside the fields: its parameters, outputs, loss and gradients.
Images are not stored; both sides compute them from their keys.

    pip install torch safetensors
    python3 Scripts/Reference/make_image_reference.py
"""

import json

import torch
from safetensors.torch import save_file
from torch import nn
from torch.nn import functional

import make_reference as plain

OUTPUT = plain.OUTPUT.with_name("pytorch-images.safetensors")

CHANNELS, HEIGHT, WIDTH = 2, 64, 128
FEATURES = 128 * (HEIGHT // 64) * (WIDTH // 64)


def image(key):
    """Bytes that are different everywhere, and as numbers around 0."""
    index = torch.arange(CHANNELS * HEIGHT * WIDTH)
    values = (index * index * 7 + index * (37 + 2 * key) + (index // WIDTH) * 29 + key * 151) % 256
    return ((values - 64) / 64).float().view(CHANNELS, HEIGHT, WIDTH)


class Encoder(nn.Sequential):
    """The linear layers are called 0 and 2, as without an image."""

    def __init__(self, inputs):
        s = plain.SIZES
        super().__init__(
            nn.Linear(inputs + FEATURES, s["encoderHiddenSize"]), nn.ReLU(),
            nn.Linear(s["encoderHiddenSize"], s["stateSize"]), nn.ReLU(),
        )
        self.image = nn.Sequential(
            nn.Conv2d(CHANNELS, 16, 5, stride=2, padding=2), nn.ReLU(), nn.MaxPool2d(2),
            nn.Conv2d(16, 48, 3, stride=2, padding=1), nn.ReLU(), nn.MaxPool2d(2),
            nn.Conv2d(48, 128, 3, stride=2, padding=1), nn.ReLU(), nn.MaxPool2d(2),
        )

    def forward(self, columns, images):
        x = torch.cat([columns, self.image(images).flatten(1)], 1)
        for index in range(4):
            x = self[index](x)
        return x


class Network(plain.Network):
    def __init__(self):
        super().__init__()
        self.encoders["toy"] = Encoder(sum(size for _, size in plain.FIELDS) + 30)

    def look(self, frame):
        self.images = torch.stack([image(key) for key in frame["keys"]])
        return self

    def forward(self, observations, arguments, program):
        columns = [functional.one_hot(observations[:, i], size) for i, (_, size) in enumerate(plain.FIELDS)]
        columns += [functional.one_hot(arguments[i], 10).expand(len(observations), 10) for i in range(3)]
        s = self.encoders["toy"](torch.cat(columns, 1).float(), self.images)
        p = self.memory.programs[program].expand(len(s), -1)
        h, _ = self.core(self.fuse(torch.cat([s, p], 1)).unsqueeze(0))
        h = h.squeeze(0)
        return self.end(h).squeeze(1), self.key(h) @ self.memory.keys.T, self.argument(h).view(-1, 3, 10)


def main():
    torch.manual_seed(20160503)
    torch.set_num_threads(1)
    network = Network()
    frames = plain.make_frames(torch.Generator().manual_seed(1512))
    key = 0
    for frame, length in zip(frames, plain.LENGTHS):
        frame["keys"] = list(range(key, key + length))
        key += length
    total, outputs = 0.0, []
    for frame in frames:
        plain_lengths, plain.LENGTHS = plain.LENGTHS, [1]
        loss, output = plain.loss_of(network.look(frame), [frame])
        plain.LENGTHS = plain_lengths
        total = total + loss
        outputs += output
    loss = total / sum(plain.LENGTHS)
    loss.backward()
    tensors = {f"before.{name}": value.detach().clone() for name, value in network.named_parameters()}
    for name, value in network.named_parameters():
        tensors[f"gradient.{name}"] = value.grad.clone()
    tensors["loss"] = loss.detach().reshape(1)
    tensors["ends"] = torch.cat([o[0] for o in outputs]).detach()
    tensors["programs"] = torch.cat([o[1] for o in outputs]).detach()
    tensors["arguments"] = torch.cat([o[2] for o in outputs]).detach()
    description = [
        dict(
            program=frame["program"],
            arguments=frame["arguments"].tolist(),
            observations=frame["observations"].flatten().tolist(),
            callees=frame["callees"].tolist(),
            given=frame["given"].tolist(),
            keys=frame["keys"],
        )
        for frame in frames
    ]
    metadata = dict(
        sizes=json.dumps(plain.SIZES), fields=json.dumps(plain.FIELDS), programs=json.dumps(plain.PROGRAMS),
        frames=json.dumps(description),
    )
    save_file({name: value.contiguous() for name, value in tensors.items()}, OUTPUT, metadata)
    print(f"{OUTPUT.name}: {OUTPUT.stat().st_size} bytes, loss {loss:.6f}")


if __name__ == "__main__":
    main()
