// Tells the server how many simulated visitors there shall be, and shows how many there are.
(function () {
  'use strict';
  var slider = document.getElementById('so-khach');
  var wanted = document.getElementById('muon');
  var now = document.getElementById('dang-co');
  var note = document.getElementById('ghi-chu');
  function show(state) {
    now.textContent = state.running;
    note.textContent = '';
  }
  function ask(options) {
    return fetch('/demo/visitors' + (options ? '?n=' + slider.value : ''), options)
      .then(function (answer) {
        if (!answer.ok) {
          throw new Error(String(answer.status));
        }
        return answer.json();
      })
      .then(show)
      .catch(function () {
        note.textContent = 'Không đổi được: trang này chỉ nghe từ chính máy đang chạy.';
      });
  }
  slider.addEventListener('input', function () {
    wanted.textContent = slider.value;
  });
  slider.addEventListener('change', function () {
    ask({ method: 'POST' });
  });
  fetch('/demo/visitors')
    .then(function (answer) {
      return answer.json();
    })
    .then(function (state) {
      slider.value = state.visitors;
      wanted.textContent = state.visitors;
      show(state);
    });
  setInterval(ask, 2000);
})();
