// Writes the list of third-party software that ships with sitepulse, with licences.
//   node build/third-party.mjs MAVEN_LIST WEB_FOLDER OUTPUT...
// MAVEN_LIST is the output of license-maven-plugin:add-third-party. WEB_FOLDER has the sources of the
// bundles and node_modules. A licence that is unknown or not allowed ends it with exit code 1.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Licences of packages that name none: "group:artifact" or an npm name to an SPDX name. */
const MAPPED = {};

/** Parts that no package manager lists. */
const OTHERS = [
  'ClickHouse engine (npm: @chdb/lib-*), fetched by the embedded mode, not shipped: Apache-2.0',
  'Patterns of crawlers (npm: crawler-user-agents), in ingest: MIT, Copyright (c) 2017 Martin Monperrus',
  'Liberation fonts, in openpdf-fonts-extra: OFL-1.1',
];

/** SPDX names and how packages write them. The first pattern that matches applies. */
const LICENSES = [
  ['Apache-2.0', /apache.*2|^apache 2/i],
  ['LGPL-2.1', /lesser general public|lgpl/i],
  ['GPL-2.0-with-classpath-exception', /gpl ?2 w\/ ?cpe|classpath/i],
  ['GPL-2.0', /gnu general public license, version 2/i],
  ['MPL-2.0', /mozilla.*2|mpl-2/i],
  ['EPL-1.0', /(eclipse public license|epl).*1\.0/i],
  ['EPL-2.0', /(eclipse public license|epl).*2\.0/i],
  ['BSD-2-Clause', /bsd[ -]2/i],
  ['BSD-3-Clause', /bsd[ -]3|new\W+bsd|^go license$/i],
  ['0BSD', /^0bsd$/i],
  ['ISC', /^isc$/i],
  ['MIT', /\bmit\b/i],
  ['CC0-1.0', /cc0/i],
  ['SAX-PD', /sax license/i],
  ['W3C', /w3c license/i],
];

/** Never as the only licence of a part. */
const NOT_ALONE = ['GPL-2.0'];

/** Imported by helpers of tests, which look like sources of the bundles. */
const TEST_TOOLS = ['vitest', 'vite', 'axe-core', 'happy-dom', 'playwright-core'];

const problems = [];

/** The SPDX names of a part. Adds to the problems if there is none that allows shipping it. */
function licenses(part, names) {
  const mapped = MAPPED[part];
  if (mapped !== undefined) {
    return [mapped];
  }
  const known = names.map((name) => LICENSES.find(([, pattern]) => pattern.test(name))?.[0]);
  if (!known.some((name) => name !== undefined && !NOT_ALONE.includes(name))) {
    problems.push(`${part}: ${names.join(', ') || 'no licence'}`);
  }
  return known.map((name, i) => name ?? names[i]);
}

/** The texts in the round brackets that a line begins with. Brackets may be nested. */
function leadingBrackets(line) {
  const texts = [];
  let at = 0;
  while (line[at] === '(') {
    let depth = 0;
    const start = at;
    do {
      depth += line[at] === '(' ? 1 : line[at] === ')' ? -1 : 0;
      at += 1;
    } while (depth > 0 && at < line.length);
    texts.push(line.slice(start + 1, at - 1));
    while (line[at] === ' ') at += 1;
  }
  return texts;
}

function javaParts(file) {
  const parts = [];
  for (const line of readFileSync(file, 'utf8').split('\n').map((text) => text.trim())) {
    const found = /\(([\w.-]+:[\w.-]+):([\w.:-]+) - (.*)\)$/.exec(line);
    if (found && !found[1].startsWith('io.sitepulse:')) {
      const [, name, version, url] = found;
      parts.push(`  ${name}:${version}  ${licenses(name, leadingBrackets(line)).join(' or ')}  ${url}`);
    }
  }
  return parts;
}

/** The npm packages that sources in a folder import, tests and development tools apart. */
function importedPackages(folder, found = new Set()) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && entry.name !== 'dev') {
      importedPackages(path, found);
    } else if (/\.ts$/.test(entry.name) && !/\.(test|d)\.ts$/.test(entry.name)) {
      const imports = readFileSync(path, 'utf8').matchAll(/^(?:import|export) (?!type ).*?from '([^'.][^']*)'/gms);
      for (const [, name] of imports) {
        found.add(name.split('/').slice(0, name.startsWith('@') ? 2 : 1).join('/'));
      }
    }
  }
  return found;
}

/** Each package that the bundles hold, with its licence and notice in full. */
function npmParts(web) {
  const open = ['src', 'dashboard'].flatMap((folder) => [...importedPackages(join(web, folder))]);
  const packages = new Map();
  while (open.length > 0) {
    const name = open.pop();
    const folder = join(web, 'node_modules', name);
    const bundled = !TEST_TOOLS.includes(name) && !/^(node:|@types\/)/.test(name);
    if (bundled && !packages.has(name)) {
      const read = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
      packages.set(name, { ...read, folder });
      open.push(...Object.keys(read.dependencies ?? {}));
    }
  }
  return [...packages.values()]
    .sort((a, b) => a.name.localeCompare(b.name))
    .map(({ name, version, license, homepage, folder }) => {
      const texts = ['LICENSE', 'LICENSE.txt', 'LICENSE.md', 'NOTICE', 'NOTICE.txt']
        .map((file) => join(folder, file))
        .filter((file) => existsSync(file))
        .map((file) => readFileSync(file, 'utf8').trim().replaceAll(/^(?=.)/gm, '    '));
      const names = (license ?? '').replaceAll(/[()]/g, '').split(' OR ').filter(Boolean);
      const known = licenses(name, names).join(' or ');
      return [`  ${name}:${version}  ${known}  ${homepage ?? ''}`.trimEnd(), ...texts].join('\n\n');
    });
}

const [maven, web, ...outputs] = process.argv.slice(2);
if (outputs.length === 0) {
  console.error('usage: node build/third-party.mjs MAVEN_LIST WEB_FOLDER OUTPUT...');
  process.exit(2);
}
const java = javaParts(maven);
const npm = npmParts(web);
if (java.length === 0 || npm.length === 0) {
  problems.push(`nothing found: ${java.length} Java libraries, ${npm.length} npm packages`);
}
if (problems.length > 0) {
  console.error('Licences to be checked. Map them in build/third-party.mjs, or leave the part out:');
  problems.forEach((problem) => console.error(`  ${problem}`));
  process.exit(1);
}
const text = `Third-party software that ships with sitepulse, and its licences

Java libraries, in the jar files of this folder
${java.join('\n')}

JavaScript, in the dashboard's files
${npm.join('\n\n')}

Others
${OTHERS.map((line) => `  ${line}`).join('\n')}
`;
for (const output of outputs) {
  mkdirSync(dirname(output), { recursive: true });
  writeFileSync(output, text);
}
console.log(`Third-party licences: ${java.length} Java libraries, ${npm.length} npm packages`);
