package tsunagu.city;

import tsunagu.shared.CityContact;
import tsunagu.shared.MailHours;
import tsunagu.shared.Municipality;

/** The contact, the hours for letters, the city, and the version that was read. */
public record CityOfficeView(CityContact contact, MailHours mailHours, Municipality municipality, int version) {}
