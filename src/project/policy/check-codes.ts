import { nearestName, type Diagnostic } from '../../core/index.ts';
import { knownChecks } from '../../core/policy/index.ts';
import { problem, suggestion } from '../files/problem.ts';
import type { YamlFile, YamlPath } from '../files/yaml-file.ts';
import type { PolicyBlock } from './environment-policies.ts';

/** Codes under `policies:` of a file that are none, or that planning itself gives. `rules` are those of `policies/`. */
export function checkPolicyCodes(
  yaml: YamlFile,
  block: PolicyBlock | undefined,
  rules: readonly string[],
): readonly Diagnostic[] {
  const named: readonly { readonly code: string; readonly path: YamlPath }[] = [
    ...Object.keys(block?.checks ?? {}).map((code) => ({ code, path: ['policies', 'checks', code] })),
    ...(block?.waivers ?? []).map(({ check }, index) => ({
      code: check,
      path: ['policies', 'waivers', index, 'check'],
    })),
  ];
  return named.flatMap(({ code, path }) => {
    const place = path.at(-1) === 'check' ? yaml.locate(path) : yaml.locateKey(path);
    const where = `${place.file}:${place.line}:`;
    const check = knownChecks.find((known) => known.code === code);
    if (check?.plannedBy !== undefined)
      return [
        problem('SB2081', place, `${where} ${code} is checked by planning; what changes it: ${check.plannedBy}.`),
      ];
    if (check !== undefined || rules.includes(code)) return [];
    const nearest = nearestName(code, [...knownChecks.map((known) => known.code), ...rules]);
    return [
      problem('SB2080', place, `${where} "${code}" is no check and no rule of policies/.${suggestion(nearest, [])}`),
    ];
  });
}
