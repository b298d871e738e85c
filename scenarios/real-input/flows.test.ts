import { parse } from 'yaml';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { catalogue } from '../../src/catalog/index.ts';
import type { Json } from '../../src/core/index.ts';
import { contentDigestOf, formatAddress, type Address } from '../../src/core/resource/index.ts';
import type { ExportedOrganisation } from '../../src/engine/export/index.ts';
import { contentFormats } from '../world/index.ts';
import { absence, fixturesIn, type Fixture } from './fixtures.ts';
import { documentsFor, namedBy, setUpByHand } from './needed-objects.ts';
import { buildProject, type BuiltProject, type DocumentDraft } from './project-draft.ts';
import { callbackQueue, environmentIds, filledText, substitutionsOf, type Computed } from './substitutions.ts';
import { carryTo, openTwoOrganisations, type OrganisationName, type TwoOrganisations } from './two-organisations.ts';

/** A real flow as a document, with what its text will be and what it calls itself. */
interface RealFlow {
  readonly fixture: Fixture;
  readonly draft: DocumentDraft;
  readonly address: string;
  /** Its YAML as an organisation will have it. */
  readonly parsedFor: (computed: Computed) => Json;
}

const somewhere: Computed = { values: environmentIds(9), queueId: 'an id' };

const content = catalogue.find('flow')?.content;
const flows = fixturesIn('flows-yaml', /\.ya?ml$/u).map(toFlow);
let world: TwoOrganisations;

beforeAll(async () => {
  if (absence === undefined) world = await openTwoOrganisations();
});

afterAll(async () => {
  await world?.close();
});

function toFlow(fixture: Fixture, index: number): RealFlow {
  const substitutions = substitutionsOf(fixture);
  const parsedFor = (computed: Computed): Json => parse(filledText(fixture, substitutions, computed)) as Json;
  const [flowType = '', name = ''] = content?.keyOf(parsedFor(somewhere)) ?? [];
  const path = `flow-${index}.yaml`;
  return {
    fixture,
    parsedFor,
    address: formatAddress({ type: 'flow', key: [flowType, name] }),
    draft: {
      type: 'flow',
      key: { flowType, name },
      spec: { content: { file: `flows/${path}`, substitutions } },
      content: { path, text: fixture.text },
    },
  };
}

/** The first file of every flow, then the second of those that have one, and so on: what one changeset can hold. */
function inRounds(all: readonly RealFlow[]): readonly (readonly RealFlow[])[] {
  const seen = new Map<string, number>();
  const rounds: RealFlow[][] = [];
  for (const flow of all) {
    const round = seen.get(flow.address) ?? 0;
    seen.set(flow.address, round + 1);
    (rounds[round] ??= []).push(flow);
  }
  return rounds;
}

/** What flows name and no file describes. */
function neededBy(all: readonly RealFlow[]): readonly Address[] {
  const own = new Set(all.map(({ address }) => address));
  const needed = all
    .flatMap(({ parsedFor }) => namedBy(parsedFor(somewhere)))
    .filter((address) => !own.has(formatAddress(address)));
  return [...new Map(needed.map((address) => [formatAddress(address), address])).values()];
}

/** The canonical content of every flow in an export, by address. */
function canonicalFlows({ documents, contents }: ExportedOrganisation): ReadonlyMap<string, Json> {
  const found = documents.flatMap(({ type, address, document }) => {
    const text = type === 'flow' ? contents[contentDigestOf(document['content'] ?? null) ?? ''] : undefined;
    return text === undefined
      ? []
      : [[address, content?.canonical(contentFormats['architect-yaml']?.(text) ?? null) ?? null] as const];
  });
  return new Map(found);
}

/** What expressions give in an organisation, as the simulator knows it. */
function computedIn(name: OrganisationName): Computed {
  const values = world.environments.find((environment) => environment.name === name)?.values ?? {};
  const queue = world.simulator
    .organisation(name)
    .entities('routing_queue')
    .find((known) => known['name'] === callbackQueue);
  return { values, queueId: queue?.id ?? '' };
}

function flowIds(name: OrganisationName): Readonly<Record<string, string>> {
  const found = world.simulator.organisation(name).entities('flow');
  return Object.fromEntries(
    found.map((flow) => [`${String(flow['type']).toLowerCase()} ${String(flow['name'])}`, flow.id]),
  );
}

async function carryBoth(project: BuiltProject, round: readonly RealFlow[]): Promise<void> {
  for (const name of ['first', 'second'] as const) {
    const exported = canonicalFlows(await carryTo(world, name, project));
    const computed = computedIn(name);
    for (const { address, fixture, parsedFor } of round) {
      expect(exported.get(address), `${fixture.file} in ${name}`).toEqual(content?.canonical(parsedFor(computed)));
    }
  }
}

test('every flow is published, exported and promoted, and means the same in both organisations', async (context) => {
  if (absence !== undefined) context.skip(absence);
  const needed = neededBy(flows);
  setUpByHand(world.simulator, needed);
  await carryBoth(
    buildProject(documentsFor([{ type: 'routing_queue', key: [callbackQueue] }]), world.environments),
    [],
  );
  const rounds = inRounds(flows);
  for (const [index, round] of rounds.entries()) {
    const before = flowIds('first');
    const drafts = [...(index === 0 ? documentsFor(needed) : []), ...round.map(({ draft }) => draft)];
    const project = buildProject(drafts, world.environments);
    await carryBoth(project, round);
    expect(flowIds('first')).toMatchObject(before);
  }
  const published = new Set(flows.map(({ address }) => address)).size;
  process.stdout.write(
    `real flows: ${flows.length} files published in ${rounds.length} rounds as ${published} flows\n`,
  );
});

test('a flow that changes its name inside the YAML is refused instead of becoming a second flow', async (context) => {
  if (absence !== undefined) context.skip(absence);
  const versions = flows.filter(({ fixture }) => fixture.file.includes('versions/cicd-sample-digital-bot-flow.yaml/'));
  expect(versions).toHaveLength(3);
  const [oldest, ...renamed] = versions;
  for (const { draft, address } of renamed) {
    const underOldName = buildProject([{ ...draft, key: oldest?.draft.key ?? {} }], world.environments);
    const { diagnostics, steps } = await world.planFor('first', underOldName);
    const [type = '', name = ''] = address.split('/').slice(1);
    expect(diagnostics).toMatchObject([
      { code: 'SB1017', severity: 'error', detail: `The text of ${oldest?.address} calls itself "${type} ${name}".` },
    ]);
    expect(steps.filter(({ kind }) => kind === 'create')).toEqual([]);
  }
});

test('a placeholder without a value is refused, with its name', async (context) => {
  if (absence !== undefined) context.skip(absence);
  const open = flows.filter(({ fixture }) => Object.keys(substitutionsOf(fixture)).length > 0);
  expect(open.length).toBeGreaterThan(25);
  const drafts = open
    .slice(0, 5)
    .map(({ draft }) => ({ ...draft, spec: { content: { file: `flows/${draft.content?.path}` } } }));
  const { diagnostics } = await world.planFor('first', buildProject(drafts, world.environments));
  expect(diagnostics.map(({ code }) => code)).toEqual(drafts.map(() => 'SB1016'));
  expect(diagnostics[0]?.detail).toMatch(/: no value for \{\{\w+\}\}/u);
});
