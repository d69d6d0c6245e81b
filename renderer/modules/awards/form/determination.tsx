// 确定: on whose decision, whom, for how much, and what the announcement says of the supplier.
import { Button } from '@mantine/core';
import { newId } from '#renderer/api/ids.ts';
import { Choices } from '#renderer/ui/fields/choices.tsx';
import { MembersEditor } from '#renderer/ui/fields/members-editor.tsx';
import { FieldGrid } from '#renderer/ui/form/form-page.tsx';
import { awardContentSchema, bases } from '#shared/domain/awards/model.ts';
import { sizeClasses } from '#shared/domain/suppliers/model.ts';
import { formatYuan } from '#shared/kernel/money.ts';
import { awardPages, label } from '#shared/text/index.ts';
import css from './award-form.module.css';
import { awardFields as fields } from './fields.ts';
import { type Answer, chosenWinner, type Ranked, type Standing, singleSource } from './standing.ts';

const words = awardPages.form;

type Props = {
  readonly answer: Answer | undefined;
  readonly ranking: readonly Ranked[];
  readonly standing: Standing;
};

export function Determination({ answer, ranking, standing }: Props) {
  const { content, set } = fields.useForm();
  const { basis, authority, address } = content;
  const due = answer?.due ?? null;
  const registered = standing.winner?.known?.address ?? '';
  return (
    <>
      {due === null ? null : <p className={css['hint']}>{words.due(due)}</p>}
      <FieldGrid>
        <Basis />
        {basis === 'committee' || authority.length > 0 ? (
          <fields.FilesField name="authority" newId={newId} purpose={label('awards.content.authority')} />
        ) : null}
        <Winner isSingle={answer?.method === singleSource} ranking={ranking} standing={standing} />
        <fields.MoneyField name="amount" />
        <fields.TextField name="rate" />
        <fields.TextField
          aside={
            registered === '' || registered === address ? undefined : (
              <Button onClick={() => set('address', registered)} size="compact-xs" variant="light">
                {words.fillAddress}
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
            { value: null, text: words.unsaid },
          ]}
          wide
        />
      </FieldGrid>
      <div className={css['block']}>
        <h3 className={css['blockTitle']}>{label('awards.content.members')}</h3>
        <p className={css['blockHint']}>{words.help.members}</p>
        <MembersTable />
      </div>
    </>
  );
}

function Basis() {
  const { content, set, touch } = fields.useForm();
  return (
    <fields.FieldFrame group name="basis" wide>
      {(control) => (
        <Choices
          chosen={content.basis}
          control={control}
          onBlur={() => touch('basis')}
          onChange={(basis) => set('basis', basis)}
          stacked
          options={bases.map((value) => ({ key: value, value, text: label(`awards.basis.${value}`) }))}
        />
      )}
    </fields.FieldFrame>
  );
}

type WinnerProps = Omit<Props, 'answer'> & { readonly isSingle: boolean };

function Winner({ ranking, standing, isSingle }: WinnerProps) {
  const { content, set, setUnreadable, touch } = fields.useForm();
  const named = ranking.filter(({ supplier }) => supplier.trim() !== '');
  const { winner } = content;
  const index = named.findIndex(({ supplier }) => supplier === winner);
  // One who is no longer among them stays in sight until another is chosen.
  const gone = winner !== '' && index < 0;
  const choose = (next: Ranked | null) => {
    if (next === null) return;
    const {
      winner: name,
      amount,
      address,
      sizeClass,
      passedOver,
    } = chosenWinner(content, next, standing.winner);
    set('winner', name);
    // What is left alone is not touched either.
    if (amount !== content.amount) {
      set('amount', amount);
      setUnreadable('amount', undefined);
    }
    if (address !== content.address) set('address', address);
    if (sizeClass !== content.sizeClass) set('sizeClass', sizeClass);
    if (passedOver.length !== content.passedOver.length) set('passedOver', passedOver);
  };
  return (
    <fields.FieldFrame group name="winner" wide>
      {(control) =>
        named.length === 0 && !gone ? (
          <p className={css['hint']} id={control.id} tabIndex={-1}>
            {words.winner.none}
          </p>
        ) : (
          <Choices<Ranked | null>
            chosen={gone ? 'gone' : index < 0 ? null : String(index)}
            control={control}
            stacked
            onBlur={() => touch('winner')}
            onChange={choose}
            options={[
              ...named.map((candidate, place) => ({
                key: String(place),
                value: candidate,
                text: optionText(candidate, isSingle),
              })),
              ...(gone ? [{ key: 'gone', value: null, text: words.winner.gone(winner) }] : []),
            ]}
          />
        )
      }
    </fields.FieldFrame>
  );
}

function optionText({ rank, supplier, price, known }: Ranked, isSingle: boolean): string {
  const amount = price === null ? '' : formatYuan(price);
  const ban = known?.ban ?? null;
  const text = isSingle ? words.winner.only(supplier, amount) : words.winner.option(rank, supplier, amount);
  return ban === null ? text : `${text}${words.winner.banned(ban.until)}`;
}

function MembersTable() {
  const { content, set, messages } = fields.useForm();
  return (
    <MembersEditor
      empty={words.members.empty}
      id={fields.fieldIdOf('members')}
      label={label('awards.content.members')}
      members={content.members}
      messages={messages}
      nameOf={(field) => label(`awards.content.members.${field}`)}
      onChange={(members) => set('members', members)}
      shape={awardContentSchema.shape.members.element.shape}
    />
  );
}
