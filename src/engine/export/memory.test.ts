import { describe, expect, it } from 'vitest';
import type { TypeListing } from '../../core/resource/index.ts';
import { fakeCatalogue } from '../testing/fake-types.ts';
import { createWorkbench } from '../testing/workbench.ts';
import { openExport } from './index.ts';
import { createMemoryScratch } from './read/scratch.ts';

const count = 2_000;
const pageSize = 100;

describe('an export of a large organisation', () => {
  it('asks for every page once, and puts each document aside before it asks for the next page', async () => {
    const { organisation, clock } = createWorkbench();
    const scratch = createMemoryScratch();
    let put = 0;
    let shown = 0;
    let waiting = 0;
    async function* listPages(type: string): AsyncGenerator<TypeListing, void> {
      for (let from = 0; type === 'colour' && from < count; from += pageSize) {
        waiting = Math.max(waiting, shown - put);
        const objects = Array.from({ length: pageSize }, (_, index) => {
          const id = `id-${from + index}`;
          return { id, body: { id, name: `Colour ${from + index}`, shade: 'x' } };
        });
        shown += pageSize;
        yield { objects, complete: true };
      }
    }
    const list = () => Promise.reject(new Error('a whole type was asked for'));
    const exported = await openExport(
      {
        reader: { ...organisation.platform, list, listPages },
        clock,
        scratch: {
          ...scratch,
          put: (text) => {
            put += 1;
            return scratch.put(text);
          },
        },
      },
      { catalogue: fakeCatalogue, organisationId: 'org-1', modes: {}, pins: [], only: ['colour'] },
    );
    expect({ shown, put, waiting }).toEqual({ shown: count, put: count, waiting: 0 });
    expect([...exported.results()]).toHaveLength(count);
  });

  it('makes one document at a time from what was put aside', async () => {
    const { organisation, clock } = createWorkbench();
    for (let index = 0; index < 50; index += 1) organisation.add('colour', { name: `Colour ${index}` });
    const scratch = createMemoryScratch();
    let got = 0;
    const get = (place: number): string => {
      got += 1;
      return scratch.get(place);
    };
    const exported = await openExport(
      { reader: organisation.platform, clock, scratch: { ...scratch, get } },
      { catalogue: fakeCatalogue, organisationId: 'org-1', modes: {}, pins: [], only: ['colour'] },
    );
    expect(got).toBe(0);
    const asked: number[] = [];
    for (const { document } of exported.results()) if (document !== undefined) asked.push(got);
    expect(asked).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
  });

  it("leaves the organisation's documents unmade when a page can not be read", async () => {
    const { organisation, clock } = createWorkbench();
    async function* listPages(): AsyncGenerator<TypeListing, void> {
      yield { objects: [], complete: true };
      throw new Error('the connection broke');
    }
    const failing = openExport(
      { reader: { ...organisation.platform, listPages }, clock },
      { catalogue: fakeCatalogue, organisationId: 'org-1', modes: {}, pins: [], only: ['colour'] },
    );
    await expect(failing).rejects.toThrow('the connection broke');
  });
});
