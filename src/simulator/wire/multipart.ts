/** A part of a form: its bytes, and the name of its file where it is one. */
export type FormPart = { readonly bytes: Buffer; readonly fileName?: string };

/** The parts of a `multipart/form-data` body by name; undefined when the content type has no boundary. */
export function parseForm(
  body: string | Uint8Array,
  contentType: string | undefined,
): ReadonlyMap<string, FormPart> | undefined {
  const boundary = /boundary="?([^";]+)"?/iu.exec(contentType ?? '')?.[1];
  if (boundary === undefined) return undefined;
  const text = Buffer.from(body).toString('latin1');
  const parts = text.split(`--${boundary}`).slice(1, -1);
  return new Map(parts.flatMap((part) => parsePart(part) ?? []));
}

function parsePart(part: string): [[string, FormPart]] | undefined {
  const end = part.indexOf('\r\n\r\n');
  const head = part.slice(0, Math.max(end, 0));
  const name = /name="([^"]*)"/iu.exec(head)?.[1];
  if (end < 0 || name === undefined) return undefined;
  const fileName = /filename="([^"]*)"/iu.exec(head)?.[1];
  const bytes = Buffer.from(part.slice(end + 4).replace(/\r\n$/u, ''), 'latin1');
  return [[name, { bytes, ...(fileName === undefined ? {} : { fileName }) }]];
}
