export interface KeyLabels {
  title: string;
  close: string;
  next: string;
  previous: string;
  open: string;
  search: string;
  help: string;
  jump: string;
  /** Where to switch them off. */
  note?: string;
}

/** The small button that shows a list's keys; where it stands, j k move, Enter opens, / searches, ? lists the keys. */
export function ListKeys({ enabled = true, button, labels }: { /** A person may have switched single keys off. */ enabled?: boolean; button: string; labels: KeyLabels }) {
  return (
    <button type="button" className="pager-link js-only only-wide cursor-pointer" data-list-keys={JSON.stringify(labels)} data-off={enabled ? undefined : ''}>
      {button}
    </button>
  );
}
