import { describe, expect, it } from 'vitest';
import { aLine } from '#test/builders/announcement-content.ts';
import {
  agent,
  recordContent,
  recordFacts,
  recordPublished,
  recordSections,
  recordValues,
  school,
} from '#test/builders/announcement-record.ts';
import { anId } from '#test/builders/ids.ts';
import { datesOf } from './dates.ts';
import type { AnnouncementFacts } from './facts-model.ts';
import { linesIn } from './field-values.ts';
import { fillIn, withTyped } from './fill-in.ts';
import type { AnnouncementTypeCode } from './model.ts';
import { parseValues } from './parse-values.ts';
import { isBlank, plainTextOf, richTextOf, richTextSchema } from './rich-text.ts';
import type { Value, Values } from './values.ts';

const [first, second] = recordSections;
if (first === undefined || second === undefined) throw new Error('the record has two sections');

function filled(type: AnnouncementTypeCode, parts: Partial<AnnouncementFacts> = {}, content: Values = {}) {
  const facts = recordFacts(type, parts);
  return fillIn(facts.template, facts, content);
}

function plain(value: Value | undefined): string {
  return plainTextOf(richTextSchema.parse(value));
}

describe('a 招标公告', () => {
  it('takes amounts, requirement and terms from the chosen sections', () => {
    const { values, sources } = filled('TENDER', { sections: [first] });
    expect(values['budgetAmount']).toBe(180_000_000);
    expect(values['ceilingPrice']).toBe(178_000_000);
    expect(values['performancePeriod']).toBe('自合同签订之日起30日内');
    expect(plain(values['requirement'])).toContain('采购内容：智慧黑板60套');
    expect(plain(values['requirement'])).not.toContain('录播系统');
    expect(sources).toMatchObject({ budgetAmount: 'centre', requirement: 'centre', projectName: 'plan' });
  });

  it('follows when the choice of sections changes', () => {
    const { values } = filled('TENDER', { sections: [second] });
    expect(values['budgetAmount']).toBe(88_000_000);
    expect(plain(values['policyQualification'])).toBe('无');
    expect(plain(values['specialQualification'])).toBe('无');
  });

  it('says which sections are for small enterprises alone', () => {
    const whole = filled('TENDER', { sections: [first] }).values['policyQualification'];
    expect(plain(whole)).toMatch(/^本项目专门面向中小企业采购/);
    expect(plain(filled('TENDER').values['policyQualification'])).toMatch(/^标段A专门面向中小企业采购/);
  });

  it('knows the parties, and asks for nothing of an agency where there is none', () => {
    const { values, sources } = filled('TENDER');
    expect(values).toMatchObject({
      purchaserName: school.name,
      purchaserAddress: school.address,
      agencyContact: '李静 0374-2988123',
      contactPerson: '李静',
    });
    expect(sources).toMatchObject({ purchaserName: 'unit', agencyName: 'agency' });
    const alone = filled('TENDER', { agency: undefined }).values;
    expect(Object.keys(alone)).not.toContain('agencyName');
    expect(alone['contactPerson']).toBe('赵敏');
  });

  const sourcesOf = (type: Parameters<typeof recordFacts>[0], parts: Partial<AnnouncementFacts> = {}) => {
    const facts = recordFacts(type, { announcements: [], ...parts });
    return fillIn(facts.template, facts).sources;
  };

  it('says of each value where it comes from, and of ours that they are ours', () => {
    expect(sourcesOf('TENDER')).toMatchObject({
      projectNo: 'announcement',
      projectName: 'plan',
      budgetAmount: 'centre',
      docPrice: 'law',
      docHours: 'default',
      purchaserName: 'unit',
      agencyName: 'agency',
    });
    expect(sourcesOf('SINGLE_SOURCE')).toMatchObject({ publicityFrom: 'today', publicityTo: 'period' });
    expect(sourcesOf('CORRECTION')).toMatchObject({ affectsBids: 'default' });
    expect(sourcesOf('PENALTY')).toMatchObject({ authority: 'office' });
    const { project } = recordFacts('TENDER');
    if (project === undefined) throw new Error('a tender is about a project');
    expect(sourcesOf('TENDER', { project: { ...project, projectNo: null } })).toMatchObject({
      projectNo: 'plan',
    });
  });

  it('names both where plan and centre say a part each', () => {
    const { plan, sections } = recordFacts('TENDER');
    if (plan === undefined) throw new Error('a tender stands on a plan');
    const reserved = (smeReserved: boolean) => sections.map((section) => ({ ...section, smeReserved }));
    const content = { ...plan.content, smeMode: 'CONSORTIUM', smeAmount: 100, smeIndustry: null };
    const by = (of: readonly (typeof sections)[number][], more: Partial<typeof content> = {}) =>
      sourcesOf('TENDER', { sections: of, plan: { ...plan, content: { ...content, ...more } } })[
        'policyQualification'
      ];
    expect(by(reserved(true))).toBe('planAndCentre');
    expect(by(reserved(true), { smeMode: 'WHOLE_PROJECT' })).toBe('centre');
    expect(by(reserved(false))).toBe('plan');
    expect(by(reserved(false), { smeMode: 'NONE' })).toBe('centre');
  });

  it('leaves open what the sections answer differently', () => {
    const mixed = [first, { ...second, acceptsConsortium: true }];
    expect(filled('TENDER', { sections: mixed }).values['consortiumAllowed']).toBeUndefined();
  });

  it('takes places and persons from the notice before it, as it stands after its corrections', () => {
    const tender = recordPublished('TENDER');
    const correction = {
      ...recordPublished('CORRECTION', tender.publishedAt + 1, {
        corrections: [
          aLine('place', {
            field: 'docPlace',
            item: '地点',
            before: '网上',
            after: '第二交易大厅',
            value: null,
          }),
        ],
      }),
      targetId: tender.id,
    };
    const again = (parts: Partial<AnnouncementFacts>) => filled('TENDER', parts);
    expect(again({ announcements: [tender] }).values['docPlace']).toBe('许昌市公共资源交易平台（网上获取）');
    const { values, sources } = again({ announcements: [correction, tender] });
    expect(values['docPlace']).toBe('第二交易大厅');
    expect(sources['docPlace']).toBe('announcement');
    const withdrawn = { ...tender, status: 'withdrawn' as const };
    expect(again({ announcements: [withdrawn] }).values['docPlace']).toBeUndefined();
  });

  it('takes signs that turn the direction of writing out of words from elsewhere', () => {
    const { values } = filled('TENDER', { purchaser: { ...school, name: '许昌\u202e中学' } });
    expect(values['purchaserName']).toBe('许昌中学');
  });
});

