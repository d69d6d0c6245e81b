// 登记收取, 续期 and 退还 of a 履约保证金.
import { type ReactNode, useState } from 'react';
import { newId } from '#renderer/api/ids.ts';
import { useCommand } from '#renderer/api/use-command.ts';
import { useToday } from '#renderer/ui/base/use-today.ts';
import { ConfirmAction } from '#renderer/ui/dialogs/confirm-action.tsx';
import { Consequence } from '#renderer/ui/dialogs/consequence.tsx';
import type { FileOf } from '#renderer/ui/fields/added-files.ts';
import { Attachments } from '#renderer/ui/fields/attachments.tsx';
import { DateInput } from '#renderer/ui/fields/date-input.tsx';
import { Field } from '#renderer/ui/fields/field.tsx';
import { MoneyInput } from '#renderer/ui/fields/number-inputs.tsx';
import { TextBox } from '#renderer/ui/fields/text-box.tsx';
import { UnreadScope, useUnreadTexts } from '#renderer/ui/fields/unread-texts.tsx';
import { FieldGrid } from '#renderer/ui/form/form-page.tsx';
import { tellDone, tellRefusal } from '#renderer/ui/states/tell.ts';
import type { Contract } from '#shared/domain/contracts/model.ts';
import { mostInReason } from '#shared/domain/fields.ts';
import type { PlainDate } from '#shared/kernel/dates.ts';
import { forms, label, paymentPages } from '#shared/text/index.ts';
import { contractName } from '../form/contract-record.ts';

const { bond: words } = paymentPages;
type Props = { readonly contract: Contract; readonly onClose: () => void };
type Files = readonly FileOf<'file'>[];

export function RecordBond({ contract, onClose }: Props) {
  const { bond, content } = contract;
  const today = useToday();
  const [receivedOn, setReceived] = useState<PlainDate | null>(bond?.receivedOn ?? today);
  const [expiresOn, setExpires] = useState<PlainDate | null>(bond?.expiresOn ?? content.bondExpiresOn);
  const [returnBy, setReturnBy] = useState<PlainDate | null>(bond?.returnBy ?? null);
  const expires = content.bondForm === 'guarantee' || content.bondForm === 'insurance';
  return (
    <BondDialog
      action={bond === null ? words.record : words.extend}
      body={words.recordBody}
      command="contracts.recordBond"
      contract={contract}
      done={words.recorded}
      input={
        receivedOn === null || (expires && expiresOn === null) ? null : { receivedOn, expiresOn, returnBy }
      }
      onClose={onClose}
      title={words.recordTitle(contractName(content))}
    >
      <Day name="receivedOn" onChange={setReceived} required value={receivedOn} />
      <Day name="expiresOn" onChange={setExpires} required={expires} value={expiresOn} />
      <Day name="returnBy" onChange={setReturnBy} required={false} value={returnBy} />
    </BondDialog>
  );
}

export function ReturnBond({ contract, onClose }: Props) {
  const { content } = contract;
  const today = useToday();
  const [returnedOn, setReturned] = useState<PlainDate | null>(today);
  const [returnedAmount, setAmount] = useState(content.bondAmount);
  const [note, setNote] = useState('');
  const isPart = returnedAmount !== null && returnedAmount < (content.bondAmount ?? 0);
  const blank = isPart && note.trim() === '';
  return (
    <BondDialog
      action={words.giveBack}
      body={words.returnBody}
      command="contracts.returnBond"
      contract={contract}
      done={words.returnedDone}
      input={
        returnedOn === null || returnedAmount === null || blank
          ? null
          : { returnedOn, returnedAmount, note: note.trim() }
      }
      onClose={onClose}
      title={words.returnTitle(contractName(content))}
    >
      <Day name="returnedOn" onChange={setReturned} required value={returnedOn} />
      <Field id="bond-returned-amount" label={label('contracts.returnedAmount')} required>
        {(control) => <MoneyInput control={control} onChange={setAmount} value={returnedAmount} />}
      </Field>
      <Field help={words.why} id="bond-note" label={words.note} required={isPart} wide>
        {(control) => (
          <TextBox
            control={control}
            limit={mostInReason}
            lines={{ min: 2 }}
            onChange={setNote}
            value={note}
          />
        )}
      </Field>
    </BondDialog>
  );
}

export function UndoReturn({ contract, onClose }: Props) {
  const { run, running } = useCommand('contracts.undoReturn');
  const confirm = async (reason: string) => {
    const answer = await run({ id: contract.id, reason });
    if (!answer.ok) return tellRefusal('contracts.undoReturn', answer.error);
    tellDone(words.undoneDone);
    onClose();
  };
  return (
    <ConfirmAction
      action={words.undo}
      consequence={<Consequence command="contracts.undoReturn">{words.undoBody}</Consequence>}
      danger
      onClose={onClose}
      onConfirm={(reason) => void confirm(reason)}
      opened
      reason={{ label: words.undoReason, min: 2, tooShort: forms.decision.reasonShort }}
      running={running}
      title={words.undoTitle(contractName(contract.content))}
    />
  );
}

type DayProps = {
  readonly name: 'receivedOn' | 'expiresOn' | 'returnBy' | 'returnedOn';
  readonly required: boolean;
  readonly value: PlainDate | null;
  readonly onChange: (day: PlainDate | null) => void;
};

function Day({ name, required, value, onChange }: DayProps) {
  const text = label(`contracts.${name}`);
  return (
    <Field id={`bond-${name}`} label={text} required={required}>
      {(control) => <DateInput control={control} label={text} onChange={onChange} value={value} />}
    </Field>
  );
}

type DialogProps = Props & {
  readonly command: 'contracts.recordBond' | 'contracts.returnBond';
  readonly title: string;
  readonly body: string;
  readonly action: string;
  readonly done: string;
  /** Null while something is left out. */
  readonly input: object | null;
  readonly children: ReactNode;
};

function BondDialog({ contract, command, title, body, action, done, input, onClose, children }: DialogProps) {
  const { run, running } = useCommand(command);
  const [files, setFiles] = useState<Files>([]);
  const unread = useUnreadTexts();
  const confirm = async () => {
    const bondFiles = files.map(({ purpose: _, ...file }) => file);
    const answer = await run({ id: contract.id, ...input, bondFiles });
    if (!answer.ok) return tellRefusal(command, answer.error);
    tellDone(done);
    onClose();
  };
  return (
    <ConfirmAction
      action={action}
      blocked={input === null || unread.texts.size > 0}
      consequence={<Consequence command={command}>{body}</Consequence>}
      onClose={onClose}
      onConfirm={() => void confirm()}
      opened
      running={running}
      title={title}
    >
      <UnreadScope report={unread.report}>
        <FieldGrid>
          {children}
          {contract.content.secret ? null : (
            <Field group id="bond-files" label={words.files} wide>
              {({ id }) => (
                <Attachments
                  files={files}
                  id={id}
                  label={words.files}
                  newId={newId}
                  onChange={setFiles}
                  purposes={[{ code: 'file', name: words.files }]}
                />
              )}
            </Field>
          )}
        </FieldGrid>
      </UnreadScope>
    </ConfirmAction>
  );
}
