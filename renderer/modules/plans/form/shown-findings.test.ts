import { describe, expect, it } from 'vitest';
import { linesIn } from '#renderer/ui/form/content-of-schema.ts';
import { wrongTextsIn } from '#renderer/ui/form/form-content.ts';
import { messagesByPath } from '#renderer/ui/form/messages-by-path.ts';
import { exampleContent, exampleFacts } from '#shared/rules/plan-example.ts';
import { checkPlan } from '#shared/rules/plan-rules.ts';
import { planRules, wordsFor } from './shown-findings.ts';

const { isIncomplete, problemsOf, shownFindings } = planRules;
const unreadableProblems = (unreadable: Readonly<Record<string, string>>, content: typeof exampleContent) =>
  wrongTextsIn(unreadable, linesIn(content)).map((wrong) => ({ path: wrong.path, text: wordsFor(wrong) }));

const missing = checkPlan(exampleFacts({ projectName: '', method: null }));
const wrongPhone = checkPlan(exampleFacts({ phone: '123' }));
const ids = (findings: ReturnType<typeof shownFindings>) => findings.map(({ ruleId }) => ruleId);

describe('what is shown while one types', () => {
  it('blames nobody for fields not reached yet', () => {
    expect(shownFindings(missing, new Set(), false)).toEqual([]);
  });

  it('tells of a required field that was left empty, and of no other', () => {
    const shown = shownFindings(missing, new Set(['projectName']), false);
    expect(shown.map(({ paths }) => paths)).toEqual([['projectName']]);
  });

  it('tells at once what is wrong with what was typed', () => {
    expect(ids(shownFindings(wrongPhone, new Set(['phone']), false))).toEqual(['plan.phone']);
    expect(shownFindings(wrongPhone, new Set(['contact']), false)).toEqual([]);
  });

  it('tells of an unfinished line only when a submission was tried', () => {
    const [item] = exampleContent.items;
    const facts = exampleFacts({ items: item === undefined ? [] : [{ ...item, name: '' }] });
    const findings = checkPlan(facts);
    expect(ids(findings)).toContain('plan.item_complete');
    expect(ids(shownFindings(findings, new Set(['items']), false))).not.toContain('plan.item_complete');
    expect(ids(shownFindings(findings, new Set(['items']), true))).toContain('plan.item_complete');
  });
});

describe('the summary', () => {
  it('has one entry for each empty field and one for a sum that is wrong at two', () => {
    expect(problemsOf(missing).map(({ path }) => path)).toEqual(
      expect.arrayContaining(['projectName', 'method']),
    );
    const sums = checkPlan(
      exampleFacts({ budgetAmount: 149_000_000, ceilingPrice: null, smeAmount: 149_000_000 }),
    );
    const funds = problemsOf(sums).filter(({ text }) => text === problemsOf(sums)[0]?.text);
    expect(funds).toHaveLength(1);
  });
});

describe('text that is no value', () => {
  const [item] = exampleContent.items;

  it('is told at the line where it stands now', () => {
    const moved = { ...exampleContent, items: [{ ...exampleContent.items[0], id: 'x' }, item] };
    const problems = unreadableProblems(
      { [`items.${item?.id}.qty`]: 'three' },
      moved as typeof exampleContent,
    );
    expect(problems.map(({ path }) => path)).toEqual(['items.1.qty']);
  });

  it('is not also called missing', () => {
    const findings = checkPlan(exampleFacts({ budgetAmount: null }));
    const problems = unreadableProblems({ budgetAmount: '12x' }, exampleContent);
    expect(messagesByPath(findings, problems, isIncomplete).get('budgetAmount')).toHaveLength(1);
  });
});
