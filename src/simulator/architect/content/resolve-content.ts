import type { Organisation } from '../../state/organisation.ts';
import { configurationInText } from '../architect-file/configuration.ts';
import { resolveManifest } from '../architect-file/manifest.ts';
import { parseFlow } from './parse-flow.ts';
import { resolveNames, type Resolution } from './resolve-names.ts';

/** What a stored content uses in an organisation, and what stands against its publication, whatever its form. */
export function resolveContent(organisation: Organisation, content: string): Resolution {
  const file = configurationInText(content);
  if (file) return resolveManifest(organisation, file);
  const result = parseFlow(content);
  return result.kind === 'refused' ? { used: [], problems: result.problems } : resolveNames(organisation, result.flow);
}
