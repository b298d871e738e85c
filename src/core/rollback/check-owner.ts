import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { OwnershipRule } from '../environment/environment.ts';
import { recordedName } from '../environment/recorded-name.ts';
import { planErrorCodes } from '../errors.ts';
import { arePathsOverlapping } from '../json/path.ts';
import type { Step } from '../plan/plan.ts';
import type { ResourceDescriptor } from '../resource/descriptor.ts';

/** The error for a step that would write what another tool's record lists as its own by now; undefined where none does. */
export function checkOwner(
  ownership: readonly OwnershipRule[],
  { type, shape }: ResourceDescriptor,
  step: Step,
): Diagnostic | undefined {
  if (step.kind === 'noop' || step.kind === 'create') return undefined;
  const owned = shape.kind === 'facet' ? shape.parentType : type;
  for (const { owner, objects, field } of ownership) {
    if (objects === undefined || owner === 'signalbox' || !touches(step, field)) continue;
    const name = recordedName(objects, owned, step.handle);
    if (name === undefined) continue;
    const { summary, remedy } = planErrorCodes.SB1006;
    const detail = `${step.address} belongs to "${owner}": ${objects.source} has it as ${name}.`;
    return { code: 'SB1006', severity: 'error', summary, detail, remedy, address: step.address };
  }
  return undefined;
}

function touches(step: Step, field: string | undefined): boolean {
  if (field === undefined || !('changes' in step)) return true;
  return step.changes.some(({ path }) => arePathsOverlapping(path, field.split('.')));
}
