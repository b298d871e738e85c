import { SignalboxError, type ChangeTest, type JsonObject, type TestValue } from '../../core/index.ts';
import { judgeAnswer, type TestAnswer, type TestCall } from '../../core/assertion/index.ts';
import type { Clock } from '../ports.ts';
import type { TestResult } from '../report.ts';
import type { TestRunners } from './runners.ts';

/** One call of a test, and what a program that it runs gets to know. */
export interface CallOrder {
  readonly test: ChangeTest;
  readonly call: TestCall;
  readonly facts: JsonObject;
}

const defaultTimeoutSeconds = 30;

/** Makes the call, again as often as the test says, and judges the last answer. Secrets are taken out of what it says. */
export async function makeCall(
  runners: TestRunners,
  clock: Pick<Clock, 'sleep'>,
  { test, call, facts }: CallOrder,
): Promise<TestResult> {
  const { name } = test;
  const timeoutSeconds = test.timeoutSeconds ?? defaultTimeoutSeconds;
  const secrets: string[] = [];
  const resolve = async (value: TestValue): Promise<string> => {
    if (typeof value === 'string') return value;
    const text = await secretOf(runners, value.secret);
    secrets.push(text);
    return text;
  };
  const tries = 1 + (test.retry?.times ?? 0);
  for (let attempt = 1; ; attempt += 1) {
    const answer = await answerOf(runners, call, { facts, timeoutMs: timeoutSeconds * 1000, resolve });
    const why = judgeAnswer(call, answer, timeoutSeconds);
    const attempts = attempt === 1 ? {} : { attempts: attempt };
    if (why === undefined) return { name, state: 'passed', ...attempts };
    if (attempt >= tries) {
      const state = answer.kind === 'error' ? 'error' : 'failed';
      return { name, state, detail: withoutSecrets(why, secrets), ...attempts };
    }
    await clock.sleep((test.retry?.everySeconds ?? 0) * 1000);
  }
}

interface CallGround {
  readonly facts: JsonObject;
  readonly timeoutMs: number;
  readonly resolve: (value: TestValue) => Promise<string>;
}

async function answerOf(runners: TestRunners, call: TestCall, ground: CallGround): Promise<TestAnswer> {
  const { timeoutMs, facts, resolve } = ground;
  try {
    switch (call.kind) {
      case 'action': {
        const { id, inputs } = call;
        return (await runners.action?.({ id, inputs, timeoutMs })) ?? unable('call data actions');
      }
      case 'http': {
        const { url, method, body } = call;
        const headers = await resolved(call.headers, resolve);
        const probe = { url, method, headers, timeoutMs, ...(body === undefined ? {} : { body }) };
        return (await runners.http?.(probe)) ?? unable('ask addresses');
      }
      case 'command': {
        const env = await resolved(call.env, resolve);
        return (await runners.command?.({ run: call.run, env, facts, timeoutMs })) ?? unable('run programs');
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

function withoutSecrets(text: string, secrets: readonly string[]): string {
  return secrets.filter((secret) => secret !== '').reduce((left, secret) => left.replaceAll(secret, '***'), text);
}
