/// A measure of how likely it is that two vertices without an edge have one that nobody recorded.
///
/// Neighbours are counted without directions and strengths. N(a) is the set of neighbours, k(a) its size:
///
/// | measure | score of a pair |
/// |---|---|
/// | ``commonNeighbours`` | \|N(a) ∩ N(b)\| |
/// | ``jaccard`` | \|N(a) ∩ N(b)\| ÷ \|N(a) ∪ N(b)\|; 0 where both are empty |
/// | ``adamicAdar`` | Σ 1 / ln k(w) over common neighbours w |
/// | ``resourceAllocation`` | Σ 1 / k(w) over common neighbours w |
/// | ``katz`` | Σ βˡ · walks of length l from a to b, β half of what would diverge (0.5/λ₁) |
/// | ``preferentialAttachment`` | k(a) · k(b): what numbers of neighbours alone would predict |
///
/// A predicted tie is a lead. It is never stored as an edge and enters no score.
///
/// Sources: L. Lü, T. Zhou, "Link prediction in complex networks: a survey", *Physica A* 390, 2011,
/// doi:10.1016/j.physa.2010.11.027; L. Adamic, E. Adar, *Social Networks* 25, 2003,
/// doi:10.1016/S0378-8733(03)00009-1; T. Zhou et al., *Eur. Phys. J. B* 71, 2009, doi:10.1140/epjb/e2009-00335-8;
/// on criminal networks F. Calderoni et al., *Expert Syst. Appl.* 161, 2020, doi:10.1016/j.eswa.2020.113666.
public enum LinkPredictor: String, Hashable, Sendable, CaseIterable {
  case commonNeighbours = "common-neighbours"
  case jaccard
  case adamicAdar = "adamic-adar"
  case resourceAllocation = "resource-allocation"
  case katz
  case preferentialAttachment = "preferential-attachment"
}
