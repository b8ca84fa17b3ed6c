import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
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
