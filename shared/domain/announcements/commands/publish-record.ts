// 发布 of what another module has made (结果, 结果变更, 合同 …): that module's own command, which moves its record in the same transaction. What every publication
// has in common is that of publish.ts.

import { camelCase } from '#shared/kernel/camel-case.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { Change, Ctx } from '../../command.ts';
import type { Load } from '../../load.ts';
import type { Section } from '../../projects/model.ts';
import { refuseField } from '../../refuse.ts';
import { sameValue } from '../../same-value.ts';
import { type Given, step } from '../../step.ts';
import { type Workflow, workflow } from '../../workflow.ts';
import { fieldsOf } from '../field-values.ts';
import { fillIn, withTyped } from '../fill-in.ts';
import type { Announcement } from '../model.ts';
import type { PublishingModule } from '../template.ts';
import { publisherOf } from '../templates/index.ts';
import { announcement, publishers } from '../workflow.ts';
import { loadWithPlatform, movedOn, published, stillAsReviewed, type ToldOf } from './publish.ts';
import { isBeforeFiling } from './submit.ts';

type Known<Own> = ToldOf & { readonly own: Own };
type Definition<Own> = {
  /** What it stands on; undefined is answered `not_found`. */
  load(row: Announcement, ctx: Ctx): Load<Own | undefined>;
  check(given: Given<Announcement, Known<Own>>): Result<null>;
  /** What else becomes of a section of it. */
  section(section: Section, known: Own, ctx: Ctx): Section;
  /** Its own records, events and messages. */
  also(given: Given<Announcement, Known<Own>>): Result<readonly Change[]>;
};

/** The lines of sections say what the records say now: they may have been taken back and made otherwise since the review. */
function recordsStand({ row, known: { facts } }: Given<Announcement, ToldOf>): boolean {
  const { template } = facts;
  const values = withTyped(template, fillIn(template, facts, row.content).values, row.content);
  return fieldsOf(template)
    .filter((field) => field.kind === 'table' && field.ofSections === true)
    .every(({ key }) => sameValue(values[key] ?? null, row.frozen?.values[key] ?? null));
}

/** `awards` makes the command `awards.publish`, which takes the announcement's id; of `award-changes` it is `awardChanges.publish`. */
export function publicationOf<Own>(
  module: Exclude<PublishingModule, 'announcements'>,
  { load, check, section, also }: Definition<Own>,
): Workflow<Announcement, boolean> {
  const subject = { ...announcement, commandsOf: camelCase(module) };
  function* loadAll(row: Announcement, ctx: Ctx): Load<Known<Own> | undefined> {
    const told = yield* loadWithPlatform(row, ctx);
    const own = yield* load(row, ctx);
    return told === undefined || own === undefined ? undefined : { ...told, own };
  }
  return workflow(subject, [
    step(subject, {
      name: 'publish',
      from: ['approved'],
      to: 'published',
      when: (row) => publisherOf(row.type, row.templateVersion) === module,
      roles: publishers,
      authority: 'server',
      load: loadAll,
      check(given) {
        const reviewed = stillAsReviewed(given);
        if (!reviewed.ok) return reviewed;
        if (isBeforeFiling(given.row, given.known.facts.sections)) {
          return refuseField('stale', 'sectionIds', 'filed_anew');
        }
        if (!recordsStand(given)) return refuseField('stale', 'sectionIds', 'result_changed');
        return check(given);
      },
      set: published,
      also(given) {
        const moved = movedOn(given, (each) => section(each, given.known.own, given.ctx));
        if (!moved.ok) return moved;
        const others = also(given);
        return others.ok ? ok([...moved.value, ...others.value]) : others;
      },
    }),
  ]);
}
