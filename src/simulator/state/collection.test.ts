import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createVirtualClock } from '../kernel/clock.ts';
import { textOf, type Entity } from '../kernel/values.ts';
import { createCollection } from './collection.ts';

const step = fc.record({
  id: fc.constantFrom('a', 'b', 'c'),
  name: fc.option(fc.constantFrom('x', 'Y', 'z', 'X'), { nil: undefined }),
  lagMs: fc.constantFrom(0, 10, 50),
  waitMs: fc.constantFrom(0, 5, 30),
});

describe('a collection', () => {
  it('shows in the end what was written last, sorted, whatever the lags were', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        const clock = createVirtualClock(0);
        let lagMs = 0;
        const collection = createCollection({ now: clock.now, lagMs: () => lagMs, immediate: false });
        const expected = new Map<string, Entity>();
        for (const { id, name, lagMs: lag, waitMs } of steps) {
          lagMs = lag;
          if (name === undefined) {
            collection.remove(id);
            expected.delete(id);
          } else {
            collection.put({ id, name });
            expected.set(id, { id, name });
          }
          clock.advance(waitMs);
          collection.shownAll();
        }
        clock.advance(50);
        const names = collection.shownAll().map((entity) => textOf(entity, 'name').toLowerCase());
        expect(names).toEqual(names.toSorted());
        expect(new Map(collection.shownAll().map((entity) => [entity.id, entity]))).toEqual(expected);
        expect(new Map(collection.currentAll().map((entity) => [entity.id, entity]))).toEqual(expected);
        for (const { id, name } of expected.values() as Iterable<{ id: string; name: string }>) {
          expect(collection.currentNamed(name).map((entity) => entity.id)).toContain(id);
        }
      }),
    );
  });

  it('keeps a later change when the lag was shortened in between', () => {
    const clock = createVirtualClock(0);
    let lagMs = 1000;
    const collection = createCollection({ now: clock.now, lagMs: () => lagMs, immediate: false });
    collection.put({ id: 'a', name: 'old' });
    lagMs = 0;
    collection.put({ id: 'a', name: 'new' });
    clock.advance(2000);
    expect(collection.shown('a')).toEqual({ id: 'a', name: 'new' });
  });
});
