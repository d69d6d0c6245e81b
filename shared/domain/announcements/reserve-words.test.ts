import { describe, expect, it } from 'vitest';
import { reserveClaims } from './reserve-words.ts';

const sections = [
  { id: 'first', names: ['ZFCG-G2026001-1号', '下一代防火墙'], packageNo: '1' },
  { id: 'second', names: ['ZFCG-G2026001-2号', '日志审计系统'], packageNo: '2' },
  { id: 'twelfth', names: ['ZFCG-G2026001-12号', '入侵防御设备'], packageNo: '12' },
];

describe('what words say of a reserve', () => {
  it.each([
    ['包2专门面向中小企业采购。', ['second']],
    ['采购包2专门面向中小企业采购。', ['second']],
    ['第二包专门面向中小微企业采购。', ['second']],
    ['第二包专门面向小微企业采购。', ['second']],
    ['2包专门面向中小企业。', ['second']],
    ['包1、2专门面向中小企业采购。', ['first', 'second']],
    ['包1和包12专门面向中小企业采购。', ['first', 'twelfth']],
    [
      '标段ZFCG-G2026001-1号、ZFCG-G2026001-2号专门面向中小企业采购，供应商应为中小企业。',
      ['first', 'second'],
    ],
    ['日志审计系统，专门面向中小企业采购。', ['second']],
    ['包12专门面向中小企业采购', ['twelfth']],
    ['包2仅面向小微企业采购。', ['second']],
    ['包2专门面向 中小企业采购。', ['second']],
    ['本项目专门面向中小企业采购，供应商应为中小企业、监狱企业或者残疾人福利性单位。', 'all'],
    ['专门面向中小企业采购', 'all'],
  ])('%s', (text, about) => {
    expect(reserveClaims(text, sections)).toEqual([{ about, reserved: true }]);
  });

  it.each([
    ['包1不专门面向中小企业采购，包2专门面向中小企业采购。', [['first'], false], [['second'], true]],
    ['本项目非专门面向中小企业采购。', ['all', false]],
    ['包2专门面向中小企业采购：否。', [['second'], false]],
    ['包2专门面向中小企业采购（否）。', [['second'], false]],
    ['包2取消专门面向中小企业采购。', [['second'], false]],
    ['除包2外，专门面向中小企业采购。', [['first', 'twelfth'], true], [['second'], false]],
    ['包2以外专门面向中小企业采购。', [['first', 'twelfth'], true], [['second'], false]],
    ['本项目专门面向中小企业采购，包2除外。', [['first', 'twelfth'], true], [['second'], false]],
  ])('and what is denied: %s', (text, ...claims) => {
    expect(reserveClaims(text, sections).map(({ about, reserved }) => [about, reserved])).toEqual(claims);
  });

  it.each([
    '是否专门面向中小企业采购：是',
    '专门面向中小企业采购的标段，供应商须提供声明函。',
    '如专门面向中小企业采购，供应商应为中小企业。',
    '本项目如专门面向中小企业采购，供应商应为中小企业。',
    '无',
    '落实节约能源、支持中小企业等政府采购政策。',
  ])('is nothing in: %s', (text) => {
    expect(reserveClaims(text, sections)).toEqual([]);
  });
});
