import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../json/json.ts';
import { scheduleGroupStateAt } from '../schedules/group-state.ts';
import { branchesOf, knownOutputs, literalName, placeOf, transferEnds, type Branch } from './flow-yaml.ts';
import type { RouteEnd, RoutedFlow, RouteMap } from './route.ts';

/** One walk and what it found so far. */
export interface Walk {
  readonly map: RouteMap;
  readonly instantMs: number;
  readonly ends: Map<string, RouteEnd>;
  readonly depends: string[];
  readonly unknown: string[];
  readonly steps: string[];
  /** Flows, menus and tasks that were walked: a second visit finds nothing new. */
  readonly visited: Map<string, Way>;
}

/** How a list of actions can be left besides by an end of the call: to what comes next, or back to the caller of a task. */
interface Way {
  readonly next: boolean;
  readonly returns: boolean;
}

interface Place {
  readonly walk: Walk;
  readonly flow: RoutedFlow;
  readonly body: JsonObject;
}

const onward: Way = { next: true, returns: false };
const gone: Way = { next: false, returns: false };

/** A walk that has not begun. */
export function createWalk(map: RouteMap, instantMs: number): Walk {
  return { map, instantMs, ends: new Map(), depends: [], unknown: [], steps: [], visited: new Map() };
}

/** Follows a flow from its start to every end it can reach. */
export function walkFlow(walk: Walk, flow: RoutedFlow): void {
  if (walk.visited.has(flow.id)) return;
  walk.visited.set(flow.id, gone);
  walk.steps.push(`Flow ${flow.name}.`);
  const body = isJsonObject(flow.content) ? Object.values(flow.content)[0] : undefined;
  if (!isJsonObject(body)) {
    walk.unknown.push(`${flow.name}: ${flow.why ?? 'its content is no flow'}`);
    addEnd(walk, 'unknown', flow.name);
    return;
  }
  const place = { walk, flow, body };
  const before = actionsOf(body['startUpTaskActions']);
  const way = before.length > 0 ? walkActions(place, before) : onward;
  const start = body['startUpRef'];
  const after = way.next && typeof start === 'string' ? walkTarget(place, start) : way;
  if (after.next || after.returns) addEnd(walk, 'end-of-flow', flow.name);
}

/** A menu or a task, by the reference that names it. */
function walkTarget(place: Place, reference: string): Way {
  const { walk, flow, body } = place;
  const found = placeOf(body, reference);
  const mark = `${flow.id} ${found?.kind ?? ''} ${found?.id ?? reference}`;
  const known = walk.visited.get(mark);
  if (known !== undefined) return known;
  walk.visited.set(mark, gone);
  if (found === undefined) {
    walk.unknown.push(`${flow.name}: ${reference} is not in it`);
    addEnd(walk, 'unknown', flow.name);
    return gone;
  }
  walk.steps.push(`${found.kind === 'menu' ? 'Menu' : 'Task'} ${found.name} of ${flow.name}.`);
  const way =
    found.kind === 'menu'
      ? walkMenu(place, found.body, found.name)
      : walkActions(place, actionsOf(found.body['actions']));
  walk.visited.set(mark, way);
  return way;
}

/** Every choice; which one is the caller's to say. A caller who says nothing is not followed. */
function walkMenu(place: Place, menu: JsonObject, name: string): Way {
  const choices = actionsOf(menu['choices']);
  if (choices.length > 1) place.walk.depends.push(`menu ${name} of ${place.flow.name}: what the caller chooses`);
  const ways = choices.map(([kind, body]) => {
    const action = kind.replace(/^menu/u, '');
    const plain = `${action.charAt(0).toLowerCase()}${action.slice(1)}`;
    if (isJsonArray(body['choices'])) return walkMenu(place, body, textOf(body['name']));
    if (plain === 'task' && isJsonObject(body['task'])) return walkActions(place, actionsOf(body['task']['actions']));
    return walkAction(place, plain, body);
  });
  return either(ways);
}

function walkActions(place: Place, actions: readonly (readonly [string, JsonObject])[]): Way {
  let returns = false;
  for (const [kind, body] of actions) {
    const way = walkAction(place, kind, body);
    returns ||= way.returns;
    if (!way.next) return { next: false, returns };
  }
  return { next: true, returns };
}

function walkAction(place: Place, kind: string, body: JsonObject): Way {
  const { walk, flow } = place;
  const transfer = transferEnds[kind];
  if (transfer !== undefined) return endAt(walk, transfer, body, flow);
  switch (kind) {
    case 'transferToFlow':
    case 'transferToFlowSecure':
      return transferToFlow(walk, kind === 'transferToFlowSecure' ? 'securecall' : 'inboundcall', body);
    case 'disconnect':
      addEnd(walk, 'disconnect', '');
      return gone;
    case 'jumpToTask':
    case 'jumpToMenu':
      return walkTarget(place, textOf(body['targetTaskRef'] ?? body['targetMenuRef']));
    case 'callTask':
      return callTask(place, body);
    case 'endTask':
    case 'exitBotFlow':
      return { next: false, returns: true };
    case 'loopExit':
    case 'loopNext':
    case 'previousMenu':
    case 'repeatMenu':
      return gone;
    case 'evaluateScheduleGroup':
      return evaluateGroup(place, body);
    default:
      return walkBranches(place, kind, body);
  }
}

