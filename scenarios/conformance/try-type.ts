import type { Body, Case, Made } from './case.ts';
import { cells, type Cell, type Outcome, type Row } from './cells.ts';
import { problemsOfAnswer } from './check-answer.ts';
import { madeBy, typeNamed } from './make.ts';
import type { TypeFact } from '../../tools/api-description/facts.ts';
import { factAgainst } from './not-applicable.ts';
import { callSdk, declared, sdkOperation, type Answer } from './sdk-client.ts';

/** What is known so far of the object that the cells of one type share. */
type Attempt = {
  readonly type: string;
  readonly facts: TypeFact;
  readonly known: Case;
  readonly made: Made;
  values: Readonly<Record<string, unknown>>;
  object: Body | undefined;
};

const attempts: Readonly<Record<Cell, (attempt: Attempt) => Promise<readonly string[]>>> = {
  list: tryList,
  create: tryCreate,
  get: tryGet,
  update: tryUpdate,
  conflict: tryConflict,
  delete: tryDelete,
  gone: tryGone,
};

/** Tries every cell of the type through the official SDK. A cell that breaks is a failure of that cell. */
export async function tryType(type: string, made: Made, known: Case = {}): Promise<Row> {
  const attempt: Attempt = { type, facts: typeNamed(type), known, made, values: {}, object: undefined };
  const row: Partial<Record<Cell, Outcome>> = {};
  for (const cell of cells) {
    const fact =
      known.without?.[cell] ?? (known.applies?.includes(cell) ? undefined : factAgainst(attempt.facts, cell));
    row[cell] = fact === undefined ? await outcomeOf(attempt, cell) : { kind: 'n/a', fact };
  }
  return row as Row;
}

async function outcomeOf(attempt: Attempt, cell: Cell): Promise<Outcome> {
  try {
    const problems = await attempts[cell](attempt);
    return problems.length === 0 ? { kind: 'passed' } : { kind: 'failed', problems };
  } catch (error) {
    return { kind: 'failed', problems: [String(error instanceof Error ? error.message : error)] };
  }
}

async function tryList(attempt: Attempt): Promise<readonly string[]> {
  const operation = attempt.facts.list?.operation ?? '';
  attempt.values = await attempt.made.valuesFor(attempt.type);
  const answer = await call(attempt, operation, listValues(operation, 25));
  return refused(answer) ?? problemsOfAnswer(answer.body, answerOf(operation));
}

async function tryCreate(attempt: Attempt): Promise<readonly string[]> {
  const operation = attempt.facts.create ?? '';
  attempt.values = await attempt.made.valuesFor(attempt.type);
  const body = await attempt.made.bodyFor(attempt.type, `Conformance ${attempt.type}`);
  const answer = await call(attempt, operation, { [sdkOperation(operation).bodyArgument ?? 'body']: body });
  const problems = refused(answer, body);
  if (problems) return problems;
  attempt.object = madeBy(answer.body);
  const settled = await attempt.known.settle?.(attempt.made, attempt.object);
  attempt.values = { ...attempt.values, ...idParameter(attempt, settled ?? idIn(attempt, attempt.object)) };
  return problemsOfAnswer(answer.body, answerOf(operation));
}

async function tryGet(attempt: Attempt): Promise<readonly string[]> {
  const operation = attempt.facts.get ?? '';
  if (attempt.object === undefined) await findOne(attempt);
  const answer = await call(attempt, operation, {});
  const problems = refused(answer);
  if (problems) return problems;
  attempt.object = answer.body as Body;
  return [...problemsOfAnswer(answer.body, answerOf(operation)), ...(await problemsOfListing(attempt))];
}

/** For types that the API does not create: something else made one, or there always is one. */
async function findOne(attempt: Attempt): Promise<void> {
  attempt.values = await attempt.made.valuesFor(attempt.type);
  const id = await attempt.known.find?.(attempt.made);
  if (id !== undefined) attempt.values = { ...attempt.values, ...idParameter(attempt, id) };
}

/** What was read is in the list. */
async function problemsOfListing(attempt: Attempt): Promise<readonly string[]> {
  const { list } = attempt.facts;
  if (!list || attempt.known.without?.list !== undefined) return [];
  const id = idIn(attempt, attempt.object ?? {});
  const answer = await call(attempt, list.operation, listValues(list.operation, 100));
  const problems = refused(answer);
  if (problems) return problems;
  const items = (list.items === '' ? answer.body : (answer.body as Body)[list.items]) as readonly Body[];
  return [
    ...problemsOfAnswer(answer.body, answerOf(list.operation)),
    ...(items.some((item) => idIn(attempt, item) === id) ? [] : ['the list lacks what was made']),
  ];
}

