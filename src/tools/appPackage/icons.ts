import { PNG } from 'pngjs';

/**
 * Checks an icon and returns one line per fault.
 * @see https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/apps-package#app-icons
 */
export function checkIcon(kind: 'color' | 'outline', file: string, bytes: Buffer): readonly string[] {
  let image: PNG;
  try {
    image = PNG.sync.read(bytes);
  } catch {
    return [`${file}: is not a PNG file`];
  }
  const side = kind === 'color' ? 192 : 32;
  const lines: string[] = [];
  if (image.width !== side || image.height !== side) {
    lines.push(`${file}: is ${image.width}×${image.height} pixels; it must be ${side}×${side}`);
  }
  const pixels = [...toPixels(image)];
  if (kind === 'color' && pixels.some(({ alpha }) => alpha !== 255)) {
    lines.push(`${file}: has transparent pixels; the color icon must be opaque`);
  }
  if (kind === 'outline') {
    if (pixels.some(({ alpha, isWhite }) => alpha !== 0 && !isWhite)) {
      lines.push(`${file}: has colored pixels; the outline icon must be white on a transparent background`);
    }
    if (!pixels.some(({ alpha }) => alpha === 0) || !pixels.some(({ alpha }) => alpha === 255)) {
      lines.push(`${file}: must show a white outline on a transparent background`);
    }
  }
  return lines;
}

function* toPixels({ data }: PNG): Generator<{ readonly alpha: number; readonly isWhite: boolean }> {
  for (let at = 0; at < data.length; at += 4) {
    yield {
      alpha: data[at + 3] ?? 0,
      isWhite: data[at] === 255 && data[at + 1] === 255 && data[at + 2] === 255,
    };
  }
}
