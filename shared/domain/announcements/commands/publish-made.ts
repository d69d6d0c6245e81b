// 发布 of an announcement that its record makes whole (合同公告): nobody drafts or reviews it again, for the record was reviewed and nothing is typed beside it. It is made,
// checked, frozen and published in the transaction of the record's own command.
import { ok, type Result } from '#shared/kernel/result.ts';
import { platforms } from '../../admin/model.ts';
import { type Change, type Ctx, put } from '../../command.ts';
import { withStep } from '../../history.ts';
import { type Load, one } from '../../load.ts';
import type { Section } from '../../projects/model.ts';
import { lawful } from '../../step.ts';
import { compose } from '../compose.ts';
import { loadAnnouncementFacts } from '../facts.ts';
import { type Announcement, type AnnouncementTypeCode, announcements } from '../model.ts';
import type { Values } from '../values.ts';
import { draftRow } from './create.ts';
import { movedOn, published, type Tell, type ToldOf, withMoved } from './publish.ts';
import { frozenAsSubmitted } from './submit.ts';

type About = {
  readonly id: string;
  readonly type: AnnouncementTypeCode;
  readonly projectId: string;
  readonly sectionIds: readonly string[];
};

/** What it is about, and who is told of it. Undefined where there is no such format. */
export function* loadToMake(about: About, { now }: Ctx): Load<ToldOf | undefined> {
  const subject = { ...about, targetId: null, purchaserId: null };
  const facts = yield* loadAnnouncementFacts(subject, now);
  const platformId = facts?.project?.platformId ?? null;
  const platform = platformId === null ? undefined : yield* one(platforms, platformId);
  return facts === undefined ? undefined : { facts, platform };
}

type By = {
  readonly command: string;
  readonly createdBy: string;
  readonly tell: Tell;
  /** Sections as the record's command leaves them: whether the project has ended is told by them. */
  readonly moved: readonly Section[];
};

/** `content` is what the record says, `tell` what the trading centre hears of it. Refusals: rule_broken, where the format wants more than the record has. */
export function publishMade(
  { id, sectionIds }: About,
  told: ToldOf,
  content: Values,
  by: By,
  ctx: Ctx,
): Result<readonly Change[]> {
  const { facts } = told;
  const own = { id, targetId: null, sectionIds: [...sectionIds], content, createdBy: by.createdBy };
  const drafted = draftRow(facts, { ...own, draftedBy: 'purchaser' }, ctx);
  if (!drafted.ok) return drafted;
  const checked = compose(facts, drafted.value);
  const allowed = lawful(checked.findings);
  if (!allowed.ok) return allowed;
  const given = { row: drafted.value, known: told, input: {}, note: '', ctx };
  const frozen = frozenAsSubmitted({ ...given, known: facts, checked });
  if (!frozen.ok) return frozen;
  const row: Announcement = {
    ...drafted.value,
    ...frozen.value,
    ...published(given).value,
    status: 'published',
    acknowledgedWarnings: [...new Set(checked.findings.map(({ ruleId }) => ruleId))],
    history: withStep([], ctx, by.command, ''),
  };
  const allSections = withMoved(facts.allSections, by.moved);
  const known = { ...told, facts: { ...facts, allSections } };
  const moved = movedOn({ ...given, row, known }, undefined, by.tell);
  return moved.ok ? ok([put(announcements, row), ...moved.value]) : moved;
}