async function tryUpdate(attempt: Attempt): Promise<readonly string[]> {
  const operation = attempt.facts.update ?? '';
  const change = await changeOf(attempt);
  if (changeProblems(attempt.known, attempt.object ?? {}, change).length === 0) return ['the update changes nothing'];
  const answer = await update(attempt, { ...attempt.object, ...change });
  const problems = refused(answer);
  if (problems) return problems;
  await attempt.known.settleUpdate?.(attempt.made, answer.body as Body);
  const again = await call(attempt, attempt.facts.get ?? '', {});
  const read = again.body as Body;
  const before = attempt.object;
  attempt.object = read;
  return [
    ...problemsOfAnswer(answer.body, answerOf(operation)),
    ...(refused(again) ?? problemsOfAnswer(read, answerOf(attempt.facts.get ?? ''))),
    ...changeProblems(attempt.known, read, change),
    ...versionProblems(attempt.facts, before, read),
  ];
}

function changeProblems({ isChanged }: Case, read: Body, change: Body): readonly string[] {
  if (isChanged) return isChanged(read, change) ? [] : ['it did not change'];
  return Object.entries(change).flatMap(([name, value]) =>
    JSON.stringify(read[name]) === JSON.stringify(value) ? [] : [`${name} did not change`],
  );
}

function versionProblems({ version }: TypeFact, before: Body | undefined, after: Body): readonly string[] {
  const earlier = before?.['version'];
  if (version === undefined || typeof earlier !== 'number') return [];
  return Number(after['version']) > earlier ? [] : ['the version did not grow'];
}

/** A 400 means many things: clients, the official provider among them, tell a stale version by its words. */
async function tryConflict(attempt: Attempt): Promise<readonly string[]> {
  const version = Number(attempt.object?.['version'] ?? 1) - 1;
  const answer = await update(attempt, { ...attempt.object, ...(await changeOf(attempt)), version });
  const wanted = attempt.known.conflictStatus ?? 409;
  if (answer.status !== wanted) return [`a stale version gives ${answer.status}`];
  const message = String((answer.body as Body)['message']);
  const isTold = wanted === 409 || message.includes('does not match the current version');
  return [
    ...problemsOfAnswer(answer.body, 'ErrorBody'),
    ...(isTold ? [] : [`a stale version is refused with "${message}"`]),
  ];
}

async function tryDelete(attempt: Attempt): Promise<readonly string[]> {
  const operation = attempt.facts.delete ?? '';
  const answer = await call(attempt, operation, {});
  return refused(answer) ?? problemsOfAnswer(answer.body, answerOf(operation));
}

async function tryGone(attempt: Attempt): Promise<readonly string[]> {
  const answer = await call(attempt, attempt.facts.get ?? '', {});
  if (!answer.ok) {
    const isGone = answer.status === 404 || answer.status === 410;
    return isGone ? problemsOfAnswer(answer.body, 'ErrorBody') : [`status ${answer.status}`];
  }
  const state = (answer.body as Body)['state'];
  return state === 'deleted' || state === 'Deleted' ? [] : ['it is still there'];
}

function update(attempt: Attempt, body: Body): Promise<Answer> {
  const operation = attempt.facts.update ?? '';
  const { bodyArgument = 'body' } = sdkOperation(operation);
  const model = declared.declarations.methods.get(operation)?.parameters.get(bodyArgument) ?? '';
  const names = declared.declarations.models.get(model);
  const sent = names ? Object.fromEntries(Object.entries(body).filter(([name]) => names.has(name))) : body;
  return call(attempt, operation, { [bodyArgument]: sent });
}

async function changeOf({ known, made, object = {}, type }: Attempt): Promise<Body> {
  if (known.update !== undefined) return typeof known.update === 'function' ? known.update(object, made) : known.update;
  const names = ['description', 'name', 'displayName', 'title'];
  const name = names.find((candidate) => typeof object[candidate] === 'string');
  if (name === undefined) throw new Error(`the case of ${type} has to say what an update changes`);
  return { [name]: `${String(object[name])} 2` };
}

/** Values for a list: lists that are queries take their paging in the body. */
function listValues(operation: string, pageSize: number): Readonly<Record<string, unknown>> {
  const { bodyArgument } = sdkOperation(operation);
  return bodyArgument === undefined ? { pageSize } : { [bodyArgument]: { pageSize, filters: [], query: [] } };
}

function idParameter({ facts, values }: Attempt, id: string): Readonly<Record<string, string>> {
  const { path } = sdkOperation(facts.get ?? facts.update ?? facts.delete ?? '');
  const names = [...path.matchAll(/\{(\w+)\}/gu)].map(([, name = '']) => name);
  return Object.fromEntries(names.filter((name) => values[name] === undefined).map((name) => [name, id]));
}

function idIn({ known }: Attempt, object: Body): string {
  return known.idOf?.(object) ?? String(object['id']);
}

function call(attempt: Attempt, operation: string, values: Readonly<Record<string, unknown>>): Promise<Answer> {
  return callSdk(operation, { ...attempt.values, ...values });
}

function answerOf(operation: string): string {
  return declared.declarations.methods.get(operation)?.answer ?? 'void';
}

function refused(answer: Answer, body?: Body | readonly Body[]): readonly string[] | undefined {
  if (answer.ok) return undefined;
  const sent = body === undefined ? '' : ` for ${JSON.stringify(body)}`;
  return [`status ${answer.status}: ${JSON.stringify(answer.body)}${sent}`];
}
