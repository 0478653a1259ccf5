// What a script may add to a page that is complete without one: a choice of light or dark that is
// remembered, opening what a link leads into, and copying words of a release with their citation.
// Loaded in the head, so that no page flashes; works in a folder on disk.
(function () {
  "use strict";
  var root = document.documentElement;
  var system = window.matchMedia("(prefers-color-scheme: dark)");
  var chosen = null;
  try { chosen = localStorage.getItem("scheme"); } catch (error) { /* a folder on disk may have no storage */ }
  if (chosen === "dark" || chosen === "light") root.dataset.scheme = chosen;
  root.classList.replace("no-js", "js");

  function isDark() {
    return root.dataset.scheme ? root.dataset.scheme === "dark" : system.matches;
  }

  function openTarget() {
    var target = null;
    try { target = document.getElementById(decodeURIComponent(location.hash.slice(1))); } catch (error) { /* a torn address */ }
    if (!target) return;
    var closed = false;
    for (var up = target; up; up = up.parentElement) {
      if (up.tagName === "DETAILS" && !up.open) { up.open = true; closed = true; }
    }
    if (closed) target.scrollIntoView();
  }

  // --- copying a quotation ------------------------------------------------------------------------

  var quoted = null;
  var bar = null;

  function passageOf(node) {
    var element = node && (node.nodeType === 1 ? node : node.parentElement);
    return element ? element.closest(".text [id].passage, .text :is(h3, h4, h5, h6)[id]") : null;
  }

  // The words of a range as they read, without the numbers in the margin.
  function wordsOf(range) {
    var box = document.createElement("div");
    box.appendChild(range.cloneContents());
    box.querySelectorAll(".number, .quote-bar").forEach(function (number) { number.remove(); });
    return box.textContent.replace(/\s+/g, " ").trim();
  }

  function address(id) {
    var canonical = document.querySelector("link[rel=canonical]");
    var page = canonical ? canonical.href : location.protocol === "file:" ? "" : location.href.replace(/[#?].*$/, "");
    if (!page) {
      var shown = document.querySelector(".citations .in-chicago a");
      page = shown ? shown.textContent : "";
    }
    return page + "#" + id;
  }

  function citation() {
    var shown = document.querySelector(".citations .in-chicago");
    if (!shown) return document.title;
    var copy = shown.cloneNode(true);
    copy.querySelectorAll("a").forEach(function (link) { link.nextSibling && link.nextSibling.remove(); link.remove(); });
    return copy.textContent.replace(/\s+/g, " ").trim();
  }

  function offer(range, first, last) {
    var words = wordsOf(range);
    if (!words || !first) return withdraw();
    var from = first.id.slice(1), to = (last || first).id.slice(1);
    var where = /^p\d+$/.test(first.id) ? "¶" + from + (to !== from && /^\d+$/.test(to) ? "–" + to : "") : "";
    quoted = "“" + words + "” " + citation() + (where ? " " + where + "." : "") + " " + address(first.id);
    build();
    bar.querySelector(".quote-words").textContent = (where ? where + ": " : "") + "“" + (words.length > 60 ? words.slice(0, 58) + "…" : words) + "”";
    bar.querySelector("[role=status]").textContent = "";
    bar.querySelector("textarea").hidden = true;
    var end = last || first;
    if (end.tagName === "LI") end.append(bar); else if (bar.previousElementSibling !== end) end.after(bar);
    bar.hidden = false;
  }

  function withdraw() {
    var focused = document.activeElement;
    if (bar && !bar.contains(focused) && !(focused && focused.matches(".text .number:focus-visible"))) bar.hidden = true;
  }

  function build() {
    if (bar) return;
    bar = document.createElement("div");
    bar.className = "quote-bar";
    bar.hidden = true;
    bar.setAttribute("role", "group");
    bar.setAttribute("aria-label", "Copy a quotation");
    bar.innerHTML = '<span class="quote-words"></span> <button type="button" class="quote-copy">Copy with citation</button> ' +
      '<span role="status"></span><textarea readonly hidden rows="4" aria-label="Quotation with its citation"></textarea>';
    bar.addEventListener("mousedown", function (event) { if (event.target.tagName !== "TEXTAREA") event.preventDefault(); });
    bar.querySelector("button").addEventListener("click", copy);
    bar.addEventListener("keydown", function (event) { if (event.key === "Escape") { bar.hidden = true; } });
  }

  function copy() {
    var said = bar.querySelector("[role=status]");
    var done = function () { said.textContent = "Copied."; };
    if (navigator.clipboard && window.isSecureContext) {
      navigator.clipboard.writeText(quoted).then(done, byHand);
    } else byHand();
    function byHand() {
      var box = bar.querySelector("textarea");
      box.hidden = false;
      box.value = quoted;
      box.select();
      var copied = false;
      try { copied = document.execCommand("copy"); } catch (error) { /* then a reader copies it */ }
      if (copied) { box.hidden = true; bar.querySelector("button").focus(); done(); } else said.textContent = "Copy it from the box.";
    }
  }

  function watchQuotations() {
    var text = document.querySelector(".release .text");
    if (!text) return;
    var waiting = 0;
    document.addEventListener("selectionchange", function () {
      clearTimeout(waiting);
      waiting = setTimeout(function () {
        var selection = document.getSelection();
        if (!selection || selection.isCollapsed || !selection.rangeCount) return withdraw();
        var range = selection.getRangeAt(0);
        var first = passageOf(range.startContainer), last = passageOf(range.endContainer);
        if (!text.contains(range.commonAncestorContainer) || !(first || last)) return withdraw();
        offer(range, first || last, last || first);
      }, 120);
    });
    // By keyboard alone: the number of a paragraph offers the whole of it.
    text.addEventListener("focusin", function (event) {
      if (!event.target.classList.contains("number") || !event.target.matches(":focus-visible")) return;
      var whole = passageOf(event.target);
      if (!whole) return;
      var range = document.createRange();
      range.selectNodeContents(whole);
      offer(range, whole, whole);
    });
  }

  document.addEventListener("DOMContentLoaded", function () {
    var button = document.querySelector("button.scheme");
    if (button) {
      var label = function () { button.textContent = isDark() ? "Light" : "Dark"; };
      button.hidden = false;
      button.addEventListener("click", function () {
        root.dataset.scheme = isDark() ? "light" : "dark";
        try { localStorage.setItem("scheme", root.dataset.scheme); } catch (error) { /* as above */ }
        label();
      });
      system.addEventListener("change", label);
      label();
    }
    openTarget();
    watchQuotations();
  });
  window.addEventListener("hashchange", openTarget);
})();
