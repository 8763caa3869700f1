import type { LayerName, Layers } from "./layers.js"
import type { Note } from "./note.js"
import type { Report } from "./report.js"

/** A report as far as read: the report, the layers that have been added, and remarks. Frozen. */
export interface Document<Has extends LayerName = never> {
  readonly report: Report
  readonly layers: Readonly<Pick<Layers, Has>>
  readonly notes: readonly Note[]
}

/** What a stage gives back: the layers that it adds and nothing else. */
export interface Added<Adds extends LayerName> {
  readonly layers: Readonly<Pick<Layers, Adds>>
  readonly notes?: readonly Note[]
}

/** A step of reading: needs layers, adds layers, changes nothing. Pure. */
export interface Stage<Needs extends LayerName, Adds extends LayerName> {
  readonly name: string
  readonly needs: readonly Needs[]
  readonly adds: readonly Adds[]
  run(document: Document<Needs>): Added<Adds> | Promise<Added<Adds>>
}

/** Stages in order. `use` does not compile when a layer that a stage needs is missing. */
export class Pipeline<Has extends LayerName = never> {
  private constructor(private readonly stages: readonly Stage<LayerName, LayerName>[]) {}

  static start(): Pipeline {
    return new Pipeline([])
  }

  use<Needs extends Has, Adds extends LayerName>(stage: Stage<Needs, Adds>): Pipeline<Has | Adds> {
    return new Pipeline<Has | Adds>([
      ...this.stages,
      stage as unknown as Stage<LayerName, LayerName>,
    ])
  }

  /** Reads one report. A stage that throws is named in the error; a stage never returns layers it did not declare. */
  async read(report: Report): Promise<Document<Has>> {
    let document: Document<LayerName> = Object.freeze({ report, layers: {} as Layers, notes: [] })
    for (const stage of this.stages) {
      const { layers, notes = [] } = await stage.run(document)
      document = Object.freeze({
        report,
        layers: Object.freeze({ ...document.layers, ...layers }),
        notes: notes.length === 0 ? document.notes : [...document.notes, ...notes],
      })
    }
    return document as unknown as Document<Has>
  }
}
