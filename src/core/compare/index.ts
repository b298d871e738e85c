/** Two environments side by side: what is the same, what mappings explain, what somebody declares, and what nobody does. */
export { predictionOf } from './comparison.ts';
export type { ComparedObject, ComparedRules, ComparedSide, ComparisonCount, ConfigDeclaration } from './comparison.ts';
export type { DifferenceClass, EnvironmentComparison, FieldDifference } from './comparison.ts';
export type { NotCompared, ObjectDifference } from './comparison.ts';
export { comparePair, judgeMissing, type Judgement } from './classify.ts';
export { addCounts, comparableAddress, comparableText, countOne } from './compare-documents.ts';
export { indexDeclarations, nothingCompared } from './compare-documents.ts';
export { createTranslator, normalised, type Translator } from './translate.ts';
