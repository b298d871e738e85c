import { expect, it } from 'vitest';
import { plainScreen } from '../text/screen.ts';
import { replayToHuman } from './human.ts';

const remark = (name: string, reason: string) => ({ type: 'routing_queue', address: `routing_queue/${name}`, reason });
const summary = {
  organisation: 'dev',
  folder: 'environments/dev/live',
  documents: 7,
  made: [{ type: 'routing_queue', count: 2 }],
  notMade: ['A', 'B', 'C', 'D'].map((name) => remark(name, 'it is not wanted')),
  stubs: [],
  differs: [remark('E', 'x is left out: flow/a is not there'), remark('F', 'x is left out: flow/b is not there')],
  requests: 12,
  seconds: 1.5,
};

it('shows what is alike together, and counts what it does not show', () => {
  expect(replayToHuman(plainScreen, summary)).toBe(
    `type           recreated
routing_queue  2

Not recreated (4):
  routing_queue/A
  routing_queue/B
  routing_queue/C
  and 1 more like these (--verbose)
      it is not wanted

Otherwise than in the export (2):
  routing_queue/E
      x is left out: flow/a is not there
  routing_queue/F
      x is left out: flow/b is not there

Recreated 2 of 7 documents of environments/dev/live in dev: 12 requests in 1.5
s.
`,
  );
});

it('shows everything when it is asked to', () => {
  const text = replayToHuman({ ...plainScreen, unfolded: true }, summary);
  expect(text).toContain('routing_queue/D\n');
  expect(text).not.toContain('more like');
});
