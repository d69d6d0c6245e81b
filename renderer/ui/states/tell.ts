// What has come of an action, said in the corner. A refusal stays until it is closed: it says what to do.
import { notifications } from '@mantine/notifications';
import type { CommandReceipt } from '#shared/contract/ipc.ts';
import type { AppError } from '#shared/kernel/errors.ts';
import { describeRefusal, forms, label } from '#shared/text/index.ts';

export function tellDone(message: string): void {
  notifications.show({ message, color: 'green' });
}

/** Carried out here or by the server, or on its way to the server, which decides. */
export function tellReceipt(action: string, receipt: CommandReceipt): void {
  const verb = label(`actions.${action}`);
  tellDone(receipt.state === 'waiting_for_server' ? forms.done.waiting(verb) : forms.done.applied(verb));
}

export function tellRefusal(action: string, error: AppError): void {
  tellFailure(describeRefusal(action, error));
}

/** Something that stays until it is closed: it was done, but not as a whole. */
export function tellPartly(message: string): void {
  notifications.show({ message, color: 'orange', autoClose: false });
}

export function tellFailure(message: string): void {
  notifications.show({ message, color: 'red', autoClose: false });
}
