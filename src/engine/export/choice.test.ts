import { describe, expect, it } from 'vitest';
import type { ResourceDescriptor } from '../../core/resource/index.ts';
import { fakeCatalogue, fakeContentFormats } from '../testing/fake-types.ts';
import { createWorkbench, type Workbench } from '../testing/workbench.ts';
import {
  exportOrganisation,
  openExport,
  parseAddressPattern,
  type AddressPattern,
  type ExportRequest,
} from './index.ts';

const noTicket = { recordTicket: async () => undefined };

/** Crates in two rooms; a room is to crates what a division is. */
const catalogue = {
  types: fakeCatalogue.types,
  find: (type: string): ResourceDescriptor | undefined => {
    const descriptor = fakeCatalogue.find(type);
    if (descriptor?.type !== 'crate') return descriptor;
    return {
      ...descriptor,
      fields: [...descriptor.fields, 'division'],
      references: [...descriptor.references, { path: 'division', wire: 'object', type: 'badge' }],
    };
  },
};

interface Stage {
  readonly bench: Workbench;
  readonly listed: string[];
  readonly partsOf: string[];
  readonly addresses: (change: Partial<ExportRequest>) => Promise<readonly string[]>;
  readonly request: (change: Partial<ExportRequest>) => ExportRequest;
}

function openStage(): Stage {
  const bench = createWorkbench();
  const { platform } = bench.organisation;
  const listed: string[] = [];
  const partsOf: string[] = [];
  const reader = {
    ...platform,
    list: (type: string) => (listed.push(type), platform.list(type)),
    listPart: (type: string, id: string) => (partsOf.push(`${type} ${id}`), platform.listPart(type, id)),
  };
  const request = (change: Partial<ExportRequest>): ExportRequest => ({
    catalogue,
    organisationId: 'org-1',
    modes: { badge: 'reference' },
    pins: [],
    contentFormats: fakeContentFormats,
    ...change,
  });
  return {
    bench,
    listed,
    partsOf,
    request,
    addresses: async (change) =>
      (await exportOrganisation({ reader, clock: bench.clock }, request(change))).documents.map(
        ({ address }) => address,
      ),
  };
}

function patterns(...texts: readonly string[]): readonly AddressPattern[] {
  return texts.flatMap((text) => parseAddressPattern(text) ?? []);
}

/** Lid → crate Box → colour Red and recipe Bread, crate Case alone. */
function fill({ organisation }: Workbench) {
  const north = organisation.add('badge', { name: 'North' });
  const south = organisation.add('badge', { name: 'South' });
  const red = organisation.add('colour', { name: 'Red' });
  const blue = organisation.add('colour', { name: 'Blue' });
  const bread = organisation.add('recipe', { name: 'Bread' }, 'flour');
  const box = organisation.add('crate', {
    name: 'Box',
    colour: { id: red },
    recipe: { id: bread },
    division: { id: north },
  });
  const chest = organisation.add('crate', { name: 'Case', colour: { id: blue }, division: { id: south } });
  organisation.add('lid', { name: 'Top', crate: { id: box } });
  return { box, chest };
}

