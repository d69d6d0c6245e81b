// Typed texts that are no values, in a dialog whose state has no place for them: the field keeps the text, and the dialog saves nothing while one stands.
import { createContext, type ReactNode, use, useCallback, useState } from 'react';

type Report = (id: string, text: string | undefined) => void;

const ReportContext = createContext<Report | undefined>(undefined);

/** The texts of the fields within its `UnreadScope`, by the fields' ids. */
export function useUnreadTexts(): { readonly texts: ReadonlyMap<string, string>; readonly report: Report } {
  const [texts, setTexts] = useState<ReadonlyMap<string, string>>(new Map());
  const report = useCallback<Report>(
    (id, text) =>
      setTexts((before) => {
        if (before.get(id) === text) return before;
        const after = new Map(before);
        if (text === undefined) after.delete(id);
        else after.set(id, text);
        return after;
      }),
    [],
  );
  return { texts, report };
}

export function UnreadScope({ report, children }: { readonly report: Report; readonly children: ReactNode }) {
  return <ReportContext value={report}>{children}</ReportContext>;
}

export function useReportUnread(): Report | undefined {
  return use(ReportContext);
}
