// 合格, 部分合格, 不合格, with colour, icon and word.
import { StatusBadge } from '#renderer/ui/states/status-badge.tsx';
import type { StatusTone } from '#renderer/ui/states/status-tones.ts';
import { type Conclusion, conclusions } from '#shared/domain/contracts/acceptances/model.ts';
import { forms, label } from '#shared/text/index.ts';

const tones: Readonly<Record<Conclusion, StatusTone>> = {
  passed: 'done',
  partial: 'warning',
  failed: 'danger',
};

export function ConclusionBadge({ conclusion }: { readonly conclusion: string | null }) {
  const known = conclusions.find((each) => each === conclusion);
  if (known === undefined) return forms.none;
  return <StatusBadge tone={tones[known]}>{label(`acceptances.conclusion.${known}`)}</StatusBadge>;
}
