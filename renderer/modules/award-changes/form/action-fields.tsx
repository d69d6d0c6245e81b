// 变更方式: only those that fit the reason are offered, and of the others it is said why not. What the next way begins with is filled in; what was typed for the way
// before comes back when that is chosen again.
import { useRef } from 'react';
import { Choices } from '#renderer/ui/fields/choices.tsx';
import { IntegerInput } from '#renderer/ui/fields/number-inputs.tsx';
import { FieldGrid } from '#renderer/ui/form/form-page.tsx';
import { type ChangeAction, changeActions } from '#shared/domain/award-changes/model.ts';
import { awardChangePages, label } from '#shared/text/index.ts';
import css from './change-form.module.css';
import { type Answer, isWon, type Winner, winnerBegun, winnerIn } from './changed-result.ts';
import { changeFields as fields } from './fields.ts';
import { useSetWinner } from './use-set-winner.ts';

const words = awardChangePages.form.action;
export const mostQualified = 500;
const nameOf = (action: ChangeAction) => label(`awardChanges.action.${action}`);

type Props = { readonly answer: Answer | undefined };

export function ActionFields({ answer }: Props) {
  const { content } = fields.useForm();
  const { action, qualified } = content;
  return (
    <>
      <FieldGrid>
        <Action answer={answer} />
        {answer?.asksQualified === true || qualified !== null ? <Qualified /> : null}
      </FieldGrid>
      {action !== null && !isWon(action) ? <p className={css['hint']}>{words.nobody}</p> : null}
    </>
  );
}

function Action({ answer }: Props) {
  const { content, set, touch } = fields.useForm();
  const setWinner = useSetWinner();
  const before = useRef(new Map<ChangeAction | null, Winner>());
  const { action, reasonCode } = content;
  const fitting = answer?.actions ?? [];
  const unfit = action !== null && answer !== undefined && !fitting.includes(action);
  const choose = (next: ChangeAction) => {
    if (next === action) return;
    before.current.set(action, winnerIn(content));
    set('action', next);
    setWinner(before.current.get(next) ?? winnerBegun(next, answer));
  };
  const others = changeActions.filter((each) => !fitting.includes(each) && words.why[each] !== '');
  return (
    <fields.FieldFrame group name="action" wide>
      {(control) =>
        reasonCode === null && action === null ? (
          <p className={css['hint']} id={control.id} tabIndex={-1}>
            {words.reasonFirst}
          </p>
        ) : (
          <>
            <Choices<ChangeAction>
              chosen={action}
              control={control}
              onBlur={() => touch('action')}
              onChange={choose}
              options={[
                ...fitting.map((value) => ({ key: value, value, text: nameOf(value) })),
                ...(unfit && action !== null
                  ? [{ key: action, value: action, text: words.unfit(nameOf(action)) }]
                  : []),
              ]}
              stacked
            />
            {reasonCode === null || answer === undefined ? null : (
              <ul className={css['hints']}>
                {others.map((each) => (
                  <li key={each}>{words.why[each]}</li>
                ))}
              </ul>
            )}
          </>
        )
      }
    </fields.FieldFrame>
  );
}

function Qualified() {
  const { content, set, setUnreadable, unreadable, touch } = fields.useForm();
  return (
    <fields.FieldFrame name="qualified">
      {(control) => (
        <IntegerInput
          control={control}
          max={mostQualified}
          min={0}
          onBlur={() => touch('qualified')}
          onChange={(value, text) => {
            set('qualified', value);
            setUnreadable('qualified', text);
          }}
          unreadable={unreadable['qualified']}
          value={content.qualified}
        />
      )}
    </fields.FieldFrame>
  );
}
