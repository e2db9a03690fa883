// The workers that read and write files of other programs: each a program of its own, fetched when it is needed. The
// worker is called as its program is.

const program = self.name;
const { default: init } = await import(`../${program}.js`);
await init({ module_or_path: new URL(`../${program}_bg.wasm`, import.meta.url) });
