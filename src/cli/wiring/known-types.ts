import { catalogue } from '../../catalog/index.ts';
import { nearestName } from '../../core/index.ts';
import { cliError } from '../errors.ts';

/** Ends with SB6001 at the first that is no resource type, with the nearest one that is. */
export function refuseUnknownTypes(types: readonly string[]): void {
  const unknown = types.find((type) => catalogue.find(type) === undefined);
  if (unknown !== undefined) throw unknownName('resource type', unknown, catalogue.types);
}

/** SB6001 for a name that is not among the known ones. */
export function unknownName(what: string, name: string, known: readonly string[]): Error {
  const nearest = nearestName(name, known);
  const suggestion = nearest === undefined ? '' : `Did you mean "${nearest}"? `;
  return cliError('SB6001', `"${name}" is no ${what}`, {
    remedy: `${suggestion}signalbox types lists every type with its area.`,
  });
}
