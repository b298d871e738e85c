import { celFunc, celMethod, CelScalar, listType, type CelFunc, type CelList } from '@bufbuild/cel';
import { strings } from '@bufbuild/cel/ext';
import { spendSteps } from './evaluation.ts';
import { listOf } from './flat-list.ts';

const { STRING, INT, DYN } = CelScalar;
const LIST = listType(DYN);
const maxTextLength = 1_000_000;

/**
 * Text functions: the standard extension, with those that can blow a text up replaced by bounded ones. `format` is left
 * out: it follows the machine's locale data.
 */
export const textFunctions: readonly CelFunc[] = [
  ...strings.filter((func) => func.name !== 'format'),
  celFunc('_+_', [STRING, STRING], STRING, (left, right) => left + checkLength(left.length + right.length, right)),
  celMethod('replace', STRING, [STRING, STRING], STRING, function replaceAll(from, to) {
    return replace(this, from, to, Number.POSITIVE_INFINITY);
  }),
  celMethod('replace', STRING, [STRING, STRING, INT], STRING, function replaceSome(from, to, count) {
    return replace(this, from, to, count < 0n ? Number.POSITIVE_INFINITY : Number(count));
  }),
  celMethod('split', STRING, [STRING], LIST, function splitAll(separator) {
    return textList(this.split(separator));
  }),
  celMethod('join', LIST, [], STRING, function joinPlain() {
    return join(this, '');
  }),
  celMethod('join', LIST, [STRING], STRING, function joinWith(separator) {
    return join(this, separator);
  }),
];

function checkLength(length: number, text: string): string {
  if (length > maxTextLength) throw new Error(`a text longer than ${maxTextLength} characters`);
  return text;
}

function textList(parts: readonly string[]): CelList {
  spendSteps(parts.length);
  return listOf(parts, (part) => part);
}

function replace(text: string, from: string, to: string, count: number): string {
  const parts = text.split(from);
  const replaced = Math.min(count, parts.length - 1);
  checkLength(text.length + replaced * (to.length - from.length), text);
  spendSteps(parts.length);
  const head = parts.slice(0, replaced + 1).join(to);
  return replaced === parts.length - 1 ? head : [head, ...parts.slice(replaced + 1)].join(from);
}

function join(list: CelList, separator: string): string {
  spendSteps(list.size);
  const parts = Array.from(list, (item) => {
    if (typeof item !== 'string') throw new Error('join takes a list of texts; write map(x, string(x)) before it');
    return item;
  });
  const length = parts.reduce((sum, part) => sum + part.length + separator.length, 0);
  checkLength(length, separator);
  return parts.join(separator);
}
