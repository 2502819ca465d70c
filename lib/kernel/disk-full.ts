/** What an error that reaches the browser is known by: of all that a page throws only this mark and a number get there. */
export const DISK_FULL = 'disk-full';

/** True for what a full disk says, ours or the database's, however deep it is wrapped. */
export function isDiskFull(error: unknown): boolean {
  for (let one = error; typeof one === 'object' && one !== null; one = 'cause' in one ? one.cause : null) {
    if ('code' in one && (one.code === 'ENOSPC' || one.code === 'EDQUOT' || one.code === '53100')) return true;
  }
  return false;
}

/** The same error; one of a full disk carries the mark by which the error page says so. */
export function markDiskFull(error: unknown): unknown {
  return error instanceof Error && isDiskFull(error) ? Object.assign(error, { digest: DISK_FULL }) : error;
}
