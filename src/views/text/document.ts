/** Output is versioned with the word of the other file formats. */
const viewVersion = 'signalbox/v1';

/** A view as JSON text: `apiVersion`, `kind`, then the fields, indented, with a line end. Fields are only ever added. */
export function jsonDocument(kind: string, fields: object): string {
  return `${JSON.stringify({ apiVersion: viewVersion, kind, ...fields }, null, 2)}\n`;
}

/** Lines as text with a line end; two blank lines never follow each other. */
export function textOf(lines: readonly string[]): string {
  const kept = lines.filter((line, index) => line !== '' || (index > 0 && lines[index - 1] !== ''));
  return `${kept.join('\n').trimEnd()}\n`;
}
