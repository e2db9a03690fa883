// A worker that asks the slow rules, finds groups or composes: the program of the page once more, where there is no page.
// boot.js starts it when all of the program is there and says where its parts are.

const { js, wasm, later } = Object.fromEntries(new URL(location).searchParams);

/** What the first part calls when a function of the second is asked for, as in boot.js. */
let whole = !later;
function bring(first) {
  if (whole) return;
  const request = new XMLHttpRequest();
  request.open('GET', later, false);
  request.responseType = 'arraybuffer';
  request.send();
  if (request.status !== 200) throw new Error(`${request.status} for ${later}`);
  new WebAssembly.Instance(new WebAssembly.Module(request.response), { m: first });
  whole = true;
}
globalThis.mulin = { bring };

const { default: init } = await import(js);
await init({ module_or_path: wasm });