describe('fields that follow another', () => {
  it('open when and where responses are handed in, until somebody types otherwise', () => {
    const content = { submitDeadline: '2026-03-13T09:30', submitPlace: '二楼' };
    const { values, sources } = filled('NEGOTIATION_NOTICE', {}, content);
    expect(values).toMatchObject({ openTime: '2026-03-13T09:30', openPlace: '二楼' });
    expect(sources).toMatchObject({ openTime: 'field', openPlace: 'field' });
    const facts = recordFacts('NEGOTIATION_NOTICE');
    expect(withTyped(facts.template, values, { ...content, openPlace: '三楼' })['openPlace']).toBe('三楼');
  });

  it('may be cleared in 谈判 and 询价: responses are then opened at the deadline', () => {
    const content = {
      submitDeadline: '2026-03-13T09:30',
      submitPlace: '二楼',
      openTime: null,
      openPlace: null,
    };
    const facts = recordFacts('NEGOTIATION_NOTICE');
    const values = withTyped(facts.template, fillIn(facts.template, facts, content).values, content);
    expect(values).toMatchObject({ openTime: null, openPlace: null });
    expect(datesOf('NEGOTIATION_NOTICE', values).opening).toBe('2026-03-13T09:30');
    const later = { ...values, openTime: '2026-03-13T10:00' };
    expect(datesOf('NEGOTIATION_NOTICE', later).opening).toBe('2026-03-13T10:00');
  });
});

describe('a 更正公告', () => {
  it('knows what it corrects', () => {
    const { values } = filled('CORRECTION');
    expect(values).toMatchObject({
      projectNo: '许财招标采购-2026-12',
      firstPublishedOn: '2026-03-02',
      correctedItem: 'NOTICE',
      affectsBids: true,
    });
    expect(values['corrections']).toBeUndefined();
  });

  it('has a line for each thing that the centre has changed since', () => {
    const { id: _, ...content } = { ...first, budget: 190_000_000, openingOn: '2026-04-01', ceiling: null };
    const difference = { platformVersion: 2, pushedAt: first.pushedAt + 1, content };
    const facts = recordFacts('CORRECTION', { sections: [{ ...first, difference }] });
    const { values } = fillIn(facts.template, facts);
    expect(
      linesIn(values['corrections']).map(({ cells }) => [cells['field'], cells['item'], cells['value']]),
    ).toEqual([
      ['budgetAmount', '预算金额', 278_000_000],
      ['bidDeadline', '投标截止/开标时间', '2026-04-01T09:30'],
      ['', '标段A预算金额', null],
      ['', '标段A最高限价', null],
      ['', '标段A开标日期', null],
    ]);
    expect(linesIn(values['corrections'])[3]?.cells).toMatchObject({ after: '无' });
    expect(parseValues(facts.template, values).ok).toBe(true);
    expect(fillIn(facts.template, facts).values).toEqual(values);
  });
});

