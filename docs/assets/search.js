// The search page: reads the address, asks Pagefind, shows what is found by paragraph.
// One way of searching, two ways of reaching the index: a module and its files behind a server, scripts in a
// folder on disk. All that is shown is put in as text, never as markup.
(function () {
  "use strict";
  var form = document.querySelector("form.search-form");
  if (!form) return;
  var root = new URL("..", document.currentScript.src).href;
  var pageName = form.dataset.pageName || "";
  var sign = form.dataset.sign, letters = form.dataset.letters;
  var spelled = new RegExp("^z((?:[" + letters + "]{4})+)x(\\.?)$");
  var input = form.elements.q;
  var selects = Array.prototype.filter.call(form.querySelectorAll("select"), function (s) { return s.name !== "sort"; });
  var said = document.querySelector(".search-count");
  var list = document.querySelector("ol.found");
  var more = document.querySelector(".found-more");
  var elsewhere = document.querySelector(".elsewhere");
  var LONGEST = 200, AT_ONCE = 10, SHOWN = 3, WORDS = 48, PATIENCE = 20000;
  var MARKS = /[\p{P}\p{S}]/gu, LETTER = /[\p{L}\p{N}]/u;
  var SMALL = new Set("a an and as at be by for from he in is it its of on or s she that the to was were which with".split(" "));
  var SIGNS = /[<>{}[\]()|\\^*+?=~`#%&@!;:,]/g;
  var CLOSE = /^[\u17d4-\u17da\u3000-\u303f\u30fb\uff01-\uff65]+\.?$/;
  var turn = 0, opened = null;

  // --- the index ------------------------------------------------------------------------------------

  function open() {
    if (!opened) {
      opened = (pageName ? script(root + "pagefind/pagefind-classic.js") : import(root + "pagefind/pagefind.js"))
        .then(function (pagefind) { return pagefind.createInstance({ basePath: root + "pagefind/" }); });
      opened.catch(function () { opened = null; });
    }
    return opened;
  }

  function script(address) {
    return new Promise(function (resolve, reject) {
      var element = document.createElement("script");
      element.src = address;
      element.onload = function () { window.pagefindClassic ? resolve(window.pagefindClassic) : reject(new Error(address)); };
      element.onerror = function () { reject(new Error(address)); };
      document.head.appendChild(element);
    });
  }

  function soon(promise) {
    return Promise.race([promise, new Promise(function (_, reject) {
      setTimeout(function () { reject(new Error("the index did not answer")); }, PATIENCE);
    })]);
  }

  // --- what is asked --------------------------------------------------------------------------------

  // Signs of scripts without spaces are spelled in Latin letters in the index; their words are phrases there.
  function spell(words) {
    return words.replace(new RegExp(sign, "g"), function (found) {
      var codes = Array.from(found, function (c) { return c.codePointAt(0).toString(16).padStart(4, "0"); }).join("");
      return " z" + Array.from(codes, function (digit) { return letters[parseInt(digit, 16)]; }).join("") + "x ";
    }).replace(/\s+/g, " ").trim();
  }

  function read(word) {
    var spelling = spelled.exec(word);
    if (!spelling) return word;
    var codes = Array.from(spelling[1], function (letter) { return letters.indexOf(letter).toString(16); }).join("");
    return codes.replace(/.{4}/g, function (code) { return String.fromCharCode(parseInt(code, 16)); }) + spelling[2];
  }

  // A question as phrases, and before them the words beside them.
  function partsOf(question) {
    var parts = [], loose = [];
    var add = function (words) { if (LETTER.test(words)) parts.push('"' + spell(words) + '"'); };
    question.replace(/["“”„«»]([^"“”„«»]*)["“”„«»]|["“”„«»]?([^"“”„«»]+)/g, function (_, phrase, words) {
      if (phrase !== undefined) add(phrase);
      else loose.push(words.replace(SIGNS, " ").replace(new RegExp("(?:" + sign + ")+", "g"), function (run) { add(run); return " "; }));
      return "";
    });
    var rest = loose.join(" ").replace(/\s+/g, " ").trim();
    if (LETTER.test(rest)) parts.unshift(rest);
    return parts;
  }

  function asked() {
    var address = new URLSearchParams(location.search), filters = {};
    selects.forEach(function (select) { var value = address.get(select.name); if (value) filters[select.name] = value; });
    return { q: (address.get("q") || "").trim(), filters: filters, sort: address.get("sort") || "" };
  }

  function address(state) {
    var params = new URLSearchParams();
    if (state.q) params.set("q", state.q);
    Object.keys(state.filters).forEach(function (name) { params.set(name, state.filters[name]); });
    if (state.sort) params.set("sort", state.sort);
    var query = params.toString();
    return location.pathname + (query ? "?" + query : "");
  }

  // --- searching --------------------------------------------------------------------------------------

  // Everything that has all parts; counts by filter only where one search gives them.
  function find(index, parts, filters, sort) {
    var options = { filters: filters };
    if (sort) options.sort = { issued: sort === "oldest" ? "asc" : "desc" };
    var all = parts.length ? parts : [null];
    var answers = [];
    return all.reduce(function (before, part) {
      return before.then(function () { return index.search(part, options); }).then(function (answer) { answers.push(answer); });
    }, Promise.resolve()).then(function () {
      if (answers.length === 1) {
        return { counts: answers[0].filters, results: answers[0].results.map(function (r) { return { words: r.words, data: r.data }; }) };
      }
      var others = answers.slice(1).map(function (answer) {
        return new Map(answer.results.map(function (result) { return [result.id, result]; }));
      });
      var results = answers[0].results.filter(function (result) {
        return others.every(function (other) { return other.has(result.id); });
      }).map(function (result) {
        var found = others.map(function (other) { return other.get(result.id); });
        return {
          data: result.data,
          words: result.words.concat.apply(result.words, found.map(function (f) { return f.words; })),
          score: found.reduce(function (sum, f) { return sum + f.score; }, result.score)
        };
      });
      if (!sort) results.sort(function (a, b) { return b.score - a.score; });
      return { counts: null, results: results };
    });
  }

  // Without a worker the next search would keep the browser from showing what was found.
  function painted() { return new Promise(function (resolve) { setTimeout(resolve, 100); }); }

  // What is found; where that is nothing, what begins like the words, for a slip of the pen.
  function nearest(index, parts, state) {
    var sort = state.sort || (parts.length ? "" : "newest");
    var loose = parts.length && parts[0][0] !== '"' ? parts[0] : "";
    var attempts = [parts].concat(!loose ? [] : [0.75, 0.5].map(function (share) {
      return [loose.split(" ").map(function (word) {
        return word.length < 5 ? word : word.slice(0, Math.max(3, Math.floor(word.length * share)));
      }).join(" ")].concat(parts.slice(1));
    }));
    return attempts.reduce(function (before, attempt, i) {
      return before.then(function (answer) {
        if (answer && answer.found.results.length) return answer;
        return find(index, attempt, state.filters, sort).then(function (found) {
          return found.results.length || !answer ? { found: found, parts: attempt, alike: i > 0 } : answer;
        });
      });
    }, Promise.resolve(null));
  }

  // For each filter that is chosen, what could be chosen instead.
  function counts(index, state, parts, found) {
    var names = Object.keys(state.filters);
    var by = {};
    selects.forEach(function (select) { by[select.name] = found.counts ? found.counts[select.name] || {} : null; });
    if (!found.counts) return Promise.resolve(by);
    return names.reduce(function (before, name) {
      return before.then(function () {
        var others = Object.assign({}, state.filters);
        delete others[name];
        return find(index, parts, others, "");
      }).then(function (answer) { by[name] = answer.counts[name] || {}; });
    }, Promise.resolve()).then(function () { return by; });
  }

  function run() {
    var mine = ++turn;
    var state = asked();
    var long = state.q.length > LONGEST;
    var question = long ? state.q.slice(0, LONGEST).replace(/\S*$/, function (cut) { return cut.length < 40 ? "" : cut; }) : state.q;
    var parts = partsOf(question);
    show(state);
    form.setAttribute("aria-busy", "true");
    list.replaceChildren();
    more.hidden = true;
    elsewhere.hidden = false;
    document.title = (state.q ? (long ? question + "…" : state.q) + " · " : "") + document.title.replace(/^.* · (?=Search · )/, "");
    if (state.q && !parts.length) {
      form.removeAttribute("aria-busy");
      return say("There is no word to search for: write at least one, with or without quotation marks.");
    }
    say(parts.length || Object.keys(state.filters).length ? "Searching…" : "");
    soon(open().then(function (index) {
      if (!parts.length && !Object.keys(state.filters).length) {
        return index.filters().then(function (all) { if (mine === turn) offer(state, all); });
      }
      return nearest(index, parts, state).then(function (answer) {
        if (mine !== turn) return null;
        var notes = (answer.alike ? " Nothing has these very words; these begin alike." : "") +
          (long ? " Only the first " + LONGEST + " characters were searched for." : "");
        // What is found comes first; counts need every filter, which is more than the search itself reads.
        return Promise.resolve(present(answer.found.results, state, answer.parts, notes, mine)).then(painted).then(function () {
          return index.counts ? answer.found : index.filters().then(function () {
            index.counts = true;
            return find(index, answer.parts, state.filters, "");
          });
        }).then(function (found) { return counts(index, state, answer.parts, found); })
          .then(function (by) { if (mine === turn) offer(state, by); });
      });
    })).then(function () { if (mine === turn) form.removeAttribute("aria-busy"); }).catch(function () {
      if (mine !== turn) return;
      opened = null;
      elsewhere.hidden = false;
      form.removeAttribute("aria-busy");
      say("The search index could not be read" + (pageName ? " from this folder: was it unpacked as a whole?" : ".") + " Nothing can be searched at the moment.");
    });
  }

  // --- showing ----------------------------------------------------------------------------------------

  function say(words) { said.textContent = words; }

  function show(state) {
    input.value = state.q;
    form.elements.sort.value = state.sort;
    selects.forEach(function (select) {
      var value = state.filters[select.name] || "";
      if (value && !Array.prototype.some.call(select.options, function (o) { return o.value === value; })) select.add(new Option(value, value));
      select.value = value;
    });
  }

  function offer(state, by) {
    selects.forEach(function (select) {
      var counted = by[select.name], chosen = state.filters[select.name] || "";
      if (!counted) return;
      var values = Object.keys(counted).filter(function (value) { return counted[value] || value === chosen; });
      if (chosen && values.indexOf(chosen) < 0) values.push(chosen);
      values.sort(select.name === "year" ? function (a, b) { return a < b ? 1 : -1; } :
        function (a, b) { return (counted[b] || 0) - (counted[a] || 0) || a.localeCompare(b); });
      select.replaceChildren(new Option("Any", ""));
      values.slice(0, 500).forEach(function (value) { select.add(new Option(value + " (" + (counted[value] || 0) + ")", value)); });
      select.value = chosen;
      select.disabled = !values.length;
    });
  }

  function present(results, state, parts, note, mine) {
    var number = results.length;
    if (!number) {
      var narrowed = Object.keys(state.filters).length > 0;
      say("Nothing was found." + (narrowed ? " Fewer filters may find more." : " Other spellings, or fewer words, may find more.") + note);
      return null;
    }
    elsewhere.hidden = true;
    var shown = 0;
    var next = function (focus) {
      var batch = results.slice(shown, shown + AT_ONCE);
      return Promise.all(batch.map(function (result) { return result.data(); })).then(function (pages) {
        if (mine !== turn) return;
        var rows = pages.map(function (page, i) { return row(page, batch[i].words, parts); });
        rows.forEach(function (made) { list.appendChild(made); });
        shown += batch.length;
        more.hidden = shown >= number;
        say(number.toLocaleString("en") + (number === 1 ? " page" : " pages") + (number > shown ? ", " + shown + " shown" : "") + "." + note);
        if (focus && rows[0]) rows[0].querySelector("a").focus();
      });
    };
    more.querySelector("button").onclick = function () { next(true); };
    return next(false);
  }

  function make(name, className, words) {
    var element = document.createElement(name);
    if (className) element.className = className;
    if (words) element.textContent = words;
    return element;
  }

  function place(raw, anchor) {
    var path = raw.replace(/^\/+/, "").split("/").map(encodeURIComponent).join("/");
    return root + path + pageName + (anchor ? "#" + anchor : "");
  }

  function row(page, locations, parts) {
    var filters = page.filters || {}, item = make("li"), what = make("p", "what"), link = make("a", "", page.meta.title);
    var raw = page.raw_url || page.url;
    link.href = place(raw, "");
    what.appendChild(link);
    item.appendChild(what);
    var how = [page.meta.dated, (filters.kind || [])[0], (filters.body || [])[0]].filter(Boolean);
    item.appendChild(make("p", "how", how.join(" · ")));
    var passages = passagesOf(page, locations.concat(phrasesIn(page, parts)), wordsOf(parts));
    if (!passages.length) passages = passagesOfPage(page);
    passages.slice(0, SHOWN).forEach(function (passage) { item.appendChild(quote(passage, raw, page)); });
    if (passages.length > SHOWN) {
      var rest = make("details", "why"), number = passages.length - SHOWN;
      rest.appendChild(make("summary", "", number + (number === 1 ? " more paragraph" : " more paragraphs")));
      passages.slice(SHOWN).forEach(function (passage) { rest.appendChild(quote(passage, raw, page)); });
      item.appendChild(rest);
    }
    return item;
  }

  function bare(word) { return word.normalize("NFD").replace(/\p{M}/gu, "").replace(MARKS, "").toLowerCase(); }

  function wordsOf(parts) {
    return parts.join(" ").split(/\s+/).map(bare).filter(Boolean);
  }

  // Every place where a phrase stands; Pagefind gives one for a page.
  function phrasesIn(page, parts) {
    var found = [];
    parts.forEach(function (part) {
      var phrase = part[0] === '"' ? part.split(/\s+/).map(bare).filter(Boolean) : [];
      if (phrase.length) page.anchors.forEach(function (anchor) {
        var words = anchor.text.split(/\s+/).map(bare);
        for (var at = words.indexOf(phrase[0]); at >= 0; at = words.indexOf(phrase[0], at + 1)) {
          if (phrase.every(function (word, i) { return words[at + i] === word; })) {
            phrase.forEach(function (_, i) { found.push(anchor.location + at + i); });
          }
        }
      });
    });
    return found;
  }

  // How well a word found is the word sought: 1 the same, less where it only begins like it, 0 where a short
  // word merely begins a longer one.
  function likeness(word, sought) {
    if (word === sought) return 1;
    var stem = sought.length < 4 ? sought + " " : sought.slice(0, Math.max(4, sought.length - 2));
    return word.indexOf(stem) >= 0 || (word.length > 3 && sought.indexOf(word) === 0) ? 0.6 : 0;
  }

  // Whether a word was found only because a short word of the question begins it.
  function stray(word, sought) {
    return sought.some(function (s) { return s.length < 4 && word.indexOf(s) === 0; });
  }

  function weight(word) { return SMALL.has(word) ? 0.2 : 1; }

  // The paragraphs in which the words stand, those with most of them, and with them side by side, first.
  // Other forms of a name lead to the paragraph where the name stands.
  function passagesOf(page, locations, sought) {
    var anchors = page.anchors.slice().sort(function (a, b) { return a.location - b.location; });
    var found = new Map(), together = new Set(phrasesIn(page, ['"' + sought.join(" ") + '"']));
    Array.from(new Set(locations)).sort(function (a, b) { return a - b; }).forEach(function (location) {
      var at = -1;
      while (at + 1 < anchors.length && anchors[at + 1].location <= location) at++;
      if (at < 0) return;
      var anchor = anchors[at], hidden = /~names$/.test(anchor.id), id = anchor.id.replace(/~names$/, "") || "page";
      var home = hidden ? anchors.find(function (a) { return a.id === id; }) : anchor;
      var word = bare(anchor.text.split(/\s+/)[location - anchor.location] || "");
      var like = sought.map(function (s) { return likeness(word, s); }), best = Math.max.apply(null, like.concat(0));
      if (!home || (!best && stray(word, sought))) return;
      if (!found.has(id)) found.set(id, { anchor: id, words: home.text.split(/\s+/), marked: new Map(), like: [], order: found.size });
      var passage = found.get(id);
      like.forEach(function (l, i) { passage.like[i] = Math.max(passage.like[i] || 0, l * weight(sought[i])); });
      if (!hidden) passage.marked.set(location - anchor.location, best ? best * weight(word) : stray(word, sought) ? 0 : 0.5);
      if (!hidden && together.has(location)) passage.marked.set(location - anchor.location, 2);
    });
    var all = Array.from(found.values()), long = sought.some(function (s) { return !SMALL.has(s); });
    all.forEach(function (passage) {
      var words = " " + passage.words.map(bare).join(" ") + " ", marked = passage.marked;
      passage.score = passage.like.reduce(function (sum, l) { return sum + l; }, 0) +
        (sought.length > 1 && words.indexOf(" " + sought.join(" ") + " ") >= 0 ? sought.length : 0);
      // Beside longer words, a short one counts only where it stands next to another.
      Array.from(marked.keys()).forEach(function (at) {
        if (!marked.get(at) || (long && marked.get(at) < 0.5 && !(marked.get(at - 1) >= 0.5) && !(marked.get(at + 1) >= 0.5))) marked.delete(at);
      });
    });
    return all.sort(function (a, b) { return b.score - a.score || a.order - b.order; });
  }

  // What a page without numbered paragraphs says of itself.
  function passagesOfPage(page) {
    return page.anchors.filter(function (a) { return a.id === "page"; }).map(function (a) {
      return { anchor: "page", words: a.text.split(/\s+/), marked: new Map() };
    });
  }

  function isClose(word) { return CLOSE.test(word) || spelled.test(word); }

  // The marked word from which on most stands in one excerpt.
  function densest(marked, long) {
    var places = Array.from(marked.keys()), best = 0, most = -1;
    places.forEach(function (start) {
      var sum = places.reduce(function (sum, at) { return at >= start && at < start + long - 10 ? sum + marked.get(at) : sum; }, 0);
      if (sum > most) { most = sum; best = start; }
    });
    return best;
  }

  function quote(passage, raw, page) {
    var block = make("blockquote", "evidence"), words = passage.words;
    var long = spelled.test(words[0]) ? 3 * WORDS : WORDS, first = densest(passage.marked, long);
    var from = words.length <= long + 8 || first < 16 ? 0 : Math.min(first - 10, words.length - long);
    var to = words.length - from <= long + 8 ? words.length : from + long;
    var marked = passage.marked, text = make("p");
    if (page.meta.lang && page.meta.lang !== "en") block.lang = page.meta.lang;
    if (from) text.append("… ");
    for (var at = from; at < to; at++) {
      var word = read(words[at]);
      if (at > from && !(isClose(words[at - 1]) && isClose(words[at]))) text.append(" ");
      if (!marked.has(at)) { text.append(word); continue; }
      var edges = /^([\p{P}\p{S}]*)([^]*?)([\p{P}\p{S}]*)$/u.exec(word);
      text.append(edges[1], make("mark", "", edges[2]), edges[3]);
    }
    if (to < words.length) text.append(" …");
    if (/^p\d+$/.test(passage.anchor)) {
      var link = make("a", "pilcrow", "¶" + passage.anchor.slice(1));
      link.href = place(raw, passage.anchor);
      text.append(" ", link);
    }
    block.appendChild(text);
    return block;
  }

  // --- listening ------------------------------------------------------------------------------------

  function go() {
    var filters = {};
    selects.forEach(function (select) { if (select.value) filters[select.name] = select.value; });
    var to = address({ q: input.value.trim(), filters: filters, sort: form.elements.sort.value });
    if (to === location.pathname + location.search) return run();
    try { history.pushState(null, "", to); } catch (error) { location.assign(to); return undefined; }
    return run();
  }

  form.addEventListener("submit", function (event) { event.preventDefault(); go(); });
  form.addEventListener("change", function (event) { if (event.target.tagName === "SELECT") go(); });
  window.addEventListener("popstate", run);
  // On a narrow screen the answers stand before the filters that nobody has chosen.
  if (window.matchMedia("(max-width: 40rem)").matches && !Object.keys(asked().filters).length) form.querySelector("details").open = false;
  run();
  if (!input.value) input.focus();
})();
