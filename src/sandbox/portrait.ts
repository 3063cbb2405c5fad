import { createHash } from 'node:crypto';
import { PNG } from 'pngjs';

const backgrounds = ['#cfe3f5', '#f6dfc9', '#dcebd3', '#eadcf3', '#f5d5da', '#d4ecec'];
const skins = ['#f2d0b0', '#d9a57b', '#a86f4a', '#7a4a2f', '#ecc19c'];
const hairs = ['#2b1d16', '#5a3620', '#8c5a2b', '#1a1a1f', '#6b6b70'];
const clothes = ['#2f4b7c', '#6b2d5c', '#2e6b4f', '#444a57', '#8a4b2a'];

/**
 * Draws a simple portrait as PNG, always the same for the same id. The sandbox must not contain photos of
 * real people.
 */
export function drawPortrait(id: string, size: number): Buffer {
  const [a = 0, b = 0, c = 0, d = 0] = createHash('sha256').update(id).digest();
  const [background, skin, hair, clothing] = [
    pick(backgrounds, a),
    pick(skins, b),
    pick(hairs, c),
    pick(clothes, d),
  ];
  const image = new PNG({ width: size, height: size });
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      const [u, v] = [(x + 0.5) / size - 0.5, (y + 0.5) / size];
      const inside = (cx: number, cy: number, rx: number, ry: number) =>
        ((u - cx) / rx) ** 2 + ((v - cy) / ry) ** 2 < 1;
      const isFace = inside(0, 0.44, 0.17, 0.21);
      const isFringe = isFace && v < 0.33 + u * (d % 2 === 0 ? 0.3 : -0.3);
      const colour = isFringe
        ? hair
        : isFace || inside(0, 0.64, 0.07, 0.12)
          ? skin
          : inside(0, 1.02, 0.38, 0.32)
            ? clothing
            : inside(0, 0.42, 0.22, d % 3 === 0 ? 0.34 : 0.26)
              ? hair
              : background;
      image.data.set([...colour, 255], (y * size + x) * 4);
    }
  }
  return PNG.sync.write(image);
}

const pick = (colours: readonly string[], seed: number): readonly [number, number, number] => {
  const hex = Number.parseInt((colours[seed % colours.length] ?? '#888888').slice(1), 16);
  return [hex >> 16, (hex >> 8) & 255, hex & 255];
};
