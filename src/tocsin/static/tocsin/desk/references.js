/* Numbered references in the editor: the marker, its live number, its sources, and the window they are chosen in. */
(() => {
  const { React, DraftJS, draftail } = window;
  if (!draftail || draftail.tocsinReferences) return;
  draftail.tocsinReferences = true;

  const TYPE = "REFERENCE";
  const config = () => JSON.parse(document.getElementById("tocsin-references").textContent);
  const words = () => config().words;

  /* What is known of each source: undefined while asked for, null when it is not on record. */
  const known = new Map();
  const asked = new Set();
  const shown = new Set();

  const idsOf = (sources) => (sources || "").split(",").filter(Boolean);

  const learn = (sources) => {
    for (const source of sources) known.set(String(source.id), source);
    for (const mark of shown) mark.forceUpdate();
  };

  const ask = async () => {
    const ids = [...asked].filter((id) => !known.has(id)).slice(0, 100);
    asked.clear();
    if (!ids.length) return;
    const address = new URL(config().brief, window.location);
    address.searchParams.set("ids", ids.join(","));
    const answer = await fetch(address, { headers: { Accept: "application/json" } });
    if (!answer.ok) return;
    for (const id of ids) known.set(id, null);
    learn((await answer.json()).sources);
    numberSoon();
  };

  /* Blocks an editor has removed stay in the page until it is saved. */
  const isRemoved = (element) => {
    for (let at = element; at; at = at.parentElement) {
      if (at.hasAttribute("data-streamfield-child") || at.hasAttribute("data-inline-panel-child")) {
        const mark = at.querySelector(':scope > input[name$="-deleted"], :scope > input[name$="-DELETE"]');
        if (mark && mark.value === "1") return true;
      }
    }
    return false;
  };

  const describe = (mark, number) => {
    const sources = idsOf(mark.dataset.sources).map((id) => known.get(id));
    const found = sources.filter(Boolean);
    const missing = !sources.length || sources.some((source) => source === null);
    const lost = found.length > 0 && found.every((source) => source.lost);
    const state = missing ? "missing" : lost ? "lost" : "found";
    const titles = found.map((source) => `${source.title} – ${source.status_name}`).join("\n");
    mark.dataset.number = number;
    mark.dataset.state = state;
    mark.title = missing ? [titles, words().missing].filter(Boolean).join("\n") : titles;
    mark.setAttribute("aria-label", `${words().reference} ${number}: ${mark.title}`);
  };

  const number = () => {
    const numbers = new Map();
    for (const mark of document.querySelectorAll(".tocsin-mark")) {
      if (isRemoved(mark)) continue;
      const key = mark.dataset.sources;
      if (!numbers.has(key)) numbers.set(key, numbers.size + 1);
      for (const id of idsOf(key)) if (!known.has(id)) asked.add(id);
      describe(mark, numbers.get(key));
    }
    if (asked.size) ask();
  };

  let waiting = 0;
  const numberSoon = () => {
    window.cancelAnimationFrame(waiting);
    waiting = window.requestAnimationFrame(number);
  };

  const touchesMarks = (mutation) =>
    mutation.type === "attributes" ||
    [...mutation.addedNodes, ...mutation.removedNodes].some(
      (node) => node.nodeType === 1 && (node.matches(".tocsin-mark") || node.querySelector(".tocsin-mark")),
    );
  new MutationObserver((mutations) => mutations.some(touchesMarks) && numberSoon()).observe(document, {
    subtree: true,
    childList: true,
    attributeFilter: ["data-sources", "aria-hidden"],
  });

  class Mark extends React.Component {
    componentDidMount() {
      shown.add(this);
    }

    componentWillUnmount() {
      shown.delete(this);
    }

    render() {
      const { contentState, entityKey, children } = this.props;
      const { sources } = contentState.getEntity(entityKey).getData();
      const titles = idsOf(sources).map((id) => known.get(id)?.title || `${words().source} ${id}`);
      const mark = React.createElement(
        "span",
        { className: "tocsin-mark", "data-sources": sources || "", role: "img" },
        React.createElement("span", { className: "tocsin-mark__text" }, children),
      );
      const label = titles.join("; ") || words().missing;
      const icon = React.createElement("span");
      return React.createElement(draftail.TooltipEntity, { ...this.props, icon, label, url: null }, mark);
    }
  }

  /* The window for choosing. What is ticked is kept while searching, paging and recording a new source. */
  class ChoosingHandlers extends window.ChooserModalOnloadHandlerFactory {
    list(modal) {
      return modal.body[0].querySelector("[data-tocsin-chosen]");
    }

    kept(modal) {
      return [...this.list(modal).querySelectorAll("input:checked")].map((input) => input.value);
    }

    keep(modal, id, title) {
      const item = document.createElement("li");
      const label = document.createElement("label");
      const input = document.createElement("input");
      const name = document.createElement("span");
      Object.assign(input, { type: "checkbox", name: "id", value: id, checked: true });
      input.dataset.multipleChoiceSelect = "";
      input.dataset.tocsinKept = "";
      name.textContent = title;
      label.append(input, name);
      item.append(label);
      this.list(modal).append(item);
    }

    drop(modal, id) {
      const input = [...this.list(modal).querySelectorAll("input")].find((one) => one.value === id);
      input?.closest("li").remove();
    }

    sync(modal) {
      const kept = this.kept(modal);
      for (const box of modal.body[0].querySelectorAll("#search-results [data-multiple-choice-select]")) {
        box.removeAttribute("name");
        box.checked = kept.includes(box.value);
      }
      for (const input of modal.body[0].querySelectorAll("[data-tocsin-ticked]")) input.value = kept.join(",");
      this.list(modal).closest("fieldset").classList.toggle("is-empty", kept.length === 0);
      this.updateMultipleChoiceSubmitEnabledState(modal);
    }

    onLoadChooseStep(modal) {
      super.onLoadChooseStep(modal);
      modal.body[0].addEventListener("change", ({ target }) => {
        if (!target.matches("[data-multiple-choice-select]")) return;
        if ("tocsinKept" in target.dataset) {
          this.drop(modal, target.value);
        } else if (target.checked) {
          const title = target.closest("tr").querySelector("label, .title-wrapper")?.textContent.trim();
          this.keep(modal, target.value, title || target.value);
        } else {
          this.drop(modal, target.value);
        }
        this.sync(modal);
      });
      this.sync(modal);
      modal.container.one("shown.bs.modal", () => modal.body[0].querySelector("#id_q")?.focus());
    }

    ajaxifyLinks(modal, container) {
      super.ajaxifyLinks(modal, container);
      this.sync(modal);
    }

    onLoadReshowCreationFormStep(modal, data) {
      super.onLoadReshowCreationFormStep(modal, data);
      modal.body[0].querySelector(this.creationFormTabSelector)?.removeAttribute("hidden");
      this.sync(modal);
    }
  }

  class ReferenceSource extends draftail.ModalWorkflowSource {
    current() {
      const { entity, entityKey } = this.props;
      return entity && entity.getType() === TYPE ? { entity, entityKey } : null;
    }

    getChooserConfig() {
      const current = this.current();
      return {
        url: this.props.entityType.chooserUrls.source,
        urlParams: { multiple: 1, chosen: current ? current.entity.getData().sources : "" },
        onload: new ChoosingHandlers().getOnLoadHandlers(),
        responses: { chosen: (sources) => this.onChosen(sources) },
      };
    }

    onChosen(sources) {
      const { editorState, onComplete } = this.props;
      const { Modifier, EditorState } = DraftJS;
      const current = this.current();
      learn(sources);
      const ids = sources.map((source) => Number(source.id)).sort((a, b) => a - b);
      let content = editorState.getCurrentContent().createEntity(TYPE, "IMMUTABLE", { sources: ids.join(",") });
      const entityKey = content.getLastCreatedEntityKey();
      let place = editorState.getSelection();
      if (current) {
        place = draftail.DraftUtils.getEntitySelection(editorState, current.entityKey);
      } else if (!place.isCollapsed()) {
        place = place.merge({
          anchorKey: place.getEndKey(),
          anchorOffset: place.getEndOffset(),
          focusKey: place.getEndKey(),
          focusOffset: place.getEndOffset(),
          isBackward: false,
        });
      }
      content = Modifier.replaceText(content, place, "[ref]", null, entityKey);
      const next = EditorState.push(editorState, content, current ? "apply-entity" : "insert-characters");
      // Only when the window is gone does the editor keep the caret, which then stands behind the marker.
      this.workflow.container.one("hidden.bs.modal", () => {
        onComplete(EditorState.forceSelection(next, next.getSelection()));
      });
      this.workflow.close();
    }
  }

  draftail.registerPlugin({ type: TYPE, source: ReferenceSource, decorator: Mark }, "entityTypes");
})();
