import type { SourceLocation } from '../diagnostic/diagnostic.ts';
import type { TextSpans } from '../diagnostic/text-place.ts';
import type { JsonObject } from '../json/json.ts';

interface TestBase {
  readonly name: string;
  /** After every wave besides the end; only at the end when absent. */
  readonly when?: 'end' | 'every-wave' | undefined;
  /** How often more it is tried, and how long after; what reads the organisation is tried again besides while writes settle. */
  readonly retry?: { readonly times: number; readonly everySeconds: number } | undefined;
  /** For one try; 30 when absent. */
  readonly timeoutSeconds?: number | undefined;
  readonly source: SourceLocation;
  /** Where its texts with expressions stand: `/assert`. Left out of digests. */
  readonly spans?: TextSpans | undefined;
}

/** A condition over the deployed organisation. */
export interface AssertTest extends TestBase {
  /** CEL, true when the test passes. */
  readonly assert: string;
}

/** A call of a data action. It reaches the system behind the action, so its author says that this is meant. */
export interface DataActionTest extends TestBase {
  readonly dataAction: {
    /** Name of the action, and its category where several have the name. */
    readonly action: string;
    readonly category?: string | undefined;
    readonly inputs: JsonObject;
    /** CEL over `result`; without it the action must only succeed. */
    readonly expect?: string | undefined;
    readonly sideEffects: 'acknowledged';
  };
}

/** Where a call of a number would go at a time. */
export interface RouteTest extends TestBase {
  readonly route: {
    /** E.164. */
    readonly number: string;
    /** ISO instant. */
    readonly at: string;
    /** CEL over `route`. */
    readonly expect: string;
  };
}

/** A text, or a reference to a secret that is resolved when the test runs. */
export type TestValue = string | { readonly secret: string };

/** A request to some address. */
export interface HttpTest extends TestBase {
  readonly http: {
    readonly url: string;
    readonly method: 'GET' | 'POST';
    readonly headers: Readonly<Record<string, TestValue>>;
    readonly body?: string | undefined;
    readonly expect: { readonly status: number; readonly contains?: string | undefined };
  };
}

/** A program of the machine that deploys; it passes with exit code 0. */
export interface CommandTest extends TestBase {
  readonly command: {
    /** Program and arguments; no shell. */
    readonly run: readonly string[];
    readonly env: Readonly<Record<string, TestValue>>;
  };
}

/** A test after a deployment; the one key besides those of all tests tells its kind. In its texts `${…}` may stand. */
export type ChangeTest = AssertTest | DataActionTest | RouteTest | HttpTest | CommandTest;
