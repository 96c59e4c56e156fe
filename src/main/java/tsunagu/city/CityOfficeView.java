package tsunagu.city;

import tsunagu.shared.CityContact;
import tsunagu.shared.MailHours;

/** The contact, the hours for letters, and the version that was read. */
public record CityOfficeView(CityContact contact, MailHours mailHours, int version) {}
