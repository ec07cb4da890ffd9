import NexusGraph
import NexusModel
import Testing

@Suite("The words of a filter")
struct FilterWordsTests {
  private let words: FilterWords = {
    var sketch = FilterSketch()
    sketch.actor("A", Role(folding: "courier"))
    sketch.actor("B")
    sketch.presence("A", "Port of Nowhere")
    sketch.presence("B", "Tajikistan")
    sketch.tie("A", "B", "finance")
    return FilterWords(sketch.build())
  }()

  @Test("A word of the vocabulary or of the data is taken, whole or split at commas, in any spelling")
  func known() throws {
    #expect(
      try words.roles(["Organized Crime", "courier,state"]).map(\.word).sorted() == [
        "courier", "organised-crime", "state",
      ])
    #expect(try words.relations([]).isEmpty)
    #expect(
      try words.regions(["tajikistan", "Port of Nowhere", "034,KZ"]).map(\.code).sorted() == [
        "034", "KZ", "Port of Nowhere", "TJ",
      ])
  }

  @Test("A slip is refused with near words")
  func slips() {
    #expect(throws: FilterError.unknownWord("terorist", option: "--role", near: ["terrorist"])) {
      _ = try words.roles(["terorist"])
    }
    #expect(throws: FilterError.unknownWord("Tajikstan", option: "--region", near: ["Tajikistan"])) {
      _ = try words.regions(["Tajikstan"])
    }
    #expect(throws: FilterError.unknownWord("huwala", option: "--channel", near: ["hawala"])) {
      _ = try words.channels(["cash,huwala"])
    }
    #expect(
      FilterError.unknownWord("terorist", option: "--role", near: ["terrorist"]).description
        == "--role knows no 'terorist', and it is not in the data. Did you mean 'terrorist'?")
  }
}
