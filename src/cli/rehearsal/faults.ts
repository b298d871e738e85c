import type { FaultKind, FaultRule } from '../../simulator/index.ts';

/** How many faults a round has, and among how many requests they fall. */
const faultCount = 8;
const spread = 120;

/** Faults that follow from the seed alone: errors, lost answers, storms of 429, expired tokens, answers that come too late. */
export function faultsOf(seed: number, clientId: string): readonly FaultRule[] {
  const random = randomNumbers(seed);
  return Array.from({ length: faultCount }, () => ({
    clientId,
    nth: 4 + Math.floor(random() * spread),
    fault: kindOf(random),
    ...(random() < 0.3 ? { times: 3 } : {}),
  }));
}

function kindOf(random: () => number): FaultKind {
  const when = random() < 0.5 ? 'before' : 'after';
  const kinds: readonly FaultKind[] = [
    { kind: 'status', status: 500, when },
    { kind: 'status', status: 503, when },
    { kind: 'drop', when },
    { kind: 'rate-limit', retryAfterSeconds: 1 + Math.floor(random() * 10) },
    { kind: 'expire-tokens' },
    { kind: 'slow', delayMs: 40_000, when: 'after' },
  ];
  return kinds[Math.floor(random() * kinds.length)] ?? { kind: 'expire-tokens' };
}

/** Numbers in [0, 1) that follow from the seed (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
