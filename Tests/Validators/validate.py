"""Holds files that nexus wrote against the libraries of their formats.

Usage: validate.py FOLDER...
Each folder has the files of one network and expected.json: its actors, and the ends of every row of a tie or transfer.
Prints a line for each check; ends with 1 when one fails.
"""

import collections
import json
import pathlib
import sys

import frictionless
import followthemoney
import igraph
import networkx
import stix2validator


def edges_of(pairs, directed):
    return collections.Counter(tuple(pair) if directed else tuple(sorted(pair)) for pair in pairs)


def same_graph(what, expected, nodes, pairs, directed):
    assert set(nodes) == set(expected["actors"]), f"{what}: nodes {set(nodes) ^ set(expected['actors'])}"
    wanted = edges_of(expected["links"], directed)
    found = edges_of(pairs, directed)
    assert wanted == found, f"{what}: edges {(wanted - found) + (found - wanted)}"


def same_values(what, expected, nodes):
    for actor, values in expected["actors"].items():
        for name, value in values.items():
            found = nodes[actor].get(name)
            assert found == value, f"{what}: {name} of {actor!r} is {found!r}, not {value!r}"


def same_weights(what, expected, weights):
    wanted = collections.Counter(round(weight, 9) for weight in expected["strengths"])
    assert collections.Counter(round(weight, 9) for weight in weights) == wanted, what


def in_networkx(what, expected, graph, weight, values=True):
    assert graph.is_directed() == expected["directed"], f"{what}: direction"
    same_graph(what, expected, graph.nodes, graph.edges(), expected["directed"])
    if values:
        same_values(what, expected, graph.nodes)
    found = [data[weight] for *_, data in graph.edges(data=True) if weight in data and "amount" not in data]
    same_weights(what, expected, found)


def graphml(folder, expected):
    in_networkx("GraphML in NetworkX", expected, networkx.read_graphml(folder / "network.graphml"), "strength")
    graph = igraph.Graph.Read_GraphML(str(folder / "network.graphml"))
    # libxml2 hands igraph each & of an attribute as &#38;.
    ids = [name.replace("&#38;", "&") for name in graph.vs["id"]]
    assert graph.is_directed() == expected["directed"]
    same_graph("GraphML in igraph", expected, ids, [(ids[a], ids[b]) for a, b in graph.get_edgelist()], expected["directed"])
    nodes = {name: {key: value or None for key, value in vertex.attributes().items()} for name, vertex in zip(ids, graph.vs)}
    same_values("GraphML in igraph", expected, nodes)


def gexf(folder, expected):
    graph = networkx.read_gexf(folder / "network.gexf")
    for _, data in graph.nodes(data=True):
        data["name"] = data["label"]
        assert set(data["viz"]) == {"color", "size", "shape"}
    in_networkx("GEXF in NetworkX", expected, graph, "weight")


def pajek(folder, expected):
    graph = networkx.read_pajek(folder / "network.net")
    # NetworkX takes the direction of all lines from the first section, and knows no undirected line beside arcs.
    same_graph("Pajek in NetworkX", expected, graph.nodes, graph.edges(), expected["directed"])
    same_values("Pajek in NetworkX", expected, graph.nodes)


def node_link(folder, expected):
    graph = networkx.node_link_graph(json.loads((folder / "network.json").read_text()))
    in_networkx("node-link in NetworkX", expected, graph, "strength")


def cytoscape(folder, expected):
    document = json.loads((folder / "network.cyjs").read_text())
    elements = document["elements"]
    nodes = {element["data"]["id"]: element["data"] for element in elements["nodes"]}
    pairs = [(element["data"]["source"], element["data"]["target"]) for element in elements["edges"]]
    same_graph("Cytoscape", expected, nodes, pairs, expected["directed"])
    same_values("Cytoscape", expected, nodes)


def stix(folder, expected):
    path = str(folder / "network.stix.json")
    results = stix2validator.validate_file(path, stix2validator.ValidationOptions(version="2.1"))
    errors = [str(error) for result in results.object_results for error in result.errors]
    assert results.is_valid, f"STIX: {errors[:3] or results.fatal}"


def ftm(folder, expected):
    ids = set()
    for line in (folder / "network.ftm.json").read_text().split("\n")[:-1]:
        data = json.loads(line)
        schema = followthemoney.model.get(data["schema"])
        schema.validate(data)
        entity = followthemoney.model.get_proxy(data, cleaned=False)
        entity.schema.validate(entity.to_dict())
        for name in schema.required:
            assert entity.get(name) or schema.get(name).type.name == "name", f"FollowTheMoney: {name} of {entity.id}"
        for name, values in data["properties"].items():
            assert name in schema.properties, f"FollowTheMoney: {schema.name} has no {name}"
            assert len(entity.get(name)) == len(values), f"FollowTheMoney: {name} {values} became {entity.get(name)}"
        assert followthemoney.types.registry.entity.validate(data["id"]), f"FollowTheMoney: id {data['id']}"
        assert data["id"] not in ids, f"FollowTheMoney: id {data['id']} twice"
        ids.add(data["id"])
    for line in (folder / "network.ftm.json").read_text().split("\n")[:-1]:
        data = json.loads(line)
        schema = followthemoney.model.get(data["schema"])
        for end in (schema.edge_source, schema.edge_target) if schema.edge else ():
            assert data["properties"][end][0] in ids, f"FollowTheMoney: {data['id']} has no {end}"


def csv(folder, expected):
    report = frictionless.validate(str(folder / "datapackage.json"))
    assert report.valid, f"data package: {report.flatten(['type', 'note'])[:3]}"
    rows = frictionless.Package(str(folder / "datapackage.json")).get_resource("actors").read_rows()
    assert len({row["id"] for row in rows}) == len(expected["actors"])


failed = 0
for argument in sys.argv[1:]:
    folder = pathlib.Path(argument)
    expected = json.loads((folder / "expected.json").read_text())
    for check in (graphml, gexf, pajek, node_link, cytoscape, stix, ftm, csv):
        try:
            check(folder, expected)
            print(f"ok {folder.name} {check.__name__}")
        except Exception as error:
            failed = 1
            print(f"FAILED {folder.name} {check.__name__}: {type(error).__name__}: {error}")
sys.exit(failed)
