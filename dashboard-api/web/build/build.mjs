import { copyFileSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { build } from 'vite';
import { BUDGET, BUNDLES, WEB, bundle, compressed } from './bundles.mjs';

rmSync(`${WEB}/dist`, { recursive: true, force: true });
mkdirSync(`${WEB}/dist`);
for (const name of BUNDLES) {
  const code = await bundle(name);
  const size = compressed(code);
  console.log(`${name}.js: ${size} bytes compressed, ${BUDGET} allowed`);
  if (size > BUDGET) {
    console.error(`${name}.js is over its budget.`);
    process.exitCode = 1;
  }
  writeFileSync(`${WEB}/dist/${name}.js`, code);
}
copyFileSync(`${WEB}/src/global.d.ts`, `${WEB}/dist/sitepulse.d.ts`);

await build({ configFile: `${WEB}/dashboard/vite.config.mjs` });
// The server reads the list of its files from here, because the content of a jar cannot be listed.
const files = readdirSync(`${WEB}/dist/dashboard`, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => `${entry.parentPath}/${entry.name}`.replace(/^.*dist\/dashboard\//, ''));
writeFileSync(`${WEB}/dist/dashboard/files.txt`, `${files.sort().join('\n')}\n`);
