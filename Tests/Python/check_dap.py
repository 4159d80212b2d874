"""Drives `npi dap` as a client does, by debugpy's message channel, and holds every message against the protocol's JSON schema.

    check_dap.py NPI FOLDER

FOLDER is where a recording and a task file are made. Needs debugpy and jsonschema. Prints how many messages were checked.
"""

import glob
import json
import os
import queue
import socket
import subprocess
import sys

import debugpy
import jsonschema
from debugpy.common import messaging

NPI, FOLDER = sys.argv[1:3]
VENDORED = os.path.join(os.path.dirname(debugpy.__file__), "_vendored")
SCHEMA = json.load(open(glob.glob(f"{VENDORED}/**/debugProtocol.json", recursive=True)[0]))


def capital(word):
    return word[0].upper() + word[1:]


class CheckedStream(messaging.JsonIOStream):
    """A stream each of whose messages, both ways, is what the schema says."""

    checked = 0

    def check(self, message):
        kind = message["type"]
        name = capital(message["event" if kind == "event" else "command"]) + capital(kind)
        if kind == "response" and not message["success"]:
            name = "ErrorResponse"
        rule = {"$ref": f"#/definitions/{name}", "definitions": SCHEMA["definitions"]}
        jsonschema.Draft4Validator(rule).validate(json.loads(json.dumps(message)))
        CheckedStream.checked += 1

    def read_json(self, decoder=None):
        message = super().read_json(decoder)
        try:
            self.check(message)
        except Exception as error:
            print(f"against the schema: {error}", file=sys.stderr)
            os._exit(1)
        return message

    def write_json(self, value, encoder=None):
        self.check(value)
        super().write_json(value, encoder)


class Client:
    """A client of the adapter: requests, and events as they come."""

    def __init__(self, stream):
        self.events = queue.Queue()
        self.output = []
        self.channel = messaging.JsonMessageChannel(stream, self)
        self.channel.start()

    def event(self, event):
        if event.event == "output":
            self.output.append(event.body["output"].rstrip("\n"))
        else:
            self.events.put(event)

    def disconnect(self):
        pass

    def ask(self, command, **arguments):
        return self.channel.send_request(command, arguments).wait_for_response()

    def refused(self, command, **arguments):
        answer = self.channel.send_request(command, arguments).wait_for_response(raise_if_failed=False)
        assert isinstance(answer, Exception), f"{command} was not refused: {answer}"
        return str(answer)

    def wait(self, name):
        event = self.events.get(timeout=60)
        assert event.event == name, f"{event.event}, not {name}: {event.body}"
        return event.body

    def begin(self, lines=(), source=None, request="launch", filters=(), **arguments):
        capabilities = self.ask("initialize", adapterID="npi", clientID="check", supportsInvalidatedEvent=True)
        assert capabilities["supportsStepBack"] and capabilities["supportsDataBreakpoints"]
        self.wait("initialized")
        self.ask(request, **arguments)
        points = []
        if lines:
            points = self.ask("setBreakpoints", source=source, breakpoints=[{"line": line} for line in lines])["breakpoints"]
        self.ask("setExceptionBreakpoints", filters=list(filters))
        self.ask("configurationDone")
        return points

    def stopped(self, reason):
        body = self.wait("stopped")
        assert body["reason"] == reason, f"{body}, not {reason}"
        return self.frames()

    def frames(self):
        assert len(self.ask("threads")["threads"]) == 1
        return self.ask("stackTrace", threadId=1)["stackFrames"]

    def go(self, command, reason="step"):
        self.ask(command, threadId=1)
        return self.stopped(reason)

    def value(self, expression):
        return self.ask("evaluate", expression=expression, context="watch")["result"]

    def scopes(self, frame):
        return {scope["name"]: scope["variablesReference"] for scope in self.ask("scopes", frameId=frame["id"])["scopes"]}

    def variables(self, reference, **more):
        found = self.ask("variables", variablesReference=reference, **more)["variables"]
        return {variable["name"]: variable for variable in found}


