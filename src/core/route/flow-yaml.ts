import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../json/json.ts';
import type { RouteEnd } from './route.ts';

/** Actions of Architect that hand a call over for good, and the property that names whom to. */
export const transferEnds: Readonly<
  Record<string, { readonly kind: RouteEnd['kind']; readonly property: string } | undefined>
> = {
  transferToAcd: { kind: 'queue', property: 'targetQueue' },
  transferToUser: { kind: 'user', property: 'targetUser' },
  transferToGroup: { kind: 'group', property: 'targetGroup' },
  transferToNumber: { kind: 'number', property: 'targetNumber' },
  transferToVoicemail: { kind: 'voicemail', property: 'targetUser' },
  transferToGroupVoicemail: { kind: 'voicemail', property: 'targetGroup' },
};

/** All outputs of actions whose outputs are known: when each is written down and ends, nothing comes next. */
export const knownOutputs: Readonly<Record<string, readonly string[] | undefined>> = {
  decision: ['yes', 'no'],
  evaluateSchedule: ['active', 'inactive'],
  evaluateScheduleGroup: ['open', 'closed', 'holiday', 'emergency'],
  callData: ['success', 'failure', 'timeout'],
  dataTableLookup: ['found', 'notFound', 'failure'],
  collectInput: ['success', 'failure'],
  findQueue: ['found', 'notFound'],
  findQueueById: ['found', 'notFound'],
  switch: ['default'],
};

/** A branch of an action. */
export interface Branch {
  /** The output's name; `case` for cases of a switch. */
  readonly name: string;
  readonly actions: Json;
}

/** The branches of an action: every list of actions below it, those inside them left out. */
export function branchesOf(body: JsonObject): readonly Branch[] {
  const found: Branch[] = [];
  const search = (value: Json, name: string): void => {
    if (isJsonArray(value)) {
      for (const item of value) search(item, name);
      return;
    }
    if (!isJsonObject(value)) return;
    if (isJsonArray(value['actions'])) {
      found.push({ name, actions: value['actions'] });
      return;
    }
    for (const [property, inner] of Object.entries(value)) search(inner, property);
  };
  for (const [property, value] of Object.entries(body)) search(value, property);
  return found;
}

/** A menu or task inside a flow. */
export interface FlowPlace {
  readonly kind: 'menu' | 'task';
  readonly id: string;
  readonly name: string;
  readonly body: JsonObject;
}

/** The menu or task that a reference such as `/inboundCall/tasks/task[Closed_12]` names, by its reference id or name. */
export function placeOf(body: JsonObject, reference: string): FlowPlace | undefined {
  const match = /(?:^|\/)(?<list>menus|tasks)\/(?<kind>menu|task)\[(?<id>[^\]]*)\]$/u.exec(reference)?.groups;
  const { list = '', kind = '', id = '' } = match ?? {};
  const items = body[list];
  if (!isJsonArray(items)) return undefined;
  for (const item of items) {
    const inner = isJsonObject(item) ? item[kind] : undefined;
    if (!isJsonObject(inner) || (inner['refId'] !== id && inner['name'] !== id)) continue;
    const name = typeof inner['name'] === 'string' ? inner['name'] : id;
    return { kind: kind === 'menu' ? 'menu' : 'task', id, name, body: inner };
  }
  return undefined;
}

/** The name that a value gives literally: `{ lit: { name } }`, `{ name }` or `{ lit: "text" }`. */
export function literalName(value: Json | undefined): string | undefined {
  if (!isJsonObject(value)) return undefined;
  const literal = value['lit'] ?? value;
  if (typeof literal === 'string') return literal;
  const name = isJsonObject(literal) ? literal['name'] : undefined;
  return typeof name === 'string' ? name : undefined;
}
