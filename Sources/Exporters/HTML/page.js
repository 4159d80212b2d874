"use strict";

function makeRun(data) {
  const { first, last } = data;
  const event = n => data.events[n - first - 1];
  const clamp = n => Math.max(first, Math.min(last, n));

  // The innermost open call after each step, with its caller.
  const open = (call, caller) => ({ ...call, caller, depth: caller ? caller.depth + 1 : 1 });
  let frame = null;
  for (const call of data.stack) frame = open(call, frame);
  const frames = [frame];
  for (const e of data.events) {
    if (e.k === "call") frame = open({ n: e.n, program: e.program, args: e.args }, frame);
    else if (e.k === "return") frame = frame ? frame.caller : null;
    frames.push(frame);
  }
  const frameAt = p => frames[p - first];
  const depth = p => (frameAt(p) ? frameAt(p).depth : 0);

  const label = n => {
    const e = event(n);
    return e.k === "act" ? e.say : e.k === "call" ? e.program : "return from " + e.program;
  };
  const words = n => data.words[n - first - 1];

  const until = (p, step, isThere) => {
    let q = clamp(p + step);
    while (q !== clamp(q + step) && !isThere(q)) q += step;
    return q;
  };
  const isMistake = q => q > first && event(q).expert === false;
  const moves = {
    s: p => clamp(p + 1),
    S: p => clamp(p - 1),
    n: p => until(p, 1, q => depth(q) <= depth(p)),
    N: p => until(p, -1, q => depth(q) <= depth(p)),
    f: p => until(p, 1, q => depth(q) < depth(p)),
    F: p => until(p, -1, q => depth(q) < depth(p)),
    c: () => last,
    C: () => first,
    "]": p => { const q = until(p, 1, isMistake); return isMistake(q) ? q : p; },
    "[": p => { const q = until(p, -1, isMistake); return isMistake(q) ? q : p; },
  };
  moves["."] = moves.ArrowRight = moves.s;
  moves[","] = moves.ArrowLeft = moves.S;
  moves.End = moves.c;
  moves.Home = moves.C;
  for (let tenth = 0; tenth < 10; tenth++) {
    moves[tenth] = () => first + Math.round((last - first) * tenth / 10);
  }

  // Where a key leads from step p; undefined if it is no key of motion.
  const move = (key, p) => (Object.hasOwn(moves, key) ? moves[key](p) : undefined);

  // A step as it is typed, or as it stands in the address: 17, 50%, start, end, mistake; null if it is none.
  const parse = text => {
    const word = text.trim().replaceAll(",", "");
    if (word === "mistake") {
      // What is wrong is best seen before it happens.
      const wrong = data.events.find(e => e.expert === false);
      return wrong ? clamp(wrong.n - 1) : null;
    }
    if (word === "start") return first;
    if (word === "end") return last;
    if (/^\d+%$/.test(word)) return clamp(first + Math.round((last - first) * parseInt(word, 10) / 100));
    if (!/^\d+$/.test(word)) return null;
    const n = parseInt(word, 10);
    return n >= first && n <= last ? n : null;
  };

  // The next step after p, or before it, whose name or words hold the text; null if there is none.
  const search = (text, p, step) => {
    const wanted = text.toLowerCase();
    const count = last - first;
    for (let i = 1; i <= count; i++) {
      const n = first + 1 + (((p - first - 1 + step * i) % count) + count) % count;
      if (label(n).toLowerCase().includes(wanted) || (words(n) || "").toLowerCase().includes(wanted)) return n;
    }
    return null;
  };

  const stack = p => {
    const calls = [];
    for (let call = frameAt(p); call; call = call.caller) calls.push(call);
    return calls;
  };

  // The rows of the drawing at step p. Every hundredth drawing is kept.
  const kept = [];
  const picture = p => {
    let at = Math.min(Math.floor((p - first) / 100), kept.length - 1);
    let rows = at < 0 ? [] : kept[at].slice();
    for (let i = at < 0 ? 0 : at * 100 + 1; i <= p - first; i++) {
      const changes = data.screens[i];
      for (let c = 0; c < changes.length; c += 2) rows[changes[c]] = changes[c + 1];
      if (i % 100 === 0 && kept.length === i / 100) kept.push(rows.slice());
    }
    return rows.map(row => data.rows[row]);
  };

  // What the trace lists: calls, actions, and returns that are mistakes.
  const lines = data.events.filter(e => e.k !== "return" || e.expert === false).map(e => e.n);
  const lineAt = p => {
    let [low, high] = [0, lines.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (lines[middle] <= p) low = middle + 1; else high = middle;
    }
    return low - 1;
  };
  // The marks of each of so many columns of the slider: the most important kind, by column.
  const kinds = ["mistake", "bookmark", "breakpoint", "low", "swap", "carry", "output"];
  const marks = (columns, isShown) => {
    const cells = new Map();
    for (const [step, all] of Object.entries(data.marks)) {
      const names = all.filter(name => isShown(Number(step), name));
      const column = Math.round((step - first) / Math.max(last - first, 1) * columns);
      if (names.length === 0) continue;
      const best = Math.min(...names.map(name => kinds.indexOf(name)));
      if (!(cells.get(column) <= best)) cells.set(column, best);
    }
    return [...cells].map(([column, kind]) => ({ place: column / columns, kind: kinds[kind] }));
  };
  // What an argument's value is called in an action, or a call.
  const value = (e, index, number) =>
    e.k === "act" ? data.values[index][number] || String(number) : "argument " + (index + 1) + " = " + number;
  return { first, last, marks, value, event, label, words, depth, stack, move, parse, search, picture, lines, lineAt };
}

