// 补充材料: what 采购办 has asked for is added to what it holds.
import { useState } from 'react';
import { newId } from '#renderer/api/ids.ts';
import { useCommand } from '#renderer/api/use-command.ts';
import { ConfirmAction } from '#renderer/ui/dialogs/confirm-action.tsx';
import { Consequence } from '#renderer/ui/dialogs/consequence.tsx';
import type { FileOf } from '#renderer/ui/fields/added-files.ts';
import { Attachments } from '#renderer/ui/fields/attachments.tsx';
import { tellDone, tellRefusal } from '#renderer/ui/states/tell.ts';
import type { Contract } from '#shared/domain/contracts/model.ts';
import { contractPages, label } from '#shared/text/index.ts';
import { contractName } from '../form/contract-record.ts';
import css from './hand-in-dialog.module.css';

const words = contractPages.decisions.handIn;
const command = 'contracts.handIn';

/** The public text is as it was announced. */
const purposes = (['full', 'subcontract', 'bond', 'other'] as const).map((code) => ({
  code,
  name: label(`contracts.purpose.${code}`),
}));
type Purpose = (typeof purposes)[number]['code'];

type Props = { readonly contract: Contract; readonly onClose: () => void };

export function HandInDialog({ contract, onClose }: Props) {
  const { id, content, history } = contract;
  const { run, running } = useCommand(command);
  const [files, setFiles] = useState<readonly FileOf<Purpose>[]>([]);
  const asked = history.findLast(({ action }) => action === 'contracts.requestPapers');
  const confirm = async () => {
    const answer = await run({ id, files });
    if (!answer.ok) return tellRefusal(command, answer.error);
    tellDone(words.done);
    onClose();
  };
  return (
    <ConfirmAction
      action={words.verb}
      blocked={files.length === 0 && !content.secret}
      consequence={
        <Consequence command={command}>
          {asked === undefined ? null : <p className={css['asked']}>{words.asked(asked.note)}</p>}
          {content.secret ? words.secret : words.body}
        </Consequence>
      }
      onClose={onClose}
      onConfirm={() => void confirm()}
      opened
      running={running}
      title={words.title(contractName(content))}
    >
      {content.secret ? null : (
        <Attachments<Purpose>
          files={files}
          id="contract-hand-in"
          label={words.file}
          newId={newId}
          onChange={setFiles}
          purposes={purposes}
        />
      )}
    </ConfirmAction>
  );
}
