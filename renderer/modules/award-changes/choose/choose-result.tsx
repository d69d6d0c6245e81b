// 选择项目: which section a new filing is about. Only projects with a published result and no open filing are offered.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import type { AskOutput } from '#renderer/api/calls.ts';
import { useAsk } from '#renderer/api/use-ask.ts';
import { useRebuild } from '#renderer/api/use-sync-status.ts';
import { PageHeading } from '#renderer/ui/base/page-heading.tsx';
import { Choices } from '#renderer/ui/fields/choices.tsx';
import { Field, type FieldControl } from '#renderer/ui/fields/field.tsx';
import { Picker } from '#renderer/ui/fields/picker.tsx';
import { EmptyState, ErrorState } from '#renderer/ui/states/states.tsx';
import type { ChoosableSection } from '#shared/contract/award-changes.ts';
import { mostSearched } from '#shared/contract/paging.ts';
import { formatYuan } from '#shared/kernel/money.ts';
import { awardChangePages, describeField, forms } from '#shared/text/index.ts';
import css from './choose-result.module.css';

const { choose: words, sectionName } = awardChangePages;
const most = 50;

type Choosable = AskOutput<'awardChanges.choosable'>['projects'][number];

export function ChooseResult() {
  const navigate = useNavigate();
  const [search, setSearch] = useState('');
  const [project, setProject] = useState<Choosable | null>(null);
  const [sectionId, setSectionId] = useState<string | null>(null);
  const incomplete = useRebuild() !== null;
  const text = search.trim().slice(0, mostSearched);
  const { data, error, refetch } = useAsk('awardChanges.choosable', { text, limit: most });
  const projects = data?.projects ?? [];
  const choose = (id: string | null) => {
    const chosen = projects.find((each) => each.id === id) ?? null;
    setProject(chosen);
    const [only, ...more] = chosen?.sections.filter(({ refused }) => refused === null) ?? [];
    setSectionId(only !== undefined && more.length === 0 ? only.id : null);
  };

  if (error !== null) return <ErrorState error={error} onRetry={() => void refetch()} page />;
  const nothing = data !== undefined && projects.length === 0 && text === '' && project === null;
  if (nothing && !incomplete) {
    return (
      <EmptyState hint={words.none.hint} page title={words.none.title}>
        <Button component={Link} to="/award-changes" variant="default">
          {words.none.back}
        </Button>
      </EmptyState>
    );
  }
  return (
    <div className={css['page']}>
      <PageHeading help={words.hint} title={words.title} />
      <Field id="change-project" label={words.project} required wide>
        {(control) => (
          <Picker
            chosen={project === null ? null : { id: project.id, text: project.name }}
            control={control}
            incomplete={incomplete}
            note={projects.length === most ? forms.picker.more(most) : undefined}
            onChange={choose}
            onSearch={setSearch}
            options={projects.map(({ id, name, planNo }) => ({ id, name, detail: planNo }))}
            placeholder={words.placeholder}
            search={search}
          />
        )}
      </Field>
      <Field group id="change-section" label={words.section} required wide>
        {(control) =>
          project === null ? (
            <p className={css['hint']} id={control.id}>
              {words.chooseFirst}
            </p>
          ) : (
            <Sections
              chosen={sectionId}
              control={control}
              onChange={setSectionId}
              sections={project.sections}
            />
          )
        }
      </Field>
      <div className={css['buttons']}>
        <Button component={Link} to="/award-changes" variant="default">
          {words.none.back}
        </Button>
        <Button
          disabled={sectionId === null}
          onClick={() => void navigate(`/award-changes/new?sectionId=${sectionId}`, { replace: true })}
        >
          {words.confirm}
        </Button>
      </div>
    </div>
  );
}

type SectionsProps = {
  readonly sections: readonly ChoosableSection[];
  readonly chosen: string | null;
  readonly control: FieldControl;
  readonly onChange: (id: string) => void;
};

/** Those whose result may be changed now; of the others why not. */
function Sections({ sections, chosen, control, onChange }: SectionsProps) {
  const free = sections.filter(({ refused }) => refused === null);
  const others = sections.flatMap(({ id, sectionNo, name, refused }) =>
    refused === null ? [] : [{ id, text: words.why(sectionName(sectionNo, name), reasonOf(refused)) }],
  );
  return (
    <>
      {free.length === 0 ? (
        <p className={css['hint']} id={control.id}>
          {words.noneFree}
        </p>
      ) : (
        <Choices
          chosen={chosen}
          control={control}
          onChange={onChange}
          options={free.map((section) => ({
            key: section.id,
            value: section.id,
            text: optionText(section),
          }))}
          stacked
        />
      )}
      {others.length === 0 ? null : (
        <ul aria-label={words.refused} className={css['refused']}>
          {others.map(({ id, text }) => (
            <li key={id}>{text}</li>
          ))}
        </ul>
      )}
    </>
  );
}

function reasonOf({ kind, ...params }: NonNullable<ChoosableSection['refused']>): string {
  return describeField({ path: '', code: kind, params });
}

function optionText({ sectionNo, name, supplierName, amount, rate }: ChoosableSection): string {
  return words.sectionOption(
    sectionName(sectionNo, name),
    supplierName,
    amount === null ? rate : formatYuan(amount),
  );
}
