import type { ResourceDescriptor } from '../../src/core/resource/index.ts';

/** An operation that our client sends for a type, and the permissions that the catalogue thinks it needs. */
export interface UsedOperation {
  readonly method: string;
  readonly path: string;
  readonly permissions: readonly string[];
}

/** Every operation that a descriptor's rules lead to. */
export function operationsUsed({ api, permissions }: ResourceDescriptor): readonly UsedOperation[] {
  const { list, get, create, update, delete: removal, settings, capability } = api;
  // What is published by jobs needs permissions of several operations; each of those asks for its own.
  const { view, add, edit } = capability.kind === 'flow-jobs' ? { view: [], add: [], edit: [] } : permissions;
  return [
    { method: list.method ?? 'GET', path: list.path, permissions: view },
    ...(get ? [{ method: 'GET', path: get.path, permissions: view }] : []),
    ...(create ? [{ method: create.method, path: create.path, permissions: add }] : []),
    ...(update ? [{ method: update.method, path: update.path, permissions: edit }] : []),
    ...(removal ? [{ method: 'DELETE', path: removal.path, permissions: permissions.delete }] : []),
    ...(settings ? ['GET', 'PUT'].map((method) => ({ method, path: settings.path, permissions: [] })) : []),
    ...ofCapability(capability, list.path),
  ];
}

function ofCapability(capability: ResourceDescriptor['api']['capability'], listPath: string): readonly UsedOperation[] {
  const post = (path: string): UsedOperation => ({ method: 'POST', path, permissions: [] });
  switch (capability.kind) {
    case 'crud':
      return [];
    case 'membership':
      return [
        post(listPath),
        capability.remove.kind === 'each'
          ? { method: 'DELETE', path: capability.remove.path, permissions: [] }
          : post(capability.remove.path),
      ];
    case 'flow-jobs':
      return [post(capability.publishPath), post(capability.exportPath), post(capability.validatePath)];
    case 'draft-publish':
      return [post(capability.publishPath)];
    case 'publish':
      return [post(capability.path)];
    case 'grants':
      return [post(capability.replacePath)];
    default:
      return capability satisfies never;
  }
}
