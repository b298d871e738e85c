import {
  countOf,
  isFelt,
  namesIn,
  type DoneStep,
  type RiskFacts,
  type RiskFinding,
  type RiskRule,
} from './risk-facts.ts';

/** Rules that look at what the steps do. */
export const stepRules: readonly RiskRule[] = [
  { rule: 'live-traffic-field', judge: liveTraffic },
  { rule: 'interactions-in-progress', judge: inProgress },
  { rule: 'permissions', judge: permissions },
  { rule: 'division-move', judge: divisionMoves },
  { rule: 'deletes', judge: deletes },
  { rule: 'irreversible', judge: irreversible },
];

/** A new object decides nothing before something refers to it, unless it brings numbers of its own. */
function liveTraffic({ steps, knowledge }: RiskFacts): readonly RiskFinding[] {
  const found = steps.flatMap((step) => {
    const rule = knowledge?.liveTraffic[step.type];
    const hasNumbers = knowledge?.reach.types[step.type]?.numbers !== undefined;
    if (rule === undefined || !(isFelt(step) || hasNumbers)) return [];
    const written = step.kind === 'delete' || step.kind === 'create' ? rule.fields : fieldsOf(step);
    const fields = (written ?? []).filter((field) => rule.fields === undefined || rule.fields.includes(field));
    return fields.length === 0 && rule.fields !== undefined ? [] : [{ step, fields, decides: rule.decides }];
  });
  return [...Map.groupBy(found, ({ step }) => step.type)].map(([type, ofType]) => {
    const addresses = ofType.map(({ step }) => step.address);
    const fields = [...new Set(ofType.flatMap((each) => each.fields))].toSorted();
    const what = fields.length === 0 ? type : `${namesIn(fields)} of ${type}`;
    const text = `${what} ${fields.length > 1 ? 'decide' : 'decides'} ${ofType[0]?.decides ?? ''}: ${namesIn(addresses)}.`;
    return { class: 'high' as const, text, addresses };
  });
}

function inProgress({ steps }: RiskFacts): readonly RiskFinding[] {
  const felt = steps.filter((step) => isFelt(step) && step.effect === 'in-progress');
  return finding('medium', felt, (names) => `Interactions in progress feel the change of ${names}.`);
}

function permissions({ steps, knowledge }: RiskFacts): readonly RiskFinding[] {
  const given = steps.filter(({ type }) => knowledge?.permissions.includes(type) === true);
  return finding('high', given, (names) => `What people or clients may do changes: ${names}.`);
}

function divisionMoves({ steps, knowledge }: RiskFacts): readonly RiskFinding[] {
  const field = knowledge?.division.field;
  const moved = steps.filter(
    (step) =>
      (step.kind === 'update' || step.kind === 'rename') && field !== undefined && fieldsOf(step).includes(field),
  );
  return finding('high', moved, (names) => `Another division, and so other people, get hold of ${names}.`);
}

function deletes({ steps }: RiskFacts): readonly RiskFinding[] {
  const deleted = steps.filter(({ kind }) => kind === 'delete');
  const text = (names: string): string => `${countOf(deleted.length, 'object')} will be deleted: ${names}.`;
  return finding(deleted.length >= 10 ? 'high' : 'medium', deleted, text);
}

function irreversible({ steps }: RiskFacts): readonly RiskFinding[] {
  const lost = steps.filter(({ reversibility }) => reversibility === 'irreversible');
  return finding('high', lost, (names) => `No rollback takes back what happens to ${names}.`);
}

function finding(
  risk: RiskFinding['class'],
  steps: readonly DoneStep[],
  text: (names: string) => string,
): readonly RiskFinding[] {
  const addresses = steps.map(({ address }) => address);
  return addresses.length === 0 ? [] : [{ class: risk, text: text(namesIn(addresses)), addresses }];
}

/** Top-level fields that an update or rename writes; a rename's new key is not among them. */
function fieldsOf(step: DoneStep): readonly string[] {
  return 'changes' in step ? [...new Set(step.changes.flatMap(({ path }) => path[0] ?? []))] : [];
}
