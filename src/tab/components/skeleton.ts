/** Removes the skeleton of the page's HTML, which is visible before any script runs. */
export const hideSkeleton = (): void => {
  document.getElementById('skeleton')?.remove();
};

export const isSkeletonShown = (): boolean => document.getElementById('skeleton') !== null;

/** Labels the skeleton in the host's language. The server used the browser's. */
export const nameSkeleton = (name: string): void => {
  document.getElementById('skeleton')?.setAttribute('aria-label', name);
};

/** Adds text for a slow answer. Does nothing after the first content. */
export const sayInSkeleton = (words: string): void => {
  const said = document.createElement('p');
  said.textContent = words;
  document.getElementById('skeleton')?.append(said);
};

export type Explanation = {
  readonly title: string;
  readonly text: string;
  /** Label of the button that reloads the page. */
  readonly button: string;
};

/** Replaces the skeleton with an explanation, without the page's code. The first content still replaces it. */
export function explainInSkeleton({ title, text, button }: Explanation): void {
  const notice = document.createElement('main');
  notice.id = 'skeleton';
  notice.className = 'unreachable';
  const words = document.createElement('div');
  words.setAttribute('role', 'alert');
  for (const [name, said] of Object.entries({ h1: title, p: text, button })) {
    const part = document.createElement(name);
    part.textContent = said;
    (name === 'button' ? notice : words).append(part);
  }
  notice.prepend(words);
  notice.querySelector('button')?.addEventListener('click', () => location.reload());
  document.getElementById('skeleton')?.replaceWith(notice);
}
