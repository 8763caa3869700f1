// Made by scripts/fit-confidence.ts; one weight for each of FEATURES in confidence.ts.
// biome-ignore format: generated
export const CONFIDENCE: readonly number[] = [-4.838, 1.328, 0.413, 0.644, 0.248, 0.378, 0.55, -0.687, -1.431, 0.058, 0.774, -0.002, -2.153, -0.205, -0.103]
