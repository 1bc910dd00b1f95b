"use strict";
const ROW = 38, HEAD = 34, KEPT = 50000;
const $ = (id) => document.getElementById(id);
const el = (tag, props = {}, ...children) => {
  const node = Object.assign(document.createElement(tag), props);
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
};
const state = { all: [], shown: [], text: "", only: "", chosen: null, rules: [], drawn: null };

async function call(method, path, body) {
  const response = await fetch(path, { method, body: body === undefined ? undefined : JSON.stringify(body) });
  const json = await response.json().catch(() => ({}));
  if (!response.ok) throw new Error(json.detail ?? `the server answered ${response.status}`);
  return json;
}
let quietly;
function say(text) {
  const toast = $("toast");
  toast.textContent = text;
  toast.classList.add("on");
  clearTimeout(quietly);
  quietly = setTimeout(() => toast.classList.remove("on"), 4000);
}
const attempt = (work) => Promise.resolve().then(work).catch((error) => say(error.message));

const moment = (ms) => new Date(ms).toISOString().slice(0, 19).replace("T", " ");
const took = (ms) => (ms < 1 ? `${Math.round(ms * 1000)} µs` : ms < 1000 ? `${ms.toFixed(1)} ms` : `${(ms / 1000).toFixed(1)} s`);
const kind = (status) => `pill s${status === 599 ? 5 : String(status)[0]}`;
const shownStatus = (status) => (status === 599 ? "none" : status);
const effect = (record) => {
  const rows = record.changes.reduce((sum, change) => sum + change.inserted + change.updated + change.deleted, 0);
  const parts = [];
  if (rows) parts.push(`${rows} row${rows === 1 ? "" : "s"}`);
  if (record.events.length) parts.push(`${record.events.length} event${record.events.length === 1 ? "" : "s"}`);
  return parts.join(", ");
};

/* The list draws only the rows that can be seen. */
function fits(record) {
  if (state.only === "fault" ? !record.fault : state.only && !kind(record.status).endsWith(state.only)) return false;
  if (!state.text) return true;
  return `${record.operation} ${record.path} ${record.requestId} ${record.fault ?? ""} ${record.status}`.toLowerCase().includes(state.text);
}
let planned = false;
function draw() {
  if (planned) return;
  planned = true;
  requestAnimationFrame(() => {
    planned = false;
    const { shown } = state, box = $("scroll"), space = $("space");
    space.style.height = `${shown.length * ROW}px`;
    $("empty").hidden = shown.length > 0;
    $("empty").textContent = state.all.length ? "No request fits the filter." : "No requests yet. Point an SDK at this address and call something.";
    $("count").textContent = shown.length === state.all.length ? `${shown.length.toLocaleString("en")} requests` : `${shown.length.toLocaleString("en")} of ${state.all.length.toLocaleString("en")}`;
    const first = Math.max(0, Math.floor(box.scrollTop / ROW) - 5);
    const last = Math.min(shown.length, first + Math.ceil(box.clientHeight / ROW) + 10);
    const rows = [];
    for (let place = first; place < last; place += 1) rows.push(row(shown[shown.length - 1 - place], place));
    space.replaceChildren(...rows);
  });
}
function row(record, place) {
  const name = el("span", { className: "name", title: record.operation }, record.operation);
  const tags = () => [record.fault ? el("span", { className: "tag fault", title: record.fault }, record.fault) : null, record.replayed ? el("span", { className: "tag" }, "replayed") : null].filter(Boolean);
  name.append(...tags());
  const node = el("div", { className: "row" },
    el("span", { className: kind(record.status) }, String(shownStatus(record.status))), name,
    el("span", { className: "path", title: record.path }, `${record.method} ${record.path}`),
    el("span", { className: "effect" }, ...tags(), effect(record)),
    el("span", { className: "time" }, moment(record.nowMs).slice(11)),
    el("span", { className: "took" }, took(record.durationMs)));
  node.style.top = `${place * ROW}px`;
  node.setAttribute("role", "option");
  node.setAttribute("aria-selected", String(record.requestId === state.chosen));
  node.onclick = () => attempt(() => choose(record));
  return node;
}
function refilter() {
  state.shown = state.all.filter(fits);
  draw();
}
function add(record) {
  state.all.push(record);
  if (state.all.length > KEPT) {
    state.all.splice(0, 1000);
    return refilter();
  }
  if (fits(record)) {
    state.shown.push(record);
    const box = $("scroll");
    /* Who has scrolled down reads on; the newest come above. */
    if (box.scrollTop > ROW) box.scrollTop += ROW;
  }
  draw();
}

