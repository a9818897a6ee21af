// Runs before anything is painted, so that a dark screen never flashes white and the language is right from the
// start. It only sets attributes: the app reads the same preferences again, whole, when it starts.
(function () {
  var kept = {};
  try {
    kept = JSON.parse(localStorage.getItem('dhanman.preferences')) || {};
  } catch {
    // No storage or not ours: the defaults below.
  }
  var dark =
    kept.colorScheme === 'dark' ||
    (kept.colorScheme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.mantineColorScheme = dark ? 'dark' : 'light';
  if (kept.language === 'hi') document.documentElement.lang = 'hi';
})();
