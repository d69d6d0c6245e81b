import { describe, expect, it } from 'vitest';
import { publishedCalendar as calendar } from '#shared/codes/holidays.ts';
import { checkDeadlines } from '#shared/rules/deadlines/check.ts';
import { explain } from '#shared/rules/deadlines/count.ts';
import { deadlineRules } from '#shared/rules/deadlines/deadline-rules.ts';
import { type DeadlineFacts, deadlineEvents } from '#shared/rules/deadlines/facts.ts';
import { defaultDeadlineSettings as settings } from '#shared/rules/deadlines/settings.ts';
import { deadlineText, describeFinding } from './index.ts';
import { citation } from './zh-CN/articles.ts';
import { deadlineNames } from './zh-CN/deadline-names.ts';

const chinese = /\p{Script=Han}/u;
const leaked = /undefined|NaN|null|\[object|—。|[A-Z]{2}/;
const tender = (values: DeadlineFacts['values']): DeadlineFacts => ({
  type: 'TENDER',
  method: 'OPEN_TENDER',
  values,
});
const said = (facts: DeadlineFacts, by = settings) =>
  checkDeadlines(facts, calendar, by).map(describeFinding);
const explained = (id: string, values: DeadlineFacts['values'], by = settings) => {
  const rule = deadlineRules.find((each) => each.id === id);
  const explanation = rule && explain(rule, tender(values), calendar, by);
  if (explanation === undefined) throw new Error(`${id} is not explained`);
  return explanation;
};

describe('every statutory period has words', () => {
  it('and no other', () => {
    expect([...deadlineNames.keys()].sort()).toEqual(deadlineRules.map(({ id }) => id).sort());
  });

  it.each(deadlineEvents)('event %s', (event) => {
    expect(deadlineText.eventName(event)).toMatch(chinese);
  });

  it.each(deadlineRules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
    expect(deadlineText.ruleName(id)).toMatch(chinese);
    const clauses = [rule.article, ...(rule.articleByMethod ?? []).map(({ article }) => article)].map(
      citation,
    );
    expect(clauses).not.toContain(undefined);
    for (const facts of [...rule.examples.failing, ...rule.examples.passing]) {
      for (const finding of checkDeadlines(facts, calendar, settings)) {
        expect(describeFinding(finding)).toMatch(chinese);
        expect(describeFinding(finding)).not.toMatch(leaked);
      }
      const explanation = explain(rule, facts, calendar, settings);
      if (explanation === undefined) throw new Error(`${id} is not explained`);
      const summary = deadlineText.summary(explanation);
      expect(summary).toContain(`依据${citation(explanation.article)}`);
      expect(summary).not.toMatch(leaked);
    }
  });
});

describe('a finding says what is wrong, why, and what to do', () => {
  it('for a deadline that is too early', () => {
    expect(said(tender({ documentsIssued: '2026-03-02', deadline: '2026-03-20' }))).toEqual([
      '投标截止时间早于法定最短期限（2026-03-22）。依据《政府采购法》第三十五条。请改为 3月22日 或之后。',
    ]);
  });

  it('with the year and 暂定 where they matter', () => {
    expect(said(tender({ documentsIssued: '2026-12-21', deadline: '2026-12-31' }))).toEqual([
      '投标截止时间早于法定最短期限（2027-01-10（暂定））。依据《政府采购法》第三十五条。请改为 2027年1月10日 或之后。',
    ]);
  });

  it('for what is too late', () => {
    expect(said(tender({ noticeIssued: '2026-03-02', contractSigned: '2026-04-02' }))).toEqual([
      '合同签订日期晚于法定期限（2026-04-01）。依据《政府采购法》第四十六条。请改为 4月1日 或之前。',
    ]);
    expect(said(tender({ contractSigned: '2026-06-18', contractFiled: '2026-07-01' }))).toEqual([
      '合同备案日期晚于法定期限（2026-06-30）。依据《政府采购法》第四十七条。请核对日期；确认无误的，可继续提交。',
    ]);
  });

  it('for dates that only a setting questions or allows', () => {
    const cautious = { ...settings, extraDay: 1 };
    expect(said(tender({ documentsIssued: '2026-03-03', deadline: '2026-03-23' }), cautious)).toEqual([
      '投标截止时间早于从宽计算的期限（2026-03-24）。依据本系统填报要求。建议改为 3月24日 或之后；确认无误的，可继续提交。',
    ]);
    const firstDay = { ...settings, countPublicationDay: true };
    expect(said(tender({ documentsIssued: '2026-05-21', documentsUntil: '2026-05-27' }), firstDay)).toEqual([
      '招标（资格预审）文件获取截止时间只有将起始日计入才满足法定最短期限，起始日不计时应不早于2026-05-28。依据《政府采购法实施条例》第三十一条。建议改为 5月28日 或之后；确认无误的，可继续提交。',
    ]);
  });

  it('for a day on which offices are closed', () => {
    expect(said(tender({ deadline: '2026-10-01' }))).toEqual([
      '投标（响应）截止时间（2026-10-01）为法定节假日（国庆节），办公场所可能不开放。依据本系统填报要求。建议改为工作日，如 10月8日；确认当日可以接收文件的，可继续提交。',
    ]);
    expect(said(tender({ deadline: '2026-03-22' }))[0]).toContain('为周末');
  });
});

