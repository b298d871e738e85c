import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { digestText } from '../../core/index.ts';
import type { PlatformReader } from '../ports.ts';
import { fakeCatalogue } from '../testing/fake-types.ts';
import { createWorkbench, type Workbench } from '../testing/workbench.ts';
import { exportOrganisation, type ExportRequest } from './index.ts';

const exported = (bench: Workbench, change: Partial<ExportRequest> = {}, reader?: PlatformReader) =>
  exportOrganisation(
    { reader: reader ?? bench.organisation.platform, clock: bench.clock },
    { catalogue: fakeCatalogue, organisationId: 'org-1', modes: {}, pins: [], ...change },
  );

const documentsOf = async (bench: Workbench, change: Partial<ExportRequest> = {}) =>
  Object.fromEntries((await exported(bench, change)).documents.map(({ address, document }) => [address, document]));

describe('an export', () => {
  it('writes names for ids, drops defaults, and leaves out what it does not know', async () => {
    const bench = createWorkbench();
    const red = bench.organisation.add('colour', { name: 'Red', shade: 'dark', modifiedBy: 'somebody' });
    bench.organisation.add('crate', {
      name: 'Box',
      size: 10,
      options: { depth: 1 },
      tags: ['b', 'a'],
      colour: { id: red },
    });
    expect(await documentsOf(bench)).toEqual({
      'colour/Red': { name: 'Red', shade: 'dark' },
      'crate/Box': { name: 'Box', tags: ['a', 'b'], colour: { $ref: 'colour/Red' } },
    });
  });

  it('writes texts of the platform that look like expressions so that they stay texts', async () => {
    const bench = createWorkbench();
    bench.organisation.add('colour', { name: 'Red', shade: '${input.shade} of $${input.name}' });
    expect(await documentsOf(bench)).toEqual({
      'colour/Red': { name: 'Red', shade: '$${input.shade} of $$${input.name}' },
    });
  });

  it('writes the id of the organisation itself as what every environment has of its own', async () => {
    const bench = createWorkbench();
    bench.organisation.add('colour', { name: 'Red', shade: 'org-1' });
    expect(await documentsOf(bench)).toEqual({ 'colour/Red': { name: 'Red', shade: '${env.organisationId}' } });
  });

  it('sorts lists without an order by name, and leaves those with one as they are', async () => {
    const bench = createWorkbench();
    const colour = (name: string) => ({ id: bench.organisation.add('colour', { name }) });
    const [red, blue] = [colour('Red'), colour('Blue')];
    const body = { name: 'Box', tags: [red, blue], options: [red, blue], note: [{ of: red }, { of: blue }] };
    bench.organisation.add('crate', body);
    const paths = ['tags[]', 'options[]', 'note[].of'];
    const references = paths.map((path) => ({ path, wire: 'object', type: 'colour' }) as const);
    const lists = { tags: { kind: 'set' }, note: { kind: 'keyed', by: 'of' } } as const;
    const find = (type: string) => {
      const found = fakeCatalogue.find(type);
      return found === undefined || type !== 'crate'
        ? found
        : { ...found, fields: Object.keys(body), references, lists };
    };
    const documents = await documentsOf(bench, { catalogue: { ...fakeCatalogue, find } });
    const [toRed, toBlue] = ['Red', 'Blue'].map((name) => ({ $ref: `colour/${name}` }));
    expect(documents['crate/Box']).toEqual({
      name: 'Box',
      tags: [toBlue, toRed],
      options: [toRed, toBlue],
      note: [{ of: toBlue }, { of: toRed }],
    });
  });

  it('gives the same bytes twice', async () => {
    const bench = createWorkbench();
    for (const name of ['b', 'a', 'c']) bench.organisation.add('colour', { name, shade: 'x' });
    expect(JSON.stringify(await exported(bench))).toBe(JSON.stringify(await exported(bench)));
  });

  it('exports parts under the name of their parent, and no file for a part that says nothing', async () => {
    const bench = createWorkbench();
    const box = bench.organisation.add('crate', { name: 'Box', size: 1 });
    bench.organisation.add('crate', { name: 'Bare', size: 1 });
    await bench.organisation.platform.update(
      'crate_labels',
      box,
      { crate: { id: box }, labels: ['x'] },
      { recordTicket: async () => undefined },
    );
    await bench.organisation.platform.create(
      'slot',
      { crate: { id: box }, position: '1', value: 'one' },
      { recordTicket: async () => undefined },
    );
    const documents = await documentsOf(bench);
    expect(documents['crate_labels/Box']).toEqual({ crate: { $ref: 'crate/Box' }, labels: ['x'] });
    expect(documents['slot/Box/1']).toEqual({ crate: { $ref: 'crate/Box' }, position: '1', value: 'one' });
    expect(documents['crate_labels/Bare']).toBeUndefined();
  });

  it('exports content by digest with its text beside', async () => {
    const bench = createWorkbench();
    bench.organisation.add('recipe', { name: 'Bread', note: 'warm' }, 'flour');
    const result = await exported(bench);
    expect(result.documents[0]?.document).toEqual({
      name: 'Bread',
      note: 'warm',
      text: { $content: digestText('flour') },
    });
    expect(result.contents).toEqual({ [digestText('flour')]: 'flour' });
  });

  it('says how a content text stays as it is where a part of it looks like a place to be filled', async () => {
    const bench = createWorkbench();
    bench.organisation.add('recipe', { name: 'Bread' }, '{{flour}} and {{ salt }}');
    const result = await exported(bench);
    expect(result.documents[0]?.document['text']).toMatchObject({
      substitutions: { flour: '{{flour}}', salt: '{{ salt }}' },
    });
  });

  it('records objects that share their key as unmanaged, each under an address of its own', async () => {
    const bench = createWorkbench();
    const ids = [bench.organisation.add('colour', { name: 'Red' }), bench.organisation.add('colour', { name: 'Red' })];
    const { documents } = await exported(bench);
    expect(documents.map(({ address, managed }) => ({ address, managed }))).toEqual(
      ids.toSorted().map((id) => ({ address: `colour/Red~${id.slice(0, 8)}`, managed: false })),
    );
  });

  it('warns once of each shared address that references name, with their number', async () => {
    const bench = createWorkbench();
    const colour = (name: string) => bench.organisation.add('colour', { name });
    const composed = colour('Caf\u00e9');
    const used = [colour('Red'), composed, composed, colour('Cafe\u0301'), colour('CAF\u00c9')];
    used.forEach((id, number) => bench.organisation.add('crate', { name: `Box ${number}`, colour: { id } }));
    const [blue] = [colour('Blue'), colour('blue')];
    for (const name of ['Shelf', 'shelf']) bench.organisation.add('crate', { name, colour: { id: blue } });

    const { diagnostics } = await exported(bench);

    expect(diagnostics).toMatchObject([{ code: 'SB3057', severity: 'warning' }]);
    expect(diagnostics[0]?.detail).toMatch(/^colour\/caf.+ is the address of 3 objects, and 4 references name it\.$/iu);
  });

  it('tells children of one parent apart that share their key', async () => {
    const bench = createWorkbench();
    const crate = bench.organisation.add('crate', { name: 'Box' });
    const { platform } = bench.organisation;
    const slots = ['a', 'b'].map((own) => ({
      id: `${crate}/${own}`,
      body: { crate: { id: crate }, position: '1', value: own },
    }));
    const listPart: typeof platform.listPart = async (type, parentId) =>
      type === 'slot' ? { objects: slots, complete: true } : platform.listPart(type, parentId);

    const { documents } = await exported(bench, {}, { ...platform, listPart });

    const parent = crate.slice(0, 8);
    expect(documents.filter(({ type }) => type === 'slot').map(({ address }) => address)).toEqual([
      `slot/Box/1~${parent}-a`,
      `slot/Box/1~${parent}-b`,
    ]);
  });

  it('asks for nothing more once a read has failed', async () => {
    const bench = createWorkbench();
    for (let number = 0; number < 30; number += 1) bench.organisation.add('crate', { name: `Box ${number}` });
    const { platform } = bench.organisation;
    let asked = 0;
    const listPart: typeof platform.listPart = async (type, parentId) => {
      asked += 1;
      if (asked === 1) throw new Error('no answer');
      return platform.listPart(type, parentId);
    };

    await expect(exported(bench, {}, { ...platform, listPart })).rejects.toThrow('no answer');
    const before = asked;
    await nextTurn();

    expect(before).toBeLessThan(30);
    expect(asked).toBe(before);
  });

  it('leaves a field out, with a warning, when what it points at can not be named', async () => {
    const bench = createWorkbench();
    bench.organisation.add('crate', { name: 'Box', size: 3, colour: { id: 'invisible' } });
    const result = await exported(bench);
    expect(result.documents[0]?.document).toEqual({ name: 'Box', size: 3 });
    expect(result.diagnostics).toMatchObject([{ code: 'SB3051', severity: 'warning', address: 'crate/Box' }]);
  });

  it('exports nothing that is only referred to, unless asked', async () => {
    const bench = createWorkbench();
    bench.organisation.add('colour', { name: 'Red' });
    expect(await documentsOf(bench, { modes: { colour: 'reference' } })).toEqual({});
    expect(await documentsOf(bench, { modes: { colour: 'reference' }, only: ['colour'] })).toEqual({
      'colour/Red': { name: 'Red' },
    });
  });

  it('reads each type once, however many refer to it', async () => {
    const bench = createWorkbench();
    const listed: string[] = [];
    const { platform } = bench.organisation;
    const reader = { ...platform, list: (type: string) => (listed.push(type), platform.list(type)) };
    await exportOrganisation(
      { reader, clock: bench.clock },
      { catalogue: fakeCatalogue, organisationId: 'org-1', modes: {}, pins: [] },
    );
    expect(listed.toSorted()).toEqual([...new Set(listed)].toSorted());
  });
});
