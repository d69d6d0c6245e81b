// An input for every command of the registry, made from what a desk shows to its user. A command without a line here fails the suite
// (registry.test.ts). `fit` picks a record the command is meant for, where the desk shows one; `any` takes any record or none at all.

import { makeUscc } from '#demo/data/uscc.ts';
import { publishedYears } from '#shared/codes/holidays.ts';
import type { PlanContent, PlanField } from '#shared/domain/plans/model.ts';
import { acceptanceInputs } from './acceptance-inputs.ts';
import { announcementInputs } from './announcement-inputs.ts';
import { awardChangeInputs } from './award-change-inputs.ts';
import { awardInputs } from './award-inputs.ts';
import { breachInputs } from './breach-inputs.ts';
import { challengeInputs } from './challenge-inputs.ts';
import type { Random } from './chance.ts';
import { mayBeChanged } from './change-inputs.ts';
import { fieldChoices, someContent } from './contents.ts';
import { contractInputs } from './contract-inputs.ts';
import { eventInputs } from './event-inputs.ts';
import { expertInputs } from './expert-inputs.ts';
import { type Draw, idOr, nth, startsAt, stepInputs, withReason } from './inputs-common.ts';
import { paymentInputs } from './payment-inputs.ts';
import { desks, homeUnit, variantsOf } from './people.ts';

/** One to three fields, each from what the desk shows to another of its few values. */
export function someChanges(content: PlanContent, random: Random): readonly object[] {
  const fields = Object.keys(fieldChoices) as PlanField[];
  const chosen = new Set<PlanField>();
  const count = random.int(1, 3);
  for (let index = 0; index < count; index += 1) {
    const [first, ...rest] = fields;
    // Plain text is edited far more often than who is responsible.
    if (first !== undefined)
      chosen.add(random.chance(0.75) ? random.pick(plainFields) : random.pick([first, ...rest]));
  }
  return [...chosen].map((field) => ({
    field,
    from: content[field],
    to: choiceOf(field, content[field], random),
  }));
}

const plainFields = ['projectName', 'contact', 'phone', 'performancePlace', 'performancePeriod'] as const;

function choiceOf(field: PlanField, present: unknown, random: Random): unknown {
  const choices: readonly unknown[] = fieldChoices[field] ?? [];
  const others = choices.filter((choice) => choice !== present);
  return others[random.int(0, Math.max(0, others.length - 1))] ?? present;
}

/** What only the trading centre may say; a desk that says it is refused. */
const arrival = ({ view, random, pick }: Draw) => ({
  lotUid: nth(view.sections, pick)?.lotUid ?? `LOT-${random.int(1, 99)}`,
  version: random.int(1, 5),
  pushedAt: view.now,
  content: {
    sectionNo: String(random.int(1, 5)),
    name: '第一标段（示例）',
    budget: 100,
    ceiling: null,
    content: '',
    catalogEdition: '2022',
    catalogCode: 'A02010105',
    smeReserved: isReserved(view, pick),
    evalMethod: null,
    qualification: null,
    performancePeriod: null,
    acceptsConsortium: null,
    openingOn: null,
    plannedSectionId: null,
  },
});
/** The centre says of a section what the plan says of the whole. */
const isReserved = ({ plans, projects }: Draw['view'], pick: number) =>
  plans.find(({ id }) => id === nth(projects, pick)?.planId)?.content.smeMode === 'WHOLE_PROJECT';
const planNamed = (draw: Draw) => ({
  planId: nth(draw.view.projects, draw.pick)?.planId ?? draw.random.uuid(draw.view.now),
});

const ownViews = ({ savedViews, actor }: Draw['view']) =>
  savedViews.filter(({ ownerId }) => ownerId === actor.accountId);

const viewNames = ['示例甲', '示例乙'] as const;

