import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasErrors } from '../diagnostic/diagnostic.ts';
import type { JsonObject } from '../json/json.ts';
import { withValueAt } from '../json/path.ts';
import type { Plan } from '../plan/plan.ts';
import { carryOut } from '../plan/testing/carry-out.ts';
import { randomCase } from '../plan/testing/random-case.ts';
import { planOf, testCatalogue, type TestCase, type TestOrganisation } from '../plan/testing/test-world.ts';
import { toDocument, withDefaults } from '../resource/canonical-form.ts';
import { planRollback, type AppliedStep } from '../rollback/index.ts';
import { proposeChanges } from './propose-changes.ts';

const runs = { numRuns: 300 };
const propose = (given: TestCase): Plan => planOf(given, proposeChanges).plan;

/** The plan of a case that makes sense; cases that do not are skipped. */
function sensible(given: TestCase): Plan {
  const plan = propose(given);
  fc.pre(!hasErrors(plan.diagnostics));
  return plan;
}

/** All documents, defaults filled in, by type and id. */
function documentsOf(live: TestOrganisation): Readonly<Record<string, JsonObject>> {
  return Object.fromEntries(
    Object.entries(live).flatMap(([type, bodies]) =>
      bodies.map((body) => {
        const descriptor = testCatalogue.find(type);
        if (descriptor === undefined) throw new Error(`no type ${type}`);
        const document = toDocument(descriptor, { id: String(body['id']), body });
        return [`${type} ${String(body['id'])}`, withDefaults(descriptor, document)];
      }),
    ),
  );
}

