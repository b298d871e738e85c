import { expect, it } from 'vitest';
import { rehearsal } from '../testing/rehearsals.ts';
import { plainScreen } from '../text/screen.ts';
import { displayWidth } from '../text/width.ts';
import { rehearsalToHuman, rehearsalToJunit, rehearsalToMarkdown } from './index.ts';

it('is read as text', async () => {
  const text = rehearsalToHuman(plainScreen, rehearsal);
  await expect(text).toMatchFileSnapshot('golden/rehearsal.txt');
  expect(Math.max(...text.split('\n').map(displayWidth))).toBeLessThanOrEqual(80);
});

it('is read in a pull request', async () => {
  await expect(rehearsalToMarkdown(rehearsal)).toMatchFileSnapshot('golden/rehearsal.md');
});

it('is read by a CI system: what failed fails, what the copy can not show is skipped', async () => {
  await expect(rehearsalToJunit(rehearsal)).toMatchFileSnapshot('golden/rehearsal.junit.xml');
});

it('says so when all went well', () => {
  const rounds = rehearsal.rounds.filter(({ verdict }) => verdict !== 'failed');
  const text = rehearsalToHuman(plainScreen, { ...rehearsal, rounds, passed: true, deviations: [] });
  expect(text).toContain('All 2 rounds ended well: deployed and verified, or taken back in full.');
  const only = rehearsalToHuman(plainScreen, {
    ...rehearsal,
    rounds: rounds.slice(0, 1),
    passed: true,
    deviations: [],
  });
  expect(only).toContain('The only round ended well: deployed and verified');
});
