// What a script may add to a page that is complete without one: a choice of light or dark that is
// remembered, and opening what a link leads into. Loaded in the head, so that no page flashes.
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
  });
  window.addEventListener("hashchange", openTarget);
})();