/* One request. */
function tab(name) {
  for (const other of ["request", "world"]) {
    $(other).hidden = other !== name;
    $(`tab-${other}`).setAttribute("aria-selected", String(other === name));
  }
}
function pretty(value) {
  const pre = el("pre");
  const text = JSON.stringify(value, null, 2);
  const token = /("(?:\\.|[^"\\])*")(\s*:)?|-?\d+(?:\.\d+)?(?:e[+-]?\d+)?|true|false|null/gi;
  let at = 0;
  for (const match of text.matchAll(token)) {
    pre.append(text.slice(at, match.index));
    const className = match[2] ? "k" : match[1] ? "t" : "n";
    pre.append(el("span", { className }, match[1] ?? match[0]), match[2] ?? "");
    at = match.index + match[0].length;
  }
  pre.append(text.slice(at));
  return pre;
}
const part = (title, ...children) => el("section", {}, el("h2", {}, title), ...children);
const facts = (pairs) => el("dl", {}, ...pairs.filter(([, value]) => value !== null && value !== undefined && value !== "").flatMap(([name, value]) => [el("dt", {}, name), el("dd", {}, String(value))]));
async function choose(record) {
  state.chosen = record.requestId;
  draw();
  tab("request");
  document.body.classList.add("open");
  const { requests } = await call("GET", `/_test/requests?id=${encodeURIComponent(record.requestId)}`);
  const whole = requests[0] ?? record;
  if (state.chosen !== record.requestId) return;
  const sections = [
    el("section", {}, el("p", { className: "title" }, el("span", { className: kind(whole.status) }, String(shownStatus(whole.status))), whole.operation),
      el("p", { className: "mono" }, `${whole.method} ${whole.path}${whole.query ? `?${whole.query}` : ""}`)),
    part("Timing and identity", facts([["Virtual time", `${moment(whole.nowMs)} UTC`], ["Took", took(whole.durationMs)], ["Request id", whole.requestId], ["Idempotency key", whole.idempotencyKey], ["Attempt", whole.attempt], ["Answered again", whole.replayed ? "yes, from the same key" : ""]])),
  ];
  if (whole.fault) sections.push(part("Fault", el("p", {}, el("span", { className: "tag fault", style: "margin:0" }, whole.fault)), el("div", { style: "height:8px" }), pretty(whole.rule)));
  const lines = whole.changes.map((change) => el("li", {}, el("span", { className: "mono" }, change.table),
    change.inserted ? el("span", { className: "plus" }, `+${change.inserted}`) : null,
    change.updated ? el("span", { className: "tilde" }, `~${change.updated}`) : null,
    change.deleted ? el("span", { className: "minus" }, `−${change.deleted}`) : null));
  const sent = whole.events.map((event) => el("li", {}, el("span", {}, event.kind), el("span", { className: "mono" }, event.userId)));
  sections.push(part("Changed rows", el("ul", { className: "items" }, ...(lines.length ? lines : [el("li", { className: "none" }, "Nothing was written")]))));
  if (sent.length) sections.push(part("Events sent", el("ul", { className: "items" }, ...sent)));
  if (whole.request !== null && whole.request !== undefined) sections.push(part("Request body", pretty(whole.request)));
  if (whole.response !== null && whole.response !== undefined) sections.push(part("Answer", pretty(whole.response)));
  $("request").replaceChildren(...sections);
  $("request").scrollTop = 0;
}

