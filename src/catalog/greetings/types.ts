import type { ResourceDescriptor } from '../../core/resource/index.ts';
import { greeting } from './greeting.ts';
import { greetingUser } from './greeting-user.ts';
import { groupGreeting } from './group-greeting.ts';

/** The types of this area. */
export const greetingsTypes: readonly ResourceDescriptor[] = [greeting, greetingUser, groupGreeting];
