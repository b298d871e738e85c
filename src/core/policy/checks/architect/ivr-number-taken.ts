import { isJsonArray, type Json } from '../../../json/json.ts';
import { addressOf } from '../../../plan/world/label.ts';
import { objectsOfType } from '../../../plan/world/listing.ts';
import { documentOf } from '../../../plan/world/projected-object.ts';
import type { ProjectedObject, World } from '../../../plan/world/world.ts';
import { defineCheck, findingsPerObject } from '../../policy-check.ts';

const callRoute = 'architect_ivr';

/** SB1144: a number that a call route gets is on no other call route once the plan is done. */
export const ivrNumberTaken = defineCheck({
  code: 'SB1144',
  name: 'ivr-number-taken',
  severity: 'error',
  types: [callRoute],
  looksAt: 'numbers that a call route gets, and the numbers of all call routes',
  run: (context) => {
    if (context.touched.length === 0) return [];
    const holders = holdersOfNumbers(context.world);
    return findingsPerObject(context, ({ object, address, before, after }) => {
      const had = numbersOf(before?.['dnis']);
      return numbersOf(after?.['dnis'])
        .filter((number) => !had.includes(number))
        .flatMap((number) => {
          const other = holders.get(number)?.find((holder) => holder !== object);
          return other === undefined
            ? []
            : [`${address} gets ${number}, which is on ${addressOf(context.world, other)}.`];
        });
    });
  },
});

function holdersOfNumbers(world: World): ReadonlyMap<string, readonly ProjectedObject[]> {
  const holders = new Map<string, ProjectedObject[]>();
  const descriptor = world.input.catalogue.find(callRoute);
  for (const object of descriptor === undefined ? [] : objectsOfType(world, descriptor)) {
    for (const number of numbersOf(documentOf(object)['dnis']))
      holders.set(number, [...(holders.get(number) ?? []), object]);
  }
  return holders;
}

function numbersOf(value: Json | undefined): readonly string[] {
  return isJsonArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
