import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../../../core/index.ts';
import type { ContentReference } from '../../../core/resource/index.ts';
import { flowRootOf } from './flow-types.ts';
import { namingRules, type NamingRule } from './naming-rules.ts';

/** Properties that carry a value instead of naming something. */
const valueProperties = ['exp', 'lit', 'name', 'noValue', 'none', 'var'];

/**
 * What a flow names and Architect resolves when the flow is published: queues, skills, prompts, data actions, other
 * flows… each once, in no order. Names that an expression looks up while a call is running (`FindQueue("…")`, the
 * action Find Queue) are not among them: Architect takes them as they come.
 */
export function referencesOfFlow(parsed: Json): readonly ContentReference[] {
  const flow = flowRootOf(parsed);
  if (flow === undefined) return [];
  const found = new Map<string, ContentReference>();
  const add = (type: string, key: readonly string[]): void => {
    if (key.every((part) => part !== '')) found.set(JSON.stringify([type, ...key]), { type, key });
  };
  const division = flow.body['division'];
  if (typeof division === 'string') add('auth_division', [division]);
  walk(flow.body, flow.root, (property, within, value) => {
    for (const name of dataActionsIn(property, value)) add('integration_action', name);
    if (property === 'exp' && typeof value === 'string')
      for (const name of promptsIn(value)) add('architect_user_prompt', [name]);
    const rule = namingRules.find((known) => known.property === property && (known.within ?? within) === within);
    const name = rule && nameIn(rule, value);
    if (rule === undefined || name === undefined) return;
    if (rule.flowType === undefined) return add(rule.type, [name]);
    const flowType = typeof rule.flowType === 'string' ? rule.flowType : rule.flowType[flow.flowType];
    if (flowType !== undefined) add(rule.type, [flowType, name]);
  });
  return [...found.values()];
}

type Visit = (property: string, within: string, value: Json) => void;

function walk(value: Json, within: string, visit: Visit): void {
  if (isJsonArray(value)) {
    for (const item of value) walk(item, within, visit);
    return;
  }
  if (!isJsonObject(value)) return;
  for (const [property, inner] of Object.entries(value)) {
    visit(property, within, inner);
    walk(inner, property, visit);
  }
}

function nameIn(rule: NamingRule, value: Json): string | undefined {
  if (rule.form === 'property') return isJsonObject(value) ? onlyProperty(value) : undefined;
  if (rule.form === 'name') return nameOf(value);
  const literal = isJsonObject(value) ? nameOf(value['lit']) : undefined;
  if (rule.form === 'literal') return literal;
  const text = rule.property === 'prompt' && typeof value === 'string' ? value : literal;
  return text?.startsWith('PromptSystem.') === true ? undefined : text?.replace(/^Prompt\./u, '');
}

function nameOf(value: Json | undefined): string | undefined {
  const name = isJsonObject(value) ? value['name'] : undefined;
  return typeof name === 'string' ? name : undefined;
}

function onlyProperty(value: JsonObject): string | undefined {
  const names = Object.keys(value).filter((name) => !valueProperties.includes(name));
  return names.length === 1 ? names[0] : undefined;
}

/** `category: { <category>: { dataAction: { <name>: … } } }`. */
function dataActionsIn(property: string, value: Json): readonly (readonly string[])[] {
  if (property !== 'category' || !isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([category, inner]) => {
    const actions = isJsonObject(inner) ? inner['dataAction'] : undefined;
    return isJsonObject(actions) ? Object.keys(actions).map((name) => [category, name]) : [];
  });
}

/** User prompts that an expression names outside its texts: `ToAudio(Prompt.Welcome)`. */
function promptsIn(expression: string): readonly string[] {
  const code = expression.replace(/"(?:[^"\\]|\\.)*"/gu, '""');
  return [...code.matchAll(/(?<![\w.])Prompt\.([A-Za-z]\w*)/gu)].flatMap(([, name]) => name ?? []);
}
