import { spawn } from 'node:child_process';
import { ROOT } from '../root.ts';

/** Whether the program ended well. What it says goes where this process's own output goes. */
export function runProgram(program: string, args: readonly string[], cwd: string = ROOT): Promise<boolean> {
  return new Promise((done) => {
    const child = spawn(program, args, { cwd, stdio: ['ignore', 'inherit', 'inherit'] });
    child.on('error', (error) => {
      console.log(`${program} could not be started: ${error.message}`);
      done(false);
    });
    child.on('exit', (code) => done(code === 0));
  });
}

/** Runs the script of an installed package with this Node, which needs no shell on Windows. */
export function runScript(script: string, args: readonly string[]): Promise<boolean> {
  return runProgram(process.execPath, [script, ...args]);
}
