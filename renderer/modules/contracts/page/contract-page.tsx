// One contract: what was agreed, where it stands, until when what is due, and what one may do with it now.
import { useParams } from 'react-router';
import type { AskOutput } from '#renderer/api/calls.ts';
import { useAsk } from '#renderer/api/use-ask.ts';
import { RecordPage, RecordSection, RecordTimeline } from '#renderer/ui/record/record-page.tsx';
import { ErrorState, LoadingState } from '#renderer/ui/states/states.tsx';
import { contractPages } from '#shared/text/index.ts';
import { AcceptancesOfContract } from '../acceptances/acceptances-of-contract.tsx';
import { BreachesOfContract } from '../breaches/breaches-of-contract.tsx';
import { ChangesOfContract } from '../changes/changes-of-contract.tsx';
import { Clocks } from '../clocks.tsx';
import { FundingOfContract } from '../funding/funding-of-contract.tsx';
import { BondOfContract } from '../payments/bond-of-contract.tsx';
import { PaymentsOfContract } from '../payments/payments-of-contract.tsx';
import { ContractChecks } from './contract-checks.tsx';
import { ContractFacts } from './contract-facts.tsx';
import { ContractHeader } from './contract-header.tsx';
import { ContractNotices } from './contract-notices.tsx';
import css from './contract-page.module.css';
import { ContractTables } from './contract-tables.tsx';
import { timelineEntries } from './timeline-entries.ts';

const { page: words, clocks } = contractPages;

export function ContractPage() {
  const { contractId = '' } = useParams();
  const { data, error, refetch } = useAsk('contracts.get', { id: contractId }, { keepPrevious: false });
  if (data !== undefined) return <Shown key={contractId} known={data} />;
  return error === null ? <LoadingState /> : <ErrorState error={error} onRetry={() => void refetch()} page />;
}

function Shown({ known }: { readonly known: AskOutput<'contracts.get'> }) {
  const { contract } = known;
  const { content, publishedAt } = contract;
  const entries = timelineEntries(contract);
  return (
    <RecordPage
      header={<ContractHeader known={known} />}
      notices={<ContractNotices known={known} />}
      side={{
        label: words.timeline,
        content: (
          <RecordTimeline entriesAt={() => entries} title={words.timeline} updatedAt={contract.updatedAt} />
        ),
      }}
    >
      <div className={css['main']}>
        {publishedAt === null ? <ContractChecks contract={contract} /> : null}
        <RecordSection id="contract-clocks" title={clocks.title}>
          <Clocks
            clocks={known.clocks}
            publishedAt={publishedAt}
            secret={content.secret}
            signedOn={content.signedOn}
          />
        </RecordSection>
        <ContractFacts contract={contract} />
        <ChangesOfContract known={known} />
        {publishedAt === null ? null : <AcceptancesOfContract contract={contract} />}
        {publishedAt === null ? null : <PaymentsOfContract contract={contract} />}
        {publishedAt === null ? null : <FundingOfContract known={known} />}
        {publishedAt === null ? null : <BondOfContract known={known} />}
        {publishedAt === null ? null : <BreachesOfContract contract={contract} />}
        <ContractTables contract={contract} />
      </div>
    </RecordPage>
  );
}
