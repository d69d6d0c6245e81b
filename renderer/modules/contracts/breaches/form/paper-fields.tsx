// 附件, each with what it is. After the notice those that went with it stay.
import { newId } from '#renderer/api/ids.ts';
import { Attachments } from '#renderer/ui/fields/attachments.tsx';
import { FieldMessages } from '#renderer/ui/fields/field.tsx';
import { type BreachPurpose, breachPurposes } from '#shared/domain/contracts/breaches/model.ts';
import { breachPages, label } from '#shared/text/index.ts';
import css from '../breaches.module.css';
import { suggestedPurpose } from './asked-now.ts';
import { breachFields as fields } from './fields.ts';

const { files: words } = breachPages.form;

type Props = { readonly deciding: boolean; readonly secret: boolean };

export function PaperFields({ deciding, secret }: Props) {
  const { content, set, touch, messages } = fields.useForm();
  const id = fields.fieldIdOf('files');
  return (
    <>
      <p className={css['hint']}>{secret ? words.secret : words.hint}</p>
      {deciding && !secret ? <p className={css['hint']}>{words.kept}</p> : null}
      <Attachments<BreachPurpose>
        files={content.files}
        id={id}
        label={label('breaches.content.files')}
        newId={newId}
        onChange={(files) => {
          set('files', [...files]);
          touch('files');
        }}
        purposes={breachPurposes.map((code) => ({ code, name: label(`breaches.purpose.${code}`) }))}
        suggest={(files) => suggestedPurpose(files, deciding)}
      />
      <FieldMessages id={`${id}-messages`} messages={messages.get('files') ?? []} />
    </>
  );
}
