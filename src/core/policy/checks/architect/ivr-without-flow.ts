import { defineCheck, findingsPerObject } from '../../policy-check.ts';
import { isLeftEmpty } from './list-field.ts';

/** SB1143: a call route that is made, or loses its flow, has one for its open hours. */
export const ivrWithoutFlow = defineCheck({
  code: 'SB1143',
  name: 'ivr-without-flow',
  severity: 'warning',
  types: ['architect_ivr'],
  looksAt: '`openHoursFlow` of call routes that are made or lose it',
  run: (context) =>
    findingsPerObject(context, (touched) =>
      isLeftEmpty(touched, 'openHoursFlow') ? [`${touched.address} has no flow for its open hours.`] : [],
    ),
});
