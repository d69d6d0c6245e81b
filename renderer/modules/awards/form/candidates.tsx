// 候选人: the ranking that the centre has told, or the table in which it is typed; of 单一来源 the one supplier, with the record of the 协商.
import { Button } from '@mantine/core';
import { newId } from '#renderer/api/ids.ts';
import { FieldMessages } from '#renderer/ui/fields/field.tsx';
import { IntegerInput, MoneyInput, QuantityInput } from '#renderer/ui/fields/number-inputs.tsx';
import { type RowsColumn, RowsEditor } from '#renderer/ui/fields/rows-editor.tsx';
import { SupplierBox } from '#renderer/ui/fields/supplier-box.tsx';
import { TextBox } from '#renderer/ui/fields/text-box.tsx';
import { FindingList } from '#renderer/ui/form/finding-list.tsx';
import { FieldGrid } from '#renderer/ui/form/form-page.tsx';
import { awardSchema, type Candidate } from '#shared/domain/awards/model.ts';
import { limitOf } from '#shared/domain/fields.ts';
import { awardPages, label } from '#shared/text/index.ts';
import { RankingTable } from '../ranking-table.tsx';
import css from './award-form.module.css';
import { carriedTexts } from './carried-texts.ts';
import { awardFields as fields } from './fields.ts';
import { type Answer, openedIn, singleSource } from './standing.ts';

const words = awardPages.form;
const { shape } = awardSchema.shape.ranking.element;
export const mostRank = 500;

export function Candidates({ answer }: { readonly answer: Answer | undefined }) {
  const { content } = fields.useForm();
  if (answer === undefined) return null;
  const isSingle = answer.method === singleSource;
  // What is wrong with the section itself stands at no field.
  const ofSection = answer.findings.filter(({ paths }) => paths.length === 0);
  const typed = content.candidates.length > 0;
  return (
    <>
      {ofSection.length === 0 ? null : <FindingList findings={ofSection} nameOf={() => ''} />}
      {answer.told ? (
        <>
          <p className={css['hint']}>{words.told}</p>
          <RankingTable
            label={label('awards.content.candidates')}
            ranking={answer.ranking}
            winner={content.winner}
          />
        </>
      ) : null}
      {answer.told && !typed ? <Messages /> : null}
      {answer.told && typed ? <p className={css['hint']}>{words.typedUnused}</p> : null}
      {!answer.told || typed ? (
        <>
          {answer.told ? null : (
            <p className={css['hint']}>{isSingle ? words.singleSource : words.help.candidates}</p>
          )}
          {answer.told ? null : <Opened answer={answer} />}
          <CandidatesTable isSingle={isSingle} />
        </>
      ) : null}
      {isSingle || content.records.length > 0 ? (
        <FieldGrid>
          <fields.FilesField name="records" newId={newId} purpose={label('awards.content.records')} />
        </FieldGrid>
      ) : null}
    </>
  );
}

/** Those of the opening are filled in at once, and into a list that is empty whenever one asks for it: they are not typed again. */
function Opened({ answer }: { readonly answer: Answer }) {
  const { content, set } = fields.useForm();
  const opened = openedIn(answer);
  if (opened.length === 0) return null;
  if (content.candidates.length > 0) return <p className={css['hint']}>{words.opened.hint}</p>;
  return (
    <Button mb={8} onClick={() => set('candidates', opened)} size="xs" variant="default">
      {words.opened.fill(opened.length)}
    </Button>
  );
}

/** Of the list as a whole, where no table of it stands. */
function Messages() {
  const { messages } = fields.useForm();
  const id = fields.fieldIdOf('candidates');
  return (
    <div id={id} tabIndex={-1}>
      <FieldMessages id={`${id}-messages`} messages={messages.get('candidates') ?? []} />
    </div>
  );
}

type Amount = 'price' | 'reviewPrice';

