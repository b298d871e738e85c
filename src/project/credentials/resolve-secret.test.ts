import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { resolveSecret } from './resolve-secret.ts';

const directory = mkdtempSync(join(tmpdir(), 'secret-'));
writeFileSync(join(directory, 'pin.txt'), 'hunter2\n');
const context = { directory, variables: { PIN: 'from a variable', EMPTY: '', PATH: process.env['PATH'] } };

describe('a secret reference', () => {
  it.each([
    ['file:pin.txt', 'hunter2'],
    ['exec:printf "a:b\\n"', 'a:b'],
    ['env:PIN', 'from a variable'],
  ])('%s gives the secret', async (reference, secret) => {
    const found = await resolveSecret(reference, context);
    expect(found.reveal()).toBe(secret);
    expect(JSON.stringify({ found })).toBe('{"found":"[secret]"}');
  });

  it.each([
    ['env:EMPTY', 'SB2029'],
    ['env:OTHER', 'SB2029'],
    ['hunter2', 'SB2029'],
    ['file:missing.txt', 'SB2029'],
    ['exec:false', 'SB2029'],
    ['vault:kv/pin', 'SB2028'],
  ])('%s is refused with %s', async (reference, code) => {
    await expect(resolveSecret(reference, context)).rejects.toMatchObject({ code });
  });
});
