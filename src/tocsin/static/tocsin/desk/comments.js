// The moderation desk by keys: the forms of the page sent without leaving it, one after the other, in the order pressed.
// Everything here also works without this file, by plain links, boxes and buttons.
const desk = document.getElementById("moderation-desk");

if (desk) {
  const [NOT_SENT, CHOSEN, NONE_CHOSEN, EMPTY] = desk.dataset.words.split("|");
  const part = (name) => document.getElementById(name);
  const cards = () => [...desk.querySelectorAll(".held")];
  const boxes = () => [...desk.querySelectorAll('.held input[name="group"]')];
  let at = 0;  // the place in the list one is at
  let last = Promise.resolve();

  const say = (words) => { part("desk-said").textContent = words; };
  const here = () => cards()[at];

  const go = (place) => {
    const all = cards();
    if (!all.length) { at = 0; return; }
    at = Math.min(Math.max(place, 0), all.length - 1);
    all[at].focus({ preventScroll: true });
    all[at].scrollIntoView({ block: "nearest" });
  };

  const chosen = () => boxes().filter((box) => box.checked);
  const count = () => {
    const number = chosen().reduce((sum, box) => sum + box.value.split(",").length, 0);
    part("chosen-count").textContent = number ? CHOSEN + number : "";
    return number;
  };

  const show = (html, address) => {
    const page = new DOMParser().parseFromString(html, "text/html");
    if (!page.getElementById("moderation-queue")) { location.assign(address); return; }
    for (const name of ["moderation-queue", "waiting-count"]) part(name).replaceWith(page.getElementById(name));
    const words = [...page.querySelectorAll(".messages li")].map((one) => one.textContent.trim()).join(" ");
    say([words, cards().length ? "" : EMPTY].join(" ").trim());
    go(at);
  };

  const load = async (address, options = {}) => {
    try {
      const answer = await fetch(address, { credentials: "same-origin", ...options });
      const html = await answer.text();
      if (answer.status >= 500) throw new Error(answer.statusText);
      if (answer.ok) history.replaceState(null, "", answer.url);
      show(html, answer.url);
    } catch {
      say(NOT_SENT);
    }
  };

  // Each act waits for the one before, so that a key is never meant for a card that is about to go.
  const soon = (act) => { last = last.then(act, act); return last; };

  const send = (body) => load(location.href, { method: "POST", body });
  const body = () => new FormData(part("decide"));

  const decide = (verdict) => soon(() => {
    const data = body();
    if (chosen().length) {
      data.set("do", verdict);
      const first = cards().findIndex((card) => card.querySelector("input:checked"));
      at = Math.max(first, 0);
      return send(data);
    }
    const button = here()?.querySelector(`button[name="${verdict}"]`);
    if (!button) { say(NONE_CHOSEN); return undefined; }
    data.set(verdict, button.value);
    return send(data);
  });

  const choose = (box, checked) => { if (box) box.checked = checked ?? !box.checked; };

  const KEYS = {
    j: () => soon(() => go(at + 1)),
    k: () => soon(() => go(at - 1)),
    p: () => decide("publish"),
    r: () => decide("refuse"),
    s: () => decide("spam"),
    h: () => decide("hold"),
    x: () => soon(() => { choose(here()?.querySelector('input[name="group"]')); count(); say(part("chosen-count").textContent || NONE_CHOSEN); }),
    X: () => soon(() => {
      const all = boxes(), every = all.every((box) => box.checked);
      for (const box of all) choose(box, !every);
      count();
      say(part("chosen-count").textContent || NONE_CHOSEN);
    }),
    u: () => soon(() => {
      if (!part("undo")) return undefined;
      const data = body();
      data.delete("group");
      data.set("do", "undo");
      return send(data);
    }),
    e: () => soon(() => { const more = here()?.querySelector("details"); if (more) more.open = !more.open; }),
    o: () => soon(() => here()?.querySelector(".held__open")?.click()),
    n: () => soon(() => { const link = here()?.querySelector(".held__open"); if (link) location.assign(`${link.href}#note-text`); }),
    "[": () => soon(() => turn(0)),
    "]": () => soon(() => turn(1)),
    "?": () => { const keys = part("keys"); keys.open = !keys.open; keys.querySelector("summary").focus(); },
  };

  const turn = (forward) => {
    const links = [...desk.querySelectorAll(".desk-pages a")];
    const link = links.find((one) => (new URL(one.href).searchParams.get("p") || 1) * 1 > page() === Boolean(forward));
    if (!link) return undefined;
    at = 0;
    return load(link.href);
  };
  const page = () => (new URL(location.href).searchParams.get("p") || 1) * 1;

  document.addEventListener("keydown", (event) => {
    const typing = event.target.matches?.("textarea, select, [contenteditable], input:not([type=checkbox])");
    if (event.key === "Escape" && event.target.matches?.("input, textarea, select, summary")) { go(at); return; }
    if (typing || event.ctrlKey || event.metaKey || event.altKey || !Object.hasOwn(KEYS, event.key)) return;
    event.preventDefault();
    KEYS[event.key]();
  });

  desk.addEventListener("focusin", (event) => {
    const place = cards().indexOf(event.target.closest(".held"));
    if (place >= 0) at = place;
  });
  desk.addEventListener("change", (event) => { if (event.target.name === "group") count(); });
  desk.addEventListener("submit", (event) => {
    if (event.target.id !== "decide") return;
    event.preventDefault();
    const data = new FormData(event.target, event.submitter);
    const card = event.submitter?.closest(".held");
    if (card) at = cards().indexOf(card);
    soon(() => send(data));
  });

  count();
  go(0);
}
