// 变更日期, from which the law counts the days until the announcement.
import { FieldGrid } from '#renderer/ui/form/form-page.tsx';
import { ChangeClock } from '../change-clock.tsx';
import type { Answer } from './asked-now.ts';
import { changeFields as fields } from './fields.ts';

export function DayFields({ answer }: { readonly answer: Answer | undefined }) {
  return (
    <>
      <FieldGrid>
        <fields.DateField name="changedOn" />
      </FieldGrid>
      {answer === undefined || answer.contract.content.secret ? null : (
        <ChangeClock explanation={answer.publish} publishedAt={null} />
      )}
    </>
  );
}
