import { isAllowed } from '../../access/permission.ts';
import type { Context } from '../../context.ts';
import { refId, textOf } from '../../kernel/values.ts';
import { parseFlow, type ParsedFlow } from '../content/parse-flow.ts';
import { resolveNames } from '../content/resolve-names.ts';
import { isLockedByOther, lockedText } from '../flow/flow-lock.ts';
import { findFlow } from '../flow/flow-type.ts';
import type { Publication } from '../flow/write-flow.ts';

/** What a text would publish, or why Architect refuses it. */
export type CheckedFlow =
  | { readonly kind: 'publishable'; readonly publication: Publication }
  | { readonly kind: 'refused'; readonly problems: readonly string[] };

/** Checks a flow's YAML as its publication does: form, lock, division, permission and everything it names. */
export function checkFlowText(context: Context, text: string): CheckedFlow {
  const result = parseFlow(text);
  if (result.kind === 'refused') return result;
  const parsed = result.flow;
  const existing = findFlow(context.organisation, parsed.kind, parsed.name);
  if (existing && isLockedByOther(context, existing))
    return { kind: 'refused', problems: [lockedText(context, existing)] };
  const division = divisionOf(context, parsed, refId(existing?.['division']));
  if (division === undefined) {
    return {
      kind: 'refused',
      problems: [`Unable to find the division with name '${parsed.division ?? ''}' (/${parsed.root}/division).`],
    };
  }
  if (!isAllowed(context.caller.authority, 'architect:job:create', division.id)) {
    return { kind: 'refused', problems: [`Missing permission architect:job:create in division '${division.name}'.`] };
  }
  const { used, problems } = resolveNames(context.organisation, parsed);
  if (problems.length > 0) return { kind: 'refused', problems };
  return { kind: 'publishable', publication: { parsed, divisionId: division.id, divisionName: division.name, used } };
}

function divisionOf(
  context: Context,
  parsed: ParsedFlow,
  currentId: string | undefined,
): { readonly id: string; readonly name: string } | undefined {
  const divisions = context.organisation.collection('auth_division');
  const found =
    parsed.division === undefined
      ? divisions.current(currentId ?? context.organisation.homeDivisionId)
      : divisions.currentNamed(parsed.division).find((division) => division['state'] !== 'deleted');
  return found && { id: found.id, name: textOf(found, 'name') };
}
