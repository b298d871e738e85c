import { describe, expect, it } from 'vitest';
import { sampleCatalogue } from '../testing/sample-catalogue.ts';
import { parseTerraformState } from './parse-state.ts';

const v4 = (...resources: readonly object[]) => JSON.stringify({ version: 4, serial: 1, lineage: 'x', resources });
const queue = (instances: readonly object[], more: object = {}) => ({
  mode: 'managed',
  type: 'genesyscloud_routing_queue',
  name: 'vip',
  provider: 'provider["registry.terraform.io/mypurecloud/genesyscloud"]',
  instances,
  ...more,
});

interface Case {
  readonly name: string;
  readonly state: string;
  readonly names: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

const cases: readonly Case[] = [
  {
    name: 'attributes',
    state: v4(queue([{ schema_version: 1, attributes: { id: 'q-1', name: 'VIP' } }])),
    names: { routing_queue: { 'q-1': 'genesyscloud_routing_queue.vip' } },
  },
  {
    name: 'flat attributes, as exports of the provider write them',
    state: v4(queue([{ schema_version: 1, attributes_flat: { id: 'q-1', 'members.#': '0', name: 'VIP' } }])),
    names: { routing_queue: { 'q-1': 'genesyscloud_routing_queue.vip' } },
  },
  {
    name: 'modules, counted and keyed instances',
    state: v4(
      queue(
        [
          { index_key: 0, attributes: { id: 'q-1' } },
          { index_key: 'a"b', attributes: { id: 'q-2' } },
        ],
        { module: 'module.cc["x"]' },
      ),
    ),
    names: {
      routing_queue: {
        'q-1': 'module.cc["x"].genesyscloud_routing_queue.vip[0]',
        'q-2': 'module.cc["x"].genesyscloud_routing_queue.vip["a\\"b"]',
      },
    },
  },
  {
    name: 'deposed and tainted instances, which still exist',
    state: v4(
      queue([
        { status: 'tainted', attributes: { id: 'q-1' } },
        { deposed: '00ab', attributes: { id: 'q-2' } },
      ]),
    ),
    names: {
      routing_queue: {
        'q-1': 'genesyscloud_routing_queue.vip',
        'q-2': 'genesyscloud_routing_queue.vip (deposed 00ab)',
      },
    },
  },
  {
    name: 'nothing of data sources, other providers and what was never made',
    state: v4(
      { ...queue([{ attributes: { id: 'q-1' } }]), mode: 'data' },
      { mode: 'managed', type: 'aws_iam_role', name: 'r', instances: [{ attributes: { id: 'role' } }] },
      queue([{ attributes: null }, { attributes: { id: '' } }]),
    ),
    names: {},
  },
  {
    name: 'parts under ids that are put together in ways of their own',
    state: v4({
      mode: 'managed',
      type: 'genesyscloud_knowledge_document',
      name: 'd',
      instances: [{ attributes: { id: 'doc,base' } }],
    }),
    names: { knowledge_document: { 'base/doc': 'genesyscloud_knowledge_document.d' } },
  },
  {
    name: 'what an organisation has one of, whatever id it has in the state',
    state: v4({
      mode: 'managed',
      type: 'genesyscloud_outbound_settings',
      name: 's',
      instances: [{ attributes: { id: 'anything' } }],
    }),
    names: { outbound_settings: { organisation: 'genesyscloud_outbound_settings.s' } },
  },
  {
    name: 'states of version 3',
    state: JSON.stringify({
      version: 3,
      terraform_version: '0.11.14',
      modules: [
        {
          path: ['root'],
          resources: {
            'genesyscloud_routing_queue.vip.1': {
              type: 'genesyscloud_routing_queue',
              primary: { id: 'q-1', attributes: { id: 'q-1', name: 'VIP' } },
            },
          },
        },
        {
          path: ['root', 'cc'],
          resources: {
            'data.genesyscloud_routing_queue.other': { type: 'genesyscloud_routing_queue', primary: { id: 'q-9' } },
            'genesyscloud_routing_queue.old': {
              type: 'genesyscloud_routing_queue',
              primary: null,
              deposed: [{ id: 'q-3' }],
            },
          },
        },
      ],
    }),
    names: {
      routing_queue: {
        'q-1': 'genesyscloud_routing_queue.vip[1]',
        'q-3': 'module.cc.genesyscloud_routing_queue.old (deposed)',
      },
    },
  },
  {
    name: 'what terraform show -json prints',
    state: JSON.stringify({
      format_version: '1.0',
      values: {
        root_module: {
          child_modules: [
            {
              resources: [
                {
                  address: 'module.cc.genesyscloud_routing_queue.vip[0]',
                  mode: 'managed',
                  type: 'genesyscloud_routing_queue',
                  values: { id: 'q-1' },
                },
              ],
            },
          ],
        },
      },
    }),
    names: { routing_queue: { 'q-1': 'module.cc.genesyscloud_routing_queue.vip[0]' } },
  },
  { name: 'what terraform show -json prints of an empty state', state: '{"format_version":"1.0"}', names: {} },
];

describe('a Terraform state', () => {
  it.each(cases)('gives $name', ({ state, names }) => {
    expect(parseTerraformState(state, sampleCatalogue)).toEqual({ names });
  });

  it('gives nothing of its secrets', () => {
    const state = v4(queue([{ attributes: { id: 'q-1', client_secret: 'hunter2' }, private: 'aHVudGVyMg==' }]));
    expect(JSON.stringify(parseTerraformState(state, sampleCatalogue))).not.toMatch(/hunter2|aHVudGVyMg/u);
  });

  it.each([
    {
      name: 'text',
      text: 'version https://git-lfs.github.com/spec/v1 secret',
      why: 'it is no JSON object, as every Terraform state is',
    },
    { name: 'a list', text: '[]', why: 'it is no JSON object, as every Terraform state is' },
    { name: 'an encrypted state', text: '{"serial":1,"encrypted_data":"c2VjcmV0"}', why: 'it is encrypted' },
    { name: 'an old version', text: '{"version":1}', why: 'it has version 1; versions 3 and 4 can be read' },
    { name: 'a state without resources', text: '{"version":4}', why: 'it says version 4 and has no list of resources' },
    {
      name: 'a plan as JSON',
      text: '{"format_version":"1.2","planned_values":{},"resource_changes":[],"variables":{"key":{"value":"secret"}}}',
      why: 'it is JSON of Terraform, but not of a state (terraform show -json prints one)',
    },
    { name: 'another file', text: '{"name":"secret"}', why: 'it has no version, as every Terraform state has' },
  ])('can not be $name', ({ text, why }) => {
    expect(parseTerraformState(text, sampleCatalogue)).toEqual({ unreadable: why });
  });
});
