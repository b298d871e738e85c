import type {
  Action,
  ChangeMetadata,
  ChangeTest,
  Diagnostic,
  EnvironmentRules,
  Json,
  JsonObject,
  OwnershipRule,
  SourceLocation,
  TextSpans,
} from '../core/index.ts';
import type { SourceFiles } from './files/source-files.ts';
import type { Mode, Portability } from '../core/resource/index.ts';
import type { PolicyBlock } from './policy/environment-policies.ts';
import type { LoadedPolicy } from './policy/load-policy.ts';
import type { YamlFile, YamlPath } from './files/yaml-file.ts';

/** What `signalbox.yaml` says. */
export interface ProjectSettings {
  readonly name: string;
  /** Names of environments in the order of promotion. */
  readonly environments: readonly string[];
  readonly modes: Readonly<Record<string, Mode>>;
  readonly ownership: readonly OwnershipRule[];
  /** Modes of single objects. */
  readonly objectModes: EnvironmentRules['objectModes'];
  /** Portability that differs from the descriptors', by type. */
  readonly portability: Readonly<Record<string, Portability>>;
  /** What every change must say of itself. */
  readonly requiredMetadata: readonly MetadataField[];
  /** How checks are taken and what is waived, for all environments. */
  readonly policies?: PolicyBlock | undefined;
}

/** What a change says of itself besides its name and lane. */
export type MetadataField = 'owner' | 'reason' | 'workItem';

/** How an environment is reached. Credentials are references, never values. */
export interface EnvironmentConnection {
  readonly region: string;
  /** Credential references. Simulate, export and drift never resolve `write`. */
  readonly credentials: { readonly read?: string | undefined; readonly write?: string | undefined };
  /** Instead of the addresses that belong to the region. */
  readonly apiUrl?: string | undefined;
  readonly loginUrl?: string | undefined;
  readonly gateway?: GatewaySettings | undefined;
  readonly apiBudget: { readonly requestsPerMinute: number; readonly reserve: number };
  readonly requestTimeoutSeconds?: number | undefined;
}

/** A gateway between us and the platform. */
export interface GatewaySettings {
  readonly protocol: 'http' | 'https';
  readonly host: string;
  readonly port?: number | undefined;
  readonly pathParams: readonly { readonly name: string; readonly value: string }[];
  /** Credential reference for the gateway itself. */
  readonly credentials?: string | undefined;
}

/** One environment file. */
export interface LoadedEnvironment {
  readonly name: string;
  readonly rules: EnvironmentRules;
  /** Digest of the rules: no comments, no connection, no credentials. Part of every decision. */
  readonly digest: string;
  readonly connection: EnvironmentConnection;
  readonly source: SourceLocation;
  /** Where a value of the file stands. */
  readonly locate: (path: YamlPath) => SourceLocation;
}

/** One document of config/. */
export interface ProjectDocument {
  /** One-line address. */
  readonly address: string;
  readonly type: string;
  readonly key: readonly string[];
  /** The fields it owns, references as `{ $ref }`, content as `{ file, substitutions? }`. Key fields are not in it. */
  readonly document: JsonObject;
  readonly labels: Readonly<Record<string, string>>;
  /** Environments it is for; absent: all. */
  readonly environments?: readonly string[] | undefined;
  /** The environment whose own folder it stands in: it exists only there, or changes the shared document there. */
  readonly environment?: string | undefined;
  readonly source: SourceLocation;
  /** Where its texts with expressions stand, by their way in `document`. */
  readonly spans?: TextSpans | undefined;
  /** Where a value of `document` stands. */
  readonly locate: (path: YamlPath) => SourceLocation;
}

/** What a changeset asks its builder for. */
export interface InputDeclaration {
  /** `secret`: where one is kept, such as `env:SIP_PASSWORD`; never the secret itself. */
  readonly type: 'string' | 'number' | 'boolean' | 'list' | 'object' | 'secret';
  readonly description?: string | undefined;
  readonly default?: Json | undefined;
  readonly allowed?: readonly Json[] | undefined;
}

/** An action as written: `ensure`, `create` and `update` may still have to take their document from config/. */
export interface AuthoredAction {
  readonly action: Action;
  readonly fromConfig: boolean;
  /** Where it stands in its file. Actions of one entry share it. */
  readonly path: YamlPath;
  /** Where the object it names stands, where it names one. */
  readonly targetPath?: YamlPath | undefined;
  /** The actions inside it, as many as `action` has and in their order. */
  readonly inner: readonly AuthoredAction[];
}

/** One changeset file, inputs not bound yet. */
export interface LoadedChangeset {
  readonly metadata: ChangeMetadata;
  readonly environments?: readonly string[] | undefined;
  readonly inputs: Readonly<Record<string, InputDeclaration>>;
  readonly actions: readonly AuthoredAction[];
  readonly tests: readonly ChangeTest[];
  readonly source: SourceLocation;
  readonly yaml: YamlFile;
}

/** Everything a project's files say, as far as they can be read, and all that is wrong with them. */
export interface LoadedProject {
  /** Absolute path of the folder with `signalbox.yaml`. */
  readonly directory: string;
  /** What its files were read from when not from the folder: a revision. */
  readonly files?: SourceFiles | undefined;
  readonly project: ProjectSettings;
  /** In the order of promotion; those that signalbox.yaml does not list come last. */
  readonly environments: readonly LoadedEnvironment[];
  readonly changesets: readonly LoadedChangeset[];
  /** Sorted by address, shared documents before those of environments. */
  readonly documents: readonly ProjectDocument[];
  /** The project's own policies, sorted by file. */
  readonly policies: readonly LoadedPolicy[];
  readonly diagnostics: readonly Diagnostic[];
}
