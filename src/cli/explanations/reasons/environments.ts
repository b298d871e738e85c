import type { CodeReason } from './code-reason.ts';

/** Why the files of environments and policies are judged as they are, and what is said of them. */
export const environmentExplanations = {
  SB2060: {
    why: 'The state says what Terraform owns. When it can not be read, everything would count as free to write.',
    example: 'ownership:\n  - { from: terraform-state, file: terraform/prod.tfstate }',
  },
  SB2061: {
    why: 'A mapping has to give one answer for each address. Stars stand for the same text on both sides, so there are as many in both or none in `to`.',
    example: 'mappings:\n  - { from: "user/*@uat.example.com", to: "user/*@example.com" }',
  },
  SB2062: {
    why: 'An exception holds until its day, so that somebody looks at it again.',
    example: 'environments/prod.yaml:14: the exception for routing_queue/Billing acwSettings held until 2026-10-31.',
  },
  SB2063: {
    why: 'An OAuth client belongs to one organisation. Two environments with the same one are the same organisation, or one of them is mistaken.',
    example: 'environments/uat.yaml:6: the other environment and its file are named.',
  },
  SB2064: {
    why: 'Promotion means that something was proven elsewhere before. Two environments in one organisation prove nothing to each other.',
    example: 'uat and prod are both organisation 5e1a….',
  },
  SB2080: {
    why: 'A misspelt code would set nothing, and the check would go on as before.',
    example: 'signalbox policy list --env prod',
  },
  SB2081: {
    why: 'Without what planning checks, a plan could not be computed or carried out. What it allows is set elsewhere, and the message says where.',
    example: 'limits: { maxDeletes: 20 }        # what SB1010 allows',
  },
  SB2082: {
    why: 'Policies judge the plan and nothing else, so that `policy test` finds in a saved plan what a deployment would.',
    example: 'deny: plan.steps.exists(s, s.kind == "delete")',
  },
  SB2083: {
    why: 'A test of policies needs a plan as Signalbox writes it, with all its sections.',
    example: 'signalbox simulate vip --env dev --out policies/tests/vip-in-dev.json',
  },
  SB2090: {
    why: '"From eight to six" is another time in every place, and shifts twice a year. A window without a zone means nothing definite.',
    example:
      'timeZone: Europe/Dublin\nwindows:\n  - { name: nights, days: [mon, tue, wed, thu], from: "20:00", to: "06:00" }',
  },
  SB2091: {
    why: 'The emergency lane passes windows and freezes by where the environment lets it. The incident is the reason that remains.',
    example: 'metadata: { lane: emergency, incident: INC-4711, … }',
  },
} as const satisfies Readonly<Record<string, CodeReason>>;
