// Seeds and counts: those of `make test`, and with `SOAK=1` those of a night (`make soak`), of which `SOAK_PART=100` takes a
// hundredth, as in tests/faults/chance.rs.

export const SEED = Number(process.env.SEED ?? 20261129);

/** A count of `make test`, or that of the night. */
export function count(usual, night) {
  if (!process.env.SOAK) return usual;
  const part = Math.max(1, Number(process.env.SOAK_PART ?? 1) || 1);
  return usual + Math.floor(Math.max(0, night - usual) / part);
}

/** The seeds of so many rounds, each with what the name of its test ends with: nothing for the first. */
export const rounds = (night) => Array.from({ length: count(1, night) }, (_, round) => ({ seed: SEED + round, of: round ? ` (seed ${SEED + round})` : '' }));

/** Numbers in 0..1 that a seed gives again (mulberry32). */
export function chances(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
