import { describe, expect, it } from 'vitest';
import { mediaTypeOf, opensSafely, safeName } from './file-kinds.ts';

describe('names of files', () => {
  it.each([
    ['采购需求.docx', '采购需求.docx'],
    ['../../etc/passwd', '_.._etc_passwd'],
    ['C:\\Windows\\x.pdf', 'C__Windows_x.pdf'],
    ['a\u202Exfdp.exe', 'a_xfdp.exe'],
    ['.bashrc', 'bashrc'],
    ['NUL.pdf', 'file_NUL.pdf'],
    ['  ', 'file_'],
    ['ends. . ', 'ends'],
    ['tab\there', 'tab_here'],
    ['\uD83D半个字.pdf', '\uFFFD半个字.pdf'],
  ])('%j becomes %j', (name, safe) => {
    expect(safeName(name)).toBe(safe);
  });

  it('keep their ending when they are cut', () => {
    const name = safeName(`${'长'.repeat(400)}.pdf`);
    expect(name).toHaveLength(150);
    expect(name.endsWith('.pdf')).toBe(true);
    const rare = safeName(`a${'𠮷'.repeat(200)}.pdf`);
    expect([rare.isWellFormed(), rare.length, rare.endsWith('𠮷.pdf')]).toEqual([true, 149, true]);
  });
});

it('opens documents and pictures, never what could run', () => {
  for (const name of ['a.PDF', 'b.xlsx', 'c.ofd', 'd.jpg']) expect(opensSafely(name), name).toBe(true);
  for (const name of ['a.exe', 'b.sh', 'c.desktop', 'd.html', 'e.js', 'f.pdf.lnk', 'g', 'h.svg', 'i.docm']) {
    expect(opensSafely(name), name).toBe(false);
  }
  expect(mediaTypeOf('A.Pdf')).toBe('application/pdf');
  expect(mediaTypeOf('a.unknown')).toBe('application/octet-stream');
});
