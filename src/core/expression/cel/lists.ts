import {
  celEnv,
  celFunc,
  CelScalar,
  isCelList,
  isCelMap,
  listType,
  type CelFunc,
  type CelList,
  type CelMap,
  type CelValue,
} from '@bufbuild/cel';
import { toCelValue } from './values.ts';
import { currentEvaluation, spendSteps } from './evaluation.ts';
import { concatenate, listOf } from './flat-list.ts';

const { STRING, BOOL, DYN } = CelScalar;
const LIST = listType(DYN);
const standardEquals = celEnv().funcs.find('_==_');

/** Name under which every comprehension's range is metered; no author can write it. */
export const rangeFunction = '@range';

/** What tracing a route costs besides the call: it walks whole flows. */
const stepsOfRoute = 500;

/** Lists, comparison of lists and objects, and what the organisation holds; all of them spend steps by size. */
export const listFunctions: readonly CelFunc[] = [
  celFunc('_+_', [LIST, LIST], LIST, (left, right) => {
    spendSteps(right.size);
    return concatenate(left, right);
  }),
  celFunc(rangeFunction, [DYN], DYN, (range) => {
    if (isCelList(range) || isCelMap(range)) spendSteps(range.size);
    return range;
  }),
  celFunc('_==_', [DYN, DYN], BOOL, isEqual),
  celFunc('_!=_', [DYN, DYN], BOOL, (left, right) => !isEqual(left, right)),
  celFunc('@in', [DYN, LIST], BOOL, (value, list) => {
    for (const item of list) if (isEqual(item, value)) return true;
    return false;
  }),
  celFunc('resources', [STRING], LIST, (type) => listOf(currentEvaluation().scope.resources(type), toCelValue)),
  celFunc('ref', [STRING, STRING], DYN, (type, name) => toCelValue(currentEvaluation().scope.ref(type, name) ?? null)),
  celFunc('route', [STRING, STRING], DYN, (number, at) => {
    const { route } = currentEvaluation().scope;
    if (route === undefined) throw new Error('route(…) is known in the tests of a changeset only');
    spendSteps(stepsOfRoute);
    return toCelValue(route(number, at));
  }),
];

function isEqual(left: CelValue, right: CelValue): boolean {
  spendSteps(1);
  if (left === right) return true;
  if (isCelList(left)) return isCelList(right) && isSameList(left, right);
  if (isCelMap(left)) return isCelMap(right) && isSameMap(left, right);
  return standardEquals?.call(0, undefined, [left, right]) === true;
}

function isSameList(left: CelList, right: CelList): boolean {
  if (left.size !== right.size) return false;
  const others = right.values();
  for (const item of left) if (!isEqual(item, others.next().value as CelValue)) return false;
  return true;
}

function isSameMap(left: CelMap, right: CelMap): boolean {
  if (left.size !== right.size) return false;
  for (const [key, value] of left) {
    const other = right.get(key);
    if (other === undefined || !isEqual(value, other)) return false;
  }
  return true;
}
