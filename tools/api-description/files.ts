import { join } from 'node:path';
import type { ApiDescription } from './describe.ts';

/** Where the simulator keeps the description. */
export const descriptionFolder = join(import.meta.dirname, '../../src/simulator/model');

/** The files of a description by name: JSON with a line for each type, operation and property. Same input, same bytes. */
export function descriptionFiles({ types, operations, models }: ApiDescription): Readonly<Record<string, string>> {
  return {
    'types.json': block(types, line),
    'operations.json': block(operations, line),
    'models.json': block(models, (properties) => block(properties, line, '  ').trimEnd()),
  };
}

function block<T>(entries: Readonly<Record<string, T>>, show: (value: T) => string, indent = ''): string {
  const lines = Object.entries(entries).map(([name, value]) => `${indent}  ${JSON.stringify(name)}: ${show(value)}`);
  return lines.length === 0 ? '{}\n' : `{\n${lines.join(',\n')}\n${indent}}\n`;
}

function line(value: unknown): string {
  return JSON.stringify(value);
}
