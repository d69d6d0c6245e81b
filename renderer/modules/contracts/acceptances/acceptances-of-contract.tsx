// 履约验收 on the page of a contract: how much of it has passed, each acceptance, and the way to the next one.
import { useAsk } from '#renderer/api/use-ask.ts';
import { Facts } from '#renderer/ui/record/facts.tsx';
import { RecordSection } from '#renderer/ui/record/record-page.tsx';
import { partsOf } from '#shared/domain/contracts/acceptances/parts.ts';
import type { Contract } from '#shared/domain/contracts/model.ts';
import { acceptancePages } from '#shared/text/index.ts';
import { AcceptanceTable } from './acceptance-table.tsx';
import css from './acceptances.module.css';
import { BeginAcceptance } from './begin-acceptance.tsx';

const { part: words } = acceptancePages;

export function AcceptancesOfContract({ contract }: { readonly contract: Contract }) {
  const { data } = useAsk('acceptances.ofContract', { contractId: contract.id });
  if (data === undefined) return null;
  const { acceptances, begin } = data;
  return (
    <RecordSection id="contract-acceptances" title={words.title}>
      {acceptances.length === 0 ? (
        <p className={css['hint']}>{words.none}</p>
      ) : (
        <>
          <Passed contract={contract} />
          <AcceptanceTable acceptances={acceptances} />
        </>
      )}
      {contract.status === 'terminated' ? null : <BeginAcceptance begin={begin} contractId={contract.id} />}
    </RecordSection>
  );
}

function Passed({ contract }: { readonly contract: Contract }) {
  const { acceptedItems, acceptedOn, acceptance } = contract.performance;
  if (acceptance === 'none') return null;
  const parts = partsOf(contract);
  const names = parts.filter(({ id }) => acceptedItems.includes(id)).map(({ name }) => name);
  const count = words.itemsOf(names.length, parts.length);
  return (
    <Facts
      facts={[
        {
          label: words.items,
          value:
            acceptedOn !== null
              ? words.acceptedOn(acceptedOn)
              : names.length === 0
                ? count
                : `${count}：${names.join('、')}`,
          wide: true,
        },
      ]}
    />
  );
}
