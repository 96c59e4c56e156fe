package tsunagu.city;

import tsunagu.shared.CityContact;

/** The contact and the version that was read. */
public record CityOfficeView(CityContact contact, int version) {}
