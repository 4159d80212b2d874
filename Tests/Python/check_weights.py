"""Checks that safetensors opens a weight file, and that it is what its description says.

    check_weights.py WEIGHTS.safetensors
"""

import json
import sys

from safetensors import safe_open
from safetensors.numpy import load_file

tensors = load_file(sys.argv[1])
with safe_open(sys.argv[1], framework="numpy") as file:
    metadata = file.metadata()
hidden = tensors["core.weight_hh_l0"].shape[1]
assert tensors["core.weight_hh_l0"].shape == tensors["core.weight_hh_l1"].shape == (4 * hidden, hidden)
print("%d tensors, %s" % (len(tensors), ", ".join(sorted(metadata))))
