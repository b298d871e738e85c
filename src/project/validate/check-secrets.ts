import { isJsonObject, mapPattern, type Diagnostic, type Json, type SourceLocation } from '../../core/index.ts';
import type { Catalogue } from '../../core/resource/index.ts';
import { problem } from '../files/problem.ts';
import type { YamlPath } from '../files/yaml-file.ts';
import type { LoadedEnvironment, ProjectDocument } from '../project.ts';
import { textsOf } from './walk-texts.ts';

const secretNames = /^(?:.*password|.*secret|api_?key|private_?key|.*access_?token)$/iu;
const secretTexts =
  /-----BEGIN [A-Z ]*PRIVATE KEY-----|\bAKIA[0-9A-Z]{16}\b|\bghp_\w{36}\b|\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\./u;
// `$!{credentials.password}` is how data actions name a credential of their integration.
const computedTexts = /\$!?\{/u;
const referenceKinds = /^(?:file|exec|env|vault|aws-sm):/u;

/** Secrets that stand in plain text in a document. The diagnostics never repeat them. */
export function checkDocumentSecrets(document: ProjectDocument, catalogue: Catalogue): readonly Diagnostic[] {
  const patterns = catalogue.find(document.type)?.secret ?? [];
  const declared = patterns.filter((pattern) => hasValueAt(document, pattern));
  return [
    ...declared.map((pattern) => secretProblem(document.locate(pattern.replaceAll('[]', '').split('.')), pattern)),
    ...checkTextSecrets(document.document, document.locate),
  ];
}

/** Secrets in any value of a file, found by the name of their field or by how they look. */
export function checkTextSecrets(value: Json, locate: (path: YamlPath) => SourceLocation): readonly Diagnostic[] {
  return textsOf(value)
    .filter(
      ({ path, text }) =>
        secretTexts.test(text) ||
        (secretNames.test(String(path.at(-1))) &&
          text !== '' &&
          !computedTexts.test(text) &&
          !referenceKinds.test(text)),
    )
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

function hasValueAt({ document }: ProjectDocument, pattern: string): boolean {
  if (!isJsonObject(document)) return false;
  let found = false;
  mapPattern(document, pattern, (value) => {
    if (value !== null && value !== '') found = true;
    return value;
  });
  return found;
}

function secretProblem(place: SourceLocation, name: string): Diagnostic {
  return problem('SB2017', place, `${place.file}:${place.line ?? 1}: ${name} holds a secret in plain text.`);
}
