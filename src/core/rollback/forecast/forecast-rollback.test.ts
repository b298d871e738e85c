import { describe, expect, it } from 'vitest';
import { digestText } from '../../json/canonical-json.ts';
import { planOf, type BareAction, type TestCase } from '../../plan/testing/test-world.ts';
import { proposeChanges } from '../../review/propose-changes.ts';
import type { RollbackForecast } from '../../review/review.ts';

const ensure = (type: string, key: readonly string[], set: TestCase['inputs'] = {}): BareAction => ({
  kind: 'ensure',
  target: { type, key },
  set,
});
const remove = (type: string, ...key: readonly string[]): BareAction => ({ kind: 'delete', target: { type, key } });
const rename = (type: string, from: string, to: string): BareAction => ({
  kind: 'rename',
  target: { type, key: [from] },
  to,
});
const song = '{"name":"Song"}';
const crate = { id: 'c1', name: 'Box', size: 3 };

function forecastOf(given: TestCase): RollbackForecast {
  const { plan } = planOf(given, proposeChanges);
  expect(plan.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return plan.review?.rollback as RollbackForecast;
}

function linesOf({ steps }: RollbackForecast): readonly string[] {
  return steps.map(({ kind, address, reversibility, text }) => `${kind} ${address} (${reversibility}): ${text}`);
}

interface Row {
  readonly name: string;
  readonly given: TestCase;
  readonly steps: readonly string[];
  readonly problems?: readonly string[];
}

const rows: readonly Row[] = [
  {
    name: 'a creation is deleted again',
    given: { actions: [ensure('crate', ['Box'])] },
    steps: ['delete crate/Box (exact): It is deleted again.'],
  },
  {
    name: 'fields are set back, those without a value cleared',
    given: { live: { crate: [crate] }, actions: [ensure('crate', ['Box'], { size: 5, note: 'new' })] },
    steps: ['update crate/Box (exact): Set back: note, size.'],
  },
  {
    name: 'a default counts as the value from before',
    given: {
      live: { crate: [{ id: 'c1', name: 'Box' }] },
      actions: [ensure('crate', ['Box'], { settings: { timeoutMs: 5 } })],
    },
    steps: ['update crate/Box (exact): Set back: settings.timeoutMs.'],
  },
  {
    name: 'a renamed object gets its name back',
    given: { live: { crate: [crate] }, actions: [rename('crate', 'Box', 'Case')] },
    steps: ['rename crate/Box (exact): It is called crate/Box again: name.'],
  },
  {
    name: 'a deleted object is made anew, with another id',
    given: { live: { colour: [{ id: 'r', name: 'Red' }] }, actions: [remove('colour', 'Red')] },
    steps: [
      'create colour/Red (new-id): It is made anew as it was. colour/Red comes back with another id; what knows its old id outside of the plan has to be told.',
    ],
    problems: ['colour/Red comes back with another id; what knows its old id outside of the plan has to be told.'],
  },
  {
    name: 'the last step goes back first: a user lets go before what it uses is deleted',
    given: {
      live: { crate: [crate] },
      actions: [ensure('colour', ['Red']), ensure('crate', ['Box'], { colours: [{ $ref: 'colour/Red' }] })],
    },
    steps: ['update crate/Box (exact): Set back: colours.', 'delete colour/Red (exact): It is deleted again.'],
  },
  {
    name: 'a circle that was opened is deleted as two objects',
    given: {
      actions: [
        ensure('crate', ['Left']),
        ensure('crate', ['Right'], { mate: { $ref: 'crate/Left' } }),
        ensure('crate', ['Left'], { mate: { $ref: 'crate/Right' } }),
      ],
    },
    steps: expect.arrayContaining([
      'delete crate/Left (exact): It is deleted again.',
      'delete crate/Right (exact): It is deleted again.',
    ]) as never,
  },
  {
    name: 'a part of a new object goes with it',
    given: {
      live: { colour: [{ id: 'r', name: 'Red' }] },
      actions: [ensure('crate', ['Box']), ensure('crate_labels', ['Box'], { colours: [{ $ref: 'colour/Red' }] })],
    },
    steps: [
      'delete crate/Box (exact): It is deleted again.',
      'none crate_labels/Box (exact): It comes and goes with what it is a part of.',
    ],
  },
  {
    name: 'a key that the plan gave to another object is free again before it is needed',
    given: {
      live: { crate: [crate] },
      actions: [remove('crate', 'Box'), ensure('crate', ['Box'], { size: 9 })],
    },
    steps: [
      'delete crate/Box (exact): It is deleted again.',
      expect.stringMatching(/^create crate\/Box \(new-id\): It is made anew/u) as never,
    ],
    problems: ['crate/Box comes back with another id; what knows its old id outside of the plan has to be told.'],
  },
  {
    name: 'a first published version stays',
    given: {
      live: { tune: [{ id: 't', name: 'Song' }] },
      contents: [song],
      actions: [
        ensure('tune', ['Song'], {
          content: { $content: digestText(song) },
        }),
      ],
    },
    steps: [
      'none tune/Song (irreversible): Nothing of it can be set back. tune/Song: what is published for the first time stays published; there is no earlier version.',
    ],
    problems: ['tune/Song: what is published for the first time stays published; there is no earlier version.'],
  },
  {
    name: 'what can be made and never deleted stays',
    given: {
      live: { pebble: [{ id: 'p', name: 'Grey', note: 'old' }] },
      actions: [ensure('pebble', ['Grey'], { note: 'new' })],
    },
    steps: ['update pebble/Grey (exact): Set back: note.'],
  },
  {
    name: 'what is so already has no way back to go',
    given: { live: { crate: [crate] }, actions: [ensure('crate', ['Box'], { size: 3 })] },
    steps: [],
  },
];

describe('the forecast of a rollback', () => {
  it.each(rows)('$name', ({ given, steps, problems = [] }) => {
    const forecast = forecastOf(given);
    expect(linesOf(forecast)).toEqual(steps);
    expect(forecast.problems).toEqual(problems);
  });

  it('names who may approve and how success is seen: read-back, tests that hold before, and what the environment asks', () => {
    const forecast = forecastOf({
      live: { crate: [crate] },
      actions: [ensure('crate', ['Box'], { size: 5 }), ensure('colour', ['Red'])],
      tests: {
        'there are crates': 'resources("crate").size() > 0',
        'the box is larger': 'ref("crate", "Box").size == 5',
      },
      environment: {
        rollback: {
          approvers: ['ops'],
          checks: [{ name: 'nobody is red', assert: 'resources("colour").size() == 0' }],
        },
      },
    });

    expect(forecast.approvers).toEqual(['ops']);
    expect(forecast.checks.map(({ name }) => name)).toEqual(['there are crates', 'nobody is red']);
    expect(forecast.successChecks).toEqual([
      'Every field that is set back on one object is read back and compared.',
      'Reading shows that one object is gone.',
      '"there are crates" holds.',
      '"nobody is red" holds.',
    ]);
  });

  it('is no part of the decision', () => {
    const given: TestCase = { live: { crate: [crate] }, actions: [ensure('crate', ['Box'], { size: 5 })] };
    const digests = [undefined, { approvers: ['ops'], checks: [] }].map(
      (rollback) => planOf({ ...given, environment: { rollback } }, proposeChanges).plan.decisionDigest,
    );
    expect(digests[0]).toBe(digests[1]);
  });

  it('of a plan with errors is empty', () => {
    const { plan } = planOf({ actions: [remove('star', 'Sirius'), ensure('star', ['Vega'])] }, proposeChanges);
    expect(plan.review?.rollback.steps).toEqual([]);
  });

  it('says of hidden and required fields what stays as deployed', () => {
    const { problems } = forecastOf({
      live: { lamp: [{ id: 'l', name: 'Hall', watt: 5 }] },
      actions: [remove('lamp', 'Hall')],
    });
    expect(problems).toContain('lamp/Hall comes back without serial, which are never shown.');
  });
});
