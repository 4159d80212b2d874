"""Checks that NumPy and pandas open what `npi export` wrote, and that both say the same as the recording.

    check_export.py RUN.npitrace RUN.npz RUN.csv
"""

import sys

import numpy as np
import pandas as pd

sys.path.insert(0, sys.argv[4])
import npitrace

recording = npitrace.read(sys.argv[1])
run = np.load(sys.argv[2])
table = pd.read_csv(sys.argv[3])
count = len(recording.events)

assert len(table) == count
for name in run.files:
    if name not in ("programs", "observation_fields", "observation_values", "task", "input", "model", "model_sha256"):
        assert len(run[name]) == count, name
assert list(run["step"]) == list(table["step"]) == [event.number for event in recording.events]
assert list(run["kind"]) == list(table["kind"]) == [event.kind for event in recording.events]
assert list(run["mistake"]) == list(table["mistake"]) == [event.is_mistake for event in recording.events]
assert list(run["action"]) == list(table["action"].fillna("")) == [event.say or "" for event in recording.events]
assert list(run["depth"]) == [event.depth for event in recording.events]
assert list(run["frame"]) == [event.frame for event in recording.events]
assert table["mistake"].dtype == bool and table["arg1"].dtype.kind == "i" and table["p_return"].dtype.kind == "f"

programs = list(run["programs"])
assert run["program_probabilities"].shape == (count, len(programs))
assert run["argument_probabilities"].shape == (count, 3, 10)
assert run["hidden"].shape == run["cell"].shape == (count, 2, run["hidden"].shape[2])
assert np.isnan(run["end"][0]) and np.isnan(run["hidden"][0]).all() and not np.isnan(run["hidden"][1:]).any()
assert np.allclose(run["program_probabilities"][1:].sum(axis=1), 1, atol=1e-5)
assert np.allclose(run["argument_probabilities"][1:].sum(axis=2), 1, atol=1e-5)
for event in recording.events[1:]:
    row = event.number - 1
    assert abs(run["end"][row] - event.end) < 2e-5
    for program, chance in event.top:
        assert abs(run["program_probabilities"][row, programs.index(program)] - chance) < 2e-5
    for index, values in enumerate(event.values):
        for value, chance in values:
            assert abs(run["argument_probabilities"][row, index, value] - chance) < 2e-5
    # Where the expert agrees, what happened is what it would have done.
    if event.expert:
        assert run["expert_kind"][row] == run["kind"][row]
        assert (run["expert_arguments"][row] == run["arguments"][row]).all()

for name, first in [("query", "query_0"), ("hidden", "hidden_0_0"), ("cell", "cell_0_0"), ("observation", None)]:
    values = run[name].reshape(count, -1)
    start = table.columns.get_loc(first or "seen_" + run["observation_fields"][0])
    assert np.allclose(values, table.iloc[:, start:start + values.shape[1]].to_numpy(), equal_nan=True), name
print("%d events, %d arrays, %d columns" % (count, len(run.files), len(table.columns)))
