// Shows another page of a single-page site: a new address, a new title, and no load.
(function () {
  'use strict';
  var buttons = document.querySelectorAll('#trang-con button');
  var name = document.getElementById('ten-trang');
  var address = document.getElementById('dia-chi');
  var suffix = document.title;
  function show() {
    var here = location.pathname + location.search;
    var at = 0;
    buttons.forEach(function (button, i) {
      if (button.dataset.page === here) {
        at = i;
      }
    });
    buttons.forEach(function (button, i) {
      button.setAttribute('aria-pressed', String(i === at));
    });
    name.textContent = buttons[at].textContent;
    address.textContent = here;
    document.title = buttons[at].textContent + ' – ' + suffix;
  }
  buttons.forEach(function (button) {
    button.addEventListener('click', function () {
      history.pushState({}, '', button.dataset.page);
      show();
      name.focus();
    });
  });
  addEventListener('popstate', show);
  show();
})();
