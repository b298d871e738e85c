import { matchesGlob } from '../../../text/glob.ts';
import { defineCheck, findingsPerObject } from '../../policy-check.ts';
import { writtenTexts, type WrittenText } from '../../written-texts.ts';

const idPattern = /(?<![\da-z])[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}(?![\da-z])/giu;

/** SB1110: no value that is written holds a platform id; references do, by name. Published texts are looked into, too. */
export const hardCodedId = defineCheck({
  code: 'SB1110',
  name: 'hard-coded-id',
  severity: 'warning',
  looksAt: 'every text that is written, flow contents included, for ids that were not there before',
  parameters: { allowed: { default: [], meaning: 'globs of ids that are none of the platform' } },
  run: (context, { allowed }) =>
    findingsPerObject(context, (touched) =>
      writtenTexts(context.world, touched).flatMap((written) => {
        const ids = newIdsIn(written).filter((id) => !allowed.some((glob) => matchesGlob(glob, id)));
        if (ids.length === 0) return [];
        const shown = ids.slice(0, 3).join(', ');
        const more = ids.length > 3 ? ` and ${ids.length - 3} more` : '';
        return [`${touched.address}: ${written.path} holds ${shown}${more}.`];
      }),
    ),
});

function newIdsIn({ text, earlier }: WrittenText): readonly string[] {
  const found = new Set(text.match(idPattern));
  if (found.size === 0) return [];
  for (const before of earlier) for (const id of before.match(idPattern) ?? []) found.delete(id);
  return [...found];
}
