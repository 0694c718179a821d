import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Prefs, QUIET } from './firefox-prefs';
import { forgetGroup, killGroup, rememberGroup } from './leftovers';
import { Marionette } from './marionette';
import { until } from './until';

export interface FirefoxProcess {
  readonly marionette: Marionette;
  quit(): Promise<void>;
  kill(): Promise<void>;
}

/** Starts a headless Firefox on a profile and opens a Marionette session. */
export async function startFirefox(executable: string, profile: string, prefs: Prefs): Promise<FirefoxProcess> {
  mkdirSync(profile, { recursive: true });
  const portFile = join(profile, 'MarionetteActivePort');
  rmSync(portFile, { force: true });
  const lines = Object.entries({ ...QUIET, ...prefs, 'marionette.port': 0 });
  const toLine = ([name, value]: [string, unknown]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`;
  writeFileSync(join(profile, 'user.js'), lines.map(toLine).join('\n'));

  const child = spawn(
    executable,
    ['--headless', '--no-remote', '--marionette', '-remote-allow-system-access', '--profile', profile, 'about:blank'],
    {
      // A group of its own, so that its content processes can be killed with it.
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        HOME: profile,
        MOZ_CRASHREPORTER_DISABLE: '1',
        MOZ_HEADLESS_WIDTH: '1280',
        MOZ_HEADLESS_HEIGHT: '900',
      },
    },
  );
  const said = collectOutput(child);
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  const group = child.pid;
  if (group === undefined) throw new Error(`${executable} could not be started`);
  rememberGroup(group);
  void exited.then(() => forgetGroup(group));

  try {
    const marionette = await connect(child, portFile);
    return {
      marionette,
      quit: async () => {
        await marionette.send('Marionette:Quit', { flags: ['eForceQuit'] }).catch(() => undefined);
        await exited;
        marionette.close();
      },
      kill: async () => {
        killGroup(group);
        await exited;
        marionette.close();
      },
    };
  } catch (error) {
    killGroup(group);
    throw new Error(`Firefox did not start (${error}); it said: ${said().slice(-2000)}`, { cause: error });
  }
}

async function connect(child: ChildProcess, portFile: string): Promise<Marionette> {
  await until(
    'Firefox to open its Marionette port',
    async () => existsSync(portFile) || child.exitCode !== null,
    60_000,
  );
  if (child.exitCode !== null) throw new Error(`it ended with status ${child.exitCode}`);
  const marionette = await until('Marionette', () => Marionette.connect(Number(readFileSync(portFile, 'utf8'))));
  await marionette.send('WebDriver:NewSession', {
    acceptInsecureCerts: true,
    pageLoadStrategy: 'normal',
    timeouts: { script: 30_000, pageLoad: 30_000, implicit: 0 },
  });
  return marionette;
}

function collectOutput(child: ChildProcess): () => string {
  let output = '';
  const keep = (chunk: Buffer) => {
    output = (output + chunk).slice(-20_000);
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  return () => output;
}
