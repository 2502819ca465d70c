'use client';

import { useEffect, useState } from 'react';
import { correctionKey, dropDraft, listDrafts, type VisitDraft } from './draft-store';

// Swedish writes a moment as 2026-06-30 14:05.
const clock = (at: number) => new Date(at).toLocaleString('sv-SE', { timeZone: 'Asia/Shanghai' }).slice(5, 16);

/** Drafts of this browser that were never saved; takes no room before they are known, so it stands where nothing follows. */
export function KeptDrafts({ membership, labels }: { membership: string; labels: { waiting: string; open: string } }) {
  const [drafts, setDrafts] = useState<VisitDraft[]>([]);
  useEffect(() => setDrafts(listDrafts(membership)), [membership]);
  return drafts.slice(0, 3).map((draft) => (
    <a key={draft.visit} href={draft.href} className="notice notice-due mb-2 min-h-11">
      <span />
      <span>
        {labels.waiting
          .replace('{company}', draft.company)
          .replace('{time}', clock(draft.at))}
      </span>
      <b className="text-accent">{labels.open}</b>
    </a>
  ));
}

/** On the page of a visit that the server has: what this browser kept of it is no longer needed, unless it corrects what is there now. */
export function ForgetDraft({ membership, visit, version }: { membership: string; visit: string; version: number }) {
  useEffect(() => {
    for (const { key, ...draft } of listDrafts(membership)) {
      if (draft.visit === visit && key !== correctionKey(visit, version)) dropDraft(membership, key);
    }
  }, [membership, visit, version]);
  return null;
}
