// Says what this browser asks for and keeps, and lets an editor out of the counts and in again.
(function () {
  'use strict';
  var state = document.getElementById('bo-qua');
  var button = document.getElementById('doi');
  function out() {
    try {
      return localStorage.getItem('sitepulse.optOut') === '1';
    } catch (e) {
      return false;
    }
  }
  function show() {
    state.textContent = out() ? 'không được đếm' : 'được đếm';
    button.textContent = out() ? 'Đếm lại trình duyệt này' : 'Không đếm trình duyệt này';
  }
  button.addEventListener('click', function () {
    if (window.sitepulse) {
      sitepulse.optOut(!out());
    }
    show();
  });
  document.getElementById('gpc').textContent = navigator.globalPrivacyControl
    ? 'đang bật'
    : 'không bật hoặc không hỗ trợ';
  document.getElementById('cookie').textContent = document.cookie || 'không có';
  show();
})();
