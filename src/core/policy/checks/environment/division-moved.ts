import { valueAt } from '../../../json/path.ts';
import { addressOfHandle } from '../../../plan/world/label.ts';
import type { World } from '../../../plan/world/world.ts';
import { isLinkedReference } from '../../../resource/reference.ts';
import type { Json } from '../../../json/json.ts';
import { defineCheck, findingsPerObject } from '../../policy-check.ts';
import { isWritten } from '../../touched-objects.ts';

/** SB1113: nothing changes its division unnoticed, because the division decides who sees it. */
export const divisionMoved = defineCheck({
  code: 'SB1113',
  name: 'division-moved',
  severity: 'warning',
  looksAt: 'the division of existing objects that the plan changes',
  run: (context) =>
    findingsPerObject(context, (touched) => {
      const { before, after, address } = touched;
      if (before === undefined || after === undefined || !isWritten(touched, 'division')) return [];
      const from = nameOf(context.world, valueAt(before, ['division']));
      return [`${address} moves from ${from} to ${nameOf(context.world, valueAt(after, ['division']))}.`];
    }),
});

function nameOf(world: World, division: Json | undefined): string {
  if (isLinkedReference(division)) return addressOfHandle(world, division.$type, division.$handle);
  return division === '*' ? 'all divisions' : 'no division';
}
