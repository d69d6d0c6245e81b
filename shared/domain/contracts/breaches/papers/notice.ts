// 违约通知书: printed from the draft, signed and sent; made anew at every look from what was recorded. No form of it is prescribed. Of the 采购人's breach the supplier writes one of its own.
import type { OfficialDocument } from '#shared/documents/model.ts';
import { fieldsOf, paragraph, sectionsOf } from '#shared/documents/parts.ts';
import { breachPaperText as words } from '#shared/text/zh-CN/contracts/breach-papers.ts';
import type { Breach } from '../model.ts';
import { breachFactsOf, clean, contractFacts, day, numberOf, said, stampOf } from './parts.ts';

const { notice, parts, facts } = words;

export function noticeOf(breach: Breach): OfficialDocument {
  const { content, contractName, contractNo } = breach;
  const name = clean(contractName === '' ? contractNo : contractName);
  return {
    title: notice.title,
    blocks: [
      numberOf(content.noticeNo),
      { kind: 'addressee', text: clean(breach.supplierName) },
      paragraph(notice.opening(name, day(breach.signedOn))),
      ...sectionsOf(
        [parts.contract, ...contractFacts(breach)],
        [parts.breach, ...breachFactsOf(breach)],
        [
          parts.demand,
          ...fieldsOf([facts.demand, said(content.demand)], [facts.demandUntil, day(content.demandUntil)]),
        ],
        [parts.statement, paragraph(notice.statement(day(content.statementUntil)))],
      ),
    ],
    signature: { name: clean(breach.purchaserName), date: day(content.noticeOn) },
    ...stampOf(breach),
  };
}
