// A question → the pages that answer it, best first.
// Enters: what was typed, and an open index. Leaves: the parts of the question, each with the words that stand
// for it; pages with their scores; counts by filter. Nothing of the page on the screen is known here.
(function () {
  "use strict";
  const record = (window.recordSearch = window.recordSearch || {});
  const MOST_PARTS = 32, MOST_ALIKE = 12, MOST_REPLACED = 6, CLOSE = 8;
  const SMALL = new Set(("a an and are as at be by for from had has have he her his in into is it its not of on or s she so " +
    "that the their there they this to was we were which will with").split(" "));

  // --- the question ---------------------------------------------------------------------------------

  // Its parts in order: a word, which also stands for its family, or a phrase, which stands for itself.
  // `at` is the place among all words; a small word is only searched in a phrase, or if there is no other.
  record.partsOf = function (question, cutter) {
    const parts = [];
    let at = 0;
    const add = (words, isPhrase) => { parts.push({ words: words, isPhrase: isPhrase, at: at }); at += words.length; };
    for (const found of question.matchAll(/["“”„«»]([^"“”„«»]*)["“”„«»]|["“”„«»]?([^"“”„«»]+)/g)) {
      if (found[1] !== undefined) {
        const words = cutter.words(found[1]);
        if (words.length) add(words, true);
        continue;
      }
      let last = null;
      for (const piece of cutter.cut(found[2])) {
        if (piece.isSign && last && last.isSign && last.end === piece.start) {
          parts[parts.length - 1].words.push(...piece.words);
          at += piece.words.length;
        } else if (piece.isSign) add(piece.words.slice(), true);
        else piece.words.forEach((word) => add([word], false));
        last = piece;
      }
    }
    const seen = new Set();
    const kept = parts.filter((part) => {
      const key = part.isPhrase + part.words.join(" "), isNew = !seen.has(key);
      seen.add(key);
      return isNew;
    });
    const wanted = kept.some((part) => part.isPhrase || !SMALL.has(part.words[0]));
    kept.forEach((part) => { part.isSmall = wanted && !part.isPhrase && SMALL.has(part.words[0]); });
    return { parts: kept.slice(0, MOST_PARTS), isCut: kept.length > MOST_PARTS };
  };

  // --- the words of the index that stand for a part ---------------------------------------------------

  // Fills in `groups`: for each word of the part the words it may be, exact or of its family or alike.
  async function settle(part, index) {
    part.instead = null;
    part.groups = await Promise.all(part.words.map(async (word) => {
      const families = await index.families(word);
      const family = families.find((words) => words.some((known) => known.word === word));
      if (family) return part.isPhrase ? family.filter((known) => known.word === word) : family;
      if (part.isPhrase) return [];
      const alike = await nearest(word, families, index);
      if (alike.length) part.instead = alike.map((known) => known.word);
      return alike;
    }));
  }

  // Words that differ by a slip of the pen, else those that begin like it; the frequent ones first. Where neither
  // is found, one of the first letters may be another one.
  async function nearest(word, families, index) {
    const letters = Array.from(word), most = letters.length > 5 ? 2 : 1;
    if (letters.length < 3) return [];
    const known = new Map();
    const gather = (found) => found.flat().forEach((one) => known.set(one.word, one));
    gather(families);
    for (const found of await Promise.all(slipsOf(letters).map((slip) => index.families(slip)))) gather(found);
    const best = (limit) => Array.from(known.values(), (one) => ({ one: one, distance: distance(letters, Array.from(one.word), limit) }))
      .filter((n) => n.distance <= limit)
      .sort((a, b) => a.distance - b.distance || b.one.pages - a.one.pages).slice(0, 1).map((n) => n.one);
    let chosen = best(1);
    if (!chosen.length) {
      chosen = Array.from(known.values()).filter((one) => one.word.startsWith(word))
        .sort((a, b) => b.pages - a.pages).slice(0, MOST_ALIKE);
    }
    if (!chosen.length) {
      const others = (await index.sameTail(word)).filter((other) => distance(letters, Array.from(other), 1) === 1);
      for (const found of await Promise.all(others.slice(0, MOST_REPLACED).map((other) => index.families(other)))) {
        gather(found.map((family) => family.filter((one) => others.includes(one.word))));
      }
      chosen = best(1);
    }
    if (!chosen.length) chosen = best(most);
    if (chosen.length !== 1) return chosen;
    const all = await index.families(chosen[0].word);
    return all.find((family) => family.some((one) => one.word === chosen[0].word));
  }

  // What the first letters may have been: two exchanged, one left out, one too many.
  function slipsOf(letters) {
    const [a, b, c, d] = letters, own = [a, b, c].join("");
    const slips = [[b, a, c], [a, c, b], [a, b, d], [a, c, d], [b, c, d]].map((three) => three.join(""));
    return Array.from(new Set(slips)).filter((slip) => slip !== own && Array.from(slip).length === 3);
  }

  // Damerau's distance (neighbours exchanged count once), or more than `most`.
  function distance(a, b, most) {
    if (Math.abs(a.length - b.length) > most) return most + 1;
    let before = [], last = Array.from({ length: b.length + 1 }, (_, j) => j);
    for (let i = 1; i <= a.length; i++) {
      const row = [i];
      for (let j = 1; j <= b.length; j++) {
        row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
      }
      if (Math.min(...row) > most) return most + 1;
      before = last;
      last = row;
    }
    return last[b.length];
  }

  // The words that begin like the last one, to be offered while somebody types.
  record.beginning = async function (word, index) {
    const found = (await index.families(word)).flat().filter((one) => one.word.startsWith(word) && one.word !== word);
    return found.sort((a, b) => b.pages - a.pages).slice(0, 6).map((one) => one.word);
  };

  // --- the pages ---------------------------------------------------------------------------------------

  // Pages of a volume that have a part: page → {places, often, own, isWhole}; `own` counts the very word, not its
  // family, and without `isWhole` only some of the places are known.
  async function pagesOf(part, volume) {
    const groups = part.groups.map((group) => group.filter((known) => volume.has(known.volumes)));
    if (groups.some((group) => !group.length)) return new Map();
    if (part.isPhrase && groups.length > 1) return phrasePages(groups, volume);
    const found = new Map();
    const read = await Promise.all(groups[0].map((known) => volume.places(known.word)));
    groups[0].forEach((known, i) => {
      const isOwn = known.word === part.words[0];
      read[i].forEach((more, page) => {
        const one = found.get(page) || { places: [], often: 0, own: 0, isWhole: true };
        found.set(page, {
          places: one.places.length ? one.places.concat(more.places).sort((a, b) => a - b) : more.places,
          often: one.often + more.often,
          own: one.own + (isOwn ? more.often : 0),
          isWhole: one.isWhole && more.isWhole,
        });
      });
    });
    return found;
  }

  // Pages where the words follow each other. The rarest word is read first: where it leaves nothing, the places of
  // a frequent one need not be loaded.
  async function phrasePages(groups, volume) {
    const order = groups.map((group, i) => ({ known: group[0], i: i })).sort((a, b) => a.known.pages - b.known.pages);
    let starts = null;
    for (const { known, i } of order) {
      const places = await volume.places(known.word, true), kept = new Map();
      places.forEach((one, page) => {
        const here = one.places.map((place) => place - i);
        if (!starts) kept.set(page, here);
        else if (starts.has(page)) {
          const known = new Set(here), both = starts.get(page).filter((start) => known.has(start));
          if (both.length) kept.set(page, both);
        }
      });
      starts = kept;
      if (!starts.size) break;
    }
    const found = new Map();
    starts.forEach((places, page) => found.set(page, { places: places, often: places.length, own: places.length, isWhole: true }));
    return found;
  }

  // The least distance from a place of one part to one of the next, less what the question has between them.
  function apart(first, second, expected) {
    let best = Infinity, j = 0;
    for (const place of first) {
      while (j < second.length && second[j] < place) j++;
      for (const k of [j - 1, j]) if (k >= 0 && k < second.length) best = Math.min(best, Math.abs(second[k] - place - expected));
      if (!best) break;
    }
    return best;
  }

  // BM25 (Robertson and Zaragoza 2009) over the parts; more for words in the title and for words side by side.
  function score(parts, found, lengths, page, average) {
    const title = lengths[2 * page], long = lengths[2 * page + 1], b = 0.6, k = 1.2;
    let sum = 0, titled = 0, words = 0;
    found.forEach((one, i) => {
      if (!one) return;
      const often = one.own + 0.7 * (one.often - one.own), weight = parts[i].weight;
      sum += (weight * often * (k + 1)) / (often + k * (1 - b + (b * long) / average));
      if (one.places[0] < title) { titled += weight; words += parts[i].words.length; }
      const next = found[i + 1];
      if (next && one.isWhole && next.isWhole) {
        const gap = apart(one.places, next.places, parts[i + 1].at - parts[i].at);
        const least = Math.min(weight, parts[i + 1].weight);
        sum += gap === 0 ? least : gap <= CLOSE ? least / 2 : 0;
      }
    });
    const isWhole = found.every((one) => one && one.places[0] < title);
    return sum + titled + (isWhole ? titled * Math.min(1, words / title) : 0);
  }

  // Everything that has all parts; where nothing has, what has most of them.
  async function findAll(index, parts) {
    const volumes = await Promise.all(index.volumes.map(async (volume) => ({
      volume: volume,
      lengths: parts.length ? await volume.measured() : null,
      maps: await Promise.all(parts.map((part) => pagesOf(part, volume))),
    })));
    if (!parts.length) {
      return { pages: index.volumes.flatMap((volume) => Array.from({ length: volume.pages }, (_, page) => ({ volume: volume, page: page, score: 0 }))), isWhole: true };
    }
    let long = 0;
    volumes.forEach((one) => { for (let i = 1; i < one.lengths.length; i += 2) long += one.lengths[i]; });
    parts.forEach((part, i) => {
      const having = volumes.reduce((sum, one) => sum + one.maps[i].size, 0);
      part.weight = Math.log(1 + (index.pages - having + 0.5) / (having + 0.5)) * part.words.length;
    });
    const most = [];
    for (const one of volumes) {
      const held = new Map();
      one.maps.forEach((map) => map.forEach((_, page) => held.set(page, (held.get(page) || 0) + 1)));
      held.forEach((count, page) => { (most[count] = most[count] || []).push({ from: one, page: page }); });
    }
    const held = most.length - 1;
    if (held < 1 || (held < parts.length && 2 * held < parts.length)) return { pages: [], isWhole: true };
    const pages = most[held].map(({ from, page }) => ({
      volume: from.volume,
      page: page,
      score: score(parts, from.maps.map((map) => map.get(page)), from.lengths, page, long / index.pages),
    }));
    return { pages: pages, isWhole: held === parts.length };
  }

  // The answer to a question: pages in order, and what has to be said about it.
  record.find = async function (index, all, filters, sort) {
    const parts = all.filter((part) => !part.isSmall);
    if (parts.length) index.volumes.forEach((volume) => volume.measured().catch(() => {})); // while words are looked up
    await Promise.all(parts.map((part) => settle(part, index)));
    const found = await findAll(index, parts);
    const matched = found.pages;
    const chosen = Object.keys(filters);
    const pages = !chosen.length ? matched.slice() : await filtered(matched, filters);
    const order = sort || (parts.length ? "" : "newest");
    if (order) await byDate(pages, order);
    else pages.sort((a, b) => b.score - a.score);
    return { pages: pages, matched: matched, parts: parts, isWhole: found.isWhole };
  };

  async function filtered(pages, filters) {
    const by = await read(pages, "filters");
    return pages.filter((one) => Object.keys(filters).every((name) => has(by.get(one.volume), name, one.page, filters[name])));
  }

  function has(filters, name, page, value) {
    const filter = filters[name];
    return Boolean(filter) && filter.pages[page].some((number) => filter.values[number] === value);
  }

  async function byDate(pages, order) {
    const by = await read(pages, "dates");
    const sign = order === "oldest" ? 1 : -1;
    pages.forEach((one) => { one.day = by.get(one.volume)[one.page]; });
    pages.sort((a, b) => (a.day === b.day ? b.score - a.score : sign * (a.day < b.day ? -1 : 1)));
  }

  // What each volume of some pages has of one kind.
  async function read(pages, what) {
    const by = new Map(Array.from(new Set(pages.map((one) => one.volume)), (volume) => [volume, null]));
    await Promise.all(Array.from(by.keys(), async (volume) => by.set(volume, await volume[what]())));
    return by;
  }

  // For each filter: how many of the pages that pass all others have each value.
  record.count = async function (pages, names, filters) {
    const by = await read(pages, "filters");
    const counts = Object.fromEntries(names.map((name) => [name, new Map()]));
    const chosen = Object.keys(filters);
    for (const one of pages) {
      const own = by.get(one.volume);
      const failed = chosen.filter((name) => !has(own, name, one.page, filters[name]));
      if (failed.length > 1) continue;
      for (const name of failed.length ? failed : names) {
        const filter = own[name];
        if (filter && counts[name]) for (const number of filter.pages[one.page]) {
          const value = filter.values[number];
          counts[name].set(value, (counts[name].get(value) || 0) + 1);
        }
      }
    }
    return counts;
  };

  // --- the paragraphs ----------------------------------------------------------------------------------

  // The passages of a text that hold words of the question, the best first; each with its pieces and, by piece,
  // how much is marked. Other forms of a name lead to the paragraph where the name stands, and are not shown.
  record.passagesOf = function (text, all, cutter) {
    const passages = new Map();
    text.passages.forEach(([anchor, words]) => {
      const hidden = anchor.endsWith("~names"), id = hidden ? anchor.slice(0, -6) : anchor;
      const own = passages.get(id) || { anchor: id, words: "", pieces: [], marked: new Map(), held: [], beside: new Set(), order: passages.size };
      passages.set(id, own);
      const pieces = cutter.cut(words);
      if (!hidden) Object.assign(own, { words: words, pieces: pieces });
      mark(pieces, all, own, hidden);
    });
    const found = Array.from(passages.values()).filter((passage) => passage.words && passage.held.length);
    // Words side by side as in the question say more than words apart.
    found.forEach((passage) => {
      passage.score = passage.held.reduce((sum, weight, i) => sum + (passage.beside.has(i) ? 1.5 : 1) * (weight || 0), 0);
    });
    return found.sort((a, b) => b.score - a.score || a.order - b.order);
  };

  function mark(pieces, all, passage, hidden) {
    const flat = pieces.flatMap((piece, at) => piece.words.map((word) => ({ word: word, at: at })));
    const small = [];
    all.forEach((part, number) => {
      const wanted = part.isSmall ? [new Set(part.words)] : part.groups.map((group) => new Set(group.map((known) => known.word)));
      for (let at = 0; at + wanted.length <= flat.length; at++) {
        if (!wanted.every((words, i) => words.has(flat[at + i].word))) continue;
        if (part.isSmall) { small.push(flat[at].at); continue; }
        const isOwn = part.isPhrase || flat[at].word === part.words[0];
        passage.held[number] = Math.max(passage.held[number] || 0, part.weight * (isOwn ? 1 : 0.6) + (hidden ? 0 : 0.01));
        if (!hidden) wanted.forEach((_, i) => passage.marked.set(flat[at + i].at, isOwn ? 1 : 0.6));
        const before = all[number - 1];
        if (!hidden && before && passage.marked.has(flat[at].at - (part.at - before.at))) passage.beside.add(number);
      }
    });
    // A small word is marked only where it stands beside another.
    if (!hidden) for (const order of [small, small.slice().reverse()]) for (const at of order) {
      if (passage.marked.has(at - 1) || passage.marked.has(at + 1)) passage.marked.set(at, 0.2);
    }
  }
})();
