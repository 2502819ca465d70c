/** How long a batch can be taken back, from the moment it was written. */
export const UNDO_MS = 24 * 3_600_000;

export function undoEndsAt(appliedAt: Date): Date {
  return new Date(appliedAt.getTime() + UNDO_MS);
}

export function mayStillUndo(batch: { state: string; appliedAt: Date | null }, now: Date): boolean {
  return batch.state === 'applied' && batch.appliedAt !== null && now < undoEndsAt(batch.appliedAt);
}

/** A sheet that a workbook doesn't have, or that has nothing in it: it is left out and holds nothing back. */
export function isAbsent(batch: { state: string; problem: { key: string } | null }): boolean {
  return batch.state === 'refused' && (batch.problem?.key === 'import.noSheet' || batch.problem?.key === 'import.noRows');
}
