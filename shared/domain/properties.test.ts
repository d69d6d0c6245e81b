// What holds for every plan and every order of commands, not only for the examples.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { errorCodes } from '#shared/kernel/errors.ts';
import { exampleFacts } from '#shared/rules/plan-example.ts';
import { checkPlan, planRules } from '#shared/rules/plan-rules.ts';
import { anActor, anOffice, anotherUnit } from '#test/builders/actors.ts';
import {
  anyContent,
  anySectionContent,
  lawfulContent,
  someDate,
  someFen,
  someText,
} from '#test/builders/arbitraries.ts';
import { anId } from '#test/builders/ids.ts';
import { aPlan, planDay } from '#test/builders/plans.ts';
import { aSectionContent } from '#test/builders/sections.ts';
import type { Store } from '#test/builders/store.ts';
import { aStore } from '#test/builders/world.ts';
import { roles } from './actor.ts';
import { type PlanContent, plans } from './plans/model.ts';
import { availableActions } from './plans/workflow.ts';
import { isLive, projects, sections } from './projects/model.ts';
import { commands } from './registry.ts';

const strangeOffice = { ...anOffice, id: anId('other office'), regionCode: '411081' };
const units = ['purchaser_clerk', 'purchaser_reviewer', 'agency'] as const;
const everybody = [
  ...roles.map((role) => anActor(role)),
  ...units.map((role) => anActor(role, anotherUnit, 'stranger')),
  ...roles.map((role) => ({
    ...anActor(role, strangeOffice, 'far away'),
    platformId: role === 'trading_platform' ? 'yuzhou' : null,
  })),
];
const steps = [
  ['plans.submit', anActor('purchaser_clerk')],
  ['plans.approve', anActor('purchaser_reviewer')],
  ['plans.file', anActor('procurement_office')],
] as const;

describe('a plan that passes the rules', () => {
  it('goes from draft to its number by the hands of the right three, and of nobody else', () => {
    fc.assert(
      fc.property(lawfulContent, (content) => {
        expect(checkPlan(exampleFacts(content))).toEqual([]);
        const { id } = aPlan().build();
        const store = aStore().put(plans, aPlan().with(content).build());
        for (const [command, right] of steps) {
          const before = store.get(plans, id);
          for (const actor of everybody.filter(({ accountId }) => accountId !== right.accountId)) {
            // The server itself may file where a setting says so; here none does.
            if (actor.role !== 'system') expect(availableActions(actor, before)).not.toContain(command);
            expect(store.run(actor, command, { id }).ok).toBe(false);
          }
          expect(store.get(plans, id)).toEqual(before);
          expect(availableActions(right, before)).toContain(command);
          expect(store.run(right, command, { id }).ok).toBe(true);
        }
        expect(store.get(plans, id)).toMatchObject({ status: 'filed', planNo: 'XC-2026-0001' });
      }),
      { numRuns: 30 },
    );
  });
});

describe('the rules', () => {
  it('answer for any content, and say where', () => {
    fc.assert(
      fc.property(anyContent, someDate, (content, today) => {
        for (const finding of checkPlan(exampleFacts(content, { today }))) {
          expect(finding.paths.length).toBeGreaterThan(0);
          for (const value of Object.values(finding.params)) expect(value).not.toBeNaN();
        }
      }),
      { numRuns: 500 },
    );
  });
});

const planId = fc.constantFrom('a', 'b', 'b', 'b', 'e').map(anId);
const failed = anId('lot-9');
const officeTable = fc.constantFrom('a', 'b', 'c', 'c').map(anId);
const reason = fc.oneof({ weight: 5, arbitrary: fc.constant('Because.') }, fc.constantFrom(' ', 'x'));
const lotUid = fc.constantFrom('lot-1', 'lot-2');
const arrival = fc.record({
  lotUid,
  version: fc.integer({ min: 1, max: 4 }),
  pushedAt: fc.constant(planDay),
  content: anySectionContent,
});
const warnings = planRules.filter(({ severity }) => severity === 'warning').map(({ id }) => id);
const platformKey = { platformId: fc.constantFrom('xuchang', 'nowhere'), keyId: fc.constantFrom('k1', 'k2') };

