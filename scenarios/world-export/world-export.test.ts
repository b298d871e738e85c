import { expect, it } from 'vitest';
import { catalogue } from '../../src/catalog/index.ts';
import type { Json } from '../../src/core/index.ts';
import { exportOrganisation, type ExportedOrganisation, type PortableDocument } from '../../src/engine/export/index.ts';
import { createVirtualClock } from '../../src/engine/testing/index.ts';
import { createSimulator } from '../../src/simulator/index.ts';
import { contentFormats, createInProcessExchange, inProcessUrl, openPlatform } from '../world/index.ts';

const anId = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/iu;

/** Places whose ids belong to one organisation; the known limits of their types say so. Contacts have no other key. */
const ownIds = new Set([
  'business_rules_decision_table columns.outputs.defaultsTo.value',
  'greeting owner.id',
  'outbound_contact_list_contact id',
]);

/** What cannot be listed, as the export says itself. */
const unlisted = ['Not every orgauthorization_pairing could be seen'];

it.each([
  ['a new organisation', 0, undefined],
  ['a small world, asked for every type,', 300, 'every type'],
  ['a small world, asked for nothing in particular,', 300, undefined],
  ['a medium world', 5000, undefined],
] as const)('exports %s without errors, with names in place of ids', async (_what, objects, wish) => {
  const exported = await exportOf(objects, wish !== undefined);

  const known = new Set(exported.documents.map(nameOf));
  const types = new Set(exported.types);
  const dangling = refsIn(exported).filter((address) => types.has(typeOf(address)) && !known.has(address));
  const [ofShared = [], others = []] = [true, false].map((wanted) =>
    exported.diagnostics.filter(({ code }) => (code === 'SB3057') === wanted),
  );
  expect(others.map(({ summary }) => summary)).toEqual(wish === undefined ? [] : unlisted);
  expect(ofShared.map(({ address = '' }) => sameFor(address)).toSorted()).toEqual(sharedTargets(exported));
  expect(dangling).toEqual([]);
  expect(placesOfIds(exported).filter((place) => !ownIds.has(place))).toEqual([]);
  expect(exported.documents.length).toBeGreaterThan(objects * 0.8);
});

async function exportOf(objects: number, isEveryType: boolean): Promise<ExportedOrganisation> {
  const clock = createVirtualClock();
  const simulator = createSimulator({ seed: 'scenario', clock });
  const settings = { rateLimitPerMinute: 1_000_000, tokenLimitPerMinute: 1_000_000 };
  const clients = [{ id: 'reader', secret: 'reader-secret' }];
  const contents = objects === 0 ? {} : { contents: { objects, seed: 'export' } };
  const { id } = simulator.addOrganisation({ name: 'acme', clients, settings, ...contents });
  const send = createInProcessExchange(simulator, { clock, timeoutMs: 30_000 });
  const organisation = { name: 'acme', id, clientId: 'reader', clientSecret: 'reader-secret' };
  const reader = openPlatform({ organisation, url: inProcessUrl, clock, intercept: () => send });
  const only = isEveryType ? { only: catalogue.types } : {};
  return exportOrganisation(
    { reader, clock },
    { catalogue, organisationId: id, modes: {}, pins: [], contentFormats, ...only },
  );
}

/** The names that references of documents to deploy use and that several objects share: worlds have some that differ by case or accents' form. */
function sharedTargets(exported: ExportedOrganisation): readonly string[] {
  const shared = new Set(exported.documents.filter(({ managed }) => !managed).map((each) => sameFor(nameOf(each))));
  const toDeploy = exported.documents.filter(({ managed }) => managed);
  return [...new Set(refsIn({ documents: toDeploy }).map(sameFor))].filter((name) => shared.has(name)).toSorted();
}

function sameFor(address: string): string {
  return address.normalize('NFC').toLowerCase();
}

/** What references call an object: those that share a key with another share their name. */
function nameOf({ address, managed }: PortableDocument): string {
  return managed ? address : address.replace(/~[0-9a-f]{8}(?:-[0-9a-f]{8})*$/u, '');
}

function typeOf(address: string): string {
  return address.slice(0, address.indexOf('/'));
}

function refsIn({ documents }: Pick<ExportedOrganisation, 'documents'>): readonly string[] {
  const refs: string[] = [];
  for (const { document } of documents) {
    walk(document, '', (value, path) => {
      if (path.endsWith('$ref')) refs.push(value.replaceAll('$${', '${'));
    });
  }
  return refs;
}

function placesOfIds({ documents }: ExportedOrganisation): readonly string[] {
  const places = new Set<string>();
  for (const { type, document } of documents) {
    walk(document, '', (value, path) => {
      if (anId.test(value)) places.add(`${type} ${path}`);
    });
  }
  return [...places];
}

/** Visits every text and every property name, with the names of the properties that lead there. */
function walk(value: Json, path: string, visit: (text: string, path: string) => void): void {
  if (typeof value === 'string') visit(value, path);
  else if (Array.isArray(value)) for (const item of value) walk(item, path, visit);
  else if (typeof value === 'object' && value !== null) {
    for (const [name, inner] of Object.entries(value)) {
      visit(name, `${path} (names)`);
      walk(inner as Json, path === '' ? name : `${path}.${name}`, visit);
    }
  }
}
