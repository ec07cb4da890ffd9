public import ArgumentParser
public import NexusReport

extension PageLanguage: ExpressibleByArgument {}
