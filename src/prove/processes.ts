import { type ChildProcess, fork } from 'node:child_process';
import type { Task, TaskResult } from './task.js';

/** What a process is sent, and what it sends back. */
export interface TaskMessage {
  readonly number: number;
  readonly task: Task;
}

export interface ResultMessage {
  readonly number: number;
  readonly result: TaskResult;
}

export interface Processes {
  perform(task: Task): Promise<TaskResult>;
  close(): void;
}

/** Performs tasks in a number of processes that run a module, each one task at a time, in the order in which they are asked for. */
export function openProcesses(module: string, count: number): Processes {
  const waiting: { readonly task: Task; readonly done: (result: TaskResult) => void }[] = [];
  const children = new Set<ChildProcess>();
  const idle: ChildProcess[] = [];
  let number = 0;

  const next = (): void => {
    const child = idle.at(-1);
    const job = child && waiting.shift();
    if (child === undefined || job === undefined) return;
    idle.pop();
    number += 1;
    const mine = number;
    const ended = (broken: string) => {
      children.delete(child);
      job.done({ shown: [], broken });
      start();
    };
    const exited = (code: number | null, signal: string | null) => ended(`the process ended with ${signal ?? code}`);
    const answered = (message: ResultMessage) => {
      if (message.number !== mine) return;
      child.off('message', answered);
      child.off('exit', exited);
      idle.push(child);
      job.done(message.result);
      next();
    };
    child.on('message', answered);
    child.once('exit', exited);
    child.send({ number: mine, task: job.task } satisfies TaskMessage);
  };

  let closed = false;
  const start = (): void => {
    if (closed) return;
    const child = fork(module);
    children.add(child);
    idle.push(child);
    next();
  };
  for (let index = 0; index < count; index += 1) start();

  return {
    perform: (task) =>
      new Promise((done) => {
        waiting.push({ task, done });
        next();
      }),
    close() {
      closed = true;
      for (const child of children) child.kill();
    },
  };
}
