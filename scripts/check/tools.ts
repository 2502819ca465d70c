import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

/** Where each tool begins; run with our own Node, so that no shell and no PATH is involved. */
export const tools = {
  tsc: 'node_modules/typescript/bin/tsc',
  biome: 'node_modules/@biomejs/biome/bin/biome',
  depcruise: 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
  knip: 'node_modules/knip/bin/knip.js',
  drizzle: 'node_modules/drizzle-kit/bin.cjs',
} as const;

export interface Said {
  ok: boolean;
  text: string;
}

/** Runs a tool from `folder` (the project by default) and returns what it said. */
export function ask(tool: keyof typeof tools, args: string[], signal: AbortSignal, folder = '.'): Promise<Said> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [resolve(tools[tool]), ...args], { cwd: folder, signal, stdio: ['ignore', 'pipe', 'pipe'] });
    const chunks: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.once('error', (error) => done({ ok: false, text: error.message }));
    child.once('close', (code) => done({ ok: code === 0, text: Buffer.concat(chunks).toString('utf8') }));
  });
}
