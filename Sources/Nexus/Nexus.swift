@_exported public import NexusAlgorithms
@_exported public import NexusGraph
@_exported public import NexusInterchange
@_exported public import NexusLinearAlgebra
@_exported public import NexusModel
@_exported public import NexusRendering
@_exported public import NexusReport
@_exported public import NexusRisk
