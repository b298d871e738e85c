import { editorSettings } from '../wiring/editor/write-schemas.ts';
import { changesetFile } from './changeset-file.ts';
import { environmentFile } from './environment-file.ts';

/** One file of a new project. */
export interface StarterFile {
  /** Relative to the project, with `/`. */
  readonly path: string;
  readonly text: string;
  /** True when an existing file of this name is left alone instead of refused. */
  readonly isOptional?: boolean;
}

/** The commented files that `signalbox init` writes. */
export function starterFiles(name: string): readonly StarterFile[] {
  return [
    { path: 'signalbox.yaml', text: projectFile(name) },
    { path: 'environments/dev.yaml', text: environmentFile('dev', false) },
    { path: 'environments/uat.yaml', text: environmentFile('uat', false) },
    { path: 'environments/prod.yaml', text: environmentFile('prod', true) },
    { path: 'changesets/first-skill.yaml', text: changesetFile },
    {
      path: '.gitignore',
      text: '# The embedded store and what else belongs to this machine.\n.signalbox/\n',
      isOptional: true,
    },
    { path: '.vscode/settings.json', text: editorSettings(), isOptional: true },
  ];
}

function projectFile(name: string): string {
  return `# What this project is and what it manages.
# Every key is explained in the documentation; unknown keys are errors.
apiVersion: signalbox/v1
kind: Project
metadata:
  name: ${name}

# The environments in the order of promotion; each has a file under environments/.
environments: [dev, uat, prod]

# How types are kept where it differs from the defaults:
#   manage     in full
#   seed       create what is missing, then leave it alone
#   observe    watch for drift, never write
#   reference  only resolve names; never written, never exported (the default for users and divisions)
types: {}
#  architect_datatable_row: manage

# Who may write what; the first rule that fits decides. What another owner holds is refused.
ownership: []
#  - { type: routing_queue, name: "HR *", owner: business }

# How checks are taken (signalbox policy list shows all of them). Rules of your own stand in policies/<name>.yaml.
policies: {}
#  checks:
#    SB1101: { workItem: "CC-*" }
#    SB1133: { severity: off, reason: callers like music }
`;
}
