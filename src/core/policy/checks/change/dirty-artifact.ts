import { defineCheck } from '../../policy-check.ts';

/** SB1103: the artifact comes from committed files, so that somebody else can build it again. */
export const dirtyArtifact = defineCheck({
  code: 'SB1103',
  name: 'dirty-artifact',
  severity: 'warning',
  protectedSeverity: 'error',
  looksAt: 'where the artifact comes from, as far as it is known',
  run: ({ world }) => {
    const { origin } = world.input;
    if (origin?.dirty !== true) return [];
    const base = origin.commit === undefined ? 'no commit' : `commit ${origin.commit.slice(0, 12)}`;
    return [{ detail: `Files of the project differed from ${base} when it was built.` }];
  },
});
