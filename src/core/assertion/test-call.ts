import type { DataActionTest, HttpTest, TestValue } from '../changeset/change-test.ts';
import type { ChangeTest } from '../changeset/change-test.ts';
import { SignalboxError } from '../error.ts';
import { evaluateCondition } from '../expression/evaluate.ts';
import { interpolate } from '../expression/interpolation.ts';
import type { ExpressionScope } from '../expression/scope.ts';
import type { Json, JsonObject } from '../json/json.ts';
import { objectsOfType } from '../plan/world/listing.ts';
import { addressOf } from '../plan/world/label.ts';
import { keyOf } from '../plan/world/projected-object.ts';
import type { World } from '../plan/world/world.ts';
import { routeTypes } from '../route/route-types.ts';

/** Something outside the organisation's configuration that a test calls, every expression in it computed. */
export type TestCall =
  | {
      readonly kind: 'action';
      readonly id: string;
      readonly address: string;
      readonly inputs: JsonObject;
      readonly expect?: string | undefined;
    }
  | ({ readonly kind: 'http' } & HttpTest['http'])
  | {
      readonly kind: 'command';
      readonly run: readonly string[];
      readonly env: Readonly<Record<string, TestValue>>;
    };

/** What a call gave, as far as a test may judge it. */
export type TestAnswer =
  | {
      readonly kind: 'action';
      readonly success: boolean;
      readonly result?: Json | undefined;
      readonly error?: string | undefined;
    }
  | { readonly kind: 'http'; readonly status: number; readonly body: string }
  | { readonly kind: 'command'; readonly exitCode: number | undefined; readonly output: string }
  | { readonly kind: 'timeout'; readonly output?: string | undefined }
  | { readonly kind: 'error'; readonly message: string };

/** Characters of a program's output that are told: its end. */
const shownOutput = 4_000;

/** Why the answer does not pass; undefined when it does. Bodies and results are never repeated in it, outputs are. */
export function judgeAnswer(call: TestCall, answer: TestAnswer, timeoutSeconds: number): string | undefined {
  if (answer.kind === 'timeout')
    return `it took longer than ${timeoutSeconds} s and was ended${tailText(answer.output ?? '')}`;
  if (answer.kind === 'error') return answer.message;
  if (call.kind === 'action' && answer.kind === 'action') return judgeAction(call, answer);
  if (call.kind === 'http' && answer.kind === 'http') return judgeHttp(call, answer);
  if (answer.kind === 'command')
    return answer.exitCode === 0
      ? undefined
      : `it ended with exit code ${answer.exitCode ?? 'unknown'}${tailText(answer.output)}`;
  return 'the answer is of another kind than the call';
}

function judgeAction(
  { address, expect }: Extract<TestCall, { kind: 'action' }>,
  { success, result, error }: Extract<TestAnswer, { kind: 'action' }>,
): string | undefined {
  if (!success) return `${address} failed: ${error ?? 'the platform does not say why'}`;
  if (expect === undefined) return undefined;
  const scope: ExpressionScope = { variables: { result: result ?? null }, resources: () => [], ref: () => undefined };
  try {
    return evaluateCondition(expect, scope) ? undefined : `${expect} is false`;
  } catch (caught) {
    if (!(caught instanceof SignalboxError)) throw caught;
    return caught.message;
  }
}

function judgeHttp(
  { expect }: Extract<TestCall, { kind: 'http' }>,
  { status, body }: Extract<TestAnswer, { kind: 'http' }>,
): string | undefined {
  if (status !== expect.status) return `it answered ${status}, not ${expect.status}`;
  if (expect.contains !== undefined && !body.includes(expect.contains))
    return `the answer does not contain "${expect.contains}"`;
  return undefined;
}

function tailText(output: string): string {
  return output.trim() === '' ? '' : `\nits output ends with:\n${output.slice(-shownOutput).trim()}`;
}

/** The call that a test makes; throws what its expressions throw, and a text when the action can not be found. */
export function callOf(
  world: World,
  test: Exclude<ChangeTest, { readonly assert: string } | { readonly route: object }>,
  scope: ExpressionScope,
): TestCall | { readonly problem: string } {
  const computed = (value: unknown): Json => interpolate(value as Json, scope, test.source);
  if ('http' in test) return { kind: 'http', ...(computed(test.http) as unknown as HttpTest['http']) };
  if ('command' in test) {
    const { run, env } = computed(test.command) as unknown as Extract<TestCall, { kind: 'command' }>;
    return { kind: 'command', run: run.map(String), env };
  }
  const { expect, ...named } = test.dataAction;
  const given = computed(named) as unknown as DataActionTest['dataAction'];
  return { ...findAction(world, given), ...(expect === undefined ? {} : { expect }) };
}

function findAction(
  world: World,
  { action, category, inputs }: DataActionTest['dataAction'],
): Extract<TestCall, { kind: 'action' }> | { readonly problem: string } {
  const descriptor = world.input.catalogue.find(routeTypes.action);
  const found = (descriptor === undefined ? [] : objectsOfType(world, descriptor)).filter((object) => {
    const key = keyOf(world, object) ?? [];
    return key.at(-1) === action && (category === undefined || key[0] === category);
  });
  const [object] = found;
  if (object === undefined)
    return { problem: `there is no data action ${action}${category === undefined ? '' : ` in ${category}`}` };
  if (found.length > 1) return { problem: `${found.length} data actions are called ${action}; name the category` };
  return { kind: 'action', id: object.handle, address: addressOf(world, object), inputs };
}
