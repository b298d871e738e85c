import type { CodeReason } from '../code-reason.ts';

/** Why built-in checks judge secrets and access, and what they say. */
export const accessCheckExplanations = {
  SB1120: {
    why: 'Whoever may read the object, the plan or the repository could use it. The finding names the place and never the value; a secret that was committed once has to be replaced where it is in use.',
    example: 'integration_action/CRM/Look up: config.request.headers.Authorization holds what looks like a secret.',
  },
  SB1121: {
    why: 'Without encryption anybody on the way can read and change what is sent. Names that only look like addresses, such as XML namespaces, and the machine itself do not count.',
    example: 'policies:\n  checks:\n    SB1121: { allowed: ["*.internal.example.com"] }',
  },
  SB1122: {
    why: 'A wildcard grows with every permission that the platform adds later. Wildcards that the role has already are left alone.',
    example: 'auth_role/Supervisor gets routing:*:view.',
  },
  SB1123: {
    why: 'Everybody who has the role gets the permission at once, in all divisions in which they have the role. A new role is not looked at: nobody has it yet.',
    example: 'auth_role/Supervisor gets routing:queue:edit.',
  },
  SB1124: {
    why: 'A role with its division is what lets somebody do something. Most audits ask for exactly these lines.',
    example: 'group_roles/Supervisors gets auth_role/Quality Evaluator in auth_division/Sales.',
  },
  SB1125: {
    why: 'A program with a wildcard may do whatever the platform adds later, and its secret is enough to do it. The roles are read when a client gets one, and only then.',
    example: 'oauth_client/CRM sync gets auth_role/Integration, which has routing:*:*.',
  },
  SB1126: {
    why: 'A program that works in all divisions reaches the data of departments it has nothing to do with, and of those that are made later.',
    example: 'oauth_client/CRM sync gets auth_role/Integration in all divisions.',
  },
} as const satisfies Readonly<Record<string, CodeReason>>;
