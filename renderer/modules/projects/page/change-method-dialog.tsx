// 变更采购方式: which sections, and by which method from now on. What is known is filled into the plan that follows; what it needs beside that is said here.
import { Checkbox, Stack } from '@mantine/core';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { newId } from '#renderer/api/ids.ts';
import { useCommand } from '#renderer/api/use-command.ts';
import { useToday } from '#renderer/ui/base/use-today.ts';
import { ConfirmAction } from '#renderer/ui/dialogs/confirm-action.tsx';
import { Choices } from '#renderer/ui/fields/choices.tsx';
import { Field } from '#renderer/ui/fields/field.tsx';
import { tellRefusal } from '#renderer/ui/states/tell.ts';
import type { Project, Section } from '#shared/domain/projects/model.ts';
import { formatYuan } from '#shared/kernel/money.ts';
import { methodChangePages } from '#shared/text/index.ts';
import { methodsInstead, needsOf } from './methods-instead.ts';
import css from './sections.module.css';

const { dialog: words } = methodChangePages;
const command = 'plans.changeMethod';
const ids = { sections: 'change-sections', method: 'change-method' } as const;

type Props = {
  readonly project: Project;
  /** Those that may be changed. */
  readonly sections: readonly Section[];
  /** The one that was asked about. */
  readonly first: string;
  readonly onClose: () => void;
};

export function ChangeMethodDialog({ project, sections, first, onClose }: Props) {
  const { run, running } = useCommand(command);
  const navigate = useNavigate();
  const today = useToday();
  const [id] = useState(newId);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set([first]));
  const [method, setMethod] = useState<string | null>(null);
  const [asked, setAsked] = useState(false);
  const missing = (text: string, isMissing: boolean) =>
    asked && isMissing ? [{ severity: 'error' as const, text }] : [];
  const sectionIds = sections.map((section) => section.id).filter((each) => chosen.has(each));

  const confirm = async () => {
    setAsked(true);
    if (sectionIds.length === 0 || method === null) return;
    const answer = await run({ id, projectId: project.id, sectionIds, method });
    if (!answer.ok) return tellRefusal(command, answer.error);
    void navigate(`/plans/${id}/edit`);
  };

  return (
    <ConfirmAction
      action={words.confirm}
      consequence={words.consequence}
      onClose={onClose}
      onConfirm={() => void confirm()}
      opened
      running={running}
      title={words.title}
    >
      <Stack gap="sm">
        <Field
          group
          id={ids.sections}
          label={words.sections}
          messages={missing(words.chooseSection, sectionIds.length === 0)}
          required
        >
          {() => (
            <Stack gap={6}>
              {sections.map((section, index) => (
                <Checkbox
                  checked={chosen.has(section.id)}
                  id={index === 0 ? ids.sections : `${ids.sections}-${section.id}`}
                  key={section.id}
                  label={`${section.sectionNo} ${section.name}（${formatYuan(section.budget)}）`}
                  onChange={({ currentTarget: { checked } }) => {
                    const next = new Set(chosen);
                    if (checked) next.add(section.id);
                    else next.delete(section.id);
                    setChosen(next);
                  }}
                />
              ))}
            </Stack>
          )}
        </Field>
        <Field
          group
          id={ids.method}
          label={words.method}
          messages={missing(words.chooseMethod, method === null)}
          required
        >
          {(control) => (
            <Choices
              chosen={method}
              control={control}
              onChange={setMethod}
              options={methodsInstead(project, today).map(({ code, name }) => ({
                key: code,
                text: name,
                value: code,
              }))}
            />
          )}
        </Field>
        <div>
          <p className={css['needsTitle']}>{words.needs}</p>
          <ul className={css['needs']}>
            {needsOf(project, method).map((need) => (
              <li key={need}>{words[need]}</li>
            ))}
          </ul>
        </div>
      </Stack>
    </ConfirmAction>
  );
}
