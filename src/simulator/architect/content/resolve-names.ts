import { textOf, type Entity } from '../../kernel/values.ts';
import type { DependencyEnd } from '../../state/dependencies.ts';
import type { Organisation } from '../../state/organisation.ts';
import { dependencyTypeOfFlow } from './flow-kinds.ts';
import { namedObjects, type NamedObject } from './named-objects.ts';
import { dependencyTypes, labels } from './naming-forms.ts';
import type { ParsedFlow } from './parse-flow.ts';

/** What a flow uses in an organisation, each once, and what it names that is not there. */
export type Resolution = { readonly used: readonly DependencyEnd[]; readonly problems: readonly string[] };

/** Looks up every object that the flow names. A flow may name itself. */
export function resolveNames(organisation: Organisation, flow: ParsedFlow): Resolution {
  const used = new Map<string, DependencyEnd>();
  const problems: string[] = [];
  for (const named of namedObjects(flow)) {
    const found = findNamed(organisation, named);
    if (found) {
      const end = endOf(named, found);
      used.set(`${end.type}:${end.id}`, end);
    } else if (!isItself(named, flow)) problems.push(missingText(named));
  }
  return { used: [...used.values()], problems };
}

function findNamed(organisation: Organisation, named: NamedObject): Entity | undefined {
  return organisation
    .collection(named.type)
    .currentNamed(named.name)
    .find((entity) => isAlive(entity) && fits(entity, named));
}

function fits(entity: Entity, named: NamedObject): boolean {
  if (named.flowKind !== undefined) return entity['type'] === named.flowKind;
  return named.category === undefined || textOf(entity, 'category') === named.category;
}

function isAlive(entity: Entity): boolean {
  return entity['state'] !== 'deleted';
}

function isItself(named: NamedObject, flow: ParsedFlow): boolean {
  return named.flowKind === flow.kind && named.name.toLowerCase() === flow.name.toLowerCase();
}

function endOf(named: NamedObject, found: Entity): DependencyEnd {
  const type =
    named.flowKind === undefined ? (dependencyTypes[named.type] ?? named.type) : dependencyTypeOfFlow(named.flowKind);
  return { type, id: found.id, name: textOf(found, 'name') };
}

function missingText(named: NamedObject): string {
  const kind = named.flowKind === undefined ? '' : `${named.flowKind} `;
  const category = named.category === undefined ? '' : ` in category '${named.category}'`;
  return `Unable to find the ${kind}${labels[named.type] ?? named.type} with name '${named.name}'${category} (${named.place}).`;
}
