import type { Command } from 'commander';
import { addAcceptCommands } from './accept.js';
import { addClaimCommand } from './claim.js';
import { addCompareCommand } from './compare.js';
import { addMergeCommand } from './merge.js';
import { addRenderCommand } from './render.js';

export function addReportCommand(program: Command): void {
  const report = program.command('report').description('work with the journals of earlier runs').helpCommand(false);
  for (const add of [addRenderCommand, addMergeCommand, addCompareCommand, addAcceptCommands, addClaimCommand])
    add(report);
}
