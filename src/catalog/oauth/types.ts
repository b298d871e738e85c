import type { ResourceDescriptor } from '../../core/resource/index.ts';
import { oauthClient } from './oauth-client.ts';

/** The types of this area. */
export const oauthTypes: readonly ResourceDescriptor[] = [oauthClient];
