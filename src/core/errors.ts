import type { ErrorCodeMeaning } from './error.ts';

/** Codes of diagnostics that planning gives. */
export const planErrorCodes = {
  SB1001: {
    summary: 'The type is not in the catalogue',
    remedy: 'Correct the type; `docs/resource-types.md` lists all of them.',
  },
  SB1002: {
    summary: 'A reference names nothing that exists',
    remedy: 'Create the object in an earlier action, correct the name, or map it in the environment file.',
  },
  SB1003: {
    summary: 'A reference or target names several objects',
    remedy: 'Pin the address to one id in the environment file under `pins`.',
  },
  SB1004: {
    summary: 'A managed object was renamed by hand',
    remedy: 'Rename it in a changeset, or accept its new name into the baseline.',
  },
  SB1005: {
    summary: 'The type is not written by Signalbox here',
    remedy: 'Change the mode of the type in the project or environment, or leave the object to its owner.',
  },
  SB1006: {
    summary: 'The object or field belongs to another owner',
    remedy: 'Change it where its owner keeps it, or change the ownership rule.',
  },
  SB1007: {
    summary: 'Not all objects of the type are visible, so absence proves nothing',
    remedy: 'Give the client the permission over all divisions.',
  },
  SB1008: {
    summary: 'An iterator matched fewer or more objects than expected',
    remedy: 'Correct `where`, or say in `expect` how many are right.',
  },
  SB1009: {
    summary: 'The plan touches more objects than the environment allows',
    remedy: 'Split the changeset, or raise `limits.maxObjects`.',
  },
  SB1010: {
    summary: 'The plan deletes more objects than the environment allows',
    remedy: 'Split the changeset, or raise `limits.maxDeletes`.',
  },
  SB1011: {
    summary: 'Something that stays still refers to an object to be deleted',
    remedy: 'Take the reference out in the same changeset, before the delete.',
  },
  SB1012: {
    summary: 'The new name is already taken',
    remedy: 'Choose another name, or rename the other object first. Names can not be swapped in one changeset.',
  },
  SB1013: {
    summary: 'Objects refer to each other in a circle that can not be opened',
    remedy: 'Create them in two changesets: first without the reference, then with it.',
  },
  SB1014: {
    summary: 'A field can only be given when the object is made',
    remedy: 'Leave the field as it is, or make a new object.',
  },
  SB1015: {
    summary: 'A new object lacks a field it must have',
    remedy: 'Give the field under `set` or in the document.',
  },
  SB1016: {
    summary: 'A content text can not be read',
    remedy: 'Correct the text at the place named, and give every substitution a value.',
  },
  SB1017: {
    summary: 'A content text names itself differently from its address',
    remedy: 'Give both the same type and name. Another name inside the text would make a second object.',
  },
  SB1018: {
    summary: 'A content text names something that does not exist',
    remedy: 'Create it in the changeset, or correct the name in the text.',
  },
  SB1019: {
    summary: 'A relative changeset was already deployed here',
    remedy: 'Nothing is to be done; `--again` with a fresh approval applies it once more.',
  },
  SB1020: {
    summary: 'A field is not one of the type',
    remedy: 'Correct the field name; the detail suggests the nearest.',
  },
  SB1021: {
    summary: 'The organisation is not the one pinned for the environment',
    remedy: 'Use the credentials of the pinned organisation, or correct `organisation` in the environment file.',
  },
  SB1022: {
    summary: 'How far the search for users of a deleted object reached',
    remedy: 'Check by hand what was not looked into.',
  },
  SB1023: { summary: 'Objects of this type can not be renamed', remedy: 'Make a new object and delete the old one.' },
  SB1024: {
    summary: 'The changeset does not apply to this environment',
    remedy: 'Nothing is to be done: its `environments` leave this one out.',
  },
  SB1025: {
    summary: 'A document gives up a field that Signalbox wrote before',
    remedy: 'Nothing is to be done if that was meant: the field keeps its live value.',
  },
  SB1026: {
    summary: 'An address is not well-formed',
    remedy: 'Write `type/key`; percent-encode `/` and `%` inside a key part.',
  },
  SB1027: { summary: 'The object to rename does not exist', remedy: 'Correct the old name.' },
  SB1028: {
    summary: 'An expression gives the id of an object that is only about to be made',
    remedy:
      'Make that object in a changeset of its own first. Where the field is a reference, write `{ $ref: type/name }` instead of an id.',
  },
  SB1029: {
    summary: 'The values give an object a key that is not its own',
    remedy: 'Leave the name out of the values, or rename the object with a `rename` action.',
  },
  SB1030: {
    summary: 'A part that comes and goes with its parent can not be deleted',
    remedy: 'Empty its fields instead (`set` them to an empty list or `null`), or delete the parent.',
  },
  SB1031: {
    summary: 'Published content names a renamed object by its old name',
    remedy:
      'Correct the name in the text and publish it in the same changeset; until then the live version goes on working.',
  },
  SB1032: {
    summary: 'What an organisation has exactly one of can neither be made nor deleted',
    remedy: 'Change its fields with `ensure` instead, or take the action out of the changeset.',
  },
  SB1033: {
    summary: 'The public API does not offer this for the type',
    remedy:
      'Take the action out of the changeset and do it where the platform offers it (the Admin UI, mostly); then simulate again.',
  },
  SB1034: {
    summary: 'The platform removes more together with a deleted object',
    remedy: 'Nothing is to be done: what the platform made with the object goes with it, and comes back only with it.',
  },
  SB1035: {
    summary: 'An action is skipped here',
    remedy: 'Nothing is to be done if that was meant; otherwise correct its `environments` or its `when`.',
  },
  SB1036: {
    summary: 'An object to create is there already',
    remedy: 'Write `ensure` where either is fine, or `update` to change what is there; or choose another name.',
  },
  SB1037: {
    summary: 'An object to update is not there',
    remedy: 'Correct the name, or write `ensure` to make it where it is missing.',
  },
  SB1038: {
    summary: 'A list operator does not fit',
    remedy: 'Give $include and $exclude lists, alone in their object, where a list is; $replace stands alone, too.',
  },
  SB1039: {
    summary: 'An iterator over values was not given a list',
    remedy: 'Give `in` a list, or an expression that gives one.',
  },
  SB1040: {
    summary: 'A secret stands where it could be seen',
    remedy: 'Give a secret field an input of `type: secret` or `{ $secret: … }`, and no other field one.',
  },
  SB1041: {
    summary: 'Iterators make too many rounds',
    remedy: 'Narrow `where`, or take one iterator out of the other.',
  },
  SB1080: {
    summary: 'Several deleted objects have the key of a new one',
    remedy: 'Restore the right one by hand, or give the new object another name. Nothing is ever purged.',
  },
  SB1081: {
    summary: 'Deleted objects could not be looked through for one with the key of a new object',
    remedy: 'If the platform refuses the creation, restore the deleted object by hand or choose another name.',
  },
  SB1050: {
    summary: 'Something that belongs to one environment would be promoted',
    remedy:
      'Say `environments: [name]` with the one environment it is for, map the reference in the environment file, or let the type travel with `portability` in signalbox.yaml.',
  },
  SB1051: {
    summary: 'A reference has no counterpart in this environment',
    remedy:
      'Map the address in the environment file under `mappings`; `signalbox mappings suggest` proposes the missing ones.',
  },
  SB1052: {
    summary: 'A declared exception has expired',
    remedy: 'Remove the difference, or agree on a new day with the owner of the exception and write it into the file.',
  },
  SB1060: {
    summary: 'The plan writes over what somebody changed since the last deployment',
    remedy:
      'Deploy if that is meant. Otherwise take the new value into the changeset, or accept it into the baseline (`signalbox drift`), and simulate again.',
  },
} as const satisfies Record<string, ErrorCodeMeaning>;

/** A code that planning can give. */
export type PlanErrorCode = keyof typeof planErrorCodes;
