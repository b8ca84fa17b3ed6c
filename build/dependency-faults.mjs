// Lists known faults of libraries, from a CycloneDX list, an npm lock file and files of the OSV database:
//   node build/dependency-faults.mjs FOLDER sbom.json package-lock.json
// A fault that is accepted stands with its reason in dependency-faults.accepted, one id a line.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const DAYS_FRESH = 30;

/** Order of Maven's qualifiers (org.apache.maven:maven-artifact, ComparableVersion). */
const QUALIFIERS = ['alpha', 'beta', 'milestone', 'rc', 'snapshot', '', 'sp'];
const ALIASES = { a: 'alpha', b: 'beta', m: 'milestone', cr: 'rc', ga: '', final: '', release: '' };

/** Compares two versions of Maven: below 0, 0 or above 0. */
export function compareMaven(one, other) {
  const [left, right] = [mavenParts(one), mavenParts(other)];
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const order = comparePart(left[i], right[i]);
    if (order !== 0) {
      return order;
    }
  }
  return 0;
}

function mavenParts(version) {
  const parts = version.toLowerCase().match(/\d+|[a-z]+/g) ?? [];
  return parts.map((part, i) => {
    if (/^\d/.test(part)) {
      return BigInt(part);
    }
    const short = part.length === 1 && typeof parts[i + 1] === 'string' && /^\d/.test(parts[i + 1]);
    return part.length === 1 && !short ? part : (ALIASES[part] ?? part);
  });
}

/** A missing part is 0, or the empty qualifier. */
function comparePart(one, other) {
  const numbers = typeof one === 'bigint' || typeof other === 'bigint';
  if (numbers && typeof one !== 'string' && typeof other !== 'string') {
    const [left, right] = [one ?? 0n, other ?? 0n];
    return left < right ? -1 : left > right ? 1 : 0;
  }
  if (numbers) {
    return typeof one === 'bigint' ? 1 : -1; // A qualifier is older than a number.
  }
  const [left, right] = [qualifier(one ?? ''), qualifier(other ?? '')];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Unknown qualifiers are newer than the known ones, in the order of the alphabet. */
function qualifier(text) {
  const known = QUALIFIERS.indexOf(text);
  return known < 0 ? `9${text}` : String(known);
}

/** Compares two versions of npm (semver.org, 11). */
export function compareNpm(one, other) {
  const [[left, before], [right, after]] = [one, other].map((version) => {
    const [core, ...pre] = version.replace(/^v/, '').split('+')[0].split('-');
    return [core.split('.').map(Number), pre.join('-')];
  });
  for (let i = 0; i < 3; i++) {
    const order = (left[i] ?? 0) - (right[i] ?? 0);
    if (order !== 0) {
      return order;
    }
  }
  if (before === '' || after === '') {
    return before === after ? 0 : before === '' ? 1 : -1;
  }
  return before.localeCompare(after, 'en', { numeric: true });
}

/** Tells if a version of a package is affected by an entry of the database. */
export function isAffected(entry, { ecosystem, name, version }) {
  if (entry.withdrawn) {
    return false;
  }
  const compare = ecosystem === 'Maven' ? compareMaven : compareNpm;
  return (entry.affected ?? []).some(
    ({ package: of, ranges, versions }) =>
      of?.ecosystem === ecosystem &&
      of.name === name &&
      ((versions ?? []).includes(version) ||
        (ranges ?? []).some((range) => range.type !== 'GIT' && isWithin(range, version, compare))),
  );
}

function isWithin({ events }, version, compare) {
  let inside = false;
  const from = (event) => event.introduced ?? event.fixed ?? event.last_affected ?? event.limit;
  const order = (a, b) => (from(a) === '0' ? -1 : from(b) === '0' ? 1 : compare(from(a), from(b)));
  for (const event of [...events].sort(order)) {
    if (event.introduced !== undefined) {
      inside ||= event.introduced === '0' || compare(version, event.introduced) >= 0;
    } else if (event.fixed !== undefined || event.limit !== undefined) {
      inside &&= compare(version, event.fixed ?? event.limit) < 0;
    } else {
      inside &&= compare(version, event.last_affected) <= 0;
    }
  }
  return inside;
}

function shipped(sbom, lock) {
  const maven = JSON.parse(readFileSync(sbom, 'utf8'))
    .components.filter(({ purl }) => purl?.startsWith('pkg:maven/'))
    .map(({ group, name, version }) => ({ ecosystem: 'Maven', name: `${group}:${name}`, version }));
  const npm = Object.entries(JSON.parse(readFileSync(lock, 'utf8')).packages)
    .filter(([path, { version }]) => path.includes('node_modules/') && version)
    .map(([path, { version }]) => ({
      ecosystem: 'npm',
      name: path.split('node_modules/').at(-1),
      version,
    }));
  return [...maven, ...npm];
}

function accepted() {
  const file = new URL('dependency-faults.accepted', import.meta.url);
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
  return new Set(lines.map((line) => line.split(/\s/)[0]).filter((id) => id && id !== '#'));
}

/** Prints the faults and returns their number. */
function check(data, libraries) {
  const byName = Map.groupBy ? Map.groupBy(libraries, ({ name }) => name) : grouped(libraries);
  const known = accepted();
  let newest = 0;
  let entries = 0;
  let faults = 0;
  for (const ecosystem of ['Maven', 'npm']) {
    const folder = join(data, ecosystem);
    if (!existsSync(folder) || !statSync(folder).isDirectory()) {
      throw new Error(`${folder} is missing`);
    }
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
      const entry = JSON.parse(readFileSync(join(folder, file), 'utf8'));
      entries++;
      newest = Math.max(newest, Date.parse(entry.modified) || 0);
      const names = new Set((entry.affected ?? []).map(({ package: of }) => of?.name));
      const found = [...names]
        .flatMap((name) => byName.get(name) ?? [])
        .filter((library) => isAffected(entry, library));
      for (const { name, version } of found) {
        const why = known.has(entry.id) ? 'accepted' : 'FAULT';
        faults += known.has(entry.id) ? 0 : 1;
        console.log(`${why} ${entry.id} ${name} ${version}: ${entry.summary ?? ''}`);
      }
    }
  }
  if (entries === 0) {
    throw new Error(`${data} has no entries`);
  }
  const days = Math.floor((Date.now() - newest) / 86_400_000);
  const age = days > DAYS_FRESH ? ` The database is ${String(days)} days old.` : '';
  console.log(
    `${String(libraries.length)} libraries, ${String(entries)} entries, ${String(faults)} faults.${age}`,
  );
  return faults;
}

