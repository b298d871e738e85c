import type { ComparedObject } from '../../core/compare/index.ts';
import { digestJson, digestText, type Json } from '../../core/index.ts';
import type { Catalogue } from '../../core/resource/index.ts';
import type { PortableDocument } from '../export/index.ts';

/** What a document needs to be compared. */
export interface ComparableSources {
  readonly catalogue: Catalogue;
  readonly contentFormats: Readonly<Record<string, (text: string) => Json>>;
}

/**
 * A portable document as comparisons take it: its content by the digest of what it means, not of how it is written, where
 * it can be parsed.
 */
export function toComparedObject(
  { catalogue, contentFormats }: ComparableSources,
  portable: Pick<PortableDocument, 'address' | 'type' | 'key' | 'document' | 'contentText' | 'lost' | 'managed'>,
): ComparedObject {
  const { address, type, key, document, contentText, lost, managed } = portable;
  const rule = catalogue.find(type)?.content;
  const shared = !managed;
  if (rule === undefined) return { address, type, key, document, lost, shared };
  // Nothing tells whether there is no content or whether it could not be read.
  if (contentText === undefined) return { address, type, key, document, lost: [...(lost ?? []), rule.field], shared };
  const parse = contentFormats[rule.format];
  const $content = meaningOf(contentText, parse === undefined ? undefined : (text) => rule.canonical(parse(text)));
  return { address, type, key, document: { ...document, [rule.field]: { $content } }, lost, shared };
}

function meaningOf(text: string, read: ((text: string) => Json) | undefined): string {
  try {
    return read === undefined ? digestText(text) : digestJson(read(text));
  } catch {
    return digestText(text);
  }
}
