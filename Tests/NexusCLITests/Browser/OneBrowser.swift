import Testing

/// Starts one browser for all tests of a suite, and ends it after the last. Each test opens a page of its own in it.
struct OneBrowser: SuiteTrait, TestScoping {
  @TaskLocal static var current: WebDriver?

  func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
  ) async throws {
    let browser = try await WebDriver()
    try await OneBrowser.$current.withValue(browser, operation: function)
    try await browser.end()
  }
}

extension Trait where Self == OneBrowser {
  static var oneBrowser: Self { OneBrowser() }
}
