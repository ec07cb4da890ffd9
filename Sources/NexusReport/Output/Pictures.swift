internal import NexusGraph
internal import NexusModel
internal import NexusRendering
internal import NexusRisk
