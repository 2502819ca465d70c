import { cloneTemplate, workOn } from './clone';

/**
 * Imported before anything else: this file's tests work on a database nobody else writes to. For tests that write tens of
 * thousands of rows, which would wait on everybody behind them, and for those that read or seal all there is.
 */
workOn(await cloneTemplate(`own_${process.pid}_${Date.now()}`));
