import { celFunc, CelScalar, type CelFunc, type CelValue } from '@bufbuild/cel';

const { INT, DOUBLE, DYN } = CelScalar;
type Operation = (left: number, right: number) => number;

/**
 * Arithmetic that takes whole and fractional numbers together. JSON numbers are doubles in CEL and literals are ints,
 * and the standard has no `double * int`.
 */
export const numberFunctions: readonly CelFunc[] = [
  ...mixed('_+_', (left, right) => left + right),
  ...mixed('_-_', (left, right) => left - right),
  ...mixed('_*_', (left, right) => left * right),
  ...mixed('_/_', (left, right) => left / checkDivisor(right)),
  ...mixed('_%_', (left, right) => left % checkDivisor(right)),
  celFunc('_/_', [DOUBLE, DOUBLE], DOUBLE, (left, right) => left / checkDivisor(right)),
  celFunc('_%_', [DOUBLE, DOUBLE], DOUBLE, (left, right) => left % checkDivisor(right)),
  celFunc('_/_', [INT, INT], INT, (left, right) => left / checkWholeDivisor(right)),
  celFunc('_%_', [INT, INT], INT, (left, right) => left % checkWholeDivisor(right)),
  ...[2, 3, 4].flatMap((count) => [extreme('min', count, -1), extreme('max', count, 1)]),
  celFunc('abs', [INT], INT, (value) => (value < 0n ? -value : value)),
  celFunc('abs', [DOUBLE], DOUBLE, Math.abs),
  ...rounding('round', (value) => Math.sign(value) * Math.round(Math.abs(value))),
  ...rounding('floor', Math.floor),
  ...rounding('ceil', Math.ceil),
];

function mixed(name: string, operation: Operation): CelFunc[] {
  return [
    celFunc(name, [INT, DOUBLE], DOUBLE, (left, right) => operation(Number(left), right)),
    celFunc(name, [DOUBLE, INT], DOUBLE, (left, right) => operation(left, Number(right))),
  ];
}

function rounding(name: string, round: (value: number) => number): CelFunc[] {
  return [celFunc(name, [INT], INT, (value) => value), celFunc(name, [DOUBLE], DOUBLE, round)];
}

function extreme(name: string, count: number, sign: number): CelFunc {
  return celFunc(
    name,
    Array.from({ length: count }, () => DYN),
    DYN,
    (...values: readonly CelValue[]) => {
      const [first, ...rest] = values.map((value) => numberIn(name, value));
      return rest.reduce((best, value) => (sign * Number(value) > sign * Number(best) ? value : best), first ?? 0);
    },
  );
}

function numberIn(name: string, value: CelValue): number | bigint {
  if (typeof value === 'number' || typeof value === 'bigint') return value;
  throw new Error(`${name}(…) takes numbers only`);
}

function checkDivisor(value: number): number {
  if (value === 0) throw new Error('division by zero');
  return value;
}

function checkWholeDivisor(value: bigint): bigint {
  if (value === 0n) throw new Error('division by zero');
  return value;
}
