import { isObject, textOf, type JsonObject } from '../../kernel/values.ts';
import { calledFlows, inQueueFlows, transferTargets, typesByProperty, typesByVariableKind } from './naming-forms.ts';
import type { ParsedFlow } from './parse-flow.ts';

/** An object that a flow names and that must exist when the flow is published. */
export type NamedObject = {
  /** Name of the entity type, for example `routing_queue`. */
  readonly type: string;
  readonly name: string;
  /** Only data actions: their category. */
  readonly category?: string;
  /** Only flows: their type in upper case. */
  readonly flowKind?: string;
  /** Where the name stands, for example `/inboundCall/tasks/0/task`. */
  readonly place: string;
};

/** Every object that the flow names in a form that Architect resolves at publication, in the order of the YAML. */
export function namedObjects(flow: ParsedFlow): readonly NamedObject[] {
  const found: NamedObject[] = [];
  walk({ property: flow.root, within: '', place: `/${flow.root}`, value: flow.body }, (at) => {
    found.push(
      ...literalAt(at),
      ...calledAt(at),
      ...flowNamedAt(at, flow.kind),
      ...tableAt(at),
      ...actionsAt(at),
      ...promptsAt(at),
    );
  });
  return found;
}

type Position = { readonly property: string; readonly within: string; readonly place: string; readonly value: unknown };

function walk(at: Position, visit: (at: Position) => void): void {
  visit(at);
  if (Array.isArray(at.value)) {
    at.value.forEach((value, index) => walk({ ...at, place: `${at.place}/${index}`, value }, visit));
  } else if (isObject(at.value)) {
    for (const [property, value] of Object.entries(at.value)) {
      walk({ property, within: at.property, place: `${at.place}/${property}`, value }, visit);
    }
  }
}

function literalAt(at: Position): readonly NamedObject[] {
  const literal = isObject(at.value) && isObject(at.value['lit']) ? textOf(at.value['lit'], 'name') : '';
  const type = literal === '' ? undefined : literalType(at);
  return type === undefined ? [] : [{ type, name: literal, place: at.place }];
}

function literalType(at: Position): string | undefined {
  if (at.property === 'value') return typesByVariableKind[at.within];
  if (at.property === 'initialValue') return typesByVariableKind[at.within.replace(/Variable$/, '')];
  return typesByProperty[at.property];
}

function calledAt(at: Position): readonly NamedObject[] {
  const kind = at.within === 'callDigitalBotFlow' ? 'DIGITALBOT' : calledFlows[at.property];
  if (kind === undefined || !(at.property in calledFlows) || !isObject(at.value)) return [];
  return Object.entries(at.value).flatMap(([name, call]) =>
    isObject(call) && Object.keys(call).some((key) => key.startsWith('ver_'))
      ? [{ type: 'flow', name, flowKind: kind, place: at.place }]
      : [],
  );
}

function flowNamedAt(at: Position, kind: string): readonly NamedObject[] {
  const name = isObject(at.value) ? textOf(at.value, 'name') : '';
  const flowKind = name === '' ? undefined : flowKindAt(at, kind);
  return flowKind === undefined ? [] : [{ type: 'flow', name, flowKind, place: at.place }];
}

function flowKindAt(at: Position, kind: string): string | undefined {
  if (at.property === 'overrideInQueueFlow') return inQueueFlows[kind];
  if (at.property !== 'targetFlow') return undefined;
  return at.within.endsWith('FlowSecure') ? 'SECURECALL' : transferTargets[kind];
}

function tableAt(at: Position): readonly NamedObject[] {
  if (at.property !== 'dataTable' || !isObject(at.value)) return [];
  return objectsIn(at.value).map((name) => ({ type: 'architect_datatable', name, place: at.place }));
}

function actionsAt(at: Position): readonly NamedObject[] {
  if (at.property !== 'category' || !isObject(at.value)) return [];
  return Object.entries(at.value).flatMap(([category, inner]) => {
    const actions = isObject(inner) && isObject(inner['dataAction']) ? Object.keys(inner['dataAction']) : [];
    return actions.map((name) => ({ type: 'integration_action', name, category, place: at.place }));
  });
}

function promptsAt(at: Position): readonly NamedObject[] {
  const text = promptTextAt(at);
  const names = [...text.matchAll(/(?<![\w.])Prompt\.([A-Za-z]\w*)/g)].flatMap(([, name]) => name ?? []);
  return names.map((name) => ({ type: 'architect_user_prompt', name, place: at.place }));
}

function promptTextAt(at: Position): string {
  if (at.property === 'exp' && typeof at.value === 'string') return at.value.replaceAll(/"(?:[^"\\]|\\.)*"/g, '""');
  const name = at.property === 'lit' && isObject(at.value) ? textOf(at.value, 'name') : '';
  return /^Prompt\.\w+$/.test(name) ? name : '';
}

function objectsIn(value: JsonObject): readonly string[] {
  return Object.keys(value).filter((name) => isObject(value[name]) && !['exp', 'lit', 'var', 'noValue'].includes(name));
}
