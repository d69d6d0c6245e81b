// What a field holds, for somebody who has to choose between two.

import { passedOverReasons } from '#shared/codes/award.ts';
import { codeName } from '#shared/codes/code-table.ts';
import type { AwardContent, AwardField } from '#shared/domain/awards/model.ts';
import { formatYuan } from '#shared/kernel/money.ts';
import { awardPages, forms, label } from '#shared/text/index.ts';

export function fieldWords(field: AwardField, content: AwardContent): string {
  const { basis, sizeClass, amount, candidates, members, passedOver, tie, report } = content;
  switch (field) {
    case 'basis':
      return label(`awards.basis.${basis}`);
    case 'sizeClass':
      return sizeClass === null ? forms.none : label(`suppliers.size.${sizeClass}`);
    case 'amount':
      return amount === null ? forms.none : formatYuan(amount);
    case 'authority':
    case 'records':
      return namesOf(content[field]);
    case 'candidates':
      return linesOf(
        candidates.map(({ rank, supplier, uscc, price, score, reviewPrice }) => [
          awardPages.form.passedOver.of(rank, supplier),
          uscc,
          price === null ? '' : formatYuan(price),
          score === null ? '' : String(score),
          reviewPrice === null ? '' : formatYuan(reviewPrice),
        ]),
      );
    case 'members':
      return linesOf(members.map(({ name, uscc, share }) => [name, uscc, share]));
    case 'passedOver':
      return linesOf(
        passedOver.map(({ supplier, reasonCode, reason, files }) => [
          supplier,
          reasonCode === null ? '' : (codeName(passedOverReasons, reasonCode) ?? reasonCode),
          reason,
          files.length === 0 ? '' : namesOf(files),
        ]),
      );
    case 'tie':
      return tie === null
        ? forms.none
        : linesOf([
            [label(`awards.tieBy.${tie.by}`), tie.note, tie.files.length === 0 ? '' : namesOf(tie.files)],
          ]);
    case 'report':
      return report === null ? forms.none : linesOf([[report.reportedOn, namesOf(report.files)]]);
    default:
      return content[field] === '' ? forms.none : content[field];
  }
}

function namesOf(files: AwardContent['authority']): string {
  return files.length === 0 ? forms.none : files.map(({ fileName }) => fileName).join('、');
}

function linesOf(lines: readonly (readonly string[])[]): string {
  if (lines.length === 0) return forms.none;
  return lines.map((parts) => parts.filter((part) => part !== '').join(' · ')).join('\n');
}
