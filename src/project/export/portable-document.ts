import type { JsonObject } from '../../core/index.ts';

/** A document on its way into a file: references as `{ $ref }`, content as `{ $content: digest }`. */
export interface PortableDocument {
  readonly type: string;
  readonly key: readonly string[];
  readonly document: JsonObject;
  /** Text of its content. */
  readonly contentText?: string | undefined;
  /** Who owns the object, where that is not Signalbox; the file's label `managedBy` says so. */
  readonly managedBy?: string | undefined;
}
