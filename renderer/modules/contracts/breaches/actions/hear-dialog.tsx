// 登记陈述: what the other side said and when it came, or that nothing came by its day. What the rules say stands below while one types.
import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useAsk } from '#renderer/api/use-ask.ts';
import { useCommand } from '#renderer/api/use-command.ts';
import { useToday } from '#renderer/ui/base/use-today.ts';
import { ConfirmAction } from '#renderer/ui/dialogs/confirm-action.tsx';
import { Consequence } from '#renderer/ui/dialogs/consequence.tsx';
import { DateInput } from '#renderer/ui/fields/date-input.tsx';
import { Field } from '#renderer/ui/fields/field.tsx';
import { TextBox } from '#renderer/ui/fields/text-box.tsx';
import { UnreadScope, useUnreadTexts } from '#renderer/ui/fields/unread-texts.tsx';
import { FindingList } from '#renderer/ui/form/finding-list.tsx';
import { tellDone, tellRefusal } from '#renderer/ui/states/tell.ts';
import { type Breach, type Statement, statementShape } from '#shared/domain/contracts/breaches/model.ts';
import { limitOf } from '#shared/domain/fields.ts';
import { isLonger } from '#shared/kernel/text.ts';
import { breachPages, forms, label } from '#shared/text/index.ts';
import { breachName } from '../breach-name.ts';
import css from '../breaches.module.css';
import { nameOf } from '../form/field-name.ts';

const { hear: words } = breachPages;
const limit = limitOf(statementShape.statement);
const command = 'breaches.hear';

type Props = { readonly breach: Breach; readonly onClose: () => void };

export function HearDialog({ breach, onClose }: Props) {
  const { id, contractId, contractNo, content } = breach;
  const { run, running } = useCommand(command);
  const [said, setSaid] = useState<Statement>(
    () => breach.statement ?? { silent: false, statedOn: null, statement: '' },
  );
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const unread = useUnreadTexts();
  // What is not said is not told, whatever was typed before.
  const statement = said.silent ? { silent: true, statedOn: null, statement: '' } : said;
  const isLong = limit !== undefined && isLonger(said.statement, limit);
  const isFilled = said.silent || (said.statedOn !== null && said.statement.trim() !== '' && !isLong);
  const { data } = useAsk('breaches.check', { id, contractId, content, statement }, { enabled: isFilled });
  const findings = isFilled ? (data?.findings ?? []) : [];
  const warnings = findings.filter(({ severity }) => severity === 'warning');
  const stopped = findings.length > warnings.length || unread.texts.size > 0;

  const confirm = async () => {
    const answer = await run({ id, ...statement, acknowledged: [...ticked] });
    if (!answer.ok) return tellRefusal(command, answer.error);
    tellDone(words.done);
    onClose();
  };
  return (
    <ConfirmAction
      action={words.verb}
      blocked={
        !isFilled || data === undefined || stopped || !warnings.every(({ ruleId }) => ticked.has(ruleId))
      }
      consequence={
        <Consequence command={command}>{words.body(content.statementUntil ?? forms.none)}</Consequence>
      }
      onClose={onClose}
      onConfirm={() => void confirm()}
      opened
      running={running}
      title={words.title(breachName(content.kind, contractNo))}
    >
      <UnreadScope report={unread.report}>
        <StatementFields said={said} set={setSaid} />
      </UnreadScope>
      <FindingList
        findings={findings}
        nameOf={nameOf}
        tick={{
          label: forms.submit.acknowledge,
          ticked,
          onChange: (ruleId, on) => {
            const next = new Set(ticked);
            if (on) next.add(ruleId);
            else next.delete(ruleId);
            setTicked(next);
          },
        }}
      />
    </ConfirmAction>
  );
}

type FieldsProps = { readonly said: Statement; readonly set: (next: Statement) => void };

function StatementFields({ said, set }: FieldsProps) {
  const today = useToday();
  return (
    <div className={css['fields']}>
      <Checkbox
        checked={said.silent}
        label={words.silent}
        onChange={({ currentTarget: { checked } }) => set({ ...said, silent: checked })}
      />
      {said.silent ? null : (
        <>
          <Field id="hear-on" label={label('breaches.statedOn')} required>
            {(control) => (
              <DateInput
                control={control}
                label={label('breaches.statedOn')}
                max={today}
                onChange={(statedOn) => set({ ...said, statedOn })}
                value={said.statedOn}
              />
            )}
          </Field>
          <Field help={words.help} id="hear-statement" label={label('breaches.statement')} required wide>
            {(control) => (
              <TextBox
                control={control}
                limit={limit}
                lines={{ min: 3, max: 12 }}
                onChange={(statement) => set({ ...said, statement })}
                value={said.statement}
              />
            )}
          </Field>
        </>
      )}
    </div>
  );
}
