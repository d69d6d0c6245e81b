import { describe, expect, it } from 'vitest';
import { passwordProblem } from './password-rules.ts';
import { serverAddress } from './server-address.ts';

describe('the address of the server', () => {
  it.each([
    ['https://zfcg.example.gov.cn', 'https://zfcg.example.gov.cn'],
    [' http://10.1.2.3:8080/ ', 'http://10.1.2.3:8080'],
    ['zfcg.example.gov.cn/index.html', 'https://zfcg.example.gov.cn'],
    ['localhost:4170', 'https://localhost:4170'],
  ])('%s', (typed, address) => {
    expect(serverAddress(typed)).toBe(address);
  });

  it.each(['', 'ftp://example.gov.cn', 'javascript://alert', 'https://user:pass@example.gov.cn', 'http://'])(
    '%s is none',
    (typed) => {
      expect(serverAddress(typed)).toBeUndefined();
    },
  );
});

describe('a new password', () => {
  it('is long enough and another one', () => {
    expect(passwordProblem('old password', 'short')).toContain('太短');
    expect(passwordProblem('old password', 'old password')).toContain('不能与当前密码相同');
    expect(passwordProblem('old password', 'new password')).toBeNull();
  });
});
