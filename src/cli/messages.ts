/** Messages for people (vfile-reporter's form) and for machines. */
import { VFile } from 'vfile';
import { reporter } from 'vfile-reporter';
import type { Message } from '../model.ts';

/** Grouped by file, in the order in which the files were first named; every message with its remedy. */
export function formatMessages(messages: readonly Message[], color: boolean): string {
  const files = new Map<string, VFile>();
  for (const message of messages) {
    const path = message.file ?? '';
    const file = files.get(path) ?? new VFile({ path });
    files.set(path, file);
    file.messages.push(message);
  }
  return files.size === 0 ? '' : `${reporter([...files.values()], { color, verbose: true })}\n`;
}

/** A message as plain data. */
export function toRecord(message: Message) {
  return {
    file: message.file,
    line: message.line ?? null,
    column: message.column ?? null,
    severity: message.fatal === true ? 'error' : message.fatal === false ? 'warning' : 'info',
    reason: message.reason,
    ruleId: message.ruleId,
    remedy: message.note,
  };
}
