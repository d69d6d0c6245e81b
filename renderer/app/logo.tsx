import { appText } from '#shared/text/index.ts';

/** Two seals that meet: the buyer's side and the trading centre's. */
export function Logo({ size }: { readonly size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" role="img" aria-label={appText.name}>
      <rect width="32" height="32" rx="7" fill="var(--mantine-color-blue-7)" />
      <path d="M9 7h9a3 3 0 0 1 3 3v6h-4v-4.5h-6.5V21H14v4H9a3 3 0 0 1-3-3V10a3 3 0 0 1 3-3z" fill="#fff" />
      <path d="M23 25h-5v-4h3.5v-4H25v5a3 3 0 0 1-2 3z" fill="#bccfea" />
      <path d="M14 15h4v6h-4z" fill="#bccfea" />
    </svg>
  );
}
