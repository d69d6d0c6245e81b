// Playwright's expectations, as patient as everything else here: outside of its own runner they give up after five seconds.
import { expect as impatient } from '@playwright/test';
import { patienceMs } from '#demo/patience.ts';

export const expect = impatient.configure({ timeout: patienceMs });
