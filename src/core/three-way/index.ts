/** A live object against what a plan expects of it: as planned to, still as planned from, or changed by somebody else. */
export { hasValue, isBetween, isSameKey, type TextComparison } from './equal-values.ts';
export { describeOverlaps } from './describe-overlaps.ts';
export { differingFields, judgeChanges, judgeDelete, type JudgeInput, type Overlap, type Verdict } from './judge.ts';
export { declaredPaths, movedFields } from './moved-fields.ts';
