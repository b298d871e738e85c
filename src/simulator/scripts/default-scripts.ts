import { isoDate } from '../kernel/clock.ts';
import type { Entity } from '../kernel/values.ts';
import type { Organisation } from '../state/organisation.ts';

/** Ids and names are the same in every organisation. Source: the constants of the official Terraform provider. */
const defaults: Readonly<Record<string, string>> = {
  '476c2b71-7429-11e4-9a5b-3f91746bffa3': 'Default Outbound Script',
  '766f1221-047a-11e5-bba2-db8c0964d007': 'Default Inbound Script',
  'ffde0662-8395-9b04-7dcb-b90172109065': 'Default Callback Script',
};

const startPageId = 'a556a442-ffc0-11e4-8df6-17ce7d092df5';

/** The scripts that a new organisation has, published. */
export function defaultScriptEntities(organisation: Organisation, now: number): readonly Entity[] {
  const date = isoDate(now);
  return Object.entries(defaults).map(([id, name]) => ({
    id,
    name,
    division: { id: organisation.homeDivisionId },
    versionId: id,
    createdDate: date,
    modifiedDate: date,
    versionDate: date,
    publishedDate: date,
    startPageId,
    startPageName: 'Start Page',
    features: {},
    variables: [],
    customActions: [],
    pages: [{ id: startPageId, name: 'Start Page', versionId: id, rootContainer: {}, properties: {} }],
  }));
}

/** Whether it is one of those scripts, which cannot be deleted. */
export function isDefaultScript(id: string): boolean {
  return Object.hasOwn(defaults, id);
}
