import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { canEnter, findAccount } from './account.ts';
import { findPlace } from './place.ts';

it('puts the data of root where the account of PostgreSQL can go, and finds it there again', (context) => {
  if (userInfo().uid !== 0) context.skip('only for root does another user run PostgreSQL');
  const account = findAccount();
  const hidden = mkdtempSync(join(tmpdir(), 'sb-'));
  const place = findPlace(join(hidden, 'postgres'), account);
  chmodSync(hidden, 0o755);
  const again = findPlace(join(hidden, 'postgres'), account);
  const canReach = canEnter(account, place.home);
  rmSync(hidden, { recursive: true });
  rmSync(place.home, { recursive: true });
  expect(place.home).toMatch(/^\/var\/lib\/signalbox\/store-[0-9a-f]{12}$/);
  expect(canReach).toBe(true);
  expect(again).toEqual(place);
});

it('keeps the data in the directory itself when it can be reached', () => {
  const open = mkdtempSync(join(tmpdir(), 'sb-'));
  chmodSync(open, 0o755);
  expect(findPlace(join(open, 'postgres'), findAccount()).home).toBe(join(open, 'postgres'));
  rmSync(open, { recursive: true });
});
