import type { Instance } from '../instance.ts';
import type { Progress } from '../terminal/progress.ts';

export async function fillWithDemoData(_instance: Instance, _progress: Progress): Promise<void> {}
