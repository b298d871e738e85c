import { isJsonArray, isJsonObject, type Json } from '../../core/index.ts';
import { shortDigest } from './amount.ts';
import { printable } from './width.ts';

/**
 * A value on one line as people read it: references by address, content by digest, text quoted, absent as `(not set)`.
 * Control characters are made visible.
 */
export function formatValue(value: Json | undefined): string {
  if (value === undefined) return '(not set)';
  if (value === null) return '(cleared)';
  if (typeof value === 'string') return printable(JSON.stringify(value));
  if (isJsonArray(value)) return `[${value.map(formatValue).join(', ')}]`;
  if (isJsonObject(value))
    return specialText(value) ?? `{ ${Object.entries(value).map(pair).join(', ')} }`.replace('{  }', '{}');
  return String(value);
}

function pair([name, value]: readonly [string, Json]): string {
  return `${/^[\w$-]+$/u.test(name) ? name : JSON.stringify(name)}: ${formatValue(value)}`;
}

function specialText(value: Readonly<Record<string, Json>>): string | undefined {
  const { $ref, $handle, $type, $content } = value;
  if (typeof $ref === 'string') return printable($ref);
  if (typeof $handle === 'string') return printable(`${typeof $type === 'string' ? `${$type}/` : ''}${$handle}`);
  if (typeof $content === 'string') return `content ${shortDigest($content)}`;
  return undefined;
}
