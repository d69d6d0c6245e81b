// 选择项目: which section a new contract is about. Only projects with an announced result are offered; of each section it is said until when to sign.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import type { AskOutput } from '#renderer/api/calls.ts';
import { useAsk } from '#renderer/api/use-ask.ts';
import { useRebuild } from '#renderer/api/use-sync-status.ts';
import { PageHeading } from '#renderer/ui/base/page-heading.tsx';
import { useToday } from '#renderer/ui/base/use-today.ts';
import { Choices } from '#renderer/ui/fields/choices.tsx';
import { Field } from '#renderer/ui/fields/field.tsx';
import { Picker } from '#renderer/ui/fields/picker.tsx';
import { EmptyState, ErrorState } from '#renderer/ui/states/states.tsx';
import { mostSearched } from '#shared/contract/paging.ts';
import { contractPages, forms } from '#shared/text/index.ts';
import css from './choose-section.module.css';
import { optionText } from './option-text.ts';

const { choose: words } = contractPages;
const most = 50;

type Choosable = AskOutput<'contracts.choosable'>['projects'][number];

export function ChooseSection() {
  const navigate = useNavigate();
  const today = useToday();
  const [search, setSearch] = useState('');
  const [project, setProject] = useState<Choosable | null>(null);
  const [sectionId, setSectionId] = useState<string | null>(null);
  const incomplete = useRebuild() !== null;
  const text = search.trim().slice(0, mostSearched);
  const { data, error, refetch } = useAsk('contracts.choosable', { text, limit: most });
  const projects = data?.projects ?? [];
  const choose = (id: string | null) => {
    const chosen = projects.find((each) => each.id === id) ?? null;
    setProject(chosen);
    const [only, ...more] = chosen?.sections ?? [];
    setSectionId(only !== undefined && more.length === 0 ? only.id : null);
  };

  if (error !== null) return <ErrorState error={error} onRetry={() => void refetch()} page />;
  const nothing = data !== undefined && projects.length === 0 && text === '' && project === null;
  if (nothing && !incomplete) {
    return (
      <EmptyState hint={words.none.hint} page title={words.none.title}>
        <Button component={Link} to="/contracts" variant="default">
          {words.none.back}
        </Button>
      </EmptyState>
    );
  }
  return (
    <div className={css['page']}>
      <PageHeading help={words.hint} title={words.title} />
      <Field id="contract-project" label={words.project} required wide>
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
      <Field group help={words.sectionHint} id="contract-section" label={words.section} required wide>
        {(control) =>
          project === null ? (
            <p className={css['hint']} id={control.id}>
              {words.chooseFirst}
            </p>
          ) : (
            <Choices
              chosen={sectionId}
              control={control}
              onChange={setSectionId}
              options={project.sections.map((section) => ({
                key: section.id,
                value: section.id,
                text: optionText(section, today),
              }))}
              stacked
            />
          )
        }
      </Field>
      <div className={css['buttons']}>
        <Button component={Link} to="/contracts" variant="default">
          {words.none.back}
        </Button>
        <Button
          disabled={sectionId === null}
          onClick={() => void navigate(`/contracts/new?sectionId=${sectionId}`, { replace: true })}
        >
          {words.confirm}
        </Button>
      </div>
    </div>
  );
}
