import { SignalboxError, type ErrorCodeMeaning, type ErrorContext } from '../core/index.ts';

/** What can be wrong with the files of a project, its artifacts and its credential references. */
export const projectErrorCodes = {
  SB2001: { summary: 'A file can not be read.', remedy: 'Check that the file exists and that you may read it.' },
  SB2002: { summary: 'A file is not plain UTF-8.', remedy: 'Save the file as UTF-8 without a byte order mark.' },
  SB2003: {
    summary: 'A file is not well-formed YAML.',
    remedy: 'Correct the marked place. Quote texts that hold #, : or {.',
  },
  SB2004: {
    summary: 'A key stands twice in one object.',
    remedy: 'Keep one of the two; YAML would silently drop the other.',
  },
  SB2005: { summary: 'A file is indented with tabs.', remedy: 'Indent with spaces; YAML forbids tabs.' },
  SB2006: { summary: 'A file is empty.', remedy: 'Write its content or delete the file.' },
  SB2007: {
    summary: 'A file does not say what it is.',
    remedy: 'Begin it with apiVersion: signalbox/v1 and the kind that belongs in its folder.',
  },
  SB2008: { summary: 'A key is not known here.', remedy: 'Use the key that the message suggests, or remove it.' },
  SB2009: { summary: 'A value is missing or of the wrong kind.', remedy: 'Give the value that the message asks for.' },
  SB2010: {
    summary: 'A platform id stands where a name belongs.',
    remedy:
      'Write the name of the object: ids differ in every organisation. An ambiguous name is pinned in the environment file; where only an id can stand, give each environment its own under `values` and write `${env.values.name}`.',
  },
  SB2011: {
    summary: 'YAML cut a text at a comment sign.',
    remedy: 'Put the whole text in quotes, or move the comment to a line of its own.',
  },
  SB2012: {
    summary: 'A target does not name its object completely.',
    remedy: 'Give exactly the key fields of the type.',
  },
  SB2013: { summary: 'A resource type is not known.', remedy: 'Use the type that the message suggests.' },
  SB2014: {
    summary: 'A field is not known for its type.',
    remedy: 'Use the field that the message suggests, or remove it.',
  },
  SB2015: { summary: 'Two files describe the same thing.', remedy: 'Keep one of them.' },
  SB2016: {
    summary: 'A reference leads to nothing in the project.',
    remedy: 'Add the document, correct the name, or make sure the object exists in every environment.',
  },
  SB2017: {
    summary: 'A secret stands in plain text.',
    remedy: 'Take it out, change it where it is used, and write a credential reference instead.',
  },
  SB2018: {
    summary: 'An environment is not known.',
    remedy: 'Use a name from environments/, and list it in signalbox.yaml.',
  },
  SB2019: {
    summary: 'A file has a name that can not be kept.',
    remedy: 'Use lower-case letters, digits and hyphens, and let it agree with the name inside.',
  },
  SB2020: {
    summary: 'There is no project here.',
    remedy: 'Go to the folder that holds signalbox.yaml, or run signalbox init.',
  },
  SB2021: {
    summary: 'A content file can not be used.',
    remedy: 'Name a text file inside the project, relative to its root.',
  },
  SB2022: {
    summary: 'The document that an action takes from config/ is missing.',
    remedy: 'Add the document under config/, or leave out from: config and give set.',
  },
  SB2023: {
    summary: 'An input is missing or not allowed.',
    remedy: 'Give the inputs that the changeset declares, with values it allows.',
  },
  SB2024: { summary: 'There is no such changeset.', remedy: 'Use a name from changesets/.' },
  SB2025: {
    summary: 'An artifact is not what its digest says.',
    remedy: 'Build it again from its sources, or fetch the original file; never edit one.',
  },
  SB2026: { summary: 'A file is not an artifact.', remedy: 'Name a file that signalbox build wrote.' },
  SB2027: {
    summary: 'A file can not be written.',
    remedy: 'Check free space and permissions; nothing was left half-written.',
  },
  SB2028: {
    summary: 'A reference to a credential or a secret is of a kind that is not supported yet.',
    remedy: 'Use file:, exec: or env: for now; exec: can call the command line of any secret manager.',
  },
  SB2029: {
    summary: 'A credential reference gives no credential.',
    remedy: 'Check the reference; it must give JSON with clientId and clientSecret.',
  },
  SB2030: { summary: 'The project has errors.', remedy: 'Correct them; signalbox validate lists them all.' },
  SB2031: {
    summary: 'A credential comes from process variables in a protected environment.',
    remedy: 'Prefer file: or exec:; variables are visible to every child process.',
  },
  SB2032: {
    summary: 'YAML is used in a way that projects do not allow.',
    remedy: 'Write plain values; no tags, merge keys or self-references.',
  },
  SB2033: {
    summary: 'The folder for an export is not inside the project.',
    remedy: 'Name a folder of the project, such as config, or leave --into out.',
  },
  SB2090: {
    summary: 'A window or freeze of an environment says no definite time.',
    remedy: 'Give it a timeZone, or give the environment one, and let it end after it begins.',
  },
  SB2091: {
    summary: 'A change in the emergency lane names no incident.',
    remedy: 'Add metadata.incident with the number of the incident, or use the lane normal.',
  },
  SB2035: {
    summary: 'A value is not what its field holds.',
    remedy: 'Write what the message names. Where the platform takes it all the same, a warning can be left.',
  },
  SB2036: {
    summary: 'A type is not written by Signalbox here.',
    remedy: 'Set its mode under types: of the project or the environment, or leave the action to other environments.',
  },
  SB2060: {
    summary: 'A record that says who owns what can not be read.',
    remedy:
      'Name a Terraform state that this machine can read, or what `terraform show -json` prints; without it anything might be overwritten.',
  },
  SB2061: {
    summary: 'A mapping can not be followed.',
    remedy: 'Give each address one mapping, of one type, with as many stars in to as in from, or none.',
  },
  SB2062: {
    summary: 'A declared exception has expired.',
    remedy: 'Remove the difference, or agree on a new day with its owner.',
  },
  SB2063: {
    summary: 'Two environments are reached with the same credential.',
    remedy: 'Give each environment a client of its own organisation.',
  },
  SB2064: {
    summary: 'Two environments are the same organisation.',
    remedy: 'Give each environment the id of its own organisation.',
  },
  SB2080: {
    summary: 'A check or policy rule that is set is not known.',
    remedy: 'Use a code that signalbox policy list shows.',
  },
  SB2081: {
    summary: 'What planning itself checks can not be turned off or waived.',
    remedy: 'Change the setting that the message names.',
  },
  SB2082: {
    summary: 'A policy reads what it can not see.',
    remedy: 'Use plan, env and the variable of forEach; objects of the organisation are not there.',
  },
  SB2083: {
    summary: 'The plan of a policy test can not be used.',
    remedy: 'Name a file that signalbox simulate --out wrote, relative to the file of the test.',
  },
} as const satisfies Record<string, ErrorCodeMeaning>;

/** Codes of project errors. */
export type ProjectErrorCode = keyof typeof projectErrorCodes;

/** The error of a code, with the code's remedy. */
export function projectError(
  code: ProjectErrorCode,
  message: string,
  context: ErrorContext = {},
  cause?: unknown,
): SignalboxError<ProjectErrorCode> {
  return new SignalboxError({ code, message, remedy: projectErrorCodes[code].remedy, context, cause });
}
