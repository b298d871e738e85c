import { readFacts, type TypeFact } from '../../tools/api-description/facts.ts';
import type { Body, Case } from './case.ts';
import { callSdk, declared, sdkOperation } from './sdk-client.ts';
import { sampleBody } from './sample-body.ts';

/** What is recorded of every type: its operations by SDK method, where it lies and what it refers to. */
export const typesUnderTest = readFacts().types;

/** Makes what a body refers to, once for each type, through the SDK. */
export interface Made {
  /** Id of some object of the type; it is made when there is none yet. */
  readonly id: (type: string) => Promise<string>;
  /** A body that creates an object of the type. */
  readonly bodyFor: (type: string, label: string) => Promise<Body>;
  /** Values for the parameters in a type's paths: the objects that it lies under. */
  readonly valuesFor: (type: string) => Promise<Readonly<Record<string, unknown>>>;
}

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
    const object = answer.body as Body;
    await cases[type]?.settle?.(made, object);
    return cases[type]?.idOf?.(object) ?? String(object['id']);
  }

  async function bodyFor(type: string, label: string): Promise<Body> {
    const { create, references = [] } = typeNamed(type);
    const { bodyArgument = 'body' } = sdkOperation(create ?? '');
    const model = declared.declarations.methods.get(create ?? '')?.parameters.get(bodyArgument) ?? 'object';
    const sampled = await sampleBody(model, label, async (path) => {
      const named = (reference: { readonly path: string }): boolean =>
        [path, `${path}.id`, path.replace(/Id$/u, '.id')].includes(reference.path);
      const target = references.find(named)?.type;
      return target === undefined || target === type ? undefined : id(target);
    });
    const own = cases[type]?.create;
    const given = typeof own === 'function' ? await own(made) : own;
    const merged = Object.entries({ ...sampled, ...given }).filter(([, value]) => value !== undefined);
    return Object.fromEntries(merged);
  }

  async function valuesFor(type: string): Promise<Readonly<Record<string, unknown>>> {
    const parents = typeNamed(type).parents ?? [];
    const values: Record<string, unknown> = {};
    for (const { parameter, type: parent } of parents) if (parent !== null) values[parameter] = await id(parent);
    return { ...values, ...(await cases[type]?.values?.(made)) };
  }
}

/** The type's facts; an Error for a type that nobody knows. */
export function typeNamed(type: string): TypeFact {
  const found = typesUnderTest[type];
  if (!found) throw new Error(`there is no type ${type}`);
  return found;
}
