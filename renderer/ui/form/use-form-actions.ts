// The buttons of a form as a component has them: their state, and the focus, which a button that works loses.
import { useEffect, useRef, useState } from 'react';
import { FormCommands, type FormCommandsState, type FormNow, nothingYet } from './form-commands.ts';

export type FormActions = Omit<FormCommandsState, 'mended'> & {
  /** The refused command still waits to be submitted anew. */
  readonly mends: boolean;
  readonly seenRefusal: () => void;
  readonly save: () => Promise<void>;
  readonly submit: () => Promise<void>;
  readonly confirm: (acknowledged: readonly string[]) => Promise<void>;
  readonly cancelSubmit: () => void;
  readonly remove: () => Promise<void>;
};

/** `refused` is the command that the form mends. */
export function useFormActions<Content, Field extends string>(
  form: FormNow<Content, Field>,
  refused: { readonly commandId: string; readonly name: string } | null,
): FormActions {
  const latest = useRef(form);
  latest.current = form;
  const [{ mended, ...shown }, setShown] = useState(nothingYet);
  const [commands] = useState(() => new FormCommands(() => latest.current, refused, setShown));
  useEffect(() => {
    commands.entered();
    return () => commands.leave();
  }, [commands]);
  return {
    ...shown,
    mends: refused !== null && !mended,
    seenRefusal: () => commands.seenRefusal(),
    save: () => keepingFocus(() => commands.save()),
    submit: () => keepingFocus(() => commands.submit()),
    confirm: (acknowledged) => keepingFocus(() => commands.confirm(acknowledged)),
    cancelSubmit: () => commands.cancelSubmit(),
    remove: () => keepingFocus(() => commands.remove()),
  };
}

/** A button that works is disabled and loses the focus; it has it back, unless something has been given it. */
async function keepingFocus(work: () => Promise<void>): Promise<void> {
  const pressed = document.activeElement;
  await work();
  requestAnimationFrame(() =>
    setTimeout(() => {
      if (document.activeElement === document.body && pressed instanceof HTMLElement)
        pressed.focus({ preventScroll: true });
    }, 0),
  );
}