def names(frames):
    return [frame["name"] for frame in frames]


def started():
    process = subprocess.Popen([NPI, "dap"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=FOLDER)
    return process, Client(CheckedStream.from_process(process))


def ended(process, client):
    client.ask("disconnect")
    assert process.wait(timeout=60) == 0


def session():
    """A live run: to a line, in, over, out, back, back to the line, another value, to the end."""
    process, client = started()
    source = {"name": "add.task", "path": os.path.join(FOLDER, "add.task")}
    point, = client.begin([35], source, task="add", input=["96", "125"])
    assert point["verified"] and point["line"] == 35, point
    frames = client.stopped("breakpoint")
    assert names(frames) == ["ADD1", "ADD"] and frames[0]["line"] == 35, frames
    assert client.ask("source", sourceReference=frames[0]["source"]["sourceReference"])["content"].startswith("task add")
    step = int(client.value("step"))
    assert client.go("stepIn")[0]["line"] == 39 and client.value("step") == str(step + 1)
    assert names(client.go("stepIn")) == ["CARRY", "ADD1", "ADD"]
    assert names(client.go("stepOut")) == ["ADD1", "ADD"]
    assert names(client.go("next")) == ["ADD"]
    assert names(client.go("stepBack")) == ["ADD1", "ADD"]
    frames = client.go("reverseContinue", "breakpoint")
    assert frames[0]["line"] == 35 and client.value("step") == str(step)
    scopes = client.scopes(frames[0])
    assert client.variables(scopes["Seen"])["INP1"]["value"] == "6"
    chances = client.variables(scopes["Next step"])
    assert chances["decision"]["value"] == "WRITE OUT 1" and float(chances["ACT"]["value"].strip("<>")) > 0.9, chances
    pad = client.variables(scopes["Scratchpad"])
    row = pad["inp1[0..4]"]
    cells = client.variables(row["variablesReference"], filter="indexed", start=0, count=2)
    assert [cell["value"] for cell in cells.values()] == ["6", "9"]
    answer = client.ask("setVariable", variablesReference=row["variablesReference"], name="[0]", value="5")
    assert answer["value"] == "5"
    client.wait("invalidated")
    assert "no value" in client.refused("setVariable", variablesReference=scopes["Seen"], name="INP1", value="5")
    info = client.ask("dataBreakpointInfo", variablesReference=scopes["Scratchpad"], name="carry")
    set_points = client.ask("setDataBreakpoints", breakpoints=[{"dataId": info["dataId"]}])["breakpoints"]
    assert set_points[0]["verified"], set_points
    client.go("continue", "data breakpoint")
    client.ask("setDataBreakpoints", breakpoints=[])
    client.ask("setBreakpoints", source=source, breakpoints=[])
    client.go("continue", "end")
    assert client.output[-1] == "220 (correct)", client.output
    client.ask("continue", threadId=1)
    client.wait("exited")
    client.wait("terminated")
    ended(process, client)


def points():
    """Breakpoints of all kinds, log points, going to a step, and what is exceptional."""
    process, client = started()
    client.begin(filters=["mistake"], task="add", input=["58", "67"], model="half-trained", stopOnEntry=True)
    frames = client.stopped("entry")
    assert names(frames) == ["ADD"]
    source = frames[0]["source"]
    set_points = client.ask("setBreakpoints", source=source, breakpoints=[
        {"line": 35, "condition": "carry == 1"}, {"line": 47, "logMessage": "step {step}: carry {carry}"},
        {"line": 26}, {"line": 35, "hitCondition": "% 2"}, {"line": 35, "condition": "nonsense =="}, {"line": 9999},
    ])["breakpoints"]
    assert [point["verified"] for point in set_points] == [True, True, True, True, False, False], set_points
    assert all(point.get("message") for point in set_points[4:])
    functions = client.ask("setFunctionBreakpoints", breakpoints=[{"name": "LSHIFT"}, {"name": "NOTHING"}])["breakpoints"]
    assert [point["verified"] for point in functions] == [True, False]
    targets = client.ask("gotoTargets", source=source, line=35)["targets"]
    client.ask("goto", threadId=1, targetId=targets[0]["id"])
    assert client.stopped("goto")[0]["line"] == 35
    client.ask("restartFrame", frameId=client.frames()[-1]["id"])
    client.stopped("restart")
    client.ask("setBreakpoints", source=source, breakpoints=[{"line": 47, "logMessage": "step {step}: carry {carry}"}])
    client.ask("setFunctionBreakpoints", breakpoints=[])
    client.ask("continue", threadId=1)
    reason = client.wait("stopped")["reason"]
    assert reason in ("exception", "end"), reason
    if reason == "exception":
        info = client.ask("exceptionInfo", threadId=1)
        assert info["exceptionId"] == "mistake" and info["description"]
    assert client.ask("completions", text="car", column=4)["targets"][0]["label"] == "carry"
    assert client.ask("breakpointLocations", source=source, line=30, endLine=40)["breakpoints"]
    assert client.ask("loadedSources")["sources"][0]["name"] == "add.task"
    client.ask("restart")
    client.wait("breakpoint")
    client.wait("breakpoint")
    client.stopped("entry")
    ended(process, client)


def recording():
    """A recording, by a port of this machine: all known, nothing to be changed."""
    subprocess.run(
        [NPI, "run", "add", "96", "125", "--record", "run.npitrace"], cwd=FOLDER, check=True, stdout=subprocess.DEVNULL)
    process = subprocess.Popen([NPI, "dap", "--port", "0"], stderr=subprocess.PIPE, cwd=FOLDER, text=True)
    port = int(process.stderr.readline().rsplit(":", 1)[1])
    for _ in range(2):
        connection = socket.create_connection(("127.0.0.1", port))
        client = Client(CheckedStream.from_socket(connection))
        client.begin(request="attach", recording="run.npitrace", stopOnEntry=True)
        frames = client.stopped("entry")
        pad = client.scopes(frames[0])["Scratchpad"]
        assert "no network" in client.refused("setVariable", variablesReference=pad, name="carry", value="1")
        frames = client.go("continue", "end")
        assert names(frames) == ["ADD, returned"] and client.output[-1] == "221 (correct)"
        assert client.go("stepBack")[0]["name"] == "ADD"
        client.go("reverseContinue")
        assert client.value("step") == "1"
        client.ask("disconnect")
        connection.close()
    process.terminate()
    process.wait()


def pausing():
    """A run that goes on is paused, and one that goes on is left."""
    process, client = started()
    client.begin(task="add", input=["7" * 2000, "8" * 2000], noCache=True, stopOnEntry=True)
    client.stopped("entry")
    client.ask("continue", threadId=1)
    assert "pause it first" in client.refused("stackTrace", threadId=1)
    client.ask("pause", threadId=1)
    assert client.stopped("pause")
    client.ask("continue", threadId=1)
    ended(process, client)


def refusals():
    """What is wrong is told in one line, and the next request is answered."""
    process, client = started()
    assert "launched" in client.refused("stackTrace", threadId=1)
    client.ask("initialize", adapterID="npi")
    client.wait("initialized")
    for arguments, words in [
        ({"noDebug": False}, "what?"), ({"task": "nothing"}, "there is no task nothing"), ({"task": "add", "input": ["x", "1"]}, "x"),
        ({"recording": "none.npitrace"}, "none.npitrace"), ({"task": "add", "input": 5}, "input should be"),
        ({"task": "add", "input": ["1", "2"], "model": "none"}, "none"),
    ]:
        message = client.refused("launch", **arguments)
        assert words in message and "\n" not in message, message
    ended(process, client)


for part in (session, points, recording, pausing, refusals):
    part()
print(CheckedStream.checked)
