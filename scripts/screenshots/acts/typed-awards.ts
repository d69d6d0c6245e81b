// Results of which the trading centre has told no ranking: it is typed from the 评审报告.
import { supplierNames, supplierUscc } from '#demo/trading-centre/suppliers.ts';
import { type AwardContent, type Candidate, emptyAward } from '#shared/domain/awards/model.ts';
import type { Section } from '#shared/domain/projects/model.ts';
import { expectedRule } from '#shared/rules/section-event-rules.ts';
import { awardPages, label } from '#shared/text/index.ts';
import { forgetDrafts } from '../announcing.ts';
import type { Scene } from '../scene.ts';
import type { Stage } from '../stage.ts';
import { newId } from '../story.ts';

const { form } = awardPages;
/** Entered in these scenes, and withdrawn with them. */
const entered = newId();

async function sectionsOf(stage: Stage, projectId: string): Promise<readonly Section[]> {
  return (await stage.ask('sections.byProject', { projectId })).sections;
}

/** A section that was opened, and of whose evaluation the centre has told nothing. */
async function openedSection(stage: Stage): Promise<Section> {
  const { items } = await stage.ask('projects.list', { limit: 200 });
  for (const { id, method } of items) {
    if (method === 'SINGLE_SOURCE') continue;
    const opened = (await sectionsOf(stage, id)).find(({ status }) => status === 'opened');
    if (opened !== undefined) return opened;
  }
  throw new Error('no section of the demo is opened and not evaluated');
}

/** The unit writes down that the evaluation has ended. */
async function evaluatedByHand(stage: Stage, section: Section, id: string): Promise<void> {
  await stage.call('sectionEvents.record', {
    ...{ id, sectionId: section.id, noticeId: section.schedule?.announcementId, kind: 'evaluation_ended' },
    ...{
      at: Date.now() - 60_000,
      acknowledged: [expectedRule('opening'), expectedRule('evaluation_started')],
    },
  });
  await stage.synced();
}

async function begun(stage: Stage, section: Section, content: AwardContent): Promise<string> {
  const { place } = await stage.ask('awards.place', { sectionId: section.id });
  if (place === null) throw new Error('the section cannot have a result');
  const { noticeId, awardId } = place;
  await stage.call('awards.create', { sectionId: section.id, noticeId, content });
  await stage.synced();
  return awardId;
}

function candidate(supplier: string, price: number, rank: number, score: number | null): Candidate {
  return { supplier, uscc: supplierUscc(supplier), price, score, reviewPrice: null, rank };
}

/** Of the section, as it ends in the 评审报告. */
function ranked({ budget }: Section): readonly Candidate[] {
  return [92.4, 88.7, 85].map((score, index) =>
    candidate(supplierNames[index] ?? '', Math.floor(budget * (0.93 + index * 0.02)), index + 1, score),
  );
}

async function toCandidates(stage: Stage): Promise<void> {
  const heading = stage.page.getByRole('heading', { level: 2, name: form.sections.candidates });
  await heading.waitFor();
  await stage.page.getByRole('heading', { level: 2, name: form.sections.determination }).waitFor();
}

async function toForm(stage: Stage, id: string): Promise<void> {
  // The empty form of the scene before would be offered in place of what is saved.
  await forgetDrafts(stage);
  await stage.go(`/awards/${id}/edit`);
  await toCandidates(stage);
  const winner = new RegExp(`^${label('awards.content.winner')}`, 'u');
  await stage.page.getByRole('radiogroup', { name: winner }).getByRole('radio').first().waitFor();
}

let typed: Section | undefined;
let made = '';
async function undone(stage: Stage, id: string, eventId: string): Promise<void> {
  await stage.go('/projects');
  if (id !== '') await stage.call('awards.delete', { id });
  await stage.call('sectionEvents.withdraw', { id: eventId, reason: '示例登记，撤销（示例）。' });
  await stage.synced();
}

export const typedAwardScenes: readonly Scene[] = [
  {
    name: 'award-typed-empty',
    title: 'The form of a result of which the centre has told no ranking',
    async show(stage) {
      typed = await openedSection(stage);
      await evaluatedByHand(stage, typed, entered);
      await stage.go(`/awards/new?sectionId=${typed.id}`);
      await toCandidates(stage);
    },
  },
  {
    name: 'award-typed',
    title: 'The form of a result whose ranking is typed from the 评审报告',
    async show(stage) {
      if (typed === undefined) throw new Error('no section was evaluated by hand');
      const [first, ...others] = ranked(typed);
      const content: AwardContent = {
        ...emptyAward,
        candidates: first === undefined ? [] : [first, ...others],
        winner: first?.supplier ?? '',
        amount: first?.price ?? null,
        address: '郑州市示例路18号',
        sizeClass: 'small',
      };
      made = await begun(stage, typed, content);
      await toForm(stage, made);
    },
    leave: (stage) => undone(stage, made, entered),
  },
];
