import { catalogue } from '../src/catalog/index.ts';
import type { ComparedObject, EnvironmentComparison } from '../src/core/compare/index.ts';
import type { JsonObject } from '../src/core/index.ts';
import { toDocument, type ResourceDescriptor } from '../src/core/resource/index.ts';
import { compareEnvironments, type ComparableSide } from '../src/engine/compare/index.ts';
import { cpuSeconds } from './support/cpu-seconds.ts';
import { largeSnapshot } from './support/planning/large-snapshot.ts';
import { printTable } from './support/print-table.ts';

const count = 100_000;
const url = { from: 'https://uat.example.com', to: 'https://www.example.com' };
/** So that every fiftieth object is explained by a mapping; every hundredth differs otherwise. */
const mappedOf = 50;

const large = measure(count);
const small = measure(count / 10);
refuseOther(large.value, count);
refuseOther(small.value, count / 10);
printTable('two environments of 100,000 objects side by side, 3,000 of them different', [
  { figure: 'objects compared', measured: large.value.total.compared, target: `${count}` },
  {
    figure: 'documents that were opened again',
    measured: large.opened,
    target: `${large.value.differences.length}: each difference once`,
  },
  { figure: 'CPU seconds ÷ of a tenth of the objects', measured: large.seconds / small.seconds, target: '< 15' },
  { figure: 'CPU seconds', measured: large.seconds, target: '< 10' },
]);

interface Measured {
  readonly value: EnvironmentComparison;
  readonly seconds: number;
  readonly opened: number;
}

/** Both sides are there already, and documents wait in memory: what is measured is the comparison. */
function measure(amount: number): Measured {
  const [left, right] = [objectsOf(amount, 0, url.from), objectsOf(amount, 1, url.to)];
  const texts: string[] = [];
  let opened = 0;
  const scratch = {
    put: (text: string) => texts.push(text) - 1,
    get: (place: number) => {
      opened += 1;
      return texts[place] ?? '';
    },
  };
  const measured = cpuSeconds(() =>
    compareEnvironments({
      left: sideOf('uat', left),
      right: sideOf('prod', right),
      catalogue,
      declarations: [],
      now: '2026-01-01T00:00:00.000Z',
      scratch,
    }),
  );
  return { ...measured, opened };
}

function sideOf(name: string, objects: readonly ComparedObject[]): ComparableSide {
  const valueMappings = name === 'prod' ? [url] : [];
  return {
    rules: { name, mappings: [], valueMappings, exceptions: [] },
    from: { environment: name, source: 'live' },
    types: [...new Set(objects.map(({ type }) => type))],
    incomplete: new Map(),
    objects: () => objects,
  };
}

function objectsOf(amount: number, generation: number, address: string): readonly ComparedObject[] {
  const { types } = largeSnapshot(amount, generation);
  return Object.entries(types).flatMap(([type, { objects }]) => {
    const descriptor = descriptorOf(type);
    return objects.map((live, index): ComparedObject => {
      const name = String(live.body['name']);
      const read: JsonObject = toDocument(descriptor, live);
      const { division: _, ...document } = read;
      const mapped = index % mappedOf === 1 ? { [type === 'location' ? 'notes' : 'description']: address } : {};
      return { type, address: `${type}/${name}`, key: [name], document: { ...document, ...mapped } };
    });
  });
}

function descriptorOf(type: string): ResourceDescriptor {
  const descriptor = catalogue.find(type);
  if (descriptor === undefined) throw new Error(`the catalogue has no ${type}`);
  return descriptor;
}

function refuseOther({ total }: EnvironmentComparison, amount: number): void {
  const { compared, mapped, undeclared } = total;
  if (compared !== amount || mapped !== amount / mappedOf || undeclared !== amount / 100)
    throw new Error(`${compared} compared, ${mapped} mapped, ${undeclared} undeclared`);
}
