/** What the engine has to know of a language's grammar; words of the language only. */
export interface GrammarTraits {
  readonly hasCase: boolean
  /** Prepositions of the one who does it in a passive: by, توسط, со стороны. */
  readonly agentMarkers: readonly string[]
  /** True where a finite passive always has its auxiliary (was sold), so that a verb without one is active. */
  readonly passiveNeedsAuxiliary: boolean
  /** Verbs that with a noun make the passive of another light verb: شد beside کرد. */
  readonly passiveVerbs: ReadonlySet<string>
  /** Case of the one who does it in a passive; "" when the language uses none. */
  readonly agentCase: string
  /** A noun's modifier without preposition belongs to it as an owner does (Persian ezafe). */
  readonly bareModifierOwns: boolean
  /** Words that stand for the noun before their clause: who, which, который, که. */
  readonly relativeWords: ReadonlySet<string>
  /** Prepositions that tie an owner to a noun: of. */
  readonly ownerMarkers: ReadonlySet<string>
  /** Prepositions of a phrase of place: in, at, в, در. */
  readonly placeMarkers: ReadonlySet<string>
  /** Of these, the ones that only locate: a state in such a phrase is a place, not a party. */
  readonly locativeMarkers: ReadonlySet<string>
  /** Prepositions that name the sides of a mutual deed: between, между, میان. */
  readonly betweenMarkers: ReadonlySet<string>
  /** Words that make a deed mutual: each (other), друг (друга), یکدیگر. */
  readonly reciprocals: ReadonlySet<string>
  /** Negating particles: not, не. */
  readonly negators: ReadonlySet<string>
  /** Auxiliaries of the future: will, быть, خواست. */
  readonly futureAuxiliaries: ReadonlySet<string>
  /** Auxiliaries that put a present form into the past: have. */
  readonly perfectAuxiliaries: ReadonlySet<string>
  /** Prepositions that make a clause the complement of a verb: (warn) against, (keep) from. */
  readonly complementMarkers: ReadonlySet<string>
  /** Words that open a condition: if, unless. */
  readonly ifWords: ReadonlySet<string>
  /** Marks of purpose: in order to, чтобы, تا. */
  readonly purposeWords: ReadonlySet<string>
}
