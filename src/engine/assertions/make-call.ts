import { SignalboxError, withoutSecrets, type ChangeTest, type JsonObject, type TestValue } from '../../core/index.ts';
import { judgeAnswer, type TestAnswer, type TestCall } from '../../core/assertion/index.ts';
import type { TestResult } from '../report.ts';
import { refuseResting, restingClock, restSignal } from '../run/resting.ts';
import type { RunContext } from '../run/run-context.ts';
import type { TestRunners } from './runners.ts';

/** One call of a test, and what a program that it runs gets to know. */
export interface CallOrder {
  readonly test: ChangeTest;
  readonly call: TestCall;
  readonly facts: JsonObject;
}

const defaultTimeoutSeconds = 30;

/**
 * Makes the call, again as often as the test says, and judges the last answer. Secrets are taken out of what it says. SB3023 or
 * SB3008 once the run is to come to rest: a call under way is given up, to be made again when the run is resumed.
 */
export async function makeCall(context: RunContext, { test, call, facts }: CallOrder): Promise<TestResult> {
  const { name } = test;
  const { testRunners: runners } = context;
  const timeoutSeconds = test.timeoutSeconds ?? defaultTimeoutSeconds;
  const secrets: string[] = [];
  const resolve = async (value: TestValue): Promise<string> => {
    if (typeof value === 'string') return value;
    const text = await secretOf(runners, value.secret);
    secrets.push(text);
    return text;
  };
  const ground = { facts, timeoutMs: timeoutSeconds * 1000, resolve, signal: restSignal(context) };
  const tries = 1 + (test.retry?.times ?? 0);
  for (let attempt = 1; ; attempt += 1) {
    await refuseResting(context);
    const answer = hushed(await answerOf(runners, call, ground), secrets);
    if (ground.signal.aborted) await refuseResting(context);
    const why = judgeAnswer(call, answer, timeoutSeconds);
    const attempts = attempt === 1 ? {} : { attempts: attempt };
    if (why === undefined) return { name, state: 'passed', ...attempts };
    if (attempt >= tries) {
      const state = answer.kind === 'error' ? 'error' : 'failed';
      return { name, state, detail: why, ...attempts };
    }
    await restingClock(context).sleep((test.retry?.everySeconds ?? 0) * 1000);
  }
}

interface CallGround {
  readonly facts: JsonObject;
  readonly timeoutMs: number;
  readonly resolve: (value: TestValue) => Promise<string>;
  readonly signal: AbortSignal;
}

async function answerOf(runners: TestRunners, call: TestCall, ground: CallGround): Promise<TestAnswer> {
  const { timeoutMs, facts, resolve, signal } = ground;
  try {
    switch (call.kind) {
      case 'action': {
        const { id, inputs } = call;
        return (await runners.action?.({ id, inputs, timeoutMs }, signal)) ?? unable('call data actions');
      }
      case 'http': {
        const { url, method, body } = call;
        const headers = await resolved(call.headers, resolve);
        const probe = { url, method, headers, timeoutMs, ...(body === undefined ? {} : { body }) };
        return (await runners.http?.(probe, signal)) ?? unable('ask addresses');
      }
      case 'command': {
        const env = await resolved(call.env, resolve);
        return (await runners.command?.({ run: call.run, env, facts, timeoutMs }, signal)) ?? unable('run programs');
      }
      default:
        return call satisfies never;
    }
  } catch (error) {
    if (!(error instanceof SignalboxError)) throw error;
    return { kind: 'error', message: error.message };
  }
}

async function resolved(
  values: Readonly<Record<string, TestValue>>,
  resolve: CallGround['resolve'],
): Promise<Readonly<Record<string, string>>> {
  const found: Record<string, string> = {};
  for (const [name, value] of Object.entries(values)) found[name] = await resolve(value);
  return found;
}

async function secretOf({ secret }: TestRunners, reference: string): Promise<string> {
  if (secret === undefined) throw new Error('tests with secrets were let through without a way to resolve them');
  return secret(reference);
}

function unable(what: string): TestAnswer {
  return { kind: 'error', message: `this program does not ${what}` };
}

/** Before anything is cut from it: a part of a secret would not be found any more. */
function hushed(answer: TestAnswer, secrets: readonly string[]): TestAnswer {
  const hush = (text: string): string => withoutSecrets(text, secrets);
  switch (answer.kind) {
    case 'command':
      return { ...answer, output: hush(answer.output) };
    case 'timeout':
      return { ...answer, output: hush(answer.output ?? '') };
    case 'error':
      return { ...answer, message: hush(answer.message) };
    case 'action':
    case 'http':
      return answer;
    default:
      return answer satisfies never;
  }
}
