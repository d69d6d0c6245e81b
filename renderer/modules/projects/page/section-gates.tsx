// What may be done with a section now, and what not yet and why: the words of the gates that the commands ask. Who may do it, the buttons say.
import { useAsk } from '#renderer/api/use-ask.ts';
import { describeField, gatePages as words } from '#shared/text/index.ts';
import { type Gates, gateLines } from './gate-lines.ts';
import css from './sections.module.css';

type Props = { readonly projectId: string; readonly sectionId: string };

export function SectionGates({ projectId, sectionId }: Props) {
  const gates: Gates | undefined = useAsk('sections.gates', { projectId }).data?.gates;
  if (gates === undefined) return null;
  const { open, refused, warned } = gateLines(gates, sectionId);
  return (
    <dl aria-label={words.title} className={css['gates']}>
      <dt>{words.open}</dt>
      <dd>{open === '' ? words.none : open}</dd>
      {warned.map(({ steps, why }) => (
        <Reason key={steps} label={words.warned} steps={steps} why={why.map(describeField)} />
      ))}
      {refused.map(({ steps, why }) => (
        <Reason key={steps} label={words.refused} steps={steps} why={why.map(describeField)} />
      ))}
    </dl>
  );
}

type ReasonProps = { readonly label: string; readonly steps: string; readonly why: readonly string[] };

function Reason({ label, steps, why }: ReasonProps) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{words.reason(steps, why.join(''))}</dd>
    </>
  );
}