/** For every command inputs that its schema takes, most of them about records that exist. */
const inputs: Readonly<Record<string, fc.Arbitrary<object>>> = {
  'plans.create': fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd').map(anId), content: anyContent }),
  'plans.changeMethod': fc.record({
    id: fc.constantFrom('e', 'f').map(anId),
    sectionIds: fc.constantFrom([failed], [failed], [anId('lot-1')]),
    method: fc.constantFrom('INQUIRY', 'COMPETITIVE_NEGOTIATION', 'OPEN_TENDER'),
  }),
  'plans.edit': fc.record({
    id: planId,
    changes: fc.constantFrom('contact', 'platformId', 'agencyId', 'phone').chain((field) =>
      fc
        .record({
          from: fc.constantFrom('xuchang', 'Li', null),
          to: fc.constantFrom('xuchang', null, 'Wang'),
        })
        .map((values) => [{ field, ...values }]),
    ),
  }),
  'plans.submit': fc.record({ id: planId, acknowledged: fc.constantFrom([], warnings, warnings, warnings) }),
  'plans.return': fc.record({ id: planId, reason }),
  'plans.officeReturn': fc.record({ id: officeTable, reason }),
  'plans.file': fc.record({ id: officeTable }),
  'plans.reopen': fc.record({ id: planId, reason }),
  'plans.cancel': fc.record({ id: planId, reason }),
  'plans.giveUp': fc.record({ id: fc.constantFrom('e', 'e', 'b').map(anId), reason }),
  'sections.receive': fc.record({
    planId,
    sections: fc
      .uniqueArray(arrival, { minLength: 1, maxLength: 2, selector: (each) => each.lotUid })
      .map((all) => all.map((each) => ({ ...each, id: anId(`${each.lotUid}/${each.version}`) }))),
  }),
  'sections.change': fc.record({ planId, section: arrival }),
  'sections.cancel': fc.record({ planId, lotUid, version: fc.integer({ min: 1, max: 4 }), reason }),
  'projects.requestSections': fc.constant({}),
  'projects.recordDelivery': fc.record({
    messageId: fc.constantFrom('m1', 'm2'),
    status: fc.constantFrom('received', 'accepted', 'rejected', 'dead'),
    at: fc.integer({ min: planDay, max: planDay + 86_400_000 }),
  }),
  'settings.set': fc.record({
    key: fc.constantFrom('plans.autoFile', 'plans.intentionDays', 'toString'),
    value: fc.constantFrom(true, 0, 30, 365, 'x'),
  }),
  'numberPatterns.set': fc.record({
    id: fc.constantFrom('plan/default', 'plan/411081', 'x'),
    pattern: fc.oneof(fc.constantFrom('{yyyy}-{seq}', '{region}{yyyy}{seq:8}'), someText),
  }),
  'platforms.retireKey': fc.record(platformKey),
  'platforms.addKey': fc.record({
    ...platformKey,
    publicKey: fc.constant(`MCowBQYDK2VwAyEA${'A'.repeat(43)}=`),
  }),
};
const simple = fc.record({ id: planId });
const anything = fc.oneof(fc.jsonValue({ maxDepth: 3 }), fc.record({ id: someText, amount: someFen }));

const names = [...commands.keys()];
const business = names.filter((name) => /^(plans|sections|projects)\./.test(name) && name !== 'plans.cancel');
const forward = [
  'plans.submit',
  'plans.approve',
  'plans.file',
  'sections.receive',
  'projects.recordDelivery',
];

