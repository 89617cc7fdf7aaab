import { element } from '../shared/dom.ts';
import { closePath, icon } from '../shared/icon.ts';
import { filePath } from './attachments.ts';
import { fileProblem, mostFiles, type UploadLimits } from './file-rules.ts';
import type { Surroundings } from './surroundings.ts';

/** The files that will go with the next message. */
export class StagedFiles {
  readonly element: HTMLElement;
  private readonly surroundings: Surroundings;
  private readonly list: HTMLElement;
  private readonly problem: HTMLElement;
  private readonly changed: () => void;
  private files: readonly File[] = [];

  constructor(surroundings: Surroundings, changed: () => void) {
    this.surroundings = surroundings;
    this.changed = changed;
    this.list = element('ul', { class: 'staged', attributes: { role: 'list' } });
    this.problem = element('p', { class: 'problem', attributes: { role: 'alert', dir: 'auto' } });
    this.element = element('div', {}, this.list, this.problem);
    this.list.hidden = true;
  }

  get count(): number {
    return this.files.length;
  }

  add(files: readonly File[], limits: UploadLimits | undefined): void {
    const { words, locale } = this.surroundings;
    const problems = new Set<string>();
    for (const file of files) {
      const staged = this.files.reduce((sum, other) => sum + other.size, 0);
      const problem = this.files.length === mostFiles ? words.tooManyFiles(mostFiles) : fileProblem(file, staged, limits, words, locale);
      if (problem === undefined) this.files = [...this.files, file];
      else problems.add(problem);
    }
    this.problem.textContent = [...problems].join(' ');
    this.show();
  }

  take(): readonly File[] {
    const taken = this.files;
    this.files = [];
    this.problem.textContent = '';
    this.show();
    return taken;
  }

  private remove(file: File): void {
    this.files = this.files.filter((other) => other !== file);
    this.show();
  }

  private show(): void {
    const { words } = this.surroundings;
    this.list.replaceChildren(...this.files.map((file) => element('li', { class: 'file' },
      icon(filePath),
      element('bdi', { text: file.name }),
      element('button', {
        attributes: { type: 'button', 'aria-label': words.removeFile(file.name) },
        on: { click: () => this.remove(file) },
      }, icon(closePath)))));
    this.list.hidden = this.files.length === 0;
    this.changed();
  }
}
