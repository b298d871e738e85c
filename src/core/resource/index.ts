/** What a resource is: its type, key, document and wire form. Nothing here knows of plans or of the author's files. */
export { formatAddress, parseAddress, type Address } from './address.ts';
export type { ApiCapability, ApiRules, DeleteRules, ListRules, RevisionRules } from './api-rules.ts';
export { revisionsOf, type StateRule, type WriteRules } from './api-rules.ts';
export { fingerprint, isSameField, normaliseDocument, toDocument, withDefaults } from './canonical-form.ts';
export type { Catalogue, ContentReference, ContentRule, EffectRule, HiddenFieldRule } from './descriptor.ts';
export type { InteractionEffect, SideEffectKind } from './descriptor.ts';
export type { KeyRule, Level, ListRule, Mode, PermissionRule, Portability, ReferenceRule } from './descriptor.ts';
export type { ResourceDescriptor, Reversibility, Shape, TypeLimits } from './descriptor.ts';
export { comparableKey, isSingle, keyOfDocument, singleName, type KeyOfHandle } from './key.ts';
export { fieldShape, type DescribedField, type FieldShape, type FieldShapes } from './field-shape/field-shapes.ts';
export { misfitsIn, type Misfit } from './field-shape/misfits.ts';
export { applyListOperator, isListOperator, listRuleAt } from './list/list-operators.ts';
export { keptAsWritten } from './content-text.ts';
export { isReadOnly, limitOn } from './limit.ts';
export type { Contents, LiveObject } from './live-object.ts';
export { placesOf, type ResolveHandle } from './reference-place.ts';
export { contentDigestOf, isLeaf, isLinkedReference, mapReferences, referencesIn, refOf } from './reference.ts';
export {
  isSecretReferenceText,
  secretReferenceKinds,
  secretReferenceOf,
  type SecretReference,
} from './secret/secret-reference.ts';
export type { Consumer, ContentSnapshot, ReadRequest, Snapshot, TypeListing } from './snapshot.ts';
export { keyLength, ownKeyFields, parentIdOf } from './part.ts';
export type { ReachKnowledge, ReviewKnowledge } from '../review/review-knowledge.ts';
export { refersTo, searchForUsers, unsearched } from './users.ts';
export { toCreateBody, toUpdateBody } from './wire-form.ts';
export { typeOperations, typeSheetOf } from './sheet/type-sheet.ts';
export type { Possibility, TypeOperation, TypeSheet } from './sheet/type-sheet.ts';
