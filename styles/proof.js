/* Findings stand at the height of their place and never overlap; the contents follow the reader; light and dark. */
(function () {
  "use strict";
  var root = document.documentElement;
  var narrow = window.matchMedia("(max-width: 1080px)");
  function settle() {
    var floor = -Infinity;
    document.querySelectorAll("aside.f").forEach(function (aside) {
      var box = aside.firstElementChild;
      box.style.marginTop = "0";
      if (narrow.matches) { return; }
      var link = aside.querySelector("a[href^='#']");
      var place = link && document.querySelector(link.getAttribute("href"));
      var wanted = (place || aside.previousElementSibling || aside).getBoundingClientRect().top + window.scrollY;
      var top = Math.max(wanted, floor);
      box.style.marginTop = (top - (aside.getBoundingClientRect().top + window.scrollY)) + "px";
      floor = top + box.getBoundingClientRect().height + 14;
    });
  }
  function follow() {
    var current = null;
    document.querySelectorAll("nav.toc a").forEach(function (link) {
      link.removeAttribute("aria-current");
      var target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      if (target && target.getBoundingClientRect().top < 120) { current = link; }
    });
    if (current) { current.setAttribute("aria-current", "true"); }
  }
  function fold() {
    var details = document.querySelector("nav.toc details");
    details.open = !narrow.matches;
  }
  function count() {
    document.querySelectorAll("nav.toc a").forEach(function (link) {
      var start = document.getElementById(link.hash.slice(1));
      var hits = document.createElement("span");
      var node = start && start.closest("main > *");
      hits.className = "hit";
      for (node = node && node.nextElementSibling; node && !/^H[1-6]$/.test(node.tagName); node = node.nextElementSibling) {
        if (node.matches("aside.f")) {
          var dot = document.createElement("span");
          dot.className = "n " + node.className.replace("f ", "");
          dot.textContent = "◆";
          if (hits.childElementCount < 5) { hits.appendChild(dot); }
        }
      }
      if (hits.childElementCount) { link.appendChild(hits); }
    });
  }
  document.getElementById("theme").addEventListener("click", function () {
    var dark = root.dataset.theme ? root.dataset.theme === "dark" : window.matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
  });
  narrow.addEventListener("change", function () { fold(); settle(); });
  window.addEventListener("resize", settle);
  document.addEventListener("scroll", follow, { passive: true });
  fold(); count(); settle(); follow();
  if (document.fonts) { document.fonts.ready.then(settle); }
})();
