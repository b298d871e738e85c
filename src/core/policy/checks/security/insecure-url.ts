import { matchesGlob } from '../../../text/glob.ts';
import { defineCheck, findingsPerObject } from '../../policy-check.ts';
import { writtenTexts, type WrittenText } from '../../written-texts.ts';

const urlPattern = /\bhttp:\/\/([^\s/"'<>\\?#]+)/giu;
/** Hosts of names that are written like addresses and never called, and the machine itself. */
const uncalled: readonly string[] = ['json-schema.org', 'www.w3.org', 'schemas.xmlsoap.org', 'localhost', '127.0.0.1'];

/** SB1121: what is called outside is called over https. */
export const insecureUrl = defineCheck({
  code: 'SB1121',
  name: 'insecure-url',
  severity: 'warning',
  protectedSeverity: 'error',
  looksAt: 'every text that is written, flow contents included, for new `http://` addresses',
  parameters: { allowed: { default: [], meaning: 'globs of hosts that may be called without encryption' } },
  run: (context, { allowed }) =>
    findingsPerObject(context, (touched) =>
      writtenTexts(context.world, touched).flatMap((written) =>
        newHostsIn(written)
          .filter((host) => !allowed.some((glob) => matchesGlob(glob, host)))
          .map((host) => `${touched.address}: ${written.path} calls http://${host}.`),
      ),
    ),
});

function newHostsIn({ text, earlier }: WrittenText): readonly string[] {
  const hosts = hostsIn(text);
  if (hosts.length === 0) return [];
  const known = new Set(earlier.flatMap(hostsIn));
  return [...new Set(hosts)].filter((host) => !known.has(host));
}

/** Hosts without user names, which may be secret, and without ports. */
function hostsIn(text: string): readonly string[] {
  if (!/http:/iu.test(text)) return [];
  return [...text.matchAll(urlPattern)]
    .map(([, authority = '']) => authority.replace(/^.*@/u, '').replace(/:\d*$/u, '').toLowerCase())
    .filter((host) => !uncalled.includes(host));
}
