import type { CodeReason } from './code-reason.ts';

/** Why the codes of planning are what they are, and what they look like. */
export const planExplanations = {
  SB1001: {
    why: 'Signalbox only touches types that it has a descriptor for: without one it knows neither how to read such an object nor how to compare it.',
    example: '- ensure: { type: routing_queu, name: Billing }\n"routing_queu" is not a type Signalbox knows.',
  },
  SB1002: {
    why: 'References travel by name and are resolved in each environment. A name without a counterpart would leave a field empty or point elsewhere, so nothing is guessed.',
    example:
      'set: { queueFlow: { $ref: flow/inqueuecall/VIP hold } }\nrouting_queue/Billing refers to flow/inqueuecall/VIP hold, which does not exist in prod.',
  },
  SB1003: {
    why: 'Names are not unique for every type. Writing to one of two objects of the same name would be a guess.',
    example: 'environments/prod.yaml\npins:\n  - { address: location/Dublin, id: 0d1c…, reason: the office }',
  },
  SB1004: {
    why: 'What was deployed is remembered by its id. When that object has another name now, making a new one under the old name would leave two.',
    example: 'routing_queue/Billing is bound to the object 6f2a…, which is now called routing_queue/Invoices.',
  },
  SB1005: {
    why: 'Every type and object has a mode. Only `manage` is written at any time; `seed` only makes what is missing; `observe` and `reference` are never written.',
    example:
      'signalbox.yaml\ntypes: { user: manage }\nobjects: [{ resource: "routing_queue/Legacy *", mode: observe }]',
  },
  SB1006: {
    why: 'An ownership rule says that somebody else keeps this: Terraform, HR, the business. Two writers of one field undo each other.',
    example: 'ownership:\n  - { type: routing_queue, name: "Retail*", owner: terraform }',
  },
  SB1007: {
    why: 'A list that was read without permission over all divisions may leave objects out. What can not be seen is not taken for absent, so nothing is made or deleted on that ground.',
    example: 'routing_queue/Billing was not found, but queues of some divisions can not be seen.',
  },
  SB1008: {
    why: '`expect` guards iterators: a condition that suddenly matches nothing, or far too much, is more often a mistake than a wish.',
    example:
      '- forEach: { type: routing_queue, as: queue }\n  where: queue.labels.tier == "vip"\n  expect: { min: 1, max: 60 }\n212 objects of routing_queue match; 1 to 60 expected.',
  },
  SB1009: {
    why: '`limits.maxObjects` bounds what one deployment may touch, so that a wrong condition can not reach everything.',
    example: 'The plan touches 212 objects; prod allows 100.',
  },
  SB1010: {
    why: '`limits.maxDeletes` bounds deletions for themselves: they are the hardest to take back.',
    example: 'The plan deletes 12 objects; prod allows 5.',
  },
  SB1011: {
    why: 'The platform either refuses such a delete or leaves a reference to nothing, which a caller then meets.',
    example: 'routing_wrapupcode/Old is still used by routing_queue/Billing.',
  },
  SB1012: {
    why: 'Two objects of one key can not be told apart afterwards, and the platform refuses most of them.',
    example: '- rename: { type: routing_queue, name: Billing, to: Invoices }\nrouting_queue/Invoices exists already.',
  },
  SB1013: {
    why: 'A circle is opened by making one side first and linking it afterwards. Here every field of the circle has to be given at the creation.',
    example: 'These wait for each other: flow/inqueuecall/Hold, routing_queue/VIP.',
  },
  SB1014: {
    why: 'The platform takes this field only when the object is made; later writes of it are refused or ignored.',
    example: 'mediaType of routing_email_route/x can not be changed once the object exists.',
  },
  SB1015: {
    why: 'The platform refuses the creation without it. It is said here, before anything is written.',
    example: 'routing_queue_member/x is new and has no "user".',
  },
  SB1016: {
    why: 'Contents such as flows are read before they are published, so that a broken text stops the plan and not the organisation. Every {{name}} in it needs a value.',
    example: 'flow/inboundcall/Main: no value for {{greeting}}.',
  },
  SB1017: {
    why: 'The platform goes by the name inside the text. With another one it would make a second object, and leave the first as it is.',
    example: 'The text of flow/inboundcall/Main calls itself "inboundcall Main menu".',
  },
  SB1018: {
    why: 'Published contents name queues, flows and data actions by name. A name that means nothing makes the publishing fail, or the call.',
    example: 'flow/inboundcall/Main names routing_queue/Bilings, which does not exist in prod.',
  },
  SB1019: {
    why: 'A relative change computes new values from those that it writes. Run twice, it would double twice, so its artifact runs once per environment.',
    example: 'set: { acwSettings: { timeoutMs: "${queue.acwSettings.timeoutMs * 2}" } }',
  },
  SB1020: {
    why: 'A misspelt field would be sent, dropped by the platform, and never be noticed.',
    example: '"acwSetings" is not a field of routing_queue (routing_queue/Billing). Did you mean "acwSettings"?',
  },
  SB1021: {
    why: 'The organisation id of an environment is pinned, so that a wrong credential can not deploy to the wrong place.',
    example: 'prod is pinned to 5e1a…, but the organisation read is 77ab….',
  },
  SB1022: {
    why: 'Most users of an object are found by reading. Some can not be read at all, scripts for one; the plan says so instead of promising what it did not check.',
    example: 'Not looked into for users of deleted objects: script.',
  },
  SB1023: {
    why: 'For some types the name is the identity on the platform: another name is another object.',
    example: '- rename: { type: architect_datatable_row, table: Holidays, key: 2026-12-25, to: 2026-12-26 }',
  },
  SB1024: {
    why: 'A changeset may be for some environments only. It is skipped elsewhere, visibly.',
    example: 'spec: { environments: [dev] }',
  },
  SB1025: {
    why: 'Only declared fields are owned. A field that is taken out of a file is let go: nobody resets it.',
    example: 'routing_queue/Billing no longer declares description; the live value stays.',
  },
  SB1026: {
    why: 'Addresses are type and key in one line; a slash inside a name would be taken for the next part of the key.',
    example: 'routing_queue/VIP %2F Retail',
  },
  SB1027: {
    why: 'A rename keeps the id of an existing object. Without one there is nothing to keep.',
    example: 'routing_wrapupcode/Old does not exist, and nothing is called "Done".',
  },
  SB1028: {
    why: 'A new object gets its id from the platform when it is made, long after this value was computed and approved.',
    example: `queueId: "\${ref('routing_queue', 'New').id}"`,
  },
  SB1029: {
    why: 'The address says which object is meant. Values that call it something else would make it another one unseen.',
    example: '- ensure: { type: routing_queue, name: Billing }\n  set: { name: Invoices }',
  },
  SB1030: {
    why: 'Such a part is no object of its own: the platform has no call that removes it.',
    example: '- delete: { type: routing_queue_wrapupcodes, name: Billing }',
  },
  SB1031: {
    why: 'Published contents keep names. They go on working until they are published again, and fail then.',
    example: 'flow/inboundcall/Main names routing_queue/Invoices by its old name.',
  },
  SB1032: {
    why: 'There is exactly one such object in every organisation, from its first day to its last.',
    example: '- delete: { type: outbound_settings }',
  },
  SB1033: {
    why: 'The platform has no public call for it. Such an operation would fail in the middle of a deployment, so it is refused before.',
    example: 'flow_outcome/Sold can not be deleted: the public API has no delete for it.',
  },
  SB1034: {
    why: 'The platform deletes along what it made with the object. It is listed, so that nobody is surprised.',
    example: 'With architect_datatable/Holidays the platform removes its rows.',
  },
  SB1035: {
    why: 'An action may be for some environments only, or have a condition. That it was left out must be seen where the plan is read.',
    example: 'delete routing_skill/Trial: it is for dev.',
  },
  SB1036: {
    why: '`create` promises a new object. Changing one that somebody else made would break that promise.',
    example: 'routing_skill/VIP is there already, as 3c1f….',
  },
  SB1037: {
    why: '`update` promises that the object exists; making it unseen would hide a misspelt name.',
    example: 'routing_queue/Biling does not exist in prod.',
  },
  SB1038: {
    why: '`$include` and `$exclude` change a list that is there; `$replace` puts another value in its place. Beside other keys, or where no list is, it can not be told what they mean.',
    example: 'set: { memberGroups: { $include: [{ $ref: group/Seniors, type: GROUP }] } }',
  },
  SB1039: {
    why: 'An iterator over values needs several of them, even if it is a list of one.',
    example: 'forEach in: gives "Dublin", which is no list.',
  },
  SB1040: {
    why: 'Plans, artifacts and journals are kept and shown. So a secret field gets a reference, which is resolved while deploying, and no other field gets one: it would be readable there.',
    example: 'inputs:\n  crmKey: { type: secret, default: exec:pass show crm }',
  },
  SB1041: {
    why: 'Iterators inside iterators multiply. A bound keeps a plan from running for hours.',
    example: 'forEach routing_queue was stopped after 100000 rounds of all iterators.',
  },
  SB1050: {
    why: 'Sites, trunks, phones and the like belong to one organisation and mean nothing in the next. A change that comes from an earlier environment would carry them over.',
    example:
      'environments/prod.yaml\nmappings:\n  - { from: telephony_providers_edges_site/Lab, to: telephony_providers_edges_site/Dublin }',
  },
  SB1051: {
    why: 'Users, integrations and the like stand for a counterpart in each environment. Which one that is has to be declared: nothing is guessed when something is written.',
    example:
      'group/Supervisors refers to user/ann@uat.example.com: no mapping names it, and prod has no such user.\nsignalbox mappings suggest uat prod',
  },
  SB1052: {
    why: 'An exception holds until its day, so that somebody looks at it again. What it covered counts as undeclared from then on.',
    example:
      'exceptions:\n  - { resource: routing_queue/Billing, field: acwSettings, reason: pilot, owner: dana@example.com, expires: 2026-12-31 }',
  },
} as const satisfies Readonly<Record<string, CodeReason>>;
