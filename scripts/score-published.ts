/** What others say of their systems on the same languages; end to end means from raw text. Sources are named beside. */
export const PUBLISHED = `Published by their authors, on test sets, trained on the full treebanks. Ours are development sets, so the figures say
where we are, not who is better. *Words* says what the parser was given: the treebank's or its own.

| system | size | English EWT LAS | Russian LAS | Persian PerDT LAS | words | source |
|---|---|---|---|---|---|---|
| UDPipe 1.2 | 45 MB | 81.1 | 78.6 GSD | – | gold | ufal.mff.cuni.cz/udpipe/1/models; size: slovnet's README |
| UDPipe 2 | hundreds of MB | 92.4 | 90.2 GSD | 92.1 | gold | ufal.mff.cuni.cz/udpipe/2/models |
| Stanza 1.5.1 | – | 86.8 (sentences 89.2) | 85.9 GSD (97.3), 78.5 Taiga (89.7) | 90.8 (99.7) | own | stanfordnlp.github.io/stanza/performance.html, UD 2.12 |
| spaCy, XLM-R base | – | 89.4 (sentences 90.6) | – | – | own | huggingface.co/explosion/en_udv25_englishewt_trf, UD 2.5 |
| Trankit | – | 4.4 above Stanza 1.0 | – | – | own | github.com/nlp-uoregon/trankit, README, UD 2.5 |
| slovnet | 30 MB | – | 88.0 news, 71.8 GSD, 65.6 social | – | gold | github.com/natasha/slovnet, README, GramEval 2020 |

For the further languages, Stanza 1.5.1 trained on each (own words): Turkish BOUN 65.2, Armenian ArmTDP 61.8 and BSUT 77.2,
Arabic PADT 79.8, Spanish AnCora 91.3 and GSD 89.6, French GSD 91.3, German GSD 81.8. Ours never saw a tree of most of them.

Names, strict F1: slovnet .959 PER, .915 LOC, .825 ORG on factRuEval (its README).
`
