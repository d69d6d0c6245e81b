// 附件, each with what it is. Who will read it is said before it is chosen: the full text is kept, the public text is published.
import { newId } from '#renderer/api/ids.ts';
import { Attachments } from '#renderer/ui/fields/attachments.tsx';
import { Choices } from '#renderer/ui/fields/choices.tsx';
import { FieldMessages } from '#renderer/ui/fields/field.tsx';
import { FieldGrid } from '#renderer/ui/form/form-page.tsx';
import {
  type ContractChangePurpose,
  contractChangePurposes,
} from '#shared/domain/contracts/changes/model.ts';
import { contractChangePages, label } from '#shared/text/index.ts';
import css from '../changes.module.css';
import { type Answer, demandedPapers, missingPapers } from './asked-now.ts';
import { changeFields as fields } from './fields.ts';

const { files: words, scope } = contractChangePages.form;
const nameOf = (purpose: ContractChangePurpose) => label(`contractChanges.purpose.${purpose}`);

export function PaperFields({ answer }: { readonly answer: Answer | undefined }) {
  const { content, set, messages, touch } = fields.useForm();
  const secret = answer?.contract.content.secret === true;
  const missing = missingPapers(content, answer);
  const id = fields.fieldIdOf('files');
  return (
    <>
      {secret ? <p className={css['hint']}>{words.secret}</p> : null}
      <p className={css['hint']}>{words.demanded}</p>
      <ul className={css['papers']}>
        {demandedPapers(answer).map((purpose) => (
          <li key={purpose}>
            {missing.includes(purpose) ? words.missing(nameOf(purpose)) : words.there(nameOf(purpose))}
            <span className={css['reader']}>{purpose === 'public' ? words.public : words.full}</span>
          </li>
        ))}
      </ul>
      {content.kind === 'termination' ? <p className={css['hint']}>{words.ended}</p> : null}
      <p className={css['hint']}>{words.filed}</p>
      <Attachments<ContractChangePurpose>
        files={content.files}
        id={id}
        label={label('contractChanges.content.files')}
        newId={newId}
        onChange={(files) => {
          set('files', [...files]);
          touch('files');
        }}
        purposes={contractChangePurposes.map((code) => ({ code, name: nameOf(code) }))}
        suggest={(files) => missingPapers({ files: [...files] }, answer)[0] ?? 'other'}
      />
      <FieldMessages id={`${id}-messages`} messages={messages.get('files') ?? []} />
      {secret ? null : (
        <div className={css['block']}>
          <FieldGrid>
            <Scope />
          </FieldGrid>
        </div>
      )}
    </>
  );
}

/** Whether the full text may be the public one. */
function Scope() {
  const { content, set, touch } = fields.useForm();
  return (
    <fields.FieldFrame group name="nothingHidden" wide>
      {(control) => (
        <Choices
          chosen={String(content.nothingHidden)}
          control={control}
          onBlur={() => touch('nothingHidden')}
          onChange={(value) => set('nothingHidden', value)}
          options={[
            { key: 'false', value: false, text: scope.apart },
            { key: 'true', value: true, text: scope.whole },
          ]}
          stacked
        />
      )}
    </fields.FieldFrame>
  );
}
