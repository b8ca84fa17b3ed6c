// Calls the script's functions as a page's own code would.
(function () {
  'use strict';
  var KEY = 'sitepulse.debug';
  var debug = document.getElementById('go-loi');
  var said = document.getElementById('da-dem');
  function count(id, words, page, title) {
    document.getElementById(id).addEventListener('click', function () {
      if (window.sitepulse) {
        sitepulse.view(page, title);
        said.textContent = words;
      }
    });
  }
  function show() {
    debug.setAttribute('aria-pressed', String(localStorage.getItem(KEY) === '1'));
  }
  count('dem-trang', 'Đã gửi một lượt xem của trang này.');
  count('dem-tep', 'Đã gửi một lượt xem của tệp.', '/van-ban/7.pdf', 'Văn bản số 7');
  debug.addEventListener('click', function () {
    if (localStorage.getItem(KEY) === '1') {
      localStorage.removeItem(KEY);
    } else {
      localStorage.setItem(KEY, '1');
    }
    show();
  });
  show();
  addEventListener('load', function () {
    if (window.sitepulse) {
      document.getElementById('trang').textContent = sitepulse.site;
      document.getElementById('phien-ban').textContent = sitepulse.version;
    }
  });
})();
