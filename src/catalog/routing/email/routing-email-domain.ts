import { crudApi, describeType, objectReferences } from '../../describe/index.ts';

const settings = ['mailFromSettings', 'customSMTPServer', 'imapSettings', 'graphApiSettings'];

/**
 * Domains that mail comes to, named by themselves. Each environment has its own, known to the name servers, so they are
 * only resolved unless a project says otherwise.
 */
export const routingEmailDomain = describeType({
  type: 'routing_email_domain',
  area: 'routing',
  noun: 'e-mail domain',
  key: ['id'],
  fields: ['id', 'subDomain', ...settings],
  readOnly: [
    'mailFromSettings.status',
    'mailFromSettings.records',
    'imapSettings.status',
    'imapSettings.errorInfo',
    'graphApiSettings.status',
    'graphApiSettings.errorInfo',
  ],
  createOnly: ['id', 'subDomain'],
  neverCleared: settings,
  references: objectReferences({
    customSMTPServer: 'integration',
    'imapSettings.integration': 'integration',
    'graphApiSettings.integration': 'integration',
  }),
  defaultMode: 'reference',
  portability: 'mapped',
  api: crudApi({
    path: '/api/v2/routing/email/domains',
    pageSize: 100,
    update: { method: 'PATCH', only: settings },
  }),
  knownLimits: [
    'The platform adds its own domain to the name of a new sub-domain: make those in the Admin UI.',
    'Which e-mail setting a domain has stays as it is.',
  ],
  permissions: {
    view: ['routing:email:manage'],
    add: ['routing:email:manage'],
    edit: ['routing:email:manage'],
    delete: ['routing:email:manage'],
  },
  audit: { service: 'Emails', entityType: 'InboundDomain' },
  effect: 'new-only',
});
