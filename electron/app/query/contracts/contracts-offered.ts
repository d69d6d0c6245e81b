// The contracts that a page offers to begin something for: acceptance, payment, breach.
import { type Contract, contracts } from '#shared/domain/contracts/model.ts';
import { queryWords } from '#shared/replica-format/terms.ts';
import type { Account } from '../../account.ts';
import { record } from '../records.ts';

type Asked = {
  /** What is typed into the search; empty for all. */
  readonly text: string;
  readonly states: readonly Contract['status'][];
  readonly most: number;
  readonly fits: (contract: Contract) => boolean;
};

/** At most `most` contracts that fit, the latest first: in the order of the list of contracts, whose index leads to them. */
export function contractsOffered(account: Account, { text, states, most, fits }: Asked): readonly Contract[] {
  const words = queryWords(text);
  const tests = words.map(() => ' AND instr(w.text, ?) > 0').join('');
  const joined = words.length === 0 ? '' : 'CROSS JOIN contracts_words w ON w.row_no = c.row_no';
  const sql = `SELECT c.id FROM contracts c INDEXED BY contracts_status_updated ${joined}
    WHERE c.status = ?${tests} ORDER BY c.updated_at DESC`;
  const found = account.replica.connection.db.prepare<string[], string>(sql).pluck();
  return states
    .flatMap((status) => {
      const fitting: Contract[] = [];
      for (const id of found.iterate(status, ...words)) {
        if (fitting.length === most) break;
        const contract = record(account, contracts, id);
        if (contract.ok && fits(contract.value.row)) fitting.push(contract.value.row);
      }
      return fitting;
    })
    .toSorted((a, b) => b.updatedAt - a.updatedAt)
    .slice(0, most);
}
