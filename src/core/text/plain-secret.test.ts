import { expect, it } from 'vitest';
import { withoutSecrets } from './plain-secret.ts';

it.each([
  ['a secret', 'said hunter2 twice: hunter2', ['hunter2'], 'said [secret] twice: [secret]'],
  ['one within another', 'hunter22 and hunter2', ['hunter2', 'hunter22'], '[secret] and [secret]'],
  ['one of several lines, whole', 'key: first\nsecond.', ['first\nsecond'], 'key: [secret].'],
  ['one of several lines, a line of it', 'starts with first', ['first\nsecond'], 'starts with [secret]'],
  ['one written in JSON', String.raw`{"is":"say \"please\""}`, ['say "please"'], '{"is":"[secret]"}'],
  ['a short one', 'pin 123', ['123', ''], 'pin 123'],
])('%s is taken out of a text', (_, text, secrets, clean) => {
  expect(withoutSecrets(text, secrets)).toBe(clean);
});
