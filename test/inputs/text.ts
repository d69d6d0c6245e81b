// Texts that people paste and systems send. Stored as they are, or refused with a code; never stored otherwise than they were typed.

type TextInput = {
  readonly why: string;
  readonly typed: string;
  readonly refused?: 'invalid_characters';
};

const refused = 'invalid_characters';

export const textInputs: readonly TextInput[] = [
  { why: 'Chinese with its own brackets and dashes', typed: '许昌市（示例）采购——第1包' },
  { why: 'a character beyond the first plane', typed: '𠮷野家' },
  { why: 'a family that looks like one character', typed: '👨‍👩‍👧' },
  { why: 'an accent of its own', typed: 'e\u0301' },
  { why: 'a chosen form of a character', typed: '葛\u{e0100}' },
  { why: 'marks of no width', typed: '示\u200b例' },
  { why: 'what a database might read', typed: "'; DROP TABLE plans; --" },
  { why: 'what a browser might run', typed: '<img src=x onerror=alert(1)>' },
  { why: 'what a template might fill in', typed: '{projectName} %s $& \\1' },
  { why: 'what a sheet might reckon', typed: '=1+1' },
  { why: 'names that every object has', typed: '__proto__' },
  { why: 'a nought byte', typed: 'a\u0000b', refused },
  { why: 'a bell', typed: 'a\u0007b', refused },
  { why: 'half a character', typed: 'a\ud842', refused },
  { why: 'the other half', typed: '\udfb7a', refused },
  { why: 'an escape', typed: '\u001b[31m', refused },
];

/** A character that counts for one and takes two units of UTF-16. */
export const wideCharacter = '𠮷';
