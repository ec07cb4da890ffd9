import Foundation
import NexusInterchange
import NexusModel
import NexusTestSupport
import Testing

@Suite("STIX bundles are actors and ties")
struct STIXBundleTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func bundle(_ objects: String...) -> String {
    "{\"type\": \"bundle\", \"id\": \"bundle--1\", \"objects\": [\n" + objects.joined(separator: ",\n")
      + "\n]}"
  }

  @Test("Actors, ties, places, confidence; revoked objects, old versions and other kinds are counted")
  func mapping() throws {
    let reading = try folder.reading(
      "s.json",
      bundle(
        #"{"type": "threat-actor", "id": "threat-actor--1", "name": "Old", "modified": "2019-01-01T00:00:00Z"}"#,
        #"{"type": "threat-actor", "id": "threat-actor--1", "name": "Lamp", "aliases": ["L", "The Lamp"], "modified": "2020-01-01T00:00:00Z", "threat_actor_types": ["spy", "terrorist"], "confidence": 80}"#,
        #"{"type": "identity", "id": "identity--1", "name": "Ann", "identity_class": "individual"}"#,
        #"{"type": "intrusion-set", "id": "intrusion-set--1", "name": "Gone", "revoked": true}"#,
        #"{"type": "location", "id": "location--1", "country": "AF"}"#,
        #"{"type": "location", "id": "location--2", "region": "central-asia"}"#,
        #"{"type": "relationship", "id": "relationship--1", "relationship_type": "attributed-to", "source_ref": "threat-actor--1", "target_ref": "identity--1", "confidence": 55, "start_time": "2018-01-01T00:00:00Z", "created_by_ref": "identity--9", "external_references": [{"source_name": "a"}, {"url": "https://x"}]}"#,
        #"{"type": "relationship", "id": "relationship--2", "relationship_type": "located-at", "source_ref": "threat-actor--1", "target_ref": "location--1", "confidence": 30}"#,
        #"{"type": "relationship", "id": "relationship--3", "relationship_type": "uses", "source_ref": "threat-actor--1", "target_ref": "malware--1"}"#,
        #"{"type": "relationship", "id": "relationship--4", "relationship_type": "related-to", "source_ref": "intrusion-set--1", "target_ref": "identity--1"}"#,
        #"{"type": "relationship", "id": "relationship--5", "relationship_type": "related-to", "source_ref": "identity--1", "target_ref": "identity--7"}"#,
        #"{"type": "sighting", "id": "sighting--1", "sighting_of_ref": "threat-actor--1", "where_sighted_refs": ["location--2"], "first_seen": "2020-02-02T00:00:00Z"}"#,
        #"{"type": "malware", "id": "malware--1", "name": "m"}"#))
    let actors = reading.network.actors
    #expect(actors.ids == ["threat-actor--1", "identity--1", "identity--7"])
    #expect(actors.names == ["Lamp", "Ann", "identity--7"])
    #expect(actors.roles[0] == .terrorist && actors.types[1] == .person)
    #expect(
      actors.presences.map { "\($0.region.name) \($0.evidence.grading ?? -1)" } == [
        "Afghanistan 0.3", "Central Asia -1.0",
      ])
    #expect(
      reading.links == ["threat-actor--1 > identity--1 1.0 attributed-to", "identity--1 - identity--7 1.0"])
    #expect(reading.network.tieEvidence[0].grading == 0.55 && reading.places == ["s.json:8", "s.json:12"])
    #expect(reading.network.origins == ["", "identity--9"])
    #expect(reading.account.used == 4 && reading.account.merged == 2 && reading.account.passedOver == 5)
    #expect(
      reading.notes.contains {
        $0.contains("2 relationship, 1 malware, 1 older version, 1 revoked intrusion-set")
      })
    #expect(reading.problems.map(\.kind) == [.unknownWord])
  }

  @Test("A confidence out of range rejects its row, an object without id refuses the file")
  func broken() throws {
    let good = #"{"type": "identity", "id": "identity--1", "name": "Ann"}"#
    let reading = try folder.reading(
      "c.json", bundle(good, #"{"type": "identity", "id": "identity--2", "confidence": 101}"#))
    #expect(reading.rejected.map(\.line) == [3])
    #expect(
      try folder.refusal("a.json", bundle(#"{"type": "identity"}"#)).contains(
        "a.json:2: an object of the bundle"))
    #expect(try folder.refusal("b.json", bundle("1")).contains("an object of the bundle has no type"))
    #expect(try folder.refusal("e.json", bundle()).contains("holds no actor and no tie"))
  }

  @Test(
    "A published bundle: threat actors and the identities they are attributed to",
    .enabled(if: ReferenceData.isPresent))
  func published() throws {
    let path = ReferenceData.folder.appending(path: "entities/stix21_apt1.json").path
    let reading = try DatasetReader().read(path)
    // By jq: 5 threat actors, 4 identities, 1 intrusion set; 7 relationships between them, of 76 objects.
    #expect(reading.network.actors.ids.count == 10 && reading.network.ties.count == 7)
    #expect(reading.account.read == 76 && reading.account.rejected == 0)
  }
}
