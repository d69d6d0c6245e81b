// 附件, each with what it is. The record is printed from what stands in the form, signed, and comes back as a file.
import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { newId } from '#renderer/api/ids.ts';
import { Attachments } from '#renderer/ui/fields/attachments.tsx';
import { FieldMessages } from '#renderer/ui/fields/field.tsx';
import { SheetPreview } from '#renderer/ui/record/sheet-preview.tsx';
import { type AcceptancePurpose, acceptancePurposes } from '#shared/domain/contracts/acceptances/model.ts';
import { acceptancePages, label } from '#shared/text/index.ts';
import { acceptancePaperText } from '#shared/text/zh-CN/contracts/acceptance-papers.ts';
import css from '../acceptances.module.css';
import { type Answer, demandedPapers, missingPapers } from './asked-now.ts';
import { acceptanceFields as fields } from './fields.ts';

const words = acceptancePages.form.files;
const nameOf = (purpose: AcceptancePurpose) => label(`acceptances.purpose.${purpose}`);

export function PaperFields({ answer }: { readonly answer: Answer | undefined }) {
  const { content, set, messages, touch } = fields.useForm();
  const missing = missingPapers(content, answer);
  const secret = answer?.contract.content.secret === true;
  const id = fields.fieldIdOf('files');
  return (
    <>
      {secret ? <p className={css['hint']}>{words.secret}</p> : null}
      {secret ? null : <p className={css['hint']}>{words.demanded}</p>}
      <ul className={css['papers']}>
        {demandedPapers(content, answer).map((purpose) => (
          <li key={purpose}>
            {missing.includes(purpose) ? words.missing(nameOf(purpose)) : words.there(nameOf(purpose))}
            <span className={css['reader']}>
              {purpose === 'completion' ? words.completion : words.signed}
            </span>
          </li>
        ))}
      </ul>
      {answer === undefined ? null : <Print answer={answer} />}
      <p className={css['hint']}>{words.filed}</p>
      <Attachments<AcceptancePurpose>
        files={content.files}
        id={id}
        label={label('acceptances.content.files')}
        newId={newId}
        onChange={(files) => {
          set('files', [...files]);
          touch('files');
        }}
        purposes={acceptancePurposes.map((code) => ({ code, name: nameOf(code) }))}
        suggest={(files) => missingPapers({ ...content, files: [...files] }, answer)[0] ?? 'evidence'}
      />
      <FieldMessages id={`${id}-messages`} messages={messages.get('files') ?? []} />
    </>
  );
}

function Print({ answer: { document, contract } }: { readonly answer: Answer }) {
  const [opened, setOpened] = useState(false);
  return (
    <p className={css['hint']}>
      <Button
        leftSection={<IconPrinter aria-hidden size={16} />}
        onClick={() => setOpened(true)}
        size="xs"
        variant="default"
      >
        {words.preview}
      </Button>
      <SheetPreview
        document={document}
        name={acceptancePaperText.name(contract.content.contractNo)}
        onClose={() => setOpened(false)}
        opened={opened}
        saved={null}
        title={words.previewTitle}
      />
    </p>
  );
}
