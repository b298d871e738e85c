import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** Files of a small project without any fault. */
export const sampleFiles: Readonly<Record<string, string>> = {
  'signalbox.yaml': `apiVersion: signalbox/v1
kind: Project
metadata: { name: sample }
environments: [dev, prod]
types:
  architect_datatable_row: seed   # business people edit rows
`,
  'environments/dev.yaml': environmentText('dev', '11111111-2222-4333-8444-555555555551'),
  'environments/prod.yaml': `${environmentText('prod', '11111111-2222-4333-8444-555555555552')}protected: true
values: { greeting: Hello }
mappings: [{ from: user/*@dev.example.com, to: user/*@example.com }]
pins:
  routing_queue/Twin: { $id: 11111111-2222-4333-8444-555555555553, reason: two queues of this name since 2019 }
`,
  'config/routing/routing_queue/vip-1-billing.yaml': `apiVersion: signalbox/v1
kind: Resource
type: routing_queue
name: "VIP #1: Billing"
labels: { tier: vip }
spec:
  # agreed with the union
  acwSettings: { timeoutMs: 30000 }
  memberGroups:
    - { $ref: routing_skill/VIP }
`,
  'config/routing/routing_skill/vip.yaml': `apiVersion: signalbox/v1
kind: Resource
type: routing_skill
name: VIP
`,
  'config/flow/flow/main.yaml': `apiVersion: signalbox/v1
kind: Resource
type: flow
flowType: inboundcall
name: Main
spec:
  content: { file: flows/main.yaml, substitutions: { greeting: "\${env.values.greeting}" } }
`,
  'config/architect/architect_datatable_row/holidays-2026-12-25.yaml': `apiVersion: signalbox/v1
kind: Resource
type: architect_datatable_row
table: Holidays
key: 2026-12-25
spec: { values: { open: false } }
`,
  'flows/main.yaml': 'inboundCall:\n  name: Main\n  greeting: "{{greeting}}"\n',
  'changesets/vip-wrap-up.yaml': `apiVersion: signalbox/v1
kind: Changeset
metadata: { name: vip-wrap-up, owner: dana@example.com, reason: VIP calls need longer wrap-up, workItem: CC-1423 }
spec:
  inputs:
    factor: { type: number, default: 2, allowed: [2, 3] }
  actions:
    - ensure: { type: routing_skill, name: VIP }
    - ensure: { type: routing_queue, name: "VIP #1: Billing" }
      from: config
      set: { acwSettings: { timeoutMs: 60000 } }
    - ensure: { type: flow, flowType: inboundcall, name: Main }
      from: config
    - let: { most: 300000 }
    - forEach: { type: routing_queue, as: queue }
      where: 'queue.labels.tier == "vip" && has(queue.acwSettings.timeoutMs)'
      expect: { min: 1, max: 60 }
      set:
        acwSettings: { timeoutMs: "\${min(queue.acwSettings.timeoutMs * inputs.factor, most)}" }
    - rename: { type: routing_wrapupcode, name: Old, to: New }
    - delete: { type: routing_wrapupcode, name: "Unused #2" }
    - delete: { type: architect_datatable_row, table: Holidays, key: 2026-12-25 }
  tests:
    - name: every VIP queue allows a minute
      assert: 'resources("routing_queue").all(q, q.acwSettings.timeoutMs >= 60000)'
`,
};

/** A folder with the sample's files and these over them (undefined removes one); deleted when the test ends. */
export function createSampleProject(files: Readonly<Record<string, string | Uint8Array | undefined>> = {}): string {
  const directory = mkdtempSync(join(tmpdir(), 'signalbox-project-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  for (const [name, content] of Object.entries({ ...sampleFiles, ...files })) {
    if (content === undefined) continue;
    mkdirSync(dirname(join(directory, name)), { recursive: true });
    writeFileSync(join(directory, name), content);
  }
  return directory;
}

function environmentText(name: string, id: string): string {
  return `apiVersion: signalbox/v1
kind: Environment
metadata: { name: ${name} }
organisation: { id: ${id}, region: mypurecloud.ie }
connection: { credentials: { read: "file:${name}-read.json", write: "exec:pass ${name}" } }
`;
}
