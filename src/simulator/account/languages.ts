import type { Route } from '../feature.ts';

const codes = [
  'de',
  'en-us',
  'es',
  'fr',
  'it',
  'ja',
  'ko',
  'nl',
  'pl',
  'pt-BR',
  'pt-PT',
  'sv',
  'th',
  'tr',
  'zh-CN',
  'zh-TW',
];

/** The languages that the platform's own texts exist in. */
export const languageRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/api/v2/languages/translations',
    permissions: { none: true },
    handle: () => ({ status: 200, body: { orgSpecific: [], builtin: codes } }),
  },
];
