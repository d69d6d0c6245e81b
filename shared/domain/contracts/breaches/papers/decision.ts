// 违约处理决定书: what was found, what follows and on which clauses it stands. Dated with the day of the decision; until then it has none.
import type { DocumentBlock, OfficialDocument } from '#shared/documents/model.ts';
import { fieldsOf, paragraph, sectionsOf } from '#shared/documents/parts.ts';
import { toPlainDate } from '#shared/kernel/dates.ts';
import { formatYuan } from '#shared/kernel/money.ts';
import { toRmbUppercase } from '#shared/kernel/rmb-uppercase.ts';
import { citation } from '#shared/text/zh-CN/articles.ts';
import { breachPaperText as words } from '#shared/text/zh-CN/contracts/breach-papers.ts';
import {
  amountFields,
  amountFor,
  type Breach,
  type BreachConsequence,
  type BreachContent,
  has,
} from '../model.ts';
import { breachFactsOf, clean, contractFacts, day, named, numberOf, said, stampOf } from './parts.ts';

const { decision, parts, facts } = words;

export function decisionOf(breach: Breach): OfficialDocument {
  const { content, contractName, contractNo, decidedAt } = breach;
  return {
    title: decision.title,
    blocks: [
      numberOf(content.decisionNo),
      { kind: 'addressee', text: clean(breach.supplierName) },
      paragraph(decision.opening(clean(contractName === '' ? contractNo : contractName))),
      ...sectionsOf(
        [parts.contract, ...contractFacts(breach)],
        [parts.breach, ...breachFactsOf(breach)],
        [parts.statement, ...statementBlocks(breach)],
        [parts.decision, ...outcomeOf(content)],
        [
          parts.reason,
          ...fieldsOf(
            [facts.reason, said(content.reason)],
            [facts.articles, content.articles.map((each) => citation(each) ?? '').join('、')],
          ),
        ],
      ),
      paragraph(decision.disputes),
    ],
    signature: {
      name: clean(breach.purchaserName),
      date: decidedAt === null ? '' : day(toPlainDate(decidedAt)),
    },
    ...stampOf(breach),
  };
}

function statementBlocks({ statement }: Breach): readonly DocumentBlock[] {
  if (statement === null) return [paragraph(words.blank)];
  if (statement.silent) return [paragraph(decision.silent)];
  return [paragraph(`${decision.stated(day(statement.statedOn))}${said(statement.statement)}`)];
}

function outcomeOf(content: BreachContent): readonly DocumentBlock[] {
  const { upheld, consequences, amountBasis } = content;
  if (upheld === null) return [paragraph(words.blank)];
  if (!upheld) return [paragraph(decision.notUpheld)];
  const chosen = consequences.filter((each) => has(content, each));
  return fieldsOf(
    [facts.outcome, decision.upheld],
    [facts.consequences, chosen.map((each) => consequenceOf(content, each)).join('；')],
    [facts.amountBasis, chosen.some(isAmount) ? said(amountBasis) : ''],
  );
}

function consequenceOf(content: BreachContent, consequence: BreachConsequence): string {
  const name = named('consequence', consequence);
  if (consequence === 'remedy' && content.remedyUntil !== null) {
    return decision.remedy(day(content.remedyUntil));
  }
  if (!isAmount(consequence)) return name;
  const amount = amountFor(content, consequence);
  return decision.amount(name, formatYuan(amount), toRmbUppercase(amount));
}

function isAmount(consequence: BreachConsequence): consequence is keyof typeof amountFields {
  return Object.hasOwn(amountFields, consequence);
}
