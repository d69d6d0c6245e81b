// The page of a long form: one column of sections, a contents rail that says what is complete, what is wrong summarised on top with links, and a
// bar that stays at the bottom. It is no <form>: nothing is sent by Enter.
import { ActionIcon } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import type { ReactNode, RefObject } from 'react';
import { forms } from '#shared/text/index.ts';
import { focusField } from '../fields/field.tsx';
import css from './form-page.module.css';
import { FormRail, type SectionState } from './form-rail.tsx';
import { type SaveState, SaveStatus } from './save-status.tsx';

/** Where notices and the summary begin: what is scrolled to when something did not come through. */
export const formTopId = 'form-top';

export type FormSection = {
  readonly id: string;
  readonly title: string;
  readonly hint?: ReactNode;
  readonly state: SectionState;
  readonly children: ReactNode;
};

/** One thing wrong, with the field it leads to. */
export type Problem = { readonly fieldId: string; readonly label: string; readonly text: string };

type Props = {
  readonly title: string;
  readonly subtitle?: ReactNode;
  readonly onBack: () => void;
  readonly backLabel?: string;
  /** Above the sections: what others changed, why it came back. */
  readonly notices?: ReactNode;
  /** What must be put right; the summary is shown while there is any. */
  readonly problems: readonly Problem[];
  /** Takes the focus when a submission failed. */
  readonly summaryRef?: RefObject<HTMLDivElement | null> | undefined;
  readonly sections: readonly FormSection[];
  readonly saveState: SaveState;
  readonly secondary?: ReactNode;
  /** One button. */
  readonly primary: ReactNode;
};

export function FormPage({
  title,
  subtitle,
  onBack,
  backLabel,
  notices,
  problems,
  summaryRef,
  sections,
  saveState,
  secondary,
  primary,
}: Props) {
  return (
    <div className={css['page']}>
      <header className={css['head']}>
        <ActionIcon aria-label={backLabel ?? forms.back} onClick={onBack} size={32}>
          <IconArrowLeft aria-hidden size={18} />
        </ActionIcon>
        <h1 className={css['title']}>{title}</h1>
        <div className={css['subtitle']}>{subtitle}</div>
      </header>
      <div className={css['body']}>
        <div className={css['column']} id={formTopId}>
          {notices}
          {problems.length === 0 ? null : <Summary problems={problems} summaryRef={summaryRef} />}
          {sections.map((section) => (
            <section
              aria-labelledby={`${section.id}-title`}
              className={css['section']}
              id={section.id}
              key={section.id}
            >
              <h2 className={css['sectionTitle']} id={`${section.id}-title`} tabIndex={-1}>
                {section.title}
              </h2>
              {section.hint === undefined ? null : <p className={css['hint']}>{section.hint}</p>}
              {section.children}
            </section>
          ))}
        </div>
        <FormRail sections={sections} />
      </div>
      <footer className={css['bar']}>
        <SaveStatus state={saveState} />
        <div className={css['buttons']}>
          {secondary}
          {primary}
        </div>
      </footer>
    </div>
  );
}

/** Two fields a row at most; wide ones take the whole row. */
export function FieldGrid({ children }: { readonly children: ReactNode }) {
  return <div className={css['grid']}>{children}</div>;
}

type SummaryProps = Pick<Props, 'problems' | 'summaryRef'>;

function Summary({ problems, summaryRef }: SummaryProps) {
  return (
    <div className={css['summary']} ref={summaryRef} role="alert" tabIndex={-1}>
      <strong>{forms.form.problems(problems.length)}</strong>
      <span className={css['summaryHint']}>{forms.form.problemsHint}</span>
      <ul className={css['problems']}>
        {problems.map(({ fieldId, label, text }) => (
          <li key={fieldId + text}>
            <button className={css['problem']} onClick={() => focusField(fieldId)} type="button">
              <span className={css['problemField']}>{label}</span>
              {text}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
