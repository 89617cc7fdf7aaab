import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { writeStore } from './store.js';
import { until } from './until.js';

const BUILDS = ['Release', 'Debug'].map((build) => join(import.meta.dirname, '../../../BotService/bin', build, 'net10.0/BotService.dll'));
const DLL = process.env.BOTSERVICE_DLL ?? BUILDS.find(existsSync);

export const SECRET = 'secret-of-the-interop-tests';

/** The real service in a process and a data folder of its own. */
export class Service {
  #settings;
  #process;
  #log = '';

  constructor(folder, settings) {
    this.folder = folder;
    this.port = 0;
    this.#settings = settings;
  }

  static async start(settings = {}) {
    if (!DLL) {
      throw new Error('There is no BotService.dll. Run "dotnet build BotService", or set BOTSERVICE_DLL.');
    }
    const folder = await mkdtemp(join(tmpdir(), 'supportbot-interop-'));
    await writeStore(dirname(DLL), join(folder, 'store'));
    const service = new Service(folder, settings);
    await service.restart().catch(async (error) => {
      await service.stop();
      throw error;
    });
    return service;
  }

  get url() { return `http://127.0.0.1:${this.port}`; }

  get directLine() { return `${this.url}/v3/directline`; }

  /** Starts the process; again after a kill, on the same address and data. */
  async restart() {
    const settings = {
      'Data:Directory': this.folder,
      'Articles:Directory': join(this.folder, 'store'),
      'DirectLine:Secrets:0': SECRET,
      ...this.#settings,
    };
    const options = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]);
    this.#log = '';
    this.#process = spawn('dotnet', [DLL, '--urls', this.url, ...options], { stdio: ['ignore', 'pipe', 'pipe'] });
    this.#process.stdout.on('data', (text) => { this.#log += text; });
    this.#process.stderr.on('data', (text) => { this.#log += text; });
    const address = await until('the service is running', () => {
      if (this.#process.exitCode !== null) {
        throw new Error(`The service ended at its start:\n${this.#log}`);
      }
      return this.#log.match(/Direct Line\s+http:\/\/127\.0\.0\.1:(\d+)/);
    }, 60_000);
    this.port = Number(address[1]);
  }

  /** Ends the process in the middle of whatever it does. */
  async kill() {
    if (this.#process.exitCode === null && this.#process.signalCode === null) {
      const ended = once(this.#process, 'exit');
      this.#process.kill('SIGKILL');
      await ended;
    }
  }

  async stop() {
    await this.kill();
    await rm(this.folder, { recursive: true });
  }
}
