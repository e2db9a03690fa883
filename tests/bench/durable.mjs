// Durable designs a second: the endpoint, bare object_store and nginx with sync, in turns (tests/bench/durable.rs).

import { execFileSync } from 'node:child_process';
import { program, root } from '../browser/endpoint.mjs';

/** Designs a second of each, and the ratios. */
export const durableCosts = () => JSON.parse(execFileSync('cargo',
  ['run', '--quiet', '--locked', '--release', '--features', 'cli,tools', '--example', 'bench_durable'],
  { cwd: root, env: { ...process.env, MULIN: program }, maxBuffer: 1e8 }).toString());

/** What issue 6 asks: at least half of what bare object_store does, at least twice what nginx does. */
export const durableLimits = ({ durable }) => [
  { what: 'durable designs: bare object_store against the endpoint', measured: 1 / durable.ratio_object_store, limit: 2, unit: '×' },
  { what: 'durable designs: nginx with sync against the endpoint', measured: 1 / durable.ratio_nginx, limit: 0.5, unit: '×' },
];

/** The table. */
export function durableTable({ durable }, table, row) {
  table('durable designs of 4 kB, 64 in flight', 'a second');
  row('the endpoint', durable.bundled.toFixed(0));
  row('bare object_store with fsync, in process', durable.object_store.toFixed(0));
  row('nginx, and sync of file and folder', durable.nginx_synced.toFixed(0));
  row('nginx without any sync', durable.nginx_unsynced.toFixed(0));
}
