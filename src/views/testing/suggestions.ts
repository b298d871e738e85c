import type { SuggestionView } from '../suggest/index.ts';

/** Proposals of every kind. */
export const suggestions: SuggestionView = {
  left: 'uat',
  right: 'prod',
  suggestions: [
    {
      type: 'user',
      from: 'user/*@uat.example.com',
      to: 'user/*@example.com',
      score: 0.85,
      sureness: 'certain',
      reasons: ['same e-mail name (2 times)', 'used by the same (2 times)'],
      covers: [
        { from: 'user/ann@uat.example.com', to: 'user/ann@example.com' },
        { from: 'user/bob@uat.example.com', to: 'user/bob@example.com' },
      ],
      alternatives: [],
      uses: 3,
    },
    {
      type: 'integration',
      from: 'integration/CRM "new" #2',
      to: 'integration/CRM',
      score: 0.35,
      sureness: 'guess',
      reasons: ['names alike by 71 %'],
      covers: [],
      alternatives: [{ to: 'integration/CRM old', score: 0.31 }],
      uses: 0,
    },
  ],
  without: [{ address: 'user/robot@uat.example.com', type: 'user', users: ['group/Supervisors', 'group/Night shift'] }],
};
