import { isSecretByName, secretsIn } from '../../../text/plain-secret.ts';
import { defineCheck, findingsPerObject } from '../../policy-check.ts';
import { writtenTexts } from '../../written-texts.ts';

/** What stands in an `Authorization` header: a scheme and the secret itself. */
const authorization = /^(?:Basic|Bearer)\s+[\w+/=.~-]{8,}$/iu;

/** SB1120: nothing that is written is a secret by its name or by how it looks. Secret fields are planning's business. */
export const plainSecret = defineCheck({
  code: 'SB1120',
  name: 'plain-secret',
  severity: 'error',
  looksAt: 'every text that is written: names such as `password`, forms such as private keys',
  run: (context) =>
    findingsPerObject(context, (touched) => {
      const texts = writtenTexts(context.world, touched)
        .filter(
          ({ name, text, earlier, isContent }) =>
            !earlier.includes(text) &&
            (bringsSecret(text, earlier) || (!isContent && (isSecretByName(name, text) || authorization.test(text)))),
        )
        .map(({ path }) => path);
      return [...new Set(texts)].map((path) => `${touched.address}: ${path} holds what looks like a secret.`);
    }),
});

/** True when a secret is in the text that was in none of the earlier ones: long texts are edited around what they hold. */
function bringsSecret(text: string, earlier: readonly string[]): boolean {
  const found = secretsIn(text);
  if (found.length === 0) return false;
  const known = new Set(earlier.flatMap(secretsIn));
  return found.some((secret) => !known.has(secret));
}
