import type { ReferenceRule } from '../../core/resource/index.ts';

/** References that the wire form holds as `{ id }`, by pattern of their place. */
export function objectReferences(types: Readonly<Record<string, string>>): readonly ReferenceRule[] {
  return Object.entries(types).map(([path, type]) => ({ path, wire: 'object', type }));
}

/** References that the wire form holds as bare ids, by pattern of their place. */
export function idReferences(types: Readonly<Record<string, string>>): readonly ReferenceRule[] {
  return Object.entries(types).map(([path, type]) => ({ path, wire: 'id', type }));
}

/** References to a group, a team or a skill group, told apart by the field `type` beside the id. */
export function memberGroupReferences(paths: readonly string[]): readonly ReferenceRule[] {
  const types = { GROUP: 'group', TEAM: 'team', SKILLGROUP: 'routing_skill_group' };
  return paths.map((path) => ({ path, wire: 'object', type: { field: 'type', types } }));
}

/** The division that an object lies in; `*` stands for all of them. */
export const inDivision: readonly ReferenceRule[] = [
  { path: 'division', wire: 'object', type: 'auth_division', literals: ['*'] },
];
