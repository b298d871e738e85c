const secretNames = /^(?:.*password|.*secret|api_?key|private_?key|.*access_?token)$/iu;
const secretTexts =
  /-----BEGIN [A-Z ]*PRIVATE KEY-----|\bAKIA[0-9A-Z]{16}\b|\bghp_\w{36}\b|\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\./u;
// The same with all that belongs to each of them: the body of a key, the payload and signature of a token.
const wholeSecrets =
  /-----BEGIN [A-Z ]*PRIVATE KEY-----[^-]*|\bAKIA[0-9A-Z]{16}\b|\bghp_\w{36}\b|\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]*/gu;
// `$!{credentials.password}` is how data actions name a credential of their integration.
const computedTexts = /\$!?\{/u;
const credentialReferences = /^(?:file|exec|env|vault|aws-sm):/u;

/** True when the text is a secret by how it looks: a private key, an access key, a signed token. */
export function looksLikeSecret(text: string): boolean {
  return secretTexts.test(text);
}

/** Every part of the text that is a secret by how it looks: whole keys and tokens, each once, so that they can be compared. */
export function secretsIn(text: string): readonly string[] {
  return [...new Set(text.match(wholeSecrets))];
}

/** True when the field's name says that its value is a secret, and the value is neither computed nor a reference. */
export function isSecretByName(name: string, text: string): boolean {
  return secretNames.test(name) && text !== '' && !computedTexts.test(text) && !credentialReferences.test(text);
}

/** Shorter ones are not searched for: the text would be in pieces and the secret no safer. */
const shortest = 4;

/**
 * The text with every secret in it replaced, as it is, as it is written within JSON, and each of its lines. Encoded in any other
 * way it is not found. Secrets shorter than four characters are left alone.
 */
export function withoutSecrets(text: string, secrets: readonly string[]): string {
  const forms = secrets.flatMap((secret) => [secret, ...secret.split(/\r?\n/u)]).filter((form) => form.trim() !== '');
  const written = forms.flatMap((form) => [form, JSON.stringify(form).slice(1, -1)]);
  // Longer ones first, as they may hold shorter ones.
  return [...new Set(written)]
    .filter(({ length }) => length >= shortest)
    .toSorted((left, right) => right.length - left.length)
    .reduce((left, form) => left.replaceAll(form, '[secret]'), text);
}
