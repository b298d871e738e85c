import type { ListRule } from '../../core/resource/index.ts';

/** Lists inside `context` and `journey`, the two fields that say whom an outcome or a segment is about. */
export const patternLists: Readonly<Record<string, ListRule>> = {
  'context.patterns[].criteria[].values': { kind: 'set' },
  'journey.patterns[].criteria[].values': { kind: 'set' },
};
