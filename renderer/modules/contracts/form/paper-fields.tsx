// 附件, each with what it is. Who will read it is said before it is chosen: the full text is kept, the public text is published.
import { newId } from '#renderer/api/ids.ts';
import { Attachments } from '#renderer/ui/fields/attachments.tsx';
import { FieldMessages } from '#renderer/ui/fields/field.tsx';
import { type ContractPurpose, contractPurposes } from '#shared/domain/contracts/model.ts';
import { contractPages, label } from '#shared/text/index.ts';
import { demandedPapers, missingPapers } from './asked-now.ts';
import css from './contract-form.module.css';
import { contractFields as fields } from './fields.ts';

const words = contractPages.form.files;
const nameOf = (purpose: ContractPurpose) => label(`contracts.purpose.${purpose}`);

export function PaperFields() {
  const { content, set, messages, touch } = fields.useForm();
  const { secret } = content;
  const missing = missingPapers(content);
  const id = fields.fieldIdOf('files');
  return (
    <>
      <p className={css['hint']}>{words.demanded}</p>
      <ul className={css['papers']}>
        {demandedPapers(content).map((purpose) => (
          <li key={purpose}>
            {missing.includes(purpose) ? words.missing(nameOf(purpose)) : words.there(nameOf(purpose))}
            <span className={css['reader']}>{purpose === 'public' ? words.public : words.full}</span>
          </li>
        ))}
      </ul>
      <p className={css['hint']}>{words.filed}</p>
      <Attachments<ContractPurpose>
        files={content.files}
        id={id}
        label={label('contracts.content.files')}
        newId={newId}
        onChange={(files) => {
          set('files', [...files]);
          touch('files');
        }}
        purposes={contractPurposes.map((code) => ({ code, name: nameOf(code) }))}
        suggest={(files) => missingPapers({ secret, files: [...files] })[0] ?? 'other'}
      />
      <FieldMessages id={`${id}-messages`} messages={messages.get('files') ?? []} />
    </>
  );
}
