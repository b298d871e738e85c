import { parse } from 'yaml';
import { isJsonObject, type Json } from '../../core/index.ts';

/** Parsers of content texts by format name. Dates stay the texts they are, as Architect writes them. */
export const contentFormats: Readonly<Record<string, (text: string) => Json>> = {
  'architect-yaml': (text) => {
    const parsed = parse(text, { schema: 'core', maxAliasCount: 100 }) as Json;
    if (isJsonObject(parsed)) return parsed;
    throw new Error(
      'this is no flow in YAML; flows saved as .i3 files are not accepted: export them from Architect as YAML.',
    );
  },
};