function show(page, document) {
  // A lesson has several runs and stops on them; a page of a run is that run.
  const runs = (page.runs || [page]).map(data => ({ data, run: makeRun(data) }));
  const stops = page.stops || [];
  let { data, run } = runs[0];
  const at = id => document.getElementById(id);
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  // Names and words come from a file: what has no look of its own, or turns the direction of writing, gets a mark.
  const seen = text => text.replace(/(?!\n)[\p{C}\p{Zl}\p{Zp}\p{DI}]/gu, "\uFFFD");
  const make = (tag, style, ...children) => {
    const element = document.createElement(tag);
    if (style) element.className = style;
    element.append(...children.map(child => typeof child === "string" ? seen(child) : child));
    return element;
  };
  let position = run.parse(location.hash.slice(1)) ?? data.opening;
  let speed = 4;
  let timer = null;
  let asked = null;
  let found = "";

  const description = n => {
    const e = run.event(n);
    const kind = e.k === "act" ? "action" : e.k === "return" ? "returned" : "program";
    return make("span", kind, (e.k === "call" ? "call " : "") + run.label(n));
  };
  // As the debugger has it: three decimals, and never quite 0 or 1.
  const percent = chance => chance < 0.0005 ? "<0.001" : chance > 0.9995 ? ">0.999" : chance.toFixed(3);
  const ordinal = n => n + (Math.floor(n / 10) % 10 === 1 ? "th" : ["th", "st", "nd", "rd"][n % 10] || "th");
  const bar = (name, chance, style) => {
    const fill = make("i", style);
    fill.style.width = (chance * 100).toFixed(2) + "%";
    return make("div", "bar " + style, make("b", "", name), make("span", "track", fill),
      make("span", "number", percent(chance)));
  };

  const drawPicture = () => {
    const rows = run.picture(position).map((row, y) =>
      `<g transform="translate(0 ${y * data.rowHeight})">${row.map(e => data.elements[e]).join("")}</g>`);
    at("picture").setAttribute("viewBox", "0 0 " + data.size.join(" "));
    data.colors.forEach((color, c) => at("picture").style.setProperty("--c" + c, color[dark.matches ? 1 : 0]));
    at("picture").innerHTML = rows.join("");
  };
  const drawStack = () => {
    const calls = run.stack(position);
    const list = calls.slice(0, 200).map((call, i) => make("li", i === 0 ? "present" : "",
      make("span", "program", call.program),
      call.args.some(value => value !== 0) ? make("span", "argument", " " + call.args.join(" ")) : "",
      make("span", "place", "called at step " + call.n)));
    if (calls.length > 200) list.push(make("li", "dim", (calls.length - 200) + " more"));
    if (!calls.length) list.push(make("li", "dim", position === 0 ? "no program runs yet" : "all programs have returned"));
    at("stack").replaceChildren(...list);
  };
  const outcome = () => {
    const end = data.end;
    if (!end) return [make("span", "dim", "the exported part ends here")];
    if (!end.halted) return [make("span", "mistake", "the run did not halt")];
    const words = ["halted: " + (Array.isArray(end.output) ? end.output.join(", ") : end.output ?? "no output")];
    if (end.correct === true) words.push(", ", make("span", "good", "correct"));
    if (end.correct === false) {
      words.push(", ", make("span", "mistake", "wrong"));
      if (data.expected) words.push("; right: " + seen(data.expected));
    }
    return words;
  };
  // A mistake ahead is not shown as one while a question about it waits.
  const isShownWrong = e => e.expert === false && !(isAsking() && e.n > position);
  const drawPrediction = () => {
    if (position === run.last) return at("prediction").replaceChildren(make("p", "", ...outcome()));
    const e = run.event(position + 1);
    const parts = [make("p", "headline", description(position + 1),
      e.expert === true ? make("span", "good", " ✓") : isShownWrong(e) ? make("span", "mistake", " mistake") : "",
      e.forced ? make("span", "mistake", " chosen by a person") : "")];
    // Who is asked what is right here is not told.
    const right = isAsking() ? undefined : data.rights[e.n];
    if (right) {
      const chance = e.right ? " (" + percent(e.right[0]) + ", " + ordinal(e.right[1]) + " choice)" : "";
      parts.push(make("p", "good", "right is " + right + chance));
    }
    if (e.end !== undefined) {
      parts.push(make("p", "dim", "does it return?"));
      const chosen = e.k === "act" ? "ACT" : e.k === "call" ? e.program : null;
      parts.push(bar("return", e.end, e.k === "return" ? "best" : "end"));
      parts.push(make("p", "dim", "which program?"));
      for (const [name, chance] of e.top || []) parts.push(bar(name, chance, name === chosen ? "best" : "other"));
      if (e.k === "call" && e.args.every(value => value === 0)) {
        parts.push(make("p", "dim", "without arguments"));
      } else if (e.k !== "return") {
        parts.push(make("p", "dim", "with which arguments?"));
        const values = e.values || e.args.map(value => [value, 1]);
        values.forEach((chances, i) => {
          for (let c = 0; c < chances.length; c += 2) {
            parts.push(bar(run.value(e, i, chances[c]), chances[c + 1], c ? "other" : "best"));
          }
        });
      }
      if (e.right && !isAsking()) parts.push(bar("✓ " + right, e.right[0], "end"));
    } else {
      parts.push(make("p", "dim", e.n === 1 ? "this begins the run" : "the recording holds no probabilities"));
    }
    at("prediction").replaceChildren(...parts);
  };
  const tell = n => {
    const words = run.words(n);
    const isHidden = isAsking() && n > position && run.event(n).expert === false;
    if (!words || isHidden) return [description(n)];
    // The words of a mistake say themselves what was done.
    if (run.event(n).expert === false) return [make("span", "mistake", words)];
    return [description(n), " — ", make("span", "narration", words)];
  };
  const drawNarration = () => {
    at("done").replaceChildren(...(position > run.first ? tell(position) : [seen(data.goal)]));
    at("next").replaceChildren(...(position < run.last ? tell(position + 1) : outcome()));
  };
  const drawTrace = () => {
    const present = run.lineAt(position);
    const begin = Math.max(0, present - 100);
    const base = Math.max(data.stack.length - 1, 0);
    let chosen = null;
    const list = run.lines.slice(begin, begin + 220).map((n, i) => {
      const e = run.event(n);
      const line = make("li", begin + i === present ? "present" : n > position ? "future" : "",
        make("span", "step", String(n)), description(n), isShownWrong(e) ? make("span", "mistake", " mistake") : "");
      const indent = (e.k === "act" ? e.depth + 1 : e.depth) - base;
      line.style.paddingLeft = 0.5 + Math.min(Math.max(indent, 0), 24) * 1.1 + "em";
      line.addEventListener("click", () => go(n));
      if (begin + i === present) chosen = line;
      return line;
    });
    const trace = at("trace");
    trace.replaceChildren(...list);
    trace.scrollTop = chosen ? chosen.offsetTop - trace.offsetTop - trace.clientHeight / 2 : 0;
  };
  // The address names the step, in a lesson behind the stop (#3.39), so that it can be sent and comes back with the page.
  const keepPlace = () => {
    const place = "#" + (stops.length ? stop + 1 + "." : "") + position;
    if (location.hash !== place) history.replaceState(null, "", place);
  };
  const goToAddress = () => {
    const [first, second] = location.hash.slice(1).split(".");
    const wanted = second === undefined ? stop : Number(first) - 1;
    if (stops[wanted] && wanted !== stop) goToStop(wanted);
    const step = run.parse(second ?? first);
    if (step !== null && step !== position) go(step);
  };
  const drawMarks = () => {
    const isShown = (step, name) => name !== "mistake" || !isAsking() || step <= position;
    at("marks").replaceChildren(...run.marks(400, isShown).map(mark => {
      const tick = make("i", mark.kind);
      tick.style.left = (mark.place * 100).toFixed(2) + "%";
      if (mark.kind === "mistake") tick.textContent = "✗";
      return tick;
    }));
  };
  // Letters count in either case, signs and spaces not at all.
  const essence = text => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
  let stop = 0;
  const answered = stops.map(() => ({ wrong: [], isDone: false }));
  const isAsking = () => stops.length > 0 && stops[stop].question && !answered[stop].isDone;
  const reply = text => {
    const question = stops[stop].question;
    if (question.answers.some(right => essence(right) === essence(text))) answered[stop].isDone = true;
    else answered[stop].wrong.push(text);
    drawStop();
    go(position);
  };
  const drawQuestion = question => {
    const state = answered[stop];
    const parts = [make("p", "headline", question.ask)];
    question.choices.forEach((choice, i) => {
      const number = String(i + 1);
      const isRight = state.isDone && question.answers.includes(number);
      const button = make("button", "choice" + (isRight ? " good" : state.wrong.includes(number) ? " dim" : ""),
        number + "  " + choice + (isRight ? " ✓" : state.wrong.includes(number) ? " ✗" : ""));
      button.type = "button";
      button.addEventListener("click", () => { button.blur(); if (isAsking()) reply(number); });
      parts.push(button);
    });
    if (!question.choices.length && !state.isDone) {
      const field = make("input", "");
      field.type = "text";
      field.addEventListener("keydown", e => {
        e.stopPropagation();
        if (e.key === "Enter" && field.value.trim()) reply(field.value);
      });
      parts.push(field);
    }
    if (state.wrong.length && !state.isDone) parts.push(make("p", "mistake", "Not quite. Try again, or press 'on' to see the answer."));
    if (state.isDone) {
      if (!question.choices.length) parts.push(make("p", "good", "The answer: " + question.answers[0]));
      parts.push(...question.because.map(text => make("p", "", text)));
    }
    return parts;
  };
  const drawStop = () => {
    const { text, parts, question } = stops[stop];
    at("place").textContent = "stop " + (stop + 1) + " of " + stops.length;
    at("told").replaceChildren(...text.map(line => make("p", "", line)), ...(question ? drawQuestion(question) : []));
    at("before").disabled = stop === 0;
    at("on").disabled = stop === stops.length - 1 && !isAsking();
    for (const section of document.querySelectorAll("main section")) {
      section.classList.toggle("shown", parts.includes(section.id));
    }
  };
  const goToStop = n => {
    stop = n;
    ({ data, run } = runs[stops[n].run]);
    at("slider").min = run.first;
    at("slider").max = run.last;
    drawStop();
    go(stops[n].at);
  };
  const goOn = () => {
    if (isAsking()) { answered[stop].isDone = true; drawStop(); return go(position); }
    if (stop + 1 < stops.length) goToStop(stop + 1);
  };
  const goBack = () => {
    // Whoever has looked around comes back to the stop first.
    goToStop(position !== stops[stop].at || stop === 0 ? stop : stop - 1);
  };
  const pressInLesson = key => {
    if (!stops.length) return false;
    if (key === "Enter" || key === "PageDown" || key === " ") { goOn(); return true; }
    if (key === "Backspace" || key === "PageUp") { goBack(); return true; }
    if (!isAsking() || !/^[0-9a-z]$/i.test(key)) return false;
    const count = stops[stop].question.choices.length;
    // What is typed at a question without choices is the beginning of its answer.
    if (!count) { at("told").querySelector("input").focus(); return "typed"; }
    if (!(Number(key) >= 0)) return false;
    if (Number(key) >= 1 && Number(key) <= count) reply(key);
    else say("1 to " + count + " answers");
    return true;
  };
  const draw = () => {
    at("step").textContent = position + " of " + data.count + " steps";
    at("slider").value = position;
    keepPlace();
    at("play").textContent = timer ? "pause" : "play";
    drawPicture(); drawStack(); drawPrediction(); drawNarration(); drawTrace();
    if (stops.length) drawMarks();
  };
  const say = text => { at("message").textContent = seen(text); };

  const pause = () => { clearInterval(timer); timer = null; };
  const go = n => { pause(); position = n; draw(); };
  const play = () => {
    if (timer) { pause(); return draw(); }
    if (position === run.last) position = run.first;
    timer = setInterval(() => {
      position = run.move("s", position);
      if (position === run.last) pause();
      draw();
    }, 1000 / speed);
    draw();
  };
  const pace = factor => {
    speed = Math.min(64, Math.max(0.25, speed * factor));
    say(speed + " steps a second");
    if (timer) { pause(); play(); }
  };
  const ask = what => {
    pause();
    asked = what;
    at("question").hidden = false;
    at("asked").textContent = what === "g" ? "go to step" : "search the trace";
    at("answer").value = what === "g" ? "" : found;
    at("answer").focus();
    at("answer").select();
  };
  const closeQuestion = () => { asked = null; at("question").hidden = true; at("answer").blur(); };
  const answer = () => {
    const text = at("answer").value;
    const what = asked;
    closeQuestion();
    if (!text.trim()) return;
    if (what === "g") {
      const n = run.parse(text);
      return n === null ? say(text + " is no step from " + run.first + " to " + run.last) : go(n);
    }
    found = text;
    find(1);
  };
  const find = step => {
    if (!found) return say("search with / first");
    const n = run.search(found, position, step);
    n === null ? say("no step has " + found) : go(n);
  };
  const press = key => {
    say("");
    const taken = pressInLesson(key);
    if (taken) return taken !== "typed";
    if (key === "g" || key === "/") ask(key);
    else if (key === " ") play();
    else if (key === "+" || key === "=") pace(2);
    else if (key === "-") pace(0.5);
    else if (key === ">") find(1);
    else if (key === "<") find(-1);
    else {
      const n = run.move(key, position);
      if (n === undefined) {
        if (/^[a-z]$/i.test(key)) say(key + " is no key of this page, which has those on its buttons; the debugger in a terminal has more");
        return false;
      }
      go(n);
    }
    return true;
  };

  document.addEventListener("keydown", e => {
    if (e.ctrlKey || e.metaKey || e.altKey) return;
    if (e.target === at("answer")) {
      if (e.key === "Enter") answer(); else if (e.key === "Escape") closeQuestion(); else return;
      return e.preventDefault();
    }
    if (press(e.key)) e.preventDefault();
  });
  for (const button of document.querySelectorAll("[data-key]")) {
    // In a lesson the key of a button may do something else.
    button.addEventListener("click", () => {
      button.blur();
      if (button.dataset.key === " ") play(); else press(button.dataset.key);
    });
  }
  at("slider").min = run.first;
  at("slider").max = run.last;
  at("slider").addEventListener("input", e => go(Number(e.target.value)));
  dark.addEventListener("change", draw);
  window.addEventListener("hashchange", goToAddress);
  drawMarks();
  if (stops.length) {
    at("on").addEventListener("click", () => { at("on").blur(); goOn(); });
    at("before").addEventListener("click", () => { at("before").blur(); goBack(); });
    // An address with a step alone opens there, at the first stop's text.
    const { hash } = location;
    goToStop(0);
    if (hash) {
      history.replaceState(null, "", hash);
      goToAddress();
    }
  } else {
    draw();
  }
}

if (typeof document !== "undefined") show(JSON.parse(document.getElementById("data").textContent), document);
