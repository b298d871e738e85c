/** The records of a CSV text (RFC 4180: quotes, doubled quotes, commas and line breaks inside quotes); blank lines are left out. */
export function parseCsv(text: string): readonly (readonly string[])[] {
  const records: string[][] = [];
  let record: string[] = [];
  let field = '';
  let isQuoted = false;
  const endRecord = (): void => {
    record.push(field);
    if (record.length > 1 || field !== '') records.push(record);
    record = [];
    field = '';
  };
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (isQuoted) {
      if (char !== '"') field += char;
      else if (text.charAt(at + 1) === '"') field += text.charAt((at += 1));
      else isQuoted = false;
    } else if (char === '"') isQuoted = true;
    else if (char === ',') field = (record.push(field), '');
    else if (char === '\n') endRecord();
    else if (char !== '\r' && !(char === '\uFEFF' && at === 0)) field += char;
  }
  endRecord();
  return records;
}

/** CSV text of records, every field in quotes. */
export function csvText(records: readonly (readonly string[])[]): string {
  const lines = records.map((record) => record.map((field) => `"${field.replaceAll('"', '""')}"`).join(','));
  return `${lines.join('\r\n')}\r\n`;
}
