import type { CodeReason } from './code-reason.ts';

/** Why the codes of what review and rollback add to a plan are what they are, and what they look like. */
export const reviewExplanations = {
  SB1060: {
    why: 'Somebody changed the field by hand after the last deployment. The plan is right by the changeset, and undoes what that person did; so both values are told and nothing is decided.',
    example: 'serviceLevel.percentage was 0.8 after run_0mwq… and is 0.9 now; the plan sets it back to 0.8.',
  },
  SB1080: {
    why: 'The platform keeps deleted objects, and a creation brings the one of that name back under its old id. With several of one name nobody can tell which of them is meant.',
    example: 'routing_queue/Billing is the name of 2 deleted objects: 6f2a…, 91c0….',
  },
  SB1081: {
    why: 'The list of deleted objects could not be read whole. One with this key may be there, and the platform would refuse to make another.',
    example: 'routing_queue/Billing: not all are visible.',
  },
} as const satisfies Readonly<Record<string, CodeReason>>;
