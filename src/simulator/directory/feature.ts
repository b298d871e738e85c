import type { Feature } from '../feature.ts';
import { externalIdentityRoutes } from './external-identity/external-identity.ts';
import { groupMemberRoutes } from './group-members.ts';
import { groupType } from './group.ts';
import { locationType } from './location.ts';
import { searchRoutes } from './search.ts';
import { teamMemberRoutes } from './team/team-members.ts';
import { teamType } from './team/team.ts';
import { userRuleType } from './user-rule/user-rule.ts';
import { userRoutingRoutes } from './user-routing.ts';
import { userType } from './user.ts';
import { voicemailRoutes } from './voicemail.ts';

/** Users, groups, teams and locations, their searches and voicemail policies. */
export const directoryFeature: Feature = {
  name: 'directory',
  types: [userType, groupType, teamType, locationType, userRuleType],
  routes: [
    ...userRoutingRoutes,
    ...groupMemberRoutes,
    ...teamMemberRoutes,
    ...externalIdentityRoutes,
    ...searchRoutes,
    ...voicemailRoutes,
  ],
};
