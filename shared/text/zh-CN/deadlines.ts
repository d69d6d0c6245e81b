// Words for statutory periods: what a broken rule says, and the count day by day.
import { yearOf } from '#shared/kernel/dates.ts';
import type { DayCount } from '#shared/kernel/workdays.ts';
import type { DeadlineExplanation } from '#shared/rules/deadlines/count.ts';
import type { DeadlineEvent } from '#shared/rules/deadlines/facts.ts';
import type { DeadlineRule } from '#shared/rules/deadlines/rule.ts';
import type { Params } from '#shared/rules/engine.ts';
import { citation } from './articles.ts';
import {
  type DeadlineWords,
  deadlineEventNames as events,
  deadlineNames as rules,
} from './deadline-names.ts';
import type { RuleText } from './rule-words.ts';
import { plain } from './values.ts';

type Value = Params[string] | undefined;
const provisionalMark = '（暂定）';

/** What a finding of checkDeadlines says; undefined for an id that is not of a deadline. */
export function deadlineRuleText(id: string, params: Params): RuleText | undefined {
  if (id === 'deadline.office_closed') return closedText(params);
  const words = rules.get(id);
  if (words === undefined) return undefined;
  return params['latest'] === undefined ? earlyText(words, params) : lateText(words, params);
}

export const deadlineText = {
  provisional: '暂定',
  provisionalHint: '所涉年度的节假日安排尚未公布，日期以公布后的安排为准。',
  ruleName: (id: string) => rules.get(id)?.name ?? id,
  eventName: (event: DeadlineEvent) => events[event],
  /** The day's place in the count: 第3日, or why it has none. */
  dayCount: ({ count, why }: DayCount) =>
    count === null ? (why === 'start' ? '起始日不计' : why === 'roll' ? '顺延' : '不计') : `第${count}日`,
  dayKind,
  /** The period in one sentence, with its clause. */
  summary,
};

function dayKind({ why, holiday, count, provisional }: DayCount): string {
  const mark = provisional ? provisionalMark : '';
  const holidayName = holiday === null ? '' : `（${holiday}）`;
  const name: Readonly<Record<DayCount['why'], string>> = {
    start: count === null ? '起始日' : '起始日，按设置计入',
    workday: '工作日',
    makeUp: '调休上班',
    weekend: '周末',
    holiday: `法定节假日${holidayName}`,
    calendarDay: holiday === null ? '自然日' : `自然日，法定节假日${holidayName}`,
    roll: holiday === null ? '顺延至节假日后第一日' : `法定节假日${holidayName}，顺延`,
  };
  return `${name[why]}${mark}`;
}

function summary({ rule, article, start, length, result, days }: DeadlineExplanation): string {
  const caution = typeof rule.length === 'number' ? length - rule.length : 0;
  const span = `${length}${unitName(rule.unit)}${caution > 0 ? `（含从宽${caution}日）` : ''}`;
  const from = `${events[start.event]}（${start.date}）`;
  const countsFirst = days[0]?.count === 1;
  const counting = rule.back
    ? `自${from}起向前推算${span}`
    : `自${from}${countsFirst ? '当日' : '次日'}起计算${span}`;
  const end = rules.get(rule.id)?.end ?? events[rule.end];
  const rolled = result.rolled ? '，遇法定节假日顺延' : '';
  const clause = citation(article);
  return `${counting}${rolled}，${end}${limitWord(rule)}${dated(result.date, result.provisional)}。${clause === undefined ? '' : `依据${clause}。`}`;
}

function limitWord({ kind }: DeadlineRule): string {
  return kind === 'minimum' ? '不早于' : kind === 'latest' ? '不晚于' : '为';
}

function earlyText({ end }: DeadlineWords, p: Params): RuleText {
  const earliest = dated(p['earliest'], p['provisional']);
  const todo = `改为 ${shortDate(p['earliest'], p['given'])} 或之后`;
  if (p['by'] === 'caution') {
    return { what: `${end}早于从宽计算的期限（${earliest}）`, todo: advice(todo) };
  }
  if (p['by'] === 'firstDay') {
    return {
      what: `${end}只有将起始日计入才满足法定最短期限，起始日不计时应不早于${dated(p['lawful'], p['provisional'])}`,
      todo: advice(todo),
    };
  }
  return {
    what: `${end}早于法定最短期限（${dated(p['lawful'], p['provisional'])}）`,
    todo: p['severity'] === 'error' ? `请${todo}` : advice(todo),
  };
}

function lateText({ end }: DeadlineWords, p: Params): RuleText {
  const todo = `改为 ${shortDate(p['latest'], p['given'])} 或之前`;
  return {
    what: `${end}晚于法定期限（${dated(p['latest'], p['provisional'])}）`,
    todo: p['severity'] === 'error' ? `请${todo}` : '请核对日期；确认无误的，可继续提交',
  };
}

function closedText(p: Params): RuleText {
  const event = p['event'] === 'prequalificationDeadline' ? p['event'] : 'deadline';
  const day = p['day'] === 'holiday' ? `法定节假日（${plain(p['holiday'])}）` : '周末';
  const next = `${shortDate(p['next'], p['given'])}${p['provisional'] === true ? provisionalMark : ''}`;
  return {
    what: `${events[event]}（${plain(p['given'])}）为${day}，办公场所可能不开放`,
    todo: `建议改为工作日，如 ${next}；确认当日可以接收文件的，可继续提交`,
  };
}

function advice(todo: string): string {
  return `建议${todo}；确认无误的，可继续提交`;
}

function dated(date: Value, provisional: Value): string {
  return `${plain(date)}${provisional === true ? provisionalMark : ''}`;
}

/** 3月22日; with the year where it is not that of the date it stands against. */
function shortDate(date: Value, against: Value): string {
  if (typeof date !== 'string') return plain(date);
  const day = `${Number(date.slice(5, 7))}月${Number(date.slice(8))}日`;
  const sameYear = typeof against === 'string' && against.slice(0, 4) === date.slice(0, 4);
  return sameYear ? day : `${yearOf(date)}年${day}`;
}

function unitName(unit: DeadlineRule['unit']): string {
  return unit === 'workday' ? '个工作日' : unit === 'day' ? '日' : '年';
}
