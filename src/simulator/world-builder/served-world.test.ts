import { afterAll, beforeAll, expect, it } from 'vitest';
import type { EntityType } from '../entity/entity-type.ts';
import { idsAt } from '../entity/references.ts';
import type { Entity } from '../kernel/values.ts';
import { typeNamed } from '../model/description.ts';
import { entityTypes } from '../registry.ts';
import { areas } from './areas.ts';
import { readServedWorld, type ServedWorld } from './testing/read-served-world.ts';

const types = entityTypes();
const typeNames = [...types.keys()].filter((name) => typeNamed(name).list !== undefined);
/** Lists that show only a part: greetings of the organisation, without those of users and groups. */
const partly = new Set(['greeting']);
let world: ServedWorld;

beforeAll(async () => {
  world = await readServedWorld(typeNames, { objects: 300, seed: 'x' });
});

afterAll(() => world.close());

it('has something of every type that an area makes', () => {
  const made = areas.flatMap((area) => Object.keys(area.shares));
  expect(made.filter((name) => world.listed(name).length === 0)).toEqual([]);
});

it.each(typeNames)('lists all %s page by page', (name) => {
  const stored = world.stored(name).length;
  const listed = world.listed(name).length;
  expect(partly.has(name) ? listed > 0 && listed < stored : listed === stored).toBe(true);
});

it.each(typeNames)('answers every %s by its id, and whatever it refers to', async (name) => {
  const type = types.get(name);
  const lost: string[] = [];
  for (const { id } of world.listed(name)) {
    const object =
      typeNamed(name).get === undefined ? world.listed(name).find((one) => one.id === id) : await world.get(name, id);
    if (!type || !object) lost.push(`${name}/${id}`);
    else lost.push(...(await unresolved(type, object)));
  }
  expect(lost).toEqual([]);
});

async function unresolved(type: EntityType, object: Entity): Promise<readonly string[]> {
  const lost: string[] = [];
  for (const reference of type.references ?? []) {
    if (!types.has(reference.type)) continue;
    for (const id of idsAt(object, reference)) {
      const isThere = id === '*' || (await world.get(reference.type, id)) !== undefined;
      if (!isThere) lost.push(`${type.name}/${object.id} ${reference.path} → ${reference.type}/${id}`);
    }
  }
  return lost;
}