describe('the choice of an export', () => {
  it.each<readonly [what: string, change: Partial<ExportRequest>, expected: readonly string[]]>([
    ['only what fits a pattern', { include: patterns('crate/B*') }, ['crate/Box']],
    ['all of a type by its name', { include: patterns('crate') }, ['crate/Box', 'crate/Case']],
    ['what fits any of several', { include: patterns('crate/C*', 'lid/*') }, ['crate/Case', 'lid/Top']],
    ['a type that is only referred to when it is named', { include: patterns('badge/N*') }, ['badge/North']],
    ['no such type by a pattern of types', { include: patterns('b*/N*') }, []],
    ['nothing that is excluded', { include: patterns('crate'), exclude: patterns('crate/Box') }, ['crate/Case']],
    ['no type that is excluded', { exclude: patterns('c*', 'recipe', 'lid') }, []],
    ['the types given, of these what fits', { only: ['crate'], include: patterns('*/C*') }, ['crate/Case']],
    ['only objects of a division, whatever its case', { divisions: ['north'] }, ['crate/Box']],
    ['objects of several divisions', { divisions: ['North', 'South'] }, ['crate/Box', 'crate/Case']],
  ])('takes %s', async (_what, change, expected) => {
    const stage = openStage();
    fill(stage.bench);
    expect(await stage.addresses(change)).toEqual(expected);
  });

  it.each<readonly [depth: number, expected: readonly string[]]>([
    [0, ['lid/Top']],
    [1, ['crate/Box', 'lid/Top']],
    [2, ['colour/Red', 'crate/Box', 'lid/Top', 'recipe/Bread']],
    [Number.POSITIVE_INFINITY, ['colour/Red', 'crate/Box', 'lid/Top', 'recipe/Bread']],
  ])('follows references %d far, and none to types that are only referred to', async (dependencyDepth, expected) => {
    const stage = openStage();
    fill(stage.bench);
    expect(await stage.addresses({ include: patterns('lid'), dependencyDepth })).toEqual(expected);
  });

  it('takes no dependency that is excluded, nor what only that points at', async () => {
    const stage = openStage();
    fill(stage.bench);
    const change = { include: patterns('lid'), exclude: patterns('crate/Box'), dependencyDepth: 5 };
    expect(await stage.addresses(change)).toEqual(['lid/Top']);
  });

  it('comes to an end in a circle', async () => {
    const stage = openStage();
    const { box } = fill(stage.bench);
    const [lid = ''] = stage.bench.organisation.idsOf('lid', 'Top');
    stage.bench.organisation.edit('crate', box, { lid: { id: lid } });
    const change = { include: patterns('lid'), dependencyDepth: Number.POSITIVE_INFINITY };
    expect(await stage.addresses(change)).toContain('crate/Box');
  });

  it('follows what contents name', async () => {
    const stage = openStage();
    fill(stage.bench);
    const withNames = {
      ...catalogue,
      find: (type: string): ResourceDescriptor | undefined => {
        const descriptor = catalogue.find(type);
        if (descriptor?.content === undefined) return descriptor;
        const references = () => [{ type: 'colour', key: ['blue'] }];
        return { ...descriptor, content: { ...descriptor.content, references } };
      },
    };
    const change = { catalogue: withNames, include: patterns('recipe'), dependencyDepth: 1 };
    expect(await stage.addresses(change)).toEqual(['colour/Blue', 'recipe/Bread']);
  });

  it('reads only the types that are chosen or pointed at, each once', async () => {
    const stage = openStage();
    fill(stage.bench);
    await stage.addresses({ include: patterns('lid'), dependencyDepth: 1 });
    expect(stage.listed.toSorted()).toEqual(['badge', 'colour', 'crate', 'lid', 'recipe']);
    stage.listed.length = 0;
    await stage.addresses({ include: patterns('colour') });
    expect(stage.listed).toEqual(['colour']);
  });

  it('asks only those parents for parts below which some can fit', async () => {
    const stage = openStage();
    const { box, chest } = fill(stage.bench);
    const slot = (id: string) => ({ crate: { id }, position: '1', value: 'x' });
    for (const id of [box, chest]) await stage.bench.organisation.platform.create('slot', slot(id), noTicket);
    expect(await stage.addresses({ include: patterns('slot/Box/*') })).toEqual(['slot/Box/1']);
    expect(await stage.addresses({ only: ['slot'], divisions: ['South'] })).toEqual(['slot/Case/1']);
    expect(stage.partsOf).toEqual([`slot ${box}`, `slot ${chest}`]);
  });

  it('warns of patterns that fit nothing', async () => {
    const stage = openStage();
    fill(stage.bench);
    const { platform } = stage.bench.organisation;
    const change = { include: patterns('crate/Nobody', 'lid'), exclude: patterns('lid/Nobody') };
    const { diagnostics } = await exportOrganisation(
      { reader: platform, clock: stage.bench.clock },
      stage.request(change),
    );
    expect(diagnostics.map(({ code, summary }) => `${code} ${summary}`)).toEqual([
      'SB3054 Nothing fits "crate/Nobody"',
      'SB3054 Nothing fits "lid/Nobody"',
    ]);
  });

  it('ends at a division that is not there, with the one most like it', async () => {
    const stage = openStage();
    fill(stage.bench);
    await expect(stage.addresses({ divisions: ['Nort'] })).rejects.toMatchObject({
      code: 'SB3055',
      remedy: expect.stringContaining('Did you mean "North"?'),
    });
  });

  it('says who owns an object as a whole, and nothing where that is Signalbox', async () => {
    const stage = openStage();
    fill(stage.bench);
    const ownership = [
      { type: 'crate', field: 'size', owner: 'hr' },
      { type: 'crate', division: 'North', owner: 'terraform' },
      { type: 'colour', name: 'Red', owner: 'signalbox' },
      { type: 'colour', owner: 'business' },
    ] as const;
    const { platform } = stage.bench.organisation;
    const ports = { reader: platform, clock: stage.bench.clock };
    const { documents } = await exportOrganisation(ports, stage.request({ ownership }));
    expect(
      documents.flatMap(({ address, managedBy }) => (managedBy === undefined ? [] : [`${address} ${managedBy}`])),
    ).toEqual(['colour/Blue business', 'crate/Box terraform']);
  });

  it('knows what is gone: of what was read in full, and never of what could not be seen', async () => {
    const stage = openStage();
    fill(stage.bench);
    const { platform } = stage.bench.organisation;
    const open = (change: Partial<ExportRequest>, complete = true) =>
      openExport(
        {
          reader: { ...platform, list: async (type) => ({ ...(await platform.list(type)), complete }) },
          clock: stage.bench.clock,
        },
        stage.request(change),
      );
    const whole = await open({});
    expect([whole.isGone('crate/Old'), whole.isGone('slot/Old/1'), whole.isGone('badge/Old')]).toEqual([
      true,
      true,
      false,
    ]);
    const narrowed = await open({ include: patterns('crate/B*') });
    expect([narrowed.isGone('crate/Old'), narrowed.isGone('crate/Case'), narrowed.isGone('lid/Old')]).toEqual([
      true,
      false,
      false,
    ]);
    expect((await open({}, false)).isGone('crate/Old')).toBe(false);
  });
});
