/* Keeps what is ticked: in this browser, in a file to hand on, in a copy of the page. Nothing is sent anywhere. */
(() => {
  "use strict";
  const page = document.body.dataset;
  const panel = document.getElementById("ticks");
  const boxes = [...document.querySelectorAll('main input[type="checkbox"][name]')];
  const words = panel && JSON.parse(panel.dataset.words);
  const FORMAT = "rollout-kit ticks 1";
  // Files opened from a disk all share one storage: rollout, document and edition are part of the name.
  const family = `rollout-kit:${page.rollout}:${page.document}:`;
  const place = family + page.edition;
  let ticks = {};

  if (!panel || !boxes.length) return;

  const part = (name) => panel.querySelector(`[data-part="${name}"]`);
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole));
  const tell = (text) => { part("status").textContent = text; };

  /* What is counted: a decision once, whichever way it went; the boxes of forms and of reasons to stop never. */
  const counted = [...new Map(boxes
    .filter((box) => !box.closest("table.form, .framed"))
    .map((box) => [box.closest(".decision") || box, box])).keys()];
  const is_done = (one) => one.matches(".decision") ? Boolean(one.querySelector("input:checked")) : one.checked;

  /* What a box stands for, in words: a tick belongs to them, not to a place on the page. */
  function said(box) {
    const around = box.closest("tr, .item, .decision, .attendee, label") || box.parentElement;
    const name = around.querySelector(".question, .name") || around;
    const which = box.id.endsWith("-other") ? ` – ${words.other}` : "";
    return name.textContent.replace(/\s+/g, " ").trim() + which;
  }

  function kept(name) {
    try {
      const state = JSON.parse(localStorage.getItem(name) || "null");
      return state && state.format === FORMAT && state.ticks ? state.ticks : {};
    } catch { return {}; }
  }

  function state() {
    return { format: FORMAT, rollout: page.rollout, document: page.document, edition: page.edition, ticks };
  }

  function keep() {
    try { localStorage.setItem(place, JSON.stringify(state())); } catch { tell(words.not_kept); }
  }

  function show() {
    for (const box of boxes) box.checked = Boolean(ticks[box.name] && ticks[box.name].on);
    const done = counted.filter(is_done).length;
    part("count").textContent = fill(words.count, { done, all: counted.length });
    Object.assign(part("progress"), { max: counted.length || 1, value: done });
    for (const name of ["count", "progress"]) part(name).hidden = !counted.length;
  }

  /* The newer of two ticks counts; one whose words have changed since is not taken over. */
  function merge(others) {
    const taken = boxes.filter((box) => {
      const other = others[box.name];
      const own = ticks[box.name];
      if (!other || other.text !== said(box) || (own && own.at >= other.at)) return false;
      ticks[box.name] = { on: Boolean(other.on), at: String(other.at), text: other.text };
      return true;
    });
    if (taken.length) { keep(); show(); }
    return taken.length;
  }

  function download(name, type, text) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }

  function markdown() {
    return boxes.filter((box) => !box.closest("table.form")).map((box) => `- [${box.checked ? "x" : " "}] ${said(box)}`).join("\n") + "\n";
  }

  function page_with_ticks() {
    for (const box of boxes) box.toggleAttribute("checked", box.checked);
    document.documentElement.classList.add("kept");
    const before = part("status").textContent;
    tell("");
    panel.hidden = true;
    const text = `<!doctype html>\n${document.documentElement.outerHTML}\n`;
    panel.hidden = false;
    tell(before);
    document.documentElement.classList.remove("kept");
    return text;
  }

  async function load(file) {
    let found;
    try { found = JSON.parse(await file.text()); } catch { found = null; }
    if (!found || found.format !== FORMAT || typeof found.ticks !== "object" || !found.ticks) return tell(words.no_state);
    if (found.rollout !== page.rollout || found.document !== page.document) return tell(words.other_document);
    const all = Object.keys(found.ticks).length;
    return tell(fill(words.loaded, { taken: merge(found.ticks), all }));
  }

  async function copy() {
    const text = markdown();
    try { await navigator.clipboard.writeText(text); } catch {
      const area = Object.assign(document.createElement("textarea"), { value: text });
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
    }
    tell(words.copied);
  }

  /* A newer edition begins without ticks; those of the one before are offered, not taken. */
  function offer() {
    let names = [];
    try { names = Object.keys(localStorage).filter((name) => name.startsWith(family) && name !== place).sort(); } catch { return; }
    const before = Object.assign({}, ...names.map(kept));
    const same = boxes.filter((box) => before[box.name] && before[box.name].on && before[box.name].text === said(box));
    if (!same.length || Object.keys(ticks).length) return;
    const button = part("carry");
    button.textContent = fill(words.carry, { count: same.length });
    button.hidden = false;
    button.addEventListener("click", () => { merge(before); button.hidden = true; });
  }

  ticks = kept(place);
  if (!Object.keys(ticks).length) {
    for (const box of boxes) if (box.defaultChecked) ticks[box.name] = { on: true, at: "", text: said(box) };
  }
  offer();
  show();
  for (const box of boxes) {
    box.addEventListener("change", () => {
      ticks[box.name] = { on: box.checked, at: new Date().toISOString(), text: said(box) };
      keep();
      show();
    });
  }
  const name = `${page.document}-${page.edition}`;
  part("save").addEventListener("click", () => download(`${name}.json`, "application/json", JSON.stringify(state(), null, 1)));
  part("page").addEventListener("click", () => download(`${name}.html`, "text/html", page_with_ticks()));
  part("copy").addEventListener("click", copy);
  part("load").addEventListener("click", () => part("file").click());
  part("file").addEventListener("change", (event) => {
    const [file] = event.target.files;
    event.target.value = "";
    if (file) load(file);
  });
  window.addEventListener("storage", (event) => { if (event.key === place) { ticks = kept(place); show(); } });
  panel.hidden = false;
})();
