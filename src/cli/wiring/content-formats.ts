import { parse } from 'yaml';
import type { Json } from '../../core/index.ts';

/** Parsers of content texts by format name. Dates stay the texts they are, as Architect writes them. */
export const contentFormats: Readonly<Record<string, (text: string) => Json>> = {
  'architect-yaml': (text) => parse(text, { schema: 'core', maxAliasCount: 100 }) as Json,
};
