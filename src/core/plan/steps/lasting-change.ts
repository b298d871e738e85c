import { isHidden } from '../../three-way/equal-values.ts';
import type { Json } from '../../json/json.ts';
import { formatPath } from '../../json/path.ts';
import type { ResourceDescriptor } from '../../resource/descriptor.ts';
import type { FieldChange } from '../plan.ts';

/**
 * Why a change of a field can not be set back, as the end of a sentence that begins with an address; undefined when it
 * can. What a step says of its reversibility and what the forecast of a rollback says both come from here.
 */
export function whyLasting(descriptor: ResourceDescriptor, { path, before }: FieldChange): string | undefined {
  const [field = ''] = path;
  const name = formatPath(path);
  if (isHidden(descriptor, path))
    return `${name} is never shown, so its value from before is not known and the new one stays.`;
  if (!isNothing(before)) return undefined;
  if (field === descriptor.content?.field)
    return 'what is published for the first time stays published; there is no earlier version.';
  const stays = path.length === 1 && [...descriptor.required, ...(descriptor.neverCleared ?? [])].includes(field);
  return stays ? `${name} had no value, and the platform does not let it be cleared again.` : undefined;
}

function isNothing(value: Json | undefined): boolean {
  return value === undefined || value === null;
}
