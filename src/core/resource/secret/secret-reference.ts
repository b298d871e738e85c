import { isJsonArray, isJsonObject, type Json } from '../../json/json.ts';

/** Kinds of references to secrets. */
export const secretReferenceKinds = ['file', 'exec', 'env', 'vault', 'aws-sm'] as const;

const secretReference = new RegExp(`^(?:${secretReferenceKinds.join('|')}):\\S`, 'u');

/** Where a secret is kept. It is read when it is written to the platform, and is never in a document, plan or journal. */
export interface SecretReference {
  /** `file:path`, `exec:command`, `env:NAME`. */
  readonly $secret: string;
  /** Changed by whoever changes the secret: with another version it is written again. */
  readonly version?: string;
}

/** True for a text that says where a secret is kept. */
export function isSecretReferenceText(text: string): boolean {
  return secretReference.test(text);
}

/** The reference to a secret `{ $secret, version? }`, or undefined for any other value. */
export function secretReferenceOf(value: Json | undefined): SecretReference | undefined {
  if (!isJsonObject(value) || typeof value['$secret'] !== 'string') return undefined;
  const { $secret, version } = value;
  return typeof version === 'string' ? { $secret, version } : { $secret };
}

/** The references to secrets anywhere in the value, in its order; one that stands twice comes twice. */
export function secretReferencesIn(value: Json): readonly SecretReference[] {
  const reference = secretReferenceOf(value);
  if (reference !== undefined) return [reference];
  if (isJsonArray(value)) return value.flatMap(secretReferencesIn);
  return isJsonObject(value) ? Object.values(value).flatMap(secretReferencesIn) : [];
}

/** True when a reference to a secret stands anywhere in the value. */
export function holdsSecretReference(value: Json): boolean {
  if (isJsonArray(value)) return value.some(holdsSecretReference);
  if (!isJsonObject(value)) return false;
  return typeof value['$secret'] === 'string' || Object.values(value).some(holdsSecretReference);
}
