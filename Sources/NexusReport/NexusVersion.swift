/// The version of nexus.
public enum NexusVersion {
  public static let current = "0.1.0"
}
