import { hostname } from 'node:os';
import { expect, it, vi } from 'vitest';
import { leaseHolder } from './lease-holder.ts';

it('is the same throughout a process, and another in one with the same host name and number', async () => {
  vi.resetModules();
  const other = await import('./lease-holder.ts');

  expect(leaseHolder()).toBe(leaseHolder());
  expect(leaseHolder()).toContain(`${hostname()} ${process.pid} `);
  expect(other.leaseHolder()).not.toBe(leaseHolder());
});
