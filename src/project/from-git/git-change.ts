import type { Address } from '../../core/resource/index.ts';

interface ChangeBase {
  readonly target: Address;
  /** Absent: all environments that there are. */
  readonly environments?: readonly string[] | undefined;
  /** One line for people: which file, and what is different in it. */
  readonly why: string;
}

/**
 * One action that a change of files means. `announce` makes an object known that others refer to before its own values,
 * which refer back to them, can be given.
 */
export type GitChange =
  | (ChangeBase & { readonly kind: 'delete' | 'announce' | 'ensure' })
  | (ChangeBase & { readonly kind: 'rename'; readonly to: string });
