const secretNames = /^(?:.*password|.*secret|api_?key|private_?key|.*access_?token)$/iu;
const secretTexts =
  /-----BEGIN [A-Z ]*PRIVATE KEY-----|\bAKIA[0-9A-Z]{16}\b|\bghp_\w{36}\b|\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\./u;
// `$!{credentials.password}` is how data actions name a credential of their integration.
const computedTexts = /\$!?\{/u;
const credentialReferences = /^(?:file|exec|env|vault|aws-sm):/u;

/** True when the text is a secret by how it looks: a private key, an access key, a signed token. */
export function looksLikeSecret(text: string): boolean {
  return secretTexts.test(text);
}

/** True when the field's name says that its value is a secret, and the value is neither computed nor a reference. */
export function isSecretByName(name: string, text: string): boolean {
  return secretNames.test(name) && text !== '' && !computedTexts.test(text) && !credentialReferences.test(text);
}
