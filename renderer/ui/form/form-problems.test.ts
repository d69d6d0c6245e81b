import { describe, expect, it } from 'vitest';
import type { Finding } from '#shared/rules/engine.ts';
import { formProblems } from './form-problems.ts';
import { sectionState } from './section-state.ts';
import { showing } from './shown-findings.ts';

const rules = showing({ incomplete: new Set(['required']), wrong: 'at once' });
const finding = (ruleId: string, severity: Finding['severity'], ...paths: string[]): Finding => ({
  ruleId,
  severity,
  paths,
  article: 'system',
  params: {},
});
const found = {
  findings: [finding('required', 'error', 'title', 'amount'), finding('order', 'error', 'day')],
  error: null,
  wrongTexts: [{ path: 'amount', text: 'no amount' }],
  touched: new Set(['title', 'amount']),
  attempted: false,
  saveTried: false,
};
const paths = (problems: readonly { readonly path: string }[]) => problems.map(({ path }) => path);

describe('what is wrong with a form', () => {
  it('is said at its fields, and summed up only once something was tried', () => {
    const shown = formProblems(found, rules);
    expect(paths(shown.problems)).toEqual(['amount', 'title', 'day']);
    expect(shown.messages.get('amount')).toEqual([{ severity: 'error', text: 'no amount' }]);
    expect(shown.messages.get('title')).toHaveLength(1);
    expect(shown.summary).toEqual([]);
  });

  it('is, for 保存, what cannot be saved at all, and for 提交 everything', () => {
    expect(paths(formProblems({ ...found, saveTried: true }, rules).summary)).toEqual(['amount']);
    const attempted = formProblems({ ...found, touched: new Set(), attempted: true }, rules);
    expect(paths(attempted.summary)).toEqual(['amount', 'title', 'day']);
  });

  it('counts what has no shape it could be checked in, which is not broken as well', () => {
    const error = { code: 'invalid_input' as const, fields: [{ path: 'content.day', code: 'invalid_date' }] };
    const shown = formProblems({ ...found, error, saveTried: true }, rules);
    expect(paths(shown.summary)).toEqual(['amount', 'day']);
    expect(paths(shown.problems)).toEqual(['amount', 'day', 'title']);
  });
});

describe('a section of the contents rail', () => {
  const field = (key: string, required: boolean, blank: boolean) => ({ key, asked: { required, blank } });
  const nothing = { findings: [], problems: [] };

  it('says what is missing, wrong and noticed in it, in its lines too', () => {
    const shown = {
      findings: [finding('w', 'warning', 'lines.0.day'), finding('w', 'warning', 'elsewhere')],
      problems: [{ path: 'lines.1.text' }, { path: 'line' }, { path: 'title' }],
    };
    const fields = [field('title', true, true), field('lines', true, false), field('note', false, true)];
    expect(sectionState(fields, shown)).toEqual({ missing: 1, errors: 2, warnings: 1, optional: false });
  });

  it('is optional while nothing asked in it is required or filled in', () => {
    expect(sectionState([field('note', false, true), { key: 'printed' }], nothing).optional).toBe(true);
    expect(sectionState([field('note', false, false)], nothing).optional).toBe(false);
    expect(sectionState([{ key: 'printed' }], nothing).optional).toBe(false);
  });
});
