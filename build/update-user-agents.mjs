// Renews the list of crawlers that ingest ships, from the npm package crawler-user-agents (MIT).
//   node build/update-user-agents.mjs [VERSION]
// npm fetches the package with its own settings. VERSION is the newest one unless given.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PACKAGE = 'crawler-user-agents';
const OUTPUT = join(
  dirname(fileURLToPath(import.meta.url)),
  '../ingest/src/main/resources/io/sitepulse/ingest/useragent/crawlers.tsv',
);

/** Patterns that browsers of people match too: in-app browsers, a browser of tablets, an editor's browser. */
const PEOPLE = ['Viber', 'MetaIAB Facebook', '^Silk\\/'];

/** Product names of patterns that do not contain one, or contain that of a browser. */
const NAMES = {
  '(^| )PTST\\/': 'WebPageTest',
  'developers\\.google\\.com\\/\\+\\/web\\/snippet': 'Google Snippet',
  '^LCC ': 'LCC',
  'Rigor\\)': 'Rigor',
  'sindresorhus\\/got': 'Got',
  'Code\\/1\\.': 'Visual Studio Code',
  coccoc: 'Coccocbot',
};

const folder = mkdtempSync(join(tmpdir(), 'user-agents-'));
try {
  const version = process.argv[2] ?? 'latest';
  execFileSync('npm', ['install', '--ignore-scripts', '--no-save', '--prefix', folder, `${PACKAGE}@${version}`], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const source = join(folder, 'node_modules', PACKAGE);
  const { version: found } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8'));
  const crawlers = JSON.parse(readFileSync(join(source, 'crawler-user-agents.json'), 'utf8'));
  const lines = crawlers
    .filter(({ pattern }) => !PEOPLE.includes(pattern))
    .map(({ pattern, instances }) => line(pattern, instances));
  const head = [
    `# Crawlers, from the npm package ${PACKAGE} ${found}: Copyright (c) 2017 Martin Monperrus, MIT licence.`,
    '# Written by build/update-user-agents.mjs. Do not edit.',
    '# word: the text stands between characters that are no letters or digits. text: anywhere. regex: as it says.',
    '# kind\tname\tpattern',
  ];
  writeFileSync(OUTPUT, [...head, ...lines, ''].join('\n'));
  console.log(`${lines.length} crawlers of ${PACKAGE} ${found}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** One line of the list: kind, name, pattern. */
function line(pattern, instances) {
  const name = NAMES[pattern] ?? nameOf(pattern);
  const literal = literalOf(pattern);
  if (literal === undefined) {
    return `regex\t${name}\t${pattern}`;
  }
  const matched = instances.filter((text) => text.includes(literal));
  return `${matched.every((text) => isWord(text, literal)) ? 'word' : 'text'}\t${name}\t${literal}`;
}

/** The text that a pattern without operators matches. */
function literalOf(pattern) {
  return /(^|[^\\])[[\](){}|^$*+?.]/.test(pattern) || /\\[a-zA-Z]/.test(pattern)
    ? undefined
    : pattern.replace(/\\(.)/g, '$1');
}

/** Whether the text has the literal between characters that are no letters or digits. */
function isWord(text, literal) {
  const escaped = literal.replace(/[^\w\s]/g, '\\$&');
  const left = /^[a-zA-Z0-9]/.test(literal) ? '(?<![a-zA-Z0-9])' : '';
  const right = /[a-zA-Z0-9]$/.test(literal) ? '(?![a-zA-Z0-9])' : '';
  return new RegExp(left + escaped + right).test(text);
}

/** A product name made from a pattern: the first of its choices, without operators. */
function nameOf(pattern) {
  const text = pattern
    .replace(/\(\^\| \)|\(\[\^-\]\|\$\)|\[\\s\\S\][*+]|\\d\+?|[\^$]/g, ' ')
    .replace(/\(([^()|]*)\|[^()]*\)/g, '$1')
    .replace(/\[(.)[^\]]*\]/g, '$1')
    .replace(/(^[^|]+)\|.*/, '$1')
    .replace(/\\(.)/g, '$1')
    .replace(/^\W*https?:\/\/(www\.)?/, '')
    .replace(/^([^/]+)\/.*/, '$1')
    .replace(/[()"';*+?]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^[^\w]+|[\/ .:_-]+$/g, '');
  return text[0].toUpperCase() + text.slice(1);
}
