/// The columns of the fields that every row is asked for; nil for what the table does not have.
struct RowColumns {
  let source, target, event, sourceBank, targetBank: Int?
  let sourceRole, targetRole, sourceType, targetType, sourceRegion, targetRegion: Int?
  let relation, crime, channel, currency, currencyReceived, place, origin, grade, kind: Int?
  let refutes, directed, role, type: Int?

  init(_ columns: ColumnMap) {
    (source, target, event) = (columns[.source], columns[.target], columns[.event])
    (sourceBank, targetBank) = (columns[.sourceBank], columns[.targetBank])
    (sourceRole, targetRole) = (columns[.sourceRole], columns[.targetRole])
    (sourceType, targetType) = (columns[.sourceType], columns[.targetType])
    (sourceRegion, targetRegion) = (columns[.sourceRegion], columns[.targetRegion])
    (relation, crime, channel) = (columns[.relation], columns[.crime], columns[.channel])
    (currency, currencyReceived) = (columns[.currency], columns[.currencyReceived])
    (place, origin) = (columns[.place], columns[.origin])
    (grade, kind, refutes) = (columns[.grade], columns[.kind], columns[.refutes])
    (role, type, directed) = (columns[.role], columns[.type], columns[.directed])
  }
}
