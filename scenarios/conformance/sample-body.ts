import facts from '../../tools/api-description/facts/properties.json' with { type: 'json' };
import { declared } from './sdk-client.ts';

/** Finds the id of an object that a place in a body should refer to; undefined where it refers to nothing. */
export type ReferenceFinder = (path: string) => Promise<string | undefined>;

const known = facts as Readonly<Record<string, { readonly readOnly?: boolean; readonly enum?: readonly string[] }>>;

type Place = {
  readonly label: string;
  readonly reference: ReferenceFinder;
  readonly path: string;
  readonly depth: number;
};

/** A body of that model with all that it must have; names carry the label, references point at what the finder gives. */
export async function sampleBody(
  type: string,
  label: string,
  reference: ReferenceFinder,
): Promise<Readonly<Record<string, unknown>>> {
  return sampleModel(type, { label, reference, path: '', depth: 0 });
}

async function sampleModel(type: string, place: Place): Promise<Readonly<Record<string, unknown>>> {
  const body: Record<string, unknown> = {};
  for (const [name, property] of declared.declarations.models.get(type) ?? []) {
    const fact = known[`${type}.${name}`];
    const isWanted = property.required === true || (place.depth === 0 && (name === 'name' || name === 'description'));
    if (!isWanted || fact?.readOnly === true) continue;
    const path = place.path === '' ? name : `${place.path}.${name}`;
    const value = fact?.enum?.[0];
    body[name] =
      value === undefined
        ? await sampleValue(property.type, name, { ...place, path })
        : property.type.startsWith('Array<')
          ? [value]
          : value;
  }
  return body;
}

async function sampleValue(type: string, name: string, place: Place): Promise<unknown> {
  const found = await place.reference(place.path);
  if (found !== undefined) return type === 'string' ? found : { id: found };
  if (type === 'string') return sampleText(name, place.label);
  if (type === 'number') return 1;
  if (type === 'boolean') return false;
  if (type === 'object' || type.startsWith('{')) return {};
  const list = /^Array<(.+)>$/u.exec(type)?.[1];
  if (list !== undefined) return [await sampleValue(list, name, { ...place, path: `${place.path}[]` })];
  if (place.depth > 6) return {};
  const inner = await sampleModel(type, { ...place, depth: place.depth + 1 });
  const id = await place.reference(`${place.path}.id`);
  return id === undefined ? inner : { ...inner, id };
}

function sampleText(name: string, label: string): string {
  if (/uri|url$/iu.test(name)) return 'https://example.com/sample';
  if (/email/iu.test(name)) return `${label.toLowerCase().replaceAll(/[^a-z0-9]+/gu, '.')}@example.com`;
  if (/timeZone/u.test(name)) return 'Europe/Zurich';
  if (/phone|number$/iu.test(name)) return '+41445550100';
  if (/language/iu.test(name)) return 'en-US';
  if (/country/iu.test(name)) return 'CH';
  if (/date|time$/iu.test(name)) return '2026-01-01T08:00:00.000Z';
  return label;
}