function CandidatesTable({ isSingle }: { readonly isSingle: boolean }) {
  const { content, set, unreadable, setUnreadable, messages } = fields.useForm();
  const { candidates, winner, passedOver } = content;
  const name = (field: keyof Candidate) => label(`awards.content.candidates.${field}`);
  const placeOf = (candidate: Candidate, field: keyof Candidate) =>
    `candidates.${candidates.indexOf(candidate)}.${field}`;
  const change = (candidate: Candidate, parts: Partial<Candidate>) => {
    set(
      'candidates',
      candidates.map((each) => (each === candidate ? { ...candidate, ...parts } : each)),
    );
    // What was said of a candidate is said of the candidate under the name as it is being typed.
    const { supplier } = parts;
    if (supplier === undefined || candidate.supplier === '') return;
    if (winner === candidate.supplier) set('winner', supplier);
    if (passedOver.some((line) => line.supplier === candidate.supplier)) {
      set(
        'passedOver',
        passedOver.map((line) => (line.supplier === candidate.supplier ? { ...line, supplier } : line)),
      );
    }
  };
  const replace = (rows: readonly Candidate[]) => {
    for (const [place, text] of carriedTexts('candidates', candidates, rows, unreadable)) {
      setUnreadable(place, text);
    }
    set('candidates', [...rows]);
  };
  const amount = (field: Amount): RowsColumn<Candidate> => ({
    field,
    label: name(field),
    width: '8rem',
    align: 'right',
    cell: (candidate, control) => (
      <MoneyInput
        compact
        control={control}
        onChange={(value, text) => {
          change(candidate, { [field]: value });
          setUnreadable(placeOf(candidate, field), text);
        }}
        unreadable={unreadable[placeOf(candidate, field)]}
        uppercase={false}
        value={candidate[field]}
      />
    ),
  });
  const ranked: readonly RowsColumn<Candidate>[] = [
    {
      field: 'score',
      label: name('score'),
      width: '4.5rem',
      align: 'right',
      cell: (candidate, control) => (
        <QuantityInput
          compact
          control={control}
          onChange={(value, text) => {
            change(candidate, { score: value === null ? null : Number(value) });
            setUnreadable(placeOf(candidate, 'score'), text);
          }}
          unreadable={unreadable[placeOf(candidate, 'score')]}
          value={candidate.score === null ? null : String(candidate.score)}
        />
      ),
    },
    amount('reviewPrice'),
    {
      field: 'rank',
      label: name('rank'),
      required: true,
      width: '4.25rem',
      cell: (candidate, control) => (
        <IntegerInput
          compact
          control={control}
          max={mostRank}
          min={1}
          onChange={(rank, text) => {
            // There is always a rank: one that is cleared stands there again.
            if (rank !== null) change(candidate, { rank });
            setUnreadable(placeOf(candidate, 'rank'), text);
          }}
          unreadable={unreadable[placeOf(candidate, 'rank')]}
          value={candidate.rank}
        />
      ),
    },
  ];
  return (
    <RowsEditor<Candidate>
      columns={[
        {
          field: 'supplier',
          label: name('supplier'),
          required: true,
          width: 'minmax(11rem, 1.6fr)',
          cell: (candidate, control) => (
            <SupplierBox
              compact
              control={control}
              limit={limitOf(shape.supplier)}
              onChange={(supplier) => change(candidate, { supplier })}
              onTake={(known) => change(candidate, { supplier: known.name, uscc: known.uscc })}
              value={candidate.supplier}
            />
          ),
        },
        {
          field: 'uscc',
          label: name('uscc'),
          width: '10.75rem',
          cell: (candidate, control) => (
            <TextBox
              compact
              control={control}
              limit={limitOf(shape.uscc)}
              onChange={(uscc) => change(candidate, { uscc })}
              value={candidate.uscc}
            />
          ),
        },
        amount('price'),
        ...(isSingle && candidates.length < 2 ? [] : ranked),
      ]}
      empty={words.candidates.empty}
      id={fields.fieldIdOf('candidates')}
      label={label('awards.content.candidates')}
      max={isSingle ? 1 : mostRank}
      messages={messages}
      newRow={() => ({
        ...{ supplier: '', uscc: '', price: null, score: null, reviewPrice: null },
        rank: Math.min(mostRank, Math.max(0, ...candidates.map(({ rank }) => rank)) + 1),
      })}
      onChange={replace}
      path="candidates"
      rowKey={(candidate) => String(candidates.indexOf(candidate))}
      rows={candidates}
    />
  );
}
