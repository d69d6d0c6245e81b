// What is written down of an expert later: corrections, leave, bans, ratings, 出库. Each opens the person, changes them and seals them again.
import { z } from 'zod';
import { type PlainDate, plainDateSchema, toPlainDate } from '#shared/kernel/dates.ts';
import { idSchema } from '#shared/kernel/ids.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { type Command, put } from '../../../command.ts';
import { type Load, one, where } from '../../../load.ts';
import { refuse, refuseField } from '../../../refuse.ts';
import { keepers } from '../keepers.ts';
import { libraryCommand, type OpenCtx } from '../library-command.ts';
import { type Expert, experts, idIndex, openPerson, sealPerson } from '../model.ts';
import {
  banInput,
  decisionNo,
  expertContentSchema,
  leaveInput,
  mostEntries,
  type Person,
  ratingInput,
} from '../person.ts';

type Found = {
  readonly expert: Expert | undefined;
  /** Another one with the 身份证号 that the correction gives. */
  readonly same: Expert | undefined;
};

type Change<Input> = {
  readonly name: string;
  readonly input: z.ZodType<Input & { readonly id: string }>;
  /** Of somebody who was removed nothing is changed but that. */
  readonly ofRemoved?: true;
  change(person: Person, input: NoInfer<Input>, today: PlainDate, found: Found): Result<Person>;
  idNumber?(input: NoInfer<Input>): string;
};

function change<Input>({ name, input, ofRemoved, change: changed, idNumber }: Change<Input>): Command {
  const made = libraryCommand({
    name,
    confidential: true,
    roles: keepers,
    input,
    *load(said, { vault }: OpenCtx): Load<Found> {
      const expert = yield* one(experts, said.id);
      const number = idNumber?.(said);
      const others =
        number === undefined ? [] : yield* where(experts, { idIndex: idIndex(vault, { idNumber: number }) });
      return { expert, same: others.find(({ id }) => id !== said.id) };
    },
    mayAct: (_actor, { expert }) => expert !== undefined,
    decide({ state: found }, said, { vault, now }) {
      const { expert } = found;
      if (expert === undefined) return refuse('not_found');
      const person = openPerson(vault, expert);
      if (person.removed !== null && ofRemoved !== true) return refuse('wrong_state');
      const next = changed(person, said, toPlainDate(now), found);
      if (!next.ok) return next;
      const sealed = sealPerson(vault, expert.id, next.value);
      return ok([put(experts, { ...expert, ...sealed, updatedAt: now })]);
    },
  });
  return made as Command;
}

/** `updatedAt`: of what the person who corrects has seen. Refusals: conflict, already_exists (field content.idNumber: expert_known). */
export const editExpert = change({
  name: 'experts.edit',
  input: z.strictObject({ id: idSchema, updatedAt: z.int(), content: expertContentSchema }),
  idNumber: ({ content }) => content.idNumber,
  change(person, { updatedAt, content }, _today, { expert, same }) {
    if (expert?.updatedAt !== updatedAt) return refuse('conflict');
    if (same !== undefined) {
      return refuseField('already_exists', 'content.idNumber', 'expert_known', { expertNo: same.expertNo });
    }
    return ok({ ...person, content });
  },
});

export const takeLeave = change({
  name: 'experts.takeLeave',
  input: z.strictObject({ id: idSchema, leave: leaveInput }),
  change(person, { leave }) {
    if (leave.until < leave.from) return refuseField('invalid_input', 'leave.until', 'day_before_from');
    return added(person, 'leave', leave);
  },
});

/** 销假: the days before today stay. */
export const endLeave = change({
  name: 'experts.endLeave',
  input: z.strictObject({ id: idSchema, leaveId: idSchema, until: plainDateSchema }),
  change(person, { leaveId, until }) {
    const leave = person.leave.find(({ id }) => id === leaveId);
    if (leave === undefined) return refuse('not_found');
    if (until >= leave.until) return refuseField('invalid_input', 'until', 'day_not_earlier');
    const rest = person.leave.filter(({ id }) => id !== leaveId);
    return ok({ ...person, leave: until < leave.from ? rest : [...rest, { ...leave, until }] });
  },
});

export const banExpert = change({
  name: 'experts.ban',
  input: z.strictObject({ id: idSchema, ban: banInput }),
  change(person, { ban }) {
    if (ban.until !== null && ban.until < ban.from) {
      return refuseField('invalid_input', 'ban.until', 'day_before_from');
    }
    return added(person, 'bans', { ...ban, lifted: null });
  },
});

/** The decision was set aside or shortened: the ban ends before this day, and stays to be read. */
export const liftExpertBan = change({
  name: 'experts.liftBan',
  input: z.strictObject({ id: idSchema, banId: idSchema, document: decisionNo }),
  change(person, { banId, document }, today) {
    const ban = person.bans.find(({ id }) => id === banId);
    if (ban === undefined) return refuse('not_found');
    if (ban.lifted !== null) return refuseField('wrong_state', 'banId', 'ban_lifted');
    const bans = person.bans.map((each) =>
      each === ban ? { ...ban, lifted: { day: today, document } } : each,
    );
    return ok({ ...person, bans });
  },
});

export const rateExpert = change({
  name: 'experts.rate',
  input: z.strictObject({ id: idSchema, rating: ratingInput }),
  ofRemoved: true,
  change(person, { rating }, today) {
    if (rating.day > today) return refuseField('invalid_input', 'rating.day', 'day_in_future');
    return added(person, 'ratings', rating);
  },
});

/** 出库. The record stays, as draws of before name it. */
export const removeExpert = change({
  name: 'experts.remove',
  input: z.strictObject({ id: idSchema }),
  change: (person, _input, day) => ok({ ...person, removed: { day } }),
});

/** 重新入库, after a removal. */
export const readmitExpert = change({
  name: 'experts.readmit',
  input: z.strictObject({ id: idSchema }),
  ofRemoved: true,
  change: (person) => (person.removed === null ? refuse('wrong_state') : ok({ ...person, removed: null })),
});

type Lists = 'leave' | 'bans' | 'ratings';

function added<L extends Lists>(person: Person, list: L, entry: Person[L][number]): Result<Person> {
  const entries: readonly { readonly id: string }[] = person[list];
  if (entries.some(({ id }) => id === entry.id)) return refuse('already_exists');
  if (entries.length >= mostEntries) return refuse('too_large');
  return ok({ ...person, [list]: [...entries, entry] });
}
