import { describe, expect, it } from 'vitest';
import { isPublishedPage } from './lock-down.ts';

describe('what may be opened in the user’s own browser', () => {
  const server = 'https://zfcg.example.gov.cn/desk';

  it.each(['https://zfcg.example.gov.cn/', 'https://zfcg.example.gov.cn/notices/1?x=2#y'])('%s', (url) => {
    expect(isPublishedPage(url, server)).toBe(true);
  });

  it.each([
    'http://zfcg.example.gov.cn/',
    'https://zfcg.example.gov.cn.evil.example/',
    'https://zfcg.example.gov.cn:8443/',
    'https://user:secret@zfcg.example.gov.cn/',
    'https://zfcg.example.gov.cn@evil.example/',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'smb://zfcg.example.gov.cn/share',
    'not an address',
    '',
  ])('not %s', (url) => {
    expect(isPublishedPage(url, server)).toBe(false);
  });

  it('nothing before this computer is enrolled', () => {
    expect(isPublishedPage('https://zfcg.example.gov.cn/', null)).toBe(false);
  });
});
