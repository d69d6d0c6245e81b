// 验收申请: by whom and when, and when it was answered.
import { FieldGrid } from '#renderer/ui/form/form-page.tsx';
import { AnswerClock } from '../answer-clock.tsx';
import type { Answer } from './asked-now.ts';
import { acceptanceFields as fields } from './fields.ts';

export function RequestFields({ answer }: { readonly answer: Answer | undefined }) {
  const { answeredOn, heldOn } = fields.useForm().content;
  return (
    <>
      <FieldGrid>
        <fields.TextField name="requestedBy" wide />
        <fields.DateField name="requestedOn" />
        <fields.DateField name="answeredOn" />
      </FieldGrid>
      {answer === undefined ? null : (
        <AnswerClock doneOn={answeredOn ?? heldOn} explanation={answer.answer} />
      )}
    </>
  );
}
