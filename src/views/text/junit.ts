/** One case of a JUnit report; without `failure` it passed. */
export interface JunitCase {
  readonly name: string;
  readonly group: string;
  readonly failure?: { readonly message: string; readonly text: string } | undefined;
  readonly skipped?: string | undefined;
}

/** Cases as JUnit XML, as CI systems show it. */
export function junitText(suite: string, cases: readonly JunitCase[]): string {
  const failures = cases.filter(({ failure }) => failure !== undefined).length;
  const skipped = cases.filter((entry) => entry.skipped !== undefined).length;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="signalbox" tests="${cases.length}" failures="${failures}" skipped="${skipped}">`,
    `  <testsuite name="${escapeXml(suite)}" tests="${cases.length}" failures="${failures}" skipped="${skipped}">`,
    ...cases.map(caseLine),
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
}

function caseLine(entry: JunitCase): string {
  const open = `    <testcase classname="${escapeXml(entry.group)}" name="${escapeXml(entry.name)}"`;
  if (entry.failure !== undefined) {
    return `${open}><failure message="${escapeXml(entry.failure.message)}">${escapeXml(entry.failure.text)}</failure></testcase>`;
  }
  return entry.skipped === undefined
    ? `${open}/>`
    : `${open}><skipped message="${escapeXml(entry.skipped)}"/></testcase>`;
}

function escapeXml(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#10;');
}
