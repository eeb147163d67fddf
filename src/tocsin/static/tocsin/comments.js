// Writing where one reads. Everything here also works without this file, by links to a page with the form and plain
// posts; without it a comment carries no proof of work and waits for a moderator.
const WORK = new URL("comments-work.js", import.meta.url);
const KEY = "comments.writer", NAME = "comments.name";
const FRESH = 8 * 60 * 1000, READING = 3200, TRIES = 3;

const kept = (name) => { try { return localStorage.getItem(name) ?? ""; } catch { return ""; } };
const keep = (name, value) => {
  try { if (value) localStorage.setItem(name, value); else localStorage.removeItem(name); } catch { /* not allowed here */ }
};
const hex = (length) => Array.from(crypto.getRandomValues(new Uint8Array(length)), (one) => one.toString(16).padStart(2, "0")).join("");
const pause = (time) => new Promise((done) => { setTimeout(done, Math.max(0, time)); });
const ask = async (address, options = {}) => {
  const answer = await fetch(address, { credentials: "same-origin", referrerPolicy: "same-origin", ...options });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  return document.adoptNode(page.querySelector("[data-comment-panel]") ?? (() => { throw new Error(answer.status); })());
};

// The work for one ticket, begun as soon as somebody writes, and done by the time they have written.
const work = (ticket) => new Promise((done, failed) => {
  const worker = new Worker(WORK), parts = ticket.split(".");
  worker.onmessage = ({ data }) => { worker.terminate(); done(String(data)); };
  worker.onerror = () => { worker.terminate(); failed(new Error("no worker")); };
  worker.postMessage({ signature: parts.at(-1), bits: Number(parts[2]) });
});

const ready = (panel) => {
  for (const button of panel.querySelectorAll("[data-copy]")) button.hidden = false;
  const form = panel.querySelector("form[data-send]");
  if (!form) return;
  const field = (name) => form.elements.namedItem(name), said = panel.querySelector("[data-said]");
  const writer = field("writer"), remember = field("remember"), proof = field("proof"), action = form.getAttribute("action");
  let since = Date.now(), working, tries = 0;
  const begin = () => { if (proof) working ??= work(field("ticket").value).catch(() => ""); };
  const take = (ticket) => {
    field("ticket").value = ticket;
    since = Date.now();
    working = undefined;
  };
  const remembers = () => (remember?.checked ? writer.value || hex(16) : "");

  if (writer) writer.value = kept(KEY);
  if (remember) {
    remember.closest("[hidden]").hidden = false;
    remember.checked = Boolean(writer.value);
    const name = field("name");
    if (name && !name.value && !("errors" in form.dataset)) name.value = kept(NAME);
  }

  const prove = async () => {
    if (Date.now() - since > FRESH) take((await ask(action)).querySelector("[name=ticket]").value);
    begin();
    proof.value = await working;
    await pause(since + READING - Date.now());
  };

  const send = async (button) => {
    said.textContent = form.dataset.sending;
    if (remember) writer.value = remembers();
    if (proof && button?.name !== "preview") await prove();
    const given = new FormData(form);
    if (button?.name) given.append(button.name, button.value);
    const next = await ask(action, { method: "POST", body: new URLSearchParams(given) });
    const again = next.querySelector("form[data-again]");
    if (again && tries < TRIES) {
      tries += 1;
      take(again.elements.namedItem("ticket").value);
      await send(button);
      return;
    }
    if ("done" in next.dataset) {
      if (remember) { keep(KEY, writer.value); keep(NAME, writer.value && field("name").value); }
      show(next.querySelector("template"));
    }
    panel.replaceWith(next);
    ready(next);
    if (!page) closable(next, panel.opener);
    (next.querySelector("[aria-invalid=true]") ?? next.querySelector("[tabindex='-1']"))?.focus();
  };

  form.addEventListener("input", begin, { once: true });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (form.dataset.busy) return;
    form.dataset.busy = "1";
    send(event.submitter).catch(() => { said.textContent = form.dataset.failed; }).finally(() => { delete form.dataset.busy; });
  });
};

// A comment that was published at once takes its place in the list.
const show = (template) => {
  const list = document.querySelector("#comments .thread");
  if (!template || !list) return;
  const one = template.content.firstElementChild, parent = document.getElementById(`comment-${template.dataset.parent}`);
  if (parent) {
    let inner = parent.querySelector(":scope > ol");
    if (!inner) { inner = document.createElement("ol"); parent.append(inner); }
    inner.append(one);
  } else if (list.dataset.order === "newest") list.prepend(one);
  else list.append(one);
};

// The words last marked in the text, for who reports an error in them.
let marked = "";
document.addEventListener("selectionchange", () => {
  const chosen = getSelection(), text = chosen.toString().trim();
  const within = chosen.anchorNode?.parentElement?.closest("main");
  if (text && within && !chosen.anchorNode.parentElement.closest("form")) marked = text.slice(0, 1000);
});

// Opened within another page, a form can be closed; the link that opened it is where one was.
const closable = (panel, link) => {
  panel.opener = link;
  const close = panel.querySelector("[data-close]");
  if (!close) return;
  close.hidden = false;
  close.addEventListener("click", () => { panel.remove(); link.focus(); });
};

const open = async (link) => {
  const panel = await ask(link.href);
  document.querySelector("[data-comment-panel]")?.remove();
  (link.closest("p") ?? link).after(panel);
  const passage = panel.querySelector("[name=passage]");
  if (passage && !passage.value) passage.value = marked;
  ready(panel);
  closable(panel, link);
  (panel.querySelector("[data-first]") ?? panel.querySelector("input:not([type=hidden]), [tabindex='-1']"))?.focus();
};

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-copy]"), link = event.target.closest("a[data-write]");
  if (button) {
    navigator.clipboard?.writeText(button.dataset.copy).then(() => { button.textContent = button.dataset.copied; }, () => {});
  }
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  open(link).catch(() => location.assign(link.href));
});

const page = document.querySelector("[data-comment-panel]");
if (page) ready(page);
