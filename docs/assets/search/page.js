// The search page: reads the address, asks the index, shows what is found by paragraph.
// All that is shown is put in as text, never as markup. What a word is (cutting.js), how the index is reached
// (index.js) and what answers a question (matching.js) is not known here.
(function () {
  "use strict";
  const record = window.recordSearch, form = document.querySelector("form.search-form");
  if (!form || !record) return;
  const root = new URL("../..", document.currentScript.src).href;
  const pageName = form.dataset.pageName || "";
  const cutter = record.cutter(JSON.parse(form.dataset.writing));
  const input = form.elements.q;
  const selects = Array.from(form.querySelectorAll("select")).filter((select) => select.name !== "sort");
  const said = document.querySelector(".search-count"), list = document.querySelector("ol.found");
  const more = document.querySelector(".found-more"), elsewhere = document.querySelector(".elsewhere");
  const LONGEST = 200, AT_FIRST = 3, AT_ONCE = 10, SHOWN = 3, WORDS = 48, SIGNS = 3 * WORDS, MOST_VALUES = 500;
  const choices = form.querySelector("details");
  let turn = 0, opened = null, count = null;

  function open() {
    if (!opened) opened = record.openIndex(root + "concordance/");
    return opened;
  }

  // --- the address ------------------------------------------------------------------------------------

  function asked() {
    const address = new URLSearchParams(location.search), filters = {};
    selects.forEach((select) => { const value = address.get(select.name); if (value) filters[select.name] = value; });
    return { q: (address.get("q") || "").trim(), filters: filters, sort: address.get("sort") || "" };
  }

  function address(state) {
    const params = new URLSearchParams();
    if (state.q) params.set("q", state.q);
    Object.keys(state.filters).forEach((name) => params.set(name, state.filters[name]));
    if (state.sort) params.set("sort", state.sort);
    const query = params.toString();
    return location.pathname + (query ? "?" + query : "");
  }

  // --- a search ---------------------------------------------------------------------------------------

  async function run() {
    const mine = ++turn, state = asked(), isMine = () => mine === turn;
    const isLong = state.q.length > LONGEST;
    const question = isLong ? state.q.slice(0, LONGEST).replace(/\S*$/, (torn) => (torn.length < 40 ? "" : torn)) : state.q;
    const { parts, isCut } = record.partsOf(question, cutter);
    const narrowed = Object.keys(state.filters).length > 0;
    show(state);
    count = null;
    form.setAttribute("aria-busy", "true");
    list.replaceChildren();
    more.hidden = true;
    elsewhere.hidden = false;
    document.title = (state.q ? (isLong ? question + "…" : state.q) + " · " : "") + document.title.replace(/^.* · (?=Search · )/, "");
    if (state.q && !parts.length) {
      form.removeAttribute("aria-busy");
      say("There is no word to search for: write at least one, with or without quotation marks.");
      return;
    }
    say(parts.length || narrowed ? "Searching…" : "");
    try {
      const index = await open();
      const answer = await record.find(index, parts, state.filters, state.sort);
      if (!isMine()) return;
      if (parts.length || narrowed) {
        const notes = [...remarks(answer, question)];
        if (isLong) notes.push("Only the first " + LONGEST + " characters were searched for.");
        if (isCut) notes.push("Only the first words were searched for.");
        await present(answer.pages, parts, notes, narrowed, isMine);
      }
      if (!isMine()) return;
      // Counts need every filter, which is more than the search itself reads: they wait until somebody sees them.
      count = async () => {
        count = null;
        const counts = await record.count(answer.matched, selects.map((select) => select.name), state.filters);
        if (isMine()) offer(state, counts);
      };
      if (choices.open) await count();
    } catch (error) {
      if (isMine()) fail(error);
    }
    if (isMine()) form.removeAttribute("aria-busy");
  }

  function fail(error) {
    opened = null;
    elsewhere.hidden = false;
    say(error instanceof record.Renewed
      ? "The record was renewed while this page was open: load the page again to search it."
      : "The search index could not be read" + (pageName ? " from this folder: was it unpacked as a whole?" : ".") + " Nothing can be searched at the moment.");
  }

  function painted() { return new Promise((resolve) => setTimeout(resolve, 50)); }

  // What was searched in place of the very words.
  function* remarks(answer, question) {
    const isCapital = (word) => cutter.cut(question).some((piece) => piece.words[0] === word && /^\p{Lu}/u.test(question.slice(piece.start)));
    for (const part of answer.parts) {
      const words = "“" + part.words.join(part.isPhrase ? " " : "") + "”";
      if (part.instead) {
        const isName = isCapital(part.words[0]);
        yield "Nothing has " + words + "; shown: " + part.instead.slice(0, 3).map((word) => (isName ? word[0].toUpperCase() + word.slice(1) : word)).join(", ") + ".";
      } else if (!part.isPhrase && !part.groups[0].length && answer.pages.length) yield "Nothing has " + words + ".";
    }
    if (!answer.isWhole) yield "No page has all the words; these have most of them.";
  }

  // --- showing ----------------------------------------------------------------------------------------

  function say(words) { said.textContent = words; }

  function show(state) {
    input.value = state.q;
    form.elements.sort.value = state.sort;
    selects.forEach((select) => {
      const value = state.filters[select.name] || "";
      if (value && !Array.from(select.options).some((option) => option.value === value)) select.add(new Option(value, value));
      select.value = value;
    });
  }

  function offer(state, counts) {
    selects.forEach((select) => {
      const counted = counts[select.name], chosen = state.filters[select.name] || "";
      if (chosen && !counted.has(chosen)) counted.set(chosen, 0);
      const values = Array.from(counted.keys()).sort(select.name === "year" ? (a, b) => (a < b ? 1 : -1) :
        (a, b) => counted.get(b) - counted.get(a) || (a < b ? -1 : 1));
      select.replaceChildren(new Option("Any", ""));
      values.slice(0, MOST_VALUES).concat(values.slice(MOST_VALUES).filter((value) => value === chosen))
        .forEach((value) => select.add(new Option(value + " (" + counted.get(value) + ")", value)));
      select.value = chosen;
      select.disabled = !values.length;
    });
  }

  async function present(pages, parts, notes, narrowed, isMine) {
    const note = notes.map((words) => " " + words).join(""), number = pages.length;
    if (!number) {
      say("Nothing was found." + (narrowed ? " Fewer filters may find more." : " Other spellings, or fewer words, may find more.") + note);
      return;
    }
    let shown = 0;
    // The first ones are shown before the others are loaded: a long text must not keep them waiting.
    const next = async (focus) => {
      for (const end of [Math.min(shown + AT_FIRST, number), Math.min(shown + AT_ONCE, number)]) {
        const texts = await Promise.all(pages.slice(shown, end).map((one) => one.volume.text(one.page)));
        if (!isMine()) return;
        const rows = texts.map((text) => row(text, parts));
        elsewhere.hidden = true;
        list.append(...rows);
        shown += rows.length;
        if (focus && rows[0]) rows[0].querySelector("a").focus();
        focus = false;
        await painted();
      }
      if (!isMine()) return;
      more.hidden = shown >= number;
      say(number.toLocaleString("en") + (number === 1 ? " page" : " pages") + (number > shown ? ", " + shown + " shown" : "") + "." + note);
    };
    more.querySelector("button").onclick = () => next(true).catch(() => say("The next pages could not be read."));
    await next(false);
  }

  function make(name, className, words) {
    const element = document.createElement(name);
    if (className) element.className = className;
    if (words) element.textContent = words;
    return element;
  }

  function place(text, anchor) {
    return root + text.address.split("/").map(encodeURIComponent).join("/") + pageName + (anchor ? "#" + anchor : "");
  }

  function row(text, parts) {
    const entry = make("li"), what = make("p", "what"), link = make("a", "", text.title);
    link.href = place(text, "");
    what.append(link);
    entry.append(what, make("p", "how", [text.dated, text.kind, text.body].filter(Boolean).join(" · ")));
    let passages = record.passagesOf(text, parts, cutter);
    if (!passages.length) passages = wholePage(text);
    passages.slice(0, SHOWN).forEach((passage) => entry.append(quote(passage, text)));
    if (passages.length > SHOWN) {
      const rest = make("details", "why"), number = passages.length - SHOWN;
      rest.append(make("summary", "", number + (number === 1 ? " more paragraph" : " more paragraphs")));
      passages.slice(SHOWN).forEach((passage) => rest.append(quote(passage, text)));
      entry.append(rest);
    }
    return entry;
  }

  // What a page without numbered paragraphs says of itself.
  function wholePage(text) {
    return text.passages.filter(([anchor]) => anchor === "").map(([anchor, words]) => (
      { anchor: anchor, words: words, pieces: cutter.cut(words), marked: new Map() }));
  }

  // The marked piece from which on most stands in one excerpt.
  function densest(marked, long) {
    const places = Array.from(marked.keys());
    let best = 0, most = -1;
    places.forEach((start) => {
      const sum = places.reduce((sum, at) => (at >= start && at < start + long - 10 ? sum + marked.get(at) : sum), 0);
      if (sum > most) { most = sum; best = start; }
    });
    return best;
  }

  function quote(passage, text) {
    const block = make("blockquote", "evidence"), shown = make("p"), words = passage.words, pieces = passage.pieces;
    const long = pieces.length && pieces[0].isSign ? SIGNS : WORDS, first = densest(passage.marked, long);
    const from = pieces.length <= long + 8 || first < 16 ? 0 : Math.min(first - 10, pieces.length - long);
    const to = pieces.length - from <= long + 8 ? pieces.length : from + long;
    if (text.language && text.language !== "en") block.lang = text.language;
    let at = from ? pieces[from].start : 0;
    const end = to < pieces.length ? pieces[to - 1].end : words.length;
    if (from) shown.append("… ");
    for (let i = from; i < to; i++) {
      if (!passage.marked.has(i)) continue;
      shown.append(words.slice(at, pieces[i].start), make("mark", "", words.slice(pieces[i].start, pieces[i].end)));
      at = pieces[i].end;
    }
    shown.append(words.slice(at, end), to < pieces.length ? " …" : "");
    if (/^p\d+$/.test(passage.anchor)) {
      const link = make("a", "pilcrow", "¶" + passage.anchor.slice(1));
      link.href = place(text, passage.anchor);
      shown.append(" ", link);
    }
    block.append(shown);
    return block;
  }

  // --- listening ------------------------------------------------------------------------------------

  function go() {
    const filters = {};
    selects.forEach((select) => { if (select.value) filters[select.name] = select.value; });
    const to = address({ q: input.value.trim(), filters: filters, sort: form.elements.sort.value });
    if (to === location.pathname + location.search) return run();
    try { history.pushState(null, "", to); } catch (error) { location.assign(to); return undefined; }
    return run();
  }

  // While somebody types: words that begin like the last one.
  const offered = make("datalist");
  offered.id = "search-offered";
  form.append(offered);
  input.setAttribute("list", offered.id);
  async function suggest() {
    const typed = input.value, pieces = typed.length < LONGEST ? cutter.cut(typed) : [], last = pieces[pieces.length - 1];
    offered.replaceChildren();
    if (!last || last.isSign || last.end < typed.length || last.words.length > 1 || last.words[0].length < 3) return;
    const words = await record.beginning(last.words[0], await open());
    if (input.value === typed) offered.replaceChildren(...words.map((word) => new Option("", typed.slice(0, last.start) + word)));
  }

  form.addEventListener("submit", (event) => { event.preventDefault(); go(); });
  form.addEventListener("change", (event) => { if (event.target.tagName === "SELECT") go(); });
  input.addEventListener("input", () => suggest().catch(() => { opened = null; }));
  choices.addEventListener("toggle", () => { if (choices.open && count) count().catch(fail); });
  window.addEventListener("popstate", run);
  // On a narrow screen the answers stand before the filters that nobody has chosen.
  if (window.matchMedia("(max-width: 40rem)").matches && !Object.keys(asked().filters).length) choices.open = false;
  run();
  if (!input.value) input.focus();
})();
