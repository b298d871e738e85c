import { differences, objectOf, readOrganisation, type OrganisationState } from '../reading/organisation-state.ts';
import type { WireObject } from '../reading/wire-client.ts';
import type { Stage } from '../stage.ts';
import { expectSame, prove } from '../telling/claims.ts';
import { perform } from '../telling/perform.ts';
import { moreVipSteps, reportLines } from './excerpts.ts';
import { runOf } from './runs.ts';

const madeAnew = 'wrap-up code Unused #2';
const republished = 'flow VIP hold';

/** Production is taken back, and is what it was before. */
export async function rollBackProd(stage: Stage, before: OrganisationState): Promise<void> {
  const { narrator, eyes } = stage;
  narrator.heading('8. Production comes back');
  const deployed = await runOf(stage, 'prod');
  const { stdout } = await perform(stage, ['rollback', deployed.id, '--yes'], {
    from: /^Rollback of/u,
    keep: reportLines,
    drop: moreVipSteps,
  });
  const after = await readOrganisation(eyes.prod);
  prove(
    narrator,
    `all ${before.size} objects of prod are as they were before the deployment, field by field.`,
    differences(before, after),
  );
  const [oldId, newId] = [before, after].map((state) => String(objectOf(state, madeAnew)['id']));
  const version = String((objectOf(after, republished)['publishedVersion'] as WireObject)['id']);
  prove(
    narrator,
    `the report names what can not be the same: ${madeAnew} has a new id, ${republished} is published as version ${version}.`,
    [
      ...(oldId === newId ? [`${madeAnew} has the old id`] : []),
      ...[oldId, newId, `published as ${version}`]
        .filter((text) => !stdout.includes(String(text)))
        .map((text) => `the report does not say ${text}`),
      ...expectSame('version', version, '3.0'),
    ],
  );
  await perform(stage, ['history']);
}
