import { describe, expect, it } from 'vitest';
import { createVirtualClock } from '../kernel/clock.ts';
import { textOf } from '../kernel/values.ts';
import { createCollection } from './collection.ts';
import { createDerivedIndex } from './derived-index.ts';

describe('a derived index', () => {
  it('follows its collection, lag included, and keeps collections apart', () => {
    const clock = createVirtualClock(0);
    const open = (lag: number): ReturnType<typeof createCollection> =>
      createCollection({ now: clock.now, lagMs: () => lag, immediate: false });
    const [lagging, other] = [open(100), open(0)];
    const byOwner = createDerivedIndex((entity) => [textOf(entity, 'owner')]);
    lagging.put({ id: 'a', owner: 'x' });
    other.put({ id: 'o', owner: 'x' });
    expect(byOwner(lagging, 'x')).toEqual([]);
    clock.advance(100);
    expect(byOwner(lagging, 'x').map(({ id }) => id)).toEqual(['a']);
    expect(byOwner(other, 'x').map(({ id }) => id)).toEqual(['o']);
    other.put({ id: 'o', owner: 'y' });
    expect(byOwner(other, 'x')).toEqual([]);
    expect(byOwner(other, 'y')).toHaveLength(1);
  });
});
