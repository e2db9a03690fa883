// For browsers that do not know modules, and so never run boot.js: written in the JavaScript of 2009.
document.addEventListener('DOMContentLoaded', function () {
  var parts = document.querySelectorAll('[data-boot]');
  for (var i = 0; i < parts.length; i++) {
    parts[i].style.display = parts[i].getAttribute('data-boot') === 'old' ? 'block' : 'none';
  }
  document.documentElement.setAttribute('data-state', 'failed');
});
