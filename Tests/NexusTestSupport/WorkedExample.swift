/// METHOD §3.2's worked example as a data set. The dated items and the transfers hang on two actors of no role.
public enum WorkedExample {
  public static let actors = """
    id,role,type,region,crimes
    T1,terrorist,organisation,Alpha:1,arms:0.5
    O1,organised-crime,organisation,Alpha:0.8;Beta:0.8,drugs:0.9;arms:0.6
    O2,organised-crime,organisation,Beta:1,tip:1
    F1,facilitator,person,Gamma:0.5,
    X1,,company,,
    X2,,company,,

    """

  public static let ties = """
    source,target,confidence,relation,date,source_region,target_region,origin
    T1,O1,0.8,,,,,a
    T1,O2,0.5,,,,,b
    O1,O2,0.7,,,,,c
    O2,F1,0.5,,,,,d
    F1,T1,0.6,,,,,e
    X1,X2,1,kinship,2019-06-01,Alpha,Alpha,f
    X1,X2,1,movement,2019-05-01,Alpha,Alpha,f
    X1,X2,1,ownership,2019-04-01,Alpha,Alpha,f
    X1,X2,1,communication,2019-03-01,Alpha,Alpha,f
    X1,X2,1,kinship,2016-06-01,Alpha,Alpha,f
    X1,X2,1,colocation,2019-06-01,Beta,Beta,f
    X1,X2,1,membership,2019-05-01,Beta,Beta,f
    X1,X2,1,movement,2016-05-01,Beta,Beta,f
    X1,X2,1,ownership,2016-04-01,Beta,Beta,f
    X1,X2,1,transaction,2019-02-01,Gamma,Gamma,f

    """

  public static let flows = """
    payer,payee,amount,currency,confidence,crime,source_region,target_region,origin
    X1,X2,1000000,USD,0.9,drugs,Alpha,Beta,g
    X2,X1,500000,USD,0.8,drugs,Beta,Gamma,h

    """

  /// Writes the three tables into a folder.
  public static func write(into folder: TemporaryFolder) throws {
    _ = try folder.file("actors.csv", actors)
    _ = try folder.file("ties.csv", ties)
    _ = try folder.file("flows.csv", flows)
  }
}
