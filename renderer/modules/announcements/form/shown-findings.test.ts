import { describe, expect, it } from 'vitest';
import { wrongTextsIn } from '#renderer/ui/form/form-content.ts';
import { sectionState } from '#renderer/ui/form/section-state.ts';
import { fieldsOf } from '#shared/domain/announcements/field-values.ts';
import { templateOf } from '#shared/domain/announcements/templates/index.ts';
import type { Values } from '#shared/domain/announcements/values.ts';
import type { Finding } from '#shared/rules/engine.ts';
import { fieldName } from './field-names.ts';
import { railFields, shownSections } from './form-sections.ts';
import { announcementRules, wordsFor } from './shown-findings.ts';

const { problemsOf, shownFindings } = announcementRules;

const tender = templateOf('TENDER');
const finding = (ruleId: string, severity: Finding['severity'], ...paths: string[]): Finding => ({
  ruleId,
  severity,
  paths,
  article: 'system',
  params: {},
});
const missing = finding('announcement.required', 'error', 'docPlace', 'docHow', 'reason.0.explanation');
const order = finding('announcement.documents_order', 'error', 'docTo');

describe('while the form is filled in', () => {
  it('what is missing is said at fields that were left, anything wrong at once', () => {
    expect(shownFindings([missing, order], new Set(['docHow', 'reason']), false)).toEqual([
      { ...missing, paths: ['docHow'] },
      order,
    ]);
    expect(shownFindings([missing], new Set(), true)).toEqual([missing]);
  });

  it('the summary has every empty field, and a broken rule once', () => {
    const both = finding('announcement.documents_order', 'error', 'docTo', 'docFrom');
    const paths = problemsOf([missing, both, finding('x', 'warning', 'docPlace')]).map(({ path }) => path);
    expect(paths).toEqual(['docPlace', 'docHow', 'reason.0.explanation', 'docTo']);
  });

  it('a text that is no value is said where its line stands now', () => {
    const termination = fieldsOf(templateOf('CORRECTION'));
    const corrections = [
      { id: 'one', cells: {} },
      { id: 'two', cells: {} },
    ];
    const unreadable = {
      firstPublishedOn: 'soon',
      'corrections.two.after': 'x',
      'corrections.gone.after': 'x',
    };
    const lines = (field: string) => (field === 'corrections' ? corrections : []);
    const problems = wrongTextsIn(unreadable, lines).filter((wrong) => wordsFor(termination, wrong));
    expect(problems.map(({ path }) => path)).toEqual(['firstPublishedOn', 'corrections.1.after']);
  });
});

describe('the sections of the form', () => {
  const nobody = { project: undefined, agency: undefined, sections: [] };

  it('ask for the agency only where there is one', () => {
    const keys = (agency: { id: string } | undefined) =>
      shownSections(tender, { ...nobody, agency }, {}).flatMap(({ fields }) => fields.map(({ key }) => key));
    expect(keys({ id: 'a' })).toContain('agencyName');
    expect(keys(undefined)).not.toContain('agencyName');
  });

  it('say what is still to be filled in', () => {
    const section = tender.sections.find(({ key }) => key === 'documents');
    const none = { findings: [], problems: [] };
    const fields = (values: Values) => railFields(section?.fields ?? [], nobody, values);
    const state = sectionState(fields({ docPlace: '一楼' }), none);
    expect(state.missing).toBe((section?.fields.length ?? 0) - 1);
    const wrong = { findings: [order], problems: [{ path: 'docTo' }, { path: 'bidPlace' }] };
    expect(sectionState(fields({}), wrong)).toMatchObject({
      errors: 1,
      optional: false,
    });
  });
});

it('fields are named as the format names them', () => {
  expect(fieldName(tender, 'docHow')).toBe('获取招标文件 · 方式');
  // Two sections have a place.
  expect(fieldName(tender, 'docPlace')).toBe('获取招标文件 · 地点');
  expect(fieldName(tender, 'sectionIds')).toBe('标段');
  expect(fieldName(templateOf('CORRECTION'), 'corrections.0.after')).toBe('更正内容 · 第1行 · 更正后');
});
