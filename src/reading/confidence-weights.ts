// Made by scripts/fit-confidence.ts; one weight for each of FEATURES in confidence.ts.
// biome-ignore format: generated
export const CONFIDENCE: readonly number[] = [-1.928, 0.854, 0.09, 0.089, 0.114, 0.129, 0.161, -0.376, -0.756, 0.016, 0.286, 0.039, -0.943]
