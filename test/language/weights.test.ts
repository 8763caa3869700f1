import { describe, expect, it } from "vitest"
import { readModel } from "../../src/language/weights.js"
import { tinyModel } from "./tiny-model.js"

const code = (bytes: Uint8Array): unknown => {
  try {
    readModel(bytes)
    return null
  } catch (error) {
    return (error as { code?: unknown }).code
  }
}

describe("a model file", () => {
  it("is opened", () => {
    expect(readModel(tinyModel()).inventory.names).toEqual(["PER", "ORG", "LOC"])
  })

  it("is refused with a code if it is none, of another version, or cut short", () => {
    const whole = tinyModel()
    expect(code(new TextEncoder().encode("version https://git-lfs"))).toBe("language/not-a-model")
    expect(code(new Uint8Array())).toBe("language/not-a-model")
    const other = whole.slice()
    other[4] = 99
    expect(code(other)).toBe("language/model-version")
    expect(code(whole.subarray(0, whole.length - 500))).toBe("language/damaged-model")
    expect(code(whole.subarray(0, 300))).toBe("language/damaged-model")
  })
})
