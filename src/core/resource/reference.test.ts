import { expect, it } from 'vitest';
import { refOf } from './reference.ts';

it.each([
  [{ $ref: 'routing_queue/VIP' }, 'routing_queue/VIP'],
  [{ $ref: '${env.values.queue}' }, '${env.values.queue}'],
  [{ $ref: '#/definitions/text' }, undefined],
  [{ $ref: 7 }, undefined],
  [{ $ref: 'colour/Red', $handle: 'c1', $type: 'colour' }, undefined],
  ['routing_queue/VIP', undefined],
])('the reference in %j is to %j', (value, address) => {
  expect(refOf(value)).toBe(address);
});
