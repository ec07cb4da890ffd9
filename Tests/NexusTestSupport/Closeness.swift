/// Whether a value equals its reference within 1e-9 relative or 1e-12 absolute, or as stated.
public func isClose(_ value: Double, _ reference: Double, relative: Double = 1e-9, absolute: Double = 1e-12)
  -> Bool
{
  abs(value - reference) <= max(absolute, relative * abs(reference))
}

/// Whether two lists of values are close, entry by entry.
public func isClose(
  _ values: [Double], _ references: [Double], relative: Double = 1e-9, absolute: Double = 1e-12
) -> Bool {
  values.count == references.count
    && zip(values, references).allSatisfy { isClose($0, $1, relative: relative, absolute: absolute) }
}
