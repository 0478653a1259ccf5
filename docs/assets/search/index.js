// Reading the index: scripts that hand over what they hold, each loaded once, when it is needed.
// Enters: the address of the folder. Leaves: words, places of words, dates, filters and texts, as promises.
// A script is reached alike from a server and from a folder on disk. A file that is missing, torn or slow, and
// one that belongs to another state of the index, ends in an error. What is looked for is not known here.
// hooks/gazette/concordance/ writes what is read here: scripts.py (numbers), volumes.py, lexicon.py.
(function () {
  "use strict";
  const record = (window.recordSearch = window.recordSearch || {});
  const FORMAT = 3, LEADING = 3, NAMES_A_FILE = 64, PATIENCE = 8000;
  const LAST = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const FIRST = "!#$%&'()*.;=?@[]^`{|}~+/";
  const COMMA = 44;
  const digits = new Int8Array(128).fill(-1);
  for (let i = 0; i < LAST.length; i++) digits[LAST.charCodeAt(i)] = i;
  for (let i = 0; i < FIRST.length; i++) digits[FIRST.charCodeAt(i)] = 64 + i;

  // The numbers of a text; calls `take` with each, and with -1 for a comma.
  function read(text, take) {
    let rest = 0;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at), digit = digits[code];
      if (code === COMMA) take(-1);
      else if (digit >= 64) rest = rest * 24 + digit - 63;
      else { take(rest * 64 + digit); rest = 0; }
    }
  }

  function numbers(text) {
    const found = [];
    read(text, (value) => found.push(value));
    return found;
  }

  // The last place in a sorted list whose word is not behind the one given; -1 if there is none.
  function placeOf(word, sorted, wordAt) {
    let low = 0, high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (wordAt(sorted[middle]) <= word) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  record.leading = (word) => Array.from(word).slice(0, LEADING).join("");

  record.openIndex = async function (folder) {
    const waiting = new Map(), kept = new Map();
    window.handOver = (name, mark, value) => { if (waiting.has(name)) waiting.get(name)(mark, value); };

    function load(name, mark) {
      if (!kept.has(name)) {
        kept.set(name, new Promise((resolve, reject) => {
          const script = document.createElement("script");
          const end = (settle, value) => { waiting.delete(name); clearTimeout(timer); script.remove(); settle(value); };
          const timer = setTimeout(() => end(reject, new Error(name + " did not come")), PATIENCE);
          waiting.set(name, (given, value) => {
            if (mark && given !== mark) end(reject, new record.Renewed(name));
            else end(resolve, value);
          });
          script.onerror = () => end(reject, new Error(name + " is missing"));
          script.onload = () => { if (waiting.has(name)) end(reject, new Error(name + " is torn")); };
          script.src = folder + name + ".js" + (mark ? "?" + mark : "");
          document.head.appendChild(script);
        }));
      }
      return kept.get(name);
    }

    const directory = await load("directory");
    if (directory.format !== FORMAT) throw new record.Renewed("directory");

    // Every word that begins with the same letters, by family: [{word, volumes, pages}, …].
    async function families(word) {
      const leading = record.leading(word);
      const at = placeOf(leading, directory.words, (file) => file[0]);
      if (at < 0) return [];
      const text = await load("words/" + at, directory.words[at][1]);
      const starts = ("\n" + text).indexOf("\n" + leading) >= 0;
      return !starts ? [] : text.split("\n").map((line) => line.split(" ").map((packed) => {
        const parts = packed.split(":");
        return { word: parts[0], volumes: parts[1], pages: numbers(parts[2])[0] };
      })).filter((family) => record.leading(family[0].word) === leading);
    }

    // Words that have the same fourth to sixth letter, whatever stands before.
    async function sameTail(word) {
      const tail = Array.from(word).slice(LEADING, 2 * LEADING).join("");
      const at = tail.length < 2 ? -1 : placeOf(tail, directory.tails, (file) => file[0]);
      if (at < 0) return [];
      const lines = (await load("tails/" + at, directory.tails[at][1])).split("\n");
      const line = lines.find((words) => words.startsWith(tail + " "));
      return line ? line.split(" ").slice(1) : [];
    }

    const volumes = directory.volumes.map(([name, mark, pages], at) => {
      const contents = () => load(name + "/pages", mark);
      const part = async (which) => load(name + "/" + which, (await contents()).marks[which]);
      let lengths = null;

      // How long each page is: [title, all, title, all, …].
      async function measured() {
        if (!lengths) lengths = numbers((await contents()).lengths);
        return lengths;
      }

      // The pages of a word: page → {often, places}. Of a frequent word only the first place of each page is
      // read, unless all are asked for.
      async function places(word, all) {
        const shards = (await contents()).shards;
        const shard = placeOf(word, shards, (first) => first);
        const found = new Map();
        if (shard < 0) return found;
        const text = "\n" + (await part(String(shard))) + "\n";
        const start = Math.max(text.indexOf("\n" + word + ","), text.indexOf("\n" + word + ":"));
        if (start < 0) return found;
        let line = text.slice(start + word.length + 1, text.indexOf("\n", start + 1));
        const isShort = line[0] === ":" && !all;
        if (line[0] === ":") {
          const comma = line.indexOf(",");
          line = all ? await part("places-" + numbers(line.slice(1, comma))[0]) : line.slice(comma);
        }
        let own = null;
        read(line, (value) => {
          if (value < 0) own = null;
          else if (!own) found.set(value, (own = { often: 0, places: [], isWhole: !isShort }));
          else if (isShort && !own.often) own.often = value;
          else own.places.push(value);
        });
        if (!isShort) found.forEach((one) => { one.often = one.places.length; });
        return found;
      }

      async function dates() {
        return (await part("dates")).flatMap(([day, count]) => new Array(count).fill(day));
      }

      // By filter: its values, and for each page the numbers of those it has.
      let sorted = null;
      async function filters() {
        if (!sorted) {
          sorted = {};
          const all = await part("filters");
          for (const filter of Object.keys(all)) {
            sorted[filter] = { values: all[filter].values, pages: all[filter].pages.split(",").map(numbers) };
          }
        }
        return sorted;
      }

      async function text(page) {
        const names = (await part("names-" + Math.floor(page / NAMES_A_FILE))).split(" ");
        const [file, own] = names[page % NAMES_A_FILE].split(":");
        return load(name + "/texts/" + file, own);
      }

      const has = (mask) => {
        const digit = mask.charAt(Math.floor(at / 6));
        return digit !== "" && ((LAST.indexOf(digit) >> (at % 6)) & 1) === 1;
      };
      return { pages: pages, has: has, measured: measured, places: places, dates: dates, filters: filters, text: text };
    });

    return { pages: directory.pages, volumes: volumes, families: families, sameTail: sameTail };
  };

  // The index was made anew between two files of it.
  record.Renewed = class extends Error {};
})();
