// One supplier: under which names it is known, and when it is excluded from public procurement.
import { useParams } from 'react-router';
import type { AskOutput } from '#renderer/api/calls.ts';
import { useAsk } from '#renderer/api/use-ask.ts';
import { useActor } from '#renderer/api/use-session.ts';
import { useToday } from '#renderer/ui/base/use-today.ts';
import { Facts } from '#renderer/ui/record/facts.tsx';
import { MarkNotice, RecordNotice, RecordNotices } from '#renderer/ui/record/record-notices.tsx';
import { RecordPage, RecordSection, RecordTimeline } from '#renderer/ui/record/record-page.tsx';
import { historyEntries } from '#renderer/ui/record/timeline-entries.ts';
import { ErrorState, LoadingState } from '#renderer/ui/states/states.tsx';
import { banOn, mayLift } from '#shared/domain/suppliers/model.ts';
import { label, supplierPages } from '#shared/text/index.ts';
import { Bans } from './bans.tsx';
import { EarlierNames } from './earlier-names.tsx';
import { SupplierHeader } from './supplier-header.tsx';
import css from './supplier-page.module.css';

const { page: words, timeline } = supplierPages;
const back: ReadonlySet<string> = new Set(['suppliers.liftBan']);

export function SupplierPage() {
  const { supplierId = '' } = useParams();
  const { data, error, refetch } = useAsk('suppliers.get', { id: supplierId }, { keepPrevious: false });
  if (data !== undefined) return <Shown key={supplierId} known={data} />;
  return error === null ? <LoadingState /> : <ErrorState error={error} onRetry={() => void refetch()} page />;
}

function Shown({ known }: { readonly known: AskOutput<'suppliers.get'> }) {
  const { supplier, mark, actions } = known;
  const today = useToday();
  const ban = banOn(supplier, today);
  const entries = historyEntries(supplier.history, timeline, back);
  const actor = useActor();
  const lifts = mark !== 'waiting_for_server' && actions.includes('suppliers.liftBan');
  return (
    <RecordPage
      header={<SupplierHeader known={known} />}
      notices={
        <RecordNotices>
          <MarkNotice mark={mark} />
          {ban === undefined ? null : (
            <RecordNotice color="red" icon="warning">
              {words.bannedNow(ban.document, ban.until)}
            </RecordNotice>
          )}
        </RecordNotices>
      }
      side={{
        label: words.timeline,
        content: (
          <RecordTimeline entriesAt={() => entries} title={words.timeline} updatedAt={supplier.updatedAt} />
        ),
      }}
    >
      <div className={css['main']}>
        <RecordSection id="supplier-facts" title={words.facts}>
          <Facts
            facts={[
              { label: label('suppliers.name'), value: supplier.name },
              { label: label('suppliers.uscc'), value: supplier.uscc },
              { label: label('suppliers.address'), value: supplier.address },
              {
                label: label('suppliers.sizeClass'),
                value: label(`suppliers.size.${supplier.sizeClass ?? 'unsaid'}`),
              },
            ]}
          />
        </RecordSection>
        <RecordSection id="supplier-names" title={words.earlierNames}>
          <EarlierNames names={supplier.earlierNames} />
        </RecordSection>
        <RecordSection id="supplier-bans" title={words.bans}>
          <Bans mayLift={(ban) => lifts && mayLift(actor, ban)} supplier={supplier} today={today} />
        </RecordSection>
      </div>
    </RecordPage>
  );
}