/* The world. */
const KINDS = [["status 503", { kind: "status", status: 503 }], ["status 500", { kind: "status", status: 500 }], ["status 422", { kind: "status", status: 422 }], ["rate limited, 2 s", { kind: "rate_limited", retryAfter: 2 }], ["token expired", { kind: "token_expired" }], ["dropped before commit", { kind: "drop_before_commit" }], ["dropped after commit", { kind: "drop_after_commit" }], ["reset before commit", { kind: "reset_before_commit" }], ["reset after commit", { kind: "reset_after_commit" }], ["delayed 2 s", { kind: "delay", ms: 2000 }], ["slow answer, 2 s", { kind: "slow_answer", ms: 2000 }], ["dribbled, 100 ms apart", { kind: "dribble", ms: 100 }], ["cut after 20 bytes", { kind: "truncate", bytes: 20 }], ["malformed JSON", { kind: "malformed_json" }], ["JSON of another type", { kind: "wrong_type" }], ["empty body", { kind: "empty_body" }], ["10 MB body", { kind: "huge_body", bytes: 10000000 }], ["text/plain", { kind: "wrong_content_type", contentType: "text/plain" }], ["HTML of a proxy, 502", { kind: "proxy_error", status: 502 }], ["HTML of a portal, 200", { kind: "html" }], ["redirect", { kind: "redirect", location: "https://example.org/" }], ["carried out twice", { kind: "duplicate" }], ["date a day ahead", { kind: "date_skew", seconds: 86400 }], ["stream: cut after 1 event", { kind: "cut_stream", events: 1 }], ["stream: every event twice", { kind: "duplicate_events" }], ["stream: events swapped", { kind: "reorder_events" }]];
const fill = (id, items, none) => $(id).replaceChildren(...(items.length ? items : [el("li", { className: "none" }, none)]));
function drawFaults() {
  fill("faults", state.rules.map((rule, place) => {
    const when = [rule.nth ? `request ${rule.nth}` : "", rule.rate !== null && rule.rate !== undefined ? `${Math.round(rule.rate * 100)} %` : "", rule.times ? `at most ${rule.times}×` : ""].filter(Boolean).join(", ");
    return el("li", {}, el("span", {}, el("span", { className: "tag fault", style: "margin:0 6px 0 0" }, rule.fault.kind), rule.route, when ? ` (${when})` : ""),
      el("button", { onclick: () => attempt(() => plan(state.rules.filter((_, other) => other !== place))) }, "Remove"));
  }), "None: every request is answered as the contract says");
}
async function plan(rules) {
  const sent = rules.map((rule) => Object.fromEntries(Object.entries(rule).filter(([, value]) => value !== null)));
  await call("POST", "/_test/faults", sent);
  await refresh();
}
async function refresh() {
  const [clock, invariants, streams, rules, snapshots, forks] = await Promise.all(["clock", "invariants", "streams", "faults", "snapshot", "forks"].map((name) => call("GET", `/_test/${name}`)));
  $("clock").textContent = `${moment(clock.nowMs)} UTC`;
  $("streams").textContent = streams.open;
  const sound = invariants.ledgerSum === 0 && invariants.balanceSum === 0 && invariants.negativeAccounts === 0 && invariants.mismatchedAccounts === 0;
  $("ledger").textContent = sound ? "Sum zero" : `Off by ${invariants.ledgerSum || invariants.balanceSum}`;
  $("ledger").className = `pill ${sound ? "good" : "bad"}`;
  $("place").textContent = `${forks.self ?? "reference server"} at ${location.host}`;
  const drawn = JSON.stringify([invariants, rules, snapshots, forks]);
  if (drawn === state.drawn) return;
  state.drawn = drawn;
  state.rules = rules;
  drawFaults();
  fill("snapshots", snapshots.snapshots.map(({ id, nowMs }) => el("li", {}, el("span", {}, id, el("span", { className: "quiet" }, `  ${moment(nowMs)}`)),
    el("button", { onclick: () => attempt(() => reset(id)) }, "Go back"), el("button", { onclick: () => attempt(() => fork(id)) }, "Fork"))), "None yet");
  fill("forks", forks.forks.map((one) => el("li", {}, el("span", {}, one.id, one.parent ? ` of ${one.parent}` : ""),
    el("a", { href: `${one.url}/_test`, target: "_blank", rel: "noopener" }, one.url.replace("http://", "")))), "None: Fork opens a copy of this world on a port of its own");
  $("invariants").replaceWith(Object.assign(facts([["Sum of entries", invariants.ledgerSum], ["Sum of balances", invariants.balanceSum], ["Accounts below zero", invariants.negativeAccounts], ["Accounts unlike their entries", invariants.mismatchedAccounts], ["Movements", invariants.postings.toLocaleString("en")], ["Tokens in all", invariants.tokens.toLocaleString("en")]]), { id: "invariants" }));
}
async function reset(snapshot) {
  await call("POST", "/_test/reset", snapshot ? { snapshot } : {});
  say(snapshot ? `The world is back at ${snapshot}` : "The world is back at its beginning");
  await refresh();
}
async function fork(snapshot) {
  const made = await call("POST", "/_test/fork", snapshot ? { snapshot } : {});
  say(`${made.id} listens at ${made.url}`);
  await refresh();
}

