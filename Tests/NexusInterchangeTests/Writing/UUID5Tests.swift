import NexusTestSupport
import Testing

@testable import NexusInterchange

@Suite("Ids made of names")
struct UUID5Tests {
  @Test("The digests are those of the standard")
  func digests() {
    // FIPS 180-4, examples of the Cryptographic Standards and Guidelines project.
    for (message, digest) in [
      ("", "da39a3ee5e6b4b0d3255bfef95601890afd80709"), ("abc", "a9993e364706816aba3e25717850c26c9cd0d89d"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "84983e441c3bd26ebaae4aa1f95129e5e54670f1"
      ),
    ] {
      #expect(HexadecimalText.of(SHA1.digest(of: Array(message.utf8))) == digest)
    }
  }

  @Test("The id is that of RFC 9562")
  func vector() {
    // RFC 9562, appendix A.4: www.example.com in the namespace of DNS.
    let namespace: [UInt8] = [
      0x6B, 0xA7, 0xB8, 0x10, 0x9D, 0xAD, 0x11, 0xD1, 0x80, 0xB4, 0x00, 0xC0, 0x4F, 0xD4, 0x30, 0xC8,
    ]
    #expect(UUID5.text(of: "www.example.com", in: namespace) == "2ed6657d-e927-568b-95e1-2665a8aea6a2")
  }
}
