// Has the app kept on the device, so that from the next visit on it opens without network (sw.js). boot.js fetches this
// once the plan is drawn: nothing of it is in anybody's way. A browser without service workers (built-in ones of chat
// apps on iOS) still saves and queues in the open page.

/** All that this page loaded: a worker that comes only now has not seen it. */
const loaded = () => performance.getEntriesByType('resource').map(({ name }) => name);

/** As soon as all of the program is there, so that a weak network is not asked for two things at once. */
const whole = () => ('whole' in document.documentElement.dataset
  ? Promise.resolve()
  : new Promise((done) => addEventListener('mulin:whole', done, { once: true })));

if (navigator.serviceWorker) {
  whole()
    .then(() => navigator.serviceWorker.register(new URL('../sw.js', import.meta.url)))
    .then(() => navigator.serviceWorker.ready)
    .then(({ active }) => {
      active.postMessage(loaded());
      // For tests and whoever looks: from here on the network may go.
      navigator.serviceWorker.addEventListener('message', ({ data }) => {
        if (data === 'kept') document.documentElement.dataset.offline = '';
      });
      navigator.serviceWorker.startMessages();
    })
    .catch(() => { /* A private window, or no network any more: the next visit asks again. */ });
}
