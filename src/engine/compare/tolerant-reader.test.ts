import { describe, expect, it } from 'vitest';
import { SignalboxError } from '../../core/index.ts';
import type { PlatformReader } from '../ports.ts';
import { createWorkbench } from '../testing/workbench.ts';
import { createTolerantReader } from './tolerant-reader.ts';

function readerThat(error: SignalboxError, pages = false): PlatformReader {
  const { platform } = createWorkbench().organisation;
  const fail = async (): Promise<never> => Promise.reject(error);
  const failing = { ...platform, list: fail, listPart: fail, readContent: fail };
  if (!pages) return createTolerantReader(failing);
  return createTolerantReader({
    ...failing,
    async *listPages() {
      yield await fail();
    },
  });
}

const forbidden = new SignalboxError({ code: 'SB4011', message: 'x', remedy: 'x', context: { failure: 'forbidden' } });
const lacking = new SignalboxError({ code: 'SB3150', message: 'x', remedy: 'x' });
const broken = new SignalboxError({ code: 'SB4006', message: 'x', remedy: 'x', context: { failure: 'unavailable' } });

describe('a reader for comparisons', () => {
  it('takes a type that may not be read for one that is not seen, and says so', async () => {
    const hidden = { objects: [], complete: false, incompleteBecause: 'the client may not read colour' };
    expect(await readerThat(forbidden).list('colour')).toEqual(hidden);
    expect(await readerThat(forbidden).listPart('colour', 'x')).toEqual(hidden);
    const pages = [];
    for await (const page of readerThat(forbidden, true).listPages?.('colour') ?? []) pages.push(page);
    expect(pages).toEqual([hidden]);
  });

  it('takes what a snapshot does not hold for unseen, its contents too', async () => {
    expect(await readerThat(lacking).list('colour')).toMatchObject({ complete: false });
    expect(await readerThat(lacking).readContent('recipe', 'x')).toBeUndefined();
  });

  it('passes every other failure on', async () => {
    await expect(readerThat(broken).list('colour')).rejects.toBe(broken);
    await expect(readerThat(broken).readContent('recipe', 'x')).rejects.toBe(broken);
  });
});
