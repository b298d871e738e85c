import type { WriteAction } from '../../changeset/action.ts';
import type { ExpressionScope } from '../../expression/scope.ts';
import type { JsonObject } from '../../json/json.ts';
import { formatAddress } from '../../resource/address.ts';
import { overlay } from '../values/overlay.ts';
import { computeValues, setValues, touch } from '../values/set-values.ts';
import { incompleteBecause } from '../world/listing.ts';
import { lookUp, type Lookup } from '../world/lookup.ts';
import { scopeOf } from '../world/scope.ts';
import { report, type World } from '../world/world.ts';
import { givesUpFields } from './given-up.ts';
import { makeObject } from './make-object.ts';
import { placeIn } from '../../diagnostic/place-in.ts';
import { targetAddress } from './target.ts';
import { modeOf } from './write-permit.ts';

/** Makes the target exist with the wanted values, as projected; `create` and `update` refuse what they are not for. */
export function applyWrite(world: World, action: WriteAction, index: number): void {
  const address = targetAddress(world, action);
  const found = lookUp(world, address, action.source);
  if (found.kind === 'refused') return;
  const text = formatAddress(address);
  if (isRefused(world, action, { found, text })) return;
  const object =
    found.kind === 'found'
      ? found.object
      : makeObject(world, { descriptor: found.descriptor, parent: found.parent, address, action });
  if (object === undefined) return;
  touch(object, { action: index, source: action.source });
  if (object.live !== undefined && modeOf(world, object) === 'seed') return;
  const layers = wantedLayers(world, action, { action: index, address: text, scope: scopeOf(world) });
  if (action.document !== undefined)
    givesUpFields(
      world,
      object,
      text,
      layers.reduce((below, above) => overlay(below, above).document, {}),
    );
  setValues(world, object, { action: index, source: action.source, layers, key: address.key });
}

/** What this very artifact made when it ran here before stands in its own way no more than for `ensure`. */
function isRefused(
  world: World,
  { kind, source }: WriteAction,
  { found, text }: { readonly found: Lookup; readonly text: string },
): boolean {
  const place = { address: text, source };
  if (kind === 'create' && found.kind === 'found' && world.input.deployedBefore === undefined) {
    report(world, 'SB1036', `${text} is there already, as ${found.object.handle}.`, place);
    return true;
  }
  if (kind !== 'update' || found.kind !== 'absent') return false;
  if (world.missing.size > 0) return true;
  const unseen = incompleteBecause(world, found.descriptor, found.parent);
  if (unseen === undefined)
    report(world, 'SB1037', `${text} does not exist in ${world.input.environment.name}.`, place);
  else report(world, 'SB1007', `${text} was not found, but ${unseen}.`, place);
  return true;
}

/** The document that the action names, and `set` to lay over it, every expression computed. */
function wantedLayers(
  world: World,
  action: WriteAction,
  context: { readonly action: number; readonly address: string; readonly scope: ExpressionScope },
): readonly JsonObject[] {
  return [
    computeValues(world, action.document ?? {}, { ...context, place: placeIn(action, '/document') }),
    computeValues(world, action.set ?? {}, { ...context, place: placeIn(action, '/set') }),
  ];
}