describe('为什么', () => {
  const words = (id: string, values: DeadlineFacts['values'], by = settings) =>
    explained(id, values, by).days.map(
      (day) => `${day.date.slice(5)} ${deadlineText.dayCount(day)} ${deadlineText.dayKind(day)}`,
    );

  it('tells weekends, holidays and make-up days of a count of working days', () => {
    expect(words('DISP_T', { published: '2026-09-18' })).toEqual([
      '09-18 起始日不计 起始日',
      '09-19 不计 周末',
      '09-20 第1日 调休上班',
      '09-21 第2日 工作日',
      '09-22 第3日 工作日',
      '09-23 第4日 工作日',
      '09-24 第5日 工作日',
    ]);
    expect(words('DISP_R', { published: '2026-09-24' })).toContain('09-26 不计 法定节假日（中秋节）');
  });

  it('tells how a period leaves a holiday', () => {
    const days = words('BID_MIN', { documentsIssued: '2026-09-11' });
    expect(days.slice(-3)).toEqual([
      '10-06 顺延 法定节假日（国庆节），顺延',
      '10-07 顺延 法定节假日（国庆节），顺延',
      '10-08 顺延 顺延至节假日后第一日',
    ]);
    expect(days).toContain('10-01 第20日 自然日，法定节假日（国庆节）');
  });

  it('marks days of a year that is not published, and a first day that counts', () => {
    expect(words('CONTRACT_FILE', { contractSigned: '2026-12-30' })[2]).toBe('01-01 第2日 工作日（暂定）');
    const firstDay = { ...settings, countPublicationDay: true };
    expect(words('DISP_R', { published: '2026-09-24' }, firstDay)).toEqual([
      '09-24 第1日 起始日，按设置计入',
    ]);
  });

  it('is summed up in a sentence', () => {
    const summary = (id: string, values: DeadlineFacts['values'], by = settings) =>
      deadlineText.summary(explained(id, values, by));
    expect(summary('BID_MIN', { documentsIssued: '2026-09-11' }, { ...settings, extraDay: 1 })).toBe(
      '自采购文件开始发出日期（2026-09-11）次日起计算21日（含从宽1日），遇法定节假日顺延，投标截止时间不早于2026-10-08。依据《政府采购法》第三十五条。',
    );
    expect(summary('CONTRACT_FILE', { contractSigned: '2026-06-18' })).toBe(
      '自合同签订日期（2026-06-18）次日起计算7个工作日，合同备案日期不晚于2026-06-30。依据《政府采购法》第四十七条。',
    );
    expect(summary('EXPERT_EARLY', { reviewStarted: '2026-10-09' })).toBe(
      '自评审开始时间（2026-10-09）起向前推算2个工作日，专家抽取时间不早于2026-09-30。依据《政府采购评审专家管理办法》（财库〔2016〕198号）第十四条。',
    );
  });
});