describe('a plan', () => {
  it('is the same, byte for byte, however often it is made and in whatever order objects are listed', () => {
    fc.assert(
      fc.property(randomCase, fc.infiniteStream(fc.nat()), (given, numbers) => {
        const shuffled = Object.fromEntries(
          Object.entries(given.live).map(([type, bodies]) => [
            type,
            bodies
              .map((body) => ({ body, rank: Number(numbers.next().value) }))
              .toSorted((left, right) => left.rank - right.rank)
              .map(({ body }) => body),
          ]),
        );
        const text = JSON.stringify(propose(given));
        expect(JSON.stringify(propose(given))).toBe(text);
        expect(JSON.stringify(propose({ ...given, live: shuffled }))).toBe(text);
      }),
      runs,
    );
  });

  it('that was carried out leaves nothing to do', () => {
    let did = 0;
    fc.assert(
      fc.property(randomCase, (given) => {
        // Renaming and deleting find nothing the second time, and a filter may match what it made.
        fc.pre(given.actions.every(({ kind }) => kind === 'ensure'));
        const plan = sensible(given);
        const { live } = carryOut(given.live, plan);
        const again = propose({ ...given, live });
        expect(again.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
        expect(again.steps.filter(({ kind }) => kind !== 'noop')).toEqual([]);
        did += plan.steps.filter(({ kind }) => kind !== 'noop').length;
      }),
      runs,
    );
    expect(did).toBeGreaterThan(100);
  });

  it('that was carried out and taken back leaves everything as it was, but for new ids', () => {
    let exact = 0;
    fc.assert(
      fc.property(randomCase, (given) => {
        const plan = sensible(given);
        const done = carryOut(given.live, plan);
        const back = carryOut(done.live, rollbackOf(plan, given.live, done));
        const [before, after] = [documentsOf(given.live), documentsOf(back.live)];
        const named = (documents: Readonly<Record<string, JsonObject>>): readonly string[] =>
          Object.values(documents)
            .map(({ colours: _colours, ...document }) => JSON.stringify(document))
            .toSorted();
        expect(named(after)).toEqual(named(before));
        expect(plan.reversibility === 'exact' ? after : before).toEqual(before);
        exact += plan.reversibility === 'exact' && plan.steps.length > 0 ? 1 : 0;
        expect(plan.review?.rollback.problems).toHaveLength(
          plan.steps.filter(({ kind, reversibility }) => kind === 'delete' && reversibility === 'new-id').length,
        );
      }),
      runs,
    );
    expect(exact).toBeGreaterThan(50);
  });

  it('forecasts the very steps that a rollback then has', () => {
    fc.assert(
      fc.property(randomCase, (given) => {
        const plan = sensible(given);
        const done = carryOut(given.live, plan);
        const rollback = rollbackOf(plan, given.live, done);
        const forecast = plan.review?.rollback.steps.filter(({ kind }) => kind !== 'none') ?? [];
        expect(forecast.map(({ kind, address }) => `${kind} ${address}`)).toEqual(
          rollback.steps.filter(({ kind }) => kind !== 'noop').map(({ kind, address }) => `${kind} ${address}`),
        );
      }),
      runs,
    );
  });

  it('keeps its decision when something else is edited, and gets another when what it changes is', () => {
    let edited = 0;
    fc.assert(
      fc.property(randomCase, fc.nat(), (given, pick) => {
        const plan = sensible(given);
        const crates = given.live['crate'] ?? [];
        const index = pick % Math.max(1, crates.length);
        const edit = (body: JsonObject | undefined): TestCase => ({
          ...given,
          live: { ...given.live, crate: crates.map((one, at) => (at === index && body !== undefined ? body : one)) },
        });
        const unknown = edit({ ...crates[index], lid: 'grey', memberCount: pick, tune: { id: 'elsewhere' } });
        expect(propose(unknown).decisionDigest).toBe(plan.decisionDigest);
        const step = plan.steps.find(({ kind, handle }) => kind === 'update' && handle === crates[index]?.['id']);
        if (step?.kind !== 'update') return;
        const change = step.changes.find(({ path }) => path[0] === 'settings');
        if (change === undefined) return;
        const related = edit(withValueAt(crates[index] ?? {}, ['settings', 'timeoutMs'], 777));
        expect(propose(related).decisionDigest).not.toBe(plan.decisionDigest);
        edited += 1;
      }),
      { numRuns: 600 },
    );
    expect(edited).toBeGreaterThan(20);
  });
});

/** The rollback right after the plan was carried out, from what a journal would know. */
function rollbackOf(plan: Plan, before: TestOrganisation, done: ReturnType<typeof carryOut>): Plan {
  const [was, is] = [documentsOf(before), documentsOf(done.live)];
  const idOf = (handle: string): string => done.ids.get(handle) ?? handle;
  const bound = <Value>(value: Value): Value =>
    JSON.parse(JSON.stringify(value, (key, held: unknown) => (key === '$handle' ? idOf(String(held)) : held))) as Value;
  const applied = plan.steps.flatMap((step): readonly AppliedStep[] => {
    if (step.kind === 'noop') return [];
    const id = idOf(step.handle);
    const image = was[`${step.type} ${step.handle}`];
    return [
      {
        step,
        id,
        actual: [],
        ...(image === undefined ? {} : { before: image }),
        ...('changes' in step ? { changes: bound(step.changes) } : {}),
        ...(step.kind === 'create' ? { document: bound(step.after) } : {}),
      },
    ];
  });
  return planRollback({
    run: { id: 'run', plan },
    applied,
    overwriteLater: false,
    environmentDigest: plan.environmentDigest,
    catalogue: testCatalogue,
    contentFormats: {},
    live: is,
    consumers: {},
    unsearched: {},
    holders: {},
    newIds: {},
    contents: {},
    names: {},
    asOf: plan.asOf,
  });
}

describe('a rollback', () => {
  it('never tramples what somebody edited since: it keeps the edit or is refused', () => {
    const outcomes = { kept: 0, refused: 0 };
    const edits = fc.constantFrom<readonly [string, JsonObject[string]]>(
      ['size', 77],
      ['note', 'by hand'],
      ['settings', { timeoutMs: 4321 }],
    );
    fc.assert(
      fc.property(randomCase, edits, fc.nat(), (given, [field, value], pick) => {
        const plan = sensible(given);
        const done = carryOut(given.live, plan);
        const crates = done.live['crate'] ?? [];
        const edited = crates[pick % Math.max(1, crates.length)];
        fc.pre(edited !== undefined && given.live['crate']?.some(({ id }) => id === edited['id']) === true);
        const live = {
          ...done.live,
          crate: crates.map((one) => (one === edited ? { ...one, [field]: value } : one)),
        };
        const rollback = rollbackOf(plan, given.live, { ...done, live });
        outcomes[hasErrors(rollback.diagnostics) ? 'refused' : 'kept'] += 1;
        const after = carryOut(live, rollback).live['crate']?.find(({ id }) => id === edited?.['id']);
        expect(after?.[field]).toEqual(value);
      }),
      runs,
    );
    expect(outcomes.kept).toBeGreaterThan(30);
    expect(outcomes.refused).toBeGreaterThan(5);
  });
});
