import { afterAll, beforeAll, expect, test } from 'vitest';
import { catalogue } from '../../src/catalog/index.ts';
import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../../src/core/index.ts';
import { escapeInterpolation } from '../../src/core/expression/index.ts';
import { formatAddress, normaliseDocument } from '../../src/core/resource/index.ts';
import type { ExportedOrganisation } from '../../src/engine/export/index.ts';
import { absence, fixturesIn, repositoryOf, type Fixture } from './fixtures.ts';
import { addIntegration } from './needed-objects.ts';
import { buildProject, type DocumentDraft } from './project-draft.ts';
import { carryTo, openTwoOrganisations, type TwoOrganisations } from './two-organisations.ts';

/** A data action as the Admin UI exports it. Older ones name their integration, newer ones its type. */
interface ActionExport {
  readonly name: string;
  readonly integrationType?: string;
  readonly actionType?: string;
  readonly category?: string;
  readonly config: JsonObject;
  readonly contract: JsonObject;
  readonly secure: boolean;
}

interface RealAction {
  readonly fixture: Fixture;
  readonly category: string;
  readonly integrationType: string;
  readonly draft: DocumentDraft;
}

/** These hold the id of a data table, contact list or presence of the organisation they were made in. */
const withIds = 9;
/** These sign integrations in: the platform makes one with each integration, so no file makes another. */
const signIns = 3;

const descriptor = catalogue.find('integration_action');
const actions = fixturesIn('data-actions', /\.json$/u).map(toAction);
let world: TwoOrganisations;

beforeAll(async () => {
  if (absence === undefined) world = await openTwoOrganisations();
});

afterAll(async () => {
  await world?.close();
});

/** The export in the words of a document. The integration stands for the one the organisation has; texts are kept as texts. */
function toAction(fixture: Fixture): RealAction {
  const {
    name,
    integrationType = 'purecloud-data-actions',
    actionType,
    config,
    contract,
    secure,
  } = JSON.parse(fixture.text) as ActionExport;
  const category = `${integrationType} of ${repositoryOf(fixture)}`;
  const type = actionType === 'customAuth' ? 'integration_custom_auth_action' : 'integration_action';
  const spec = {
    integrationId: { $ref: formatAddress({ type: 'integration', key: [category] }) },
    config: escaped(config),
    contract: escaped(contract),
    secure,
  };
  return { fixture, category, integrationType, draft: { type, key: { category, name }, spec } };
}

function escaped(value: Json): Json {
  if (typeof value === 'string') return escapeInterpolation(value);
  if (isJsonArray(value)) return value.map(escaped);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, escaped(inner)]));
}

const guid = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/giu;

/** The action with every hard-coded id taken from the environment instead. */
function withoutIds(action: RealAction): RealAction {
  const spec = JSON.parse(
    JSON.stringify(action.draft.spec).replaceAll(guid, () => '${env.values.someTable}'),
  ) as JsonObject;
  return { ...action, draft: { ...action.draft, spec } };
}

function isSignIn({ draft }: RealAction): boolean {
  return draft.type === 'integration_custom_auth_action';
}

function actionsIn({ documents }: ExportedOrganisation): Readonly<Record<string, JsonObject>> {
  return Object.fromEntries(
    documents.flatMap(({ type, address, document }) => (type === 'integration_action' ? [[address, document]] : [])),
  );
}

/** What an export says of a spec: ids computed, sets sorted, `secure` left out where it is the default. */
function exportedSpec(spec: JsonObject, id: string): JsonObject {
  const { secure, ...rest } = JSON.parse(JSON.stringify(spec).replaceAll('${env.values.someTable}', id)) as JsonObject;
  const document = secure === true ? { ...rest, secure } : rest;
  return descriptor === undefined ? document : normaliseDocument(descriptor, document);
}

test('an action with an id of its old organisation is refused, with its file and field', (context) => {
  if (absence !== undefined) context.skip(absence);
  const holding = actions.filter(({ draft }) => JSON.stringify(draft.spec).search(guid) >= 0);
  expect(holding).toHaveLength(withIds);
  for (const { draft } of holding) {
    const [first, ...others] = buildProject([draft], world.environments).diagnostics;
    expect(first).toMatchObject({
      code: 'SB2010',
      severity: 'error',
      source: { file: 'config/all/integration_action/document-0.yaml' },
    });
    expect(first?.summary).toMatch(/: spec\.(?:config|contract)\..* holds the platform id /u);
    expect(others.every(({ code }) => code === 'SB2010')).toBe(true);
  }
});

test('an action that signs an integration in goes by its integration, not by a name of its own', (context) => {
  if (absence !== undefined) context.skip(absence);
  const found = actions.filter(isSignIn);
  expect(found).toHaveLength(signIns);
  for (const { draft } of found)
    expect(buildProject([draft], world.environments).diagnostics[0]).toMatchObject({ code: 'SB2012' });
});

test('every other data action is made, published and promoted, and is the same in both organisations', async (context) => {
  if (absence !== undefined) context.skip(absence);
  const carried = actions.filter((action) => !isSignIn(action)).map(withoutIds);
  for (const name of ['first', 'second'] as const) {
    const types = new Map(carried.map(({ category, integrationType }) => [category, integrationType]));
    for (const [category, type] of types) addIntegration(world.simulator, name, category, type);
  }
  const project = buildProject(
    carried.map(({ draft }) => draft),
    world.environments,
  );
  expect(project.diagnostics).toEqual([]);
  for (const { name, values } of world.environments) {
    const exported = actionsIn(await carryTo(world, name, project));
    for (const { draft } of carried) {
      const address = formatAddress({ type: draft.type, key: [draft.key['category'] ?? '', draft.key['name'] ?? ''] });
      expect(exported[address], `${name}: ${address}`).toEqual({
        ...draft.key,
        ...exportedSpec(draft.spec, String(values['someTable'])),
      });
    }
  }
  process.stdout.write(
    `real data actions: ${carried.length} of ${actions.length} carried, ${withIds} of them with ids moved to the environment\n`,
  );
});
