import type { Feature } from '../feature.ts';
import { groupMemberRoutes } from './group-members.ts';
import { groupType } from './group.ts';
import { locationType } from './location.ts';
import { userRoutingRoutes } from './user-routing.ts';
import { userSearchRoute } from './user-search.ts';
import { userType } from './user.ts';

/** Users, groups and locations. */
export const directoryFeature: Feature = {
  name: 'directory',
  types: [userType, groupType, locationType],
  routes: [...userRoutingRoutes, ...groupMemberRoutes, userSearchRoute],
};