function endAt(
  walk: Walk,
  { kind, property }: { readonly kind: RouteEnd['kind']; readonly property: string },
  body: JsonObject,
  flow: RoutedFlow,
): Way {
  const name = literalName(body[property]);
  if (name === undefined) {
    walk.unknown.push(`${textOf(body['name'])} of ${flow.name}: an expression gives the ${kind} while a call runs`);
    addEnd(walk, 'unknown', kind);
  } else {
    walk.steps.push(`${textOf(body['name'])} of ${flow.name}: ${kind} ${name}.`);
    addEnd(walk, kind, name);
  }
  return gone;
}

function transferToFlow(walk: Walk, type: string, body: JsonObject): Way {
  const name = literalName(body['targetFlow']);
  const flow = name === undefined ? undefined : walk.map.flowNamed(type, name);
  if (flow !== undefined) walkFlow(walk, flow);
  else {
    walk.unknown.push(`${textOf(body['name'])}: the flow ${name ?? 'that an expression gives'} can not be seen`);
    addEnd(walk, 'flow', name ?? '');
  }
  return gone;
}

function callTask(place: Place, body: JsonObject): Way {
  const way = walkTarget(place, textOf(body['targetTaskRef']));
  const outputs = walkBranches(place, 'callTask', body);
  return { next: way.next || way.returns || (branchesOf(body).length > 0 && outputs.next), returns: outputs.returns };
}

/** The one action that the time decides: only the branch of the group's state is followed. */
function evaluateGroup(place: Place, body: JsonObject): Way {
  const { walk, flow } = place;
  const name = literalName(body['scheduleGroup']);
  const group = name === undefined ? undefined : walk.map.scheduleGroupNamed(name);
  const evaluate = body['evaluate'];
  const isNow = !isJsonObject(evaluate) || evaluate['now'] !== undefined;
  const emergency = literalName(body['emergencyGroup']);
  if (group === undefined || !isNow || (emergency === undefined && isExpression(body['emergencyGroup'])))
    return walkBranches(place, 'evaluateScheduleGroup', body);
  const isEmergency = walk.map.emergencyGroups.some((other) => other.enabled && other.name === emergency);
  const found = scheduleGroupStateAt(group, walk.instantMs);
  walk.unknown.push(...found.unknown.map((text) => `schedule ${text}`));
  const state = isEmergency ? 'emergency' : found.state;
  walk.steps.push(`${textOf(body['name'])} of ${flow.name}: ${name ?? ''} is ${state}.`);
  const chosen = branchesOf(body).find((branch) => branch.name === state);
  return chosen === undefined ? onward : walkActions(place, actionsOf(chosen.actions));
}

/** All branches of an action. What comes next is reached where a branch leads on, or is not written down. */
function walkBranches(place: Place, kind: string, body: JsonObject): Way {
  const branches = branchesOf(body);
  if (branches.length === 0) return onward;
  const decided = decidedBranch(body);
  if (decided !== undefined) {
    const chosen = branches.find(({ name }) => name === decided);
    return chosen === undefined ? onward : walkActions(place, actionsOf(chosen.actions));
  }
  place.walk.depends.push(
    `${textOf(body['name'])} of ${place.flow.name}: ${conditionOf(body) ?? 'what happens while a call runs'}`,
  );
  const way = either(branches.map(({ actions }) => walkActions(place, actionsOf(actions))));
  return isComplete(kind, branches) ? way : { ...way, next: true };
}

function decidedBranch(body: JsonObject): 'yes' | 'no' | undefined {
  const condition = body['condition'];
  const literal = isJsonObject(condition) ? condition['lit'] : undefined;
  return typeof literal === 'boolean' ? (literal ? 'yes' : 'no') : undefined;
}

function conditionOf(body: JsonObject): string | undefined {
  const condition = body['condition'];
  return isJsonObject(condition) && typeof condition['exp'] === 'string' ? condition['exp'] : undefined;
}

function isComplete(kind: string, branches: readonly Branch[]): boolean {
  const names = knownOutputs[kind];
  return names !== undefined && names.every((name) => branches.some((branch) => branch.name === name));
}

function isExpression(value: Json | undefined): boolean {
  return isJsonObject(value) && (value['exp'] !== undefined || value['var'] !== undefined);
}

function either(ways: readonly Way[]): Way {
  return { next: ways.some(({ next }) => next), returns: ways.some(({ returns }) => returns) };
}

/** `[{ kind: body }, …]` as pairs. */
function actionsOf(value: Json | undefined): readonly (readonly [string, JsonObject])[] {
  if (!isJsonArray(value)) return [];
  return value.flatMap((item) => {
    const [kind, body] = isJsonObject(item) ? (Object.entries(item)[0] ?? []) : [];
    return kind !== undefined && isJsonObject(body) ? [[kind, body] as const] : [];
  });
}

function addEnd({ ends }: Walk, kind: RouteEnd['kind'], name: string): void {
  ends.set(`${kind} ${name}`, { kind, name });
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}
