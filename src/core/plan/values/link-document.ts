import type { SourceLocation } from '../../diagnostic/diagnostic.ts';
import { isJsonArray, isJsonObject, type Json } from '../../json/json.ts';
import { mapAddress } from '../../mapping/index.ts';
import { parseAddress } from '../../resource/address.ts';
import { contentDigestOf, refOf } from '../../resource/reference.ts';
import { lookUp, reportAbsent } from '../world/lookup.ts';
import { noteMapped } from '../world/map-here.ts';
import { report, type World } from '../world/world.ts';
import { mayPointAt, reportNoCounterpart } from '../checks/portability.ts';

/** The value with every `{ $ref }` resolved to a handle through the environment's mappings; what fails is reported. */
export function linkValue(
  world: World,
  value: Json,
  place: { readonly address: string; readonly source: SourceLocation },
): Json {
  const ref = refOf(value);
  if (ref !== undefined) return linkReference(world, ref, place);
  if (contentDigestOf(value) !== undefined) return value;
  if (isJsonArray(value)) return value.map((item) => linkValue(world, item, place));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, linkValue(world, inner, place)]));
}

function linkReference(
  world: World,
  ref: string,
  { address: user, source }: { readonly address: string; readonly source: SourceLocation },
): Json {
  const { address: mapped, mapping } = mapAddress(world.input.environment.mappings, ref, world.input.catalogue);
  noteMapped(world, ref, mapped);
  const address = parseAddress(mapped);
  if (address === undefined) {
    report(world, 'SB1026', `"${mapped}" is not an address.`, { source });
    return null;
  }
  if (mapping === undefined && !mayPointAt(world, address, { user, source })) return null;
  const found = lookUp(world, address, source);
  if (found.kind === 'found') return { $handle: found.object.handle, $type: address.type };
  if (found.kind === 'absent' && !reportNoCounterpart(world, address, { user, source, written: ref }))
    reportAbsent(world, address, source, user);
  return null;
}
