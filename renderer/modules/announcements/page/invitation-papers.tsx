// What goes to each who is invited: looked at, printed, saved as PDF and Word, one supplier after another.
import { useAsk } from '#renderer/api/use-ask.ts';
import { PapersSection } from '#renderer/ui/record/papers-section.tsx';
import { invitationPages } from '#shared/text/index.ts';
import css from './announcement-page.module.css';

export function InvitationPapers({ id }: { readonly id: string }) {
  const { data, error, refetch } = useAsk('announcements.papers', { id }, { keepPrevious: false });
  return (
    <div className={css['diff']}>
      <PapersSection
        error={error}
        id="invitation-papers"
        onRetry={() => void refetch()}
        papers={data?.papers}
        savedAs={(key) => ({ of: 'invitation', id, key })}
        title={invitationPages.papers.title}
      />
    </div>
  );
}
