import type { explanationsToHuman } from '../../views/index.ts';
import codes from './codes.json' with { type: 'json' };

type CodeExplanation = Parameters<typeof explanationsToHuman>[1][number];

/** Every diagnostic code of every folder, by code; `tools/write-diagnostics.ts` writes it from their `errors.ts`. */
export const knownCodes: ReadonlyMap<string, CodeExplanation> = new Map(
  (codes as readonly CodeExplanation[]).map((entry) => [entry.code, entry]),
);
