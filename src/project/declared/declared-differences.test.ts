import { describe, expect, it } from 'vitest';
import { loadProject } from '../load/load-project.ts';
import { sampleCatalogue } from '../testing/sample-catalogue.ts';
import { createSampleProject } from '../testing/sample-project.ts';
import { declaredDifferences } from './declared-differences.ts';

const queue = (spec: string, head = '') =>
  `apiVersion: signalbox/v1\nkind: Resource\ntype: routing_queue\nname: Orders\n${head}spec: ${spec}\n`;

function declared(files: Readonly<Record<string, string>>) {
  const project = loadProject(createSampleProject(files), sampleCatalogue);
  const [left, right] = project.environments;
  if (left === undefined || right === undefined) throw new Error('the sample project has two environments');
  return declaredDifferences(project, { left, right }, sampleCatalogue).filter(({ address }) =>
    address.startsWith('routing_queue/Orders'),
  );
}

const shared = 'config/routing/routing_queue/orders.yaml';
const own = 'environments/prod/config/orders.yaml';

describe('the files of a project declare', () => {
  it('nothing by what both environments share', () => {
    expect(declared({ [shared]: queue('{ description: x }') })).toEqual([]);
  });

  it('documents that are for one environment', () => {
    expect(declared({ [shared]: queue('{}', 'environments: [prod]\n') })).toEqual([
      { side: 'right', address: 'routing_queue/Orders', file: shared },
    ]);
    expect(declared({ [own]: queue('{}') })).toEqual([{ side: 'right', address: 'routing_queue/Orders', file: own }]);
  });

  it('the fields that an environment patches, with their values where these are plain', () => {
    expect(
      declared({
        [shared]: queue('{ description: x }'),
        [own]: queue('{ acwSettings: { timeoutMs: 5 }, queueFlow: { $ref: flow/inboundcall/Main } }'),
      }),
    ).toEqual([
      { side: 'right', address: 'routing_queue/Orders', path: ['acwSettings', 'timeoutMs'], value: 5, file: own },
      { side: 'right', address: 'routing_queue/Orders', path: ['queueFlow'], file: own },
    ]);
  });

  it('fields computed from the environment, by what they give there', () => {
    expect(declared({ [shared]: queue('{ description: "${env.name} line", division: "${inputs.x}" }') })).toEqual([
      { side: 'left', address: 'routing_queue/Orders', path: ['description'], value: 'dev line', file: shared },
      { side: 'right', address: 'routing_queue/Orders', path: ['description'], value: 'prod line', file: shared },
    ]);
  });
});
