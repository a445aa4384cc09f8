// Writes a CycloneDX bill of materials of the package: what comes with it when it is installed. The same
// sources give the same bytes, so what npm makes up anew each time is left out.
// node scripts/sbom.mjs <file>
import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';

const [, , file] = process.argv;
if (!file) throw new Error('Say which file to write: node scripts/sbom.mjs <file>');

const here = new URL('..', import.meta.url);
const { name } = JSON.parse(await readFile(new URL('package.json', here), 'utf8'));
const omit = ['dev', 'optional', 'peer'].flatMap((kind) => ['--omit', kind]);
const options = ['--package-lock-only', '--sbom-format', 'cyclonedx', ...omit];
const bom = JSON.parse(execFileSync('npm', ['sbom', ...options], { cwd: here, encoding: 'utf8' }));
delete bom.serialNumber;
delete bom.metadata.timestamp;
bom.metadata.component.name = name; // npm takes that of the folder
await writeFile(file, `${JSON.stringify(bom, null, 2)}\n`);
