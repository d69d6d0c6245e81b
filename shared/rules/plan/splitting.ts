// 化整为零: within one fiscal year, what a unit buys of one class or one budget project by methods other than 公开招标 may not in sum
// exceed the open-tender threshold. What was approved does not count (条例 art 28). A suspicion, so a warning.
import type { Plan, PlanContent, PlanItem } from '#shared/domain/plans/model.ts';
import { packageIdOf } from '#shared/domain/plans/packages.ts';
import { sumFen } from '#shared/kernel/money.ts';
import type { Params, Rule } from '../engine.ts';
import { exampleContent, exampleFacts, examplePredecessor, otherPlan, withBudget } from '../plan-example.ts';
import { isNonOpen, type PlanFacts } from '../plan-facts.ts';

type Suspicion = { readonly group: string; readonly sum: number; readonly plans: number };

/** Letter and two pairs of digits: the class (大类) a 品目 belongs to. */
const classLength = 5;

function counts(content: PlanContent): boolean {
  return isNonOpen(content) && content.methodApprovalNo.trim() === '';
}

/** Amounts by class and by budget project; a plan is in as many groups as it has classes and budget projects. */
function amountsByGroup(content: PlanContent): ReadonlyMap<string, number> {
  const groups = new Map<string, number>();
  const add = (group: string, amount: number | null) =>
    groups.set(group, (groups.get(group) ?? 0) + (amount ?? 0));
  for (const { catalogEdition, catalogCode, amount } of content.items) {
    if (catalogCode !== null) add(`${catalogEdition}/${catalogCode.slice(0, classLength)}`, amount);
  }
  for (const { budgetItemNo, amount } of content.funds) {
    if (budgetItemNo.trim() !== '') add(`budget/${content.category ?? ''}/${budgetItemNo.trim()}`, amount);
  }
  return groups;
}

/** Plans that change the method of sections of another one, this one included. */
function changesIn({ others, planId, content, predecessor }: PlanFacts): readonly Changing[] {
  const own = { id: planId, content, predecessor };
  return [own, ...others].filter((plan) => plan.predecessor !== null);
}
type Changing = Pick<Plan, 'id' | 'content' | 'predecessor'>;

/** What a plan still buys itself: sections whose method another plan changes are bought there, and counted there. */
function amountsLeft({ id, content }: Plan, changing: readonly Changing[]): ReadonlyMap<string, number> {
  const by = changing.filter(({ predecessor }) => predecessor?.planId === id);
  const gone = new Set(
    by.flatMap(({ predecessor }) => predecessor?.sections.map((section) => section.plannedSectionId) ?? []),
  );
  const isGone = (item: PlanItem) => gone.has(packageIdOf(content, item) ?? '');
  const known = content.items.some(isGone);
  const left = new Map(amountsByGroup({ ...content, items: content.items.filter((item) => !isGone(item)) }));
  for (const [group, amount] of by.flatMap((change) => [...amountsByGroup(change.content)])) {
    // Of packages it is known which items went; of what is not divided as much as the other plan buys.
    if (known && !group.startsWith('budget/')) continue;
    left.set(group, Math.max(0, (left.get(group) ?? 0) - amount));
  }
  return new Map([...left].filter(([, amount]) => amount > 0));
}

/** The group with the largest sum over the threshold, if there is one with other plans in it. */
function suspicion(facts: PlanFacts): Suspicion | undefined {
  const changing = changesIn(facts);
  const others = facts.others
    .filter(({ content }) => counts(content))
    .map((plan) => amountsLeft(plan, changing));
  const suspicions = [...amountsByGroup(facts.content)].flatMap(([group, own]): Suspicion[] => {
    const shared = others.flatMap((groups) => groups.get(group) ?? []);
    const sum = own + sumFen(shared);
    const over = shared.length > 0 && facts.openTender !== null && sum > facts.openTender;
    return over ? [{ group, sum, plans: shared.length + 1 }] : [];
  });
  return suspicions.toSorted((a, b) => b.sum - a.sum)[0];
}

function suspicionParams(facts: PlanFacts): Params {
  const found = suspicion(facts);
  const [kind = '', ...name] = (found?.group ?? '').split('/');
  return {
    by: kind === 'budget' ? 'budget' : 'class',
    group: name.at(-1) ?? '',
    sum: found?.sum ?? 0,
    plans: found?.plans ?? 0,
    threshold: facts.openTender,
  };
}

const inquiry: Partial<PlanContent> = {
  ...withBudget(120_000_000),
  method: 'INQUIRY',
  methodReasonCode: 'LAW_32',
  methodReason: 'Standard goods in stock.',
  evalMethod: 'LOWEST_QUOTE',
  priceWeight: null,
};
const otherBudget = exampleContent.funds.map((fund) => ({
  ...fund,
  amount: 120_000_000,
  budgetItemNo: '411000-26-0002',
}));

const inquired = otherPlan(20, inquiry, 'filed');
const changeOf = (before: Plan, more: readonly Plan[] = []) =>
  exampleFacts(
    { ...inquiry, method: 'COMPETITIVE_NEGOTIATION', methodReasonCode: 'LAW_30_1' },
    {
      predecessor: { ...examplePredecessor, planId: before.id, method: 'INQUIRY' },
      unitPlans: [before, ...more],
    },
  );

export const splittingRules: readonly Rule<PlanFacts>[] = [
  {
    id: 'plan.splitting',
    article: 'regulation/28',
    severity: 'warning',
    fields: ['items', 'method'],
    // Goods and services only: works follow the scale of 招标投标法.
    appliesTo: ({ content }) => content.category !== 'B' && counts(content),
    holds: (facts) => suspicion(facts) === undefined,
    params: suspicionParams,
    examples: {
      passing: [
        exampleFacts(inquiry),
        // Not over the threshold, not yet submitted, cancelled, openly tendered, approved.
        exampleFacts(inquiry, { unitPlans: [otherPlan(20, withBudget(80_000_000), 'filed')] }),
        exampleFacts(inquiry, { unitPlans: [otherPlan(20, inquiry, 'draft')] }),
        exampleFacts(inquiry, { unitPlans: [otherPlan(20, inquiry, 'cancelled')] }),
        exampleFacts(inquiry, { unitPlans: [otherPlan(20, withBudget(120_000_000), 'filed')] }),
        exampleFacts(inquiry, {
          unitPlans: [otherPlan(20, { ...inquiry, methodApprovalNo: 'PF-2026-3' }, 'filed')],
        }),
        // By this plan another method buys what failed of the other.
        changeOf(inquired),
      ],
      failing: [
        exampleFacts(inquiry, { unitPlans: [otherPlan(20, inquiry, 'filed')] }),
        changeOf(inquired, [otherPlan(21, inquiry, 'filed')]),
        // Same class, another budget project; then the other way round.
        exampleFacts({ ...inquiry, funds: otherBudget }, { unitPlans: [otherPlan(20, inquiry, 'pushed')] }),
        exampleFacts(
          { ...inquiry, items: exampleContent.items.map((item) => ({ ...item, catalogCode: 'A05010201' })) },
          { unitPlans: [otherPlan(20, inquiry, 'unit_review')] },
        ),
      ],
    },
  },
];
