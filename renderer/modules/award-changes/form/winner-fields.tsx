// 变更后结果: whoever follows in the ranking, with what the announcement says of them; of a correction the supplier as before.
import { Button } from '@mantine/core';
import { Choices } from '#renderer/ui/fields/choices.tsx';
import { MembersEditor } from '#renderer/ui/fields/members-editor.tsx';
import { FieldGrid } from '#renderer/ui/form/form-page.tsx';
import { changeContentSchema } from '#shared/domain/award-changes/model.ts';
import { sizeClasses } from '#shared/domain/suppliers/model.ts';
import { formatYuan } from '#shared/kernel/money.ts';
import { awardChangePages, label } from '#shared/text/index.ts';
import css from './change-form.module.css';
import { type Answer, type Next, winnerFrom } from './changed-result.ts';
import { changeFields as fields } from './fields.ts';
import { useSetWinner } from './use-set-winner.ts';

const words = awardChangePages.form;

type Props = { readonly answer: Answer | undefined };

export function WinnerFields({ answer }: Props) {
  const { content, set, messages } = fields.useForm();
  const { action, winner, address, members } = content;
  const corrects = action === 'correct';
  const chosen = corrects ? undefined : answer?.next.find(({ supplier }) => supplier === winner);
  const registered = chosen?.known?.address ?? '';
  return (
    <>
      {corrects && answer?.original ? (
        <p className={css['hint']}>{words.winner.same(answer.original.supplierName)}</p>
      ) : null}
      <FieldGrid>
        {corrects ? null : <NextCandidates answer={answer} />}
        <fields.MoneyField name="amount" />
        <fields.TextField name="rate" />
        <fields.TextField
          aside={
            registered === '' || registered === address ? undefined : (
              <Button onClick={() => set('address', registered)} size="compact-xs" variant="light">
                {words.winner.fillAddress}
              </Button>
            )
          }
          name="address"
          wide
        />
        <fields.ChoiceField
          name="sizeClass"
          options={[
            ...sizeClasses.map((value) => ({ value, text: label(`suppliers.size.${value}`) })),
            { value: null, text: words.winner.unsaid },
          ]}
          wide
        />
      </FieldGrid>
      {/* Who stands behind a supplier that stays is not typed again. */}
      <div className={css['block']} hidden={corrects}>
        <h3 className={css['blockTitle']}>{label('awardChanges.content.members')}</h3>
        <p className={css['hint']}>{words.help.members}</p>
        <MembersEditor
          empty={words.winner.members}
          id={fields.fieldIdOf('members')}
          label={label('awardChanges.content.members')}
          members={members}
          messages={messages}
          nameOf={(field) => label(`awardChanges.content.members.${field}`)}
          onChange={(next) => set('members', next)}
          shape={changeContentSchema.shape.members.element.shape}
        />
      </div>
    </>
  );
}

function NextCandidates({ answer }: Props) {
  const { content, touch } = fields.useForm();
  const setWinner = useSetWinner();
  const { winner } = content;
  const next = answer?.next ?? [];
  const index = next.findIndex(({ supplier }) => supplier === winner);
  // One who is not among them stays in sight until another is chosen.
  const gone = winner !== '' && index < 0;
  return (
    <fields.FieldFrame group help={words.winner.next} name="winner" wide>
      {(control) =>
        next.length === 0 && !gone ? (
          <p className={css['hint']} id={control.id} tabIndex={-1}>
            {answer === undefined ? null : words.winner.none}
          </p>
        ) : (
          <Choices<Next | null>
            chosen={gone ? 'gone' : index < 0 ? null : String(index)}
            control={control}
            onBlur={() => touch('winner')}
            onChange={(candidate) => {
              if (candidate !== null && candidate.supplier !== winner) setWinner(winnerFrom(candidate));
            }}
            options={[
              ...next.map((candidate, place) => ({
                key: String(place),
                value: candidate,
                text: optionText(candidate),
              })),
              ...(gone ? [{ key: 'gone', value: null, text: words.winner.gone(winner) }] : []),
            ]}
            stacked
          />
        )
      }
    </fields.FieldFrame>
  );
}

function optionText({ rank, supplier, price, score, known }: Next): string {
  const text = words.winner.option(
    rank,
    supplier,
    price === null ? '' : formatYuan(price),
    score === null ? '' : words.winner.score(score),
  );
  const ban = known?.ban ?? null;
  return ban === null ? text : `${text}${words.winner.banned(ban.until)}`;
}
