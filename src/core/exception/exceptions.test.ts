import { describe, expect, it } from 'vitest';
import type { DeclaredException } from '../environment/environment.ts';
import { findException } from './exceptions.ts';

const base = { reason: 'old trunk', owner: 'dana@example.com', expires: '2026-12-31' };
const whole: DeclaredException = { ...base, resource: 'routing_queue/VIP *' };
const field: DeclaredException = { ...base, resource: 'routing_queue/Billing', field: 'acwSettings' };
const anyMedia: DeclaredException = {
  ...base,
  resource: 'routing_queue/*',
  field: 'mediaSettings.*.alertingTimeoutSeconds',
};
const gone: DeclaredException = { ...field, reason: 'earlier', expires: '2026-06-30' };

interface Case {
  readonly name: string;
  readonly exceptions: readonly DeclaredException[];
  readonly address?: string;
  readonly path?: readonly string[];
  readonly today?: string;
  readonly found?: { readonly reason: string; readonly expired: boolean };
}

const holds = { reason: 'old trunk', expired: false };
const cases: readonly Case[] = [
  { name: 'over an object covers that it exists', exceptions: [whole], address: 'routing_queue/VIP 1', found: holds },
  {
    name: 'over an object covers its fields',
    exceptions: [whole],
    address: 'routing_queue/VIP 1',
    path: ['a'],
    found: holds,
  },
  { name: 'over another object covers nothing', exceptions: [whole], path: ['a'] },
  { name: 'over a field covers it', exceptions: [field], path: ['acwSettings'], found: holds },
  { name: 'over a field covers what is below', exceptions: [field], path: ['acwSettings', 'timeoutMs'], found: holds },
  { name: 'over a field leaves others', exceptions: [field], path: ['name'] },
  { name: 'over a field leaves the object', exceptions: [field] },
  {
    name: 'over a deeper field leaves what is above',
    exceptions: [{ ...field, field: 'acwSettings.timeoutMs' }],
    path: ['acwSettings'],
  },
  {
    name: 'with a star covers each of the names',
    exceptions: [anyMedia],
    path: ['mediaSettings', 'call', 'alertingTimeoutSeconds'],
    found: holds,
  },
  {
    name: 'holds on its last day',
    exceptions: [field],
    path: ['acwSettings'],
    today: '2026-12-31T23:59:59Z',
    found: holds,
  },
  {
    name: 'does not hold the day after',
    exceptions: [field],
    path: ['acwSettings'],
    today: '2027-01-01',
    found: { ...holds, expired: true },
  },
  { name: 'that holds goes before an expired one', exceptions: [gone, field], path: ['acwSettings'], found: holds },
];

describe('an exception', () => {
  it.each(cases)('$name', ({ exceptions, address = 'routing_queue/Billing', path, today = '2026-11-20', found }) => {
    const result = findException(exceptions, { address, path }, today);
    expect(result && { reason: result.exception.reason, expired: result.expired }).toEqual(found);
  });
});
