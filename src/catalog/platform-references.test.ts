import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ReferenceRule } from '../core/resource/index.ts';
import { catalogue } from './index.ts';
import { descriptors } from './registry.ts';

interface KnownReference {
  readonly path: string | null;
  readonly type: string | null;
  readonly types?: readonly string[];
  /** Path of the child endpoint whose answer has it. */
  readonly via?: string;
}

const factsFile = new URL('../../../shared/genesys/resource-types.json', import.meta.url);
const facts: readonly { readonly type: string; readonly refs: readonly KnownReference[] }[] = existsSync(factsFile)
  ? JSON.parse(readFileSync(factsFile, 'utf8')).types
  : [];

/** References of the facts that documents do not have, and why. */
const leftOut: Readonly<Record<string, string>> = {
  'architect_grammar_language grammarId': 'the parent, named in the field grammar',
  'business_rules_decision_table publishedContract.parentSchema.id': 'given on creation as schemaId',
  'business_rules_decision_table columns.outputs[].defaultsTo.value':
    'only the contract tells columns that hold queues',
  'business_rules_decision_table columns.inputs[].defaultsTo.value': 'only the contract tells columns that hold queues',
  'flow worktypeId': 'says what the flow was published for; its content names the type',
  'integration_custom_auth_action integrationId': 'the parent, named in the field integration',
  'outbound_wrapupcodemappings mapping.{key}': 'a list of entries on our side, named in mapping[].code',
  'routing_queue outboundMessagingAddresses.smsAddress.id': 'names a number, which is no type of its own',
  'task_management_workitem scoredAgents[].agent.id': 'who might do the work is set while it is done',
  'task_management_workitem division.id': 'the division of its type',
  'task_management_worktype_status_transition worktype.id': 'a part of the status, which names the type',
  'user skills[].id': 'has endpoints of its own, which are left alone',
  'user languages[].id': 'has endpoints of its own, which are left alone',
  'user locations[].locationDefinition.id': 'people say where they are',
};

/** Types that are a part of another one: the whole object is the other type's. */
function isPlaceOfTheWhole(type: string, path: string): boolean {
  const shape = catalogue.find(type)?.shape;
  return shape?.kind === 'facet' && (path === 'id' || path === 'division.id');
}

function covers(rule: ReferenceRule, { path, type, types }: KnownReference): boolean {
  const place = (path ?? '').replace(/\.id$/u, '');
  const pattern = rule.path.replaceAll(/[.[\]]/gu, String.raw`\$&`).replaceAll('*', String.raw`[^.]+`);
  const isThere =
    new RegExp(`^${pattern}(?:Id)?$`, 'u').test(place) || rule.path === `${place}Id` || rule.path === path;
  const known = typeof rule.type === 'string' ? [rule.type] : Object.values(rule.type.types);
  return isThere && (types ?? [type]).every((wanted) => wanted !== null && known.includes(wanted));
}

describe.each(descriptors.map((descriptor) => [descriptor.type, descriptor] as const))('%s', (type, descriptor) => {
  it('has every reference of the facts, with its type, or says why not', (context) => {
    if (facts.length === 0) context.skip('../shared/genesys/resource-types.json is not there');
    const refs = facts.find((known) => known.type === type)?.refs ?? [];
    const missing = refs.filter(
      ({ path, via, ...rest }) =>
        path !== null &&
        via === undefined &&
        !isPlaceOfTheWhole(type, path) &&
        !descriptor.references.some((rule) => covers(rule, { path, ...rest })) &&
        leftOut[`${type} ${path}`] === undefined,
    );
    expect(missing.map(({ path, type: target, types }) => `${path} → ${target ?? types?.join(', ')}`)).toEqual([]);
  });
});

it('leaves out no reference that descriptors have by now', () => {
  const stale = Object.keys(leftOut).filter((place) => {
    const [type = '', path = ''] = place.split(' ');
    return catalogue.find(type)?.references.some((rule) => rule.path === path.replace(/\.id$/u, ''));
  });
  expect(stale).toEqual([]);
});
