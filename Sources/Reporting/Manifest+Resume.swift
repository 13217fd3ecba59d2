extension Manifest {
  /// Whether a forecast with this manifest is whole and would come out the same, to the byte, from
  /// what another manifest was prepared with.
  ///
  /// Dates asked for, threads, times and the path by which the scenario was named change no file.
  package func isWhole(andSameAs wanted: Manifest) -> Bool {
    isComplete == true && command == wanted.command && version == wanted.version
      && seed == wanted.seed && replicationsWanted == wanted.replicationsWanted
      && precision == wanted.precision && horizonInDays == wanted.horizonInDays
      && paths == wanted.paths && language == wanted.language
      && scenario.sha256 == wanted.scenario.sha256 && history?.sha256 == wanted.history?.sha256
      && packs == wanted.packs && samplers == wanted.samplers
      && defaultsDigest == wanted.defaultsDigest && addedPacks ?? [] == wanted.addedPacks ?? []
  }
}
