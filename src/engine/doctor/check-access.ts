import type { Catalogue, EnvironmentRules, Mode } from '../../core/index.ts';
import { fine, type Check, type CredentialReport, type Operation, type TypeAccess } from './check.ts';

interface AccessRequest {
  readonly environment: EnvironmentRules;
  readonly catalogue: Catalogue;
}

const writing: readonly Operation[] = ['add', 'edit', 'delete'];

/** Permissions that the credential lacks for what it is used for, and types of which it can not see everything. */
export function checkAccess(use: 'read' | 'write', report: CredentialReport, request: AccessRequest): readonly Check[] {
  const lacking = report.types.flatMap((access) => lackingOf(use, access, modeOf(request, access.type)));
  const hidden = use === 'read' ? report.types.filter((access) => isPartlyHidden(access)) : [];
  return [
    ...(lacking.length === 0
      ? [fine(`${use} permissions`, `nothing is missing for ${report.types.length} types`)]
      : lacking),
    ...(use === 'read' ? [visibility(hidden)] : []),
  ];
}

function lackingOf(use: 'read' | 'write', access: TypeAccess, mode: Mode): readonly Check[] {
  const needed: readonly Operation[] =
    use === 'read' ? ['view'] : ['view', ...writing.filter((operation) => isWritten(mode, operation))];
  const missing = needed.flatMap((operation) =>
    (access.missing[operation] ?? []).map((permission) => ({ operation, permission })),
  );
  if (missing.length === 0) return [];
  const permissions = [...new Set(missing.map(({ permission }) => permission))];
  return [
    {
      name: `${use} permissions`,
      status: 'failed',
      detail: `${access.type} (${mode}): can not ${[...new Set(missing.map(({ operation }) => operation))].join(', ')}; missing ${permissions.join(', ')}`,
      remedy: `Give a role with ${permissions.join(', ')} to the OAuth client, or set the mode of the type to reference.`,
    },
  ];
}

function isWritten(mode: Mode, operation: Operation): boolean {
  if (mode === 'manage') return true;
  return mode === 'seed' && operation === 'add';
}

function isPartlyHidden(access: TypeAccess): boolean {
  return access.incompleteBecause !== undefined && (access.missing.view ?? []).length === 0;
}

function visibility(hidden: readonly TypeAccess[]): Check {
  const name = 'division visibility';
  if (hidden.length === 0) return fine(name, 'every object of every readable type can be seen');
  const detail = [...Map.groupBy(hidden, ({ incompleteBecause }) => incompleteBecause ?? '')]
    .map(([because, types]) => `${because}: ${types.map(({ type }) => type).join(', ')}`)
    .join('; ');
  return {
    name,
    status: 'warning',
    detail,
    remedy:
      'Grant the role in all divisions: without that, what is not seen counts neither as missing nor as deleted, and creating and deleting is refused.',
  };
}

function modeOf(request: AccessRequest, type: string): Mode {
  return request.environment.modes[type] ?? request.catalogue.find(type)?.defaultMode ?? 'reference';
}
