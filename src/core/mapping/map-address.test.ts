import { expect, it } from 'vitest';
import { mapAddress } from './map-address.ts';

it('maps by address first come, first served, then by pattern, and leaves the rest as it is', () => {
  const mappings = [
    { from: 'user/ann@dev.example.com', to: 'user/boss@example.com' },
    { from: 'user/*@dev.example.com', to: 'user/*@example.com' },
  ];
  expect(mapAddress(mappings, 'user/ann@dev.example.com')).toBe('user/boss@example.com');
  expect(mapAddress(mappings, 'user/$&@dev.example.com')).toBe('user/$&@example.com');
  expect(mapAddress(mappings, 'user/bob@example.com')).toBe('user/bob@example.com');
});
