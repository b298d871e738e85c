import {
  isJsonObject,
  isSecretByName,
  looksLikeSecret,
  mapPattern,
  type Diagnostic,
  type Json,
  type JsonObject,
  type SourceLocation,
} from '../../core/index.ts';
import { isSecretReferenceText, secretReferenceOf, type Catalogue } from '../../core/resource/index.ts';
import { problem } from '../files/problem.ts';
import type { YamlPath } from '../files/yaml-file.ts';
import { allActions } from '../load/actions/all-actions.ts';
import type { LoadedChangeset, LoadedEnvironment, ProjectDocument } from '../project.ts';
import { textsOf } from './walk-texts.ts';

/** Kinds of references that are known and not read yet; a server may read them one day. */
const unreadKinds = /^(?:vault|aws-sm):/u;

const referenceKinds = /^(?:file|exec|env|vault|aws-sm):/u;

/** Secrets that stand in plain text in a document, and references to secrets that nothing can read. The diagnostics never repeat them. */
export function checkDocumentSecrets(document: ProjectDocument, catalogue: Catalogue): readonly Diagnostic[] {
  return [
    ...checkSecretFields(document.document, document.type, { catalogue, locate: document.locate }),
    ...checkTextSecrets(document.document, document.locate),
    ...checkReferencesAreRead(document.document, document.locate),
  ];
}

/**
 * Secrets in plain text in a changeset: in secret fields of types, in defaults of secret inputs, and by their looks; and
 * references to secrets that nothing can read.
 */
export function checkChangesetSecrets(changeset: LoadedChangeset, catalogue: Catalogue): readonly Diagnostic[] {
  const { yaml, inputs, actions } = changeset;
  const ofInputs = Object.entries(inputs)
    .filter(([, { type, default: given }]) => type === 'secret' && given !== undefined && !isReferenceInput(given))
    .map(([name]) => secretProblem(yaml.locate(['spec', 'inputs', name, 'default']), `inputs.${name}.default`));
  const ofActions = allActions(actions).flatMap(({ action, path }) => {
    if (!('set' in action) || action.set === undefined) return [];
    const type = action.kind === 'forEach' ? action.type : action.target.type;
    const locate = (below: YamlPath): SourceLocation => yaml.locate([...path, 'set', ...below]);
    return checkSecretFields(action.set, type, { catalogue, locate });
  });
  return [
    ...ofInputs,
    ...ofActions,
    ...checkTextSecrets(yaml.value, yaml.locate),
    ...unreadInputs(changeset),
    ...checkReferencesAreRead(yaml.value, yaml.locate),
  ];
}

function checkSecretFields(
  values: JsonObject,
  type: string,
  { catalogue, locate }: { readonly catalogue: Catalogue; readonly locate: (path: YamlPath) => SourceLocation },
): readonly Diagnostic[] {
  const patterns = catalogue.find(type)?.secret ?? [];
  return patterns
    .filter((pattern) => holdsPlainText(values, pattern))
    .map((pattern) => secretProblem(locate(pattern.replaceAll('[]', '').split('.')), pattern));
}

function referenceOfInput(given: Json | undefined): Json | undefined {
  return isJsonObject(given) ? given['reference'] : given;
}

function isReferenceInput(given: Json): boolean {
  const reference = referenceOfInput(given);
  return typeof reference === 'string' && isSecretReferenceText(reference);
}

/** Secrets in any value of a file, found by the name of their field or by how they look. */
function checkTextSecrets(value: Json, locate: (path: YamlPath) => SourceLocation): readonly Diagnostic[] {
  return textsOf(value)
    .filter(({ path, text }) => looksLikeSecret(text) || isSecretByName(String(path.at(-1)), text))
    .map(({ path }) => secretProblem(locate(path), path.join('.')));
}

/** Credentials that are written out where a reference belongs. */
export function checkCredentialsAreReferences({ connection, source }: LoadedEnvironment): readonly Diagnostic[] {
  const given = {
    read: connection.credentials.read,
    write: connection.credentials.write,
    gateway: connection.gateway?.credentials,
  };
  return Object.entries(given)
    .filter(([, reference]) => reference !== undefined && !referenceKinds.test(reference))
    .map(([name]) => secretProblem(source, `connection.credentials.${name}`));
}

function unreadInputs({ yaml, inputs }: LoadedChangeset): readonly Diagnostic[] {
  return Object.entries(inputs).flatMap(([name, { type, default: given }]) => {
    const reference = type === 'secret' ? referenceOfInput(given) : undefined;
    return typeof reference === 'string' && unreadKinds.test(reference)
      ? [unreadProblem(yaml.locate(['spec', 'inputs', name, 'default']), reference)]
      : [];
  });
}

/** Warnings of references in an environment file that nothing can read: of its credentials and its tests. */
export function checkEnvironmentReferences({ connection, rules, locate }: LoadedEnvironment): readonly Diagnostic[] {
  const { read, write } = connection.credentials;
  const given = [
    { reference: read, path: ['connection', 'credentials', 'read'] },
    { reference: write, path: ['connection', 'credentials', 'write'] },
    { reference: connection.gateway?.credentials, path: ['connection', 'gateway', 'credentials'] },
  ];
  const ofTests = (rules.tests ?? []).flatMap((test, index) =>
    checkReferencesAreRead(test as unknown as Json, () => locate(['tests', index])),
  );
  return [
    ...given.flatMap(({ reference, path }) =>
      reference !== undefined && unreadKinds.test(reference) ? [unreadProblem(locate(path), reference)] : [],
    ),
    ...ofTests,
  ];
}

/** Warnings of references to secrets that nothing can read. Elsewhere a text that looks like one is just a text. */
function checkReferencesAreRead(value: Json, locate: (path: YamlPath) => SourceLocation): readonly Diagnostic[] {
  return textsOf(value)
    .filter(({ path, text }) => unreadKinds.test(text) && referenceFields.has(String(path.at(-1))))
    .map(({ path, text }) => unreadProblem(locate(path), text));
}

/** `secret` is the field of a test's header or variable. */
const referenceFields: ReadonlySet<string> = new Set(['$secret', 'secret']);

function unreadProblem(place: SourceLocation, reference: string): Diagnostic {
  const summary = `${place.file}:${place.line ?? 1}: ${reference} can not be read: its kind is not supported yet.`;
  return problem('SB2028', place, summary, { severity: 'warning' });
}

function holdsPlainText(values: JsonObject, pattern: string): boolean {
  let found = false;
  mapPattern(values, pattern, (value) => {
    found ||= value !== null && value !== '' && !isSafe(value);
    return value;
  });
  return found;
}

/** References, and what is computed: the planner refuses it when it gives plain text. */
function isSafe(value: Json): boolean {
  if (typeof value === 'string') return /^\$\{[\s\S]*\}$/u.test(value);
  if (secretReferenceOf(value) !== undefined) return true;
  return isJsonObject(value) && Object.values(value).every((inner) => inner === null || isSafe(inner));
}

function secretProblem(place: SourceLocation, name: string): Diagnostic {
  return problem('SB2017', place, `${place.file}:${place.line ?? 1}: ${name} holds a secret in plain text.`);
}
