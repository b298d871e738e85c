import { expect, it } from 'vitest';
import { refuseOldNode } from './refuse-old-node.ts';

it('refuses to run on a Node that is too old, and no other', () => {
  expect(() => refuseOldNode('20.20.2')).toThrow(
    expect.objectContaining({ code: 'SB6024', message: 'Signalbox needs Node 22 or later; this is Node 20.20.2' }),
  );
  expect(() => refuseOldNode('22.0.0')).not.toThrow();
  expect(() => refuseOldNode('100.1.0')).not.toThrow();
});
