import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newFolder } from './newFolder.js';

export type SmallDisk = ReturnType<typeof makeSmallDisk>;

const run = (command: string, ...args: readonly string[]): boolean => spawnSync(command, args).status === 0;

function mount(folder: string): boolean {
  return run('mount', '-t', 'tmpfs', '-o', 'size=8m,mode=777', 'tmpfs', folder);
}

/** Returns true if this account may mount a file system. */
export function canMakeSmallDisk(): boolean {
  const folder = newFolder();
  return mount(folder) && run('umount', folder);
}

/** Mounts an in-memory file system of 8 MB. */
export function makeSmallDisk() {
  const folder = newFolder();
  if (!mount(folder)) throw new Error('It could not be mounted.');
  const filler = join(folder, 'filler');
  return {
    folder,
    fill: () => {
      // Writes smaller and smaller blocks until no byte is free.
      for (let size = 8_388_608; size >= 1; size /= 2) {
        try {
          writeFileSync(filler, Buffer.alloc(size), { flag: 'a' });
        } catch {
          // The block does not fit.
        }
      }
    },
    free: () => rmSync(filler),
    remount: (mode: 'ro' | 'rw') => {
      if (!run('mount', '-o', `remount,${mode}`, folder)) throw new Error('It could not be mounted anew.');
    },
    remove: () => void run('umount', '-l', folder),
  };
}
