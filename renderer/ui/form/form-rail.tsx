// The contents of a form: every section with what is still to be done in it, and where one is now.
import { IconAlertCircle, IconAlertTriangle, IconCircle, IconCircleCheck } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { forms } from '#shared/text/index.ts';
import { cx } from '../base/cx.ts';
import css from './form-page.module.css';

export type SectionState = {
  /** Required fields that are still empty. */
  readonly missing: number;
  readonly errors: number;
  readonly warnings: number;
  /** Nothing in it is required and nothing has been filled in. */
  readonly optional: boolean;
};

type Entry = { readonly id: string; readonly title: string; readonly state: SectionState };

export function FormRail({ sections }: { readonly sections: readonly Entry[] }) {
  const current = useCurrentSection(sections.map(({ id }) => id).join(' '));
  return (
    <nav aria-label={forms.form.contents} className={css['rail']}>
      <div aria-hidden className={css['railTitle']}>
        {forms.form.contents}
      </div>
      <ol className={css['entries']}>
        {sections.map(({ id, title, state }) => (
          <li key={id}>
            <button
              aria-current={id === current ? 'location' : undefined}
              className={css['entry']}
              onClick={() => {
                document.getElementById(id)?.scrollIntoView({ block: 'start' });
                document.getElementById(`${id}-title`)?.focus({ preventScroll: true });
              }}
              type="button"
            >
              <StateIcon state={state} />
              <span>
                {title}
                <span className={cx(css['entryState'], state.errors > 0 && css['wrong'])}>
                  {wordsOf(state)}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function StateIcon({ state: { errors, warnings, missing, optional } }: { readonly state: SectionState }) {
  if (errors > 0) return <IconAlertCircle aria-hidden className={css['wrong']} size={16} />;
  if (missing > 0 || optional) return <IconCircle aria-hidden className={css['open']} size={16} />;
  if (warnings > 0) return <IconAlertTriangle aria-hidden className={css['notice']} size={16} />;
  return <IconCircleCheck aria-hidden className={css['complete']} size={16} />;
}

function wordsOf({ errors, warnings, missing, optional }: SectionState): string {
  const { section } = forms.form;
  if (errors > 0) return section.errors(errors);
  if (missing > 0) return section.todo(missing);
  if (warnings > 0) return section.warnings(warnings);
  return optional ? section.open : section.complete;
}

/** The section at the top of what is seen. */
function useCurrentSection(ids: string): string | undefined {
  const [current, setCurrent] = useState(ids.split(' ')[0]);
  useEffect(() => {
    const seen = new Set<string>();
    const order = ids.split(' ');
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { isIntersecting, target } of entries) {
          if (isIntersecting) seen.add(target.id);
          else seen.delete(target.id);
        }
        const first = order.find((id) => seen.has(id));
        if (first !== undefined) setCurrent(first);
      },
      { rootMargin: '-60px 0px -45% 0px' },
    );
    for (const id of order) {
      const element = document.getElementById(id);
      if (element !== null) observer.observe(element);
    }
    return () => observer.disconnect();
  }, [ids]);
  return current;
}
