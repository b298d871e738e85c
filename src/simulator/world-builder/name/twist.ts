const lookAlikes: Readonly<Record<string, string>> = { a: 'а', e: 'е', o: 'ο', p: 'р', c: 'с', S: 'Ѕ', B: 'В', i: 'і' };

/** Names that a person would take for the given one, and a program must not. */
export const twists: readonly ((name: string) => string)[] = [
  (name) => name.replace(' ', '  '),
  (name) => name.replace(' ', '\u00A0'),
  (name) => name.replace(' ', '-'),
  (name) => name.replace(/[aeopcSBi]/, (letter) => lookAlikes[letter] ?? letter),
  (name) => name.normalize('NFD'),
  (name) => `${name}\u200B`,
  (name) => name.replace('1', 'l'),
  (name) => name.replaceAll(/[A-Z]/g, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0)),
  (name) => `${name}.`,
];
