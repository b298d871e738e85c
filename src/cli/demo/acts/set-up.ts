import { fillOrganisation } from '../filling/fill-organisation.ts';
import { prove, expectSame } from '../telling/claims.ts';
import type { Stage } from '../stage.ts';
import { demoOrganisations } from '../world/organisations.ts';

/** Three organisations are filled through the official SDK. */
export async function setUp(stage: Stage): Promise<void> {
  const { narrator, simulator, project, eyes } = stage;
  narrator.heading('1. Three organisations');
  narrator.say(
    `A simulated Genesys Cloud runs at ${simulator.url}, as a process of its own. The official JavaScript SDK fills three organisations in it from examples/contact-centre.`,
  );
  const against: string[] = [];
  for (const organisation of demoOrganisations) {
    await fillOrganisation(simulator.url, project, organisation);
    stage.stop.throwIfAborted();
    const queues = await eyes[organisation.environment].list('/api/v2/routing/queues');
    against.push(...expectSame(`queues in ${organisation.environment}`, queues.length, organisation.queues));
  }
  prove(
    narrator,
    `dev, uat and prod have ${demoOrganisations.map(({ queues }) => queues).join(', ')} queues.`,
    against,
  );
}
