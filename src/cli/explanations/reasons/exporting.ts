import type { CodeReason } from './code-reason.ts';

/** Why exports leave something out, and what they say of it. */
export const exportExplanations = {
  SB3051: {
    why: 'Documents name what they point at. What has no name, or may not be seen, can not be named, and an id would mean nothing elsewhere.',
    example: 'routing_queue/Billing queueFlow points at 6f2a…, which was not found or may not be seen.',
  },
  SB3052: {
    why: 'A document is found by its key. Without one no other environment could tell which object is meant.',
    example: 'The wrap-up code 3c1f… lacks name, or its parent may not be seen.',
  },
  SB3053: {
    why: 'A client sees the divisions of its roles. What lies in others is missing in the export and may well exist.',
    example: 'signalbox doctor --env dev',
  },
  SB3054: {
    why: 'A pattern that fits nothing is more often misspelt than meant.',
    example: 'signalbox export --env dev --include "routing_queue/VIP*"',
  },
  SB3055: {
    why: 'An export of a division that is not there would be empty, and look like a division without objects.',
    example: 'signalbox export --env dev --division Sales',
  },
  SB3056: {
    why: 'Contents name what they use in a text of their own. When the text can not be read, its dependencies are not exported along.',
    example: 'flow/inboundcall/Main: the text has no such form.',
  },
  SB3057: {
    why: 'Two names that differ only by case or by the form of an accent are one address. A reference to it could mean either object.',
    example: 'routing_queue/Billing is the address of 2 objects, and 3 references name it.',
  },
} as const satisfies Readonly<Record<string, CodeReason>>;
