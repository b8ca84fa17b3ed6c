
// Refreshes the page in place. A reload would take users of screen readers back to the top.
(function () {
  'use strict';
  var main = document.querySelector('main');
  // A form that someone is filling in stays as it is.
  function inUse() {
    var form = main.querySelector('form');
    return form && (form.querySelector(':checked') || form.contains(document.activeElement));
  }
  function refresh() {
    if (document.visibilityState === 'hidden' || inUse()) {
      return;
    }
    fetch(location.href)
      .then(function (answer) {
        return answer.ok ? answer.text() : '';
      })
      .then(function (text) {
        var now = new DOMParser().parseFromString(text, 'text/html').querySelector('main');
        if (now && now.textContent !== main.textContent && !inUse()) {
          main.replaceChildren.apply(main, Array.from(now.childNodes));
        }
      })
      .catch(function () {});
  }
  // A page that shows the frame may give it this height, see sitepulse-frame.js.
  function tellHeight() {
    parent.postMessage({ sitepulseHeight: document.documentElement.offsetHeight }, '*');
  }
  if (parent !== window) {
    addEventListener('message', function (event) {
      if (event.source === parent && event.data === 'sitepulse.height') {
        tellHeight();
      }
    });
    if (window.ResizeObserver) {
      new ResizeObserver(tellHeight).observe(document.documentElement);
    }
    tellHeight();
  }
  if (document.body.dataset.refresh !== 'true') {
    return;
  }
  setInterval(refresh, 30000);
  // A page that comes to sight again is as old as its last refresh. Out of the back/forward cache
  // it may still be hidden when it is shown.
  document.addEventListener('visibilitychange', refresh);
  addEventListener('pageshow', function (event) {
    if (event.persisted) {
      refresh();
    }
  });
})();
