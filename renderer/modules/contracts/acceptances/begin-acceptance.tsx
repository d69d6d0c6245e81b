// The way to the next acceptance of a contract: 新增, or 再次验收 after a 整改; where there is none now, why.
import { Button } from '@mantine/core';
import { Link } from 'react-router';
import type { AcceptanceBegin } from '#shared/contract/contracts/acceptances.ts';
import { acceptancePages } from '#shared/text/index.ts';
import css from './acceptances.module.css';

const { part: words } = acceptancePages;

export function beginAddress(contractId: string, after: string | null): string {
  return `/acceptances/new?contractId=${contractId}${after === null ? '' : `&after=${after}`}`;
}

type Props = {
  readonly contractId: string;
  readonly begin: AcceptanceBegin;
  /** Where several stand on one page: tells them apart for those who hear. */
  readonly name?: string;
};

/** Nothing for who accepts nothing. */
export function BeginAcceptance({ contractId, begin, name }: Props) {
  const { may, why, after } = begin;
  const text = after === null ? words.add : words.again;
  if (may) {
    return (
      <div className={css['begin']}>
        <Button
          {...(name === undefined ? {} : { 'aria-label': name })}
          component={Link}
          size="xs"
          to={beginAddress(contractId, after)}
          variant="default"
        >
          {text}
        </Button>
      </div>
    );
  }
  // Once everything has passed, the facts above say so.
  if (why === null || why === 'contract_accepted') return null;
  const id = `acceptance-why-${contractId}`;
  return (
    <div className={css['begin']}>
      <Button aria-describedby={id} disabled size="xs" variant="default">
        {text}
      </Button>
      <span className={css['second']} id={id}>
        {words.why[why]}
      </span>
    </div>
  );
}
