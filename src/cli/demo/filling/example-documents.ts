import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** One file below `config/` of the example, as it stands. */
export interface ExampleDocument {
  readonly type: string;
  readonly name: string;
  readonly spec: Readonly<Record<string, unknown>>;
  /** Parts of keys that are not called `name`. */
  readonly queue?: string;
  readonly table?: string;
  readonly key?: string;
  readonly flowType?: string;
}

/** What only the changeset brings: it is not there before the first deployment. */
const broughtByTheChange = new Set([
  'routing_skill VIP',
  'routing_queue VIP #3: Concierge',
  'routing_queue_wrapupcodes VIP #3: Concierge',
  'flow VIP hold',
]);

/** The documents of the example that every organisation has from the beginning. */
export function baseDocuments(project: string): readonly ExampleDocument[] {
  return globSync('config/**/*.yaml', { cwd: project })
    .toSorted()
    .map((file) => parse(readFileSync(join(project, file), 'utf8'), { schema: 'core' }) as ExampleDocument)
    .filter((document) => !broughtByTheChange.has(`${document.type} ${document.name ?? document.queue ?? ''}`));
}

/** The documents of one type. */
export function ofType(documents: readonly ExampleDocument[], type: string): readonly ExampleDocument[] {
  return documents.filter((document) => document.type === type);
}
