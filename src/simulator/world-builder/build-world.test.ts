import { describe, expect, it } from 'vitest';
import { checkReferences } from '../entity/references.ts';
import { createVirtualClock, resolveClock } from '../kernel/clock.ts';
import { stringsAt } from '../kernel/paths.ts';
import { isObject, refId, textOf, type Entity, type JsonObject } from '../kernel/values.ts';
import { typeNamed } from '../model/description.ts';
import { checkBody } from '../model/model-check.ts';
import { systemContext } from '../organisation-handle.ts';
import { createSimulator, type Simulator } from '../simulator.ts';
import { createOrganisation, type Organisation } from '../state/organisation.ts';
import { entityTypes } from '../registry.ts';
import { consumedBy } from '../state/dependencies.ts';
import { populate } from '../populate.ts';
import { createTestWorld } from '../testing/world.ts';
import type { World } from '../world.ts';
import { areas } from './areas.ts';
import { buildWorld } from './build-world.ts';
import { countsFor, worldSize } from './world-size.ts';

type Built = { readonly world: World; readonly organisation: Organisation };

/** A small world with its insides, as the simulator makes it. */
function built(seen?: (type: string, body: JsonObject) => void): Built {
  const clock = resolveClock(createVirtualClock());
  const organisation = createOrganisation('test', { name: 'Acme' }, clock);
  populate(organisation, { name: 'Acme' }, clock.now());
  const world = { seed: 'test', clock, types: entityTypes(), organisations: new Map() } as unknown as World;
  buildWorld(world, organisation, { objects: 300, seed: 'x', seen });
  return { world, organisation };
}

function simulated(seed: string): Simulator {
  const contents = { objects: 300, seed };
  return createSimulator({ seed: 'test', clock: createVirtualClock(), organisations: [{ name: 'Acme', contents }] });
}

/** Types whose objects are named by what they belong to, or by their parts. */
const nameless = new Set(['externalcontacts_contact', 'journey_outcome_predictor', 'outbound_contact_list_contact']);
const small = built();
const typeNames = areas.flatMap((area) => Object.keys(area.shares));

describe('a built world', () => {
  it('has bodies that the API accepts', () => {
    const refusals: string[] = [];
    const { world } = built();
    built((type, body) => {
      const model = world.types.get(type)?.create?.model;
      try {
        if (model !== undefined) checkBody(body, model);
      } catch (error) {
        refusals.push(`${type}: ${String(error)}`);
      }
    });
    expect(refusals).toEqual([]);
  });

  it.each(typeNames)('has %s that pass the checks of their type', (typeName) => {
    const { world, organisation } = small;
    const type = world.types.get(typeName);
    const objects = organisation.collection(typeName).currentAll();
    expect(objects.length).toBeGreaterThan(0);
    const context = systemContext(world, organisation, {});
    const names = new Set<string>();
    for (const object of objects) {
      if (!type) throw new Error(`no type ${typeName}`);
      checkReferences(context, type, object);
      type.hooks?.check?.(context, object, object);
      const name = textOf(object, typeNamed(typeName).nameProperty ?? 'name').toLowerCase();
      expect(nameless.has(typeName) || name.trim() !== '').toBe(true);
      if (!type.uniqueName) continue;
      expect(names).not.toContain(name);
      names.add(name);
    }
  });

  it('is the same for the same seed and another for another', () => {
    const state = simulated('x').snapshot();
    expect(simulated('x').snapshot()).toEqual(state);
    const other = simulated('y').snapshot();
    expect(JSON.stringify(other)).not.toBe(JSON.stringify(state));
    expect(queueNames(simulated('y'))).not.toEqual(queueNames(simulated('x')));
  });

  it('counts what was asked for and leaves no audit', () => {
    const acme = simulated('x').organisation('Acme');
    const made = typeNames.flatMap((type) => acme.entities(type).map((entity) => ({ type, entity })));
    const givenBefore = createTestWorld({ humans: [] }).simulator.organisation('Acme');
    const before = typeNames.reduce((sum, type) => sum + givenBefore.entities(type).length, 0);
    expect(made.length - before).toBeGreaterThan(290);
    expect(made.length - before).toBeLessThanOrEqual(301);
    expect(acme.audits()).toEqual([]);
  });

  it('has a chain of more than twenty queues, and queues and flows that go round', () => {
    const { organisation } = built();
    const queues = organisation.collection('routing_queue');
    const next = (queue: Entity): Entity | undefined =>
      stringsAt(queue, 'conditionalGroupRouting.rules[].queue.id').flatMap((id) => queues.current(id) ?? [])[0];
    const depth = (queue: Entity | undefined): number => (queue === undefined ? 0 : 1 + depth(next(queue)));
    expect(Math.max(...queues.currentAll().map(depth))).toBeGreaterThan(20);
    const backup = (queue: Entity | undefined): Entity | undefined =>
      isObject(queue?.['directRouting']) ? queues.current(textOf(queue['directRouting'], 'backupQueueId')) : undefined;
    const round = queues.currentAll().find((queue) => backup(queue));
    expect(backup(backup(round))?.id).toBe(round?.id);
    const served = queues.currentAll().find((queue) => refId(queue['queueFlow']) !== undefined);
    const flow = { type: 'INQUEUECALLFLOW', id: refId(served?.['queueFlow']) ?? '' };
    expect(consumedBy(organisation, flow)).toContainEqual(expect.objectContaining({ type: 'QUEUE', id: served?.id }));
  });

  it('names things in many scripts, oddly, at length and nearly alike', () => {
    const contents = { objects: 3000, seed: 'names' };
    const simulator = createSimulator({ organisations: [{ name: 'Acme', contents }] });
    const acme = simulator.organisation('Acme');
    const names = typeNames.flatMap((type) => acme.entities(type).map((entity) => textOf(entity, 'name')));
    const text = names.join('\n');
    for (const script of [
      'Latin',
      'Cyrillic',
      'Greek',
      'Arabic',
      'Hebrew',
      'Devanagari',
      'Han',
      'Hiragana',
      'Hangul',
      'Thai',
    ])
      expect(text).toMatch(new RegExp(`\\p{Script=${script}}`, 'u'));
    expect(text).toMatch(/\p{Extended_Pictographic}/u);
    for (const odd of ['#', ':', '{', '/', '%', '"', "'"]) expect(text).toContain(odd);
    expect(names.some((name) => name !== name.normalize('NFC'))).toBe(true);
    expect(names.some((name) => name.length > 80)).toBe(true);
    const alike = Map.groupBy(names, (name) => name.replaceAll(/[\s\u00A0\u200B.-]+/g, ' ').trim());
    expect([...alike.values()].some((group) => new Set(group).size > 1)).toBe(true);
  });
});

function queueNames(simulator: Simulator): readonly string[] {
  return simulator
    .organisation('Acme')
    .entities('routing_queue')
    .map((queue) => textOf(queue, 'name'));
}

describe('the size of a world', () => {
  it.each([
    ['small', 300],
    ['medium', 5000],
    ['large', 50_000],
    ['12000-objects', 12_000],
    ['99-objects', undefined],
    ['constructor', undefined],
    ['huge', undefined],
    ['-objects', undefined],
  ])('%s is %s', (text, size) => expect(worldSize(text)).toBe(size));

  it('is shared out to the last object', () => {
    const counts = countsFor(
      1000,
      { a: { part: 0.1 }, b: { part: 0.001, least: 5 }, c: { part: 0.5, most: 20 }, d: { part: 0 } },
      'd',
    );
    expect(counts).toEqual({ a: 100, b: 5, c: 20, d: 875 });
  });
});
