// The content of a plan as it is read: sections of facts, tables of lines, files. What changed since the last return is marked where it stands.
import { useMemo } from 'react';
import { cx } from '#renderer/ui/base/cx.ts';
import { Attachments } from '#renderer/ui/fields/attachments.tsx';
import { Facts } from '#renderer/ui/record/facts.tsx';
import { filePurposes, type Plan } from '#shared/domain/plans/model.ts';
import { forms, label, plansPages } from '#shared/text/index.ts';
import css from './content-view.module.css';
import { factSections } from './fact-sections.ts';
import { LinesTable } from './lines-table.tsx';
import { linesShown, type Names } from './value-words.ts';

const { page } = plansPages;
const purposes = filePurposes.map((code) => ({ code, name: label(`plans.filePurpose.${code}`) }));

type Props = {
  readonly plan: Plan;
  readonly names: Names;
  /** Fields to be marked. */
  readonly changed: ReadonlySet<string>;
};

export function ContentView({ plan, names, changed }: Props) {
  const sections = useMemo(() => factSections(plan, names, changed), [plan, names, changed]);
  const { content } = plan;
  const linesOf = {
    items: <LinesTable changed={changed.has('items')} field="items" lines={content.items} names={names} />,
    money: <LinesTable changed={changed.has('funds')} field="funds" lines={content.funds} names={names} />,
    sections: (
      <LinesTable
        changed={changed.has('plannedSections')}
        field="plannedSections"
        lines={linesShown('plannedSections', content)}
        names={names}
      />
    ),
    files: (
      <div className={cx(changed.has('files') && css['changed'])}>
        <Attachments files={content.files} id="plan-files" label={page.section.files} purposes={purposes} />
      </div>
    ),
  };
  return (
    <>
      {sections.map(({ key, title, source, facts }) => (
        <section aria-labelledby={`plan-${key}`} className={css['section']} key={key}>
          <div className={css['head']}>
            <h3 className={css['title']} id={`plan-${key}`}>
              {title}
            </h3>
            <span className={css['source']}>{forms.facts.source(source)}</span>
          </div>
          {facts.length === 0 ? null : <Facts facts={facts.map(withLines)} />}
          {key === 'items' || key === 'money' || key === 'sections' || key === 'files' ? linesOf[key] : null}
        </section>
      ))}
    </>
  );
}

/** A fact of several lines, such as an amount with its words, is shown as lines. */
function withLines<F extends { readonly value: string }>(fact: F) {
  const [first, ...rest] = fact.value.split('\n');
  if (rest.length === 0) return fact;
  return {
    ...fact,
    value: (
      <>
        {first}
        <span className={css['second']}>{rest.join('\n')}</span>
      </>
    ),
  };
}