const aCommand = fc
  .constantFrom(...names, ...business, ...business, ...business, ...forward, ...forward)
  .chain((name) =>
    fc.record({
      name: fc.constant(name),
      actor: fc.oneof(
        { weight: 9, arbitrary: fc.constantFrom(...rightHands(name)) },
        fc.constantFrom(...everybody),
      ),
      input: fc.oneof({ weight: 9, arbitrary: inputs[name] ?? simple }, anything),
      minutes: fc.integer({ min: 0, max: 30 }),
    }),
  );

function rightHands(name: string) {
  const allowed = commands.get(name)?.access.roles ?? [];
  return allowed.map((role) => anActor(role));
}

/** Which project there is, only the store knows. */
function aboutProject(store: Store, name: string, input: unknown): unknown {
  const [project] = store.all(projects);
  const projectId =
    name === 'plans.changeMethod'
      ? store.get(sections, failed).projectId
      : name.startsWith('projects.')
        ? project?.id
        : undefined;
  return projectId !== undefined && typeof input === 'object' ? { projectId, ...input } : input;
}

/** One plan drafted, one filed with a section, one whose section has failed, one of any content on 采购办's table. */
function begun(content: PlanContent | null): Store {
  const store = aStore()
    .put(plans, aPlan('a').build(), aPlan('b').approved().build(), aPlan('g').approved().build())
    .put(
      plans,
      aPlan('c')
        .with(content ?? {})
        .approved()
        .build(),
    );
  for (const [plan, lot] of [
    ['b', 'lot-1'],
    ['g', 'lot-9'],
  ] as const) {
    const planId = anId(plan);
    store.run(anActor('procurement_office'), 'plans.file', { id: planId });
    const first = { id: anId(lot), lotUid: lot, version: 1, pushedAt: planDay, content: aSectionContent };
    store.run(anActor('trading_platform'), 'sections.receive', { planId, sections: [first] });
  }
  store.put(sections, { ...store.get(sections, failed), status: 'failed' });
  if (content !== null) return store;
  // Half the time its method is being changed already, and 采购办 has sent that plan back.
  const { projectId } = store.get(sections, failed);
  const change = { id: anId('e'), projectId, sectionIds: [failed], method: 'INQUIRY' };
  store.run(anActor('purchaser_clerk'), 'plans.changeMethod', change);
  return store.put(plans, { ...store.get(plans, anId('e')), status: 'returned', leftUnit: true });
}

describe('any commands in any order', () => {
  const accepted = new Set<string>();
  const history = fc.array(aCommand, { minLength: 20, maxLength: 60, size: 'max' });

  it('are answered, never throw, and leave records that fit their schemas and each other', () => {
    fc.assert(
      fc.property(fc.option(anyContent, { freq: 2 }), history, (content, all) => {
        const store = begun(content);
        for (const { name, actor, input, minutes } of all) {
          store.now += minutes * 60_000;
          // Rows are parsed by their own schemas as they are stored.
          const answer = store.run(actor, name, aboutProject(store, name, input));
          if (answer.ok) accepted.add(name);
          else expect(errorCodes).toContain(answer.error.code);
        }
        const { status, successor } = store.get(sections, failed);
        // What is changed is in the hands of one plan that stands, and of that plan alone.
        const changing = store.all(plans).filter(({ predecessor, status: of }) => {
          return predecessor !== null && of !== 'cancelled';
        });
        expect(changing.map(({ id }) => id)).toEqual(successor === null ? [] : [successor.planId]);
        expect(status).toBe('failed');
        const numbers = store.all(plans).flatMap(({ planNo }) => planNo ?? []);
        expect(new Set(numbers).size).toBe(numbers.length);
        for (const project of store.all(projects)) {
          const own = store.all(sections).filter(({ projectId }) => projectId === project.id);
          const live = own.filter(isLive);
          expect(project.sectionCount).toBe(live.length);
          expect(new Set(live.map(({ sectionNo }) => sectionNo)).size).toBe(live.length);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('reached every step of plans, projects and sections', () => {
    expect(names.filter((name) => /^(plans|projects|sections)\./.test(name) && !accepted.has(name))).toEqual(
      [],
    );
  });
});
