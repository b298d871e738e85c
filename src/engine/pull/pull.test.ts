import { expect, it } from 'vitest';
import { deploy } from '../deploy/index.ts';
import { exportOrganisation } from '../export/index.ts';
import type { PlatformFailure } from '../ports.ts';
import { platformError } from '../testing/fake-organisation.ts';
import { fakeCatalogue } from '../testing/fake-types.ts';
import { artifactOf, createWorkbench, ensure, remove, type Workbench } from '../testing/workbench.ts';

type Ports = ReturnType<Workbench['ports']>;

function withoutCrates(failure: PlatformFailure): { readonly bench: Workbench; readonly ports: Ports } {
  const bench = createWorkbench();
  bench.organisation.add('colour', { name: 'Red' });
  const { platform } = bench.organisation;
  const list: typeof platform.list = async (type) => {
    if (type === 'crate') throw platformError(failure, 'no such list');
    return platform.list(type);
  };
  return { bench, ports: bench.ports({ platform: { ...platform, list } }) };
}

it('plans on where the organisation has no list of a type that is only searched, and says so', async () => {
  const { bench, ports } = withoutCrates('gone');
  const report = await deploy(ports, bench.request(artifactOf([remove('colour', 'Red')])));
  expect(report.ending).toBe('succeeded');
  const { diagnostics } = (await bench.store.findRun(report.runId))?.plan ?? {};
  expect(bench.organisation.truth()).toEqual({});
  expect(diagnostics).toMatchObject([{ code: 'SB1022', detail: expect.stringContaining('crate (not all visible)') }]);
});

it('makes nothing of a type that the organisation has no list of', async () => {
  const { bench, ports } = withoutCrates('gone');
  const making = deploy(ports, bench.request(artifactOf([ensure('crate', 'Box')])));
  await expect(making).rejects.toThrow('SB1007');
  expect(bench.organisation.effects.filter(({ by }) => 'clientId' in by)).toEqual([]);
});

it('does not take any other failure for an empty organisation', async () => {
  const { bench, ports } = withoutCrates('rejected');
  await expect(deploy(ports, bench.request(artifactOf([remove('colour', 'Red')])))).rejects.toThrow('no such list');
});

it('exports what there is, and says of what there is no list', async () => {
  const { bench, ports } = withoutCrates('gone');
  const request = { catalogue: fakeCatalogue, organisationId: 'org-1', pins: [], modes: {}, only: ['colour', 'crate'] };
  const { documents, diagnostics } = await exportOrganisation({ reader: ports.platform, clock: bench.clock }, request);
  expect(documents.map(({ address }) => address)).toEqual(['colour/Red']);
  expect(diagnostics).toMatchObject([{ code: 'SB3053', detail: expect.stringContaining('has no list of crate') }]);
});
