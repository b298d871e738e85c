import type { ResourceDescriptor } from '../../core/resource/index.ts';
import { idpAdfs } from './idp-adfs.ts';
import { idpGeneric } from './idp-generic.ts';
import { idpGsuite } from './idp-gsuite.ts';
import { idpOkta } from './idp-okta.ts';
import { idpOnelogin } from './idp-onelogin.ts';
import { idpPing } from './idp-ping.ts';
import { idpSalesforce } from './idp-salesforce.ts';

/** The types of this area. */
export const identityProvidersTypes: readonly ResourceDescriptor[] = [
  idpAdfs,
  idpGeneric,
  idpGsuite,
  idpOkta,
  idpOnelogin,
  idpPing,
  idpSalesforce,
];
