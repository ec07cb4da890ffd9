import Foundation
import Testing

@testable import NexusInterchange

@Suite("Encodings are recognised by content")
struct TextEncodingTests {
  private let text = "source,target\nÉva,Žižka\n"

  private func decoded(_ encoding: String.Encoding, mark: [UInt8] = []) throws -> DecodedText {
    try #require(DecodedText(mark + Array(text.data(using: encoding)!)))
  }

  @Test("UTF-8 with and without a byte-order mark")
  func utf8() throws {
    for mark in [[], [0xEF, 0xBB, 0xBF]] as [[UInt8]] {
      let read = try decoded(.utf8, mark: mark)
      #expect(read.encoding == .utf8)
      #expect(String(decoding: read.bytes, as: UTF8.self) == text)
    }
  }

  @Test("UTF-16 in both byte orders, marked or not")
  func utf16() throws {
    let little = try decoded(.utf16LittleEndian, mark: [0xFF, 0xFE])
    #expect(String(decoding: little.bytes, as: UTF8.self) == text)
    let big = try decoded(.utf16BigEndian, mark: [0xFE, 0xFF])
    #expect(String(decoding: big.bytes, as: UTF8.self) == text)
    #expect(try decoded(.utf16LittleEndian).encoding == .utf16LittleEndian)
    #expect(try decoded(.utf16BigEndian).encoding == .utf16BigEndian)
  }

  @Test("What is not UTF-8 is Windows-1252, with its typographic marks")
  func windows1252() throws {
    let read = try #require(DecodedText([0x93, 0x63, 0x61, 0x66, 0xE9, 0x94, 0x20, 0x80]))
    #expect(read.encoding == .windows1252)
    #expect(String(decoding: read.bytes, as: UTF8.self) == "“café” €")
  }

  @Test("Zero bytes and other control characters make a file binary")
  func binary() {
    #expect(DecodedText([0x7F, 0x45, 0x4C, 0x46, 0x02, 0x01, 0x01, 0x00]) == nil)
    #expect(DecodedText(Array("a,b\u{1}c".utf8)) == nil)
  }
}
