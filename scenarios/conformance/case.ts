import type { Cell } from './cells.ts';

/** A JSON object of the wire. */
export type Body = Readonly<Record<string, unknown>>;

/** What the suite has to be told of a type, because neither declarations nor facts say it. */
export interface Case {
  /** Laid over the body that the models and references give; `undefined` takes a property out. */
  readonly create?: Body | ((made: Made) => Promise<Body>);
  /** What an update changes; default: another description or name. */
  readonly update?: Body | ((object: Body, made: Made) => Body | Promise<Body>);
  /** Whether what was read after an update has the change, where the API shows it in another form than it takes it. */
  readonly isChanged?: (read: Body, change: Body) => boolean;
  /** Values of path parameters and further arguments by name. */
  readonly values?: (made: Made) => Promise<Readonly<Record<string, unknown>>>;
  /** Steps between create and get, such as publishing; returns the id where creation does not answer it. */
  readonly settle?: (made: Made, object: Body) => Promise<string | void>;
  /** Steps between update and get. */
  readonly settleUpdate?: (made: Made, answer: Body) => Promise<unknown>;
  /** Makes or finds an object where the API has no create; returns its id. */
  readonly find?: (made: Made) => Promise<string>;
  /** Why a cell does not apply: a fact about the platform. */
  readonly without?: Readonly<Partial<Record<Cell, string>>>;
  /** Cells that apply to this type although they do not to others like it. */
  readonly applies?: readonly Cell[];
  /** Where the id of a made or listed object is; default `id`. */
  readonly idOf?: (object: Body) => string;
  /** What a stale version is answered with; default 409. */
  readonly conflictStatus?: 400 | 409;
}

/** Makes what a body refers to, once for each type, through the SDK. */
export interface Made {
  /** Id of some object of the type; it is made when there is none yet. */
  readonly id: (type: string) => Promise<string>;
  /** A body that creates an object of the type. */
  readonly bodyFor: (type: string, label: string) => Promise<Body | readonly Body[]>;
  /** Values for the parameters in a type's paths: the objects that it lies under. */
  readonly valuesFor: (type: string) => Promise<Readonly<Record<string, unknown>>>;
}
