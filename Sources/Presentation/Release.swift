/// Which Beredning this is.
public enum Release {
  /// As `beredning --version` tells, and what a paper's manifest says it was made with.
  public static let version = "0.1.0"
}
