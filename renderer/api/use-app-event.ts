import { useEffect, useRef } from 'react';
import { listen, type WindowEvent } from './bridge.ts';

/** Calls the handler for every event of the type while the component is shown. */
export function useAppEvent<T extends WindowEvent['type']>(
  type: T,
  handler: (event: Extract<WindowEvent, { type: T }>) => void,
): void {
  const latest = useRef(handler);
  useEffect(() => {
    latest.current = handler;
  });
  useEffect(() => {
    const isWanted = (event: WindowEvent): event is Extract<WindowEvent, { type: T }> => event.type === type;
    return listen((event) => {
      if (isWanted(event)) latest.current(event);
    });
  }, [type]);
}
