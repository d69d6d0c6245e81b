// 附件, each with what it is: the papers that the reason demands are named first, and offered first.
import { newId } from '#renderer/api/ids.ts';
import { Attachments } from '#renderer/ui/fields/attachments.tsx';
import { FieldMessages } from '#renderer/ui/fields/field.tsx';
import { type ChangePurpose, changePurposes } from '#shared/domain/award-changes/model.ts';
import { awardChangePages, label } from '#shared/text/index.ts';
import css from './change-form.module.css';
import { type Answer, missingPapers } from './changed-result.ts';
import { changeFields as fields } from './fields.ts';

const words = awardChangePages.form.papers;
const nameOf = (purpose: ChangePurpose) => label(`awardChanges.purpose.${purpose}`);

export function PaperFields({ answer }: { readonly answer: Answer | undefined }) {
  const { content, set, messages, touch } = fields.useForm();
  const papers = answer?.papers ?? [];
  const missing = missingPapers(content, papers);
  const id = fields.fieldIdOf('files');
  const inOrder = [...papers, ...changePurposes.filter((purpose) => !papers.includes(purpose))];
  return (
    <>
      {papers.length === 0 ? (
        <p className={css['hint']}>{words.reasonFirst}</p>
      ) : (
        <>
          <p className={css['hint']}>{words.demanded}</p>
          <ul className={css['papers']}>
            {papers.map((purpose) => (
              <li key={purpose}>
                {missing.includes(purpose) ? words.missing(nameOf(purpose)) : words.there(nameOf(purpose))}
              </li>
            ))}
          </ul>
        </>
      )}
      <Attachments<ChangePurpose>
        files={content.files}
        id={id}
        label={label('awardChanges.content.files')}
        newId={newId}
        onChange={(files) => {
          set('files', [...files]);
          touch('files');
        }}
        purposes={inOrder.map((code) => ({ code, name: nameOf(code) }))}
        suggest={(files) => missingPapers({ files: [...files] }, papers)[0] ?? 'other'}
      />
      <FieldMessages id={`${id}-messages`} messages={messages.get('files') ?? []} />
    </>
  );
}
