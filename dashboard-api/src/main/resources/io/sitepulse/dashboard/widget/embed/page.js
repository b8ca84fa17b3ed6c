
// Refreshes the page in place. A reload would take users of screen readers back to the top.
(function () {
  'use strict';
  var main = document.querySelector('main');
  setInterval(function () {
    if (document.visibilityState === 'hidden' || main.querySelector('form')) {
      return;
    }
    fetch(location.href)
      .then(function (answer) {
        return answer.ok ? answer.text() : '';
      })
      .then(function (text) {
        var now = new DOMParser().parseFromString(text, 'text/html').querySelector('main');
        if (now && now.textContent !== main.textContent) {
          main.replaceChildren.apply(main, Array.from(now.childNodes));
        }
      })
      .catch(function () {});
  }, 30000);
})();
