import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface Entry {
  optionalDependencies?: Record<string, string>;
}

/** npm takes no binary that the lock doesn't name, and forgets those of other systems when it writes the lock beside installed packages. */
test('the lock names the binaries of every system, not only of the one it was written on', () => {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Entry> };
  const named = new Set(Object.keys(packages).map((path) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)));
  const wanted = Object.values(packages).flatMap((entry) => Object.keys(entry.optionalDependencies ?? {}));

  expect(wanted).toContain('@next/swc-darwin-arm64');
  expect(wanted.filter((name) => !named.has(name))).toEqual([]);
});
