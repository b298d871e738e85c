/** The durable record of a run: its rows, what they add up to, and how they are added. */
export { createJournalWriter, type JournalWriter } from './journal-writer.ts';
export { foldJournal, hasEnded, isOutstanding, textsOf, type RunMemory, type StepRecord } from './run-memory.ts';
export {
  gatesStepId,
  testsStepId,
  toBeforeImage,
  waveStepId,
  type BeforeImage,
  type EndData,
  type FieldValue,
  type IntentData,
  type JournalRow,
  type OutcomeData,
  type RowFact,
  type VerifiedData,
  type WaveData,
} from './rows.ts';
