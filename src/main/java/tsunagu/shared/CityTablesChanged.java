package tsunagu.shared;

/**
 * Tables of the city (its name and contact, areas, words of its papers) were set, in a transaction that may still fail. Who remembers
 * them reads anew.
 */
public record CityTablesChanged() {}