/* The tail. */
let soon;
function later() {
  soon ??= setTimeout(() => {
    soon = undefined;
    attempt(refresh);
  }, 400);
}
let generation = 0;
async function load() {
  const mine = ++generation;
  const { requests } = await call("GET", "/_test/requests?bodies=false&limit=10000");
  if (mine !== generation) return;
  const known = new Set(requests.map((record) => record.requestId));
  state.all = requests.concat(state.all.filter((record) => record.fresh && !known.has(record.requestId)));
  for (const record of state.all) record.fresh = false;
  const operations = [...new Set(requests.map((record) => record.operation))].sort();
  $("routes").replaceChildren(...["*", ...operations].map((value) => el("option", { value })));
  refilter();
}
function listen() {
  const tail = new EventSource("/_test/requests/live");
  tail.onopen = () => {
    $("live").textContent = "live";
    $("live").classList.add("on");
    attempt(load);
    later();
  };
  tail.onerror = () => {
    $("live").textContent = "reconnecting";
    $("live").classList.remove("on");
  };
  tail.addEventListener("request", (event) => {
    add(Object.assign(JSON.parse(event.data), { fresh: true }));
    later();
  });
  tail.addEventListener("forgotten", () => {
    generation += 1;
    state.all = [];
    state.chosen = null;
    $("request").replaceChildren();
    tab("world");
    refilter();
    later();
  });
  tail.addEventListener("missed", () => attempt(load));
}

for (const button of document.querySelectorAll("[data-advance]")) {
  button.onclick = () => attempt(async () => {
    button.disabled = true;
    try {
      await call("POST", "/_test/clock", { advanceMs: Number(button.dataset.advance) });
    } finally {
      button.disabled = false;
    }
    await refresh();
  });
}
for (const button of document.querySelectorAll("[data-only]")) {
  button.onclick = () => {
    state.only = button.dataset.only;
    for (const other of document.querySelectorAll("[data-only]")) other.setAttribute("aria-pressed", String(other === button));
    refilter();
  };
}
$("filter").oninput = (event) => {
  state.text = event.target.value.trim().toLowerCase();
  $("scroll").scrollTop = 0;
  refilter();
};
$("scroll").onscroll = draw;
$("scroll").onkeydown = (event) => {
  const step = { ArrowDown: -1, ArrowUp: 1 }[event.key];
  if (!step || !state.shown.length) return;
  event.preventDefault();
  const at = state.shown.findIndex((record) => record.requestId === state.chosen);
  const next = Math.min(Math.max(at < 0 ? state.shown.length - 1 : at + step, 0), state.shown.length - 1);
  const top = (state.shown.length - 1 - next) * ROW, box = $("scroll");
  if (top < box.scrollTop) box.scrollTop = top;
  if (top + ROW + HEAD > box.scrollTop + box.clientHeight) box.scrollTop = top + ROW + HEAD - box.clientHeight;
  attempt(() => choose(state.shown[next]));
};
addEventListener("resize", draw);
$("tab-request").onclick = () => tab("request");
$("tab-world").onclick = () => tab("world");
$("close").onclick = () => document.body.classList.remove("open");
$("show-world").onclick = () => {
  tab("world");
  document.body.classList.add("open");
};
addEventListener("keydown", (event) => event.key === "Escape" && document.body.classList.remove("open"));
$("clear").onclick = () => attempt(() => call("DELETE", "/_test/requests"));
$("snapshot").onclick = () => attempt(async () => {
  const taken = await call("POST", "/_test/snapshot", {});
  say(`Kept as ${taken.id}`);
  await refresh();
});
$("fork").onclick = () => attempt(() => fork());
$("reset").onclick = () => confirm("Put the world back to its beginning?") && attempt(() => reset());
const form = $("plan");
form.elements.kind.append(...KINDS.map(([text], value) => el("option", { value }, text)));
form.onsubmit = (event) => {
  event.preventDefault();
  const { route, kind: chosen, nth, rate } = form.elements;
  const rule = { route: route.value.trim(), fault: KINDS[chosen.value][1] };
  if (nth.value) rule.nth = Number(nth.value);
  if (rate.value) rule.rate = Number(rate.value);
  $("refusal").textContent = "";
  plan([...state.rules, rule]).catch((error) => ($("refusal").textContent = error.message));
};
$("request").append(el("section", { className: "quiet" }, "Choose a request to see what it asked, what it was answered and what it changed."));
listen();
setInterval(() => attempt(refresh), 3000);
