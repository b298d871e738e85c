import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { knownChecks, stateOfChecks, type ParameterValue } from '../../src/core/policy/index.ts';

const page = readFileSync(join(import.meta.dirname, '../../docs/policies.md'), 'utf8').replaceAll(/\s+/gu, ' ');
const tests = ['architect', 'change', 'environment', 'routing', 'security']
  .map((area) => readFileSync(join(import.meta.dirname, 'checks', `${area}.test.ts`), 'utf8'))
  .join('\n');
const states = stateOfChecks({ protected: false });

describe.each(knownChecks.map((check) => ({ ...check, label: `${check.code} ${check.name}` })))('$label', (check) => {
  it('stands in docs/policies.md with severity, what it looks at, and parameters', () => {
    const own = check.protectedSeverity === undefined ? '' : `, ${check.protectedSeverity} where protected`;
    const brackets = check.plannedBy === undefined ? `${check.severity}${own}` : `changed by ${check.plannedBy}`;
    expect(page).toContain(`**${check.code} ${check.name}** (${brackets})`);
    expect(page).toContain(`${states.find(({ code }) => code === check.code)?.summary}. Looks at ${check.looksAt}.`);
    for (const [name, parameter] of Object.entries(check.parameters))
      expect(page).toContain(`- \`${name}\`: ${parameter.meaning}; ${textOf(parameter.default)} by default.`);
  });

  it('has examples of what it takes and of what it objects to, unless planning makes it', () => {
    expect(check.plannedBy !== undefined || tests.includes(`SB${check.code.slice(2)}`)).toBe(true);
  });
});

it('there are at least 25 checks, each with a code and a name of its own', () => {
  expect(knownChecks.length).toBeGreaterThanOrEqual(25);
  expect(new Set(knownChecks.map(({ code }) => code)).size).toBe(knownChecks.length);
  expect(new Set(knownChecks.map(({ name }) => name)).size).toBe(knownChecks.length);
});

function textOf(value: ParameterValue): string {
  if (typeof value === 'object') return value.length === 0 ? 'none' : value.join(', ');
  return `\`${value}\``;
}
