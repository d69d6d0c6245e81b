/** Of the words for what cannot be taken back. Mantine's `red` is one shade for both themes, and too dark to be read on the dark one. */
export const graveColor = 'var(--mantine-color-error)';
