import { defineCheck, findingsPerObject } from '../../policy-check.ts';
import { isLeftEmpty } from './list-field.ts';

/** SB1142: a call route that is made, or loses its numbers, can be called. */
export const ivrWithoutNumber = defineCheck({
  code: 'SB1142',
  name: 'ivr-without-number',
  severity: 'warning',
  types: ['architect_ivr'],
  looksAt: '`dnis` of call routes that are made or lose it',
  run: (context) =>
    findingsPerObject(context, (touched) =>
      isLeftEmpty(touched, 'dnis') ? [`${touched.address} has no number that callers could dial.`] : [],
    ),
});
