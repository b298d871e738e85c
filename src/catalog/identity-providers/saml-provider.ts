import type { ResourceDescriptor } from '../../core/resource/index.ts';
import { describeType, singleApi } from '../describe/index.ts';

const fields = [
  'name',
  'disabled',
  'issuerURI',
  'ssoTargetURI',
  'ssoBinding',
  'sloURI',
  'sloBinding',
  'relyingPartyIdentifier',
  'nameIdentifierFormat',
  'signAuthnRequests',
  'providerName',
  'displayOnLogin',
  'metadataURL',
  'forceAuthn',
];

/** What one kind of provider has of its own. */
export interface SamlProvider {
  readonly type: string;
  readonly noun: string;
  /** Last part of its path. */
  readonly place: string;
  readonly moreFields?: readonly string[];
}

/**
 * A sign-in provider that speaks SAML. An organisation has at most one of each kind; a mistake in it locks people out,
 * so it is only watched unless a project says otherwise. Certificates and logos never become part of a document.
 */
export function samlProvider({ type, noun, place, moreFields = [] }: SamlProvider): ResourceDescriptor {
  return describeType({
    type,
    area: 'identity-providers',
    noun,
    level: 'B',
    shape: { kind: 'object', single: true },
    key: [],
    fields: [...fields, ...moreFields],
    defaultMode: 'observe',
    portability: 'environment',
    api: singleApi(`/api/v2/identityproviders/${place}`, { method: 'PUT' }),
    limits: {
      create: 'a write would make it, but without its certificates, which never pass through Signalbox',
      delete: 'without it nobody signs in by this provider: switch it off with `disabled: true` instead',
    },
    knownLimits: ['Certificates and the logo stay as they are.'],
    permissions: { view: ['sso:provider:view'], add: [], edit: ['sso:provider:edit'], delete: [] },
    audit: { service: 'PeoplePermissions', entityType: 'IdentityProvider', entityId: place },
  });
}
