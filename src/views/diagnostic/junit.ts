import type { Diagnostic } from '../../core/index.ts';
import { junitText, type JunitCase } from '../text/junit.ts';
import { formatLocation } from './human.ts';

/** Diagnostics as JUnit XML: errors fail, warnings and notes pass with their text; one passing case when there are none. */
export function diagnosticsToJunit(diagnostics: readonly Diagnostic[], checked: string): string {
  const cases = diagnostics.map(toCase);
  return junitText(checked, cases.length === 0 ? [{ name: 'everything is fine', group: checked }] : cases);
}

function toCase(entry: Diagnostic): JunitCase {
  const where = entry.source === undefined ? (entry.address ?? '') : formatLocation(entry.source);
  const name = [entry.code, entry.summary, where].filter((part) => part !== '').join(' ');
  if (entry.severity !== 'error') return { name, group: entry.severity };
  return { name, group: entry.severity, failure: { message: entry.summary, text: `${entry.detail}\n${entry.remedy}` } };
}
