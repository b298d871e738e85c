import type { Catalogue, ResourceDescriptor } from '../../core/resource/index.ts';
import type { Clock } from '../../engine/index.ts';
import type { Visibility } from '../access/visibility.ts';
import type { GenesysClient } from '../client/client.ts';
import { platformError } from '../errors.ts';

/** What reading and writing of resources works with. */
export interface ResourceContext {
  readonly client: GenesysClient;
  readonly catalogue: Catalogue;
  readonly visibility: Visibility;
  readonly clock: Clock;
}

/** The type's descriptor; SB4016 for a type that the catalogue does not have. */
export function descriptorOf(catalogue: Catalogue, type: string): ResourceDescriptor {
  const descriptor = catalogue.find(type);
  if (descriptor === undefined)
    throw platformError('SB4016', {
      message: `The catalogue has no type ${type}.`,
      failure: 'rejected',
      context: { type },
    });
  return descriptor;
}

/** The error of an operation that the type does not have. */
export function unsupported(descriptor: ResourceDescriptor, operation: string): Error {
  const message = `The public API can not ${operation} a ${descriptor.noun}.`;
  return platformError('SB4016', { message, failure: 'rejected', context: { type: descriptor.type, operation } });
}