const aLook = (random: Draw['random']) => ({
  tab: random.pick(['all', 'draft', 'no-such-tab']),
  filters: { method: random.pick(['OPEN', 'INVITED']) },
  sort: { by: 'updatedAt', direction: 'desc' },
  search: '',
  hidden: [],
});

export const inputs: ReadonlyMap<string, (draw: Draw) => unknown> = new Map<string, (draw: Draw) => unknown>([
  ...stepInputs,
  ...announcementInputs,
  ...eventInputs,
  ...challengeInputs,
  ...awardInputs,
  ...awardChangeInputs,
  ...contractInputs,
  ...acceptanceInputs,
  ...paymentInputs,
  ...breachInputs,
  ...expertInputs,
  [
    'plans.create',
    ({ view, random, fit }: Draw) => ({
      id: fit ? random.uuid(view.now) : (nth(view.plans, 0)?.id ?? random.uuid(view.now)),
      content: someContent(view.actor.organisationId ?? homeUnit.row.id, view.now, random),
    }),
  ],
  [
    'plans.changeMethod',
    ({ view, random, pick, fit }: Draw) => {
      const failed = view.sections.filter(mayBeChanged);
      const section = nth(fit && failed.length > 0 ? failed : view.sections, pick);
      return {
        id: random.uuid(view.now),
        projectId: section?.projectId ?? idOr(nth(view.projects, pick), random, view.now),
        sectionIds: [idOr(section, random, view.now)],
        method: random.pick(['COMPETITIVE_CONSULTATION', 'COMPETITIVE_NEGOTIATION', 'OPEN_TENDER']),
      };
    },
  ],
  [
    'plans.edit',
    (draw: Draw) => {
      const { random, view, pick, fit } = draw;
      const plan = nth(fit ? view.plans.filter(startsAt('plans.edit')) : view.plans, pick);
      const content = plan?.content ?? someContent(homeUnit.row.id, view.now, random);
      return { id: idOr(plan, random, view.now), changes: someChanges(content, random) };
    },
  ],
  [
    'projects.recordDelivery',
    (draw: Draw) => ({
      projectId: idOr(nth(draw.view.projects, draw.pick), draw.random, draw.view.now),
      messageId: draw.random.uuid(draw.view.now),
      status: 'accepted',
      at: draw.view.now,
    }),
  ],
  [
    'sections.receive',
    (draw: Draw) => ({
      ...planNamed(draw),
      sections: [{ id: draw.random.uuid(draw.view.now), ...arrival(draw) }],
    }),
  ],
  ['sections.change', (draw: Draw) => ({ ...planNamed(draw), section: arrival(draw) })],
  [
    'sections.cancel',
    (draw: Draw) => {
      const { lotUid, version } = arrival(draw);
      return { ...planNamed(draw), lotUid, version, ...withReason(draw) };
    },
  ],
  [
    'organisations.save',
    ({ view, random, pick, fit }: Draw) => {
      const known = nth(view.organisations, pick);
      if (known !== undefined && random.chance(0.7)) {
        return { organisation: { ...known, contact: random.pick(['示例甲', '示例乙', '示例丙']) } };
      }
      return {
        organisation: {
          ...homeUnit.row,
          id: random.uuid(view.now),
          name: `许昌市示例单位${random.int(1, 99)}`,
          uscc: fit ? makeUscc('12', homeUnit.row.regionCode, random) : homeUnit.row.uscc,
        },
      };
    },
  ],
  [
    'accounts.save',
    ({ view, random, pick }: Draw) => {
      const variants = desks.flatMap(variantsOf);
      const chosen = nth(variants, pick);
      const stored = view.accounts.find(({ id }) => id === chosen?.id);
      return {
        account: { ...chosen, active: stored?.active ?? true, phone: random.pick(['', '0374-0000003']) },
      };
    },
  ],
  [
    'settings.set',
    ({ random, fit }: Draw) =>
      random.pick([
        { key: 'plans.intentionDays', value: random.pick([20, 30, 40]) },
        { key: 'plans.autoFile', value: random.chance(0.5) },
        { key: 'deadlines.extraDay', value: random.chance(0.5) },
        { key: fit ? 'deadlines.contractSignDays' : '__proto__', value: random.int(0, 30) },
      ]),
  ],
  [
    'holidays.publish',
    ({ random }: Draw) => ({
      calendar: nth(publishedYears, random.int(0, 9))?.calendar ?? null,
      source: random.pick(['国办发明电（示例一）', '国办发明电（示例二）']),
    }),
  ],
  [
    'numberPatterns.set',
    // Only of regions where nothing is filed: two patterns in one series would be no mistake, but could not be counted.
    ({ random, fit }: Draw) => ({
      id: random.pick(['plan/411003', 'plan/411024', 'plan/none']),
      pattern: fit
        ? `示例采购-{yyyy}-${random.int(1, 9)}-{seq:4}`
        : random.pick(['无序号-{yyyy}', '{x}', '{seq}']),
    }),
  ],
  [
    'platforms.save',
    ({ view, random, pick }: Draw) => {
      const platform = nth(view.platforms, pick);
      if (platform === undefined) return { platform: null };
      const { publicKeys: _keys, ...rest } = platform;
      return { platform: { ...rest, name: `${rest.name.slice(0, 20)}${random.pick(['', '甲', '乙'])}` } };
    },
  ],
  [
    'platforms.addKey',
    ({ view, random, pick }: Draw) => ({
      platformId: nth(view.platforms, pick)?.id ?? 'nowhere',
      keyId: `extra-${random.int(1, 5)}`,
      publicKey: `MCowBQYDK2VwAyEA${'A'.repeat(42)}${random.pick(['A', 'E'])}=`,
    }),
  ],
  [
    'platforms.retireKey',
    // Never the key the centre signs with: then nothing could come to rest.
    ({ view, random, pick }: Draw) => ({
      platformId: nth(view.platforms, pick)?.id ?? 'nowhere',
      keyId: `extra-${random.int(1, 5)}`,
    }),
  ],
  [
    'views.save',
    ({ view, random, pick, fit }: Draw) => ({
      id: idOr(fit ? undefined : nth(view.savedViews, pick), random, view.now),
      list: random.pick(['plans', 'projects']),
      name: random.pick(viewNames),
      look: aLook(random),
      shared: random.chance(0.5),
    }),
  ],
  [
    'views.edit',
    ({ view, random, pick, fit }: Draw) => {
      const edited = nth(fit ? ownViews(view) : view.savedViews, pick);
      return {
        id: idOr(edited, random, view.now),
        changes: [
          { field: 'name', from: edited?.name ?? '', to: random.pick(viewNames) },
          { field: 'look', from: edited?.look ?? aLook(random), to: aLook(random) },
        ],
      };
    },
  ],
  [
    'views.remove',
    ({ view, random, pick, fit }: Draw) => ({
      id: idOr(nth(fit ? ownViews(view) : view.savedViews, pick), random, view.now),
    }),
  ],
  [
    'accounts.disable',
    ({ view, random, pick }: Draw) => ({ id: idOr(nth(view.accounts, pick), random, view.now) }),
  ],
]);

/** The input with one thing wrong: a part missing, of another kind, unknown, or named like something of JavaScript's own. */
export function broken(input: unknown, random: Random): unknown {
  if (typeof input !== 'object' || input === null) return null;
  const entries = Object.entries(input);
  const [name] = entries[random.int(0, Math.max(0, entries.length - 1))] ?? ['id'];
  const rest = Object.fromEntries(entries.filter(([key]) => key !== name));
  return random.pick<object>([
    rest,
    { ...rest, [name]: null },
    { ...rest, [name]: [] },
    { ...input, constructor: { name: 'Object' } },
    { ...input, unexpected: true },
    { ...rest, [name]: 'x'.repeat(50) },
  ]);
}
