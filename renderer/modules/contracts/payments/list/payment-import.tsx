// 导入 of payments: what each row becomes, and what has to be read before that.
import { ask } from '#renderer/api/bridge.ts';
import { ImportDialog } from '#renderer/ui/import/import-dialog.tsx';
import type { ImportedOf } from '#renderer/ui/import/import-kind.ts';
import { describeFinding, fieldLabel, paymentPages } from '#shared/text/index.ts';

const { transfer: words } = paymentPages;

type Row = ImportedOf<'payments'>;
type Props = { readonly onClose: () => void; readonly onShow: () => void };

export function PaymentImport({ onClose, onShow }: Props) {
  return (
    <ImportDialog
      kind={{
        ...{ of: 'payments', words, becomes, remarks, warnings, onShow },
        make: (token, acknowledged) => ask('payments.import', { token, acknowledged }),
      }}
      onClose={onClose}
    />
  );
}

function becomes({ becomes: state, exists }: Row): string {
  if (state === null) return words.ok;
  return exists ? words.onExisting : words.becomes[state];
}

/** Of a draft: what it lacks before it can be registered. */
function remarks({ becomes: state, findings }: Row): readonly string[] {
  return state === 'draft'
    ? findings.map((finding) => words.lacks(namesOf(finding.paths), describeFinding(finding)))
    : [];
}

const namesOf = (paths: readonly string[]) =>
  paths.map((path) => fieldLabel('payments.content', path)).join('、');

function warnings({ becomes: state, findings }: Row) {
  return state === 'draft' ? [] : findings;
}
