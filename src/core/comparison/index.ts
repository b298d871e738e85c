/** Live objects against what a plan expects of them: equal, still as before, or changed by somebody else. */
export { hasValue, isBetween, isSameKey, type TextComparison } from './compare.ts';
export { describeOverlaps } from './describe-overlaps.ts';
export { differingFields, judgeChanges, judgeDelete, type JudgeInput, type Overlap, type Verdict } from './judge.ts';
export { declaredPaths, movedFields } from './moved-fields.ts';
