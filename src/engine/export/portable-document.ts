import type { Diagnostic, JsonObject } from '../../core/index.ts';
import type { Contents } from '../../core/resource/index.ts';

/** One live object as a file of a project holds it: no ids, no volatile fields, references as `{ $ref }`. */
export interface PortableDocument {
  /** One-line address; of objects that share their key `type/key~id8`. */
  readonly address: string;
  readonly type: string;
  /** Parent first; the last part of a shared key carries `~id8`. */
  readonly key: readonly string[];
  /** False when another live object has the same key: such a document is a record, not something to deploy. */
  readonly managed: boolean;
  /** Fields in the descriptor's order; references as `{ $ref }`, content as `{ $content: digest }`. */
  readonly document: JsonObject;
}

/** An organisation as documents, and what could not be exported as it is. */
export interface ExportedOrganisation {
  readonly organisationId: string;
  readonly organisation: string;
  /** Sorted by address, by code units. */
  readonly documents: readonly PortableDocument[];
  /** Texts of contents by digest. */
  readonly contents: Contents;
  readonly diagnostics: readonly Diagnostic[];
  /** Types that were exported, sorted; also those without objects. */
  readonly types: readonly string[];
}
