import type { Feature } from '../feature.ts';
import { groupMemberRoutes } from './group-members.ts';
import { groupType } from './group.ts';
import { locationType } from './location.ts';
import { searchRoutes } from './search.ts';
import { userRoutingRoutes } from './user-routing.ts';
import { userType } from './user.ts';
import { voicemailRoutes } from './voicemail.ts';

/** Users, groups and locations, their searches and voicemail policies. */
export const directoryFeature: Feature = {
  name: 'directory',
  types: [userType, groupType, locationType],
  routes: [...userRoutingRoutes, ...groupMemberRoutes, ...searchRoutes, ...voicemailRoutes],
};
