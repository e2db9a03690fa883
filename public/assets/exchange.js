// The worker that reads and writes files of other programs: a program of its own, fetched when it is needed.

const { default: init } = await import('../exchange.js');
await init({ module_or_path: new URL('../exchange_bg.wasm', import.meta.url) });
