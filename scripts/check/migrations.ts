import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ask } from './tools';

/**
 * The SQL that would bring a folder of migrations up to a schema, or null when they agree.
 * @param migrations null stands for none at all
 */
export async function schemaDiffers(schema: string, migrations: string | null, signal: AbortSignal): Promise<string | null> {
  // Inside the project, since drizzle-kit takes its output folder relative to it.
  const folder = mkdtempSync('node_modules/.migrations-');
  try {
    if (migrations !== null) cpSync(migrations, folder, { recursive: true });
    const before = new Set(readdirSync(folder));
    const { ok, text } = await ask('drizzle', ['generate', '--dialect=postgresql', `--schema=${schema}`, `--out=./${folder}`], signal);
    const made = readdirSync(folder).filter((name) => name.endsWith('.sql') && !before.has(name));
    if (made.length > 0) return made.map((name) => readFileSync(join(folder, name), 'utf8')).join('\n');
    return ok ? null : text;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
