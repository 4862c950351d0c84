/** Runs a command, and counts the processor time of all processes that it starts, a browser's too. */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

export interface TreeRun {
  /** Wall time. */
  readonly seconds: number;
  /** Of all processes together, user and system; NaN where there is no `/proc`. */
  readonly processorSeconds: number;
}

/** Milliseconds between two looks: what a process does after the last one is not counted. */
const period = 50;
/** Of the unit in which Linux counts, `USER_HZ`. */
const ticksPerSecond = 100;

/** A browser ends its own processes without waiting for them, so that no parent could tell their time: they are looked at. */
export async function runTree(args: readonly string[]): Promise<TreeRun> {
  const start = performance.now();
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  const errors: Buffer[] = [];
  child.stderr.on('data', (data: Buffer) => errors.push(data));
  const ticks = new Map<number, number>();
  const timer = setInterval(() => look(child.pid ?? 0, ticks), period);
  const status = await new Promise<number | null>((resolve) => child.on('close', resolve));
  clearInterval(timer);
  if (status !== 0) throw new Error(`${args.join(' ')} failed:\n${Buffer.concat(errors)}`);
  const sum = [...ticks.values()].reduce((all, next) => all + next, 0);
  return {
    seconds: (performance.now() - start) / 1000,
    processorSeconds: ticks.size === 0 ? Number.NaN : sum / ticksPerSecond,
  };
}

/** @param ticks by process; those that have ended keep their last number */
function look(root: number, ticks: Map<number, number>): void {
  const processes = listProcesses();
  const family = new Set([root]);
  for (let grown = true; grown; ) {
    grown = false;
    for (const { pid, parent } of processes) {
      if (family.has(pid) || !family.has(parent)) continue;
      family.add(pid);
      grown = true;
    }
  }
  for (const { pid, used } of processes) if (family.has(pid) || ticks.has(pid)) ticks.set(pid, used);
}

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly used: number;
}

/** From `/proc/PID/stat` (proc(5)): the name in brackets may hold anything, so that fields are counted behind it. */
function listProcesses(): Process[] {
  try {
    return readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? readProcess(Number(name)) : []));
  } catch {
    return [];
  }
}

function readProcess(pid: number): Process[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const [parent = 0, user = 0, system = 0] = [fields[1], fields[11], fields[12]];
    return [{ pid, parent, used: user + system }];
  } catch {
    return []; // it has just ended
  }
}
