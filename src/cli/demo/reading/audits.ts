import type { WireClient, WireObject } from './wire-client.ts';

/** One write as the organisation's own audit tells it. */
export interface Write {
  readonly entityId: string;
  readonly name: string;
  readonly action: string;
  /** ISO 8601. */
  readonly at: string;
}

/** What an OAuth client or a person has written since an instant, oldest first. */
export async function writesOf(
  eyes: WireClient,
  author: { readonly clientId: string } | { readonly userId: string },
  since: number,
): Promise<readonly Write[]> {
  const [property, value] = 'clientId' in author ? ['ClientId', author.clientId] : ['UserId', author.userId];
  const interval = `${new Date(since).toISOString()}/${new Date(Date.now() + 60_000).toISOString()}`;
  const writes: Write[] = [];
  for (let pageNumber = 1; ; pageNumber += 1) {
    const answer = await eyes.send('POST', '/api/v2/audits/query/realtime', {
      interval,
      filters: [{ property, value }],
      sort: [{ name: 'Timestamp', sortOrder: 'ascending' }],
      pageNumber,
      pageSize: 100,
    });
    const entities = answer['entities'] as readonly WireObject[];
    writes.push(...entities.map(toWrite));
    if (entities.length < 100) return writes;
  }
}

function toWrite(audit: WireObject): Write {
  const entity = audit['entity'] as WireObject | undefined;
  return {
    entityId: String(entity?.['id'] ?? ''),
    name: String(entity?.['name'] ?? ''),
    action: String(audit['action']),
    at: String(audit['eventDate']),
  };
}
