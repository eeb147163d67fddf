// Results while typing. Everything here also works without this file, by a plain form with a shareable address.
// In the masthead a combobox with a list (ARIA Authoring Practices); on the search page the results themselves.
const WAIT = 170, LEAST = 2, MOST = 6;

// One question at a time: a later one ends the one before, whose answer is no longer wanted.
const asker = () => {
  let timer, running;
  const stop = () => { clearTimeout(timer); running?.abort(); };
  const ask = (address, take, wait = WAIT) => {
    stop();
    timer = setTimeout(async () => {
      running = new AbortController();
      const { signal } = running;
      try {
        const answer = await fetch(address(), { signal, credentials: "same-origin" });
        if (answer.ok) await take(answer, signal);
      } catch { /* ended, or the line is down: the form still works */ }
    }, wait);
  };
  return { ask, stop };
};

const made = (tag, attributes = {}, ...inside) => {
  const one = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) one.setAttribute(name, value);
  one.append(...inside);
  return one;
};

const box = document.getElementById("find");
if (box) {
  const form = box.form, { json, style, all } = form.dataset, { ask, stop } = asker();
  const list = made("ul", { role: "listbox", id: "find-list", "aria-label": box.labels[0].textContent, hidden: "" });
  const said = made("p", { class: "unseen", role: "status" });
  let active = -1;
  form.append(list, said);
  for (const [name, value] of Object.entries({
    role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id,
  })) box.setAttribute(name, value);
  box.addEventListener("focus", () => document.head.append(made("link", { rel: "stylesheet", href: style })), { once: true });

  const choose = (at) => {
    list.children[active]?.setAttribute("aria-selected", "false");
    active = at;
    const one = list.children[at];
    if (!one) return box.removeAttribute("aria-activedescendant");
    one.setAttribute("aria-selected", "true");
    box.setAttribute("aria-activedescendant", one.id);
    one.scrollIntoView({ block: "nearest" });
  };
  const open = (yes) => {
    list.hidden = !yes;
    box.setAttribute("aria-expanded", String(yes));
    if (!yes) choose(-1);
  };
  const close = () => { stop(); open(false); };
  const go = (one) => location.assign(one.dataset.link);
  const option = (link, ...inside) => {
    const one = made("li", { role: "option", id: `find-${list.children.length}`, "aria-selected": "false", "data-link": link }, ...inside);
    list.append(one);
    return one;
  };
  const show = (found) => {
    choose(-1);
    list.replaceChildren();
    for (const hit of found.hits) {
      const title = made("span", { lang: hit.language, dir: hit.direction });
      title.append(...hit.title_pieces.map((one) => (one.hit ? made("mark", {}, one.text) : one.text)));
      option(hit.link, title, made("small", {}, [hit.type_name, hit.status_name].filter(Boolean).join(" · ")));
    }
    if (found.hits.length) option(`${form.action}?q=${encodeURIComponent(box.value.trim())}`, all);
    open(found.hits.length > 0 && document.activeElement === box);
    said.textContent = found.summary;
  };

  box.addEventListener("input", (event) => {
    if (event.isComposing) return;
    const words = box.value.trim();
    if (words.length < LEAST) { close(); said.textContent = ""; return; }
    ask(() => `${json}?q=${encodeURIComponent(words)}&limit=${MOST}&suggest=1`, async (answer, signal) => {
      const found = await answer.json();
      if (!signal.aborted) show(found);
    });
  });
  box.addEventListener("keydown", (event) => {
    const count = list.children.length, shown = !list.hidden;
    const to = {
      ArrowDown: () => (active + 2) % (count + 1) - 1,
      ArrowUp: () => (active + count + 1) % (count + 1) - 1,
      Home: () => (active < 0 ? undefined : 0),
      End: () => (active < 0 ? undefined : count - 1),
    }[event.key];
    if (to && count) {
      const at = to();
      if (at === undefined) return;
      event.preventDefault();
      open(true);
      choose(at);
    } else if (event.key === "Escape" && shown) {
      event.preventDefault();
      close();
    } else if (event.key === "Enter" && shown && active >= 0) {
      event.preventDefault();
      go(list.children[active]);
    }
  });
  box.addEventListener("blur", close);
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => { const one = event.target.closest("[role=option]"); if (one) go(one); });
}

const page = document.getElementById("search");
if (page) {
  const part = (name) => document.getElementById(name), { ask, stop } = asker();
  let typing = false;
  if (part("chosen").textContent && matchMedia("(min-width: 60rem)").matches) part("more").open = true;

  // The shortest address that says what the form says.
  const address = () => {
    const given = new FormData(page), told = new URLSearchParams();
    const places = given.getAll("in").filter(Boolean);
    for (const [name, value] of given) {
      if (name === "exact") told.append("exact", given.get("at"));
      else if (value && !["at", "in"].includes(name) && value !== "relevance") told.append(name, value);
    }
    if (!places.length) told.append("in", "");
    if (places.length === 1) told.append("in", places[0]);
    if (typing) told.append("suggest", "1");
    return `${page.getAttribute("action")}?${told}`;
  };
  const update = (wait) => ask(() => `${address()}&part=1`, async (answer, signal) => {
    const html = await answer.text();
    if (signal.aborted) return;
    const fresh = new DOMParser().parseFromString(html, "text/html");
    part("found").replaceWith(fresh.getElementById("found"));
    for (const one of page.querySelectorAll(".count, #chosen")) one.textContent = fresh.getElementById(one.id).textContent;
    part("said").textContent = part("summary")?.textContent.trim() ?? "";
    document.title = fresh.title;
    history.replaceState(null, "", address());
  }, wait);

  page.addEventListener("input", (event) => {
    if (event.isComposing || event.target.name !== "q") return;
    const length = event.target.value.trim().length;
    if (length && length < LEAST) { stop(); return; }
    typing = true;
    update(WAIT);
  });
  page.addEventListener("change", (event) => { if (event.target.name !== "q") update(0); });
  page.addEventListener("submit", (event) => {
    event.preventDefault();
    stop();
    typing = false;
    location.assign(address());
  });
}
