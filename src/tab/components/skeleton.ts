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

/** For a first answer that is long in coming; nothing once it is there. */
export const sayInSkeleton = (words: string): void => {
  const said = document.createElement('p');
  said.textContent = words;
  document.getElementById('skeleton')?.append(said);
};
