// Runs npm for Maven: installs what package-lock.json says if that is not there yet, then builds or
// tests. npm's chatter is shown only when something failed.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';

const task = process.argv[2];
if (task !== 'build' && task !== 'test') {
  console.error('usage: node web-build.mjs build|test');
  process.exit(2);
}

/** npm writes its own copy of the lock file when it has installed everything. */
function isInstalled() {
  const installed = 'web/node_modules/.package-lock.json';
  return existsSync(installed) && statSync(installed).mtimeMs >= statSync('web/package-lock.json').mtimeMs;
}

function npm(...args) {
  const done = spawnSync('npm', args, { cwd: 'web', encoding: 'utf8', shell: process.platform === 'win32' });
  if (done.error) {
    console.error(`npm cannot be started: ${done.error.message}`);
    process.exit(1);
  }
  if (done.status !== 0) {
    console.error(`npm ${args.join(' ')} failed:\n${done.stdout}\n${done.stderr}`);
    process.exit(1);
  }
}

if (!isInstalled()) {
  npm('ci', '--prefer-offline', '--no-audit', '--no-fund');
}
npm('run', '--silent', task);
