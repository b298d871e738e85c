import type { CodeReason } from './code-reason.ts';

/** Why the files of a project are read as strictly as they are, and what is said of them. */
export const fileExplanations = {
  SB2001: {
    why: 'What can not be read can not be judged, and leaving it out could look like a deletion.',
    example: 'config/routing/routing_queue/billing.yaml can not be read.',
  },
  SB2002: {
    why: 'One text has to mean the same bytes everywhere: the digest of an artifact is made of them.',
    example: 'iconv -f utf-16 -t utf-8 billing.yaml > fixed.yaml',
  },
  SB2003: {
    why: 'The file is refused as a whole. Reading a part of it could lose the rest of what its author meant.',
    example: 'config/routing/routing_queue/vip.yaml:3: the place is marked.\nname: "VIP #1: Billing"',
  },
  SB2004: {
    why: 'YAML readers keep one of the two and drop the other without a word.',
    example: 'set:\n  description: Calls about bills\n  description: Bills',
  },
  SB2005: {
    why: 'A tab has no width, so nobody can tell what belongs to what. YAML forbids it.',
    example: 'changesets/vip.yaml:7: a tab is used to indent.',
  },
  SB2006: {
    why: 'An empty file may be one that was emptied by mistake. It is not taken for a wish.',
    example: 'config/routing/routing_skill/vip.yaml is empty.',
  },
  SB2007: {
    why: '`apiVersion` and `kind` say how a file is to be read, also by later versions of Signalbox.',
    example: 'apiVersion: signalbox/v1\nkind: Changeset',
  },
  SB2008: {
    why: 'A key that nobody reads is most often a misspelt one, and what it should have said would never happen.',
    example: 'metadata: { name: vip, owner: dana@example.com, reson: wrap-up }',
  },
  SB2009: {
    why: 'What a file has to say is known beforehand. A text where a number belongs is found here and not while deploying.',
    example: 'changesets/vip.yaml:9: the field and what belongs there are named.',
  },
  SB2010: {
    why: 'An id means something in one organisation only. Files are for all of them, so they name things; an ambiguous name is pinned in the file of one environment.',
    example: 'environments/prod.yaml\npins:\n  - { address: location/Dublin, id: 0d1c…, reason: the office }',
  },
  SB2011: {
    why: 'A `#` after a space begins a comment in YAML. In a name, the half behind it is lost without a word.',
    example: 'name: VIP #1: Billing      # read as "VIP"\nname: "VIP #1: Billing"    # the whole name',
  },
  SB2012: {
    why: 'A key has as many parts as the type needs. With one of them missing, several objects could be meant.',
    example: '- ensure: { type: architect_datatable_row, table: Holidays, key: "2026-12-25" }',
  },
  SB2013: {
    why: 'Types are named as the official Terraform provider names them, without `genesyscloud_`.',
    example: 'signalbox types queue',
  },
  SB2014: {
    why: 'A misspelt field would be sent, dropped by the platform, and never be noticed. A name that resembles nothing known may be newer than this version: that is a warning.',
    example: 'set: { acwSetings: { timeoutMs: 60000 } }',
  },
  SB2015: {
    why: 'Two files for one object would have to agree for ever, and which of them counts would be chance.',
    example:
      'config/routing/routing_queue/billing-2.yaml: routing_queue/Billing is described in config/routing/routing_queue/billing.yaml already.',
  },
  SB2016: {
    why: '`config/` holds documents of that type, but not this one. It is a warning, because the object may exist in the organisation.',
    example: 'config/ holds no routing_skill/VPI.',
  },
  SB2017: {
    why: 'What is in Git stays in Git, for everybody who can read it. The message never repeats the value.',
    example: 'inputs:\n  crmKey: { type: secret, default: exec:pass show crm }',
  },
  SB2018: {
    why: 'A misspelt environment would mean nowhere: a rule for it would never apply. `environments:` of signalbox.yaml gives the order of stages, so each has to stand there.',
    example: 'environments: [dev, uat, prod]',
  },
  SB2019: {
    why: 'The name of a file stays for good, and some file systems do not tell capitals from small letters. A changeset goes by the name of its file, so both have to agree.',
    example: 'changesets/vip-wrap-up.yaml\nmetadata: { name: vip-wrap-up, … }',
  },
  SB2020: {
    why: 'A project is a folder with a signalbox.yaml; everything is found from there.',
    example: 'cd contact-centre\nsignalbox validate\nsignalbox init',
  },
  SB2021: {
    why: 'Contents become part of the artifact. A file outside of the project would not be in Git, and could be anything of that machine.',
    example: '../elsewhere/main.yaml leads out of the project.',
  },
  SB2022: {
    why: '`from: config` takes the whole document from there, and there is none.',
    example: '- ensure: { type: routing_queue, name: Billing }\n  set: { description: Calls about bills }',
  },
  SB2023: {
    why: 'Inputs are bound when the artifact is built and are part of its digest. An undeclared one would change nothing, a missing one would leave a hole.',
    example: 'signalbox build vip --input factor=3',
  },
  SB2024: {
    why: 'A changeset goes by the name in its metadata, which is that of its file.',
    example: 'There is no changeset "vip-wrapup". Did you mean "vip-wrap-up"?',
  },
  SB2025: {
    why: 'What was tested and approved is this digest. An edited artifact is something that nobody looked at.',
    example: 'signalbox build vip-wrap-up',
  },
  SB2026: {
    why: 'Artifacts are canonical JSON in one known form. What is not is refused before any of it is believed.',
    example: 'signalbox simulate vip-wrap-up-db1c8734c263.artifact.json --env uat',
  },
  SB2027: {
    why: 'Files are written whole or not at all, so that a full disk leaves no half of one.',
    example: 'df -h .\nls -ld config',
  },
  SB2028: {
    why: 'The kind has its name already, and nothing behind it. `exec:` can call the command line of the same secret manager.',
    example: 'connection: { credentials: { read: "exec:pass show genesys/prod" } }',
  },
  SB2029: {
    why: 'Credentials are references, never values. What the reference gives has to be JSON with these two texts, and is shown nowhere.',
    example: '{ "clientId": "…", "clientSecret": "…" }',
  },
  SB2030: {
    why: 'An artifact is built from a project without errors, so that whoever deploys it meets none of them.',
    example: 'signalbox validate',
  },
  SB2031: {
    why: 'Every program that the process starts inherits its variables, and many print them when they fail.',
    example: 'environments/prod.yaml\nconnection: { credentials: { read: "file:/run/secrets/prod-read.json" } }',
  },
  SB2032: {
    why: 'Tags, merge keys and aliases without end make a file mean something else than what stands there, or let a small one unfold to millions of values.',
    example: 'base: &base { … }\nqueue: { <<: *base }        # merge keys are not allowed',
  },
  SB2033: {
    why: 'An export overwrites its folder. It only does so inside the project, where Git shows what was there before.',
    example: 'signalbox export --env dev --into config',
  },
  SB2035: {
    why: 'The platform refuses such a value, or drops it. A wrong kind is an error. A word that is not among the known ones may be newer than this version, so it is a warning.',
    example: 'acwSettings.wrapupPrompt is "MANDATRY". Did you mean "MANDATORY"?',
  },
  SB2036: {
    why: 'The mode of the type says that it is looked at or referred to, but not written. It is an error where that is so in every environment of the action, and a warning where it is in some.',
    example: 'signalbox.yaml\ntypes: { user: manage }',
  },
} as const satisfies Readonly<Record<string, CodeReason>>;
