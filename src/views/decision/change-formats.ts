import { describeDecisionChange } from '../../core/decision/index.ts';
import { amountOf, readableInstant } from '../text/amount.ts';
import { jsonDocument, textOf } from '../text/document.ts';
import { escapeMarkdown, inlineCode } from '../text/markdown.ts';
import { verdictOf } from './change-human.ts';
import type { ComparedPlan, DecisionComparison } from './comparison.ts';

/** Why two decisions differ as JSON, kind `DecisionComparison`: `same`, `earlier`, `later`, `changes` with a text each, `who`. */
export function decisionChangeToJson({ earlier, later, changes, who }: DecisionComparison): string {
  return jsonDocument('DecisionComparison', {
    same: changes.length === 0,
    earlier: headOf(earlier),
    later: headOf(later),
    changes: changes.map((change) => ({ ...change, text: describeDecisionChange(change) })),
    ...(who === undefined ? {} : { who }),
  });
}

/** The same as Markdown. */
export function decisionChangeToMarkdown(comparison: DecisionComparison): string {
  const { earlier, later, changes, who = [] } = comparison;
  const verdict = changes.length === 0 ? 'the same decision' : amountOf(changes.length, 'difference');
  return textOf([
    `### ${escapeMarkdown(later.plan.changeset)} → ${escapeMarkdown(later.plan.environment)}: ${verdict}`,
    '',
    ...[earlier, later].map(
      ({ name, plan }, index) =>
        `- ${index === 0 ? 'earlier' : 'later'}: ${inlineCode(plan.decisionDigest)} of ${escapeMarkdown(readableInstant(plan.asOf))} (${inlineCode(name)})`,
    ),
    '',
    ...changes.map((change) => `- ${escapeMarkdown(describeDecisionChange(change))}`),
    '',
    ...who.map((line) => `- who: ${escapeMarkdown(line)}`),
    '',
    verdictOf(comparison),
  ]);
}

function headOf({ name, plan }: ComparedPlan) {
  const { changeset, environment, asOf, decisionDigest } = plan;
  return { name, changeset, environment, asOf, decisionDigest };
}
