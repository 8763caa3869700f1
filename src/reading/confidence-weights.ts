// Made by scripts/fit-confidence.ts; one weight for each of FEATURES in confidence.ts.
// biome-ignore format: generated
export const CONFIDENCE: readonly number[] = [-1.859, 0.754, 0.105, 0.092, 0.08, 0.127, 0.147, -0.728, -0.884, 0.017, 0.269, 0.043, -0.576]
