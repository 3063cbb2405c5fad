/** The page's HTML carries a skeleton, so that something stands there before any script; the first content takes its place. */
export const hideSkeleton = (): void => {
  document.getElementById('skeleton')?.remove();
};

/** True until the first content is there. */
export const isSkeletonShown = (): boolean => document.getElementById('skeleton') !== null;

/** In the host's language rather than the browser's, in which the server sent it. */
export const nameSkeleton = (name: string): void => {
  document.getElementById('skeleton')?.setAttribute('aria-label', name);
};

/** For an answer that takes long; nothing once the first content is there. */
export const sayInSkeleton = (words: string): void => {
  const said = document.createElement('p');
  said.textContent = words;
  document.getElementById('skeleton')?.append(said);
};

/** What has gone wrong, in words and with a way out. */
export type Explanation = {
  readonly title: string;
  readonly text: string;
  /** Loads the page again. */
  readonly button: string;
};

/** Shows an explanation in the skeleton's place, without the page's own code. The first content still replaces it. */
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
  notice.querySelector('button')?.addEventListener('click', () => {
    location.reload();
  });
  document.getElementById('skeleton')?.replaceWith(notice);
}
