// Starts the program, and says in words when it cannot start or has stopped.
// It lies outside index.html because the Content-Security-Policy allows no inline script.

const root = document.documentElement;
const boot = document.getElementById('boot');
const view = new URLSearchParams(location.search).get('view');
// Wall and desk are a program of their own; its files keep their names, so the endpoint has them asked for anew.
const { js, wasm } = view === 'wall' || view === 'desk'
  ? { js: './board.js', wasm: './board_bg.wasm' }
  : document.querySelector('script[data-wasm]').dataset;
const address = (path) => new URL(path, document.baseURI).href;
let given_up = false;

function say(part) {
  if (given_up) return;
  given_up = true;
  for (const each of boot.querySelectorAll('[data-boot]')) each.hidden = each.dataset.boot !== part;
  boot.hidden = false;
  root.dataset.state = 'failed';
}

// The program says by data-state that it has drawn (ready) or shows its own sentence (failed).
new MutationObserver(() => {
  if (!given_up) boot.hidden = root.dataset.state !== 'loading';
}).observe(root, { attributeFilter: ['data-state'] });

// A panic in Rust arrives here as a wasm trap. Nothing after it can be trusted, so it is said at once.
function stopped(error) {
  if (globalThis.WebAssembly && error instanceof WebAssembly.RuntimeError) say('stopped');
}
addEventListener('error', (event) => stopped(event.error));
addEventListener('unhandledrejection', (event) => stopped(event.reason));

async function start() {
  if (!globalThis.WebAssembly) return say('old');
  try {
    const { default: init } = await import(address(js));
    await init({ module_or_path: address(wasm) });
  } catch (error) {
    console.error(error);
    // An older engine does not know what today's compiler writes: that is a CompileError, or a LinkError.
    if (error instanceof WebAssembly.CompileError || error instanceof WebAssembly.LinkError) say('old');
    else if (error instanceof WebAssembly.RuntimeError) say('stopped');
    else say('lost');
  }
}

start();
