import { readFacts, type TypeFact } from '../../tools/api-description/facts.ts';
import type { Body, Case, Made } from './case.ts';
import { callSdk, declared, sdkOperation } from './sdk-client.ts';
import { sampleBody } from './sample-body.ts';

/** What is recorded of every type: its operations by SDK method, where it lies and what it refers to. */
export const typesUnderTest = readFacts().types;

/** A maker of objects that remembers what it made. */
export function createMade(cases: Readonly<Record<string, Case>>): Made {
  const ids = new Map<string, Promise<string>>();
  const made: Made = { id, bodyFor, valuesFor };
  return made;

  function id(type: string): Promise<string> {
    const known = ids.get(type) ?? cases[type]?.find?.(made) ?? makeOne(type);
    ids.set(type, known);
    return known;
  }

  async function makeOne(type: string): Promise<string> {
    const { create } = typeNamed(type);
    if (create === undefined) throw new Error(`nothing makes a ${type}; its case has to say where one is found`);
    const body = await bodyFor(type, `Needed ${type}`);
    const { bodyArgument = 'body' } = sdkOperation(create);
    const answer = await callSdk(create, { ...(await valuesFor(type)), [bodyArgument]: body });
    if (!answer.ok) throw new Error(`${type} was refused: ${JSON.stringify(answer.body)} for ${JSON.stringify(body)}`);
    const object = madeBy(answer.body);
    const settled = await cases[type]?.settle?.(made, object);
    return settled ?? cases[type]?.idOf?.(object) ?? String(object['id']);
  }

  async function bodyFor(type: string, label: string): Promise<Body | readonly Body[]> {
    const { create, references = [] } = typeNamed(type);
    const { bodyArgument = 'body' } = sdkOperation(create ?? '');
    const model = declared.declarations.methods.get(create ?? '')?.parameters.get(bodyArgument) ?? 'object';
    const list = /^Array<(.+)>$/u.exec(model)?.[1];
    const sampled = await sampleBody(list ?? model, label, async (path) => {
      const named = (reference: { readonly path: string }): boolean =>
        [path, `${path}.id`, path.replace(/Id$/u, '.id')].includes(reference.path);
      const target = references.find(named)?.type;
      return target === undefined || target === type ? undefined : id(target);
    });
    const own = cases[type]?.create;
    const given = typeof own === 'function' ? await own(made) : own;
    const merged = Object.entries({ ...sampled, ...given }).filter(([, value]) => value !== undefined);
    const body = Object.fromEntries(merged);
    return list === undefined ? body : [body];
  }

  async function valuesFor(type: string): Promise<Readonly<Record<string, unknown>>> {
    const parents = typeNamed(type).parents ?? [];
    const values: Record<string, unknown> = {};
    for (const { parameter, type: parent } of parents) if (parent !== null) values[parameter] = await id(parent);
    return { ...values, ...(await cases[type]?.values?.(made)) };
  }
}

/** The object that an answer to a create holds: itself, or the one member of a list. */
export function madeBy(answer: unknown): Body {
  return (Array.isArray(answer) ? answer[0] : answer) as Body;
}

/** The type's facts; an Error for a type that nobody knows. */
export function typeNamed(type: string): TypeFact {
  const found = typesUnderTest[type];
  if (!found) throw new Error(`there is no type ${type}`);
  return found;
}
