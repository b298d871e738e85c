import type { Diagnostic, JsonObject, OwnershipRule } from '../../../core/index.ts';
import type { Contents } from '../../../core/resource/index.ts';

/** One live object as a file of a project holds it: no ids, no volatile fields, references as `{ $ref }`. */
export interface PortableDocument {
  /** One-line address; of objects that share their key `type/key~id8`, of children `type/parent/key~parent8-id8`. */
  readonly address: string;
  readonly type: string;
  /** Parent first; the last part of a shared key carries that mark. */
  readonly key: readonly string[];
  /** False when another live object has the same key: such a document is a record, not something to deploy. */
  readonly managed: boolean;
  /** Fields in the descriptor's order; references as `{ $ref }`, content as `{ $content: digest }`. */
  readonly document: JsonObject;
  /** Fields that were left out because what they refer to was not found or may not be seen. */
  readonly lost?: readonly string[] | undefined;
  /** Text of its content, where that was read. */
  readonly contentText?: string | undefined;
  /** Who owns the object as a whole, by the rules of the environment, where that is not Signalbox. */
  readonly managedBy?: OwnershipRule['owner'] | undefined;
}

/** One document, or none when the object can not be named or says nothing, and what is to be said of it or of all. */
export interface PortableResult {
  readonly document?: PortableDocument | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** An organisation that was read, with its documents made one by one. */
export interface OrganisationExport {
  readonly organisationId: string;
  readonly organisation: string;
  /** Types that were exported, sorted; also those without objects. */
  readonly types: readonly string[];
  /** Why not all objects of a type could be seen, by type. */
  readonly incomplete: ReadonlyMap<string, string>;
  /** What reading had to say; documents have more. */
  readonly diagnostics: readonly Diagnostic[];
  /** The documents in the order of their addresses, by code units. Each walk makes them anew and keeps none. */
  readonly results: () => Iterable<PortableResult>;
  /** True when it is certain that nothing with this address is there any more. */
  readonly isGone: (address: string) => boolean;
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
