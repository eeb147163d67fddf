// The evidence desk: the forms of the page sent without leaving it, words chosen by mouse or key, saved as one goes.
// Everything here also works without this file, by plain links and forms.
const desk = document.getElementById("evidence-desk");

if (desk) {
  const PARTS = ["evidence-meter", "evidence-lists", "evidence-text", "evidence-panel"];
  const [SAVED, NOT_SENT] = desk.dataset.words.split("|");
  const part = (name) => document.getElementById(name);
  const say = (words) => { part("evidence-said").textContent = words; };
  let turn = 0;

  const show = (html, address, keepPanel) => {
    const page = new DOMParser().parseFromString(html, "text/html");
    if (!page.getElementById("evidence-desk")) { location.assign(address); return; }
    const scroll = part("evidence-text").scrollTop;
    for (const name of PARTS) {
      if (!(keepPanel && name === "evidence-panel")) part(name).replaceWith(page.getElementById(name));
    }
    part("evidence-text").scrollTop = scroll;
    mark(null);
    lookAgain();
    const words = [...page.querySelectorAll(".messages li")].map((one) => one.textContent.trim()).join(" ");
    if (words) say(words);
    return page;
  };

  const load = async (address, options = {}, { keepPanel = false, focus = true } = {}) => {
    const mine = ++turn;
    try {
      const answer = await fetch(address, { credentials: "same-origin", ...options });
      const html = await answer.text();
      if (mine !== turn) return null;  // something newer was asked for meanwhile
      const page = show(html, answer.url, keepPanel && answer.ok);
      if (answer.ok && !keepPanel) history.replaceState(null, "", answer.url);
      if (focus && !keepPanel && !resume()) {
        const first = part("evidence-panel").querySelector("[role=alert], h2, input:not([type=hidden]), textarea");
        const field = first?.closest(".field")?.querySelector("input, select, textarea") || first;
        if (field && !field.matches("input, select, textarea")) field.tabIndex = -1;
        field?.focus({ preventScroll: true });
      }
      return { answer, page };
    } catch {
      say(NOT_SENT);
      return null;
    }
  };

  // Links and forms -----------------------------------------------------------------------------------------------

  desk.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="?"]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    leave(link);
    if (!String(getSelection()).trim()) load(desk.dataset.address + link.getAttribute("href"));
  });

  desk.addEventListener("submit", (event) => {
    const form = event.target;
    event.preventDefault();
    leave(event.submitter);
    const data = new FormData(form, event.submitter);
    if (form.method === "get") load(`${desk.dataset.address}?${new URLSearchParams(data)}`);
    else load(desk.dataset.address, { method: "POST", body: data });
  });

  // Saved as one goes: a changed field of a form marked so is sent at once; the version in the form is brought up.
  desk.addEventListener("change", async (event) => {
    const form = event.target.closest("form[data-saves]");
    if (!form) return;
    const done = await load(desk.dataset.address, { method: "POST", body: new FormData(form) }, { keepPanel: true });
    if (!done?.answer.ok || !done.page) return;
    say(SAVED);
    const version = done.page.querySelector("input[name=version]")?.value;
    if (version) for (const one of desk.querySelectorAll("input[name=version]")) one.value = version;
  });

  // The text kept of the chosen source, to pick a quotation from.
  const showSource = async (select) => {
    const place = part("source-text");
    if (!place) return;
    place.replaceChildren();
    if (!select.value) return;
    const answer = await fetch(place.dataset.address.replace("/0/", `/${select.value}/`), { credentials: "same-origin" });
    if (answer.ok) place.innerHTML = await answer.text();
  };
  desk.addEventListener("change", (event) => { if (event.target.matches("select[name=source]")) showSource(event.target); });
  desk.addEventListener("toggle", (event) => {
    if (event.target.id !== "do-assert" || !event.target.open) return;
    const select = event.target.querySelector("select[name=source]");
    if (select) showSource(select);
  }, true);
  desk.addEventListener("click", (event) => {
    const quote = event.target.closest("[data-quote]");
    if (!quote) return;
    const field = quote.closest("form").querySelector("[name=quote]");
    field.value = quote.textContent;
    field.focus();
  });

  // Words chosen by the mouse ---------------------------------------------------------------------------------------

  const codePoints = (text) => Array.from(text).length;
  const placeOf = (node, offset) => {
    const run = (node.nodeType === 1 ? node : node.parentElement).closest(".run");
    if (!run) return null;
    const range = document.createRange();
    range.selectNodeContents(run);
    range.setEnd(node, offset);
    return Number(run.dataset.start) + codePoints(range.toString());
  };

  document.addEventListener("mouseup", (event) => {
    if (!event.target.closest?.("#evidence-text")) return;
    const selection = getSelection();
    if (!selection.rangeCount || !String(selection).trim()) return;
    const range = selection.getRangeAt(0);
    const start = placeOf(range.startContainer, range.startOffset);
    const end = placeOf(range.endContainer, range.endOffset);
    if (start !== null && end !== null && start < end) load(`${desk.dataset.address}?start=${start}&end=${end}`);
  });

  // Keys ------------------------------------------------------------------------------------------------------------

  const links = (which) => [...part("evidence-text").querySelectorAll(which)];
  const step = (which, by) => {
    const all = links(which);
    const here = all.indexOf(document.activeElement);
    const chosen = here < 0 ? all.findIndex((one) => one.classList.contains("run--chosen")) : here;
    all[Math.min(Math.max(chosen + by, 0), all.length - 1)]?.focus();
  };

  // The chosen words made longer or shorter by a word, at either end.
  const adjust = (edge, by) => {
    const asked = new URLSearchParams(location.search);
    const ends = { start: Number(asked.get("start")), end: Number(asked.get("end")) };
    if (!asked.has("start") || !asked.has("end")) return;
    const runs = links(".run");
    const text = [];
    for (const run of runs) Array.from(run.textContent).forEach((one, n) => { text[Number(run.dataset.start) + n] = one; });
    const isWord = (at) => /[\p{L}\p{N}]/u.test(text[at] || "");
    let at = ends[edge];
    const before = edge === "start" ? 0 : 1;
    do at += by; while (at > 0 && at < text.length && !(isWord(at - before) && !isWord(at - before + (edge === "start" ? -1 : 1))));
    ends[edge] = at;
    if (ends.start >= ends.end || at < 0 || at > text.length) return;
    asked.set("start", ends.start);
    asked.set("end", ends.end);
    load(`${desk.dataset.address}?${asked}`, {}, { focus: false });
  };

  const open = (name) => {
    const details = part(`do-${name}`);
    if (!details) return;
    details.open = true;
    details.querySelector("form input:not([type=hidden]), form select, form textarea")?.focus();
  };

  // Proposals -------------------------------------------------------------------------------------------------------

  const rows = () => [...desk.querySelectorAll("#proposals .proposal")];
  const current = () => document.activeElement?.closest?.("#proposals .proposal");
  let left = null;  // the place in the list of the proposal that was just decided on

  // The words of a proposal shown in the text, where the browser can mark words without changing the page.
  const mark = (row) => {
    globalThis.CSS?.highlights?.delete("proposal");
    if (!row || !globalThis.Highlight) return;
    const [start, end] = [Number(row.dataset.start), Number(row.dataset.end)];
    const ranges = [];
    for (const run of links(".run")) {
      const letters = Array.from(run.textContent), first = Number(run.dataset.start);
      const from = Math.max(start - first, 0), to = Math.min(end - first, letters.length);
      if (from >= to || !run.firstChild) continue;
      const range = document.createRange();
      range.setStart(run.firstChild, letters.slice(0, from).join("").length);
      range.setEnd(run.firstChild, letters.slice(0, to).join("").length);
      ranges.push(range);
    }
    if (!ranges.length) return;
    CSS.highlights.set("proposal", new Highlight(...ranges));
    const text = part("evidence-text"), box = ranges[0].getBoundingClientRect(), pane = text.getBoundingClientRect();
    if (text.scrollHeight > text.clientHeight) text.scrollTop += box.top - pane.top - text.clientHeight / 3;
  };

  const go = (row) => { row?.focus({ preventScroll: true }); row?.scrollIntoView({ block: "nearest" }); };
  const turnTo = (by) => {
    const all = rows(), here = all.indexOf(current());
    go(all[Math.min(Math.max(here + by, 0), all.length - 1)]);
  };
  const press = (which) => {
    const row = current();
    if (!row) { turnTo(1); return; }
    const unsaid = which === "[name=accept]" && !desk.querySelector("#proposals [name=sensitivity]:checked");
    if (unsaid) desk.querySelector("#proposals [name=sensitivity]").focus();  // it is asked for once; the rest follows it
    else row.querySelector(which).click();
  };

  const leave = (control) => {
    const at = rows().indexOf(control?.closest(".proposal"));
    if (at >= 0) left = at;
  };
  const resume = () => {  // after a decision the next proposal takes the place of the last
    if (left === null || !rows().length) return false;
    go(rows()[Math.min(left, rows().length - 1)]);
    left = null;
    return true;
  };

  desk.addEventListener("focusin", (event) => mark(event.target.closest("#proposals .proposal")));

  // While the text is being read the list is asked for again, ever more slowly, and only where somebody looks.
  let pause = 0, looking = 0;
  const lookAgain = () => {
    clearTimeout(looking);
    if (!desk.querySelector("[data-look-again]")) { pause = 0; return; }
    pause = Math.min(pause ? pause * 1.5 : 1500, 15000);
    looking = setTimeout(async () => {
      const here = document.activeElement;
      if (document.hidden || part("proposals")?.contains(here)) { lookAgain(); return; }  // nobody is disturbed
      const focus = part("evidence-panel").contains(here);
      await load(`${desk.dataset.address}?show=proposals`, {}, { focus });
      if (!desk.querySelector("[data-look-again]")) say(part("evidence-lists").querySelector("[aria-current]")?.textContent || "");
    }, pause);
  };
  lookAgain();

  const KEYS = {
    j: () => step("a.run", 1),
    k: () => step("a.run", -1),
    u: () => step("a.run--open", 1),
    a: () => open("assert"),
    s: () => open("split"),
    m: () => open("merge"),
    "[": () => adjust("end", -1),
    "]": () => adjust("end", 1),
    "{": () => adjust("start", -1),
    "}": () => adjust("start", 1),
    n: () => turnTo(1),
    p: () => turnTo(-1),
    y: () => press("[name=accept]"),
    x: () => press("[name=refuse]"),
    c: () => press("a[href]"),
    z: () => part("undo-refusal")?.requestSubmit(),
  };

  document.addEventListener("keydown", (event) => {
    const inField = event.target.matches?.("input, select, textarea, [contenteditable]");
    const typing = inField && !event.target.matches("input[type=checkbox]");
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && inField) {
      event.preventDefault();
      event.target.closest("form")?.requestSubmit();
    } else if (event.key === "Escape" && event.target.closest?.("#evidence-panel")) {
      (part("evidence-text").querySelector(".run--chosen") || part("evidence-text")).focus();
    } else if (!typing && !event.ctrlKey && !event.metaKey && !event.altKey && KEYS[event.key]) {
      event.preventDefault();
      KEYS[event.key]();
    }
  });
}
