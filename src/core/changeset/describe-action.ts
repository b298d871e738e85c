import { formatAddress } from '../resource/address.ts';
import type { Action } from './action.ts';

/** The action in a few words, expressions as written: `delete routing_skill/Old`. */
export function describeAction(action: Action): string {
  switch (action.kind) {
    case 'ensure':
    case 'create':
    case 'update':
    case 'delete':
    case 'rename':
      return `${action.kind} ${formatAddress(action.target)}`;
    case 'forEach':
      return `forEach ${action.type}`;
    case 'forEachValue':
      return `forEach ${action.as} of a list`;
    case 'let':
      return `let ${action.name}`;
    default:
      return action satisfies never;
  }
}
