// What has to be known to fill in, to check and to publish an announcement; loaded by facts.ts, so that all that follows is pure.
import type { Calendar } from '#shared/kernel/calendar.ts';
import type { LocalTime, PlainDate } from '#shared/kernel/dates.ts';
import type { Organisation } from '../admin/model.ts';
import type { Project, Section } from '../projects/model.ts';
import type { AppliedPolicy, ProjectPlan } from '../projects/plan-of-project.ts';
import type { Supplier } from '../suppliers/model.ts';
import type { Announcement } from './model.ts';
import type { Template } from './template.ts';

/** A policy as the chosen sections carry it out; `sectionNos` where only some of them do. */
export type StatedPolicy = AppliedPolicy & { readonly sectionNos?: readonly string[] };

export type AnnouncementFacts = {
  readonly template: Template;
  /** Undefined for what belongs to no project (采购意向, 集中采购机构考核). */
  readonly project: Project | undefined;
  readonly plan: ProjectPlan | undefined;
  /** 政府采购政策 that the plan carries out. */
  readonly policies: readonly StatedPolicy[];
  readonly purchaser: Organisation | undefined;
  readonly agency: Organisation | undefined;
  /** 财政部门 of the region. */
  readonly office: Organisation | undefined;
  /** The chosen ones, by their number; a notice is about what the centre has said of them last. */
  readonly sections: readonly Section[];
  readonly allSections: readonly Section[];
  /** All others of the project, in any state. */
  readonly announcements: readonly Announcement[];
  /** The announcement that this one corrects or ends. */
  readonly target: Announcement | undefined;
  /** Those of the suppliers that it names as candidates who are known here. */
  readonly suppliers: readonly Supplier[];
  readonly today: PlainDate;
  readonly now: LocalTime;
  readonly calendar: Calendar;
  readonly settings: { readonly countPublicationDay: boolean; readonly extraDay: boolean };
};
