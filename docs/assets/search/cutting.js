// Text → the words by which it is found, and where each stands.
// Enters: text, and the classes of characters that the form of the search page hands over. Leaves: words without
// case and accents; each sign of a script without spaces is a word of its own, exactly as it stands.
// hooks/gazette/concordance/cutting.py does the same when the index is made; a test holds both to the same words.
(function () {
  "use strict";
  const record = (window.recordSearch = window.recordSearch || {});

  record.cutter = function (writing) {
    const row = "(?:(?![" + writing.continuous + "])[\\p{L}\\p{N}\\p{M}" + writing.unseen + "])+";
    const word = new RegExp(row + "|" + writing.sign, "gu");
    const sign = new RegExp("^(?:" + writing.sign + ")", "u");
    const unseen = new RegExp("[" + writing.unseen + "]", "gu");
    const leftOut = new RegExp("[" + writing.unseen + writing.marks + "]", "gu");
    const plain = new RegExp("[" + Object.keys(writing.plain).join("") + "]", "gu");

    function folded(raw) {
      if (/^[a-z0-9]+$/i.test(raw)) return [raw.toLowerCase()];
      if (sign.test(raw)) return [raw.normalize("NFKC").replace(unseen, "")].filter(Boolean);
      const bare = raw.normalize("NFKD").replace(leftOut, "").toLowerCase().replace(plain, (letter) => writing.plain[letter]);
      return bare.normalize("NFC").match(word) || [];
    }

    // Pieces of the text in order: their words (one, as a rule), their place, and whether they are signs.
    function cut(text) {
      return Array.from(text.matchAll(word), (found) => ({
        words: folded(found[0]),
        start: found.index,
        end: found.index + found[0].length,
        isSign: sign.test(found[0]),
      })).filter((piece) => piece.words.length);
    }

    return { cut: cut, words: (text) => cut(text).flatMap((piece) => piece.words) };
  };
})();
