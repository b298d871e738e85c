import { expect, it } from 'vitest';
import { detectDrift } from '../drift/index.ts';
import { exportOrganisation } from '../export/index.ts';
import { rollback } from '../rollback/index.ts';
import { fakeCatalogue } from '../testing/fake-types.ts';
import { artifactOf, createWorkbench, ensure, ref, testEnvironment, type Workbench } from '../testing/workbench.ts';
import { deploy } from './deploy.ts';

const address = 'house_rules/organisation';

function furnished(rules: Parameters<Workbench['organisation']['add']>[1]): Workbench {
  const bench = createWorkbench();
  bench.organisation.add('house_rules', rules);
  bench.organisation.add('colour', { name: 'Red' });
  bench.clock.advance(10_000);
  return bench;
}

const loud = artifactOf([ensure('house_rules', 'organisation', { quiet: true, colour: ref('colour/Red') })]);

it('deploys to it, keeps it in the baseline, sees its drift and rolls it back', async () => {
  const bench = furnished({ quiet: false });
  const before = bench.organisation.truth();

  const { runId } = await deploy(bench.ports(), bench.request(loud));
  const { entries } = await bench.store.readBaseline('test');
  bench.organisation.edit('house_rules', 'organisation', { quiet: false }, 'Robin');
  const ports = { reader: bench.organisation.platform, store: bench.store, clock: bench.clock };
  const drift = await detectDrift(ports, { environment: testEnvironment, catalogue: fakeCatalogue });
  await rollback(bench.ports(), { ...bench.request(artifactOf([])), runId });

  expect(entries[address]).toMatchObject({ id: 'organisation', type: 'house_rules' });
  expect(drift.findings).toMatchObject([
    { kind: 'changed', address, fields: [{ path: ['quiet'], baseline: true, live: false }] },
  ]);
  expect(bench.organisation.truth()).toEqual(before);
});

it('changes it once: the second deployment finds it as wanted', async () => {
  const bench = furnished({ quiet: false });
  await deploy(bench.ports(), bench.request(loud));
  const again = await deploy(bench.ports(), bench.request(loud));
  expect(again.steps.map(({ state }) => state)).toEqual(['matching']);
});

it('is exported under its word, and not at all while it holds nothing but defaults', async () => {
  const documentsOf = async (bench: Workbench): Promise<readonly string[]> => {
    const ports = { reader: bench.organisation.platform, clock: bench.clock };
    const request = { catalogue: fakeCatalogue, organisationId: 'org-1', pins: [], modes: {}, only: ['house_rules'] };
    const { documents } = await exportOrganisation(ports, request);
    return documents.map((found) => `${found.address} ${JSON.stringify(found.document)}`);
  };
  expect(await documentsOf(furnished({ quiet: true }))).toEqual([`${address} {"quiet":true}`]);
  expect(await documentsOf(furnished({ quiet: false }))).toEqual([]);
});
