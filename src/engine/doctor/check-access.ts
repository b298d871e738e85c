import type { EnvironmentRules } from '../../core/index.ts';
import type { Catalogue, Mode } from '../../core/resource/index.ts';
import { fine, type Check, type CredentialReport, type Operation, type TypeAccess } from './check.ts';

interface AccessRequest {
  readonly environment: EnvironmentRules;
  readonly catalogue: Catalogue;
  readonly usedTypes?: ReadonlySet<string> | undefined;
}

const writing: readonly Operation[] = ['add', 'edit', 'delete'];

/** Permissions that the credential lacks for what it is used for, and types of which it can not see everything. */
export function checkAccess(use: 'read' | 'write', report: CredentialReport, request: AccessRequest): readonly Check[] {
  const lacking = report.types.flatMap((access) => lackingOf(use, access, modeOf(request, access.type)));
  const hidden = report.types.filter((access) => isPartlyHidden(access));
  return [
    lacking.length === 0
      ? fine(`${use} permissions`, `nothing is missing for ${report.types.length} types`)
      : permissionsCheck(use, lacking, { types: report.types.length, used: request.usedTypes }),
    // The write credential plans and compares too; it is only worth a line when it sees less.
    ...(use === 'read' || hidden.length > 0 ? [visibility(use, hidden)] : []),
  ];
}

/** What is missing for one type. */
interface Lack {
  readonly type: string;
  readonly operations: readonly Operation[];
  readonly permissions: readonly string[];
}

function lackingOf(use: 'read' | 'write', access: TypeAccess, mode: Mode): readonly Lack[] {
  const needed: readonly Operation[] =
    use === 'read' ? ['view'] : ['view', ...writing.filter((operation) => isWritten(mode, operation))];
  const operations = needed.filter((operation) => (access.missing[operation] ?? []).length > 0);
  if (operations.length === 0) return [];
  return [{ type: access.type, operations, permissions: operations.flatMap((name) => access.missing[name] ?? []) }];
}

/** One check for all types: what can not be done with which, and every permission to add, in one place. */
function permissionsCheck(
  use: 'read' | 'write',
  lacking: readonly Lack[],
  { types, used }: { readonly types: number; readonly used: ReadonlySet<string> | undefined },
): Check {
  const detail = [...Map.groupBy(lacking, ({ operations }) => operations.join(', '))]
    .map(([operations, lacks]) => `can not ${operations}: ${lacks.map(({ type }) => type).join(', ')}`)
    .join('; ');
  return {
    name: `${use} permissions`,
    status: lacking.some(({ type }) => used?.has(type) ?? true) ? 'failed' : 'warning',
    detail: `lacks some for ${lacking.length} of ${types} types; ${detail}`,
    remedy: `Give the OAuth client a role with ${listPermissions(lacking.flatMap(({ permissions }) => permissions))}; or set the mode of types you do not need to reference.`,
  };
}

/** `architect:flow (view, add), routing:queue (view)`: as the platform's role editor groups them. */
function listPermissions(permissions: readonly string[]): string {
  const actionOf = (permission: string): string => permission.slice(permission.lastIndexOf(':') + 1);
  return [
    ...Map.groupBy([...new Set(permissions)].toSorted(), (permission) =>
      permission.slice(0, permission.lastIndexOf(':')),
    ),
  ]
    .map(([entity, group]) => `${entity} (${group.map(actionOf).join(', ')})`)
    .join(', ');
}

function isWritten(mode: Mode, operation: Operation): boolean {
  if (mode === 'manage') return true;
  return mode === 'seed' && operation === 'add';
}

function isPartlyHidden(access: TypeAccess): boolean {
  return access.incompleteBecause !== undefined && (access.missing.view ?? []).length === 0;
}

function visibility(use: 'read' | 'write', hidden: readonly TypeAccess[]): Check {
  const name = use === 'read' ? 'division visibility' : 'write visibility';
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
