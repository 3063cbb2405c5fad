/** The page's HTML carries a skeleton, so that something stands there before any script; the first content takes its place. */
export const hideSkeleton = (): void => {
  document.getElementById('skeleton')?.remove();
};
