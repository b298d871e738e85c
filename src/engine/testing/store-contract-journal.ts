import { describe, expect, it } from 'vitest';
import type { JournalEntry } from '../ports.ts';
import type { ContractSubject } from './store-contract.ts';
import { sampleEntry, samplePlan, sampleRun } from './store-fixtures.ts';

/** What the journal promises: rows in order without gaps, all or nothing, every text as it was written. */
export function testJournalContract(subject: ContractSubject): void {
  describe('journal', () => {
    testAppending(subject);
    testSequence(subject);
    testTexts(subject);
  });
}

function testAppending({ store, lease }: ContractSubject): void {
  it('reads back all rows in order; an unknown run has none', async () => {
    const held = await lease();
    await store().addRun(held, sampleRun('run_1'));
    const rows = [
      sampleEntry(1, { data: { before: null, z: 1, a: [1.5, { deep: true }] } }),
      sampleEntry(2, { phase: 'outcome', direction: 'compensate' }),
      sampleEntry(3, { phase: 'verified' }),
    ];
    await store().appendJournal(held, 'run_1', rows.slice(0, 2));
    await store().appendJournal(held, 'run_1', []);
    await store().appendJournal(held, 'run_1', rows.slice(2));
    expect(await store().readJournal('run_1')).toEqual(rows);
    expect(await store().readJournal('run_9')).toEqual([]);
  });

  it('refuses rows for a run that the environment does not have', async () => {
    await store().addRun(await lease(), sampleRun('run_1'));
    await expect(store().appendJournal(await lease(), 'run_9', [sampleEntry(1)])).rejects.toMatchObject({
      code: 'SB5007',
    });
    await expect(store().appendJournal(await lease('uat'), 'run_1', [sampleEntry(1)])).rejects.toMatchObject({
      code: 'SB5007',
    });
  });

  it('keeps the runs of one environment apart', async () => {
    const held = await lease();
    await store().addRun(held, sampleRun('run_1'));
    await store().addRun(held, sampleRun('run_2'));
    await store().appendJournal(held, 'run_1', [sampleEntry(1)]);
    await store().appendJournal(held, 'run_2', [sampleEntry(1, { stepId: 's9' })]);
    expect((await store().readJournal('run_1'))[0]?.stepId).toBe('s1');
    expect((await store().readJournal('run_2'))[0]?.stepId).toBe('s9');
  });
}

function testSequence({ store, lease }: ContractSubject): void {
  const wrong: readonly { name: string; entries: readonly JournalEntry[] }[] = [
    { name: 'a seq that is taken', entries: [sampleEntry(2)] },
    { name: 'a row that is there already, word for word', entries: [sampleEntry(1)] },
    { name: 'a gap', entries: [sampleEntry(4)] },
    { name: 'a gap further on', entries: [sampleEntry(3), sampleEntry(5)] },
    { name: 'one seq twice', entries: [sampleEntry(3), sampleEntry(3)] },
    { name: 'rows in the wrong order', entries: [sampleEntry(4), sampleEntry(3)] },
  ];
  it.each(wrong)('refuses $name and writes nothing', async ({ entries }) => {
    const held = await lease();
    await store().addRun(held, sampleRun('run_1'));
    await store().appendJournal(held, 'run_1', [sampleEntry(1), sampleEntry(2)]);
    await expect(store().appendJournal(held, 'run_1', entries)).rejects.toMatchObject({ code: 'SB5006' });
    expect(await store().readJournal('run_1')).toEqual([sampleEntry(1), sampleEntry(2)]);
  });

  it('lets one of several writers of the same row win', async () => {
    const held = await lease();
    await store().addRun(held, sampleRun('run_1'));
    const writers = Array.from({ length: 6 }, (_, index) => `s${index}`);
    const done = await Promise.allSettled(
      writers.map((stepId) => store().appendJournal(held, 'run_1', [sampleEntry(1, { stepId })])),
    );
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await store().readJournal('run_1')).toHaveLength(1);
  });
}

function testTexts({ store, lease }: ContractSubject): void {
  const texts = [
    { name: 'other scripts and emoji', text: 'Größe 東京 🚦 e\u0301 \u202e' },
    { name: 'U+0000 and control characters', text: 'a\u0000b\u0001\u007f\u2028' },
    { name: 'half of a surrogate pair', text: 'x\ud800y' },
    { name: 'quotes and escapes', text: `'; drop table run; -- "\\u0000" \\` },
  ];
  it.each(texts)('keeps $name in rows, plans and baselines', async ({ text }) => {
    const held = await lease();
    const plan = samplePlan({ contents: { [text]: text } });
    await store().addRun(held, sampleRun('run_1', { plan }));
    await store().appendJournal(held, 'run_1', [sampleEntry(1, { data: { [text]: text } })]);
    await store().addFinding({ id: 'f1', environment: 'prod', at: '2026-03-01T10:00:00.000Z', data: text });
    expect((await store().findRun('run_1'))?.plan).toEqual(plan);
    expect((await store().readJournal('run_1'))[0]?.data).toEqual({ [text]: text });
    expect((await store().listFindings('prod'))[0]?.data).toBe(text);
  });

  it('keeps the order of keys', async () => {
    const held = await lease();
    await store().addRun(held, sampleRun('run_1'));
    const data = { zebra: 1, a: { y: 1, x: 2 }, mm: 3 };
    await store().appendJournal(held, 'run_1', [sampleEntry(1, { data })]);
    expect(JSON.stringify((await store().readJournal('run_1'))[0]?.data)).toBe(JSON.stringify(data));
  });

  it('keeps a plan of five megabytes', async () => {
    const plan = samplePlan({ contents: { 'sha256:1': 'flow: yes\n'.repeat(524_288) } });
    await store().addRun(await lease(), sampleRun('run_1', { plan }));
    expect((await store().findRun('run_1'))?.plan).toEqual(plan);
  });
}