describe('a 终止公告', () => {
  const facts = recordFacts('TERMINATION', { sections: [second] });
  const { values: generated } = fillIn(facts.template, facts);

  it('has a line for each chosen section', () => {
    expect(linesIn(generated['reason']).map(({ cells }) => cells['lotNo'])).toEqual(['B']);
  });

  it('keeps what was typed for a section while the choice changes', () => {
    const content = recordContent('TERMINATION');
    const values = withTyped(facts.template, generated, content);
    expect(linesIn(values['reason']).map(({ cells }) => cells)).toEqual([
      {
        section: anId('LOT-B'),
        lotNo: 'B',
        lotName: '录播系统',
        explanation: '通过资格审查的投标人不足三家',
      },
    ]);
  });
});

describe('other types', () => {
  it('a 资格预审公告 invites all who qualify to an open tender, and draws for an invited one', () => {
    const of = (method: string) => {
      const { project } = recordFacts('PREQUALIFICATION');
      const parts = project === undefined ? {} : { project: { ...project, method } };
      return filled('PREQUALIFICATION', parts).values['inviteRule'];
    };
    expect([of('OPEN_TENDER'), of('INVITED_TENDER')]).toEqual(['ALL', 'RANDOM_N']);
  });

  it('a 合同变更公告 knows when the contract was published', () => {
    expect(filled('CONTRACT_CHANGE').values).toMatchObject({
      origContractNo: 'XCEZ-2026-HT-007',
      firstPublishedOn: '2026-05-01',
      supplierName: '许昌智教科技有限公司',
    });
  });

  it('a contract knows the supplier and the amount of the result', () => {
    expect(filled('CONTRACT').values).toMatchObject({
      supplierName: '许昌智教科技有限公司',
      contractAmount: 175_600_000,
    });
  });

  it('a contract after a changed result knows the new supplier', () => {
    const result = recordPublished('RESULT');
    const change = { ...recordPublished('RESULT_CHANGE', result.publishedAt + 1), targetId: result.id };
    const { values } = filled('CONTRACT', { announcements: [result, change] });
    expect(values['supplierName']).toBe('郑州启明教育装备有限公司');
  });

  it('a 单一来源公示 runs from today for five working days, the first not counted', () => {
    const { values, sources } = filled('SINGLE_SOURCE');
    expect([values['publicityFrom'], values['publicityTo']]).toEqual(['2026-03-02', '2026-03-09']);
    expect(sources['publicityTo']).toBe('period');
    const settings = { countPublicationDay: false, extraDay: true };
    expect(filled('SINGLE_SOURCE', { settings }).values['publicityTo']).toBe('2026-03-10');
    const counting = { countPublicationDay: true, extraDay: false };
    expect(filled('SINGLE_SOURCE', { settings: counting }).values['publicityTo']).toBe('2026-03-09');
  });

  it('a 采购意向 without a plan still knows the unit and the month', () => {
    expect(filled('INTENTION', { plan: undefined }).values).toEqual({ purchaserName: school.name });
  });

  it('is about the months that its lines name', () => {
    const line = (expectedMonth: string) => aLine(expectedMonth, { expectedMonth });
    const intentions = [line('2026-05'), aLine('not yet', {}), line('2026-03'), line('2026-04')];
    const { values, sources } = filled('INTENTION', {}, { intentions });
    expect(values).toMatchObject({ fromMonth: '2026-03', toMonth: '2026-05' });
    expect(sources).toMatchObject({ fromMonth: 'field', toMonth: 'field' });
  });
});

describe('what was typed', () => {
  it('stands before what is generated, empty too; taken away, the generated one is back', () => {
    const facts = recordFacts('TENDER');
    const { values } = fillIn(facts.template, facts);
    const typed = withTyped(facts.template, values, { projectName: '另一名称', agencyName: null });
    expect([typed['projectName'], typed['agencyName']]).toEqual(['另一名称', null]);
    expect(withTyped(facts.template, values, {})['agencyName']).toBe(agent.name);
  });

  it('never leaves a generated value empty', () => {
    for (const value of Object.values(filled('TENDER').values)) {
      const blank = typeof value === 'object' && value !== null && !Array.isArray(value) && isBlank(value);
      expect(value === '' || value === null || blank).toBe(false);
    }
    expect(recordValues('TENDER')['other']).not.toEqual(richTextOf('无'));
  });
});
