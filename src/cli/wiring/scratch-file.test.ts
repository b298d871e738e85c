import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { withScratch } from './scratch-file.ts';

const scratchFiles = (): readonly string[] => readdirSync(tmpdir()).filter((name) => name.endsWith('.scratch'));

describe('a scratch file', () => {
  it('gives back what was put, in any order, before and after it was written out', async () => {
    const texts = Array.from({ length: 300 }, (_, index) => `${index} Übergröße 日本 `.repeat(index * 10));
    await withScratch(async (scratch) => {
      // Reading between writes must not disturb what is still waiting.
      const places = texts.map((text) => {
        const place = scratch.put(text);
        return scratch.get(place) === text ? place : -1;
      });
      expect(places.toReversed().map((place) => scratch.get(place))).toEqual(texts.toReversed());
    });
  });

  it('leaves nothing behind, also when its use fails', async () => {
    const before = scratchFiles();
    const failing = withScratch(async (scratch) => {
      scratch.put('secret');
      throw new Error('stop');
    });
    await expect(failing).rejects.toThrow('stop');
    expect(scratchFiles()).toEqual(before);
  });
});
