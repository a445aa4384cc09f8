import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

/** What each file imports or exports from its own kind, types and `import()` included. */
type Imports = ReadonlyMap<string, readonly string[]>;

/** The first cycle found, as the files along it, the first one again at the end; empty if none. */
function cycleIn(imports: Imports): string[] {
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): string[] => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return [];
    for (const imported of imports.get(file) ?? []) {
      const cycle = visit(imported, [...path, file]);
      if (cycle.length) return cycle;
    }
    done.add(file);
    return [];
  };
  return [...imports.keys()].map((file) => visit(file, [])).find(({ length }) => length) ?? [];
}

function importsOf(root: string): Imports {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' });
  return new Map(
    files
      .filter((file) => file.endsWith('.ts'))
      .map((file) => {
        const { importedFiles } = ts.preProcessFile(readFileSync(join(root, file), 'utf8'));
        const imported = importedFiles
          .filter(({ fileName }) => fileName.startsWith('.'))
          .map(({ fileName }) => normalize(join(dirname(file), fileName)).replace(/\.js$/, '.ts'));
        return [file, imported];
      }),
  );
}

describe('the search for cycles', () => {
  it('finds the files along one, and only those', () => {
    const knot = new Map([
      ['face', ['a']],
      ['a', ['leaf', 'b']],
      ['b', ['leaf', 'c']],
      ['c', ['a']],
    ]);
    expect(cycleIn(knot)).toEqual(['a', 'b', 'c', 'a']);
    expect(cycleIn(new Map([...knot, ['c', ['leaf']]]))).toEqual([]);
  });
});

describe('the sources', () => {
  const imports = importsOf(fileURLToPath(new URL('../src', import.meta.url)));

  it('are read whole: values, types and what is loaded on demand', () => {
    expect(imports.get('sse-client.ts')).toEqual(
      expect.arrayContaining(['emitter.ts', 'options.ts', 'link/shared-link.ts']),
    );
    for (const imported of [...imports.values()].flat()) expect(imports.has(imported)).toBe(true);
  });

  it('import each other one way only', () => {
    expect(cycleIn(imports).join(' -> ')).toBe('');
  });
});