function grouped(libraries) {
  const map = new Map();
  for (const library of libraries) {
    map.set(library.name, [...(map.get(library.name) ?? []), library]);
  }
  return map;
}

/** Checks this program: order of versions and ranges, with examples of the specifications. */
function selfTest() {
  const maven =
    '1-alpha-1 1-alpha2 1-beta-2 1-m3 1-rc1 1-snapshot 1 1-sp 1-abc 1.1 1.9.9 1.10 2.0.0.RC1 2 2.0.1';
  const npm = '1.0.0-alpha 1.0.0-alpha.1 1.0.0-beta.2 1.0.0-beta.11 1.0.0-rc.1 1.0.0 1.9.0 1.10.0';
  for (const [order, compare] of [
    [maven.split(' '), compareMaven],
    [npm.split(' '), compareNpm],
  ]) {
    order.forEach((one, i) => {
      order.forEach((other, j) => {
        assert.equal(Math.sign(compare(one, other)), Math.sign(i - j), `${one} and ${other}`);
      });
    });
  }
  for (const [one, other] of [['1', '1.0.0'], ['1', '1-ga'], ['1.0.Final', '1'], ['1-a1', '1-alpha-1']]) {
    assert.equal(compareMaven(one, other), 0, `${one} and ${other}`);
  }
  const entry = {
    affected: [
      {
        package: { ecosystem: 'Maven', name: 'g:a' },
        ranges: [
          {
            type: 'ECOSYSTEM',
            events: [
              { introduced: '2.0' },
              { fixed: '2.3.1' },
              { introduced: '0' },
              { last_affected: '1.4' },
            ],
          },
        ],
        versions: ['2.9-odd'],
      },
    ],
  };
  const of = (version, more) => ({ ecosystem: 'Maven', name: 'g:a', version, ...more });
  for (const version of ['0.1', '1.4', '2.0', '2.3.0.Final', '2.9-odd']) {
    assert.ok(isAffected(entry, of(version)), version);
  }
  for (const version of ['1.4.1', '2.3.1', '2.9', '3']) {
    assert.ok(!isAffected(entry, of(version)), version);
  }
  assert.ok(!isAffected(entry, of('2.0', { name: 'g:b' })));
  assert.ok(!isAffected(entry, of('2.0', { ecosystem: 'npm' })));
  assert.ok(!isAffected({ ...entry, withdrawn: '2026-01-01T00:00:00Z' }, of('2.0')));
}

if (process.argv[2] === '--self-test') {
  selfTest();
} else {
  const [data, sbom, lock] = process.argv.slice(2);
  process.exitCode = check(data, shipped(sbom, lock)) > 0 ? 1 : 0;
}
